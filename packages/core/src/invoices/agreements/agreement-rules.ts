import { formatDay, type IsoDate } from "../../shared/calendar.js";
import { inForce } from "../../shared/dated.js";
import { formatRate } from "../../shared/money.js";
import { type Finding, found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import { enumerate } from "../../shared/text.js";
import { afcCompanyShare } from "../figures.js";
import type { AgreementSituation } from "./agreement-situation.js";
import { customerRules } from "./customer-rules.js";
import { standingOrders } from "./order-rule.js";
import { orderRules } from "./order-rules.js";

const rule = ruleAbout<AgreementSituation>();

export const agreementRules = {
  "agreement.dates-order": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ agreement: { startsOn, endsOn } }) => (endsOn < startsOn ? found(["endsOn"], { startsOn, endsOn }) : nothing),
    fr: ({ startsOn, endsOn }) => ({
      what: `La convention finit le ${formatDay(endsOn)}, avant de commencer (${formatDay(startsOn)}).`,
      why: "Aucune session ne tiendrait dans une telle période : rien ne pourrait être facturé.",
      mend: "Corrigez le premier ou le dernier jour, tels que le marché les écrit.",
    }),
  }),
  "agreement.unsigned": rule({
    severity: "warning",
    source: "afc-cariforef-occitanie",
    check: ({ agreement: { reference: agreement, signedOn, startsOn }, orders }) => {
      if (signedOn !== undefined) return nothing;
      const standing = standingOrders(orders).map(({ order: { reference } }) => reference);
      return found(["signedOn"], { agreement, startsOn, orders: standing }, standing.length > 0 ? "error" : "warning");
    },
    fr: ({ startsOn, orders }) => ({
      what:
        orders.length === 0
          ? `Le jour de signature de la convention manque ; elle commence le ${formatDay(startsOn)}.`
          : `La convention n'est pas signée, et pourtant elle a une commande : ${enumerate(orders)}.`,
      why: "Une AFC est signée avant le début de la formation : sans convention signée, aucune facture ne peut être émise.",
      mend: "Faites signer la convention, puis notez le jour de signature.",
    }),
  }),
  "agreement.signed-late": rule({
    severity: "warning",
    source: "afc-cariforef-occitanie",
    check: signedLate,
    fr: ({ signedOn, startsOn, session }) => ({
      what:
        session === undefined
          ? `La convention est signée le ${formatDay(signedOn)}, après son premier jour (${formatDay(startsOn)}).`
          : `La convention est signée le ${formatDay(signedOn)}, après le début de la session ${session} (${formatDay(startsOn)}).`,
      why: "Une AFC est signée avant le début de la formation : ce qui a eu lieu avant la signature risque de ne pas être payé.",
      mend:
        session === undefined
          ? "Vérifiez les deux dates sur la convention ; aucune session ne doit commencer avant la signature."
          : "Vérifiez la signature et le début de la session ; si les deux sont justes, demandez l'accord écrit du payeur avant de facturer.",
    }),
  }),
  "agreement.price-zero": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ agreement, orders }): readonly Finding<{ order?: string }>[] => [
      ...(agreement.unitPriceCents === 0 ? found(["unitPriceCents"], {}) : nothing),
      ...standingOrders(orders).flatMap(({ order, index }) =>
        order.unitPriceCents === 0 ? found(["orders", index, "unitPriceCents"], { order: order.reference }) : nothing,
      ),
    ],
    fr: ({ order }) => ({
      what: order === undefined ? "Le prix de la convention est de 0 €." : `Le prix de la commande ${order} est de 0 €.`,
      why: "À ce prix, toutes ses factures seraient de 0 €.",
      mend: "Donnez le prix hors taxe, tel que le marché l'écrit.",
    }),
  }),
  "agreement.vat-contradiction": rule({
    severity: "error",
    source: "cgi-261-4-4-a",
    check: ({ agreement: { vatRegime, vatRate } }) => {
      const isTaxed = vatRegime === "taxed";
      return isTaxed === vatRate > 0 ? nothing : found(["vatRate"], { isTaxed, vatRate });
    },
    fr: ({ isTaxed, vatRate }) => ({
      what: isTaxed
        ? "La convention est soumise à la TVA, sans taux."
        : `La convention est sans TVA, et porte pourtant un taux de ${formatRate(vatRate)}.`,
      why: "Une ligne de facture a un seul régime : sans TVA avec la référence du texte, ou taxée avec son taux.",
      mend: isTaxed ? "Donnez le taux, ou changez le régime de TVA de la convention." : "Retirez le taux, ou changez le régime de TVA.",
    }),
  }),
  "agreement.company-share": rule({
    severity: "warning",
    source: "afc-cariforef-occitanie",
    check: ({ agreement: { startsOn, terms } }) => {
      const most = inForce(afcCompanyShare, startsOn);
      const share = terms.companyShareMost;
      return most === undefined || share === undefined || share <= most ? nothing : found(["terms", "companyShareMost"], { share, most });
    },
    fr: ({ share, most }) => ({
      what: `La convention admet ${formatRate(share)} de la formation en entreprise ; une AFC en admet ${formatRate(most)}.`,
      why: "Au-delà, seule une certification qui l'exige le permet : le payeur peut refuser ces heures.",
      mend: "Vérifiez ce que le marché écrit, et que la certification demande cette période en entreprise.",
    }),
  }),
  "agreement.tolerance-void": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ agreement: { terms } }) => {
      const isNone = terms.toleratedAbsences === "none";
      const rate = terms.toleranceRate;
      const isVoid = isNone ? rate < 10_000 : rate === 0;
      return isVoid ? found(["terms", "toleranceRate"], { isNone, rate }) : nothing;
    },
    fr: ({ isNone, rate }) => ({
      what: isNone
        ? `Un plafond d'absences de ${formatRate(rate)} est donné, mais aucune absence n'est admise.`
        : "Des absences sont admises, mais dans la limite de 0 % : aucune ne sera facturée.",
      why: "Une des deux conditions ne sert à rien : l'une ou l'autre est sans doute une erreur de saisie.",
      mend: "Relisez la clause du marché, puis corrigez les absences admises ou leur plafond.",
    }),
  }),
  ...customerRules,
  ...orderRules,
};
export type AgreementProblem = ProblemOf<typeof agreementRules>;

/** Judges an agreement with its orders and what they were billed. */
export const checkAgreement = judgeBy<AgreementSituation, typeof agreementRules>(agreementRules);

type SignedLate = Finding<{ signedOn: IsoDate; startsOn: IsoDate; session?: string }>;

/** The sessions that begin before the signature; without any, the agreement's own first day. */
function signedLate({ agreement, orders, sessions }: AgreementSituation): readonly SignedLate[] {
  const { signedOn } = agreement;
  if (signedOn === undefined) return nothing;
  const before = standingOrders(orders).flatMap(({ order, index }): readonly SignedLate[] => {
    const startsOn = sessions.get(order.sessionReference)?.startsOn;
    return startsOn === undefined || signedOn <= startsOn
      ? nothing
      : found(["orders", index, "sessionReference"], { signedOn, startsOn, session: order.sessionReference });
  });
  if (before.length > 0) return before;
  return signedOn <= agreement.startsOn ? nothing : found(["signedOn"], { signedOn, startsOn: agreement.startsOn });
}
