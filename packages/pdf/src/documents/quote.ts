import { formatCents, formatDay, formatMinutes, formatRate, type QuoteDocument, type QuoteDocumentLine } from "@kairos/core";
import { type Fact, factRows } from "../layout/facts.js";
import { furnishedPages } from "../layout/furniture.js";
import type { Strip } from "../layout/marks.js";
import { documentTitle, factsBand, letterhead } from "../layout/masthead.js";
import { signatureRows } from "../layout/signatures.js";
import { beside, columnsOf, flowingText, fullWidth, headingStrip, type Place, sectionGap, stacked, textStrip } from "../layout/strips.js";
import { type Sum, sumsStrip } from "../layout/sums.js";
import { type Column, type FootRow, fittingWidth, tableStrips } from "../layout/table.js";
import { styles } from "../layout/theme.js";
import type { PdfDocument } from "./document.js";
import { capitalised, dotted, groupedSiret, hardSpace, joined, paragraphsOf, placeOf, quantityOf } from "./phrases.js";

/** The quote (devis): who offers what training to whom, at what cost, paid by whom. */
export const quoteDocument: PdfDocument<QuoteDocument> = {
  title: (quote) => `Devis ${quote.reference} – version ${quote.version}`,
  author: (quote) => quote.provider.name,
  pages: (quote, { auditHead }) =>
    furnishedPages(stripsOf(quote), {
      issuer: quote.provider.name,
      issuerId: `SIRET ${groupedSiret(quote.provider.siret)}`,
      reference: `Devis ${quote.reference} · version ${quote.version}`,
      subject: quote.training.title,
      trailHead: auditHead,
      mark: quote.isDraft ? "BROUILLON" : undefined,
    }),
};

function stripsOf(quote: QuoteDocument): readonly Strip[] {
  return [
    issuer(quote),
    ...title(quote),
    ...training(quote),
    ...poei(quote),
    ...costs("Coûts pédagogiques", "pedagogical", quote),
    ...costs("Frais annexes", "ancillary", quote),
    settlement(quote),
    ...notes(quote),
    agreement(quote),
  ];
}

function issuer({ provider }: QuoteDocument): Strip {
  const { name, siret, address, contact, presentation } = provider;
  const place = address && placeOf(address);
  const reach = dotted(contact.name, contact.phone?.replaceAll(" ", hardSpace), contact.email);
  return letterhead(name, [dotted(place, `SIRET ${groupedSiret(siret)}`), reach], presentation);
}

function title(quote: QuoteDocument): readonly Strip[] {
  const [left = fullWidth, right = fullWidth] = columnsOf(2);
  const facts: Fact[] = [
    { label: "Dispositif", value: quote.scheme },
    { label: "Version", value: dotted(String(quote.version), quote.isDraft ? "Brouillon" : undefined) },
    { label: "Établi le", value: formatDay(quote.issuedOn) },
    { label: "Valable jusqu'au", value: quote.validUntil && formatDay(quote.validUntil) },
  ];
  return [beside([documentTitle("Devis", quote.reference, left), addressee(quote, right)], 24), factsBand(facts)];
}

function addressee({ trainee }: QuoteDocument, place: Place): Strip {
  const { name = "Stagiaire à préciser", franceTravailId } = trainee ?? {};
  const identifier = franceTravailId === undefined ? "" : `Identifiant France Travail : ${franceTravailId}`;
  return stacked([
    textStrip("Établi pour", styles.label, { place }),
    textStrip(name, styles.lead, { place, gap: 2 }),
    textStrip(identifier, styles.small, { place, gap: 1 }),
  ]);
}

function training({ training }: QuoteDocument): readonly Strip[] {
  const { hours, startsOn, endsOn } = training;
  const facts: Fact[] = [
    { label: "Début", value: startsOn && formatDay(startsOn) },
    { label: "Fin", value: endsOn && formatDay(endsOn) },
    { label: "Lieu", value: training.place, span: 2 },
    { label: "Modalité", value: capitalised(training.modality) },
    { label: "Session", value: training.sessionReference },
    { label: "Référencement Carif-Oref", value: training.listingReference },
    joined({ label: "Certification", value: training.certification }, { label: "Formacode", value: training.formacode }),
  ];
  const durations: Fact[] = [
    { label: "En centre", value: formatMinutes(hours.centreMinutes) },
    { label: "En entreprise", value: formatMinutes(hours.companyMinutes) },
    { label: "À distance", value: formatMinutes(hours.distanceMinutes) },
    { label: "Durée totale", value: formatMinutes(training.totalMinutes) },
  ];
  return [
    headingStrip("Formation"),
    { ...textStrip(training.title, styles.lead), keepWithNext: true },
    ...factRows(facts, 5),
    ...factRows(durations, 7),
  ];
}

function poei({ poei = [] }: QuoteDocument): readonly Strip[] {
  const facts = poei.map(({ label, value }) => ({ label, value: capitalised(value) }));
  return facts.length === 0 ? [] : [headingStrip("Préparation opérationnelle à l'emploi"), ...factRows(facts)];
}

function costs(heading: string, kind: QuoteDocumentLine["kind"], quote: QuoteDocument): readonly Strip[] {
  const lines = quote.lines.filter((line) => line.kind === kind);
  if (lines.length === 0 && kind === "ancillary") return [];
  const figures = figuresOf(quote);
  const amounts = figures.map(
    ({ title, cell }): Column => ({ title, width: Math.max(60, fittingWidth(title, quote.lines.map(cell))), align: "right" }),
  );
  const rows = lines.map((line) => [line.label, ...figures.map(({ cell }) => cell(line))]);
  return tableStrips({ columns: [{ title: heading }, ...amounts], rows, foot: subtotals(kind, quote) });
}

/** The columns of figures, the same in both tables of costs. */
function figuresOf(quote: QuoteDocument): readonly { readonly title: string; readonly cell: (line: QuoteDocumentLine) => string }[] {
  const hasVat = isTaxed(quote);
  return [
    { title: "Quantité", cell: quantityOf },
    { title: "Prix unitaire", cell: (line) => formatCents(line.unitPriceCents) },
    ...(hasVat ? [{ title: "TVA", cell: (line: QuoteDocumentLine) => formatRate(line.vatRate) }] : []),
    { title: hasVat ? "Montant HT" : "Montant", cell: (line) => formatCents(line.amountCents) },
  ];
}

function subtotals(kind: QuoteDocumentLine["kind"], { totals }: QuoteDocument): readonly FootRow[] {
  const name = kind === "pedagogical" ? "Total des coûts pédagogiques" : "Total des frais annexes";
  const value = formatCents(kind === "pedagogical" ? totals.pedagogicalCents : totals.ancillaryCents);
  const net = formatCents(kind === "pedagogical" ? totals.pedagogicalNetCents : totals.ancillaryNetCents);
  if (net === value) return [{ label: name, value }];
  return [
    { label: `${name} HT`, value: net },
    { label: `${name} TTC`, value },
  ];
}

/** Who pays at the left, how much at the right; what the law wants said, under one or both: where it takes less height. */
function settlement(quote: QuoteDocument): Strip {
  const [left = fullWidth, right = fullWidth] = columnsOf(2);
  const amounts = sumsStrip(sumsOf(quote), right);
  const payers = quote.funding.length === 0 ? [] : [funding(quote, left)];
  const mentions = mentionsOf(quote);
  const aside = mentions.map((mention, index) => textStrip(mention, styles.label, { place: left, gap: index === 0 ? 9 : 3 }));
  const below = textStrip(mentions.join(" "), styles.label, { gap: 9 });
  const narrow = beside([amounts, stacked([...payers, ...aside])], sectionGap);
  const wide = stacked([beside([amounts, ...payers]), below], sectionGap);
  return { ...(narrow.height <= wide.height ? narrow : wide), keepWithNext: true };
}

function funding({ funding }: QuoteDocument, place: Place): Strip {
  const rows = funding.map((row) => [row.label, formatCents(row.amountCents)]);
  const amounts = rows.map(([, amount = ""]) => amount);
  const columns: Column[] = [
    { title: "Plan de financement" },
    { title: "Montant", width: fittingWidth("Montant", amounts), align: "right" },
  ];
  return stacked(tableStrips({ columns, rows, place }));
}

function sumsOf(quote: QuoteDocument): readonly Sum[] {
  const { netCents, totalCents, vatGroups, hourlyCents } = quote.totals;
  const hasVat = isTaxed(quote);
  const net: Sum[] = hasVat ? [{ label: "Total HT", value: formatCents(netCents) }] : [];
  const vat = vatGroups
    .filter((group) => group.rate > 0)
    .map(
      (group): Sum => ({ label: `TVA ${formatRate(group.rate)} sur ${formatCents(group.netCents)}`, value: formatCents(group.vatCents) }),
    );
  const total: Sum = { label: hasVat ? "Total TTC" : "Total net de taxe", value: formatCents(totalCents), weight: "total" };
  const hourly: Sum[] =
    hourlyCents === undefined ? [] : [{ label: "Coût pédagogique par heure", value: `${formatCents(hourlyCents)}/h`, weight: "note" }];
  return [...net, ...vat, total, ...hourly];
}

function mentionsOf({ provider, vatMentions }: QuoteDocument): readonly string[] {
  const qualiopi = provider.qualiopiEndsOn && `Organisme certifié Qualiopi jusqu'au ${formatDay(provider.qualiopiEndsOn)}.`;
  return [...vatMentions.map((mention) => mention.replace(/\.?$/, ".")), provider.activityMention, qualiopi].filter(
    (mention) => mention !== undefined,
  );
}

function notes({ notes = "" }: QuoteDocument): readonly Strip[] {
  const paragraphs = paragraphsOf(notes);
  if (paragraphs.length === 0) return [];
  const lines = paragraphs.flatMap((paragraph, index) => flowingText(paragraph, styles.body, { gap: index === 0 ? 0 : 4 }));
  const isShort = lines.length <= 12;
  return [
    headingStrip("Remarques"),
    ...lines.map((line, index) => (isShort || index >= lines.length - 2 ? { ...line, keepWithNext: true } : line)),
  ];
}

/** Says again what is signed: it may stand alone on the last page. */
function agreement({ reference, version, totals }: QuoteDocument): Strip {
  const object = `Pour le devis ${reference}, version ${version}, d'un montant total de ${formatCents(totals.totalCents)}.`;
  const approval = "Le candidat valide le devis dans son propre espace France Travail ; la signature ci-dessous n'en dispense pas.";
  const places = signatureRows([
    { name: "Le stagiaire", expected: "Date et signature" },
    { name: "L'organisme de formation", expected: "Date, signature et cachet" },
  ]);
  return stacked(
    [headingStrip("Bon pour accord"), textStrip(object, styles.body), textStrip(approval, styles.small, { gap: 1 }), ...places],
    sectionGap,
  );
}

function isTaxed({ totals }: QuoteDocument): boolean {
  return totals.vatGroups.some((group) => group.rate > 0);
}
