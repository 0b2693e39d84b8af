import { formatDay, type IsoDate } from "../../shared/calendar.js";
import { formatCents } from "../../shared/money.js";
import type { ReportDocument, ReportSection } from "../../shared/report.js";
import { counted } from "../../shared/text.js";
import { billedPeriod, type InvoiceDocument } from "../document.js";
import { channelLabels } from "../invoice.js";
import { type CheckedItem, type Checklist, checkedItemLabels, checkedStateLabels } from "./checklist.js";

/** The checklist to print and to hold while depositing: what is typed, what is attached, what is left to do. */
export function prepareChecklistReport({ channel, items }: Checklist, document: InvoiceDocument, today: IsoDate): ReportDocument {
  const { number, provider, customer, training, totals, dueOn } = document;
  const left = items.filter(({ mend }) => mend !== undefined);
  return {
    kind: "report",
    name: `liste-de-controle-${number}`,
    genre: "Liste de contrôle du dépôt",
    title: number,
    issuer: { name: provider.name, siret: provider.siret },
    issuedOn: today,
    facts: [
      { label: "Canal", value: channelLabels[channel].fr },
      { label: "Payeur", value: customer.name },
      { label: "Formation", value: `${training.title}, ${billedPeriod(training)}` },
      { label: "À payer", value: formatCents(totals.dueCents) },
      { label: "Échéance", value: formatDay(dueOn) },
    ],
    sections: [
      ...sectionOf(
        "À saisir",
        ["Quoi", "À recopier", "D'où cela vient", "État"],
        items.filter(({ isFile }) => !isFile),
      ),
      ...sectionOf(
        "À joindre",
        ["Pièce", "Fichiers du dossier", "D'où cela vient", "État"],
        items.filter(({ isFile }) => isFile),
      ),
      {
        heading: "Ce qu'il reste à faire",
        ...(left.length === 0
          ? { paragraphs: ["Rien : tout ce que demande le canal est dans le dossier."] }
          : {
              paragraphs: [`${counted(left.length, "point")} avant ou pendant le dépôt :`],
              items: left.map(({ item, mend }) => `${checkedItemLabels[item].fr} : ${mend?.fr ?? ""}.`),
            }),
      },
      {
        heading: "Une fois déposée",
        paragraphs: [`Notez le dépôt dans Kairos, avec le numéro que donne le canal : /facture deposer facture:${number} reference:…`],
      },
    ],
    signatures: [],
  };
}

function sectionOf(
  heading: string,
  [what, value, from, state]: readonly [string, string, string, string],
  items: readonly CheckedItem[],
): readonly ReportSection[] {
  if (items.length === 0) return [];
  return [
    {
      heading,
      table: {
        columns: [
          { title: what, share: 2 },
          { title: value, share: 3 },
          { title: from, share: 2 },
          { title: state, share: 1.2 },
        ],
        rows: items.map((one) => [
          checkedItemLabels[one.item].fr,
          one.values.join(", ") || "—",
          one.from.fr,
          checkedStateLabels[one.state].fr,
        ]),
      },
    },
  ];
}
