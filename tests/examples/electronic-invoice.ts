import type { ElectronicInvoice } from "@kairos/core";

/** Ten trainees' AFC, exempt, to France Travail; override what the test is about. */
export function anElectronicInvoice(changes: Partial<ElectronicInvoice> = {}): ElectronicInvoice {
  return {
    process: "S1",
    number: "FA-2026-0001",
    type: "380",
    issuedOn: "2026-12-21",
    dueOn: "2027-01-20",
    currency: "EUR",
    notes: [
      { subject: "PMT", text: "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 €." },
      { subject: "PMD", text: "Pénalités de retard : taux de la Banque centrale européenne majoré de 8 points." },
      { subject: "AAB", text: "Pas d'escompte pour paiement anticipé." },
    ],
    contract: "2026-AFC-042",
    order: "BC-2026-118",
    preceding: [],
    seller: {
      name: "École des métiers & Cie",
      siret: "73282932000074",
      siren: "732829320",
      electronicAddress: "732829320",
      legalInfo: "Déclaration d'activité enregistrée sous le numéro 11755555555 auprès du préfet de région d'Île-de-France.",
      address: { lines: ["12 rue des Ateliers"], postalCode: "75011", city: "Paris", country: "FR" },
      contact: { name: "Comptabilité", email: "compta@example.org" },
    },
    buyer: {
      name: "France Travail",
      siret: "13000548100010",
      siren: "130005481",
      electronicAddress: "130005481",
      address: { lines: ["1 avenue du Docteur Gley"], postalCode: "75020", city: "Paris", country: "FR" },
    },
    deliveredOn: "2026-12-18",
    period: { startsOn: "2026-12-07", endsOn: "2026-12-18" },
    payment: { means: "30", iban: "FR7630006000011234567890189", bic: "AGRIFRPP", holder: "École des métiers", reference: "FA-2026-0001" },
    terms: "30 jours à réception.",
    allowances: [],
    lines: [
      {
        id: "1",
        name: "Cariste CACES R489 · T-0001",
        description: "Session SE-2026-014, heures suivies",
        quantityTenThousandths: 700_000,
        unit: "HUR",
        unitPriceMicros: 17_000_000,
        netCents: 119_000,
        category: "E",
        rate: 0,
        period: { startsOn: "2026-12-07", endsOn: "2026-12-18" },
      },
    ],
    vat: [{ category: "E", rate: 0, taxableCents: 119_000, taxCents: 0, exemption: trainingExemption }],
    totals: { linesCents: 119_000, netCents: 119_000, vatCents: 0, grossCents: 119_000, dueCents: 119_000 },
    ...changes,
  };
}

export const trainingExemption = { reason: "Exonération de TVA - article 261-4-4° a du CGI", code: "VATEX-FR-CGI261-4" } as const;

const [hours] = anElectronicInvoice().lines;
if (hours === undefined) throw new Error("The example has a line");
const { number, buyer } = anElectronicInvoice();
const cited = [{ number, issuedOn: "2026-12-21" }];

/** One of each kind that is written, each right by every rule. */
export const electronicInvoices: Readonly<Record<string, ElectronicInvoice>> = {
  exempt: anElectronicInvoice(),
  "exempt and taxed, with an allowance": anElectronicInvoice({
    allowances: [{ reason: "Pénalité d'absence", amountCents: 1_000, category: "E", rate: 0 }],
    lines: [
      { ...hours, quantityTenThousandths: 35_000, unitPriceMicros: 17_123_456, netCents: 5_993 },
      {
        id: "2",
        name: "Examen",
        quantityTenThousandths: 10_000,
        unit: "C62",
        unitPriceMicros: 120_050_000,
        netCents: 12_005,
        category: "S",
        rate: 2_000,
      },
      {
        id: "3",
        name: "Salle, 3 jours",
        quantityTenThousandths: 30_000,
        unit: "DAY",
        unitPriceMicros: 10_000_000,
        netCents: 3_000,
        category: "S",
        rate: 850,
      },
    ],
    vat: [
      { category: "E", rate: 0, taxableCents: 4_993, taxCents: 0, exemption: trainingExemption },
      { category: "S", rate: 2_000, taxableCents: 12_005, taxCents: 2_401 },
      { category: "S", rate: 850, taxableCents: 3_000, taxCents: 255 },
    ],
    totals: { linesCents: 20_998, allowancesCents: 1_000, netCents: 19_998, vatCents: 2_656, grossCents: 22_654, dueCents: 22_654 },
  }),
  "credit note": anElectronicInvoice({ number: "AV-2026-0001", type: "381", preceding: cited }),
  deposit: anElectronicInvoice({
    type: "386",
    lines: [{ ...hours, name: "Acompte de 30 %", quantityTenThousandths: 10_000, unit: "C62", unitPriceMicros: 1_190_000_000 }],
  }),
  "balance after a deposit": anElectronicInvoice({
    process: "S4",
    number: "FA-2026-0002",
    preceding: cited,
    totals: { linesCents: 119_000, netCents: 119_000, vatCents: 0, grossCents: 119_000, prepaidCents: 35_700, dueCents: 83_300 },
  }),
  "to a service, by its code and its SIRET": anElectronicInvoice({
    buyerReference: "SERVICE-12",
    buyer: { ...buyer, serviceCode: "SERVICE-12" },
  }),
  "already paid": anElectronicInvoice({
    process: "S2",
    dueOn: "2026-12-21",
    totals: { linesCents: 119_000, netCents: 119_000, vatCents: 0, grossCents: 119_000, prepaidCents: 119_000, dueCents: 0 },
  }),
  "small business": anElectronicInvoice({
    vat: [
      {
        category: "E",
        rate: 0,
        taxableCents: 119_000,
        taxCents: 0,
        exemption: { reason: "TVA non applicable, art. 293 B du CGI", code: "VATEX-FR-FRANCHISE" },
      },
    ],
  }),
  "to a company, with VAT": anElectronicInvoice({
    notes: [...anElectronicInvoice().notes, { subject: "BAR", text: "B2B" }, { subject: "REG", text: "« A » & <B>\n\tc ✓ 😀 ]]>" }],
    seller: { ...anElectronicInvoice().seller, vatNumber: "FR44732829320" },
    buyer: {
      name: "Entrepôts réunis",
      siren: "552100554",
      vatNumber: "FR65552100554",
      electronicAddress: "552100554_COMPTA",
      address: { lines: ["Bâtiment B", "Quai 4", "ZI Nord"], postalCode: "69007", city: "Lyon", country: "FR" },
    },
    lines: [{ ...hours, category: "S", rate: 2_000 }],
    vat: [{ category: "S", rate: 2_000, taxableCents: 119_000, taxCents: 23_800 }],
    totals: { linesCents: 119_000, netCents: 119_000, vatCents: 23_800, grossCents: 142_800, dueCents: 142_800 },
  }),
};
