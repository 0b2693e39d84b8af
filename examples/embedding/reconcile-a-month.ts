import { checkReconciliation, hasErrors, type MinutesRow, reconcile, say } from "@kairos/core/attendance";

/** Half-days of trainees as a spreadsheet holds them: `T-0007;2026-12-07;matin;210`, one a line. */
export function rowsOf(csv: string, session: string): readonly MinutesRow[] {
  return csv
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) => {
      const [trainee = "", day = "", half, minutes] = line.split(";");
      return { session, trainee, day, half: half === "matin" ? "morning" : "afternoon", minutes: Number(minutes) };
    });
}

/** What was planned, recorded, declared and invoiced of a session, side by side: may the invoice leave, and what does not agree. */
export function compareMonth(
  files: { planned: string; recorded: string; declared: string; billed: string },
  session: string,
  today: string,
) {
  const planned = rowsOf(files.planned, session);
  const reconciliation = reconcile({
    planned,
    recorded: rowsOf(files.recorded, session).map((row) => ({ ...row, proved: true })),
    billed: rowsOf(files.billed, session),
    declared: rowsOf(files.declared, session),
    signed: [],
    withdrawals: [],
    today,
  });
  const problems = checkReconciliation(reconciliation);
  return {
    mayLeave: !hasErrors(problems),
    attendedMinutes: reconciliation.totals.planned.attended,
    remarks: problems.map((problem) => say(problem, "fr").what),
  };
}
