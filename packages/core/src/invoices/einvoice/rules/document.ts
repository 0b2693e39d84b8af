import { formatDay, type IsoDate, isIsoDate } from "../../../shared/calendar.js";
import { type Finding, found, nothing, ruleAbout } from "../../../shared/rules.js";
import { enumerate, sentenceCase } from "../../../shared/text.js";
import {
  afterDeposits,
  alreadyPaid,
  documentTypes,
  exemptionCodes,
  longest,
  noteSubjects,
  paymentMeans,
  processes,
  processesOfNoPublicBody,
  unitCodes,
  vatCategories,
} from "../codes.js";
import type { ElectronicInvoice } from "../electronic-invoice.js";
import { type Term, termNames } from "../terms.js";
import type { ElectronicSituation } from "./situation.js";

const rule = ruleAbout<ElectronicSituation>();
const refusedWhy = "La plateforme rejette le fichier ; Chorus Pro l'enregistre, puis ne le transmet jamais : personne ne le paie.";

/** What the document says of itself. */
export const documentRules = {
  "einvoice.number-format": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice, isForPublicBody }) => {
      const most = isForPublicBody ? longest.publicNumber : longest.number;
      const numbers: readonly (readonly [Term, readonly (string | number)[], string])[] = [
        ["BT-1", ["number"], invoice.number],
        ...invoice.preceding.map(({ number }, index) => ["BT-25", ["preceding", index, "number"], number] as const),
      ];
      return numbers.flatMap(([term, path, number]): readonly Finding<{ term: Term; length: number; most: number }>[] =>
        /^[A-Za-z0-9+_/-]+$/.test(number) && number.length <= most ? nothing : found(path, { term, length: number.length, most }),
      );
    },
    fr: ({ term, length, most }) => ({
      what: `${sentenceCase(termNames[term].fr)} (${term}) a ${length} caractères, ou des signes interdits.`,
      why: `Il a ${most} caractères au plus, parmi A-Z, a-z, 0-9, « + », « - », « _ » et « / » (règles BR-FR-01, BR-FR-02 et CPRO-02).`,
      mend: "Réglez le préfixe de la série de numéros de l'organisme.",
    }),
  }),
  "einvoice.process": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { process }, isForPublicBody }) => {
      const isOpen = processes.includes(process) && !(isForPublicBody && processesOfNoPublicBody.includes(process));
      return isOpen ? nothing : found(["process"], { process: process as string });
    },
    fr: ({ process }) => ({
      what: `Le cadre de facturation « ${process} » (BT-23) n'est pas accepté.`,
      why: "La réforme a remplacé les anciens codes de Chorus Pro (A1…) ; S5 n'est pas ouvert au secteur public (règles BR-FR-08 et CPRO-24).",
      mend: "Une prestation de service est S1 ; déjà payée, S2 ; après acompte, S4.",
    }),
  }),
  "einvoice.deposit-process": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { process, type } }) => (process === afterDeposits && type === "386" ? found(["type"], { process }) : nothing),
    fr: ({ process }) => ({
      what: `Une facture d'acompte (386) ne peut pas être du cadre ${process}.`,
      why: "S4 annonce la dernière facture, celle d'après les acomptes (règle BR-FR-CO-08).",
      mend: "Un acompte est du cadre S1, ou S2 s'il est déjà payé.",
    }),
  }),
  "einvoice.code": rule({
    severity: "error",
    source: "en-16931",
    check: ({ invoice }) =>
      codesOf(invoice).flatMap(({ term, path, value, allowed }): readonly Finding<{ term: Term; value: string; allowed: string }>[] =>
        allowed.includes(value) ? nothing : found(path, { term, value, allowed: enumerate(allowed) }),
      ),
    fr: ({ term, value, allowed }) => ({
      what: `« ${value} » n'est pas un code connu pour ${termNames[term].fr} (${term}).`,
      why: refusedWhy,
      mend: `Codes possibles : ${allowed}.`,
    }),
  }),
  "einvoice.currency": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ invoice }) =>
      (invoice.currency as string) === "EUR" ? nothing : found(["currency"], { currency: invoice.currency as string }),
    fr: ({ currency }) => ({
      what: `La facture est en « ${currency} », pas en euros.`,
      why: "Tous les montants de Kairos sont en centimes d'euro : dans une autre monnaie, ils seraient faux.",
      mend: "Établissez la facture en euros.",
    }),
  }),
  "einvoice.preceding": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice: { type, preceding }, isForPublicBody }) => {
      const least = type === "381" || type === "384" ? 1 : 0;
      const most = type === "384" || isForPublicBody ? 1 : Number.POSITIVE_INFINITY;
      const count = preceding.length;
      return count >= least && count <= most ? nothing : found(["preceding"], { type: type as string, count, least });
    },
    fr: ({ type, count, least }) => ({
      what:
        count < least
          ? `Un document de type ${type} doit citer la facture qu'il corrige, par son numéro et sa date (BT-25, BT-26).`
          : `Le document cite ${count} factures, pour une au plus.`,
      why: "Un avoir sans sa facture est rejeté ; Chorus Pro n'en accepte qu'une (règles BR-FR-CO-04, BR-FR-CO-05 et CPRO-20).",
      mend: count < least ? "Partez de la facture à corriger : /facture avoir." : "Établissez un document par facture citée.",
    }),
  }),
  "einvoice.day": rule({
    severity: "error",
    source: "fnfe-br-fr",
    check: ({ invoice }) =>
      daysOf(invoice).flatMap(({ term, path, day }): readonly Finding<{ term: Term; day: string }>[] =>
        isIsoDate(day) && day.startsWith("20") ? nothing : found(path, { term, day }),
      ),
    fr: ({ term, day }) => ({
      what: `« ${formatDay(day)} » n'est pas un jour possible pour ${termNames[term].fr} (${term}).`,
      why: "Une date de facture existe et se situe entre 2000 et 2099 (règle BR-FR-03).",
      mend: "Corrigez la date.",
    }),
  }),
  "einvoice.days-order": rule({
    severity: "error",
    source: "en-16931",
    check: ({ invoice }) => {
      const { issuedOn, dueOn = issuedOn, period, lines } = invoice;
      const mayBeDueBefore = invoice.type === "386" || invoice.process === alreadyPaid;
      const pairs: readonly (readonly [Term, IsoDate, Term, IsoDate])[] = [
        ...(mayBeDueBefore ? [] : [["BT-2", issuedOn, "BT-9", dueOn] as const]),
        ...(period === undefined ? [] : [["BT-73", period.startsOn, "BT-74", period.endsOn] as const]),
        ...lines.flatMap(({ period: own }) => (own === undefined ? [] : [["BT-134", own.startsOn, "BT-135", own.endsOn] as const])),
      ];
      return pairs.flatMap(([first, firstDay, second, secondDay]) =>
        firstDay <= secondDay ? nothing : found([], { first, firstDay, second, secondDay }),
      );
    },
    fr: ({ first, firstDay, second, secondDay }) => ({
      what: `${sentenceCase(termNames[second].fr)} (${formatDay(secondDay)}) précède ${termNames[first].fr} (${formatDay(firstDay)}).`,
      why: "Le fichier serait rejeté (règles BR-FR-CO-07, BR-29 et BR-30).",
      mend: "Corrigez l'une des deux dates.",
    }),
  }),
  "einvoice.due-missing": rule({
    severity: "error",
    source: "en-16931",
    check: ({ invoice: { dueOn, terms, totals } }) =>
      totals.dueCents > 0 && dueOn === undefined && terms === undefined ? found(["dueOn"], { dueCents: totals.dueCents }) : nothing,
    fr: () => ({
      what: "Il reste à payer, et la facture ne dit pas quand.",
      why: "L'échéance, ou les conditions de paiement, sont obligatoires dès que le net à payer n'est pas nul (règle BR-CO-25).",
      mend: "Ajoutez la date d'échéance.",
    }),
  }),
};

interface CodeOf {
  readonly term: Term;
  readonly path: readonly (string | number)[];
  readonly value: string;
  readonly allowed: readonly string[];
}

function codesOf({ type, notes, payment, lines, allowances, vat }: ElectronicInvoice): readonly CodeOf[] {
  const each = <Item>(
    name: string,
    items: readonly Item[],
    term: Term,
    codeOf: (item: Item) => string | undefined,
    allowed: readonly string[],
  ) =>
    items.flatMap((item, index): readonly CodeOf[] => {
      const value = codeOf(item);
      return value === undefined ? [] : [{ term, path: [name, index], value, allowed }];
    });
  return [
    { term: "BT-3", path: ["type"], value: type, allowed: documentTypes },
    ...each("notes", notes, "BT-21", ({ subject }) => subject, noteSubjects),
    ...(payment === undefined ? [] : [{ term: "BT-81" as const, path: ["payment"], value: payment.means, allowed: paymentMeans }]),
    ...each("lines", lines, "BT-130", ({ unit }) => unit, unitCodes),
    ...each("lines", lines, "BT-151", ({ category }) => category, vatCategories),
    ...each("allowances", allowances, "BT-151", ({ category }) => category, vatCategories),
    ...each("vat", vat, "BT-151", ({ category }) => category, vatCategories),
    ...each("vat", vat, "BT-121", ({ exemption }) => exemption?.code, exemptionCodes),
  ];
}

interface DayOf {
  readonly term: Term;
  readonly path: readonly (string | number)[];
  readonly day: IsoDate;
}

function daysOf({ issuedOn, dueOn, deliveredOn, period, preceding, lines }: ElectronicInvoice): readonly DayOf[] {
  const said = (term: Term, path: readonly (string | number)[], day: IsoDate | undefined) =>
    day === undefined ? [] : [{ term, path, day }];
  return [
    ...said("BT-2", ["issuedOn"], issuedOn),
    ...said("BT-9", ["dueOn"], dueOn),
    ...said("BT-72", ["deliveredOn"], deliveredOn),
    ...said("BT-73", ["period", "startsOn"], period?.startsOn),
    ...said("BT-74", ["period", "endsOn"], period?.endsOn),
    ...preceding.flatMap((one, index) => said("BT-26", ["preceding", index, "issuedOn"], one.issuedOn)),
    ...lines.flatMap((line, index) => [
      ...said("BT-134", ["lines", index, "period", "startsOn"], line.period?.startsOn),
      ...said("BT-135", ["lines", index, "period", "endsOn"], line.period?.endsOn),
    ]),
  ];
}
