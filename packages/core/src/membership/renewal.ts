import { addDays, daysBetween, type IsoDate } from "../shared/calendar.js";
import type { Provider } from "./provider.js";

/** The end of an agreement is near, or reached. */
export interface AgreementReminder {
  readonly endsOn: IsoDate;
  /** Days before the end when it became due, and that day. */
  readonly beforeDays: number;
  readonly dayOn: IsoDate;
  /** The day after which another word takes over: the next reminder, or the end. */
  readonly untilOn: IsoDate;
}

/** The last reminder day that an agreement has reached; none once it has ended, since it is then an error that shows everywhere. */
export function agreementReminderReached({ agreement, settings }: Provider, today: IsoDate): AgreementReminder | undefined {
  if (agreement === undefined || agreement.endsOn < today) return undefined;
  const { endsOn } = agreement;
  const left = daysBetween(today, endsOn);
  const { renewalDays } = settings.membership;
  const reached = renewalDays.filter((due) => due >= left);
  if (reached.length === 0) return undefined;
  const beforeDays = Math.min(...reached);
  const later = renewalDays.filter((due) => due < beforeDays);
  const untilOn = later.length === 0 ? addDays(endsOn, 1) : addDays(endsOn, -Math.max(...later));
  return { endsOn, beforeDays, dayOn: addDays(endsOn, -beforeDays), untilOn };
}
