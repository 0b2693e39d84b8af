import { command } from "../../command.js";
import { courseSummary } from "../../dossiers/courses.js";
import { optional, text } from "../../options.js";
import { done, line, same } from "../../reply.js";

const most = 100;

export default command({
  words: { fr: ["liste", "Liste les formations du catalogue"], en: ["list", "List the courses of the catalogue"] },
  needs: "session.read",
  visibility: "private",
  publishable: true,
  example: "/cours liste",
  options: {
    search: optional(
      text({ fr: ["cherche", "Mot de l'intitulé ou de la référence"], en: ["search", "Word of the title or reference"] }, 80),
    ),
  },
  async run({ input, store }) {
    const found = await store.courses.list({ limit: most + 1, ...(input.search !== undefined && { search: input.search }) });
    const courses = found.slice(0, most);
    return done({
      title: { fr: "Formations", en: "Courses" },
      ...(courses.length === 0
        ? { lines: [line("plain", "Aucune formation ne correspond.", "No course matches.")] }
        : {
            table: {
              columns: [
                { fr: "Référence", en: "Reference" },
                { fr: "Formation", en: "Course" },
              ],
              rows: courses.map((course) => [same(course.reference), courseSummary(course)]),
              open: { path: "cours voir", option: "reference" },
            },
          }),
      ...(found.length > most && {
        lines: [
          line(
            "muted",
            `Les ${most} dernières enregistrées ; donnez un mot de l'intitulé pour trouver les autres.`,
            `The last ${most} recorded; give a word of the title to find the others.`,
          ),
        ],
      }),
      data: { courses: courses.map((course) => course.reference) },
    });
  },
});
