import { accessRefusals, inputRules, type Problem, raise } from "@kairos/core";
import { MessageFlags } from "discord.js";
import { rightsFor } from "../../command.js";
import type { Answer } from "../../dispatch.js";
import { refused } from "../../reply.js";
import type { AnsweringKind } from "../../stages.js";
import type { KeptDelivery } from "../../store/store.js";
import { opensForm } from "../shared/forms.js";
import { movesIn } from "../shared/moves.js";
import { type ComponentKind, type CustomId, readCustomId } from "./custom-id.js";
import { dropForm, finishForm, openForm, reopenForm } from "./forms/flow.js";
import type { DeskPorts } from "./ports.js";
import { messageOf } from "./replies.js";
import { askerOf, type Clicking, languageOf } from "./requests.js";
import { acknowledge, acknowledgeClick, deliverable, show, showAnswer } from "./respond.js";
import { mayRun, runCommand } from "./run-command.js";

/** A button or a list was used. Who uses it and what they may is looked at again, each time. */
export async function answerClick(interaction: Clicking, ports: DeskPorts): Promise<void> {
  const read = readCustomId(interaction.customId);
  if (read === undefined) return refuse(interaction, expired(), ports);
  await handlers[read.kind]({ ...read, interaction, ports });
}

interface Click extends CustomId {
  readonly interaction: Clicking;
  readonly ports: DeskPorts;
}

const handlers: Readonly<Record<ComponentKind, (click: Click) => Promise<void>>> = {
  confirm: (click) => end(click, "confirm"),
  cancel: (click) => end(click, "cancel"),
  publish,
  step: async ({ interaction, ports, id, detail }) => {
    const kept = await ownAnswer(interaction, id, ports);
    if (!("reply" in kept)) return refuse(interaction, kept, ports);
    const move = movesIn(kept.reply, ports.commands)[detail];
    if (move === undefined) return refuse(interaction, expired(), ports);
    if (move.values.ligne !== undefined && (await hasChanged(interaction, kept, ports))) {
      return refuse(interaction, raise(inputRules, "input.changed-since", [], {}), ports);
    }
    const prepared = { command: move.command, values: move.values, attachments: new Map() };
    if (move.asks.length > 0) return openForm(interaction, prepared, ports, move.asks);
    if (opensForm(prepared)) return openForm(interaction, prepared, ports);
    await runCommand(interaction, prepared, ports);
  },
  open: async ({ interaction, ports, id }) => {
    const kept = await ownAnswer(interaction, id, ports);
    if (!("reply" in kept)) return refuse(interaction, kept, ports);
    const { open } = kept.reply.table ?? {};
    const command = open && ports.commands.get(open.path);
    const [chosen] = interaction.isStringSelectMenu() ? interaction.values : [];
    if (open === undefined || command === undefined || chosen === undefined) return refuse(interaction, expired(), ports);
    await runCommand(interaction, { command, values: { [open.option]: chosen }, attachments: new Map() }, ports);
  },
  page: async ({ interaction, ports, id, detail }) => {
    await acknowledgeClick(interaction);
    const kept = await ownAnswer(interaction, id, ports);
    if (!("reply" in kept)) return show(interaction, messageFor(interaction, kept, ports));
    const command = ports.commands.get(kept.path);
    if (command === undefined || !(await mayRun(interaction, command, ports))) {
      const denied = raise(accessRefusals, "access.unknown-person", [], {});
      return show(interaction, messageFor(interaction, denied, ports));
    }
    const look = { language: languageOf(interaction, "private"), commands: ports.commands, page: detail };
    const { files: _already, ...message } = messageOf(answerFrom(kept, id), look);
    await show(interaction, message);
  },
  form: ({ interaction, ports, id, detail }) => reopenForm(interaction, id, detail, ports),
  finish: ({ interaction, ports, id }) => finishForm(interaction, id, ports),
  drop: ({ interaction, ports, id }) => dropForm(interaction, id, ports),
};

/** Confirms or drops what was previewed. Whatever is clicked, in whatever order, the first decides and the others see it. */
async function end({ interaction, ports, id }: Click, kind: Extract<AnsweringKind, "confirm" | "cancel">): Promise<void> {
  await acknowledgeClick(interaction);
  const answer = await ports.dispatch({ ...askerOf(interaction), options: {}, stage: { kind, of: id } });
  if (isForeign(answer)) return tellApart(interaction, answer, ports);
  await showAnswer(interaction, answer, ports);
}

/** Shows to the channel what the person saw, once. */
async function publish({ interaction, ports, id }: Click): Promise<void> {
  await acknowledgeClick(interaction);
  const answer = await ports.dispatch({ ...askerOf(interaction), options: {}, stage: { kind: "publish", of: id } });
  if (answer.outcome !== "done") return tellApart(interaction, answer, ports);
  if (answer.repeated === true) return;
  const message = await deliverable(interaction.guildId, answer, languageOf(interaction, "shared"), ports);
  await interaction.followUp({ embeds: message.embeds, files: message.files });
}

/** An answer given to this very person, still kept. */
async function ownAnswer(interaction: Clicking, id: string, { database }: DeskPorts): Promise<KeptDelivery | Problem> {
  const kept = await database.recall(interaction.guildId, id);
  if (kept === undefined) return expired();
  return kept.actor === interaction.user.id ? kept : raise(accessRefusals, "access.not-yours", [], {});
}

/** Did anybody act upon the thing since the answer: a line has no name but its place, which may be another's now. */
async function hasChanged({ guildId }: Clicking, kept: KeptDelivery, { database, commands }: DeskPorts): Promise<boolean> {
  const object = kept.reply.trace?.object;
  if (object === undefined) return false;
  return database.read(guildId, "all", async ({ audit }) => {
    for await (const { sequence, act, outcome } of audit.entries({ object })) {
      const needs = commands.get(act.replace(".", " "))?.needs ?? "none";
      const isChange = needs === "trainee" || rightsFor(needs).some((right) => !right.endsWith(".read"));
      if (sequence > Number(kept.trace.slice(1)) && outcome === "done" && isChange) return true;
    }
    return false;
  });
}

async function refuse(interaction: Clicking, problem: Problem, ports: DeskPorts): Promise<void> {
  await acknowledge(interaction);
  await show(interaction, messageFor(interaction, problem, ports));
}

async function tellApart(interaction: Clicking, answer: Answer, ports: DeskPorts): Promise<void> {
  const message = messageOf(answer, { language: languageOf(interaction, "private"), commands: ports.commands });
  await interaction.followUp({ ...message, flags: MessageFlags.Ephemeral });
}

function isForeign({ reply }: Answer): boolean {
  return reply.problems?.some(({ code }) => code === "access.not-yours") === true;
}

function messageFor(interaction: Clicking, problem: Problem, { commands }: DeskPorts) {
  const answer: Answer = { outcome: "invalid", reply: refused([problem]), files: [], visibility: "private", trace: "" };
  return messageOf(answer, { language: languageOf(interaction, "private"), commands });
}

function answerFrom({ reply, trace }: KeptDelivery, deliveryId: string): Answer {
  return { outcome: "done", reply, files: [], visibility: "private", deliveryId, trace };
}

function expired(): Problem {
  return raise(inputRules, "input.expired", [], {});
}
