import { formatDay, formatMinutes, type IsoDate } from "../shared/calendar.js";
import type { Label, Language } from "../shared/language.js";
import { enumerate } from "../shared/text.js";
import type { HoursPart } from "./explain-hours.js";
import { type LearningPlace, learningPlaceLabels, learningPlaces } from "./schedule.js";
import { type Hours, totalMinutes } from "./session.js";

/** `7 h de moins le 11/11/2026 (armistice de 1918)`: one reason of a difference, as people read it. */
export function hoursPartLabel(part: HoursPart): Label {
  const { days, minutes } = part;
  const [fr, en] = [moreOrLess(minutes, "fr"), moreOrLess(minutes, "en")];
  const [daysFr, daysEn] = [listed(days, "fr"), listed(days, "en")];
  switch (part.why) {
    case "pattern":
      return {
        fr: `${fr} par la semaine type, avant jours fériés et fermetures`,
        en: `${en} from the usual week, before holidays and closures`,
      };
    case "holiday":
      return { fr: `${fr} le ${daysFr} (${part.label.fr})`, en: `${en} on ${daysEn} (${part.label.en})` };
    case "closure":
      return {
        fr: `${fr} pendant « ${part.label.fr} » (${daysFr})`,
        en: `${en} during “${part.label.en}” (${daysEn})`,
      };
    case "edit":
      return {
        fr: `${fr} par des demi-journées différentes des autres semaines (${daysFr})`,
        en: `${en} from half-days unlike those of the other weeks (${daysEn})`,
      };
  }
}

/** `63 h en centre au lieu de 70 h`: each place whose hours differ. */
export function splitDifferences(expected: Hours, scheduled: Hours, language: Language): readonly string[] {
  return learningPlaces
    .filter((place) => expected[minutesIn(place)] !== scheduled[minutesIn(place)])
    .map((place) => {
      const [is, should] = [formatMinutes(scheduled[minutesIn(place)]), formatMinutes(expected[minutesIn(place)])];
      const where = learningPlaceLabels[place][language];
      return language === "fr" ? `${is} ${where} au lieu de ${should}` : `${is} ${where} instead of ${should}`;
    });
}

/** `7 h de moins`, `30 min de plus`. */
export function moreOrLess(minutes: number, language: Language): string {
  const { less, more } = differenceWords[language];
  return `${formatMinutes(Math.abs(minutes))} ${minutes < 0 ? less : more}`;
}

const differenceWords = { fr: { less: "de moins", more: "de plus" }, en: { less: "less", more: "more" } };

export function differenceOf({ expected, scheduled }: { readonly expected: Hours; readonly scheduled: Hours }): number {
  return totalMinutes(scheduled) - totalMinutes(expected);
}

function minutesIn(place: LearningPlace): keyof Hours {
  return `${place}Minutes`;
}

function listed(days: readonly IsoDate[], language: Language): string {
  return enumerate(
    days.map((day) => formatDay(day, language)),
    6,
  );
}
