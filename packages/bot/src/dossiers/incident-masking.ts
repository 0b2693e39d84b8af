import {
  counted,
  enumerate,
  type Language,
  type MaskedKind,
  type MaskingContext,
  maskedKindLabels,
  maskedKinds,
  masksOf,
  maskText,
} from "@kairos/core";
import type { CleanedPicture } from "../files/picture/clean.js";
import { heldByName } from "../files/picture/name.js";
import { removedLabels } from "../files/picture/removed.js";
import { line, type ReplyLine } from "../reply.js";

/** A text as it is kept: masked, and still no longer than it may be. */
export function keptText(text: string, masking: MaskingContext, most: number): string {
  return maskText(text, masking).text.slice(0, most);
}

/** How many of each kind stand masked in the new texts and did not in the former ones: some were masked before the command read them. */
export function newlyMasked(former: readonly string[], texts: readonly string[]): ReadonlyMap<MaskedKind, number> {
  const inAll = (kind: MaskedKind, all: readonly string[]) => all.reduce((sum, text) => sum + masksOf(kind, text), 0);
  const counts = maskedKinds.map((kind) => [kind, inAll(kind, texts) - inAll(kind, former)] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}

/** What was hidden, told to whoever sent it; a password that passed through a chat is lost. */
export function maskedLines(masked: ReadonlyMap<MaskedKind, number>): readonly ReplyLine[] {
  if (masked.size === 0) return [];
  const kinds = (language: Language) =>
    enumerate([...masked].map(([kind, count]) => `${maskedKindLabels[kind][language]}${count === 1 ? "" : ` (${count})`}`));
  const all = [...masked.values()].reduce((sum, count) => sum + count, 0);
  const said = line(
    "warning",
    `${counted(all, "passage masqué", "passages masqués")} avant ${all < 2 ? "d'être gardé" : "d'être gardés"} : ${kinds("fr")}. Le support n'en a pas besoin.`,
    `${counted(all, "passage", "passages", "en")} masked before anything was kept: ${kinds("en")}. Support needs none of it.`,
  );
  if (!masked.has("password") && !masked.has("token")) return [said];
  return [
    said,
    line("bad", "Ce qui était secret a été tapé ici : changez-le dès maintenant.", "What was secret was typed here: change it now."),
  ];
}

/** A name of a file is kept nowhere; when it told something, its sender learns it. */
export function fileNameLines(name: string | undefined, masking: MaskingContext): readonly ReplyLine[] {
  const held = [...heldByName(name ?? "", masking).keys()];
  if (held.length === 0) return [];
  const kinds = (language: Language) => enumerate(held.map((kind) => maskedKindLabels[kind][language]));
  return [
    line(
      "warning",
      `Le nom du fichier disait : ${kinds("fr")}. Il n'a pas été gardé ; la capture part sous le numéro de l'incident.`,
      `The name of the file told: ${kinds("en")}. It was not kept; the screenshot leaves under the number of the incident.`,
    ),
  ];
}

/** What the picture carried beside what it shows. */
export function removedLines(picture: CleanedPicture | undefined): readonly ReplyLine[] {
  const { removed = [] } = picture ?? {};
  if (removed.length === 0) return [];
  const kinds = (language: Language) => enumerate(removed.map((kind) => removedLabels[kind][language]));
  return [line("plain", `Retiré de l'image : ${kinds("fr")}.`, `Taken out of the picture: ${kinds("en")}.`)];
}
