import {
  accessRefusals,
  establishmentsFor,
  failure,
  findNir,
  type Grant,
  hasErrors,
  type Instant,
  type IsoDate,
  identifierRules,
  inputRules,
  type Problem,
  type Provider,
  type Result,
  raise,
  rightsOf,
  success,
} from "@kairos/core";
import type { PrintableDocument } from "@kairos/pdf";
import type { Command, Commands, LoadedCommand } from "./command.js";
import { line, type Reply, type ReplyLine, refused } from "./reply.js";
import type { Database, Delivery, Person, Scope, UnitOfWork } from "./store/store.js";

/** A command as a front received it. Option values are text, under their French names. */
export interface Request {
  readonly workspace: string;
  /** The same for every delivery of the same request: it acts once. */
  readonly deliveryId: string;
  readonly actor: Person;
  /** `devis verifier` */
  readonly path: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface AnswerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a front shows. `denied`: a right is missing; `invalid`: the request cannot be read; `failed`: our fault. */
export interface Answer {
  readonly outcome: "done" | "refused" | "denied" | "invalid" | "failed";
  readonly reply: Reply;
  readonly files: readonly AnswerFile[];
  readonly visibility: Command["visibility"];
  /** Short reference to find the act in the trail or the log. */
  readonly trace: string;
}

export interface DispatchPorts {
  readonly commands: Commands;
  readonly database: Database;
  readonly clock: () => Instant;
  readonly dayOf: (instant: Instant, zone: string) => IsoDate;
  readonly render: (
    document: PrintableDocument,
    printed: { readonly auditHead: string; readonly generatedAt: Instant },
  ) => Promise<Uint8Array>;
  /** Where an unexpected error goes: ids, never names. */
  readonly report: (error: unknown, request: Pick<Request, "workspace" | "deliveryId" | "path">) => void;
}

export type Dispatch = (request: Request) => Promise<Answer>;

/** The only path to a command: who asks, may they, what do they ask, one transaction, then the answer. */
export function dispatchThrough(ports: DispatchPorts): Dispatch {
  return async (request) => {
    const command = ports.commands.get(request.path);
    if (command === undefined) return unknownCommand(request, ports.commands);
    if (findNir([request.actor.id, request.actor.name]) !== undefined) return unspeakable(command);
    try {
      const claim = { workspace: request.workspace, id: request.deliveryId, at: ports.clock() };
      const delivery = await ports.database.deliver(claim, (unit) => act(ports, command, request, unit));
      return await answerOf(ports, command, delivery, request);
    } catch (error) {
      ports.report(error, request);
      return failed(request, command);
    }
  };
}

async function act(ports: DispatchPorts, command: LoadedCommand, request: Request, unit: UnitOfWork): Promise<Reply> {
  const now = ports.clock();
  const everything = unit.store("all");
  const [providers, grants] = await Promise.all([everything.providers.list(), everything.grants.of(request.actor.id)]);
  const provider = providers[0];
  const today = ports.dayOf(now, provider?.settings.timeZone ?? "Europe/Paris");
  const scope = scopeOf(command, grants, provider, today);
  const input = scope.ok ? readInput(command, request.options, today) : scope;
  const reply =
    scope.ok && input.ok
      ? await unit.attempt(scope.value, (store) => {
          const rights = rightsOf(grants, today);
          return command.run({ input: input.value, actor: request.actor, now, today, provider, rights, commands: ports.commands, store });
        })
      : refused(problemsOf(scope, input));
  await everything.audit.append({
    at: now,
    actor: request.actor.id,
    act: command.path.replace(" ", "."),
    object: reply.trace?.object ?? referenceIn(command, request.options),
    outcome: reply.outcome,
    details: { ...reply.trace?.details, ...codesOf(reply) },
  });
  return reply;
}

/** The thing a refused request spoke of, when it is a reference the desk itself gave: never a name, never free text. */
function referenceIn(command: LoadedCommand, raw: Readonly<Record<string, string>>): string {
  const option = Object.values(command.options).find(({ suggests }) => suggests !== undefined && suggests !== "person");
  const typed = option === undefined ? undefined : raw[option.words.fr[0]];
  return typed !== undefined && /^(DEV-\d{4}|T|H)-\d{4,8}$/i.test(typed) ? typed.toUpperCase() : "";
}

function problemsOf(...results: readonly Result<unknown>[]): readonly Problem[] {
  return results.find((result) => !result.ok)?.problems ?? [];
}

/** The establishments for which this person may run the command, or why not. */
function scopeOf(command: LoadedCommand, grants: readonly Grant[], provider: Provider | undefined, today: IsoDate): Result<Scope> {
  if (command.needs === "none") return success([]);
  if (command.needs === "founding") {
    return provider === undefined
      ? success("all")
      : failure(raise(accessRefusals, "access.missing-permission", [], { permission: "provider.manage" }));
  }
  if (provider === undefined) return failure(raise(accessRefusals, "access.not-founded", [], {}));
  const scope = establishmentsFor(grants, command.needs, today);
  if (scope.length > 0) return success(scope);
  if (grants.length === 0) return failure(raise(accessRefusals, "access.unknown-person", [], {}));
  return failure(raise(accessRefusals, "access.missing-permission", [], { permission: command.needs }));
}

function readInput(command: LoadedCommand, raw: Readonly<Record<string, string>>, today: IsoDate): Result<Record<string, unknown>> {
  const problems: Problem[] = [];
  const nir = findNir(raw);
  if (nir !== undefined) return failure(raise(identifierRules, "id.nir-detected", nir, {}));
  const known = new Set(Object.values(command.options).map((option) => option.words.fr[0]));
  const unknown = Object.keys(raw).filter((name) => !known.has(name));
  if (unknown.length > 0) problems.push(raise(inputRules, "input.unknown-field", [], { fields: unknown.join(", ").slice(0, 80) }));
  const input: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const typed = option.words.fr[0];
    const text = Object.hasOwn(raw, typed) ? raw[typed] : undefined;
    if (text === undefined) {
      if (option.required) problems.push(raise(inputRules, "input.missing", [typed], {}));
      continue;
    }
    const read = option.read(text, { today });
    if (read.ok) input[name] = read.value;
    else problems.push(...read.problems.map((problem) => ({ ...problem, path: [typed, ...problem.path] })));
  }
  return problems.length > 0 ? { ok: false, problems } : success(input);
}

/** The committed answer, its documents drawn: a drawing that fails takes nothing back, and is said. */
async function answerOf(ports: DispatchPorts, command: LoadedCommand, delivery: Delivery, request: Request): Promise<Answer> {
  const { reply, head } = delivery;
  const answer = { outcome: outcomeOf(reply), reply, visibility: command.visibility, trace: `#${head.sequence}` };
  try {
    const files: AnswerFile[] = [];
    for (const { fileName, document } of reply.documents ?? []) {
      files.push({ name: fileName, bytes: await ports.render(document, { auditHead: head.hash, generatedAt: delivery.at }) });
    }
    return { ...answer, files };
  } catch (error) {
    ports.report(error, request);
    return { ...answer, outcome: "failed", reply: { ...reply, lines: [...(reply.lines ?? []), undrawn(answer.trace)] }, files: [] };
  }
}

function undrawn(trace: string): ReplyLine {
  return line(
    "bad",
    `C'est enregistré, mais le document n'a pas pu être dessiné. Redemandez-le ; si cela recommence, donnez la référence ${trace} à la personne qui gère Kairos.`,
    `It is recorded, but the document could not be drawn. Ask for it again; if it happens again, give the reference ${trace} to whoever runs Kairos.`,
  );
}

function outcomeOf(reply: Reply): Answer["outcome"] {
  if (reply.outcome === "done") return "done";
  const codes = reply.problems?.map((problem) => problem.code) ?? [];
  if (codes.some((code) => Object.hasOwn(accessRefusals, code))) return "denied";
  return codes.some((code) => code.startsWith("input.")) ? "invalid" : "refused";
}

function codesOf(reply: Reply): Record<string, string> {
  const codes = [...new Set((reply.problems ?? []).map((problem) => problem.code))].sort();
  return codes.length === 0 ? {} : { [hasErrors(reply.problems ?? []) ? "errors" : "findings"]: codes.join(" ") };
}

function unknownCommand(request: Request, commands: Commands): Answer {
  const noun = request.path.split(" ")[0] ?? "";
  const known = [...commands.keys()].filter((path) => path.startsWith(`${noun} `));
  const allowed = (known.length > 0 ? known : [...new Set([...commands.values()].map((command) => command.noun))])
    .map((path) => `/${path}`)
    .join(", ");
  const reply = refused([raise(inputRules, "input.unknown-value", [], { value: `/${request.path}`.slice(0, 60), allowed })]);
  return { outcome: "invalid", reply, files: [], visibility: "private", trace: "" };
}

/** A person who is called by a social security number is traced nowhere: not even as refused. */
function unspeakable(command: LoadedCommand): Answer {
  const reply = refused([raise(identifierRules, "id.nir-detected", [], {})]);
  return { outcome: "invalid", reply, files: [], visibility: command.visibility, trace: "" };
}

function failed(request: Request, command: LoadedCommand): Answer {
  const trace = request.deliveryId.slice(-8);
  const text = {
    fr: `Kairos n'a pas pu terminer, et rien n'a été enregistré. Réessayez ; si cela recommence, donnez la référence ${trace} à la personne qui gère Kairos.`,
    en: `Kairos could not finish, and nothing was saved. Try again; if it happens again, give the reference ${trace} to whoever runs Kairos.`,
  };
  return {
    outcome: "failed",
    reply: { outcome: "refused", lines: [{ tone: "bad", text }] },
    files: [],
    visibility: command.visibility,
    trace,
  };
}
