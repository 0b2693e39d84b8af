import { fullName, type IsoDate, type Provider, type ReportDocument, type Trainee } from "@kairos/core";

/** What is kept of somebody, to be read: each kind under its French name, each thing in a line. */
export function personReport({
  trainee,
  provider,
  kept,
  today,
}: {
  readonly trainee: Trainee;
  readonly provider: Provider;
  readonly kept: Readonly<Record<string, readonly unknown[]>>;
  readonly today: IsoDate;
}): ReportDocument {
  const { franceTravailId, person } = trainee;
  return {
    kind: "report",
    name: `donnees-${trainee.id}`,
    title: `Ce que l'organisme garde de ${fullName(trainee)}`,
    genre: "Droit d'accès",
    issuer: { name: provider.name, siret: provider.siret },
    issuedOn: today,
    facts: [
      { label: "Référence", value: trainee.id },
      ...(franceTravailId === undefined ? [] : [{ label: "Identifiant France Travail", value: franceTravailId }]),
      ...(person === undefined ? [] : [{ label: "Compte de discussion", value: person }]),
    ],
    sections: Object.entries(kept).map(([table, rows]) => ({
      heading: `${headings[table] ?? table} (${rows.length})`,
      items: rows.map((row) => flattened(row).join(" ; ")),
    })),
    signatures: [],
  };
}

const headings: Readonly<Record<string, string>> = {
  quotes: "Devis",
  quote_versions: "Versions de devis, telles que soumises",
  attachments: "Pièces jointes",
  appointments: "Rendez-vous",
  enrolments: "Inscriptions en session",
  attendance: "Assiduité, par demi-journée",
  attendance_history: "Corrections de l'assiduité",
  attendance_claims: "Demi-journées déclarées ou facturées",
  sign_ins: "Émargements",
  movements: "Mouvements déclarés",
};

/** `startsOn : 2026-12-07`, one text for each value that says something. */
function flattened(value: unknown, path = ""): readonly string[] {
  if (value === null || value === undefined || value === "") return [];
  if (typeof value !== "object") return [path === "" ? String(value) : `${path} : ${value}`];
  return Object.entries(value).flatMap(([key, item]) => flattened(item, path === "" || path === "data" ? key : `${path}.${key}`));
}
