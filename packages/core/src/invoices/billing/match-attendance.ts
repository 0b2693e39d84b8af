import { gatherHalfDays, type HalfDaysOf, listHalfDays, ofMonth, type PlannedHalfDay, traineeSlotKey } from "../../attendance/index.js";
import { formatMinutes, type Minutes } from "../../shared/calendar.js";
import { type Finding, found, nothing, ruleAbout } from "../../shared/rules.js";
import { counted, enumerate } from "../../shared/text.js";
import { calledInvoice, isIssued } from "../invoice.js";
import type { InvoiceSituation } from "../situation.js";
import { incompleteAttendance } from "./incomplete-attendance.js";
import { billsWork, isCovered, type TraineeMatch, traineeMatches } from "./match-facts.js";
import { billedSlots, repeatedSlots } from "./standing.js";

const rule = ruleAbout<InvoiceSituation>();

/** What attendance proves of what an invoice bills. */
export const matchAttendanceRules = {
  "invoice.hours-over-attendance": rule({
    severity: "error",
    source: "labour-code-l6354-1",
    check: (situation) => (isIssued(situation.invoice) ? nothing : beyondProof(situation)),
    fr: ({ billedMinutes, provedMinutes, trainees }) => ({
      what: `${formatMinutes(billedMinutes)} facturées, ${formatMinutes(provedMinutes)} attestées par l'assiduité : ${formatMinutes(billedMinutes - provedMinutes)} de trop${listMatches(trainees)}.`,
      why: "Ce qui n'est pas prouvé n'est pas payé : la facture entière est suspendue.",
      mend: "Recalculez la facture depuis l'assiduité, ou corrigez d'abord l'assiduité si c'est elle qui est fausse.",
    }),
  }),
  "invoice.hours-under-attendance": rule({
    severity: "warning",
    source: "afc-market-practice",
    check: (situation) => {
      if (!billsWork(situation.invoice)) return nothing;
      const matches = traineeMatches(situation);
      const leftMinutes = sumOf(matches, "leftMinutes");
      if (leftMinutes === 0) return nothing;
      const billedMinutes = sumOf(matches, "billedMinutes");
      const trainees = matches.flatMap(({ traineeId, leftMinutes: left }) =>
        left === 0 || traineeId === undefined ? [] : [{ traineeId, leftMinutes: left }],
      );
      return found(["lines"], { billedMinutes, provedMinutes: sumOf(matches, "provedMinutes") + leftMinutes, leftMinutes, trainees });
    },
    fr: ({ billedMinutes, provedMinutes, leftMinutes, trainees }) => ({
      what: `${formatMinutes(billedMinutes)} facturées, ${formatMinutes(provedMinutes)} attestées dans la même période : ${formatMinutes(leftMinutes)} ne sont sur aucune facture (${enumerate(trainees.map((one) => `${one.traineeId} ${formatMinutes(one.leftMinutes)}`))}).`,
      why: "Des heures faites et prouvées resteraient impayées.",
      mend: "Recalculez la facture ; si la commande n'en paie pas plus, demandez un avenant.",
    }),
  }),
  "invoice.trainee-unknown": rule({
    severity: "error",
    source: "afc-market-practice",
    check: (situation) => {
      const { invoice, order, quote, proof } = situation;
      if (invoice.kind === "credit-note") return nothing;
      const roster = new Set(proof.roster.map(({ traineeId }) => traineeId));
      return invoice.lines.flatMap(({ traineeId }, index) => {
        if (traineeId === undefined) return nothing;
        const path = ["lines", index, "traineeId"];
        if (!isCovered(situation, traineeId)) {
          const [from, reference] =
            invoice.scheme === "afc" ? (["order", order?.reference] as const) : (["quote", quote?.reference] as const);
          return found<UnknownTrainee>(path, { traineeId, from, reference: reference ?? "—" });
        }
        if (roster.has(traineeId)) return nothing;
        return found<UnknownTrainee>(path, { traineeId, from: "session", reference: invoice.sessionReference });
      });
    },
    fr: ({ traineeId, from, reference }) => ({
      what: {
        order: `${traineeId} n'est pas parmi les stagiaires de la commande ${reference}.`,
        quote: `${traineeId} n'est pas le stagiaire du devis ${reference}.`,
        session: `${traineeId} n'est pas inscrit à la session ${reference}.`,
      }[from],
      why: "Le payeur ne paie que les personnes qu'il a envoyées.",
      mend: "Corrigez l'inscription ou la commande, puis préparez la facture à nouveau.",
    }),
  }),
  "invoice.trainee-twice": rule({
    severity: "error",
    source: "labour-code-l6354-1",
    check: ({ invoice, proof }) => {
      if (!billsWork(invoice)) return nothing;
      const slots = billedSlots(invoice);
      const elsewhere = proof.billed.filter((claim) => slots.has(traineeSlotKey(claim)));
      const here = repeatedSlots(invoice).map(({ traineeId, halfDay }) => ({ ...halfDay, traineeId }));
      return [...billedAgain(elsewhere, [...new Set(elsewhere.map(({ reference }) => reference))].sort()), ...billedAgain(here, [])];
    },
    fr: ({ count, minutes, invoices, trainees }) => ({
      what:
        invoices.length === 0
          ? `${counted(count, "demi-journée est facturée", "demi-journées sont facturées")} plusieurs fois sur cette facture (${formatMinutes(minutes)} de trop) : ${listHalfDays(trainees, "fr")}.`
          : `${counted(count, "demi-journée est déjà facturée", "demi-journées sont déjà facturées")} (${formatMinutes(minutes)}, par ${enumerate(invoices)}) : ${listHalfDays(trainees, "fr")}.`,
      why: "Une demi-journée ne se facture qu'une fois : payée deux fois, elle serait à rembourser.",
      mend: "Recalculez la facture : elle ne prendra que ce qui reste.",
    }),
  }),
  "invoice.attendance-incomplete": rule({
    severity: "error",
    source: "labour-code-l6354-1",
    check: incompleteAttendance,
    fr: ({ why, session, months, count, trainees }) => ({
      what: {
        "open-months": `${months.length === 1 ? "L'état" : "Les états"} ${enumerate(months.map(ofMonth))} de ${session} ${months.length === 1 ? "n'est pas clôturé" : "ne sont pas clôturés"}.`,
        unrecorded: `${counted(count, "demi-journée de la période n'a", "demi-journées de la période n'ont")} aucune saisie : ${listHalfDays(trainees, "fr")}.`,
        unsigned: `${counted(count, "demi-journée facturée n'est ni émargée ni prouvée", "demi-journées facturées ne sont ni émargées ni prouvées")} : ${listHalfDays(trainees, "fr")}.`,
      }[why],
      why: "Le contrôle de service fait demande l'état du mois et une preuve de chaque demi-journée.",
      mend: {
        "open-months": "Clôturez ces mois avant d'émettre la facture.",
        unrecorded: "Saisissez chaque demi-journée, clôturez le mois, puis préparez la facture à nouveau.",
        unsigned: "Faites signer, ou enregistrez la feuille revenue signée ; à distance, notez les preuves.",
      }[why],
    }),
  }),
  "invoice.credit-needed": rule({
    severity: "warning",
    source: "cgi-289",
    check: (situation) =>
      isIssued(situation.invoice)
        ? beyondProof(situation).map(({ path, params }) => ({ path, params: { ...params, invoice: calledInvoice(situation.invoice) } }))
        : nothing,
    fr: ({ invoice, billedMinutes, provedMinutes, trainees }) => ({
      what: `${invoice} facture ${formatMinutes(billedMinutes)}, l'assiduité corrigée depuis n'en prouve que ${formatMinutes(provedMinutes)}${listMatches(trainees)}.`,
      why: "Une facture émise ne se change pas : ce qui n'est plus prouvé se rend, avant que le contrôle ne le demande.",
      mend: "Faites un avoir de ces demi-journées, puis facturez ce qui en reste.",
    }),
  }),
};

/** Half-days that are billed again; `invoices` are those that billed them before, none when it is the same. */
export interface BilledAgain {
  readonly count: number;
  readonly minutes: Minutes;
  readonly invoices: readonly string[];
  readonly trainees: readonly HalfDaysOf[];
}

function billedAgain(
  again: readonly Pick<PlannedHalfDay, "traineeId" | "day" | "half" | "minutes">[],
  invoices: readonly string[],
): readonly Finding<BilledAgain>[] {
  if (again.length === 0) return nothing;
  const minutes = again.reduce((sum, one) => sum + one.minutes, 0);
  return found(["lines"], { count: again.length, minutes, invoices, trainees: gatherHalfDays(again) });
}

/** What a trainee is billed beyond what is proved. */
export type BeyondProof = Pick<TraineeMatch, "traineeId" | "billedMinutes" | "provedMinutes">;

type UnknownTrainee = { readonly traineeId: string; readonly from: "order" | "quote" | "session"; readonly reference: string };

function beyondProof(
  situation: InvoiceSituation,
): readonly Finding<{ billedMinutes: Minutes; provedMinutes: Minutes; trainees: readonly BeyondProof[] }>[] {
  if (!billsWork(situation.invoice)) return nothing;
  const matches = traineeMatches(situation);
  const beyond = matches.filter(({ billedMinutes, provedMinutes }) => billedMinutes > provedMinutes);
  if (beyond.length === 0) return nothing;
  const trainees = beyond.map(({ traineeId, billedMinutes, provedMinutes }) => ({ traineeId, billedMinutes, provedMinutes }));
  return found(["lines"], { billedMinutes: sumOf(matches, "billedMinutes"), provedMinutes: sumOf(matches, "provedMinutes"), trainees });
}

/** ` (T-0001 70 h facturées, 65 h attestées)`. */
function listMatches(trainees: readonly BeyondProof[]): string {
  const named = trainees.flatMap(({ traineeId, billedMinutes, provedMinutes }) =>
    traineeId === undefined ? [] : `${traineeId} ${formatMinutes(billedMinutes)} facturées, ${formatMinutes(provedMinutes)} attestées`,
  );
  return named.length === 0 ? "" : ` (${enumerate(named)})`;
}

function sumOf(matches: readonly TraineeMatch[], key: "billedMinutes" | "provedMinutes" | "leftMinutes"): Minutes {
  return matches.reduce((sum, match) => sum + match[key], 0);
}
