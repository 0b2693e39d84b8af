import { checkReconciliation, counted, formatMonth, type ReconciliationTotals, reconcile } from "@kairos/core";
import { command } from "../../command.js";
import { loadAttendedSession, mayRead, sessionOption } from "../../dossiers/attendance.js";
import { monthOption } from "../../dossiers/month-option.js";
import { reconciliationInput } from "../../dossiers/reconciliation.js";
import { differenceFile, differenceLines, plannedLines, shown, totalsTable } from "../../dossiers/reconciliation-words.js";
import { unknownReference } from "../../dossiers/unknown.js";
import { optional, reference } from "../../options.js";
import { both, done, line, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["rapprocher", "Compare ce qui est prévu, saisi, signé, déclaré et facturé, demi-journée par demi-journée"],
    en: ["reconcile", "Compare what is planned, recorded, signed, declared and billed, half-day by half-day"],
  },
  needs: mayRead,
  visibility: "private",
  example: "/assiduite rapprocher session:SE-2026-014 mois:12/2026",
  options: {
    session: sessionOption,
    month: optional(monthOption({ fr: ["mois", "Seulement ce mois : 12/2026"], en: ["month", "This month only: 12/2026"] })),
    trainee: optional(reference("trainee", { fr: ["stagiaire", "Seulement ce stagiaire"], en: ["trainee", "This trainee only"] })),
  },
  async run(desk) {
    const { input, store, today } = desk;
    const attended = await loadAttendedSession(desk, input.session);
    if (!attended.ok) return refused(attended.problems);
    const trainee = input.trainee?.toUpperCase();
    if (trainee !== undefined && (await store.trainees.get(trainee)) === undefined) {
      return refused([unknownReference("trainee", "stagiaire", input.trainee ?? "")]);
    }
    const { reference: session } = attended.value.session;
    const { differences, totals } = reconcile(await reconciliationInput(store, attended.value, { month: input.month, trainee }, today));
    const problems = checkReconciliation({ differences }).filter((problem) => problem.severity !== "undecided");
    const blocking = problems.filter(({ severity }) => severity === "error").length;
    const about = [session, ...(trainee === undefined ? [] : [trainee])].join(", ");
    return done({
      title: both((language) => {
        const month = input.month === undefined ? "" : `, ${formatMonth(input.month, language)}`;
        return `${language === "fr" ? "Rapprochement de" : "Reconciliation of"} ${about}${month}`;
      }),
      lines: [
        isEmpty(totals) ? nothingToCompare : verdictLine(blocking, problems.length - blocking),
        ...plannedLines(totals),
        ...differenceLines(attended.value, problems),
      ],
      table: totalsTable(totals),
      ...(problems.length > shown && { texts: [{ fileName: `rapprochement-${session}.csv`, text: differenceFile(session, problems) }] }),
      verdict: problems.length === 0 ? "sound" : "unsound",
      data: { reference: session, totals, differences },
      trace: { object: session, details: { blocking, others: problems.length - blocking } },
    });
  },
});

const nothingToCompare = line(
  "warning",
  "Rien à comparer : rien n'est prévu, saisi, signé, déclaré ni facturé ici. Vérifiez le mois, le stagiaire et le planning de la session.",
  "Nothing to compare: nothing is planned, recorded, signed, declared or billed here. Check the month, the trainee and the session's schedule.",
);

function isEmpty(totals: ReconciliationTotals): boolean {
  return Object.values(totals).every((classes) => Object.values(classes).every((sum) => sum === 0));
}

function verdictLine(blocking: number, others: number): ReplyLine {
  if (blocking + others === 0) {
    return line("good", "Tout concorde : aucun écart entre les sources.", "Everything agrees: no difference between the sources.");
  }
  return line(
    blocking > 0 ? "bad" : "warning",
    `${counted(blocking, "écart bloquant", "écarts bloquants")}, ${others} à vérifier.`,
    `${counted(blocking, "blocking difference", "blocking differences", "en")}, ${others} to look at.`,
  );
}
