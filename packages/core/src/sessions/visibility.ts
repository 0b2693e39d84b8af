import type { Provider, Settings } from "../membership/index.js";
import { addDays, daysBetween, type IsoDate, weekdayOf } from "../shared/calendar.js";
import { publicHolidayOn } from "../shared/holidays.js";
import { sirenOf } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { isSiret } from "../shared/sirene.js";
import type { Course } from "./course.js";
import { lastJourney } from "./listing.js";
import type { Session } from "./session.js";

/** Why the export of the regional base to France Travail leaves a session out. */
export type ExportFault = "initial-training" | "siret" | "ended";

export const exportFaultLabels: Readonly<Record<ExportFault, Label>> = {
  "initial-training": { fr: "formation initiale ou apprentissage", en: "initial training or apprenticeship" },
  siret: { fr: "SIRET manquant ou faux", en: "missing or wrong SIRET" },
  ended: { fr: "finie depuis plus de 30 jours", en: "ended more than 30 days ago" },
};

/** The days between the regional base and the screens of France Travail. */
export interface Display {
  /** It leaves the regional base in the night that ends on this day. */
  readonly leavesOn: IsoDate;
  /** It shows in the national network of the Carif-Oref. */
  readonly networkOn: IsoDate;
  /** It is expected in Kairos from this day… */
  readonly expectedFrom: IsoDate;
  /** …to this one. */
  readonly expectedBy: IsoDate;
}

export interface Visibility {
  /** The day it was last sent, and those that follow. */
  readonly sentOn?: IsoDate;
  readonly display?: Display;
  /** The day somebody saw it in Kairos. */
  readonly seenOn?: IsoDate;
  /** Empty when the export takes it. */
  readonly leftOut: readonly ExportFault[];
  /** Who is to be asked why it does not show. */
  readonly ask: "nobody" | "regional-base" | "agency";
}

export interface VisibilityOptions {
  readonly course?: Course | undefined;
  readonly provider?: Pick<Provider, "siren"> | undefined;
  /** Every day but Saturdays, Sundays and public holidays unless said. */
  readonly isWorkingDay?: ((day: IsoDate) => boolean) | undefined;
}

/** Longest that a session goes on being exported after its end, in days. */
export const exportedDays = 30;

/** When a session is to show in Kairos, or why it never will. */
export function visibilityOf(
  session: Session,
  settings: Settings,
  today: IsoDate,
  { course, provider, isWorkingDay = workingDayIn(settings) }: VisibilityOptions = {},
): Visibility {
  const { sentOn, seenOn } = lastJourney(session.listing);
  const leftOut = exportFaultsOf(session, today, { course, provider });
  const display = sentOn === undefined ? undefined : displayAfter(sentOn, isWorkingDay);
  const isLate = display !== undefined && seenOn === undefined && display.expectedBy < today;
  return {
    ...(sentOn !== undefined && { sentOn }),
    ...(display !== undefined && { display }),
    ...(seenOn !== undefined && { seenOn }),
    leftOut,
    ask: seenOn !== undefined ? "nobody" : leftOut.length > 0 ? "regional-base" : isLate ? "agency" : "nobody",
  };
}

/** The days that follow a sending: one night, 48 working hours, then one to five days. */
export function displayAfter(sentOn: IsoDate, isWorkingDay: (day: IsoDate) => boolean): Display {
  const leavesOn = addDays(sentOn, delays.nights);
  let day = addDays(leavesOn, -1);
  for (let worked = 0; worked < delays.workingDays; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) worked += 1;
  }
  const networkOn = addDays(day, 1);
  return {
    leavesOn,
    networkOn,
    expectedFrom: addDays(networkOn, delays.agencyLeastDays),
    expectedBy: addDays(networkOn, delays.agencyMostDays),
  };
}

/** What keeps a session out of the export on a day. */
export function exportFaultsOf(
  session: Session,
  today: IsoDate,
  { course, provider }: Pick<VisibilityOptions, "course" | "provider"> = {},
): readonly ExportFault[] {
  const isInitial = session.initialTraining ?? course?.initialTraining ?? false;
  const isOurs = provider?.siren === undefined || sirenOf(session.siret) === provider.siren;
  return [
    ...(isInitial || session.category === "apprenticeship" ? (["initial-training"] as const) : []),
    ...(isSiret(session.siret) && isOurs ? [] : (["siret"] as const)),
    ...(daysBetween(session.endsOn, today) > exportedDays ? (["ended"] as const) : []),
  ];
}

/** Of the Carif-Oref's own account (source `carif-display-delays`). */
const delays = { nights: 1, workingDays: 2, agencyLeastDays: 1, agencyMostDays: 5 };

function workingDayIn({ sessions: { holidayArea } }: Settings): (day: IsoDate) => boolean {
  return (day) => weekdayOf(day) < saturday && publicHolidayOn(day, holidayArea) === undefined;
}

const saturday = 6;
