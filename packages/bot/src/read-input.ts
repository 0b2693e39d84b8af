import { failure, findNir, type IsoDate, identifierRules, inputRules, type Problem, type Result, raise, success } from "@kairos/core";
import type { LoadedCommand } from "./command.js";
import type { ReceivedFile } from "./files/received.js";

/** What was typed, and the files that came along, under the French names of the options. */
export interface RawInput {
  readonly options: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, ReceivedFile>>;
}

/** Reads each option of a command: the values, or every problem, each at the option it is about. */
export function readInput(command: Pick<LoadedCommand, "options">, raw: RawInput, today: IsoDate): Result<Record<string, unknown>> {
  const nir = findNir(raw.options);
  if (nir !== undefined) return failure(raise(identifierRules, "id.nir-detected", nir, {}));
  const problems: Problem[] = unknownIn(command, raw.options);
  const input: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const typed = option.words.fr[0];
    const text = own(raw.options, typed);
    if (text === undefined) {
      if (option.required) problems.push(raise(inputRules, "input.missing", [typed], {}));
      continue;
    }
    const file = own(raw.files ?? {}, typed);
    const read = option.read(text, { today, ...(file !== undefined && { file }) });
    if (read.ok) input[name] = read.value;
    else problems.push(...read.problems.map((problem) => ({ ...problem, path: [typed, ...problem.path] })));
  }
  return problems.length > 0 ? { ok: false, problems } : success(input);
}

function unknownIn(command: Pick<LoadedCommand, "options">, options: RawInput["options"]): Problem[] {
  const known = new Set(Object.values(command.options).map((option) => option.words.fr[0]));
  const unknown = Object.keys(options).filter((name) => !known.has(name));
  return unknown.length === 0 ? [] : [raise(inputRules, "input.unknown-field", [], { fields: unknown.join(", ").slice(0, 80) })];
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
