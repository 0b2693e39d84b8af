import { checkQuote, parse, type QuoteInput, quoteSchema, say } from "@kairos/core";
import { aProvider, aSession, aTrainee } from "../tests/examples/index.js";
import { report, timesPerSecond } from "./report.js";

// A quote as it arrives: six lines, an exam fee left among the pedagogical costs, two weeks before the start.
const input: QuoteInput = {
  reference: "DEV-2026-0001",
  scheme: "aif",
  siret: "99900014400017",
  sessionReference: "SE-2026-014",
  traineeId: "T-0007",
  title: "Cariste CACES R489 catégories 1, 3 et 5",
  startsOn: "2026-12-07",
  endsOn: "2026-12-18",
  hours: { centreMinutes: 4200 },
  place: "12 rue des Chantiers, 33300 Bordeaux",
  lines: [
    hours("Théorie : réglementation et sécurité", 14),
    hours("Conduite de matériel de manutention, catégorie 1", 21),
    hours("Conduite de matériel de manutention, catégorie 3", 21),
    hours("Examen blanc et évaluation", 14),
    { kind: "pedagogical", label: "Frais d'inscription à l'examen", unitPriceCents: 120_00, amountCents: 120_00 },
    { kind: "ancillary", label: "Équipement de protection individuelle", unitPriceCents: 65_00, amountCents: 65_00 },
  ],
  funding: { franceTravailCents: 1310_00, traineeCents: 65_00 },
  totalCents: 1375_00,
  validUntil: "2027-01-15",
  notes: "Parcours établi après un entretien le 12/11/2026.\nLe candidat a déjà conduit des transpalettes.",
  enteredBy: ["lea"],
};
const beside = { provider: aProvider(), session: aSession({ priceCents: 1310_00 }), trainee: aTrainee(), otherQuotes: [] };

function endToEnd(): readonly string[] | undefined {
  const read = parse(quoteSchema, input);
  if (!read.ok) return undefined;
  const problems = checkQuote({ quote: read.value, today: "2026-11-23", ...beside });
  return problems.map((problem) => say(problem).what);
}

const said = endToEnd() ?? [];
if (said.length !== 2) throw new Error(`two findings were expected: ${said.join(" ")}`);

const rates = timesPerSecond({ endToEnd, zod: () => quoteSchema.safeParse(input).data });
const perSecond = Math.round(rates.endToEnd ?? 0);
const times = (rates.zod ?? 0) / (rates.endToEnd ?? 1);
const thousands = new Intl.NumberFormat("en-GB");

report({
  bar: "check a quote (parse, check, say) on one core",
  measured: `${thousands.format(perSecond)} per second`,
  limit: "≥ 20,000 per second",
  passed: perSecond >= 20_000,
});
report({
  bar: "check a quote, beside bare zod safeParse of it",
  measured: `${times.toFixed(2)} × (zod: ${thousands.format(Math.round(rates.zod ?? 0))} per second)`,
  limit: "≤ 4 ×",
  passed: times <= 4,
});

function hours(label: string, count: number) {
  return { kind: "pedagogical", label, unit: "hour", quantity: count * 60, unitPriceCents: 17_00, amountCents: count * 17_00 } as const;
}
