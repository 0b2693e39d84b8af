import {
  type Enrolment,
  formatDay,
  type IsoDate,
  type Label,
  missingPortalFields,
  type PortalField,
  type PortalRecord,
  type PortalRecordKind,
  plannedHalfDays,
  portalRecordLabels,
  preparePortalRecord,
} from "@kairos/core";
import { both, done, line, type NextStep, type Reply, type ReplyLine, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { type AttendedSession, calledTrainee } from "./attendance.js";

/** What to copy into the portal for some trainees of a session, before the training (AIS) or once they have come (AES). */
export async function portalRecordsReply(
  store: Store,
  attended: AttendedSession,
  subjects: readonly Enrolment[],
  kind: PortalRecordKind,
  today: IsoDate,
): Promise<Reply> {
  const { session, provider, schedule, trainees } = attended;
  const { reference } = session;
  const facts = kind === "entry" ? await store.attendance.of({ session: reference }) : [];
  const records = subjects.map((enrolment) => {
    const { traineeId } = enrolment;
    const planned = plannedHalfDays(schedule, [enrolment]);
    return preparePortalRecord(kind, { provider, session, traineeId, trainee: trainees.get(traineeId), planned, records: facts });
  });
  const label = portalRecordLabels[kind];
  const lacking = records.filter((record) => missingPortalFields(record).length > 0);
  return done({
    title: { fr: `Session ${reference} · ${label.fr}`, en: `Session ${reference} · ${label.en}` },
    lines: [...missingLines(lacking, attended), ...dueLines(records, attended, today), asFacts],
    ...layOut(records),
    next: nextOf(lacking, attended),
    verdict: lacking.length === 0 ? "sound" : "unsound",
    data: { kind, records: records.map(dataOf) },
    trace: { object: reference, details: { kind, trainees: records.length, lacking: lacking.length } },
  });
}

function dataOf({ traineeId, dueOn, fields }: PortalRecord) {
  return { trainee: traineeId, dueOn, missing: missingPortalFields({ fields }).map(({ field }) => field) };
}

/** What all have in common as fields; the rest in a table, a trainee a row. */
function layOut(records: readonly PortalRecord[]): Pick<Reply, "fields" | "table"> {
  const [first] = records;
  if (first === undefined) return {};
  const isCommon = first.fields.map(({ value }, index) => records.every(({ fields }) => fields[index]?.value?.fr === value?.fr));
  const shown = (value: Label | undefined) => value ?? same("—");
  const own = first.fields.flatMap(({ label }, index) => (isCommon[index] === true ? [] : [{ label, index }]));
  return {
    fields: first.fields.filter((_, index) => isCommon[index]).map(({ label, value }) => ({ name: label, value: shown(value) })),
    ...(own.length > 0 && {
      table: {
        columns: [{ fr: "Référence", en: "Reference" }, ...own.map(({ label }) => label)],
        rows: records.map(({ traineeId, fields }) => [same(traineeId), ...own.map(({ index }) => shown(fields[index]?.value))]),
      },
    }),
  };
}

function missingLines(lacking: readonly PortalRecord[], attended: AttendedSession): readonly ReplyLine[] {
  if (lacking.length === 0)
    return [line("good", "Rien ne manque : recopiez dans le portail.", "Nothing is missing: copy it into the portal.")];
  const shown = lacking.slice(0, mostLines).map((record): ReplyLine => {
    const missing = missingPortalFields(record);
    const list = both((language) => missing.map(({ label }) => label[language]).join(", "));
    const who = calledTrainee(attended, record.traineeId);
    return line("warning", `${who}, il manque : ${list.fr}.`, `${who}, missing: ${list.en}.`);
  });
  const left = lacking.length - shown.length;
  return left === 0 ? shown : [...shown, line("warning", `… et ${left} autres, voir le tableau.`, `… and ${left} others, see the table.`)];
}

/** By when an entry is declared: the nearest day of all. */
function dueLines(records: readonly PortalRecord[], attended: AttendedSession, today: IsoDate): readonly ReplyLine[] {
  const [first] = records
    .flatMap(({ dueOn, traineeId }) => (dueOn === undefined ? [] : [{ dueOn, traineeId }]))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  if (first === undefined) return [];
  const who = calledTrainee(attended, first.traineeId);
  return [
    line(
      first.dueOn < today ? "bad" : "plain",
      `L'entrée se déclare à France Travail au plus tard le ${formatDay(first.dueOn)} (${who})${first.dueOn < today ? " : c'est passé, faites-le aujourd'hui" : ""}.`,
      `The entry is declared to France Travail by ${formatDay(first.dueOn, "en")} (${who})${first.dueOn < today ? ": that is past, do it today" : ""}.`,
    ),
  ];
}

const mostLines = 10;

const asFacts = line(
  "muted",
  "Ce sont les faits à recopier, pas un formulaire : le portail peut demander autre chose. Kairos n'envoie rien.",
  "These are the facts to copy, not a form: the portal may ask for something else. Kairos sends nothing.",
);

/** Where what is missing is given: a command, and what it asks. */
const completions: Readonly<Partial<Record<PortalField, readonly [of: "session" | "trainee", typed: string, Label]>>> = {
  franceTravailId: [
    "trainee",
    "/stagiaire corriger reference:… identifiant:…",
    { fr: "compléter la fiche du stagiaire", en: "complete the trainee's record" },
  ],
  listingReference: [
    "session",
    "/session corriger reference:… carif:…",
    { fr: "donner le numéro Carif-Oref", en: "give the Carif-Oref number" },
  ],
  place: ["session", "/session corriger reference:… lieu:…", { fr: "donner le lieu", en: "give the place" }],
  startsOn: ["session", "/session planning reference:… semaine:…", { fr: "faire le planning", en: "make the schedule" }],
  enteredOn: [
    "session",
    "/assiduite saisir session:… …",
    { fr: "saisir la première demi-journée suivie", en: "record the first half-day attended" },
  ],
};

/** One step for each thing that is missing, of the first it is missing from. */
function nextOf(lacking: readonly PortalRecord[], { session }: AttendedSession): readonly NextStep[] {
  const steps = new Map<string, NextStep>();
  for (const { traineeId, fields } of lacking) {
    for (const { field } of missingPortalFields({ fields })) {
      const completion = completions[field];
      if (completion === undefined || steps.has(field)) continue;
      const [of, typed, text] = completion;
      steps.set(field, { text, command: typed.replace("…", of === "trainee" ? traineeId : session.reference) });
    }
  }
  return [...steps.values()];
}
