import {
  type AccessReview,
  formatDay,
  type Grant,
  isRevocable,
  type Label,
  mayDecide,
  type PreparedReview,
  prepareReview,
  profileLabel,
  type ReviewFacts,
  type ReviewRow,
  reviewDecisionLabels,
  type Siret,
} from "@kairos/core";
import { done, line, type NextStep, type Reply, type ReplyLine, type ReplyTable, same } from "../reply.js";
import { inWords } from "./access.js";
import { titlesOf } from "./problem-titles.js";

/** How a review is shown: to whom, after what, and which row. */
export interface ShownReview {
  readonly actor: string;
  /** Named in what comes next, for whoever acts for several establishments. */
  readonly place?: Siret | undefined;
  readonly said?: readonly ReplyLine[];
  readonly grant?: string | undefined;
  readonly object?: string;
  readonly details?: Record<string, string>;
}

/** A review as it is shown: where it stands, the row to decide upon with its answers, then every row. */
export function reviewReply(facts: ReviewFacts, review: AccessReview, shown: ShownReview): Reply {
  const prepared = prepareReview(facts, review);
  const waiting = prepared.rows.filter(({ isWaiting }) => isWaiting);
  const own = waiting.find((row) => mayDecide(row, facts, shown.actor));
  const row = shown.grant === undefined ? own : rowNamed(prepared, shown.grant);
  const isForOthers = row === undefined && waiting.length > 0;
  return done({
    title: {
      fr: `Revue des habilitations ${review.id} · ouverte le ${formatDay(review.openedOn)}`,
      en: `Access review ${review.id} · opened on ${formatDay(review.openedOn, "en")}`,
    },
    lines: [
      ...(shown.said ?? []),
      progress(prepared),
      ...(row === undefined ? [] : [headOf(row, facts)]),
      ...(isForOthers ? [forAnother(waiting)] : []),
    ],
    problems: [...(shown.said === undefined && shown.grant === undefined ? prepared.establishment : []), ...(row?.problems ?? [])],
    // Between two decisions, the next row is enough.
    ...((shown.said === undefined || row === undefined) && { table: tableOf(prepared, facts) }),
    next: row !== undefined ? answersTo(row, facts) : isForOthers ? [] : [closing(shown.place)],
    data: { review: review.id, waiting: waiting.map(({ reviewed }) => reviewed.grant.id) },
    trace: { object: shown.object ?? review.id, ...(shown.details !== undefined && { details: shown.details }) },
  });
}

/** Somebody's own grant is for somebody else to decide upon. */
function forAnother(waiting: readonly ReviewRow[]): ReplyLine {
  const ids = waiting.map(({ reviewed }) => reviewed.grant.id).join(", ");
  return line(
    "warning",
    `Votre propre habilitation (${ids}) reste à décider : un autre RGC de l'établissement le fait avec /acces revue.`,
    `Your own access grant (${ids}) remains to be decided upon: another account manager (RGC) of the establishment does so with /access review.`,
  );
}

export function rowNamed({ rows }: PreparedReview, grant: string): ReviewRow | undefined {
  return rows.find(({ reviewed }) => reviewed.grant.id === grant.toUpperCase());
}

function progress({ rows }: PreparedReview): ReplyLine {
  const count = (test: (row: ReviewRow) => boolean) => rows.filter(test).length;
  const [waiting, decided] = [count(({ isWaiting }) => isWaiting), count(({ decided }) => decided !== undefined)];
  const rest = rows.length - waiting - decided;
  const tone = waiting === 0 ? "good" : "plain";
  const kept = { fr: rest > 1 ? "gardées" : "gardée", en: "kept" };
  return line(
    tone,
    `À décider : ${waiting} · décidées : ${decided} · sans remarque à trancher : ${rest}${rest === 0 ? "" : `, ${kept.fr} à la clôture`}.`,
    `To decide: ${waiting} · decided: ${decided} · nothing to decide: ${rest}${rest === 0 ? "" : `, ${kept.en} when the review is closed`}.`,
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

/** The answers, one click each; what would be refused is not offered. */
function answersTo(row: ReviewRow, facts: ReviewFacts): readonly NextStep[] {
  const { grant } = row.reviewed;
  const reduction = reductionOf(row, facts.own);
  const decide = (decision: string) => `/acces decider habilitation:${grant.id} decision:${decision}`;
  const step = (text: Label, decision: string): NextStep => ({ text, button: text, command: decide(decision) });
  return [
    step({ fr: `garder ${grant.id}`, en: `keep ${grant.id}` }, "garder"),
    ...(reduction === undefined ? [] : [step(reduction, "réduire")]),
    ...(isRevocable(row, facts) ? [step({ fr: `retirer ${grant.id}`, en: `withdraw ${grant.id}` }, "retirer")] : []),
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

function closing(place: Siret | undefined): NextStep {
  return {
    text: { fr: "tout est décidé : clore la revue et signer le rapport", en: "all is decided: close the review and sign the report" },
    button: { fr: "clore la revue", en: "close the review" },
    command: `/acces cloturer${place === undefined ? "" : ` etablissement:${place}`}`,
  };
}

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
