import {
  addDays,
  codeToShow,
  laterBy,
  minutesBetween,
  type OwnHalfDay,
  type Problem,
  recogniseCode,
  refuseSignIn,
  signableHalfDays,
  signInWindow,
} from "@kairos/core";
import { crypt } from "../../../examples/trail.js";
import { attendedOf } from "../../attendance.js";
import { faultsIn } from "../../seeded.js";
import type { FaultsOf } from "../index.js";

/** A code shown at an instant for a trainee's half-day, and typed at another. */
interface Typed {
  readonly own: OwnHalfDay;
  readonly shownAt: string;
  readonly typedAt: string;
}

const mac = (text: string) => crypt(`key ${text}`);

/** The first half-day of the dossier's trainee, its code typed two minutes after it is shown. */
const inSignIn = faultsIn<Typed>(
  (dossier) => {
    const attended = attendedOf(dossier);
    const enrolment = attended?.roster[0];
    if (attended === undefined || enrolment === undefined) return undefined;
    const { session, schedule, settings } = attended;
    const [signable] = signableHalfDays(session, schedule, settings, { from: session.startsOn, until: session.endsOn });
    if (signable === undefined) return undefined;
    const { opensAt } = signInWindow(signable);
    return { own: { ...signable, enrolment, signed: undefined }, shownAt: laterBy(opensAt, 20), typedAt: laterBy(opensAt, 22) };
  },
  ({ own, shownAt, typedAt }): readonly Problem[] => {
    const shown = codeToShow(own, shownAt, mac);
    if (!shown.ok) return shown.problems;
    const recognised = recogniseCode([own], shown.value.code, typedAt, mac);
    if (recognised === undefined) throw new Error("the code that was shown is not recognised");
    const refused = refuseSignIn(recognised, typedAt);
    return refused === undefined ? [] : [refused];
  },
);

export const codeFaults: Pick<
  FaultsOf<"signing">,
  | "attendance.code-expired"
  | "attendance.sign-in-too-early"
  | "attendance.sign-in-too-late"
  | "attendance.sign-in-withdrawn"
  | "attendance.sign-in-not-followed"
  | "attendance.sign-in-twice"
> = {
  "attendance.code-expired": inSignIn((typed, random) => {
    const { own, shownAt } = typed;
    const left = minutesBetween(shownAt, signInWindow(own).closesAt) - own.settings.codeMinutes;
    return { ...typed, typedAt: laterBy(shownAt, own.settings.codeMinutes + 1 + random.int(left)) };
  }),
  "attendance.sign-in-too-early": inSignIn((typed, random) => {
    const { opensAt } = signInWindow(typed.own);
    const early = 1 + random.int(typed.own.settings.codeMinutes + 30);
    return { ...typed, shownAt: laterBy(opensAt, -early), typedAt: laterBy(opensAt, -1) };
  }),
  "attendance.sign-in-too-late": inSignIn((typed, random) => ({
    ...typed,
    typedAt: laterBy(signInWindow(typed.own).closesAt, 1 + random.int(600)),
  })),
  "attendance.sign-in-withdrawn": inSignIn((typed, random) => {
    const { day } = typed.own.halfDay;
    const withdrawal = { day: addDays(day, -random.int(3)), half: "morning" } as const;
    return { ...typed, own: { ...typed.own, enrolment: { ...typed.own.enrolment, withdrawal } } };
  }),
  "attendance.sign-in-not-followed": inSignIn((typed, random) => {
    const { day } = typed.own.halfDay;
    const dates = random.chance(0.5) ? { joinsOn: addDays(day, 1 + random.int(5)) } : { leavesOn: addDays(day, -1 - random.int(5)) };
    return { ...typed, own: { ...typed.own, enrolment: { ...typed.own.enrolment, ...dates } } };
  }),
  "attendance.sign-in-twice": inSignIn((typed, random) => {
    const signed = { method: random.pick(["code", "sheet", "tool"] as const), at: laterBy(typed.shownAt, -random.int(10)) };
    return { ...typed, own: { ...typed.own, signed } };
  }),
};
