import {
  accessRefusals,
  counted,
  failure,
  type Label,
  lheoOf,
  type Problem,
  raise,
  type Session,
  sessionTable,
  success,
  writeXml,
} from "@kairos/core";
import { command } from "../../command.js";
import { meaningIn } from "../../dossiers/trainers.js";
import { establishmentOption } from "../../establishment.js";
import { csvOf } from "../../files/csv.js";
import { choice, day, optional, reference, text } from "../../options.js";
import { done, line, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["exporter", "Donne des sessions en fichier : LHEO 2.3, ou tableau CSV"],
    en: ["export", "Give sessions as a file: LHEO 2.3, or a CSV table"],
  },
  needs: "session.read",
  visibility: "private",
  example: "/session exporter format:lheo depuis:01/12/2026",
  options: {
    format: choice(
      {
        fr: ["format", "LHEO pour une base régionale, CSV pour un tableur"],
        en: ["format", "LHEO for a regional base, CSV for a spreadsheet"],
      },
      { lheo: { fr: "lheo", en: "lheo" }, csv: { fr: "csv", en: "csv" } },
    ),
    course: optional(reference("course", { fr: ["cours", "Les sessions d'une formation"], en: ["course", "The sessions of one course"] })),
    from: optional(day({ fr: ["depuis", "Pas finies avant ce jour"], en: ["from", "Not over before that day"] })),
    until: optional(day({ fr: ["jusque", "Commencées au plus tard ce jour"], en: ["until", "Begun by that day"] })),
    references: optional(
      text(
        { fr: ["references", "Seulement celles-ci, séparées par des virgules"], en: ["references", "Only these, separated by commas"] },
        2000,
      ),
    ),
    ...establishmentOption,
  },
  async prepare({ input, provider, read }) {
    if (provider === undefined) return failure<Problem>(raise(accessRefusals, "access.not-founded", [], {}));
    const { from, until } = input;
    const {
      courses,
      sessions: found,
      nameOf,
    } = await read(async (store) => ({
      nameOf: await meaningIn(store),
      courses: await store.courses.list(),
      sessions: await store.sessions.list({ ...(from !== undefined && { from }), ...(until !== undefined && { until }) }),
    }));
    const wanted = input.references?.split(",").map((one) => one.trim().toUpperCase());
    const course = input.course?.toUpperCase();
    const sessions = found.filter(
      (one) =>
        one.siret === provider.siret &&
        (course === undefined || one.course === course) &&
        (wanted === undefined || wanted.includes(one.reference)),
    );
    if (input.format === "csv") {
      const [columns = [], ...rows] = sessionTable(sessions, nameOf);
      return success({ sessions, text: csvOf(columns, rows), partly: [] });
    }
    const written = lheoOf(provider, new Map(courses.map((one) => [one.reference, one])), sessions);
    return written.ok ? success({ sessions, text: writeXml(written.value.root), partly: written.value.partly }) : written;
  },
  run({ input, prepared, today }) {
    if (!prepared.ok) return Promise.resolve(refused(prepared.problems));
    const { sessions, text, partly } = prepared.value;
    const lines = [
      ...counting(sessions),
      ...(partly.length > 0 ? [cannotSay(partly)] : []),
      ...(input.format === "lheo" ? [byDefault] : []),
    ];
    if (sessions.length === 0) return Promise.resolve(done({ title, lines: counting(sessions), data: { sessions: 0 } }));
    const fileName = `sessions-${today}.${input.format === "csv" ? "csv" : "xml"}`;
    const trace = { details: { format: input.format, sessions: sessions.length } };
    return Promise.resolve(done({ title, lines, texts: [{ fileName, text }], data: { sessions: sessions.length, partly }, trace }));
  },
});

const title: Label = { fr: "Export de sessions", en: "Export of sessions" };

function counting({ length }: readonly Session[]): readonly ReplyLine[] {
  if (length === 0)
    return [line("plain", "Aucune session ne correspond : il n'y a rien à exporter.", "No session matches: there is nothing to export.")];
  return [line("good", `Sessions exportées : ${length}.`, `Sessions exported: ${length}.`)];
}

function cannotSay(references: readonly string[]): ReplyLine {
  const shown = `${references.slice(0, 10).join(", ")}${references.length > 10 ? "…" : ""}`;
  return line(
    "warning",
    `LHEO n'a pas de place pour tout ce que vous avez dit (salle, formateurs, places, minutes en plus des heures, adresse écrite d'un trait…). ${counted(references.length, "session concernée", "sessions concernées")} : ${shown}. Le CSV garde tout.`,
    `LHEO has no room for all you said (room, trainers, places, minutes beside hours, an address in one line…). ${counted(references.length, "session concerned", "sessions concerned", "en")}: ${shown}. The CSV keeps everything.`,
  );
}

const byDefault = line(
  "muted",
  "Ce que LHEO exige et que personne n'a dit est écrit « - » ou marqué « valeur par défaut » : relisez avant d'envoyer.",
  "What LHEO demands and nobody said is written “-” or marked “valeur par défaut”: read it before you send it.",
);
