import {
  accessRefusals,
  can,
  failure,
  findNir,
  hasErrors,
  type Instant,
  type IsoDate,
  identifierRules,
  inputRules,
  type Label,
  type Permission,
  type Problem,
  type Result,
  raise,
  type Siret,
} from "@kairos/core";
import type { FacturX, PrintableDocument } from "@kairos/pdf";
import { type Act, actOf, vanished } from "./acts.js";
import { filesOf } from "./answer-files.js";
import { type Standing, standingOf, withManagers } from "./authorise.js";
import type { Command, Commands, LoadedCommand } from "./command.js";
import { failed } from "./failed.js";
import { marked } from "./interrupted.js";
import { admit, harmless, type Prepared, type Progress, prepareFor } from "./prepare.js";
import type { RawInput } from "./read-input.js";
import { line, type Reply, type ReplyLine, refused, same } from "./reply.js";
import { rightsWithin, withPolicy } from "./reply-policy.js";
import type { Stage } from "./stages.js";
import type { Database, Delivery, Person, UnitOfWork } from "./store/store.js";
import { withoutSecrets } from "./without-secrets.js";

/** A command as a front received it. Option values are text, under their French names. */
export interface Request extends RawInput {
  readonly workspace: string;
  /** The same for every delivery of the same request: it acts once. */
  readonly deliveryId: string;
  readonly actor: Person;
  /** May this person open the workspace: whoever runs the server, or holds the machine. */
  readonly mayFound: boolean;
  /** `devis verifier`; left out when the request answers an earlier answer. */
  readonly path?: string;
  /** Runs the command when absent. What acts upon an earlier answer takes the command and the options from there. */
  readonly stage?: Stage;
  /** Where a front shows how far long work has come. */
  readonly progress?: Progress;
}

export interface AnswerFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a picture: what somebody who does not see it is told. */
  readonly alt?: Label;
  /** Never through a chat. */
  readonly confidential?: true;
}

/** What a front shows. `denied`: a right is missing; `invalid`: the request cannot be read; `failed`: our fault. */
export interface Answer {
  readonly outcome: "done" | "refused" | "denied" | "invalid" | "failed";
  readonly reply: Reply;
  readonly files: readonly AnswerFile[];
  readonly visibility: Command["visibility"];
  /** Of the command that answers, when one was found: `devis verifier`. */
  readonly path?: string;
  /** Under which the answer is kept, for what is asked about it later; nothing when it is not kept. */
  readonly deliveryId?: string;
  /** The request had been answered before, and this is that answer. */
  readonly repeated?: true;
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
    printed: { readonly auditHead: string; readonly generatedAt: Instant; readonly facturX: FacturX | undefined },
  ) => Promise<Uint8Array>;
  /** Where an unexpected error goes: ids, never names. */
  readonly report: (error: unknown, request: { readonly workspace: string; readonly deliveryId: string; readonly path: string }) => void;
}

export type Dispatch = (request: Request) => Promise<Answer>;

/** The only path to a command: who asks, may they, what do they ask, one transaction, then the answer. */
export function dispatchThrough(ports: DispatchPorts): Dispatch {
  return async (request) => {
    const { workspace, actor, deliveryId, path = "", stage } = request;
    const command = stage === undefined || stage.kind === "preview" ? ports.commands.get(path) : vanished;
    if (command === undefined) return unknownCommand(path, ports.commands);
    if (findNir([actor.id, actor.name]) !== undefined) return unspeakable();
    const report = (error: unknown) => ports.report(error, { workspace, deliveryId, path });
    try {
      const act = await actOf(ports, command, { ...request, options: withoutSecrets(command.options, request.options) });
      const isMarked = act.command.long;
      const claim = { workspace, id: act.claim, at: ports.clock(), actor: actor.id, path: act.command.path, ...(isMarked && { isMarked }) };
      const delivery = await marked(ports.database, claim, referenceIn(act.command, act.input.options), async () => {
        const prepared = await prepareFor(ports, act, request);
        return ports.database.deliver(claim, (unit) => perform(ports, act, prepared, request, unit));
      });
      return await answerOf(ports, act, delivery, workspace, report);
    } catch (error) {
      report(error);
      return failed(deliveryId, error);
    }
  };
}

async function perform(ports: DispatchPorts, act: Act, prepared: Prepared | undefined, request: Request, unit: UnitOfWork): Promise<Reply> {
  const { command, input: raw, name } = act;
  const now = ports.clock();
  const { actor, mayFound } = request;
  const everything = unit.store("all");
  const standing = await standingOf(everything, { person: actor.id, mayFound, needs: command.needs }, now, ports.dayOf);
  const { today } = standing;
  const admitted = withPreparation(command, prepared, admit(command, raw, standing, today));
  const reply = admitted.ok
    ? await unit.attempt(admitted.value.scope, async (store) => {
        const { scope, input, provider } = admitted.value;
        const rights = rightsWithin(scope, standing);
        const progress = harmless(request.progress);
        const context = {
          input,
          actor,
          now,
          today,
          provider,
          rights,
          may: (permission: Permission, siret: Siret) => can(standing.access, permission, siret),
          commands: ports.commands,
          store,
          prepared: prepared?.result,
          progress,
        };
        return withPolicy(await command.run(context as never), command, { ...standing, rights }, ports.commands);
      })
    : refused(await withManagers(admitted.problems, standing, everything), placesToChoose(command, raw, standing, admitted.problems));
  await everything.audit.append({
    at: now,
    actor: actor.id,
    act: name,
    object: reply.trace?.object ?? referenceIn(command, raw.options),
    outcome: reply.outcome,
    details: { ...reply.trace?.details, ...codesOf(reply) },
  });
  return reply;
}

/** The same command again, for each of the asker's establishments, when it must be said for which. */
function placesToChoose(
  command: LoadedCommand,
  { options }: RawInput,
  { providers }: Standing,
  [problem]: readonly Problem[],
): Pick<Reply, "next"> {
  if (problem?.code !== "access.establishment-ambiguous") return {};
  const { establishments } = problem.params as { readonly establishments: readonly string[] };
  const typed = Object.entries(options).map(([name, value]) => ` ${name}:${value}`);
  const next = providers.filter(({ siret }) => establishments.includes(siret));
  return {
    next: next.slice(0, 5).map(({ siret, name }) => {
      return { text: same(name), button: same(name), command: `/${command.path}${typed.join("")} etablissement:${siret}` };
    }),
  };
}

/** Whoever was let in only since then has nothing ready: asked again, they will. */
function withPreparation<Value>({ prepare }: LoadedCommand, prepared: Prepared | undefined, admitted: Result<Value>): Result<Value> {
  const isReady = prepare === undefined || prepared !== undefined;
  return admitted.ok && !isReady ? failure(raise(inputRules, "input.changed-since", [], {})) : admitted;
}

/** The thing a refused request spoke of, when it is a reference the desk itself gave: never a name, never free text. */
function referenceIn(command: LoadedCommand, raw: Readonly<Record<string, string>>): string {
  const option = Object.values(command.options).find(({ suggests }) => suggests !== undefined && suggests !== "person");
  const typed = option === undefined ? undefined : raw[option.words.fr[0]];
  return typed !== undefined && /^([A-Z0-9]{1,6}-20\d\d|T|H|P|R|PR|IMP|FE)-\d{4,8}$/i.test(typed) ? typed.toUpperCase() : "";
}

/** The committed answer, its documents drawn: a drawing that fails takes nothing back, and is said. */
async function answerOf(
  ports: DispatchPorts,
  { command, claim }: Act,
  delivery: Delivery,
  workspace: string,
  report: (error: unknown) => void,
): Promise<Answer> {
  const { reply, head, repeated } = delivery;
  const { visibility } = command;
  const trace = `#${head.sequence}`;
  const answer = {
    outcome: outcomeOf(reply),
    reply,
    visibility,
    path: command.path,
    deliveryId: claim,
    trace,
    ...(repeated && { repeated }),
  };
  try {
    return { ...answer, files: await filesOf(ports, delivery, workspace) };
  } catch (error) {
    report(error);
    return { ...answer, outcome: "failed", reply: { ...reply, lines: [...(reply.lines ?? []), undrawn(trace)] }, files: [] };
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

function unknownCommand(path: string, commands: Commands): Answer {
  const noun = path.split(" ")[0] ?? "";
  const known = [...commands.keys()].filter((one) => one.startsWith(`${noun} `));
  const allowed = (known.length > 0 ? known : [...new Set([...commands.values()].map((command) => command.noun))])
    .map((one) => `/${one}`)
    .join(", ");
  return invalid(raise(inputRules, "input.unknown-value", [], { value: `/${path}`.slice(0, 60), allowed }));
}

/** A person who is called by a social security number is traced nowhere: not even as refused. */
function unspeakable(): Answer {
  return invalid(raise(identifierRules, "id.nir-detected", [], {}));
}

function invalid(problem: Problem): Answer {
  return { outcome: "invalid", reply: refused([problem]), files: [], visibility: "private", trace: "" };
}
