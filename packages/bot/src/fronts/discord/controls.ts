import { type Language, sentenceCase } from "@kairos/core";
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import type { Commands } from "../../command.js";
import type { Answer } from "../../dispatch.js";
import { type Move, movesIn, spelledMove } from "../shared/moves.js";
import { type ComponentKind, customId } from "./custom-id.js";
import { limits } from "./limits.js";
import { cut } from "./markdown.js";
import { pageOf } from "./pages.js";
import { withheld } from "./withheld.js";

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What can be pressed under an answer: to confirm, to go on, to turn the page, to open a row, to publish. */
export function controlsOf(answer: Answer, language: Language, commands: Commands, page = 0): Row[] {
  const { deliveryId: id, reply } = answer;
  if (id === undefined) return [];
  if (reply.preview !== undefined) return [rowOf(confirmation(id, language))];
  const steps = shownOf(movesIn(reply, commands)).map((move, rank) => stepButton(id, rank, move, reply.trace?.object, language));
  const turning = pageButtons(answer, id, page);
  const publishing = reply.publishable === true ? [button("publish", id, words.publish[language], ButtonStyle.Secondary)] : [];
  const [first, second] = [steps.slice(0, limits.buttonsInRow), steps.slice(limits.buttonsInRow)];
  const rows = [rowOf(first), rowOf(second), openRow(answer, id, language, page), rowOf([...turning, ...publishing])];
  return rows.filter((row) => row !== undefined && row.components.length > 0) as Row[];
}

/** One row of buttons; two where each one says its own choice in words. */
function shownOf(moves: readonly Move[]): readonly Move[] {
  const isChoice = moves.every(({ label }) => label !== undefined);
  return moves.slice(0, limits.buttonsInRow * (isChoice ? 2 : 1));
}

export function button(
  kind: ComponentKind,
  id: string,
  label: string,
  style: ButtonStyle,
  detail = 0,
  disabled = false,
): APIButtonComponent {
  return {
    type: ComponentType.Button,
    custom_id: customId(kind, id, detail),
    label: cut(label, limits.buttonLabel),
    style: style as ButtonStyle.Primary,
    ...(disabled && { disabled }),
  };
}

function confirmation(id: string, language: Language): APIButtonComponent[] {
  return [
    button("confirm", id, words.confirm[language], ButtonStyle.Success),
    button("cancel", id, words.cancel[language], ButtonStyle.Secondary),
  ];
}

/** « /devis frais ligne:2 nature:annexe »: the command without the thing the answer is about. */
function stepButton(id: string, rank: number, move: Move, about: string | undefined, language: Language): APIButtonComponent {
  const values = Object.fromEntries(Object.entries(move.values).filter(([, value]) => value !== about));
  const style = rank === 0 ? ButtonStyle.Primary : ButtonStyle.Secondary;
  const label = move.label === undefined ? spelledMove({ ...move, values }, language) : sentenceCase(move.label[language]);
  return button("step", id, withheld(label, language), style, rank);
}

function pageButtons({ reply }: Answer, id: string, page: number): APIButtonComponent[] {
  const { pages } = pageOf(reply.table?.rows ?? [], page);
  if (pages === 1) return [];
  return [
    button("page", id, "◀", ButtonStyle.Secondary, page === 0 ? unreachable : page - 1, page === 0),
    button("page", id, `${page + 1}/${pages}`, ButtonStyle.Secondary, unreachable + 1, true),
    button("page", id, "▶", ButtonStyle.Secondary, page === pages - 1 ? unreachable + 2 : page + 1, page === pages - 1),
  ];
}

/** Buttons that cannot be pressed need an id of their own all the same. */
const unreachable = 9000;

/** A list of the rows shown, to open one. */
function openRow({ reply }: Answer, id: string, language: Language, page: number): Row | undefined {
  const { table } = reply;
  if (table?.open === undefined) return undefined;
  const rows = pageOf(table.rows, page).rows;
  const options = new Map(
    rows.map((cells) => {
      const [key = "", ...others] = cells.map((cell) => cell[language]);
      const label = withheld([key, ...others].join(" · "), language);
      return [key, { value: cut(key, limits.choiceValue), label: cut(label, limits.choiceName) }];
    }),
  );
  if (options.size === 0) return undefined;
  const select = { type: ComponentType.StringSelect as const, custom_id: customId("open", id, page), placeholder: words.open[language] };
  return { type: ComponentType.ActionRow, components: [{ ...select, options: [...options.values()].slice(0, limits.choices) }] };
}

export function rowOf(components: APIButtonComponent[]): Row {
  return { type: ComponentType.ActionRow, components };
}

const words = {
  confirm: { fr: "Confirmer", en: "Confirm" },
  cancel: { fr: "Abandonner", en: "Drop" },
  publish: { fr: "Publier dans ce salon", en: "Publish in this channel" },
  open: { fr: "Ouvrir…", en: "Open…" },
};
