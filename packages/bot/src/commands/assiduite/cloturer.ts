import {
  type Claim,
  checkClosing,
  closeMonth,
  counted,
  type DeclaredChange,
  daysOfMonth,
  deadlineOf,
  declaredChanges,
  formatDay,
  formatMinutes,
  formatMonth,
  hasErrors,
  sentenceCase,
} from "@kairos/core";
import { command } from "../../command.js";
import { loadAttendedSession, sessionOption } from "../../dossiers/attendance.js";
import { billedLines } from "../../dossiers/attendance-facts.js";
import { remarksOnAll } from "../../dossiers/attendance-judging.js";
import { whichMonth } from "../../dossiers/month-option.js";
import { type MonthDossier, monthDossier, situationOf, statementTable } from "../../dossiers/months.js";
import { fingerprintOf } from "../../fingerprint.js";
import { both, done, line, type ReplyLine, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["cloturer", "Clôture un mois : ce qui est à saisir dans le portail est arrêté et signé"],
    en: ["close", "Close a month: what is to be entered in the portal is settled and signed off"],
  },
  needs: "attendance.record",
  visibility: "private",
  final: true,
  example: "/assiduite cloturer session:SE-2026-014 mois:décembre 2026",
  options: {
    session: sessionOption,
    month: whichMonth,
  },
  async run({ input, store, actor, now, today, may }) {
    const loaded = await loadAttendedSession({ store, actor, may }, input.session, ["attendance.record"]);
    if (!loaded.ok) return refused(loaded.problems);
    const dossier = await monthDossier(store, loaded.value, input.month, now);
    const { session, statement, claims, digest, month } = dossier;
    const trace = { object: session.reference, details: { month: month.month, digest } };
    const closing = {
      at: now,
      by: actor.id,
      plannedMinutes: statement.planned,
      attendedMinutes: statement.minutes.attended,
      trainees: statement.trainees.length,
      digest,
    };
    const closed = closeMonth(month, closing);
    if (!closed.ok) return refused(closed.problems, { trace });
    const problems = [...checkClosing(situationOf(dossier, today)), ...remarksOnAll(dossier, dossier.records, today)];
    if (hasErrors(problems)) return refused(problems, { trace });

    const { startsOn: from, endsOn: until } = daysOfMonth(month.month);
    const period = { session: session.reference, from, until };
    const before = (await store.claims.of("declared", period)).filter(({ reference }) => reference === month.month);
    const changes = month.closings.length === 0 ? [] : declaredChanges(before, claims);
    await store.claims.removeByReference("declared", session.reference, month.month);
    await store.claims.addMany(claims);
    await store.months.save(closed.value);

    const touched = changes.flatMap(({ traineeId, slots }) => slots.map((slot) => ({ traineeId, ...slot })));
    const table = statementTable(dossier, month.closings.length === 0 ? undefined : totalsOf(before));
    return done({
      title: both((language) => `${session.reference} · ${formatMonth(month.month, language)}`),
      lines: [
        closedLine(dossier),
        toEnterLine(dossier, today),
        ...(month.closings.length === 0 ? [] : changeLines(changes)),
        ...billedLines(await store.claims.of("billed", period), touched),
      ],
      ...(table !== undefined && { table }),
      problems,
      next: [
        {
          text: { fr: "relire l'état mensuel", en: "read the monthly statement" },
          command: `/assiduite mois session:${session.reference} mois:${month.month}`,
        },
      ],
      basis: fingerprintOf([month, digest, before.map(({ traineeId, day, half, minutes }) => [traineeId, day, half, minutes])]),
      data: { session: session.reference, month: month.month, declared: claims.length, changes, digest },
      trace,
    });
  },
});

function closedLine({ month: { month }, statement: { trainees, planned, minutes } }: MonthDossier): ReplyLine {
  const [attended, of] = [formatMinutes(minutes.attended), formatMinutes(planned)];
  return line(
    "good",
    `${sentenceCase(formatMonth(month))} est clôturé : ${counted(trainees.length, "stagiaire")}, ${attended} suivies sur ${of} prévues.`,
    `${formatMonth(month, "en")} is closed: ${counted(trainees.length, "trainee", "trainees", "en")}, ${attended} attended of ${of} planned.`,
  );
}

function toEnterLine({ month: { month }, provider }: MonthDossier, today: string): ReplyLine {
  const dueOn = deadlineOf(month, provider.settings.attendance.monthlyDeadlineDay);
  return today <= dueOn
    ? line(
        "plain",
        `Saisissez maintenant ces heures dans le portail Kairos, avant le ${formatDay(dueOn)}.`,
        `Now enter these hours in the Kairos portal, by ${formatDay(dueOn, "en")}.`,
      )
    : line(
        "warning",
        `Saisissez ces heures dans le portail Kairos dès aujourd'hui : elles étaient attendues le ${formatDay(dueOn)}.`,
        `Enter these hours in the Kairos portal today: they were due on ${formatDay(dueOn, "en")}.`,
      );
}

/** How many trainees are named: the table tells all of them. */
const mostNamed = 10;

function changeLines(changes: readonly DeclaredChange[]): readonly ReplyLine[] {
  if (changes.length === 0) {
    return [
      line(
        "plain",
        "Rien ne change depuis la clôture précédente : la saisie du portail reste juste.",
        "Nothing changes since it was closed before: what the portal holds is still right.",
      ),
    ];
  }
  const named = changes
    .slice(0, mostNamed)
    .map(({ traineeId, before, after }) => `${traineeId} (${formatMinutes(before)} → ${formatMinutes(after)})`)
    .join(", ");
  const rest = changes.length > mostNamed ? ["… et les autres dans le tableau", "… and the others in the table"] : ["", ""];
  return [
    line(
      "warning",
      `Ce qui change depuis la clôture précédente, à rectifier dans le portail : ${named}${rest[0]}.`,
      `What changes since it was closed before, to be corrected in the portal: ${named}${rest[1]}.`,
    ),
  ];
}

function totalsOf(claims: readonly Claim[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { traineeId, minutes } of claims) totals.set(traineeId, (totals.get(traineeId) ?? 0) + minutes);
  return totals;
}
