import {
  checkMonth,
  counted,
  daysOfMonth,
  deadlineOf,
  formatDay,
  formatMinutes,
  formatMonth,
  type Instant,
  type IsoDate,
  type IsoMonth,
  type Label,
  listingStatusOn,
  type MonthProblem,
  monthStatusLabels,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import { line, type ReplyLine, type ReplyTable, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { attendedSession, reaches } from "./attendance.js";
import { type MonthDossier, monthDossier, rateOf, situationOf } from "./months.js";

/** One month of every session that somebody trains in during it, and that the asker may see. */
export async function monthsSeen(
  desk: Pick<CommandContext<unknown>, "store" | "actor" | "may" | "now">,
  month: IsoMonth,
): Promise<readonly MonthDossier[]> {
  const dossiers = await monthsOfSessions(desk.store, month, desk.now);
  return dossiers.filter(({ session, schedule }) => reaches(desk, session, schedule));
}

/** Likewise, whoever asks. */
export async function monthsOfSessions(store: Store, month: IsoMonth, now: Instant): Promise<readonly MonthDossier[]> {
  const { startsOn: from, endsOn: until } = daysOfMonth(month);
  const sessions = (await store.sessions.list({ from, until })).filter((session) => listingStatusOn(session, until) !== "cancelled");
  const dossiers: MonthDossier[] = [];
  for (const session of sessions) {
    const attended = await attendedSession(store, session, await store.schedules.get(session.reference));
    if (attended.roster.length > 0) dossiers.push(await monthDossier(store, attended, month, now));
  }
  return dossiers.sort((a, b) => (a.session.reference < b.session.reference ? -1 : 1));
}

export function overviewLines(dossiers: readonly MonthDossier[], month: IsoMonth): readonly ReplyLine[] {
  const [first] = dossiers;
  if (first === undefined) {
    return [
      line(
        "plain",
        `Aucune session n'a de stagiaire en ${formatMonth(month)}.`,
        `No session has a trainee in ${formatMonth(month, "en")}.`,
      ),
    ];
  }
  const closed = dossiers.filter(({ month: { status } }) => status === "closed").length;
  const dueOn = deadlineOf(month, first.provider.settings.attendance.monthlyDeadlineDay);
  return [
    line(
      closed === dossiers.length ? "good" : "plain",
      `${closed} sur ${counted(dossiers.length, "session")} à l'état clôturé ; à saisir dans le portail avant le ${formatDay(dueOn)}.`,
      `${closed} of ${counted(dossiers.length, "session", "sessions", "en")} closed; to be entered in the portal by ${formatDay(dueOn, "en")}.`,
    ),
  ];
}

/** A session a row, with all that it lacks in a few words. */
export function overviewTable(dossiers: readonly MonthDossier[], today: IsoDate): ReplyTable {
  return {
    columns: [
      { fr: "Session", en: "Session" },
      { fr: "Stagiaires", en: "Trainees" },
      { fr: "Suivi", en: "Attended" },
      { fr: "Taux", en: "Rate" },
      { fr: "État", en: "State" },
      { fr: "Ce qui manque", en: "What is missing" },
    ],
    rows: dossiers.map((dossier) => {
      const { session, statement, month } = dossier;
      const { attended } = statement.minutes;
      return [
        same(session.reference),
        same(String(statement.trainees.length)),
        same(`${formatMinutes(attended)} / ${formatMinutes(statement.planned)}`),
        rateOf(attended, statement.planned),
        monthStatusLabels[month.status],
        missingIn(dossier, today),
      ];
    }),
  };
}

function missingIn(dossier: MonthDossier, today: IsoDate): Label {
  const missing = checkMonth(situationOf(dossier, today)).flatMap(inShort);
  if (missing.length === 0) return dossier.month.status === "closed" ? same("—") : { fr: "rien : à clôturer", en: "nothing: to close" };
  return { fr: missing.map(({ fr }) => fr).join(" ; "), en: missing.map(({ en }) => en).join("; ") };
}

function inShort(problem: MonthProblem): readonly Label[] {
  if (problem.severity === "undecided") return [];
  switch (problem.code) {
    case "attendance.month-empty":
      return [{ fr: "aucune demi-journée prévue", en: "no half-day planned" }];
    case "attendance.month-not-over": {
      const { until } = problem.params;
      return [{ fr: `en cours jusqu'au ${formatDay(until)}`, en: `under way until ${formatDay(until, "en")}` }];
    }
    case "attendance.month-incomplete": {
      const { count } = problem.params;
      return [
        {
          fr: `${counted(count, "demi-journée", "demi-journées")} à saisir`,
          en: `${counted(count, "half-day", "half-days", "en")} to enter`,
        },
      ];
    }
    case "attendance.unsigned-half-days": {
      const { count } = problem.params;
      return [{ fr: `${count} sans émargement`, en: `${count} unsigned` }];
    }
    case "attendance.month-changed":
      return [{ fr: "a changé depuis la clôture", en: "changed since it was closed" }];
    case "attendance.month-missing": {
      const { dueOn } = problem.params;
      return [{ fr: `attendu le ${formatDay(dueOn)}`, en: `due on ${formatDay(dueOn, "en")}` }];
    }
    case "attendance.month-reopened":
      return [];
  }
}
