import {
  billedPeriod,
  formatCents,
  formatDay,
  type InvoiceDocument,
  type InvoiceDocumentLine,
  invoiceKindLabels,
  sentenceCase,
} from "@kairos/core";
import { type Fact, factRows, wideEnough } from "../layout/facts.js";
import { furnishedPages } from "../layout/furniture.js";
import type { Strip } from "../layout/marks.js";
import { documentTitle, factsBand, letterhead } from "../layout/masthead.js";
import { beside, columnsOf, flowingText, fullWidth, headingStrip, keptWithNext, type Place, stacked, textStrip } from "../layout/strips.js";
import { airy, type Column, fittingWidth, tableStrips } from "../layout/table.js";
import { styles } from "../layout/theme.js";
import type { PdfDocument } from "./document.js";
import { isTaxed, settlementStrips, vatOf } from "./invoice-settlement.js";
import { dotted, groupedSiret, hardSpace, paragraphsOf, placeOf, quantityOf } from "./phrases.js";

/** The invoice, deposit, balance or credit note as people read it; what it says was decided by core. */
export const invoiceDocument: PdfDocument<InvoiceDocument> = {
  title: fullTitle,
  author: (invoice) => invoice.provider.name,
  pages: (invoice, { auditHead }) =>
    furnishedPages(stripsOf(invoice), {
      issuer: invoice.provider.name,
      issuerId: `SIRET ${groupedSiret(invoice.provider.siret)}`,
      reference: fullTitle(invoice),
      subject: invoice.training.title,
      trailHead: auditHead,
      mark: invoice.isDraft ? "PROJET" : undefined,
    }),
};

function stripsOf(invoice: InvoiceDocument): readonly Strip[] {
  return [
    issuer(invoice),
    ...title(invoice),
    ...correction(invoice),
    ...training(invoice),
    ...lines(invoice),
    ...settlementStrips(invoice),
    ...notes(invoice),
  ];
}

function issuer({ provider }: InvoiceDocument): Strip {
  const { name, siret, vatNumber, address, contact } = provider;
  const identity = dotted(`SIRET ${groupedSiret(siret)}`, vatNumber && `TVA ${vatNumber}`);
  return letterhead(name, [
    dotted(address && placeOf(address), identity),
    dotted(contact.name, contact.phone?.replaceAll(" ", hardSpace), contact.email),
  ]);
}

function title(invoice: InvoiceDocument): readonly Strip[] {
  const [left = fullWidth, right = fullWidth] = columnsOf(2);
  const { issuedOn, dueOn, isDraft, type, schemeLabel } = invoice;
  const facts: Fact[] = [
    { label: isDraft ? "Projet du" : "Date d'émission", value: formatDay(issuedOn) },
    { label: "Échéance", value: type === "credit-note" ? undefined : formatDay(dueOn) },
    { label: "Dispositif", value: schemeLabel },
    { label: "Facture créditée", value: invoice.credits?.number },
  ];
  return [beside([documentTitle(genreOf(invoice), invoice.number, left), addressee(invoice, right)], 24), factsBand(facts)];
}

function addressee({ customer, type }: InvoiceDocument, place: Place): Strip {
  const { name, siret, address } = customer;
  return stacked([
    textStrip(type === "credit-note" ? "Adressé à" : "Facturé à", styles.label, { place }),
    textStrip(name, styles.lead, { place, gap: 2 }),
    ...(address === undefined ? [] : [textStrip(placeOf(address), styles.small, { place, gap: 1 })]),
    textStrip(`SIRET ${groupedSiret(siret)}`, styles.small, { place }),
  ]);
}

/** What a credit note corrects, said in full before anything else. */
function correction({ credits }: InvoiceDocument): readonly Strip[] {
  if (credits === undefined) return [];
  const { number, issuedOn, reason } = credits;
  return [textStrip(`Avoir sur la facture ${number} du ${formatDay(issuedOn)}. Motif : ${reason}`, styles.strong, { gap: 12 })];
}

function training({ training, references, customer }: InvoiceDocument): readonly Strip[] {
  const facts: Fact[] = [
    { label: "Du", value: formatDay(training.startsOn) },
    { label: "Au", value: formatDay(training.endsOn) },
    { label: "Session", value: training.sessionReference },
    { label: "Marché", value: references.contract },
    { label: "Bon de commande", value: references.order },
    { label: "Engagement", value: references.engagement },
    { label: "Code service", value: customer.serviceCode },
    { label: "Devis", value: references.quote },
  ];
  return keptWithNext([
    headingStrip("Formation"),
    { ...textStrip(training.title, styles.lead), keepWithNext: true },
    ...factRows(
      facts.map((fact) => wideEnough(fact)),
      5,
    ),
  ]);
}

function lines(invoice: InvoiceDocument): readonly Strip[] {
  const figures = figuresOf(invoice);
  const amounts = figures.map(
    ({ title, cell }): Column => ({ title, width: Math.max(60, fittingWidth(title, invoice.lines.map(cell))), align: "right" }),
  );
  const rows = invoice.lines.map((line) => [lineText(line, invoice), ...figures.map(({ cell }) => cell(line))]);
  const foot = [{ label: isTaxed(invoice) ? "Total des lignes HT" : "Total des lignes", value: formatCents(invoice.totals.linesCents) }];
  return keptWithNext(tableStrips({ columns: [{ title: "Prestations" }, ...amounts], rows, foot, look: { ...airy, aside: styles.label } }));
}

/** The label and who is trained; under them, what the line adds to what the invoice says above. */
function lineText(line: InvoiceDocumentLine, { training }: InvoiceDocument): string {
  const { label, description, trainee, startsOn, endsOn } = line;
  const person = trainee && (trainee.name ?? trainee.id);
  const period = { startsOn: startsOn ?? training.startsOn, endsOn: endsOn ?? training.endsOn };
  const isOther = period.startsOn !== training.startsOn || period.endsOn !== training.endsOn;
  const under = dotted(isOther ? billedPeriod(period) : undefined, description);
  return `${dotted(label, person)}${under === "" ? "" : `\n${under}`}`;
}

function figuresOf(invoice: InvoiceDocument): readonly { readonly title: string; readonly cell: (line: InvoiceDocumentLine) => string }[] {
  const hasVat = isTaxed(invoice);
  return [
    { title: "Quantité", cell: quantityOf },
    { title: hasVat ? "Prix unitaire HT" : "Prix unitaire", cell: (line) => formatCents(line.unitPriceCents) },
    ...(hasVat ? [{ title: "TVA", cell: vatOf }] : []),
    { title: hasVat ? "Montant HT" : "Montant", cell: (line) => formatCents(line.amountCents) },
  ];
}

function notes({ notes = "" }: InvoiceDocument): readonly Strip[] {
  const paragraphs = paragraphsOf(notes);
  if (paragraphs.length === 0) return [];
  return [
    headingStrip("Remarques"),
    ...paragraphs.flatMap((paragraph, index) => flowingText(paragraph, styles.body, { gap: index === 0 ? 0 : 4 })),
  ];
}

/** A draft says that it is one. */
function genreOf({ type, isDraft }: InvoiceDocument): string {
  const { fr } = invoiceKindLabels[type];
  if (!isDraft) return sentenceCase(fr);
  return type === "credit-note" ? `Projet d'${fr}` : `Projet de ${fr}`;
}

function fullTitle(invoice: InvoiceDocument): string {
  return `${genreOf(invoice)} ${invoice.number}`;
}
