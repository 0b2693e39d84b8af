import type { Settings } from "@kairos/core";
import { setting } from "./setting.js";
import { days, shortMinutes, signedBy } from "./setting-values.js";

/** What a provider may set of its attendance, one row each. */
export const attendanceSettings = {
  "mouvement-delai": setting("délai pour déclarer un mouvement", "time to declare a movement", days, (settings, movementDays) =>
    inAttendance(settings, { movementDays }),
  ),
  "assiduite-echeance": setting(
    "jour du mois pour saisir l'assiduité",
    "day of the month to enter attendance",
    days,
    (settings, monthlyDeadlineDay) => inAttendance(settings, { monthlyDeadlineDay }),
  ),
  "abandon-apres": setting("abandon soupçonné après", "withdrawal suspected after", days, (settings, withdrawalAfterDays) =>
    inAttendance(settings, { withdrawalAfterDays }),
  ),
  "emargement-par": setting("une signature par", "one signature for each", signedBy, (settings, by) =>
    inAttendance(settings, { signedBy: by }),
  ),
  "code-duree": setting("durée d'un code d'émargement", "life of a sign-in code", shortMinutes, (settings, codeMinutes) =>
    inAttendance(settings, { codeMinutes }),
  ),
  "emargement-ouverture": setting("émargement ouvert avant le début", "sign-in opens before the start", shortMinutes, (settings, minutes) =>
    inAttendance(settings, { signInOpensMinutes: minutes }),
  ),
  "emargement-fermeture": setting("émargement ouvert après la fin", "sign-in stays open after the end", shortMinutes, (settings, minutes) =>
    inAttendance(settings, { signInClosesMinutes: minutes }),
  ),
};

function inAttendance(settings: Settings, attendance: Partial<Settings["attendance"]>): object {
  return { ...settings, attendance: { ...settings.attendance, ...attendance } };
}
