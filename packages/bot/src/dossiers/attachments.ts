import { type Attachment, attachmentKindLabels, formatDay, type Label, type Language, type Result, success } from "@kairos/core";
import type { CheckedFile } from "../files/received.js";
import { line, type Reply, type ReplyLine, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { unknown } from "./unknown.js";

/** An attachment that still stands. `of` limits it to those of one thing; `path` is the option it was typed in. */
export async function loadAttachment(store: Store, typed: string, of?: string): Promise<Result<Attachment>> {
  const attachment = await store.attachments.get(typed.toUpperCase());
  const stands = attachment !== undefined && attachment.removedOn === undefined && (of === undefined || attachment.object === of);
  return stands ? success(attachment) : unknown("attachment", "piece", typed);
}

/** `P-0001 · second devis · devis-comparatif.pdf · 182 Ko` */
export function attachmentSummary({ id, kind, fileName, bytes }: Attachment): Label {
  const inLanguage = (language: Language) => [id, attachmentKindLabels[kind][language], fileName, formatBytes(bytes, language)].join(" · ");
  return { fr: inLanguage("fr"), en: inLanguage("en") };
}

/** A protected PDF is taken, and said: nobody knows whether it opens. */
export function lockedLines({ encrypted }: Pick<CheckedFile, "encrypted">): readonly ReplyLine[] {
  if (encrypted !== true) return [];
  return [
    line(
      "warning",
      "Ce PDF est protégé : vérifiez qu'il s'ouvre sans mot de passe.",
      "This PDF is protected: check that it opens without a password.",
    ),
  ];
}

/** What stands can be opened from the table; what was removed is only told. `names` are people's, by id. */
export function listed(attachments: readonly Attachment[], names: ReadonlyMap<string, string>): Pick<Reply, "lines" | "table"> {
  const standing = attachments.filter(({ removedOn }) => removedOn === undefined);
  const lines = [
    ...(standing.length === 0 ? [line("plain", "Aucune pièce n'est jointe à ce devis.", "No document is attached to this quote.")] : []),
    ...attachments.flatMap(({ id, kind, removedOn, removedBy }) => {
      if (removedOn === undefined) return [];
      const [fr, en] = [`${id} · ${attachmentKindLabels[kind].fr}`, `${id} · ${attachmentKindLabels[kind].en}`];
      const by = removedBy === undefined ? "—" : (names.get(removedBy) ?? removedBy);
      return [
        line("muted", `${fr} : retirée le ${formatDay(removedOn)} par ${by}.`, `${en}: removed on ${formatDay(removedOn, "en")} by ${by}.`),
      ];
    }),
  ];
  const table = { columns, rows: standing.map((one) => rowOf(one, names)), open: { path: "devis pieces", option: "piece" } };
  return { lines, ...(standing.length > 0 && { table }) };
}

const columns = [
  { fr: "Pièce", en: "Attachment" },
  { fr: "Nature", en: "Kind" },
  { fr: "Fichier", en: "File" },
  { fr: "Taille", en: "Size" },
  { fr: "Ajoutée", en: "Added" },
  { fr: "Note", en: "Note" },
];

function rowOf({ id, kind, fileName, bytes, addedOn, addedBy, note }: Attachment, names: ReadonlyMap<string, string>): readonly Label[] {
  const added = (language: Language) => `${formatDay(addedOn, language)} · ${names.get(addedBy) ?? addedBy}`;
  return [
    same(id),
    attachmentKindLabels[kind],
    same(fileName),
    { fr: formatBytes(bytes, "fr"), en: formatBytes(bytes, "en") },
    { fr: added("fr"), en: added("en") },
    same(note ?? "—"),
  ];
}

/** `182 Ko`, `2,4 Mo`: never less than it is. */
function formatBytes(bytes: number, language: Language): string {
  const [kilo, mega] = language === "fr" ? ["Ko", "Mo"] : ["KB", "MB"];
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} ${kilo}`;
  const tenths = (Math.ceil((bytes * 10) / 1024 / 1024) / 10).toFixed(1);
  return `${language === "fr" ? tenths.replace(".", ",") : tenths} ${mega}`;
}
