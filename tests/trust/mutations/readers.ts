import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as core from "@kairos/core";
import { type Problem, parse, say, writeCii } from "@kairos/core";
import { readAttendanceTable } from "../../../packages/bot/src/dossiers/attendance-import.js";
import { readCatalogue } from "../../../packages/bot/src/dossiers/catalogue-file.js";
import { readInvoiceXml } from "../../../packages/bot/src/files/invoice-xml.js";
import { aFact, anEnrolment, aSignIn } from "../../examples/attendance.js";
import { electronicInvoices } from "../../examples/electronic-invoice.js";
import { anIncident } from "../../examples/incident.js";
import * as examples from "../../examples/index.js";
import type { Random } from "../random.js";
import { csvGrammar, mutateJson, mutateText, xmlGrammar } from "./mutate.js";

/** One input, made from a draw, and what reads it. `shown` is the input as it can be pasted. */
export interface Input {
  readonly bytes: number;
  readonly shown: () => string;
  readonly read: () => unknown;
}
export type Maker = (random: Random) => Input;

type Schema = Parameters<typeof parse>[0];

const today = "2026-12-21";

/** Every schema of the core, each with the sound values it takes; those without an example are given the others'. */
export function jsonMaker(): Maker {
  const schemas = Object.entries(core).flatMap(([name, value]) => (name.endsWith("Schema") ? [[name, value as Schema] as const] : []));
  const sound = soundValues();
  const seedsOf = schemas.map(([name, schema]) => {
    const taken = sound.filter((value) => parse(schema, value).ok);
    return { name, schema, seeds: taken.length > 0 ? taken : sound };
  });
  return (random) => {
    const { name, schema, seeds } = random.pick(seedsOf);
    const input = mutateJson(random, random.pick(seeds), sound);
    return {
      bytes: 0,
      shown: () => `${name} ${safeJson(input)}`,
      read: () => {
        const result = parse(schema, input);
        if (!result.ok) sayAll(result.problems);
      },
    };
  };
}

function soundValues(): readonly unknown[] {
  const {
    aGrant,
    aCustomer,
    anAgreement,
    anInvoice,
    anIssuedInvoice,
    anOrder,
    aMembership,
    aProvider,
    aQuote,
    aPoeiQuote,
    aCourse,
    aSchedule,
    aSession,
    aTrainee,
    anAppointment,
    anAccount,
  } = examples;
  const whole = [
    aGrant(),
    aCustomer(),
    anAgreement(),
    anInvoice(),
    anIssuedInvoice(),
    anOrder(),
    aMembership(),
    aProvider(),
    aQuote(),
    aPoeiQuote(),
    aCourse(),
    aSchedule(),
    aSession(),
    aTrainee(),
    anAppointment(),
    anAccount({}),
    anIncident(),
    anEnrolment(),
    aFact("T-0001", { day: "2026-12-07", half: "morning" }),
    aSignIn("T-0001", { day: "2026-12-07", half: "morning" }),
  ];
  const plain = whole.map((value) => JSON.parse(JSON.stringify(value)) as object);
  // Of what is whole, the parts are seeds of the smaller schemas.
  const parts = plain.flatMap((value) =>
    Object.values(value).flatMap((part: unknown) => (Array.isArray(part) ? part.slice(0, 2) : [part])),
  );
  return [...plain, ...parts.filter((part) => part !== undefined && part !== null)];
}

export function csvMaker(): Maker {
  const seeds = ["sessions.csv", "presences.csv", "signatures.csv"].map((name) => readFileSync(resolve("examples", name), "utf8"));
  const provider = examples.aProvider();
  return (random) => {
    const bytes = mutateText(random, seeds, csvGrammar);
    const isCatalogue = random.chance(0.4);
    return file(bytes, () =>
      isCatalogue
        ? readCatalogue({ name: "a.csv", kind: "csv", mediaType: "text/csv", bytes } as never, {
            today,
            provider,
            progress: () => undefined,
          })
        : readAttendanceTable(bytes, today, () => undefined),
    );
  };
}

export function xmlMaker(): Maker {
  const lheo = ["catalogue-lheo.xml", "catalogue-lheo-2.2.xml"].map((name) => readFileSync(resolve("examples", name), "utf8"));
  const cii = Object.values(electronicInvoices).map((invoice) => Buffer.from(writeCii(invoice)).toString());
  const provider = examples.aProvider();
  return (random) => {
    const isInvoice = random.chance(0.5);
    const bytes = mutateText(random, isInvoice ? cii : lheo, xmlGrammar);
    return file(bytes, () =>
      isInvoice
        ? readInvoiceXml(bytes)
        : readCatalogue({ name: "a.xml", kind: "xml", mediaType: "text/xml", bytes } as never, {
            today,
            provider,
            progress: () => undefined,
          }),
    );
  };
}

function file(bytes: Uint8Array, read: () => Promise<{ readonly ok: boolean } & object>): Input {
  return {
    bytes: bytes.byteLength,
    shown: () => Buffer.from(bytes).toString("base64"),
    read: async () => {
      const result = (await read()) as { readonly ok: boolean; readonly problems?: readonly Problem[] };
      if (result.problems !== undefined) sayAll(result.problems);
    },
  };
}

/** What is refused is said, in both languages: that may fail too. */
function sayAll(problems: readonly Problem[]): void {
  for (const problem of problems.slice(0, 3)) for (const language of ["fr", "en"] as const) say(problem, language);
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value)?.slice(0, 2000) ?? String(value);
  } catch (error) {
    return `(${error instanceof Error ? error.message : error})`;
  }
}
