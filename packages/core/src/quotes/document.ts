import { type Address, activityMention, type Provider, type VatRegime } from "../membership/index.js";
import { fullName, type Hours, modalityLabels, type Session, type Trainee } from "../sessions/index.js";
import type { IsoDate, Minutes } from "../shared/calendar.js";
import type { BasisPoints, Cents } from "../shared/money.js";
import { contractLabels, poeiFormLabels } from "./poei.js";
import { type LineKind, type Quote, schemeLabels, type Unit } from "./quote.js";
import { quoteTotals, type VatGroup } from "./totals.js";

/** Everything the printed quote shows, already decided: the document only draws it. Amounts in cents, hours in minutes. */
export interface QuoteDocument {
  readonly kind: "quote";
  readonly reference: string;
  readonly version: number;
  readonly isDraft: boolean;
  readonly scheme: string;
  readonly issuedOn: IsoDate;
  readonly validUntil: IsoDate | undefined;
  readonly provider: {
    readonly name: string;
    readonly siret: string;
    readonly address: Address | undefined;
    readonly activityMention: string | undefined;
    readonly contact: { readonly name?: string | undefined; readonly email?: string | undefined; readonly phone?: string | undefined };
    readonly presentation: string | undefined;
    readonly qualiopiEndsOn: IsoDate | undefined;
  };
  readonly trainee: { readonly name: string; readonly franceTravailId: string | undefined } | undefined;
  readonly training: {
    readonly title: string;
    readonly sessionReference: string | undefined;
    readonly listingReference: string | undefined;
    readonly certification: string | undefined;
    readonly formacode: string | undefined;
    readonly startsOn: IsoDate | undefined;
    readonly endsOn: IsoDate | undefined;
    readonly place: string | undefined;
    readonly modality: string;
    readonly hours: Hours;
    readonly totalMinutes: Minutes;
  };
  readonly poei: { readonly label: string; readonly value: string }[] | undefined;
  readonly lines: readonly QuoteDocumentLine[];
  readonly totals: {
    readonly pedagogicalCents: Cents;
    readonly ancillaryCents: Cents;
    readonly pedagogicalNetCents: Cents;
    readonly ancillaryNetCents: Cents;
    readonly netCents: Cents;
    readonly totalCents: Cents;
    readonly vatGroups: readonly VatGroup[];
    readonly hourlyCents: Cents | undefined;
  };
  /** The legal wording of each exemption used. */
  readonly vatMentions: readonly string[];
  readonly funding: readonly { readonly label: string; readonly amountCents: Cents }[];
  readonly notes: string | undefined;
}

export interface QuoteDocumentLine {
  readonly kind: LineKind;
  readonly label: string;
  readonly unit: Unit;
  /** Minutes when the unit is `hour`, a count otherwise. */
  readonly quantity: number;
  readonly unitPriceCents: Cents;
  readonly amountCents: Cents;
  readonly vatRate: BasisPoints;
}

const exemptions: Readonly<Record<VatRegime, string | undefined>> = {
  "exempt-training": "Exonération de TVA – article 261-4-4° a du CGI",
  "small-business": "TVA non applicable, art. 293 B du CGI",
  taxed: undefined,
};

/** Gathers what the printed quote needs. Drawn on `issuedOn`; the same facts give the same document. */
export function prepareQuoteDocument(facts: {
  readonly quote: Quote;
  readonly provider: Provider;
  readonly session?: Session | undefined;
  readonly trainee?: Trainee | undefined;
  readonly issuedOn: IsoDate;
}): QuoteDocument {
  const { quote, provider, session, trainee } = facts;
  const totals = quoteTotals(quote);
  const regimes = new Set(quote.lines.map((line) => line.vatRegime));
  return {
    kind: "quote",
    reference: quote.reference,
    version: quote.version,
    isDraft: quote.status === "draft",
    scheme: schemeLabels[quote.scheme].fr,
    issuedOn: facts.issuedOn,
    validUntil: quote.validUntil,
    provider: {
      name: provider.name,
      siret: provider.siret,
      address: provider.address,
      activityMention: activityMention(provider),
      contact: provider.contact,
      presentation: provider.presentation,
      qualiopiEndsOn: provider.qualiopi?.endsOn,
    },
    trainee: trainee && { name: fullName(trainee), franceTravailId: trainee.franceTravailId },
    training: {
      title: quote.title ?? session?.title ?? "",
      sessionReference: quote.sessionReference,
      listingReference: session?.listingReference,
      certification: session?.certification,
      formacode: session?.formacode && [session.formacode, session.formacodeVersion].filter(Boolean).join(" "),
      startsOn: quote.startsOn,
      endsOn: quote.endsOn,
      place: quote.place,
      modality: modalityLabels[quote.modality].fr,
      hours: quote.hours,
      totalMinutes: totals.minutes,
    },
    poei: poeiFacts(quote),
    lines: quote.lines.map(({ kind, label, unit, quantity, unitPriceCents, amountCents, vatRate }) => ({
      kind,
      label,
      unit,
      quantity,
      unitPriceCents,
      amountCents,
      vatRate,
    })),
    totals,
    vatMentions: [...regimes].flatMap((regime) => exemptions[regime] ?? []),
    funding: fundingRows(quote),
    notes: quote.notes,
  };
}

function fundingRows(quote: Quote): { label: string; amountCents: Cents }[] {
  if (quote.funding === undefined) return [];
  const { franceTravailCents, others, traineeCents } = quote.funding;
  const rows = [
    { label: `France Travail (${schemeLabels[quote.scheme].fr})`, amountCents: franceTravailCents },
    ...others.map(({ funder, amountCents }) => ({ label: funder, amountCents })),
    { label: "Stagiaire", amountCents: traineeCents },
  ];
  return rows.filter((row, index) => index === 0 || row.amountCents > 0);
}

function poeiFacts(quote: Quote): { label: string; value: string }[] | undefined {
  const { poei } = quote;
  if (poei === undefined) return undefined;
  const contract =
    poei.contract && contractLabels[poei.contract.kind].fr + (poei.contract.months === undefined ? "" : ` de ${poei.contract.months} mois`);
  const facts: [string, string | undefined][] = [
    ["Forme", poeiFormLabels[poei.form].fr],
    ["Employeur", poei.employer],
    ["Offre d'emploi", poei.offerReference],
    ["Contrat prévu", contract],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}
