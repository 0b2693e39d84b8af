import type { Settings } from "../../membership/index.js";
import { halfDayKey, halfLabels } from "../../sessions/index.js";
import { formatDay, type IsoDate } from "../../shared/calendar.js";
import type { Language } from "../../shared/language.js";
import { type Finding, found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import { counted, enumerate, sentenceCase } from "../../shared/text.js";
import type { SignIn } from "../signing/sign-in.js";
import { unsignedHalfDays } from "../signing/unsigned.js";
import type { Slot } from "../slot.js";
import { type AttendanceMonth, deadlineOf, formatMonth, type IsoMonth, monthOf, ofMonth } from "./month.js";
import type { MonthFacts } from "./month-closing.js";
import type { MonthStatement } from "./statement.js";

/** One month of one session, and all it is judged with. */
export interface MonthSituation extends MonthFacts {
  readonly month: AttendanceMonth;
  readonly statement: MonthStatement;
  readonly today: IsoDate;
  readonly settings: Settings["attendance"];
  readonly signIns?: readonly SignIn[] | undefined;
  /** Of what would be signed off today. */
  readonly digest?: string | undefined;
}

/** Half-days of one trainee: how many, and the first. */
export interface HalfDaysOf {
  readonly traineeId: string;
  readonly count: number;
  readonly first: Slot;
}

const rule = ruleAbout<MonthSituation>();

/** What hinders closing. */
const closingRules = {
  "attendance.month-empty": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ month: { sessionReference: session, month }, statement }) =>
      statement.trainees.length === 0 ? found(["planned"], { session, month }) : nothing,
    fr: ({ session, month }) => ({
      what: `La session ${session} n'a aucune demi-journée prévue en ${formatMonth(month)}, ou aucun stagiaire pour la suivre.`,
      why: "Sans planning ni stagiaire, il n'y a rien à déclarer.",
      mend: "Vérifiez le mois, le planning de la session et ses inscrits.",
    }),
  }),
  "attendance.month-not-over": rule({
    severity: "error",
    source: "desk-practice",
    check: notOver,
    fr: ({ month, until, count }) => ({
      what: `${sentenceCase(formatMonth(month))} n'est pas fini : ${counted(count, "demi-journée reste", "demi-journées restent")} à suivre ou à saisir, jusqu'au ${formatDay(until)}.`,
      why: "Un mois clôturé avant sa fin déclare des présences que personne n'a encore constatées.",
      mend: `Clôturez-le une fois tout saisi, le ${formatDay(until)} au plus tôt.`,
    }),
  }),
  "attendance.month-incomplete": rule({
    severity: "error",
    source: "labour-code-l6354-1",
    check: incomplete,
    fr: ({ count, trainees }) => ({
      what: `Il manque ${counted(count, "demi-journée", "demi-journées")} à ${counted(trainees.length, "stagiaire")} : ${listHalfDays(trainees, "fr")}.`,
      why: "Ce qui n'est pas constaté n'est pas prouvé : les heures ne seraient ni déclarées ni payées.",
      mend: "Saisissez chaque demi-journée : présence, retard ou absence.",
    }),
  }),
  "attendance.unsigned-half-days": rule({
    severity: "warning",
    source: "attendance-practice",
    needs: ["signIns"],
    check: unsigned,
    fr: ({ count, trainees }) => ({
      what: `${counted(count, "demi-journée suivie n'est pas émargée", "demi-journées suivies ne sont pas émargées")} : ${listHalfDays(trainees, "fr")}.`,
      why: "En cas de contrôle, la signature du stagiaire est la preuve que l'on demande d'abord.",
      mend: "Faites signer la feuille, ou enregistrez celle qui est revenue signée.",
    }),
  }),
};

export const monthRules = {
  "attendance.month-missing": rule({
    severity: "error",
    source: "labour-code-l6354-1",
    check: ({ month: { month, sessionReference: session, status }, statement, today, settings }) => {
      const dueOn = deadlineOf(month, settings.monthlyDeadlineDay);
      return status !== "closed" && statement.trainees.length > 0 && today > dueOn ? found(["status"], { session, month, dueOn }) : nothing;
    },
    fr: ({ session, month, dueOn }) => ({
      what: `L'état ${ofMonth(month)} n'est pas clôturé pour la session ${session} : il était attendu le ${formatDay(dueOn)}.`,
      why: "L'état mensuel prouve les heures suivies : sans lui, ni la formation ni le stagiaire ne sont payés.",
      mend: "Complétez le mois, clôturez-le, puis saisissez-le dans le portail.",
    }),
  }),
  "attendance.month-reopened": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ month: { status, month } }) => (status === "reopened" ? found(["status"], { month }) : nothing),
    fr: ({ month }) => ({
      what: `${sentenceCase(formatMonth(month))} avait été clôturé, puis a été rouvert.`,
      why: "Ce qui a été déclaré dans le portail ne correspond peut-être plus aux faits.",
      mend: "Clôturez-le à nouveau : Kairos dira ce qui change, stagiaire par stagiaire.",
    }),
  }),
  "attendance.month-changed": rule({
    severity: "warning",
    source: "desk-practice",
    needs: ["digest"],
    check: ({ month: { status, month, closings }, digest }) =>
      status === "closed" && closings.at(-1)?.digest !== digest ? found(["closings"], { month }) : nothing,
    fr: ({ month }) => ({
      what: `L'état ${ofMonth(month)} n'est plus celui qui a été clôturé : le planning ou les inscriptions ont changé depuis.`,
      why: "Ce qui a été déclaré dans le portail ne correspond plus à ce que Kairos calcule.",
      mend: "Rouvrez le mois, vérifiez-le, puis clôturez-le à nouveau.",
    }),
  }),
  ...closingRules,
};
export type MonthProblem = ProblemOf<typeof monthRules>;

/** All there is to say of a month. */
export const checkMonth = judgeBy<MonthSituation, typeof monthRules>(monthRules);

/** Only what is to be known before it is closed. */
export const checkClosing = judgeBy<MonthSituation, typeof closingRules>(closingRules);

/** `T-0001 (3, dès le 07/12/2026), T-0007 (08/12/2026 matin)` */
export function listHalfDays(trainees: readonly HalfDaysOf[], language: Language): string {
  return enumerate(
    trainees.map(({ traineeId, count, first: { day, half } }) => {
      const on = formatDay(day, language);
      const from = language === "fr" ? `dès le ${on}` : `from ${on}`;
      return `${traineeId} (${count === 1 ? `${on} ${halfLabels[half][language]}` : `${count}, ${from}`})`;
    }),
  );
}

/** What is still to come, and today's while it has no fact. */
function notOver({
  month: { month },
  planned,
  statement,
  today,
}: MonthSituation): readonly Finding<{ month: IsoMonth; until: IsoDate; count: number }>[] {
  const missing = new Set(statement.trainees.flatMap(({ unrecorded }) => unrecorded.filter(({ day }) => day === today).map(halfDayKey)));
  const toCome = new Set(
    planned.filter((one) => monthOf(one.day) === month && (one.day > today || missing.has(halfDayKey(one)))).map(halfDayKey),
  );
  const until = [...toCome].sort().at(-1)?.slice(0, 10);
  return until === undefined ? nothing : found(["planned"], { month, until, count: toCome.size });
}

function incomplete({ statement, today }: MonthSituation): readonly Finding<{ count: number; trainees: readonly HalfDaysOf[] }>[] {
  const missing = statement.trainees.flatMap(({ traineeId, unrecorded }) =>
    unrecorded.filter(({ day }) => day < today).map((slot) => ({ traineeId, ...slot })),
  );
  return foundAmong(["records"], missing);
}

function unsigned({
  signIns,
  settings,
  records,
  planned,
  month: { month },
}: MonthSituation & { readonly signIns: readonly SignIn[] }): readonly Finding<{ count: number; trainees: readonly HalfDaysOf[] }>[] {
  return foundAmong(
    ["signIns"],
    unsignedHalfDays({ records, planned: planned.filter(({ day }) => monthOf(day) === month) }, signIns, settings.signedBy),
  );
}

function foundAmong(path: readonly string[], halfDays: readonly (Slot & { readonly traineeId: string })[]) {
  return halfDays.length === 0 ? nothing : found(path, { count: halfDays.length, trainees: gatherHalfDays(halfDays) });
}

/** Half-days by trainee: how many, and the first that comes. */
export function gatherHalfDays(halfDays: readonly (Slot & { readonly traineeId: string })[]): readonly HalfDaysOf[] {
  const byTrainee = new Map<string, HalfDaysOf>();
  for (const { traineeId, day, half } of halfDays) {
    const { count = 0, first = { day, half } } = byTrainee.get(traineeId) ?? {};
    byTrainee.set(traineeId, { traineeId, count: count + 1, first });
  }
  return [...byTrainee.values()];
}
