import {
  type AttendanceException,
  type AttendanceRecord,
  counted,
  fold,
  formatDay,
  type HalfDay,
  halfLabels,
  type Instant,
  type Minutes,
  type PlannedEntry,
  type Problem,
  raise,
  readExceptions,
  recordRefusals,
  type Said,
  type Session,
  type Slot,
} from "@kairos/core";
import { line, type NextStep, type ReplyLine, type ReplyTable, same } from "../reply.js";
import { typedCommand } from "./appointment-words.js";
import { type AttendedSession, calledTrainee } from "./attendance.js";
import { countsByStatus, minutesWords, saidWords } from "./attendance-words.js";
import { isNone } from "./list-options.js";

/** The exceptions that were typed, and what could not be read of them. */
export function exceptionsIn(
  { roster, trainees }: AttendedSession,
  typed: string,
): { readonly exceptions: readonly AttendanceException[]; readonly unread: readonly Problem[] } {
  const people = roster.map(({ traineeId: id }) => trainees.get(id) ?? { id });
  const { exceptions, faults } = readExceptions(isNone(typed) || isNobody(typed) ? "" : typed, people);
  return { exceptions, unread: faults.map((fault) => raise(recordRefusals, "attendance.exception-unreadable", ["sauf"], fault)) };
}

function isNobody(typed: string): boolean {
  return /^(?:personne|nobody|no one)$/.test(fold(typed));
}

/** Whose facts are written, by whom and when. */
interface Writing {
  readonly session: Pick<Session, "reference" | "siret">;
  readonly slot: Slot;
  readonly by: string;
  readonly at: Instant;
}

/** The facts that an entry adds. */
export function factsOf({ lines }: PlannedEntry, writing: Writing): readonly AttendanceRecord[] {
  return lines.filter(({ isKept }) => !isKept).map(({ traineeId, said }) => factOf(traineeId, said, writing));
}

/** One fact, as the desk writes it. */
export function factOf(traineeId: string, { evidence, ...said }: Said, { session, slot, by, at }: Writing): AttendanceRecord {
  return {
    sessionReference: session.reference,
    siret: session.siret,
    traineeId,
    day: slot.day,
    half: slot.half,
    ...said,
    ...(evidence !== undefined && evidence.length > 0 && { evidence: [...evidence] }),
    source: "desk",
    recordedBy: by,
    recordedAt: at,
  };
}

/** How many are recorded as what, and how many were already. */
export function entrySummary({ lines }: PlannedEntry): readonly ReplyLine[] {
  const added = lines.filter(({ isKept }) => !isKept);
  const kept = lines.length - added.length;
  return [
    added.length === 0
      ? line("muted", "Tout était déjà noté : rien n'est ajouté.", "Everything was recorded already: nothing is added.")
      : line(
          "good",
          `Noté pour ${counted(added.length, "stagiaire")} — ${countsByStatus(added, "fr")}.`,
          `Recorded for ${counted(added.length, "trainee", "trainees", "en")} — ${countsByStatus(added, "en")}.`,
        ),
    ...(kept > 0 && added.length > 0
      ? [
          line(
            "plain",
            `Déjà ${kept > 1 ? "notés, laissés tels quels" : "noté, laissé tel quel"} : ${kept}.`,
            `Recorded already, left as they are: ${kept}.`,
          ),
        ]
      : []),
  ];
}

/** A row a trainee: who, what, how long. */
export function entryTable(attended: AttendedSession, { lines }: PlannedEntry, planned: Minutes): ReplyTable {
  return {
    columns: [
      { fr: "Stagiaire", en: "Trainee" },
      { fr: "Statut", en: "Status" },
      { fr: "Heures suivies", en: "Hours attended" },
    ],
    rows: lines.map(({ traineeId, said, isKept }) => {
      const { fr, en } = saidWords(said);
      const status = isKept ? { fr: `${fr} · déjà noté`, en: `${en} · recorded already` } : { fr, en };
      return [same(calledTrainee(attended, traineeId)), status, minutesWords(said, planned)];
    }),
  };
}

/** Takes the entry out again. */
export function undoStep({ session }: AttendedSession, { day, half }: HalfDay): NextStep {
  return {
    text: { fr: "si c'était une erreur", en: "if it was a mistake" },
    button: { fr: "Retirer cette saisie", en: "Take this entry out" },
    command: typedCommand("assiduite annuler-saisie", {
      session: session.reference,
      jour: formatDay(day),
      "demi-journee": halfLabels[half].fr,
    }),
  };
}

/** Whoever is said to withdraw is still expected until their enrolment says so. */
export function withdrawalSteps({ session }: AttendedSession, { day, half }: Slot, { lines }: PlannedEntry): readonly NextStep[] {
  return lines
    .filter(({ said, isKept }) => said.status === "withdrawn" && !isKept)
    .map(({ traineeId }) => ({
      text: { fr: `noter l'abandon de ${traineeId} dans son inscription`, en: `record the withdrawal of ${traineeId} in their enrolment` },
      command: typedCommand("assiduite inscrire", {
        session: session.reference,
        stagiaire: traineeId,
        abandon: formatDay(day),
        "demi-journee": halfLabels[half].fr,
      }),
    }));
}

/** How to change facts that an entry contradicts. */
export function correctionSteps({ session }: AttendedSession, { day, half }: Slot, { problems }: PlannedEntry): readonly NextStep[] {
  const contradicted = problems.filter(({ code }) => code === "attendance.recorded-already");
  return contradicted.slice(0, 5).map(({ params }) => {
    const { trainee } = params as { readonly trainee: string };
    return {
      text: { fr: `corriger le fait de ${trainee}`, en: `correct the fact of ${trainee}` },
      command: typedCommand("assiduite corriger", {
        session: session.reference,
        stagiaire: trainee,
        jour: formatDay(day),
        "demi-journee": halfLabels[half].fr,
        statut: "…",
        raison: "…",
      }),
    };
  });
}
