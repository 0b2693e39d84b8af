import {
  type AppointmentKind,
  type AppointmentWay,
  appointmentKindLabels,
  failure,
  fold,
  formatMinutes,
  inputRules,
  type Label,
  type Minutes,
  raise,
  readDuration,
  success,
} from "@kairos/core";
import type { Option, Words } from "../option.js";
import { choice, integer, optional, reference, text } from "../options.js";

export const kindOption = choice<AppointmentKind>(
  { fr: ["nature", "De quoi il s'agit"], en: ["kind", "What it is"] },
  { ...appointmentKindLabels, "follow-up": { fr: "suivi", en: "follow-up" } },
);

/** Who comes: one of each is picked, more are written together. */
export const whoOptions = {
  trainee: optional(
    reference("trainee", { fr: ["candidat", "Candidat, par sa référence T-…"], en: ["candidate", "Candidate, by reference T-…"] }),
  ),
  trainer: optional(reference("person", { fr: ["formateur", "Formateur"], en: ["trainer", "Trainer"] })),
  adviser: optional(
    text({ fr: ["conseiller", "Conseiller France Travail, par son nom"], en: ["adviser", "France Travail adviser, by name"] }, 80),
  ),
  with: optional(
    text(
      {
        fr: ["avec", "L'équipe et les autres : Léa Roux, T-0008, conseiller Mme Martin", "Avec qui d'autre"],
        en: ["with", "The team and others: Léa Roux, T-0008, adviser Mme Martin", "With whom else"],
      },
      1000,
    ),
  ),
};

const wayChoices: Readonly<Record<AppointmentWay, Label>> = {
  "in-person": { fr: "sur place", en: "in person" },
  phone: { fr: "téléphone", en: "phone" },
  video: { fr: "visio", en: "video" },
};

/** Where and how people meet, and what is said of it. */
export const detailOptions = {
  way: optional(
    choice({ fr: ["facon", "Sur place, par téléphone ou en visioconférence"], en: ["way", "In person, by phone or by video"] }, wayChoices),
  ),
  place: optional(text({ fr: ["lieu", "Adresse, ou lien de la visioconférence"], en: ["place", "Address, or video link"] }, 160)),
  room: optional(text({ fr: ["salle", "Salle de l'établissement"], en: ["room", "Room of the establishment"] }, 80)),
  session: optional(reference("session", { fr: ["session", "Session dont il s'agit"], en: ["session", "Session it is about"] })),
  places: optional(
    integer({ fr: ["places", "Places d'une réunion collective"], en: ["places", "Places of a collective meeting"] }, 1, 500),
  ),
  reminderMinutes: optional(
    reminders({
      fr: ["rappels", "Rappels avant l'heure : 7 j, 1 j, 2 h ; ou aucun", "Rappels : 7 j, 1 j, 2 h ; ou aucun"],
      en: ["reminders", "Reminders before: 7 d, 1 d, 2 h; or none"],
    }),
  ),
};

/** How long each kind of appointment lasts unless somebody says so. */
export const usualMinutes: Readonly<Record<AppointmentKind, Minutes>> = {
  orientation: 45,
  "file-approval": 30,
  "follow-up": 30,
  information: 60,
};

const [least, most] = [5, 600];

/** A length from five minutes to ten hours. A bare number is minutes, as nobody meets for 45 hours. */
export function meetingLength(words: Words): Option<Minutes> {
  return {
    kind: "text",
    words,
    required: true,
    most: 40,
    write: formatMinutes,
    read: (raw) => {
      const minutes = /^\s*\d{1,4}\s*$/.test(raw) ? Number(raw) : readDuration(raw);
      if (minutes === undefined) return failure(raise(inputRules, "input.not-a-duration", [], { value: raw.slice(0, 40) }));
      return minutes < least || minutes > most ? failure(raise(inputRules, "input.out-of-range", [], { least, most })) : success(minutes);
    },
  };
}

/** Moments before the hour, the furthest first. */
function reminders(words: Words): Option<Minutes[]> {
  return {
    kind: "text",
    words,
    required: true,
    most: 80,
    write: writeReminders,
    read: (raw) => {
      const typed = fold(raw);
      if (/^(aucune?|none|non|no|0)$/.test(typed)) return success([]);
      const read = typed.split(/ ?(?:[,;]| et | and ) ?/).map(momentBefore);
      const known = read.filter((one) => one !== undefined);
      if (known.length < read.length || known.length > 5) return failure(unreadable(raw));
      return success([...new Set(known)].sort((a, b) => b - a));
    },
  };
}

/** `7 j, 1 j, 2 h`, which reads the same. */
export function writeReminders(all: readonly Minutes[]): string {
  if (all.length === 0) return "aucun";
  return all.map((minutes) => (minutes % 1440 === 0 ? `${minutes / 1440}\u00a0j` : formatMinutes(minutes))).join(", ");
}

function momentBefore(typed: string): Minutes | undefined {
  const [, days] = /^(\d{1,2}) ?(?:j|jours?|d|days?)$/.exec(typed) ?? [];
  const minutes = days === undefined ? (/[a-z:]/.test(typed) ? readDuration(typed) : undefined) : Number(days) * 1440;
  return minutes !== undefined && minutes >= 5 && minutes <= 60 * 1440 ? minutes : undefined;
}

function unreadable(raw: string) {
  const allowed = { fr: "au plus cinq délais : 7 j, 1 j, 2 h, ou « aucun »", en: "at most five delays: 7 d, 1 d, 2 h, or “none”" };
  return raise(inputRules, "input.unknown-value", [], { value: raw.slice(0, 40), allowed });
}
