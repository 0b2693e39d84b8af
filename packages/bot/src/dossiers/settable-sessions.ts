import type { Settings } from "@kairos/core";
import { setting } from "./setting.js";
import { days } from "./setting-values.js";
import { area, before, closures, referencePattern, trainingHours, weekHours } from "./setting-values-time.js";

/** What a provider may set of its sessions and its appointments, one row each. */
export const sessionSettings = {
  "jours-feries": setting("jours fériés", "public holidays", area, (settings, holidayArea) => inSessions(settings, { holidayArea })),
  fermetures: setting("fermetures", "closures", closures, (settings, all) => inSessions(settings, { closures: [...all] })),
  "journee-maximum": setting("heures au plus par jour", "most hours a day", trainingHours, (settings, mostDayMinutes) =>
    inSessions(settings, { mostDayMinutes }),
  ),
  "semaine-maximum": setting("heures au plus par semaine", "most hours a week", trainingHours, (settings, mostWeekMinutes) =>
    inSessions(settings, { mostWeekMinutes }),
  ),
  "affichage-delai": setting("délai d'affichage d'une session", "time before a session shows", days, (settings, displayDelayDays) =>
    inSessions(settings, { displayDelayDays }),
  ),
  "carif-modele": setting(
    "forme du numéro Carif-Oref",
    "shape of the Carif-Oref number",
    referencePattern,
    (settings, listingReferencePattern) => inSessions(settings, { listingReferencePattern }),
  ),
  "rdv-rappels": setting("rappels des rendez-vous", "reminders of appointments", before, (settings, minutes) =>
    inAppointments(settings, { reminderMinutes: [...minutes] }),
  ),
  "rdv-horaires": setting("horaires de rendez-vous", "hours for appointments", weekHours, (settings, stretches) =>
    inAppointments(settings, { workingHours: [...stretches] }),
  ),
};

function inSessions(
  settings: Settings,
  sessions: { readonly [Name in keyof Settings["sessions"]]?: Settings["sessions"][Name] | undefined },
): object {
  return { ...settings, sessions: { ...settings.sessions, ...sessions } };
}

function inAppointments(settings: Settings, appointments: Partial<Settings["appointments"]>): object {
  return { ...settings, appointments: { ...settings.appointments, ...appointments } };
}
