import {
  type AccessReview,
  formatDay,
  type Grant,
  type Label,
  type PreparedReview,
  prepareReview,
  profileLabel,
  type ReviewFacts,
  type ReviewRow,
  reviewDecisionLabels,
} from "@kairos/core";
import { done, line, type NextStep, type Reply, type ReplyLine, type ReplyTable, same } from "../reply.js";
import { inWords } from "./access.js";
import { titlesOf } from "./problem-titles.js";

/** A review as it is shown: where it stands, the row to decide upon with its three answers, then every row. */
export function reviewReply(
  facts: ReviewFacts,
  review: AccessReview,
  shown: {
    readonly said?: readonly ReplyLine[];
    readonly grant?: string | undefined;
    readonly object?: string;
    readonly details?: Record<string, string>;
  },
): Reply {
  const prepared = prepareReview(facts, review);
  const row = shown.grant === undefined ? prepared.rows.find(({ isWaiting }) => isWaiting) : rowNamed(prepared, shown.grant);
  return done({
    title: {
      fr: `Revue des habilitations ${review.id} · ouverte le ${formatDay(review.openedOn)}`,
      en: `Access review ${review.id} · opened on ${formatDay(review.openedOn, "en")}`,
    },
    lines: [...(shown.said ?? []), progress(prepared), ...(row === undefined ? [] : [headOf(row, facts)])],
    problems: [...(shown.said === undefined && shown.grant === undefined ? prepared.establishment : []), ...(row?.problems ?? [])],
    // Between two decisions, the next row is enough.
    ...((shown.said === undefined || row === undefined) && { table: tableOf(prepared, facts) }),
    next: row === undefined ? [closing] : answersTo(row, facts),
    data: { review: review.id, waiting: prepared.rows.filter(({ isWaiting }) => isWaiting).map(({ reviewed }) => reviewed.grant.id) },
    trace: { object: shown.object ?? review.id, ...(shown.details !== undefined && { details: shown.details }) },
  });
}

export function rowNamed({ rows }: PreparedReview, grant: string): ReviewRow | undefined {
  return rows.find(({ reviewed }) => reviewed.grant.id === grant.toUpperCase());
}

function progress({ rows }: PreparedReview): ReplyLine {
  const count = (test: (row: ReviewRow) => boolean) => rows.filter(test).length;
  const [waiting, decided] = [count(({ isWaiting }) => isWaiting), count(({ decided }) => decided !== undefined)];
  const rest = rows.length - waiting - decided;
  const tone = waiting === 0 ? "good" : "plain";
  return line(
    tone,
    `À décider : ${waiting} · décidées : ${decided} · sans remarque à trancher : ${rest}, gardées à la clôture.`,
    `To decide: ${waiting} · decided: ${decided} · nothing to decide: ${rest}, kept when the review is closed.`,
  );
}

function headOf({ reviewed: { grant, name } }: ReviewRow, { own }: ReviewFacts): ReplyLine {
  const { fr, en } = profileLabel(grant.profile, own);
  return line(
    "plain",
    `${grant.id} · ${name} · ${fr}, depuis le ${formatDay(grant.from)} : ${grant.reason}`,
    `${grant.id} · ${name} · ${en}, since ${formatDay(grant.from, "en")}: ${grant.reason}`,
  );
}

/** The three answers, one click each. */
function answersTo(row: ReviewRow, { own }: ReviewFacts): readonly NextStep[] {
  const { grant } = row.reviewed;
  const reduction = reductionOf(row, own);
  const decide = (decision: string) => `/acces decider habilitation:${grant.id} decision:${decision}`;
  return [
    { text: { fr: `garder ${grant.id}`, en: `keep ${grant.id}` }, command: decide("garder") },
    ...(reduction === undefined ? [] : [{ text: reduction, command: decide("réduire") }]),
    { text: { fr: `retirer ${grant.id}`, en: `withdraw ${grant.id}` }, command: decide("retirer") },
  ];
}

/** To a profile that exists, else to what is left of this one without what was never used. */
function reductionOf({ reviewed: { grant, permissions }, narrower, remaining }: ReviewRow, own: ReviewFacts["own"]): Label | undefined {
  if (narrower !== undefined) {
    const { fr, en } = profileLabel(narrower, own);
    return { fr: `réduire ${grant.id} à « ${fr} »`, en: `reduce ${grant.id} to “${en}”` };
  }
  if (remaining.length === 0) return undefined;
  const { fr, en } = inWords(permissions.filter((permission) => !remaining.includes(permission)));
  return { fr: `réduire ${grant.id}, sans : ${fr}`, en: `reduce ${grant.id}, without: ${en}` };
}

const closing: NextStep = {
  text: { fr: "tout est décidé : clore la revue et signer le rapport", en: "all is decided: close the review and sign the report" },
  command: "/acces cloturer",
};

function tableOf({ rows }: PreparedReview, facts: ReviewFacts): ReplyTable {
  return { columns, rows: rows.map((row) => cellsOf(row, facts)), open: { path: "acces revue", option: "habilitation" } };
}

function cellsOf({ reviewed: { grant, name }, problems, decided, isWaiting }: ReviewRow, { own }: ReviewFacts) {
  return [
    same(grant.id),
    same(name),
    profileLabel(grant.profile, own),
    problems.length === 0 ? { fr: "aucune", en: "none" } : titlesOf(problems.map(({ code }) => code)),
    stateOf(grant, decided, isWaiting),
  ];
}

function stateOf({ revokedOn }: Grant, decided: ReviewRow["decided"], isWaiting: boolean): Label {
  if (decided !== undefined && (revokedOn === undefined || decided.decision !== "keep")) return reviewDecisionLabels[decided.decision];
  if (revokedOn !== undefined) return { fr: "retirée à part", en: "withdrawn apart" };
  return isWaiting ? { fr: "à décider", en: "to decide" } : same("—");
}

const columns = [
  { fr: "N°", en: "No." },
  { fr: "Personne", en: "Person" },
  { fr: "Profil", en: "Profile" },
  { fr: "Remarques", en: "Remarks" },
  { fr: "Décision", en: "Decision" },
];
