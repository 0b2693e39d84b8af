import { checkQuote, formacodeSchema, fund, type QuoteSituation } from "@kairos/core";
import { another } from "../../../core/quotes/examples/example.js";
import { type Dossier, faultsIn } from "../../seeded.js";

const barred = ["Région Nouvelle-Aquitaine", "Département du Rhône"];
const denied = ["150", "434"];

/** An AIF in a region that has settled all it may, each figure of the quote just within. */
function inRegion({ situation }: Dossier): QuoteSituation | undefined {
  const { quote, provider } = situation;
  if (quote.scheme !== "aif" || quote.status !== "draft" || provider === undefined || quote.funding === undefined) return undefined;
  const aif = {
    ...provider.settings.aif,
    maxAmountCents: quote.funding.franceTravailCents,
    formacodeDenylist: denied,
    incompatibleFunders: barred,
    secondQuoteRequired: true,
    groupFrom: 3,
  };
  return {
    ...situation,
    provider: { ...provider, settings: { ...provider.settings, aif } },
    quote: { ...quote, secondQuote: "Devis 2026/114, autre organisme" },
    otherQuotes: [enrolledToo(quote.sessionReference, 1)],
  };
}

/** Another trainee's AIF for the same session. */
function enrolledToo(sessionReference: string | undefined, rank: number) {
  return another({ reference: `DEV-2026-010${rank}`, traineeId: `T-010${rank}`, sessionReference });
}

const inSettled = faultsIn(inRegion, checkQuote);

export const regionFaults = {
  "aif.cumul-forbidden": inSettled((situation, random) => {
    const funder = random.pick([...barred, "RÉGION NOUVELLE-AQUITAINE", "departement du rhone", "Région Nouvelle Aquitaine"]);
    const others = [...(situation.quote.funding?.others ?? []), { funder, amountCents: 1_00 + random.int(300_00) }];
    return { ...situation, quote: fund(situation.quote, others) };
  }),
  "aif.over-cap": inSettled((situation, random) => {
    const { lines } = situation.quote;
    const index = lines.findIndex(({ kind }) => kind === "pedagogical");
    const line = lines[index];
    if (line === undefined) return undefined;
    const cents = 1 + random.int(500_00);
    const added = { ...line, label: "Module ajouté", unit: "flat" as const, quantity: 1, unitPriceCents: cents, amountCents: cents };
    return { ...situation, quote: fund({ ...situation.quote, lines: [...lines, added] }) };
  }),
  "aif.formacode-excluded": inSettled(({ session, ...situation }, random) => {
    const formacode = formacodeSchema.parse(`${random.pick(denied)}${10 + random.int(90)}`);
    return session && { ...situation, session: { ...session, formacode } };
  }),
  "aif.group-pattern": inSettled((situation, random) => {
    const more = Array.from({ length: 1 + random.int(6) }, (_, index) => enrolledToo(situation.quote.sessionReference, index + 2));
    return { ...situation, otherQuotes: [...(situation.otherQuotes ?? []), ...more] };
  }),
  "aif.second-quote-required": inSettled((situation, random) => ({
    ...situation,
    quote: { ...situation.quote, secondQuote: random.chance(0.5) ? undefined : "" },
  })),
};
