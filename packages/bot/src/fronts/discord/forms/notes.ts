import type { Label, Language, Problem } from "@kairos/core";
import { type APIEmbed, ButtonStyle } from "discord.js";
import type { LoadedCommand } from "../../../command.js";
import { refused } from "../../../reply.js";
import type { Draft } from "../../../store/chat.js";
import { optionOf } from "../../shared/moves.js";
import { button, type Row, rowOf } from "../controls.js";
import type { DeskPorts } from "../ports.js";
import { messageOf } from "../replies.js";
import { type Clicking, languageOf, type Submitting } from "../requests.js";

/** Between two steps: go on, save as it is when nothing needed is left, or drop it. */
export function waiting(command: LoadedCommand, draft: Draft, next: number, language: Language) {
  const rest = draft.steps.slice(next).flat();
  const needsMore = rest.some((name) => optionOf(command, name)?.required === true && !Object.hasOwn(draft.values, name));
  const buttons = [
    button("form", draft.id, texts.goOn[language], ButtonStyle.Primary, next),
    ...(needsMore ? [] : [button("finish", draft.id, texts.finish[language], ButtonStyle.Success)]),
    button("drop", draft.id, texts.drop[language], ButtonStyle.Secondary),
  ];
  return { embeds: [note(texts.kept(next, draft.steps.length), language)], components: [rowOf(buttons)] };
}

/** Under a refused form: fill it in again, everything still there, or drop it. */
export function againControls(draftId: string, step: number, language: Language): Row[] {
  const again = button("form", draftId, texts.again[language], ButtonStyle.Primary, step);
  return [rowOf([again, button("drop", draftId, texts.drop[language], ButtonStyle.Secondary)])];
}

export function dropped(language: Language) {
  return { embeds: [note(texts.dropped, language)], components: [] };
}

export function unchanged(language: Language) {
  return { embeds: [note(texts.unchanged, language)], components: [] };
}

export function refusal(problems: readonly Problem[], interaction: Clicking | Submitting, { commands }: DeskPorts, path = "") {
  const answer = { outcome: "invalid", reply: refused(problems), files: [], visibility: "private", path, trace: "" } as const;
  return messageOf(answer, { language: languageOf(interaction, "private"), commands });
}

function note(text: Label, language: Language): APIEmbed {
  return { description: text[language], color: 0x1565c0 };
}

const texts = {
  drop: { fr: "Abandonner", en: "Drop" },
  again: { fr: "Reprendre la saisie", en: "Fill it in again" },
  goOn: { fr: "Continuer", en: "Go on" },
  finish: { fr: "Enregistrer sans la suite", en: "Save without the rest" },
  unchanged: { fr: "Rien n'a changé : la fiche est restée comme elle était.", en: "Nothing changed: the record is as it was." },
  dropped: { fr: "Abandonné : rien n'a été enregistré.", en: "Dropped: nothing was saved." },
  kept: (done: number, all: number): Label => ({
    fr: `Étape ${done} sur ${all} gardée. Rien n'est encore enregistré : continuez, vos réponses vous attendent jusqu'à demain.`,
    en: `Step ${done} of ${all} kept. Nothing is saved yet: go on, your answers wait until tomorrow.`,
  }),
};
