import { command } from "../../command.js";
import { courseCard, courseReference, loadCourse } from "../../dossiers/courses.js";
import { refused } from "../../reply.js";

export default command({
  words: { fr: ["voir", "Montre une formation"], en: ["show", "Show a course"] },
  needs: "session.read",
  visibility: "private",
  publishable: true,
  example: "/cours voir reference:FO-0001",
  options: { reference: courseReference },
  async run({ input, store, today }) {
    const course = await loadCourse(store, input.reference);
    return course.ok ? courseCard(course.value, today) : refused(course.problems);
  },
});
