import { checkCourse, courseSchema, hasErrors, inputRules, modalityFor, parse, raise } from "@kairos/core";
import { command } from "../../command.js";
import { courseCard, courseDetails, courseForm, courseReference, loadCourse } from "../../dossiers/courses.js";
import { given, optional, text } from "../../options.js";
import { line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["corriger", "Corrige une formation ; ses sessions déjà ouvertes gardent ce qu'elles disent"],
    en: ["correct", "Correct a course; sessions already open keep what they say"],
  },
  needs: "session.manage",
  visibility: "private",
  form: courseForm,
  example: "/cours corriger reference:FO-0001 prix:1250",
  options: {
    reference: courseReference,
    title: optional(text({ fr: ["intitule", "Intitulé exact"], en: ["title", "Exact title"] }, 255)),
    ...courseDetails,
  },
  async known({ store, values }) {
    const course = await loadCourse(store, values.reference ?? "");
    return course.ok ? { ...course.value, ...course.value.hours } : {};
  },
  async run({ input, store, today }) {
    const { reference: typed, centreMinutes, companyMinutes, distanceMinutes, ...changes } = input;
    const current = await loadCourse(store, typed);
    if (!current.ok) return refused(current.problems);
    const hours = given({ centreMinutes, companyMinutes, distanceMinutes });
    const names = Object.keys(given({ ...changes, ...hours }));
    if (names.length === 0) return refused([raise(inputRules, "input.nothing-given", [], {})]);
    const split = { ...current.value.hours, ...hours };
    const modality = Object.keys(hours).length === 0 ? current.value.modality : modalityFor(split, current.value.modality);
    const course = parse(courseSchema, { ...current.value, modality, ...given(changes), hours: split });
    if (!course.ok) return refused(course.problems);
    const problems = checkCourse({ course: course.value, today });
    if (hasErrors(problems)) return refused(problems, { trace: { object: course.value.reference } });
    await store.courses.save(course.value);
    const card = courseCard(course.value, today, { change: names.join(" ") });
    return { ...card, lines: [...(card.lines ?? []), sessionsKeep] };
  },
});

const sessionsKeep = line(
  "muted",
  "Les sessions déjà enregistrées ne changent pas : leur fiche est celle qui a été référencée.",
  "Sessions already recorded do not change: their record is what was listed.",
);
