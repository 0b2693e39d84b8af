import type { Settings } from "../../membership/index.js";
import type { MonthFacts } from "../months/month-closing.js";
import { attendedMinutes } from "../record.js";
import { type Slot, traineeSlotKey } from "../slot.js";
import type { SignIn } from "./sign-in.js";

/** Half-days somebody attended on site without a signature; where a day is signed at once, one signature of it is enough. */
export function unsignedHalfDays(
  { planned, records }: Pick<MonthFacts, "planned" | "records">,
  signIns: readonly SignIn[],
  signedBy: Settings["attendance"]["signedBy"],
): readonly (Slot & { readonly traineeId: string })[] {
  const keyOf = ({ traineeId, day, half }: Slot & { readonly traineeId: string }) =>
    signedBy === "day" ? `${traineeId}|${day}` : traineeSlotKey({ traineeId, day, half });
  const signed = new Set(signIns.map(keyOf));
  const facts = new Map(records.map((one) => [traineeSlotKey(one), one]));
  return planned.filter((one) => {
    const fact = facts.get(traineeSlotKey(one));
    // What proves remote training is its evidence.
    if (fact === undefined || fact.status === "remote") return false;
    return attendedMinutes(fact, one.minutes) > 0 && !signed.has(keyOf(one));
  });
}
