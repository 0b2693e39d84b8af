import { qualiopiCategoryLabels } from "../membership/index.js";
import type { IsoDate } from "../shared/calendar.js";
import { amountCell, type Cell, choiceCell, countCell, dayCell, durationCell, listCell, textCell, yesNoCell } from "../shared/cells.js";
import type { Siret } from "../shared/identifiers.js";
import { parse } from "../shared/parse.js";
import { foremost, hasErrors, type Problem } from "../shared/problem.js";
import type { TableRow } from "../shared/table-row.js";
import { distanceMeansLabels } from "./distance.js";
import type { CatalogueEntry } from "./entries.js";
import { listingStatusLabels } from "./listing.js";
import { checkSession } from "./rules.js";
import { intakeLabels, modalityLabels, type Session, sessionSchema } from "./session.js";

/** A column of the table of sessions: what it is called, the field it fills, how that stands in a cell. */
export interface SessionColumn {
  /** The field, `hours.centreMinutes` for one inside another. */
  readonly key: string;
  /** In French first, as an export writes it; then other names people give it, in French and in English. */
  readonly names: readonly string[];
  readonly required?: boolean;
  /** Said of the column in the help. */
  readonly cell: Cell<never>;
}

export const sessionColumns: readonly SessionColumn[] = [
  column(
    "reference",
    textCell,
    ["référence", "référence session", "ref", "numéro de session", "session", "reference", "session reference"],
    true,
  ),
  column("course", textCell, ["cours", "référence formation", "code formation", "course"]),
  column("title", textCell, ["intitulé", "titre", "nom de la formation", "formation", "libellé", "title"], true),
  column("listingReference", textCell, ["carif", "numéro carif", "n° carif-oref", "référence carif", "carif number"]),
  column("startsOn", dayCell, ["début", "date de début", "date début", "premier jour", "start", "starts on", "start date"], true),
  column("endsOn", dayCell, ["fin", "date de fin", "date fin", "dernier jour", "end", "ends on", "end date"], true),
  column("hours.centreMinutes", durationCell, [
    "heures centre",
    "heures en centre",
    "nb heures centre",
    "durée",
    "heures",
    "centre hours",
    "hours",
  ]),
  column("hours.companyMinutes", durationCell, ["heures entreprise", "heures en entreprise", "stage", "company hours"]),
  column("hours.distanceMinutes", durationCell, ["heures distance", "heures à distance", "heures foad", "distance hours", "remote hours"]),
  column("announcedMinutes", durationCell, ["heures annoncées", "total annoncé", "total heures", "announced hours"]),
  column("place", textCell, ["lieu", "adresse", "lieu de formation", "place", "address"]),
  column("room", textCell, ["salle", "room"]),
  column("trainers", listCell(textCell), ["formateurs", "formateur", "trainers", "trainer"]),
  column("modality", choiceCell(modalityLabels), ["modalité", "modalité d'enseignement", "modality"]),
  column("capacity", countCell, ["places", "capacité", "nombre de places", "effectif", "capacity", "seats"]),
  column("intake", choiceCell(intakeLabels), ["entrées", "entrées et sorties", "modalités d'entrée", "intake"]),
  column("priceCents", amountCell, ["prix", "prix ht", "coût pédagogique", "tarif", "price"]),
  column("certification", textCell, ["certification", "rncp", "code rncp", "code rs", "rncp ou rs"]),
  column("certificationEndsOn", dayCell, ["certification fin", "fin d'enregistrement", "certification end"]),
  column("formacode", textCell, ["formacode", "code formacode"]),
  column("formacodeVersion", textCell, ["formacode version", "version formacode"]),
  column("category", choiceCell(qualiopiCategoryLabels), ["catégorie", "catégorie qualiopi", "category"]),
  column("cpfEligible", yesNoCell, ["cpf", "éligible cpf", "cpf eligible"]),
  column("initialTraining", yesNoCell, ["formation initiale", "initial training"]),
  column("distanceMeans", listCell(choiceCell(distanceMeansLabels)), ["moyens à distance", "moyens distance", "distance means"]),
  column("listing.status", choiceCell(listingStatusLabels), ["état", "statut", "référencement", "status"]),
  column("siret", textCell, ["siret", "siret établissement", "siret organisme"]),
];

/** The titles and the rows of a table of sessions: what reading them gives back. Who teaches is called as `nameOf` says. */
export function sessionTable(
  sessions: readonly Session[],
  nameOf: (trainer: string) => string = (id) => id,
): readonly (readonly string[])[] {
  const titles = sessionColumns.map(({ names }) => names[0] ?? "");
  const called = (session: Session) => ({ ...session, ...(session.trainers && { trainers: session.trainers.map(nameOf) }) });
  return [titles, ...sessions.map(called).map((session) => sessionColumns.map(({ key, cell }) => writtenIn(session, key, cell)))];
}

/** The session of a row, or what is wrong with it. Without a SIRET of its own it is of the establishment that reads it. */
export function readSessionRow(
  { line, cells, problems: before }: TableRow,
  { today, siret }: { readonly today: IsoDate; readonly siret: Siret },
): CatalogueEntry {
  const problems: Problem[] = [...before];
  const fields: Record<string, Record<string, unknown> | unknown> = { siret, hours: {} };
  for (const { key, names, cell } of sessionColumns) {
    const text = cells.get(key);
    if (text === undefined) continue;
    const read = (cell as Cell<unknown>).read(text, { line, today });
    if (read.ok) put(fields, key, read.value);
    else problems.push(...read.problems.map((problem) => told(problem, names[0] ?? key, line)));
  }
  const reference = cells.get("reference")?.toUpperCase();
  const entry = { kind: "session" as const, line, path: [`ligne ${line}`], ...(reference !== undefined && { reference }) };
  if (hasErrors(problems)) return { ...entry, problems: foremost(problems) };
  if (reference !== undefined) fields.reference = reference;
  const session = parse(sessionSchema, fields);
  if (!session.ok)
    return { ...entry, problems: [...problems, ...session.problems.map((problem) => told(problem, columnOf(problem), line))] };
  const judged = checkSession({ session: session.value, today }).map((problem) => told(problem, columnOf(problem), line));
  const all = [...problems, ...judged];
  return { ...entry, problems: all, ...(!hasErrors(all) && { value: session.value }) };
}

function column<Value>(key: string, cell: Cell<Value>, names: readonly string[], required = false): SessionColumn {
  return { key, names, cell: cell as unknown as Cell<never>, ...(required && { required }) };
}

function writtenIn(session: Session, key: string, cell: Cell<never>): string {
  const value = key
    .split(".")
    .reduce<unknown>((inside, name) => (inside as Readonly<Record<string, unknown>> | undefined)?.[name], session);
  return value === undefined || (Array.isArray(value) && value.length === 0) ? "" : cell.write(value as never);
}

function put(fields: Record<string, unknown>, key: string, value: unknown): void {
  const [name = "", inner] = key.split(".");
  if (inner === undefined) fields[name] = value;
  else if (name === "listing") fields.listing = { [inner]: value, steps: [] };
  else fields[name] = { ...(fields[name] as object), [inner]: value };
}

function columnOf({ path }: Problem): string {
  const found = sessionColumns.find(({ key }) => key === path.join(".")) ?? sessionColumns.find(({ key }) => key.split(".")[0] === path[0]);
  return found?.names[0] ?? path.join(".");
}

function told(problem: Problem, name: string, line: number): Problem {
  return { ...problem, path: [name], params: { ...problem.params, line } };
}
