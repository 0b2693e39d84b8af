import {
  formatCents,
  formatDay,
  formatMinutes,
  fullName,
  type Label,
  type Language,
  lineAmount,
  type Quote,
  type QuoteLine,
} from "@kairos/core";
import { command } from "../../command.js";
import { lineKindLabels } from "../../dossiers/quote-words.js";
import { answerWith, loadQuote } from "../../dossiers/quotes.js";
import { reference } from "../../options.js";
import { both, refused, same } from "../../reply.js";

export default command({
  words: { fr: ["voir", "Montre un devis en entier"], en: ["show", "Show a whole quote"] },
  needs: "quote.read",
  visibility: "private",
  publishable: true,
  example: "/devis voir reference:DEV-2026-0001",
  options: { reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }) },
  async run(desk) {
    const loaded = await loadQuote(desk, desk.input.reference);
    if (!loaded.ok) return refused(loaded.problems);
    const { quote, trainee } = loaded.value;
    const approver = quote.approval && (await desk.store.people.get(quote.approval.recordedBy));
    const name = trainee === undefined ? (quote.traineeId ?? "—") : `${trainee.id} · ${fullName(trainee)}`;
    return {
      ...answerWith(loaded.value, []),
      fields: [
        { name: { fr: "Stagiaire", en: "Trainee" }, value: same(name) },
        { name: { fr: "Session", en: "Session" }, value: same(quote.sessionReference ?? "—") },
        { name: { fr: "Lieu", en: "Place" }, value: same(quote.place ?? "—") },
        { name: { fr: "Heures", en: "Hours" }, value: both((language) => hoursOf(quote, language)) },
        { name: { fr: "Financement", en: "Funding" }, value: both((language) => fundingOf(quote, language)) },
        {
          name: { fr: "Valable jusqu'au", en: "Valid until" },
          value: both((language) => (quote.validUntil === undefined ? "—" : formatDay(quote.validUntil, language))),
        },
        {
          name: { fr: "Validation du candidat", en: "Candidate's approval" },
          value: both((language) => approvalOf(quote, approver?.name, language)),
        },
      ],
      ...(quote.lines.length > 0 && { table: { columns, rows: quote.lines.map(rowOf) } }),
    };
  },
});

const columns = [
  { fr: "Ligne", en: "Line" },
  { fr: "Nature", en: "Kind" },
  { fr: "Libellé", en: "Label" },
  { fr: "Quantité", en: "Quantity" },
  { fr: "Prix", en: "Price" },
  { fr: "Montant HT", en: "Net" },
];

function rowOf(line: QuoteLine, index: number): readonly Label[] {
  return [
    same(String(index + 1)),
    lineKindLabels[line.kind],
    same(line.label),
    line.unit === "hour"
      ? same(formatMinutes(line.quantity))
      : line.unit === "day"
        ? { fr: `${line.quantity} j`, en: `${line.quantity} d` }
        : same(String(line.quantity)),
    both((language) => formatCents(line.unitPriceCents, language)),
    both((language) => formatCents(lineAmount(line), language)),
  ];
}

function hoursOf({ hours }: Quote, language: Language): string {
  const words = language === "fr" ? ["centre", "entreprise", "distance"] : ["centre", "company", "distance"];
  return [hours.centreMinutes, hours.companyMinutes, hours.distanceMinutes]
    .map((minutes, index) => `${words[index]} ${formatMinutes(minutes)}`)
    .join(" · ");
}

function fundingOf({ funding }: Quote, language: Language): string {
  if (funding === undefined) return "—";
  const trainee = language === "fr" ? "stagiaire" : "trainee";
  const shares = [
    { funder: "France Travail", amountCents: funding.franceTravailCents },
    ...funding.others,
    { funder: trainee, amountCents: funding.traineeCents },
  ];
  return shares
    .flatMap(({ funder, amountCents }, index) =>
      index > 0 && amountCents === 0 ? [] : [`${funder} ${formatCents(amountCents, language)}`],
    )
    .join(" · ");
}

function approvalOf({ approval }: Quote, name: string | undefined, language: Language): string {
  if (approval === undefined) return language === "fr" ? "pas encore" : "not yet";
  const day = formatDay(approval.on, language);
  return language === "fr"
    ? `version ${approval.version}, le ${day}, enregistrée par ${name ?? approval.recordedBy}`
    : `version ${approval.version}, on ${day}, recorded by ${name ?? approval.recordedBy}`;
}
