import { inputRules, raise } from "@kairos/core";
import type { LoadedCommand } from "./command.js";
import type { DispatchPorts, Request } from "./dispatch.js";
import type { RawInput } from "./read-input.js";
import { refused } from "./reply.js";
import { answering, faultOf, previewing, type Stage, stageActs } from "./stages.js";

type Looking = Pick<DispatchPorts, "database" | "commands" | "clock">;

/** What a request comes down to: a command to run once under one claim, and how it is traced. */
export interface Act {
  readonly command: LoadedCommand;
  readonly input: RawInput;
  readonly claim: string;
  readonly name: string;
}

export async function actOf(ports: Looking, command: LoadedCommand, request: Request): Promise<Act> {
  const { workspace, deliveryId: claim, stage, options } = request;
  if (stage === undefined) return { command, input: request, claim, name: nameOf(command) };
  if (stage.kind !== "preview") return answeringAct(ports, request, stage);
  if (command.final !== true) throw new Error(`${command.path} is not previewed: only a final act is`);
  // Delivered again after it was confirmed or dropped, a preview is not offered again: its end is the answer.
  const end = `${claim}.end`;
  if ((await ports.database.recall(workspace, end)) !== undefined) return answeredAct(command, end);
  return { command: previewing(command, options), input: request, claim, name: nameOf(command, "preview") };
}

/** A preview ends once, confirmed or dropped, however often and by whomever it is clicked: both take the same claim. */
async function answeringAct(
  { database, commands, clock }: Looking,
  { workspace, actor, deliveryId }: Request,
  { kind, of }: Extract<Stage, { readonly of: string }>,
): Promise<Act> {
  const claim = `${of}.${kind === "publish" ? "shown" : "end"}`;
  const [kept, ended] = [await database.recall(workspace, of), await database.recall(workspace, claim)];
  const command = commands.get(kept?.path ?? "");
  if (ended?.actor === actor.id) return answeredAct(command ?? vanished, claim);
  const fault = faultOf(kind, kept, { actor: actor.id, now: clock(), commands });
  if (kept === undefined || command === undefined || fault !== undefined) {
    const problems = [fault ?? raise(inputRules, "input.expired", [], {})];
    const { prepare: _prepare, ...asked } = command ?? vanished;
    const refusing = { ...asked, needs: "none" as const, options: {}, run: () => Promise.resolve(refused(problems)) };
    return { command: refusing, input: { options: {} }, claim: deliveryId, name: nameOf(refusing, kind) };
  }
  const input = { options: kind === "confirm" ? (kept.reply.preview?.options ?? {}) : {} };
  return { command: answering[kind](command, kept), input, claim, name: nameOf(command, kind) };
}

/** Answered already: what was answered then comes back, and nothing runs. */
function answeredAct(command: LoadedCommand, claim: string): Act {
  return { command, input: { options: {} }, claim, name: "" };
}

function nameOf({ path }: LoadedCommand, kind?: Stage["kind"]): string {
  return path.replace(" ", ".") + (kind === undefined ? "" : stageActs[kind]);
}

/** Stands for the command of an answer that is no longer kept. */
export const vanished: LoadedCommand = {
  noun: "reponse",
  verb: "reponse",
  path: "reponse",
  words: { fr: ["reponse", "Une réponse passée"], en: ["answer", "A past answer"] },
  needs: "none",
  visibility: "private",
  example: "",
  options: {},
  run: () => Promise.reject(new Error("A past answer is not a command")),
};
