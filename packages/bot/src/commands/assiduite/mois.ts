import { checkMonth, formatMonth, hasErrors, type IsoMonth, type Problem } from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { loadAttendedSession, mayRead, sessionOption } from "../../dossiers/attendance.js";
import { statementDocument } from "../../dossiers/attendance-documents.js";
import { remarksOnAll } from "../../dossiers/attendance-judging.js";
import { monthOption } from "../../dossiers/month-option.js";
import { type MonthDossier, monthDossier, monthToClose, situationOf, standingLines, statementTable } from "../../dossiers/months.js";
import { monthsSeen, overviewLines, overviewTable } from "../../dossiers/months-overview.js";
import { callingIn } from "../../dossiers/trainers.js";
import { optional, yesOrNo } from "../../options.js";
import { done, type NextStep, type Reply, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["mois", "L'état mensuel : prévu, suivi, absences, et ce qui manque pour clôturer"],
    en: ["month", "The monthly statement: planned, attended, absences, and what is missing to close"],
  },
  needs: mayRead,
  visibility: "private",
  example: "/assiduite mois session:SE-2026-014 mois:décembre 2026",
  options: {
    session: optional(sessionOption),
    month: optional(
      monthOption({
        fr: ["mois", "Quel mois : 12/2026, décembre ; sinon, celui qui est à saisir"],
        en: ["month", "Which month: 12/2026, December; otherwise, the one to be entered"],
      }),
    ),
    pdf: optional(
      yesOrNo({
        fr: ["pdf", "L'état d'une session en PDF, à signer et à garder"],
        en: ["pdf", "A session's statement as a PDF, to sign and keep"],
      }),
    ),
  },
  async run(desk) {
    const month = desk.input.month ?? monthToClose(desk.provider, desk.today);
    if (desk.input.session === undefined) return everySession(desk, month, desk.input.month === undefined);
    const loaded = await loadAttendedSession(desk, desk.input.session);
    if (!loaded.ok) return refused(loaded.problems);
    return statementOf(desk, await monthDossier(desk.store, loaded.value, month, desk.now));
  },
});

type Desk = CommandContext<{ readonly pdf?: boolean | undefined }>;

async function statementOf({ store, today, may, input }: Desk, dossier: MonthDossier): Promise<Reply> {
  const { session, month, statement } = dossier;
  const problems = [...checkMonth(situationOf(dossier, today)), ...remarksOnAll(dossier, dossier.records, today)];
  const nameOf = await callingIn(store);
  const table = statementTable(dossier);
  return done({
    title: {
      fr: `${session.reference} · ${formatMonth(month.month)}`,
      en: `${session.reference} · ${formatMonth(month.month, "en")}`,
    },
    lines: standingLines(dossier, nameOf),
    ...(table !== undefined && { table }),
    problems,
    ...(input.pdf === true &&
      statement.trainees.length > 0 && { documents: [statementDocument(dossier, statement, month, { nameOf, today })] }),
    next: [
      ...nextSteps(dossier, may("attendance.record", session.siret), problems),
      ...(input.pdf === true || statement.trainees.length === 0 ? [] : [inPdf(dossier)]),
    ],
    data: {
      session: session.reference,
      month: month.month,
      status: month.status,
      planned: statement.planned,
      minutes: statement.minutes,
      trainees: statement.trainees.length,
    },
    trace: { object: session.reference, details: { month: month.month } },
  });
}

/** Closing, where nothing hinders it: what mends a problem stands beside the problem. */
function nextSteps({ month, session }: MonthDossier, mayClose: boolean, problems: readonly Problem[]): readonly NextStep[] {
  if (!mayClose || month.status === "closed" || hasErrors(problems.filter(({ code }) => code !== "attendance.month-missing"))) return [];
  const text = {
    fr: `clôturer ${formatMonth(month.month)}, ${session.reference}`,
    en: `close ${formatMonth(month.month, "en")}, ${session.reference}`,
  };
  return [{ text, command: `/assiduite cloturer session:${session.reference} mois:${month.month}` }];
}

function inPdf({ month, session }: MonthDossier): NextStep {
  const command = `/assiduite mois session:${session.reference} mois:${month.month} pdf:oui`;
  return { text: { fr: "l'état en PDF", en: "the statement as a PDF" }, button: { fr: "L'état en PDF", en: "As a PDF" }, command };
}

async function everySession(desk: Desk, month: IsoMonth, isUsual: boolean): Promise<Reply> {
  const { today, may } = desk;
  const dossiers = await monthsSeen(desk, month);
  return done({
    title: { fr: `Assiduité · ${formatMonth(month)}`, en: `Attendance · ${formatMonth(month, "en")}` },
    lines: overviewLines(dossiers, month),
    ...(dossiers.length > 0 && {
      table: {
        ...overviewTable(dossiers, today),
        // Opened without its month, a session shows the one that is to be entered.
        ...(isUsual && { open: { path: "assiduite mois", option: "session" } }),
      },
    }),
    next: dossiers
      .flatMap((dossier) => nextSteps(dossier, may("attendance.record", dossier.session.siret), checkMonth(situationOf(dossier, today))))
      .slice(0, mostSteps),
    data: {
      month,
      sessions: dossiers.map(({ session, month: { status }, statement }) => ({
        session: session.reference,
        status,
        planned: statement.planned,
      })),
    },
    trace: { object: month },
  });
}

/** How many closings are proposed at once. */
const mostSteps = 3;
