import { formatDay, type IsoDate } from "../shared/calendar.js";
import type { Sentence } from "../shared/language.js";
import type { Problem } from "../shared/problem.js";
import type { ReportDocument, ReportSection } from "../shared/report.js";
import type { Row } from "../shared/rules.js";
import { profileLabel } from "./profiles.js";
import type { AccessReview, ReviewDecision } from "./review.js";
import type { PreparedReview, ReviewRow } from "./review-rows.js";
import { establishmentRules, reviewRules } from "./review-rules.js";
import type { ReviewFacts } from "./review-situation.js";

/** What becomes of a review: by whom it is closed, and when the next one is due. */
export interface ReviewClosing {
  readonly by: string;
  readonly nextOn: IsoDate;
}

/** The report of a review as it is signed off: every grant, what was remarked, what was decided, by whom. */
export function prepareReviewReport(
  facts: ReviewFacts,
  review: AccessReview,
  { rows, establishment }: PreparedReview,
  { by, nextOn }: ReviewClosing,
): ReportDocument {
  const { provider, today } = facts;
  const called = (person: string) => facts.names.get(person) ?? person;
  const decidedAs = (decision: ReviewDecision) => review.decisions.filter((one) => one.decision === decision).length;
  return {
    kind: "report",
    name: `revue-${review.id}`,
    genre: "Revue des habilitations",
    title: review.id,
    issuer: { name: provider.name, siret: provider.siret },
    issuedOn: today,
    facts: [
      { label: "Ouverte le", value: formatDay(review.openedOn) },
      { label: "Close le", value: formatDay(today) },
      { label: "Close par", value: called(by) },
      { label: "Prochaine revue", value: `avant le ${formatDay(nextOn)}` },
    ],
    sections: [
      {
        heading: "Ce qui a été décidé",
        paragraphs: [
          `${numberOf(rows.length, "habilitation revue", "habilitations revues")} : ${numberOf(decidedAs("revoke"), "retirée", "retirées")}, ${numberOf(decidedAs("reduce"), "réduite", "réduites")}, ${asideIn(rows)}les autres gardées. Une habilitation sans remarque ni décision est gardée par la clôture.`,
        ],
        table: {
          columns: [
            { title: "N°", share: 1 },
            { title: "Personne", share: 1.6 },
            { title: "Profil", share: 1.8 },
            { title: "Depuis", share: 1.1 },
            { title: "Remarques", share: 4 },
            { title: "Décision", share: 2.6 },
          ],
          rows: rows.map((row) => rowCells(row, facts, called)),
        },
      },
      ...establishmentSection(establishment),
      {
        heading: "Comment lire ce rapport",
        paragraphs: [
          "Un compte est dit dormant quand son titulaire n'a fait aucun acte dans Kairos depuis le délai réglé par l'organisme. Un droit est dit de trop quand il permet d'agir et que son titulaire ne s'en est jamais servi, aussi loin que le journal est conservé. Un acte fait pour un autre établissement de l'organisme compte aussi.",
          "Retirer ou réduire une habilitation ici n'ouvre ni ne ferme rien dans le portail : le RGC y fait le même changement dans GID Partenaires.",
        ],
      },
    ],
    signatures: [{ name: "Le responsable de gestion de compte (RGC)", expected: "Date et signature" }],
  };
}

/** « aucune retirée », « 1 retirée », « 3 retirées » */
function numberOf(count: number, one: string, several: string): string {
  return count === 0 ? `aucune ${one}` : `${count} ${count === 1 ? one : several}`;
}

/** The same rows for a spreadsheet, the heading first. */
export function reviewReportRows(report: ReportDocument): readonly (readonly string[])[] {
  const [table] = report.sections.flatMap((section) => section.table ?? []);
  return table === undefined ? [] : [table.columns.map(({ title }) => title), ...table.rows];
}

function rowCells(row: ReviewRow, { own }: ReviewFacts, called: (person: string) => string): readonly string[] {
  const { grant, name } = row.reviewed;
  const remarks = row.problems.map((problem) => sayFrench(reviewRules, problem).what);
  return [
    grant.id,
    name,
    profileLabel(grant.profile, own).fr,
    formatDay(grant.from),
    remarks.length === 0 ? "Aucune." : remarks.join(" "),
    decisionOf(row, called),
  ];
}

const outcomes: Readonly<Record<ReviewDecision, string>> = { keep: "Gardée", reduce: "Réduite", revoke: "Retirée" };

/** What ended without a decision of the review is not among those kept. */
function asideIn(rows: readonly ReviewRow[]): string {
  const [beside, over] = [rows.filter(isRevokedBeside).length, rows.filter((row) => !isRevokedBeside(row) && isOver(row)).length];
  return [
    ...(beside === 0 ? [] : [`${numberOf(beside, "retirée à part", "retirées à part")}, `]),
    ...(over === 0 ? [] : [`${numberOf(over, "finie d'elle-même", "finies d'elles-mêmes")}, `]),
  ].join("");
}

function isRevokedBeside({ decided, reviewed }: ReviewRow): boolean {
  return reviewed.grant.revokedOn !== undefined && (decided === undefined || decided.decision === "keep");
}

function isOver({ decided, reviewed: { grant, today } }: ReviewRow): boolean {
  return decided === undefined && grant.until !== undefined && grant.until < today;
}

function decisionOf(row: ReviewRow, called: (person: string) => string): string {
  const { decided, reviewed } = row;
  const { revokedOn, revokedBy = "", revokedReason } = reviewed.grant;
  if (revokedOn !== undefined && isRevokedBeside(row)) {
    const reason = revokedReason === undefined ? "" : ` Motif : ${revokedReason}`;
    return `Retirée à part, par ${called(revokedBy)} pour le ${formatDay(revokedOn)}.${reason}`;
  }
  if (decided === undefined) return isOver(row) ? "Finie d'elle-même" : "Gardée";
  const { decision, replacedBy, reason, by, on } = decided;
  const said = decision === "reduce" ? `${outcomes.reduce} (${replacedBy ?? ""})` : outcomes[decision];
  return [`${said}, par ${called(by)} le ${formatDay(on)}.`, reason === undefined ? "" : `Motif : ${reason}`].join(" ").trim();
}

function establishmentSection(problems: readonly Problem[]): readonly ReportSection[] {
  if (problems.length === 0) return [];
  const items = problems.map((problem) => {
    const { what, mend } = sayFrench(establishmentRules, problem);
    return `${what} ${mend}`;
  });
  return [{ heading: "Remarques sur l'établissement", items }];
}

function sayFrench(table: Readonly<Record<string, Row<never>>>, { code, params }: Problem): Sentence {
  const row = table[code] as Row<object> | undefined;
  return row?.fr(params) ?? { what: code, why: "", mend: "" };
}
