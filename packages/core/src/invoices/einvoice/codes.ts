/** The codes that a French invoice may use. Their lists move twice a year: they are data, and all here. */

/** BT-24 of each Factur-X profile that is written. */
export const guidelines = {
  en16931: "urn:cen.eu:en16931:2017",
  extended: "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended",
} as const;
export type FacturXProfile = keyof typeof guidelines;

/** BT-23 of a service (« cadre de facturation »): usual, already paid, subcontractor paid directly, after deposits, … */
export const processes = ["S1", "S2", "S3", "S4", "S5", "S6", "S7"] as const;
export type Process = (typeof processes)[number];
/** CPRO-24: a subcontractor's invoice to its own customer never goes to a public body. */
export const processesOfNoPublicBody: readonly string[] = ["S5"];
export const alreadyPaid = "S2";
export const afterDeposits = "S4";

/** BT-3 (UNTDID 1001): invoice, credit note, corrected invoice, deposit. */
export const documentTypes = ["380", "381", "384", "386"] as const;
export type DocumentType = (typeof documentTypes)[number];

/** BT-21 (UNTDID 4451): recovery costs, late penalties, discount, regulatory, whole invoice, treatment by the platform. */
export const noteSubjects = ["PMT", "PMD", "AAB", "REG", "AAI", "BAR"] as const;
export type NoteSubject = (typeof noteSubjects)[number];
/** BR-FR-05: none may lack. */
export const mandatorySubjects: readonly NoteSubject[] = ["PMT", "PMD", "AAB"];
/** BR-FR-20: what a note BAR may say. */
export const treatments: readonly string[] = ["B2B", "B2BINT", "B2C", "OUTOFSCOPE", "ARCHIVEONLY"];

/** BT-81 (UNTDID 4461): credit transfer, SEPA credit transfer. */
export const paymentMeans = ["30", "58"] as const;
export type PaymentMeans = (typeof paymentMeans)[number];

/** BT-130: hour, day, one. */
export const unitCodes = ["HUR", "DAY", "C62"] as const;
export type UnitCode = (typeof unitCodes)[number];

/** BT-151 (UNTDID 5305): standard rate, exempt. */
export const vatCategories = ["S", "E"] as const;
export type VatCategory = (typeof vatCategories)[number];

/** BR-FR-16: the rates that ever were in force in France, in basis points. */
export const frenchRates: readonly number[] = [0, 1000, 1300, 2000, 850, 1960, 210, 550, 700, 2060, 105, 90, 175, 920, 960];

/** BT-121, the French ones and the European one of training (VATEX). */
export const exemptionCodes = [
  "VATEX-FR-FRANCHISE",
  "VATEX-FR-CNWVAT",
  "VATEX-FR-CGI261-1",
  "VATEX-FR-CGI261-2",
  "VATEX-FR-CGI261-3",
  "VATEX-FR-CGI261-4",
  "VATEX-FR-CGI261-5",
  "VATEX-FR-CGI261-7",
  "VATEX-FR-CGI261-8",
  "VATEX-FR-CGI261A",
  "VATEX-FR-CGI261B",
  "VATEX-FR-CGI261C-1",
  "VATEX-FR-CGI261C-2",
  "VATEX-FR-CGI261C-3",
  "VATEX-FR-CGI261D-1",
  "VATEX-FR-CGI261D-1BIS",
  "VATEX-FR-CGI261D-2",
  "VATEX-FR-CGI261D-3",
  "VATEX-FR-CGI261D-4",
  "VATEX-FR-CGI261E-1",
  "VATEX-FR-CGI261E-2",
  "VATEX-EU-132-1I",
] as const;
export type ExemptionCode = (typeof exemptionCodes)[number];

/** Who gives an identifier (ISO 6523, and UNTDID 1153 for tax registrations). */
export const schemes = { siren: "0002", siret: "0009", serviceCode: "0224", electronicAddress: "0225", vat: "VA", fiscal: "FC" } as const;

/** CPRO: how long each text may be for Chorus Pro, in characters. */
export const longest = {
  number: 35,
  publicNumber: 20,
  reference: 50,
  serviceCode: 100,
  name: 99,
  address: 400,
  electronicAddress: 125,
  iban: 27,
  text: 1024,
} as const;
