import { type Half, halfLabels, halves } from "../../sessions/index.js";
import type { Label } from "../../shared/language.js";
import { fold } from "../../shared/text.js";
import {
  type AbsenceReason,
  type AttendanceStatus,
  absenceReasonLabels,
  absenceReasons,
  attendanceStatuses,
  attendanceStatusLabels,
  type EvidenceKind,
  evidenceKindLabels,
  evidenceKinds,
} from "../record.js";

/** What a cell may say of a half-day: a status, or that somebody was away, without saying whether it is excused. */
export type WrittenStatus = AttendanceStatus | "absent";

/** The words of sign-in tools and spreadsheets, beside the codes and the labels of the desk. */
export const statusNamed = named<WrittenStatus>(attendanceStatuses, attendanceStatusLabels, {
  present: ["présente", "p", "oui", "yes", "x", "1", "ok", "signé", "signed", "à l'heure", "on time"],
  late: ["retard", "r", "arrivé en retard", "arrivée en retard", "retardataire", "l"],
  "left-early": ["départ anticipé", "parti en avance", "partie avant la fin", "départ avant la fin", "sortie anticipée", "early departure"],
  remote: ["à distance", "distance", "distanciel", "présent distanciel", "foad", "visio", "online"],
  excused: ["justifiée", "justifié", "excusé", "excusée", "absent justifié", "absente justifiée", "aj", "abs. justifiée"],
  unexcused: [
    "injustifiée",
    "injustifié",
    "non justifiée",
    "non justifié",
    "absence non justifiée",
    "absent injustifié",
    "absent non justifié",
    "ai",
  ],
  announced: ["annoncée", "annoncé", "absence prévenue", "prévenu", "prévenue", "announced"],
  interrupted: ["interruption", "interrompu", "suspendu"],
  withdrawn: ["abandonné", "a abandonné", "démission", "dropped out", "dropout"],
  absent: ["absente", "abs", "a", "absence", "non", "no", "0", "non signé", "not signed"],
});

export const halfNamed = named<Half>(halves, halfLabels, {
  morning: ["matinée", "am", "m", "a.m."],
  afternoon: ["apres midi", "aprem", "pm", "ap", "p.m."],
  evening: ["soirée", "s"],
});

export const reasonNamed = named<AbsenceReason>(absenceReasons, absenceReasonLabels, {
  health: ["maladie", "arrêt maladie", "arrêt de travail", "accident", "hospitalisation", "sick", "sick leave", "illness"],
  family: ["famille", "décès", "enfant malade", "naissance", "mariage", "family"],
  appointment: ["rendez-vous", "rdv", "convocation", "rendez-vous france travail", "appointment"],
  "job-interview": ["entretien", "entretien d'embauche", "interview"],
  work: ["emploi", "travail", "embauche", "job"],
  unsuitable: ["inadaptée"],
  transport: ["transports", "grève", "panne", "strike"],
  "force-majeure": ["intempéries"],
  other: ["divers"],
});

export const evidenceNamed = named<EvidenceKind>(evidenceKinds, evidenceKindLabels, {
  connection: ["connexion", "connexions", "log", "logs", "relevé de connexions"],
  "submitted-work": ["devoir", "travaux rendus", "exercice", "assignment"],
  quiz: ["évaluations", "test", "qcm"],
  "tutor-exchange": ["échange", "échanges avec le formateur", "tutorat", "exchange"],
});

/** Finds a value by its code, its words in either language, or other words people use. */
function named<Value extends string>(
  values: readonly Value[] | readonly string[],
  labels: Readonly<Partial<Record<Value, Label>>>,
  others: Readonly<Record<Value, readonly string[]>>,
): (text: string) => Value | undefined {
  const found = new Map<string, Value>();
  const all = new Set([...(Object.keys(others) as Value[]), ...(values as readonly Value[])]);
  for (const value of all) {
    const label = labels[value];
    for (const name of [value, ...(label === undefined ? [] : [label.fr, label.en]), ...others[value]]) {
      const key = plain(name);
      if (!found.has(key)) found.set(key, value);
    }
  }
  return (text) => found.get(plain(text));
}

function plain(text: string): string {
  return fold(text)
    .replace(/\(e\)/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
