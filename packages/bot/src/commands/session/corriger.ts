import {
  checkSession,
  hasErrors,
  inputRules,
  modalityFor,
  parse,
  raise,
  type Session,
  sessionFromCourse,
  sessionSchema,
} from "@kairos/core";
import { command } from "../../command.js";
import { loadCourse } from "../../dossiers/courses.js";
import { newDuplicates } from "../../dossiers/doubles.js";
import { isNone } from "../../dossiers/list-options.js";
import { besideSchedule } from "../../dossiers/session-changes.js";
import { loadSession, sessionCard, sessionCourse, sessionDetails, sessionFacts } from "../../dossiers/sessions.js";
import { callingIn, trainersFrom } from "../../dossiers/trainers.js";
import { day, given, optional, reference, text } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: { fr: ["corriger", "Corrige une session"], en: ["correct", "Correct a session"] },
  needs: "session.manage",
  visibility: "private",
  form: [
    ["title", "startsOn", "endsOn", "centreMinutes", "place"],
    ["modality", "priceCents", "listingReference", "certification", "certificationEndsOn"],
    ["room", "trainers", "capacity", "intake", "distanceMeans"],
  ],
  example: "/session corriger reference:SE-2026-014 carif:76_214587",
  options: {
    reference: reference("session", { fr: ["reference", "Référence de la session"], en: ["reference", "Session reference"] }),
    title: optional(text({ fr: ["intitule", "Intitulé exact"], en: ["title", "Exact title"] }, 255)),
    startsOn: optional(day({ fr: ["debut", "Premier jour"], en: ["start", "First day"] })),
    endsOn: optional(day({ fr: ["fin", "Dernier jour"], en: ["end", "Last day"] })),
    course: optional(sessionCourse),
    ...sessionDetails,
  },
  async known({ store, values }) {
    const session = await store.sessions.get((values.reference ?? "").toUpperCase());
    if (session === undefined) return {};
    const nameOf = await callingIn(store);
    const { trainers = [], ...rest } = session;
    return { ...rest, ...session.hours, ...(trainers.length > 0 && { trainers: trainers.map(nameOf).join(", ") }) };
  },
  async run({ input, store, today }) {
    const { reference: typed, centreMinutes, companyMinutes, distanceMinutes, course: named, trainers: people, room, ...changes } = input;
    const current = await loadSession(store, typed);
    if (!current.ok) return refused(current.problems);
    const hours = given({ centreMinutes, companyMinutes, distanceMinutes });
    const names = Object.keys(given({ ...changes, ...hours, course: named, trainers: people, room }));
    if (names.length === 0) return refused([raise(inputRules, "input.nothing-given", [], {})]);
    const course = named === undefined ? undefined : await loadCourse(store, named, "cours");
    if (course?.ok === false) return refused(course.problems);
    const trainers = people === undefined ? undefined : await trainersFrom(store, people);
    if (trainers?.ok === false) return refused(trainers.problems);
    const { room: before, ...kept } = current.value;
    const placed = room === undefined ? before : isNone(room) ? undefined : room;
    const said = {
      ...kept,
      ...given({ ...changes, trainers: trainers?.value.ids, room: placed }),
      hours: { ...kept.hours, ...hours },
    };
    const told = course === undefined ? said : { ...completed(course.value, said), siret: kept.siret };
    const isTold = changes.modality !== undefined || (course === undefined && Object.keys(hours).length === 0);
    const session = parse(sessionSchema, isTold ? told : { ...told, modality: modalityFor(told.hours, kept.modality) });
    if (!session.ok) return refused(session.problems);
    const problems = [
      ...checkSession({ session: session.value, today }),
      ...(await besideSchedule(store, current.value, session.value, await store.schedules.get(current.value.reference))),
      ...(await newDuplicates(store, session.value, today, current.value)),
    ];
    if (hasErrors(problems)) return refused(problems, { trace: { object: current.value.reference } });
    await store.sessions.save(session.value);
    const card = sessionCard(session.value, today, { change: names.join(" ") }, await sessionFacts(store, session.value));
    return { ...card, lines: [...(card.lines ?? []), ...(trainers?.value.remarks ?? [])] };
  },
});

/** What the session does not say yet comes from the course; hours that say nothing too. */
function completed(course: Parameters<typeof sessionFromCourse>[0], said: Session | object) {
  const { hours, ...rest } = said as Session;
  const total = hours.centreMinutes + hours.companyMinutes + hours.distanceMinutes;
  return sessionFromCourse(course, { ...rest, ...(total > 0 && { hours }) });
}
