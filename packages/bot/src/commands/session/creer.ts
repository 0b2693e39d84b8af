import { checkSession, hasErrors, inputRules, modalityFor, parse, raise, sessionFromCourse, sessionSchema } from "@kairos/core";
import { command } from "../../command.js";
import { loadCourse } from "../../dossiers/courses.js";
import { newDuplicates } from "../../dossiers/doubles.js";
import { isNone } from "../../dossiers/list-options.js";
import { sessionCard, sessionCourse, sessionDetails, sessionFacts } from "../../dossiers/sessions.js";
import { trainersFrom } from "../../dossiers/trainers.js";
import { establishmentOption } from "../../establishment.js";
import { day, given, optional, text } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: { fr: ["creer", "Enregistre une session telle qu'elle est référencée"], en: ["create", "Record a session as it is listed"] },
  needs: "session.manage",
  visibility: "private",
  form: [
    ["reference", "title", "startsOn", "endsOn", "centreMinutes"],
    ["place", "modality", "priceCents", "listingReference", "certification"],
  ],
  example: "/session creer reference:SE-2026-014 intitule:Cariste CACES R489 debut:07/12/2026 fin:18/12/2026 heures-centre:70 h",
  options: {
    reference: text({ fr: ["reference", "Votre référence : SE-2026-014"], en: ["reference", "Your reference: SE-2026-014"] }, 40),
    startsOn: day({ fr: ["debut", "Premier jour"], en: ["start", "First day"] }),
    endsOn: day({ fr: ["fin", "Dernier jour"], en: ["end", "Last day"] }),
    course: optional(sessionCourse),
    title: optional(
      text(
        {
          fr: ["intitule", "Intitulé exact ; celui de la formation par défaut", "Intitulé exact"],
          en: ["title", "Exact title; the course's by default", "Exact title"],
        },
        255,
      ),
    ),
    ...sessionDetails,
    ...establishmentOption,
  },
  async run({ input, provider, store, today }) {
    const {
      centreMinutes,
      companyMinutes,
      distanceMinutes,
      establishment: _place,
      course: named,
      trainers: typed,
      room,
      ...content
    } = input;
    const reference = input.reference.toUpperCase();
    const course = named === undefined ? undefined : await loadCourse(store, named, "cours");
    if (course?.ok === false) return refused(course.problems);
    if (course === undefined && input.title === undefined) return refused([raise(inputRules, "input.missing", ["intitule"], {})]);
    const trainers = typed === undefined ? undefined : await trainersFrom(store, typed);
    if (trainers?.ok === false) return refused(trainers.problems);
    const said = {
      ...given({ ...content, trainers: trainers?.value.ids, room: room !== undefined && isNone(room) ? undefined : room }),
      reference,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      hours: given({ centreMinutes, companyMinutes, distanceMinutes }),
    };
    const session = parse(sessionSchema, {
      ...(course === undefined ? { modality: modalityFor(said.hours), ...said } : sessionFromCourse(course.value, said as never)),
      siret: provider?.siret,
    });
    if (!session.ok) return refused(session.problems);
    if ((await store.sessions.get(reference)) !== undefined)
      return refused([raise(inputRules, "input.reference-taken", ["reference"], { kind: "session", reference })]);
    const problems = [...checkSession({ session: session.value, today }), ...(await newDuplicates(store, session.value, today))];
    if (hasErrors(problems)) return refused(problems, { trace: { object: reference } });
    await store.sessions.save(session.value);
    const card = sessionCard(session.value, today, course && { course: course.value.reference }, await sessionFacts(store, session.value));
    return { ...card, lines: [...(card.lines ?? []), ...(trainers?.value.remarks ?? [])] };
  },
});
