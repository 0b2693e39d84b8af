import type { QuoteDocument, QuoteDocumentLine } from "@kairos/core";

/** A complete AIF quote of three lines, as core would prepare it. */
export function aQuoteDocument(changes: Partial<QuoteDocument> = {}): QuoteDocument {
  return {
    kind: "quote",
    reference: "DEV-2026-0001",
    version: 1,
    isDraft: false,
    scheme: "AIF",
    issuedOn: "2026-11-23",
    validUntil: "2026-12-23",
    provider: {
      name: "Horizon Formation Métropole",
      siret: "35600000000048",
      address: { street: "12 rue de la République", postalCode: "69002", city: "Lyon" },
      activityMention: "Déclaration d'activité enregistrée sous le numéro 84691234567 auprès du préfet de région d'Auvergne-Rhône-Alpes.",
      contact: { name: "Claire Fontaine", email: "devis@horizon.example", phone: "04 72 00 00 00" },
      presentation: "Centre de formation aux métiers de la logistique.",
      qualiopiEndsOn: "2028-03-14",
    },
    trainee: { name: "Camille DURAND", franceTravailId: "1234567A" },
    training: {
      title: "Cariste d'entrepôt – CACES R489",
      sessionReference: "SE-2026-014",
      listingReference: "84_12345678F",
      certification: "RS 5103",
      formacode: "31768 V14",
      startsOn: "2026-12-07",
      endsOn: "2026-12-18",
      place: "Lyon (69)",
      modality: "en présentiel",
      hours: { centreMinutes: 4200, companyMinutes: 0, distanceMinutes: 210 },
      totalMinutes: 4410,
    },
    poei: undefined,
    lines: [
      aLine({ label: "Formation théorique", unit: "hour", quantity: 4200, unitPriceCents: 1700, amountCents: 119000 }),
      aLine({ label: "Plateau technique", unit: "day", quantity: 2, unitPriceCents: 35050, amountCents: 70100 }),
      aLine({ label: "Évaluation des acquis", unit: "hour", quantity: 210, unitPriceCents: 1700, amountCents: 5950 }),
    ],
    totals: {
      pedagogicalCents: 195050,
      ancillaryCents: 0,
      pedagogicalNetCents: 195050,
      ancillaryNetCents: 0,
      netCents: 195050,
      totalCents: 195050,
      vatGroups: [{ regime: "exempt-training", rate: 0, netCents: 195050, vatCents: 0 }],
      hourlyCents: 2654,
    },
    vatMentions: ["Exonération de TVA – article 261-4-4° a du CGI"],
    funding: [{ label: "France Travail (AIF)", amountCents: 195050 }],
    notes: "Prérequis : aptitude médicale.\nHoraires : 8 h 30 – 12 h.",
    ...changes,
  };
}

/** What most candidates receive: one line of training, one of exam, two funders. */
export function aSimpleQuoteDocument(changes: Partial<QuoteDocument> = {}): QuoteDocument {
  const base = aQuoteDocument();
  return {
    ...base,
    lines: [
      aLine({ label: "Cariste CACES R489 catégories 1A, 3 et 5", unit: "hour", quantity: 4200, unitPriceCents: 1700, amountCents: 119000 }),
      aLine({ kind: "ancillary", label: "Frais d'examen CACES", unitPriceCents: 12000, amountCents: 12000 }),
    ],
    totals: {
      pedagogicalCents: 119000,
      ancillaryCents: 12000,
      pedagogicalNetCents: 119000,
      ancillaryNetCents: 12000,
      netCents: 131000,
      totalCents: 131000,
      vatGroups: [{ regime: "exempt-training", rate: 0, netCents: 131000, vatCents: 0 }],
      hourlyCents: 1700,
    },
    funding: [
      { label: "France Travail (AIF)", amountCents: 119000 },
      { label: "Stagiaire", amountCents: 12000 },
    ],
    notes: undefined,
    ...changes,
  };
}

/** What a POEI adds. */
export const poeiFacts: NonNullable<QuoteDocument["poei"]> = [
  { label: "Forme", value: "hybride (organisme et tutorat)" },
  { label: "Employeur", value: "Transports Lemaire & Fils" },
  { label: "Offre d'emploi", value: "187KXTB" },
  { label: "Contrat prévu", value: "CDD de 12 mois" },
];

export function aLine(changes: Partial<QuoteDocumentLine> = {}): QuoteDocumentLine {
  return {
    kind: "pedagogical",
    label: "Module",
    unit: "flat",
    quantity: 1,
    unitPriceCents: 1000,
    amountCents: 1000,
    vatRate: 0,
    ...changes,
  };
}

/** Lines with labels of every length up to 200 characters, each beginning with its own number. */
export function manyLines(count: number): readonly QuoteDocumentLine[] {
  const words = "préparation de commandes et gestion des stocks en entrepôt automatisé avec inventaire tournant ".repeat(3);
  return Array.from({ length: count }, (_, index) =>
    aLine({
      label: `Module-${index + 1}. ${words}`.slice(0, 12 + ((index * 37) % 189)),
      amountCents: 1000 + index,
      unitPriceCents: 1000 + index,
    }),
  );
}

/** Nothing but what the type demands. */
export function anEmptyQuoteDocument(): QuoteDocument {
  return aQuoteDocument({
    validUntil: undefined,
    provider: {
      name: "Horizon",
      siret: "35600000000048",
      address: undefined,
      activityMention: undefined,
      contact: {},
      presentation: undefined,
      qualiopiEndsOn: undefined,
    },
    trainee: undefined,
    training: {
      title: "",
      sessionReference: undefined,
      listingReference: undefined,
      certification: undefined,
      formacode: undefined,
      startsOn: undefined,
      endsOn: undefined,
      place: undefined,
      modality: "en présentiel",
      hours: { centreMinutes: 0, companyMinutes: 0, distanceMinutes: 0 },
      totalMinutes: 0,
    },
    lines: [],
    totals: {
      pedagogicalCents: 0,
      ancillaryCents: 0,
      pedagogicalNetCents: 0,
      ancillaryNetCents: 0,
      netCents: 0,
      totalCents: 0,
      vatGroups: [],
      hourlyCents: undefined,
    },
    vatMentions: [],
    funding: [],
    notes: undefined,
  });
}
