import type { Half } from "../../sessions/index.js";
import type { IsoDate } from "../../shared/calendar.js";
import type { Severity } from "../../shared/problem.js";
import { type Finding, found, judgeBy, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import { formatSlot } from "../slot.js";
import { type Difference, type DifferenceKind, formatFigure, type ReconciliationSource } from "./reconciliation.js";

/** What a reconciliation found. */
export interface ReconciliationSituation {
  readonly differences: readonly Difference[];
}

export interface DifferenceParams {
  readonly trainee: string;
  readonly day: IsoDate;
  readonly half: Half;
  readonly source: ReconciliationSource;
  readonly figure?: number;
  readonly against: ReconciliationSource;
  readonly expected?: number;
}

const rule = ruleAbout<ReconciliationSituation>();

/** Blocking where money is asked for what nothing proves, or for what cannot have been; to be looked at elsewhere. */
export const reconciliationRules = {
  "attendance.half-day-twice": rule({
    severity: "warning",
    source: "labour-code-l6354-1",
    check: told("twice", worseIfBilled),
    fr: (params) => ({
      what: `${whose(params)} : ${formatFigure(params.source, params.figure)}, en plusieurs fois.`,
      why: "Une demi-journée ne se compte qu'une fois ; ce qui est compté deux fois est à rembourser.",
      mend: mendings[params.source],
    }),
  }),
  "attendance.half-day-after-abandon": rule({
    severity: "error",
    source: "labour-code-l6354-1",
    check: told("withdrawn"),
    fr: (params) => ({
      what: `${whose(params)} : ${formatFigure(params.source, params.figure)} après l'abandon.`,
      why: "Ce qui suit l'abandon n'a pas été suivi : le demander, c'est devoir le rembourser.",
      mend: `Si la date de l'abandon est fausse, corrigez-la. Sinon : ${asNext(mendings[params.source])}`,
    }),
  }),
  "attendance.half-day-to-come": rule({
    severity: "error",
    source: "labour-code-l6354-1",
    check: told("future"),
    fr: (params) => ({
      what: `${whose(params)} : ${formatFigure(params.source, params.figure)}, et ce jour n'est pas encore venu.`,
      why: "Ce qui n'a pas eu lieu ne peut être ni attesté, ni payé.",
      mend: mendings[params.source],
    }),
  }),
  "attendance.half-day-outside": rule({
    severity: "warning",
    source: "caa-paris-2017-sheet",
    check: told("outside", worseIfBilled),
    fr: (params) => ({
      what: `${whose(params)} : ${formatFigure(params.source, params.figure)}, hors du planning de ce stagiaire.`,
      why: "Une preuve que le planning contredit ne prouve rien.",
      mend: `Si la demi-journée a eu lieu, ajoutez-la au planning. Sinon : ${asNext(mendings[params.source])}`,
    }),
  }),
  "attendance.half-day-beyond": rule({
    severity: "warning",
    source: "caa-paris-2017-sheet",
    check: told("beyond", worseIfBilled),
    fr: (params) => ({
      what: `${whose(params)} : ${figures(params)}.`,
      why: "Au-delà de ce qui est prévu, rien n'est dû.",
      mend: `Si le planning est faux, corrigez-le. Sinon : ${asNext(mendings[params.source])}`,
    }),
  }),
  "attendance.not-recorded": rule({
    severity: "warning",
    source: "attendance-practice",
    check: told("not-recorded"),
    fr: (params) => ({
      what: `${whose(params)} : ${figures(params)}.`,
      why: "Une demi-journée sans relevé manque à l'état du mois, qui ne peut pas être clôturé.",
      mend: "Saisissez la présence ou l'absence.",
    }),
  }),
  "attendance.signed-not-recorded": rule({
    severity: "warning",
    source: "attendance-practice",
    check: told("signed-not-recorded"),
    fr: (params) => ({
      what: `${whose(params)} : ${figures(params)}.`,
      why: "Le stagiaire a signé, et ses heures ne comptent pas encore.",
      mend: "Saisissez la présence, avec le retard ou le départ s'il y en a un.",
    }),
  }),
  "attendance.signed-absent": rule({
    severity: "warning",
    source: "caa-paris-2017-sheet",
    check: told("signed-absent"),
    fr: (params) => ({
      what: `${whose(params)} : ${figures(params)}.`,
      why: "Une feuille que le relevé contredit ne prouve plus rien, pour personne.",
      mend: "Demandez au formateur ce qu'il en est ; corrigez le relevé, ou notez l'erreur sur la feuille.",
    }),
  }),
  "attendance.not-signed": rule({
    severity: "warning",
    source: "labour-code-r6313-3",
    check: told("not-signed"),
    fr: (params) => ({
      what: `${whose(params)} : ${figures(params)}.`,
      why: "Sans signature ni autre preuve, ces heures peuvent être refusées.",
      mend: "Joignez la feuille signée ; à distance, notez ce qui prouve le suivi.",
    }),
  }),
  "attendance.billed-not-signed": rule({
    severity: "error",
    source: "labour-code-l6354-1",
    check: told("billed-not-signed"),
    fr: (params) => ({
      what: `${whose(params)} : ${figures(params)}.`,
      why: "Ce qui est facturé sans preuve est à rembourser.",
      mend: "Joignez la feuille signée ou une autre preuve ; à défaut, faites un avoir.",
    }),
  }),
  "attendance.not-declared": rule({
    severity: "warning",
    source: "attendance-practice",
    check: told("not-declared"),
    fr: (params) => ({
      what: `${whose(params)} : ${figures(params)}.`,
      why: "France Travail ne connaît pas ces heures : ni la formation ni le stagiaire n'en sont payés.",
      mend: "Saisissez-les dans Kairos, puis clôturez le mois.",
    }),
  }),
  "attendance.declared-differs": rule({
    severity: "warning",
    source: "attendance-practice",
    check: told("declared-differs"),
    fr: (params) => ({
      what: `${whose(params)} : ${figures(params)}.`,
      why: "France Travail compare ce qui est déclaré à la facture et aux feuilles.",
      mend: "Corrigez le relevé s'il est faux ; sinon, corrigez la déclaration dans Kairos et clôturez de nouveau le mois.",
    }),
  }),
  "attendance.billed-differs": rule({
    severity: "error",
    source: "labour-code-l6354-1",
    check: told("billed-differs", lighterIfUnder),
    fr: (params) => ({
      what: `${whose(params)} : ${figures(params)}.`,
      why:
        (params.figure ?? 0) > (params.expected ?? 0)
          ? "Facturer plus que ce qui a été suivi, c'est devoir le rembourser."
          : "Des heures suivies ne sont pas facturées : elles ne seront pas payées.",
      mend:
        (params.figure ?? 0) > (params.expected ?? 0)
          ? "Vérifiez le relevé ; s'il est juste, faites un avoir."
          : "Vérifiez le relevé ; s'il est juste, facturez le reste.",
    }),
  }),
  "attendance.billed-not-as-declared": rule({
    severity: "warning",
    source: "attendance-practice",
    check: told("billed-not-as-declared"),
    fr: (params) => ({
      what: `${whose(params)} : ${figures(params)}.`,
      why: "Une facture qui ne dit pas ce que dit Kairos n'est pas payée.",
      mend: "Accordez la déclaration et la facture sur ce que le relevé prouve.",
    }),
  }),
};

export type ReconciliationProblem = ProblemOf<typeof reconciliationRules>;

/** The problems of a reconciliation: one for each difference. */
export const checkReconciliation = judgeBy<ReconciliationSituation, typeof reconciliationRules>(reconciliationRules);

/** The differences of one kind, some of them worse or better than the row says. */
function told(kind: DifferenceKind, severityOf: (difference: Difference) => Severity | undefined = () => undefined) {
  return ({ differences }: ReconciliationSituation): readonly Finding<DifferenceParams>[] =>
    differences.flatMap((difference) => {
      if (difference.kind !== kind) return [];
      const { session, trainee, day, half, source, figure, against, expected } = difference;
      const known = { ...(figure !== undefined && { figure }), ...(expected !== undefined && { expected }) };
      const params = { trainee, day, half, source, against, ...known };
      return found([session, trainee, `${day}/${half}`], params, severityOf(difference));
    });
}

/** What is asked to be paid blocks. */
function worseIfBilled({ source }: Difference): Severity | undefined {
  return source === "billed" ? "error" : undefined;
}

function lighterIfUnder({ figure = 0, expected = 0 }: Difference): Severity | undefined {
  return figure < expected ? "warning" : undefined;
}

function whose({ trainee, ...slot }: DifferenceParams): string {
  return `${trainee}, ${formatSlot(slot)}`;
}

function figures({ source, figure, against, expected }: DifferenceParams): string {
  return `${formatFigure(source, figure)}, ${formatFigure(against, expected)}`;
}

const mendings: Readonly<Record<ReconciliationSource, string>> = {
  planned: "Gardez une seule fois la demi-journée dans le planning.",
  recorded: "Corrigez le relevé, avec la raison.",
  declared: "Corrigez la déclaration dans Kairos.",
  billed: "Faites un avoir de ce qui est facturé à tort.",
  signed: "Vérifiez la feuille ou le code d'émargement, et gardez une note de ce qui s'est passé.",
};

function asNext(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
