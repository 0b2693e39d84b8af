import type { AbsenceReason, AttendanceStatus, EvidenceKind } from "../record.js";

/** What a word of an exception means; `filler` says nothing by itself. */
export type Meaning =
  | { readonly kind: "status"; readonly status: AttendanceStatus }
  | { readonly kind: "absent" }
  | { readonly kind: "filler" };

/** Statuses as people type them, folded, the longest first where one begins like another. */
export const statusWords: readonly (readonly [RegExp, Meaning])[] = [
  [/^(?:non|not)[ -](?:justifiee?s?|excusee?s?|excused|justified)$/, status("unexcused")],
  [/^(?:in|un)justifiee?d?s?$/, status("unexcused")],
  [/^unexcused$|^unjustified$/, status("unexcused")],
  [/^(?:excusee?s?|justifiee?s?|excused|justified)$/, status("excused")],
  [/^(?:annoncee?s?|prevenue?s?|announced)$/, status("announced")],
  [/^(?:absente?s?|absences?|abs)$/, { kind: "absent" }],
  [/^(?:retards?|late)$/, status("late")],
  [/^(?:parti(?:e|s|es)?|departs?|sortie?|left)$/, status("left-early")],
  [/^(?:distance|distanciel|remote|remotely|visio)$/, status("remote")],
  [/^(?:interromp(?:ue?s?)|interruption|interrupted)$/, status("interrupted")],
  [/^(?:abandon(?:nee?s?)?|withdrawn|withdrawal)$/, status("withdrawn")],
  [/^presente?s?$/, status("present")],
  [
    /^(?:a|est|ete|is|was|has|been|en|de|du|des|d'|la|le|les|l'|et|and|avant|fin|before|the|end|early|avec|with|pour|for|by|motif|raison|reason|justificatif|document|doc|piece|ref|reference|n°|no|avance|l'avance|parcours|formation|beforehand|anticipee?|minutes?|min|mn|preuves?|evidence|\+|:|-|\/)$/,
    { kind: "filler" },
  ],
];

/** Why somebody is away, as people type it. */
export const reasonWords: readonly (readonly [RegExp, AbsenceReason])[] = [
  [/^(?:sante|health|medical)$/, "health"],
  [/^(?:famille|familiale?|family)$/, "family"],
  [/^(?:rdv|rendez-vous|convocation|appointment|summons)$/, "appointment"],
  [/^(?:entretien|interview)$/, "job-interview"],
  [/^(?:travail|emploi|reprise|work|job)$/, "work"],
  [/^(?:inadaptee?|unsuitable)$/, "unsuitable"],
  [/^(?:transports?|train|greve)$/, "transport"],
  [/^(?:force-majeure|majeure?)$/, "force-majeure"],
  [/^(?:autre|other)$/, "other"],
];

/** What shows remote work, as people type it. */
export const evidenceWords: readonly (readonly [RegExp, EvidenceKind])[] = [
  [/^(?:connexions?|connections?|releve|logs?)$/, "connection"],
  [/^(?:travail|travaux|rendu|work|submitted|devoirs?)$/, "submitted-work"],
  [/^(?:quiz|evaluations?|assessment|tests?)$/, "quiz"],
  [/^(?:echanges?|exchange|tuteur|tutor|formateur|formatrice|trainer)$/, "tutor-exchange"],
];

/** Said in two words, read as one: the words themselves must not be taken apart. */
export const joined: readonly (readonly [RegExp, string])[] = [
  [/\bforce majeure\b/g, "force-majeure"],
  [/\bnon (justifie|excuse)/g, "non-$1"],
  [/\bnot (justified|excused)\b/g, "not-$1"],
  [/\bjob interview\b/g, "interview"],
  [/\bentretien d'embauche\b/g, "entretien"],
  [/\breprise d'emploi\b/g, "reprise"],
  [/\brendez vous\b/g, "rendez-vous"],
];

function status(one: AttendanceStatus): Meaning {
  return { kind: "status", status: one };
}
