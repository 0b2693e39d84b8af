import { addDays, certificationSchema, checkCourse, checkSession, formacodeSchema, totalMinutes } from "@kairos/core";
import { faultsIn } from "../../seeded.js";
import { trainingOf } from "../../training.js";
import type { FaultsOf } from "../index.js";

const inSession = faultsIn(({ situation: { session, today } }) => session && { session, today }, checkSession);
const inCourse = faultsIn((dossier) => {
  const training = trainingOf(dossier);
  return training && { course: training.course, today: training.today };
}, checkCourse);

const certifications = ["RNCP34862", "RNCP37099", "RS6789"].map((code) => certificationSchema.parse(code));
const formacodes = ["31768", "35054", "42056", "44028"].map((code) => formacodeSchema.parse(code));

export const ownSessionFaults: Pick<
  FaultsOf<"sessions">,
  | "session.dates-order"
  | "session.hours-sum"
  | "session.distance-without-means"
  | "id.certification-expired"
  | "id.certification-ended"
  | "id.formacode-version-missing"
> = {
  "session.dates-order": inSession(({ session, today }, random) => {
    const { startsOn, endsOn } = session;
    const mistyped = { endsOn: addDays(startsOn, -1 - random.int(300)) };
    const swapped = { startsOn: endsOn, endsOn: startsOn };
    return { today, session: { ...session, ...(startsOn < endsOn && random.chance(0.3) ? swapped : mistyped) } };
  }),
  "session.hours-sum": inSession(({ session, today }, random) => {
    const total = totalMinutes(session.hours);
    const off = random.pick([60, 30, 15]) * (1 + random.int(10));
    return { today, session: { ...session, announcedMinutes: off < total && random.chance(0.5) ? total - off : total + off } };
  }),
  "session.distance-without-means": inSession(({ session, today }, random) => {
    const { centreMinutes, companyMinutes, distanceMinutes } = session.hours;
    const moved = Math.min(centreMinutes, 60 * (1 + random.int(20)));
    const hours = { companyMinutes, centreMinutes: centreMinutes - moved, distanceMinutes: distanceMinutes + moved };
    if (hours.distanceMinutes === 0) return undefined;
    return { today, session: { ...session, hours, distanceMeans: session.distanceMeans?.slice(0, random.int(3)) } };
  }),
  "id.certification-expired": inSession(({ session, today }, random) => {
    const certificationEndsOn = addDays(session.startsOn, -1 - random.int(700));
    return { today, session: { ...session, certification: random.pick(certifications), certificationEndsOn } };
  }),
  "id.certification-ended": inCourse(({ course, today }, random) => {
    const certificationEndsOn = addDays(today, -1 - random.int(700));
    return { today, course: { ...course, certification: random.pick(certifications), certificationEndsOn } };
  }),
  "id.formacode-version-missing": inSession(({ session: { formacodeVersion: _left, ...session }, today }, random) => ({
    today,
    session: { ...session, formacode: random.pick(formacodes) },
  })),
};
