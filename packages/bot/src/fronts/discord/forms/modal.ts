import { fold, type Language } from "@kairos/core";
import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import type { LoadedCommand } from "../../../command.js";
import type { Choice, Option } from "../../../option.js";
import type { Draft } from "../../../store/chat.js";
import type { Suggestion } from "../../../store/store.js";
import { optionOf } from "../../shared/moves.js";
import { wordsOf } from "../../shared/nouns.js";
import { customId } from "../custom-id.js";
import { limits } from "../limits.js";
import { withheld } from "../withheld.js";

export interface ModalParts {
  readonly command: LoadedCommand;
  readonly draft: Draft;
  readonly step: number;
  readonly language: Language;
  /** References to choose from, by option, when all fit in a list. */
  readonly offers: ReadonlyMap<string, readonly Suggestion[]>;
}

/** One step of a form, filled with what is known already. */
export function modalOf({ command, draft, step, language, offers }: ModalParts): APIModalInteractionResponseCallbackData {
  const asked = draft.steps[step] ?? [];
  const options = asked.map((name) => optionOf(command, name)).filter((option) => option !== undefined);
  const several = draft.steps.length > 1 ? ` (${step + 1}/${draft.steps.length})` : "";
  return {
    custom_id: customId("form", draft.id, step),
    title: cut(titleOf(command, language), limits.modalTitle - several.length) + several,
    components: options.map((option) =>
      labelled(option, draft.values[option.words.fr[0]] ?? draft.known[option.words.fr[0]], language, offers),
    ),
  };
}

/** `/devis frais` */
function titleOf({ noun, verb, words }: LoadedCommand, language: Language): string {
  const family = wordsOf(noun)[language][0];
  return noun === verb ? `/${family}` : `/${family} ${words[language][0]}`;
}

/** The name of a field, and what helps to fill it in. */
export function labelOf({ words }: Option, language: Language): { readonly label: string; readonly description?: string } {
  const [, description, label] = words[language];
  if (label !== undefined) return { label: cut(label, limits.label), description: cut(description, limits.labelDescription) };
  return {
    label: cut(description, limits.label),
    ...(description.length > limits.label && { description: cut(description, limits.labelDescription) }),
  };
}

function labelled(option: Option, value: string | undefined, language: Language, offers: ModalParts["offers"]): APILabelComponent {
  const name = option.words.fr[0];
  return { type: ComponentType.Label, ...labelOf(option, language), component: fieldOf(option, value, language, offers.get(name)) };
}

function fieldOf(
  option: Option,
  value: string | undefined,
  language: Language,
  offers: readonly Suggestion[] | undefined,
): APIComponentInLabel {
  const { required, choices, kind } = option;
  const base = { custom_id: option.words.fr[0], required };
  if (kind === "file") return { ...base, type: ComponentType.FileUpload, min_values: required ? 1 : 0, max_values: 1 };
  if (option.suggests === "person")
    return { ...base, type: ComponentType.UserSelect, min_values: required ? 1 : 0, max_values: 1, ...chosenUser(value) };
  if (kind === "boolean") return { ...base, type: ComponentType.RadioGroup, options: radios(yesOrNo, value, language) };
  if (choices !== undefined && choices.length <= limits.radios)
    return { ...base, type: ComponentType.RadioGroup, options: radios(choices, value, language) };
  if (choices !== undefined && choices.length <= limits.choices)
    return {
      ...base,
      ...selectOf(
        choices.map((one) => ({ value: one.value, label: one.label[language] })),
        value,
        required,
        language,
      ),
    };
  if (offers !== undefined && offers.length > 0) return { ...base, ...selectOf(offers, value, required, language) };
  return {
    ...base,
    type: ComponentType.TextInput,
    style: option.lines === "several" ? TextInputStyle.Paragraph : TextInputStyle.Short,
    ...(kind === "text" && option.most !== undefined && { max_length: Math.min(option.most, limits.textInput) }),
    ...(value !== undefined &&
      withheld(value, language) === value && {
        value: whole(value, Math.min(kind === "text" ? (option.most ?? limits.textInput) : 40, limits.textInput)),
      }),
  };
}

const yesOrNo: readonly Choice[] = [
  { value: "oui", label: { fr: "oui", en: "yes" } },
  { value: "non", label: { fr: "non", en: "no" } },
];

function radios(choices: readonly Choice[], value: string | undefined, language: Language) {
  return choices.map((choice) => ({
    value: choice.value,
    label: cut(choice.label[language], limits.choiceName),
    ...(isChosen(choice, value) && { default: true }),
  }));
}

function selectOf(offers: readonly Suggestion[], value: string | undefined, required: boolean, language: Language) {
  const options = offers.map((offer) => ({
    value: offer.value,
    label: cut(withheld(offer.label || offer.value, language), limits.choiceName),
    ...(offer.value === value && { default: true }),
  }));
  return { type: ComponentType.StringSelect as const, options, min_values: required ? 1 : 0, max_values: 1 };
}

function chosenUser(value: string | undefined) {
  const id = /^<@(\d{15,20})>/.exec(value ?? "")?.[1];
  return id === undefined ? {} : { default_values: [{ id, type: "user" as never }] };
}

function isChosen({ value: own, label }: Choice, value: string | undefined): boolean {
  return value !== undefined && [own, label.fr, label.en].some((name) => fold(name) === fold(value));
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${whole(text, most - 1)}…`;
}

/** At most so many letters, no sign in half. */
function whole(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}
