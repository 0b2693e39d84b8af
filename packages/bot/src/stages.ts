import { accessRefusals, type Instant, inputRules, type Problem, raise } from "@kairos/core";
import type { CommandContext, Commands, LoadedCommand } from "./command.js";
import { fingerprintOf } from "./fingerprint.js";
import { done, line, type Reply, refused, same } from "./reply.js";
import type { KeptDelivery } from "./store/store.js";

/** What a request asks beyond running its command: to see first, or to act upon an answer given earlier. */
export type Stage = { readonly kind: "preview" } | { readonly kind: AnsweringKind; readonly of: string };
export type AnsweringKind = "confirm" | "cancel" | "publish";

/** How long a preview may be confirmed, in minutes. */
export const previewMinutes = 15;

/** The same command, which shows what it would do and keeps nothing. */
export function previewing(command: LoadedCommand, options: Readonly<Record<string, string>>): LoadedCommand {
  const run = async (context: CommandContext<never>): Promise<Reply> => {
    const reply = await command.run(context);
    if (reply.outcome === "refused") return reply;
    const until = new Date(Date.parse(context.now) + previewMinutes * 60_000).toISOString();
    const title = reply.title && { fr: `Aperçu · ${reply.title.fr}`, en: `Preview · ${reply.title.en}` };
    // What comes after the act is said after the act.
    const { next: _next, ...shown } = reply;
    return { ...shown, ...(title && { title }), preview: { path: command.path, options, digest: digestOf(reply), until } };
  };
  return { ...command, run };
}

/** What answers to an earlier answer, each as a command of its own: it has the rights to ask, and nothing to read. */
export const answering: Readonly<Record<AnsweringKind, (command: LoadedCommand, kept: KeptDelivery) => LoadedCommand>> = {
  confirm: (command, { reply: { preview } }) => ({
    ...command,
    run: async (context) => {
      const reply = await command.run(context);
      const isTheSame = reply.outcome === "refused" || digestOf(reply) === preview?.digest;
      return isTheSame ? reply : refused([raise(inputRules, "input.changed-since", [], {})], traceOf(reply));
    },
  }),
  // Not the title that was previewed: it tells how the thing would have stood.
  cancel: ({ prepare: _prepare, ...command }, { reply }) => ({
    ...command,
    needs: "none",
    options: {},
    run: () =>
      Promise.resolve(
        done({
          ...(reply.trace?.object !== undefined && { title: same(reply.trace.object) }),
          lines: [line("muted", "Abandonné : rien n'a été fait.", "Dropped: nothing was done.")],
          ...traceOf(reply),
        }),
      ),
  }),
  publish: ({ prepare: _prepare, ...command }, { reply: { next: _next, publishable: _publishable, ...reply } }) => ({
    ...command,
    visibility: "shared",
    options: {},
    run: ({ rights }) =>
      Promise.resolve(
        rights.has("answer.publish")
          ? reply
          : refused(
              [raise(accessRefusals, "access.missing-permission", [], { permission: "answer.publish", managers: [] })],
              traceOf(reply),
            ),
      ),
  }),
};

/** How each stage is traced beside the command's own act. */
export const stageActs: Readonly<Record<Stage["kind"], string>> = {
  preview: ".apercu",
  confirm: "",
  cancel: ".abandon",
  publish: ".publier",
};

/** Why an earlier answer cannot be acted upon. */
export function faultOf(
  kind: AnsweringKind,
  kept: KeptDelivery | undefined,
  asked: { readonly actor: string; readonly now: Instant; readonly commands: Commands },
): Problem | undefined {
  const expired = raise(inputRules, "input.expired", [], {});
  if (kept === undefined || !asked.commands.has(kept.path)) return expired;
  if (kept.actor !== asked.actor) return raise(accessRefusals, "access.not-yours", [], {});
  const { preview, publishable } = kept.reply;
  if (kind === "publish") return publishable === true ? undefined : expired;
  return preview !== undefined && asked.now <= preview.until ? undefined : expired;
}

/** Of all that a person reads: two answers with the same digest say the same. */
function digestOf({ title, lines, fields, table, problems, basis }: Reply): string {
  return fingerprintOf([title, lines, fields, table, problems, basis]);
}

function traceOf({ trace }: Reply): Pick<Reply, "trace"> {
  return trace === undefined ? {} : { trace };
}
