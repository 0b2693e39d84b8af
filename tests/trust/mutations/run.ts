import type { Commands } from "../../../packages/bot/src/command.js";
import { type Random, randomFrom } from "../random.js";
import { type Gateway, openGateway } from "./gateway.js";
import { csvMaker, type Input, jsonMaker, xmlMaker } from "./readers.js";

export const kindsOfInput = ["json", "csv", "xml", "gateway"] as const;
export type InputKind = (typeof kindsOfInput)[number];

/** What became of the inputs of one kind; `slowestMs` with the size of that one. */
export interface Read {
  count: number;
  ms: number;
  slowestMs: number;
  slowestBytes: number;
  largestBytes: number;
}

export interface Mutated {
  readonly read: Readonly<Record<InputKind, Read>>;
  readonly torn: Gateway["told"];
  readonly fault: string | undefined;
}

interface Plan {
  readonly commands: Commands;
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  readonly only?: InputKind;
}

/** How long one input may keep this process at work, in milliseconds: what else the machine does is not counted. */
export const mostMs = 100;
/** Nobody waits longer, even for nothing. */
const longestMs = 20_000;
const late = Symbol("late");
/** So many payloads are heard by one desk, then another opens: what they keep does not grow for ever. */
const block = 1000;

/** Inputs that are almost right, each from its own number: nothing throws, hangs or reaches the prototypes of all objects. */
export async function mutate({ commands, seed, from, count: inputs, only }: Plan): Promise<Mutated> {
  const makers: Record<InputKind, ((random: Random) => Input) | undefined> = {
    json: jsonMaker(),
    csv: csvMaker(),
    xml: xmlMaker(),
    gateway: undefined,
  };
  const read = Object.fromEntries(
    kindsOfInput.map((kind) => [kind, { count: 0, ms: 0, slowestMs: 0, slowestBytes: 0, largestBytes: 0 }]),
  ) as Record<InputKind, Read>;
  const loose: unknown[] = [];
  const loosen = (error: unknown) => void loose.push(error);
  for (const event of ["unhandledRejection", "uncaughtException"]) process.on(event, loosen);
  const untouched = prototypes();
  let gateway: Gateway | undefined;
  const torn = { unread: 0, logged: 0 };
  const count = () => {
    torn.unread += gateway?.told.unread ?? 0;
    torn.logged += gateway?.told.logged ?? 0;
  };
  const renew = async () => {
    count();
    await gateway?.close();
    gateway = await openGateway(commands);
    makers.gateway = gateway.make;
  };
  try {
    for (let number = from; number < from + inputs; number++) {
      const kind = only ?? kindOf(number);
      if (kind === "gateway" && read.gateway.count % block === 0) await renew();
      const input = makers[kind]?.(randomFrom(seed * 1_000_003 + number));
      if (input === undefined) throw new Error(kind);
      const fault = (await faultOf(input, read[kind])) ?? (loose.length > 0 ? `nobody caught ${told(loose[0])}` : undefined);
      const broken = fault ?? (prototypes() === untouched ? undefined : "a prototype was polluted");
      if (broken !== undefined) return { read, torn, fault: `input ${number} (${kind}): ${broken}\n  ${input.shown()}` };
    }
    count();
    return { read, torn, fault: undefined };
  } finally {
    for (const event of ["unhandledRejection", "uncaughtException"]) process.removeListener(event, loosen);
    await gateway?.close();
  }
}

async function faultOf(input: Input, read: Read): Promise<string | undefined> {
  let ms = 0;
  // A collection of what is no longer used may fall into one reading, hardly into four.
  for (let turn = 0; turn < 4; turn++) {
    const start = process.cpuUsage();
    try {
      if ((await Promise.race([input.read(), tooLate()])) === late) return `it was not read after ${longestMs / 1000} s`;
    } catch (error) {
      return told(error);
    }
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    ms = turn === 0 ? took : Math.min(ms, took);
    if (ms <= mostMs / 5) break;
  }
  read.count += 1;
  read.ms += ms;
  read.largestBytes = Math.max(read.largestBytes, input.bytes);
  if (ms > read.slowestMs) Object.assign(read, { slowestMs: ms, slowestBytes: input.bytes });
  return ms > mostMs ? `it took ${Math.round(ms)} ms (${input.bytes} bytes)` : undefined;
}

function tooLate(): Promise<typeof late> {
  return new Promise((resolve) => setTimeout(resolve, longestMs, late).unref());
}

/** Of twenty inputs: twelve values, three tables, four files of XML, one payload. */
function kindOf(number: number): InputKind {
  const rank = number % 20;
  return rank < 12 ? "json" : rank < 15 ? "csv" : rank < 19 ? "xml" : "gateway";
}

function prototypes(): string {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((one) => Reflect.ownKeys(one).length).join();
}

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 5).join("\n    ") : String(error);
}
