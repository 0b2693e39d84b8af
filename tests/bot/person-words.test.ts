import {
  accountSchema,
  appointmentSchema,
  attachmentSchema,
  attendanceRecordSchema,
  enrolmentSchema,
  erasureSchema,
  grantSchema,
  movementDeclarationSchema,
  quoteSchema,
  traineeSchema,
  workingHoursSchema,
} from "@kairos/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { personReport } from "../../packages/bot/src/dossiers/person-report.js";
import { personKinds } from "../../packages/bot/src/dossiers/person-words.js";
import { memberKinds } from "../../packages/bot/src/dossiers/person-words-team.js";
import { aProvider } from "../examples/provider.js";
import { aTrainee } from "../examples/session.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { lines, nameEverywhere } from "./naming.js";
import { aFile, besides } from "./store/files.js";

interface Schema {
  readonly _zod: { readonly def: Definition };
}
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
}

/** Every path a thing of a schema may have, lists of things included, whatever the rank. */
function pathsIn({ _zod: { def } }: Schema, path = ""): readonly string[] {
  if (def.shape !== undefined) {
    return Object.entries(def.shape).flatMap(([key, field]) => pathsIn(field, path === "" ? key : `${path}.${key}`));
  }
  if (def.element !== undefined) return [path, ...pathsIn(def.element, path)];
  if (def.options !== undefined) return def.options.flatMap((option) => pathsIn(option, path));
  if (def.innerType !== undefined) return pathsIn(def.innerType, path);
  return [path];
}

const schemas: Readonly<Record<string, { readonly schema: unknown; readonly under?: string }>> = {
  trainee: { schema: traineeSchema },
  quotes: { schema: quoteSchema },
  quote_versions: { schema: quoteSchema },
  attachments: { schema: attachmentSchema },
  enrolments: { schema: enrolmentSchema },
  attendance_history: { schema: attendanceRecordSchema, under: "former" },
  movements: { schema: movementDeclarationSchema },
  appointments: { schema: appointmentSchema },
  erasures: { schema: erasureSchema },
  accounts: { schema: accountSchema },
  grants: { schema: grantSchema },
  working_hours: { schema: workingHoursSchema },
};
const everyKind = { ...personKinds, ...memberKinds(new Map(), []) };

describe("what is kept of a person has words of its own", () => {
  it.each(Object.entries(schemas))("every field of %s", (kind, { schema, under = "" }) => {
    const paths = new Set(pathsIn(schema as Schema, under));
    expect(paths.size).toBeGreaterThan(4);
    const known = everyKind[kind]?.fields ?? {};
    expect([...paths].filter((path) => known[path] === undefined)).toEqual([]);
  });

  it("in both languages, and never twice the same under one heading", () => {
    for (const { label, fields } of Object.values(everyKind)) {
      const words = Object.values(fields).filter((field) => field !== "technical");
      for (const language of ["fr", "en"] as const) {
        const said = words.map((field) => field.label[language]);
        expect(said.filter((text) => !/^[\p{L}\d: ',-]+$/u.test(text) || /\p{Ll}\p{Lu}/u.test(text))).toEqual([]);
        expect([label.fr, said.filter((text, index) => said.indexOf(text) !== index)]).toEqual([label.fr, []]);
      }
    }
  });
});

describe("the file of a trainee of whom everything is kept", () => {
  let desk: TestDesk;
  let remove: () => Promise<void>;
  let kept: Readonly<Record<string, readonly unknown[]>>;
  beforeAll(async () => {
    const { file, remove: away } = await aFile();
    remove = away;
    desk = await openFoundedDesk({ file });
    await nameEverywhere(desk);
    await lines(
      desk,
      ["gestionnaire", "/devis frais reference:DEV-2026-0001 libelle:Frais d'examen nature:annexe prix:120"],
      ["coordinateur", "/assiduite inscrire session:SE-2026-014 stagiaire:T-0002"],
      ["coordinateur", "/rdv proposer nature:information le:07/12/2026 heure:8h formateur:gestionnaire places:8"],
      ["coordinateur", "/rdv inscrire reference:RDV-2026-0002 candidat:T-0001"],
      ["coordinateur", "/rdv inscrire reference:RDV-2026-0002 candidat:T-0002"],
    );
    await besides(file, writeHalfDays);
    kept = await desk.database.read("test", "all", ({ personal }) => personal.of("T-0002"));
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    await remove();
  });

  const report = () => {
    const things = { trainee: [aTrainee({ id: "T-0002" })], ...kept };
    return personReport({
      subject: "Camille DURAND",
      reference: "T-0002",
      provider: aProvider(),
      kinds: personKinds,
      kept: things,
      today: "2026-12-08",
    });
  };
  const printed = () => JSON.stringify(report().sections);

  it("has words for each table, column and value", () => {
    const unknown = Object.entries(kept).flatMap(([table, things]) =>
      things.flatMap((thing) =>
        leavesOf(thing, "")
          .filter((path) => !isKnown(table, path))
          .map((path) => `${table} ${path}`),
      ),
    );
    expect(unknown).toEqual([]);
    expect(Object.keys(kept).sort()).toEqual(
      Object.keys(personKinds)
        .filter((kind) => !["trainee", "invoices", "purchase_orders", "erasures", "movements"].includes(kind))
        .sort(),
    );
  });

  it("says days, hours, euros and statuses as people do, and nothing as it is kept", () => {
    expect(printed()).toMatch(/07\/12\/2026/);
    expect(printed()).toContain("120,00");
    expect(printed()).toContain("absence justifiée");
    expect(printed()).toContain("07/12/2026 à 09:05");
    expect(printed()).not.toMatch(
      /\d{4}-\d{2}-\d{2}|Cents|[a-z]_[a-z]|unexcused|excused|morning|\bflat\b|draft|undefined|null|99900014400017/,
    );
  });

  it("keeps in the JSON what it leaves out, and nobody else", () => {
    expect(JSON.stringify(kept)).toContain("lateMinutes");
    expect(JSON.stringify(kept)).toContain("FE-0001");
    expect(JSON.stringify(kept)).not.toContain("T-0001");
  });
});

const said = { siret: "99900014400017", trainee_id: "T-0002", workspace: "test", session_reference: "SE-2026-014", day: "2026-12-07" };
const morning = { ...said, half: "morning" };
const recorded = { source: "desk", recorded_by: "coordinateur", recorded_at: "2026-12-07T12:00:00.000Z", version: 2 };

async function writeHalfDays(base: Parameters<Parameters<typeof besides>[1]>[0]): Promise<void> {
  await base("attendance").insert({
    ...morning,
    ...recorded,
    status: "excused",
    reason: "job-interview",
    document: "J-1",
    evidence: "quiz connection",
    late_minutes: 15,
    early_minutes: 75,
  });
  const former = {
    sessionReference: "SE-2026-014",
    siret: said.siret,
    traineeId: "T-0002",
    day: said.day,
    half: "morning",
    status: "late",
  };
  await base("attendance_history").insert({
    ...morning,
    version: 1,
    former: JSON.stringify({ ...former, lateMinutes: 15, source: "desk", recordedBy: "coordinateur", recordedAt: recorded.recorded_at }),
    changed_by: "coordinateur",
    changed_at: "2026-12-07T13:00:00.000Z",
    cause: "Feuille retrouvée",
  });
  await base("sign_ins").insert({ ...morning, method: "sheet", at: "2026-12-07T08:05:00.000Z", proof: "FE-0001" });
  await base("attendance_claims").insert({ ...morning, kind: "declared", minutes: 210, reference: "IMP-0001", at: recorded.recorded_at });
}

/** The paths of a thing as it is kept, lists of things without their ranks. */
function leavesOf(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item) => leavesOf(item, path))];
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item, path === "" && ["data", "quote"].includes(key) ? "" : path === "" ? key : `${path}.${key}`),
  );
}

function isKnown(table: string, path: string): boolean {
  const fields = personKinds[table]?.fields ?? {};
  const parts = path.split(".");
  return path === "" || parts.some((_, index) => fields[parts.slice(0, index + 1).join(".")] !== undefined);
}
