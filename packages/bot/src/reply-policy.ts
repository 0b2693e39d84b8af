import { can, permissionLabels } from "@kairos/core";
import type { Standing } from "./authorise.js";
import { type Commands, type LoadedCommand, rightsFor } from "./command.js";
import type { NextStep, Reply } from "./reply.js";
import type { Scope } from "./store/store.js";

/** An answer may show all of a command's establishments: it is only published by whoever may in each of them. */
export function rightsWithin(scope: Scope, { access, rights }: Standing): Standing["rights"] {
  const mayPublish = scope === "all" || scope.every((siret) => can(access, "answer.publish", siret));
  return mayPublish ? rights : new Set([...rights].filter((right) => right !== "answer.publish"));
}

/** What the workspace and the asker's rights allow to be done with an answer. */
export function withPolicy(reply: Reply, command: LoadedCommand, { providers: [provider], rights }: Standing, commands: Commands): Reply {
  if (reply.outcome !== "done") return reply;
  const isPublishable = command.publishable === true && command.visibility === "private" && rights.has("answer.publish");
  return {
    ...reply,
    // Who founds has just received the rights that come next.
    ...(reply.next !== undefined && command.needs !== "founding" && { next: reply.next.map((step) => forWhoMay(step, rights, commands)) }),
    ...(isPublishable && { publishable: true as const }),
    ...(provider?.settings.chat.documents === "folder" && { documentsTo: "folder" as const }),
  };
}

/** What comes next may be for somebody else: it is said, and not proposed. */
function forWhoMay(step: NextStep, rights: Standing["rights"], commands: Commands): NextStep {
  const [, path = ""] = /^\/(\S+(?: [a-z-]+(?=\s|$))?)/.exec(step.command ?? "") ?? [];
  const needs = commands.get(path)?.needs ?? "none";
  const asked = rightsFor(needs);
  const [first] = asked;
  if (first === undefined || asked.some((right) => rights.has(right))) return step;
  const { fr, en } = permissionLabels[first];
  return { text: { fr: `${step.text.fr} (par qui a le droit « ${fr} »)`, en: `${step.text.en} (by whoever holds the right “${en}”)` } };
}
