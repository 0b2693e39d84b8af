import { extname } from "node:path";
import type { Language } from "@kairos/core";
import type { APIEmbed, APIEmbedField } from "discord.js";
import type { Commands, LoadedCommand } from "../../command.js";
import type { Answer } from "../../dispatch.js";
import { safeName } from "../../files/safe-name.js";
import type { Block, BlockOf, Mark, Step } from "../shared/blocks.js";
import { explained, headed, wording } from "../shared/language.js";
import { spelled } from "../shared/moves.js";
import { type NameOf, sayAnswer } from "../shared/say-answer.js";
import { controlsOf, type Row } from "./controls.js";
import { relative, withTimestamps } from "./days.js";
import { limits } from "./limits.js";
import { commandText, cut, dated, escaped } from "./markdown.js";
import { pageOf } from "./pages.js";
import { tableOf } from "./tables.js";
import { withheld } from "./withheld.js";

/** The message of an answer: one embed, the documents, and what can be pressed. */
export interface Message {
  readonly embeds: APIEmbed[];
  readonly files: { readonly attachment: Buffer; readonly name: string; readonly description?: string }[];
  readonly components: Row[];
}

/** How an answer is shown. */
export interface Look {
  readonly language: Language;
  readonly commands: Commands;
  /** Of a long table, from zero. */
  readonly page?: number;
}

/** An answer as a Discord message, always within the limits; what does not fit ends with « … ». */
export function messageOf(answer: Answer, look: Look): Message {
  const { language, commands, page = 0 } = look;
  const blocks = sayAnswer(answer, language, namesIn(commands.get(answer.path ?? ""), language)).map((block) => shownBlock(block, look));
  const title = blocks.find((block) => block.kind === "title")?.text;
  const fields = blocks.flatMap((block) => (block.kind === "fields" ? block.fields.map(fieldOf) : [])).slice(0, limits.embedFields);
  const files = answer.files.filter(({ bytes }) => bytes.byteLength <= limits.fileBytes).slice(0, limits.files);
  const { preview } = answer.reply;
  const head = preview === undefined ? [] : [previewed(relative(preview.until))[language]];
  const rows = [
    ...head,
    ...blocks.flatMap((block) => rowsOf(block, language)),
    ...(files.length < answer.files.length ? [tooHeavy[language]] : []),
  ];
  const embed: APIEmbed = {
    color: preview === undefined ? colourOf(answer) : previewColour,
    ...(title === undefined ? {} : { title: cut(escaped(title), limits.embedTitle) }),
    ...(answer.trace === "" ? {} : { footer: { text: headed(wording.reference, answer.trace, language) } }),
  };
  const spent = [embed.title, embed.footer?.text].reduce((sum, text) => sum + (text?.length ?? 0), 0);
  const kept = within(fields, limits.embed / 2);
  const left = limits.embed - spent - kept.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  const description = joined(rows, Math.min(limits.embedDescription, left));
  if (kept.length > 0) embed.fields = kept;
  if (description !== "") embed.description = description;
  else if (embed.title === undefined && kept.length === 0) embed.description = "✔";
  return {
    embeds: [embed],
    files: files.map(({ name, bytes, alt }) => ({
      attachment: Buffer.from(bytes),
      name: fileNameOf(name, language),
      ...(alt !== undefined && { description: cut(withheld(alt[language], language), limits.fileDescription) }),
    })),
    components: controlsOf(answer, language, commands, page),
  };
}

/** Options of a command as the reader types them. */
function namesIn(command: LoadedCommand | undefined, language: Language): NameOf {
  const options = Object.values(command?.options ?? {});
  return (option) => options.find(({ words }) => words.fr[0] === option)?.words[language][0] ?? option;
}

/** A plain name, unless it tells what a chat must not hold. */
function fileNameOf(name: string, language: Language): string {
  const plain = safeName(name);
  return withheld(plain, language) === plain ? plain : `document${extname(plain)}`;
}

/** A block as this reader may see it: nothing that a chat must not hold, commands in their language, one page of a table. */
function shownBlock(block: Block, { language, commands, page = 0 }: Look): Block {
  const hide = (text: string) => withheld(text, language);
  const cell = (text: string) => hide(text.startsWith("/") ? spelled(text, language, commands) : text);
  const step = ({ text, command }: Step): Step => ({
    ...(text !== undefined && { text: hide(text) }),
    ...(command !== undefined && { command: hide(spelled(command, language, commands)) }),
  });
  if (block.kind === "title" || block.kind === "line") return { ...block, text: hide(block.text) };
  if (block.kind === "fields") return { ...block, fields: block.fields.map(({ name, value }) => ({ name, value: hide(value) })) };
  if (block.kind === "table") return { ...block, rows: pageOf(block.rows, page).rows.map((row) => row.map(cell)) };
  if (block.kind === "next") return { ...block, steps: block.steps.map(step) };
  return { ...block, what: hide(block.what), ...(block.mend !== undefined && { mend: step(block.mend) }) };
}

/** What was judged and found wrong is no good news, though the judging went well. */
function colourOf({ outcome, reply }: Answer): number {
  return outcome === "done" && reply.verdict === "unsound" ? colours.refused : colours[outcome];
}

const colours: Readonly<Record<Answer["outcome"], number>> = {
  done: 0x2e7d32,
  refused: 0xc62828,
  denied: 0x6d4c41,
  invalid: 0xef6c00,
  failed: 0x424242,
};
const previewColour = 0x1565c0;

function previewed(until: string) {
  return {
    fr: `**Aperçu : rien n'est encore fait.** Voici ce qui sera fait ; relisez, puis confirmez (${until}).`,
    en: `**Preview: nothing is done yet.** This is what will be done; read it, then confirm (${until}).`,
  };
}

const signs: Readonly<Record<Mark, string>> = {
  plain: "",
  muted: "",
  good: "✔ ",
  bad: "✖ ",
  warning: "⚠ ",
  notice: "ℹ ",
  denied: "⛔ ",
  unknown: "? ",
};
const tooHeavy = {
  fr: "⚠ Un document est trop lourd pour Discord : produisez-le depuis la console.",
  en: "⚠ A document is too heavy for Discord: make it from the console.",
};
function rowsOf(block: Block, language: Language): readonly string[] {
  if (block.kind === "line") return [signs[block.mark] + withTimestamps(escaped(block.text))];
  if (block.kind === "table") return [tableOf(block, language)];
  if (block.kind === "next") return nextOf(block, language);
  if (block.kind !== "finding") return [];
  const { mark, what, why, mend } = block;
  const head = signs[mark] + withTimestamps(escaped(what));
  if (mark === "denied") return [mend === undefined ? head : `${head} → ${stepOf(mend)}`];
  const rows = [head];
  if (why !== undefined && mark === "bad") rows.push(`-# ${explained(wording.why, withTimestamps(escaped(why)), language)}`);
  if (mend !== undefined && (mark === "bad" || mark === "warning")) rows.push(explained(wording.mend, stepOf(mend), language));
  return [rows.join("\n")];
}

function nextOf({ steps }: BlockOf<"next">, language: Language): readonly string[] {
  if (steps.length === 1) return steps.map((step) => headed(wording.next, stepOf(step), language));
  return [headed(wording.nexts, "", language).trimEnd(), ...steps.map((step) => `· ${stepOf(step)}`)];
}

function stepOf({ text, command }: Step): string {
  const parts = [text === undefined ? undefined : escaped(text), command === undefined ? undefined : commandText(command)];
  return parts.filter((part) => part !== undefined).join(" → ");
}

function fieldOf({ name, value }: { readonly name: string; readonly value: string }): APIEmbedField {
  const shown = value.trim() === "" ? "—" : escaped(value);
  return { name: cut(escaped(name), limits.fieldName) || "\u200b", value: dated(shown, limits.fieldValue), inline: shown.length <= 40 };
}

function within(fields: readonly APIEmbedField[], most: number): APIEmbedField[] {
  let size = 0;
  return fields.filter(({ name, value }) => {
    size += name.length + value.length;
    return size <= most;
  });
}

/** Whole rows while they fit. */
function joined(rows: readonly string[], most: number): string {
  let text = "";
  for (const row of rows) {
    const longer = text === "" ? row : `${text}\n${row}`;
    if (longer.length > most - 2) return text === "" ? cut(row, most) : `${text}\n…`;
    text = longer;
  }
  return text;
}
