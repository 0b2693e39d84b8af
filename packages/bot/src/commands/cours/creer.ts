import { checkCourse, courseSchema, hasErrors, inputRules, modalityFor, parse, raise } from "@kairos/core";
import { command } from "../../command.js";
import { courseCard, courseDetails, courseForm } from "../../dossiers/courses.js";
import { nextId } from "../../dossiers/next-id.js";
import { establishmentOption } from "../../establishment.js";
import { given, optional, text } from "../../options.js";
import { refused } from "../../reply.js";
import type { Store } from "../../store/store.js";

export default command({
  words: {
    fr: ["creer", "Enregistre une formation du catalogue : ses sessions en reprennent tout"],
    en: ["create", "Record a course of the catalogue: its sessions take everything from it"],
  },
  needs: "session.manage",
  visibility: "private",
  form: courseForm,
  example: "/cours creer intitule:Cariste CACES R489 heures-centre:70 h prix:1190 formacode:31768 formacode-version:V14",
  options: {
    title: text({ fr: ["intitule", "Intitulé exact"], en: ["title", "Exact title"] }, 255),
    reference: optional(
      text(
        {
          fr: ["reference", "Votre référence ; FO-0001 et ainsi de suite par défaut"],
          en: ["reference", "Your reference; FO-0001 and so on by default"],
        },
        40,
      ),
    ),
    ...courseDetails,
    ...establishmentOption,
  },
  async run({ input, provider, store, today }) {
    const { centreMinutes, companyMinutes, distanceMinutes, establishment: _place, reference: typed, ...content } = input;
    const reference = typed?.toUpperCase() ?? (await freeReference(store));
    const hours = given({ centreMinutes, companyMinutes, distanceMinutes });
    const course = parse(courseSchema, {
      modality: modalityFor(hours),
      ...given(content),
      reference,
      siret: provider?.siret,
      hours,
    });
    if (!course.ok) return refused(course.problems);
    if ((await store.courses.get(reference)) !== undefined)
      return refused([raise(inputRules, "input.reference-taken", ["reference"], { kind: "course", reference })]);
    const problems = checkCourse({ course: course.value, today });
    if (hasErrors(problems)) return refused(problems, { trace: { object: reference } });
    await store.courses.save(course.value);
    return courseCard(course.value, today);
  },
});

/** The next `FO-0001` that nobody typed already. */
async function freeReference(store: Store): Promise<string> {
  for (;;) {
    const reference = await nextId(store, "FO");
    if ((await store.courses.get(reference)) === undefined) return reference;
  }
}
