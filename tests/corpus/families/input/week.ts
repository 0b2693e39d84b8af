import { readPattern } from "@kairos/core";
import { numberOf } from "../../number.js";
import { problemsOf } from "../../problems.js";
import { faultsIn } from "../../seeded.js";

/** The week of a training as its coordinator types it. */
interface Week {
  readonly days: string;
  readonly morning: string;
  readonly afternoon: string;
  readonly where: string;
}

const mornings = ["9h-12h30", "8h30-12h", "8h-11h45", "9h15-12h15"];
const afternoons = ["13h30-17h", "13h45-17h", "13h30-16h45", "14h-17h30", "13h15-16h30"];

/** Every provider has its own hours; a short training leaves Friday free. */
const inWeek = faultsIn(
  (dossier): Week => {
    const { centreMinutes, distanceMinutes } = dossier.situation.quote.hours;
    const own = (from: readonly string[]) => from[Number(numberOf(dossier)) % from.length] ?? "";
    return {
      days: centreMinutes + distanceMinutes < 35 * 60 ? "lun-jeu" : "lun-ven",
      morning: own(mornings),
      afternoon: own(afternoons),
      where: centreMinutes === 0 && distanceMinutes > 0 ? "distance" : "",
    };
  },
  ({ days, morning, afternoon, where }) => problemsOf(readPattern(`${days} ${morning} ${afternoon} ${where}`)),
);

/** What cannot be read in a week. */
export const weekFaults = {
  "input.not-an-hour": inWeek((week, random) => ({
    ...week,
    afternoon: random.chance(0.5) ? `13h30-${24 + random.int(70)}h` : `13h${60 + random.int(40)}-17h`,
  })),
  "input.hours-order": inWeek((week, random) => ({
    ...week,
    afternoon: random.pick(["17h-13h30", `13h30-${1 + random.int(12)}h`, `${18 + random.int(5)}h-17h`, "14h-14h"]),
  })),
  "input.hours-overlap": inWeek((week, random) => ({ ...week, afternoon: `1${random.int(2)}h${10 + random.int(30)}-17h` })),
  "input.week-incomplete": inWeek((week, random) =>
    random.pick<Week>([
      { ...week, days: "" },
      { ...week, morning: "", afternoon: "" },
      { ...week, afternoon: `1${4 + random.int(5)}h${10 + random.int(50)}` },
      { ...week, morning: `${7 + random.int(4)}h${10 + random.int(50)}` },
    ]),
  ),
  "input.week-unreadable": inWeek((week, random) => {
    const slip = random.pick(["sauf férié", "selon planning", "semaine paire", "tlj", "en salle info"]);
    return random.pick<Week>([
      { ...week, where: slip },
      { ...week, days: slip },
      { ...week, days: random.pick(["lun-vnd", "lnd-ven", "lun-ve"]) },
    ]);
  }),
};
