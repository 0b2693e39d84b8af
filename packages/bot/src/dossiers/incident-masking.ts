import {
  counted,
  enumerate,
  type Language,
  type MaskedKind,
  type MaskingContext,
  maskedKindLabels,
  maskedKinds,
  maskText,
  sentenceCase,
} from "@kairos/core";
import { both, type ReplyLine } from "../reply.js";

/** A text as it is kept: masked, and still no longer than it may be. */
export function keptText(text: string, masking: MaskingContext, most: number): string {
  return maskText(text, masking).text.slice(0, most);
}

/** How many of each kind stand masked in the new texts and did not in the former ones: some were masked before the command read them. */
export function newlyMasked(former: readonly string[], texts: readonly string[]): ReadonlyMap<MaskedKind, number> {
  const counts = maskedKinds.map((kind) => [kind, marksOf(kind, texts) - marksOf(kind, former)] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}

function marksOf(kind: MaskedKind, texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.split(`[${maskedKindLabels[kind].fr}]`).length - 1, 0);
}

/** What was hidden, told to whoever sent it; a password that passed through a chat is lost. */
export function maskedLines(masked: ReadonlyMap<MaskedKind, number>): readonly ReplyLine[] {
  if (masked.size === 0) return [];
  const kinds = (language: Language) =>
    enumerate([...masked].map(([kind, count]) => `${maskedKindLabels[kind][language]}${count === 1 ? "" : ` (${count})`}`));
  const all = [...masked.values()].reduce((sum, count) => sum + count, 0);
  const hidden = both((language) =>
    language === "fr"
      ? `${sentenceCase(counted(all, "passage"))} ${all < 2 ? "masqué" : "masqués"} avant d'être gardé${all < 2 ? "" : "s"} : ${kinds("fr")}. Le support n'en a pas besoin.`
      : `${sentenceCase(counted(all, "passage", "passages", "en"))} masked before anything was kept: ${kinds("en")}. Support needs none of it.`,
  );
  const isLost = masked.has("password") || masked.has("token");
  return [
    { tone: "warning", text: hidden },
    ...(isLost
      ? [
          {
            tone: "bad",
            text: {
              fr: "Ce qui était secret est passé par le chat : changez-le dès maintenant.",
              en: "What was secret passed through the chat: change it now.",
            },
          } as const,
        ]
      : []),
  ];
}

/** A name of a file is kept nowhere; when it told something, its sender learns it. */
export function fileNameLines(name: string | undefined, masking: MaskingContext): readonly ReplyLine[] {
  const said = (name ?? "").replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(/[_-]+/g, " ");
  const { masked } = maskText(said, masking);
  if (masked.size === 0) return [];
  const kinds = (language: Language) => enumerate([...masked.keys()].map((kind) => maskedKindLabels[kind][language]));
  const text = both((language) =>
    language === "fr"
      ? `Le nom du fichier disait : ${kinds("fr")}. Il n'a pas été gardé ; la capture part sous le numéro de l'incident.`
      : `The name of the file told: ${kinds("en")}. It was not kept; the screenshot leaves under the number of the incident.`,
  );
  return [{ tone: "warning", text }];
}
