import { totalMinutes } from "../../sessions/index.js";
import { formatDay, formatMinutes } from "../../shared/calendar.js";
import { type Cents, divideHalfUp, formatCents } from "../../shared/money.js";
import { found, nothing, ruleAbout } from "../../shared/rules.js";
import { counted, enumerate } from "../../shared/text.js";
import { priceBasisLabels } from "../agreement.js";
import { orderedIn } from "../order.js";
import type { AgreementSituation } from "./agreement-situation.js";
import { belowBilled, measured } from "./below-billed.js";
import { orderRule } from "./order-rule.js";

const rule = ruleAbout<AgreementSituation>();

/** The most that one order may come to: what an amount may be anywhere. */
const mostOrderedCents: Cents = 1_000_000_000;

export const orderRules = {
  "order.outside-agreement": orderRule({
    severity: "error",
    source: "afc-market-practice",
    check: ({ order, index, session, agreement: { startsOn: from, endsOn: until } }) => {
      if (session === undefined || (from <= session.startsOn && session.endsOn <= until)) return nothing;
      const { reference, startsOn, endsOn } = session;
      return found(["orders", index, "sessionReference"], { order: order.reference, session: reference, startsOn, endsOn, from, until });
    },
    fr: ({ order, session, startsOn, endsOn, from, until }) => ({
      what: `La session ${session} (${formatDay(startsOn)} → ${formatDay(endsOn)}) de la commande ${order} sort de la convention (${formatDay(from)} → ${formatDay(until)}).`,
      why: "Ce qui a lieu hors de la période d'une convention n'est pas couvert par elle, et n'est pas payé.",
      mend: "Vérifiez la convention et la session de la commande ; si le marché a été prolongé, corrigez les dates de la convention.",
    }),
  }),
  "order.other-establishment": orderRule({
    severity: "error",
    source: "desk-practice",
    check: ({ order, index, session, agreement: { siret: agreed } }) => {
      const isOrder = order.siret !== agreed;
      const held = isOrder ? order.siret : (session?.siret ?? agreed);
      const params = { order: order.reference, session: isOrder ? undefined : session?.reference, held, agreed };
      return held === agreed ? nothing : found(["orders", index, isOrder ? "siret" : "sessionReference"], params);
    },
    fr: ({ order, session, held, agreed }) => ({
      what:
        session === undefined
          ? `La commande ${order} est celle de l'établissement ${held} ; la convention est celle de ${agreed}.`
          : `La session ${session} de la commande ${order} est celle de l'établissement ${held} ; la convention est celle de ${agreed}.`,
      why: "L'établissement qui forme et celui qui facture portent le même SIRET.",
      mend:
        session === undefined
          ? "Annulez cette commande, puis enregistrez-la sous une convention de son établissement."
          : "Choisissez une session de l'établissement de la convention, ou la convention de celui qui forme.",
    }),
  }),
  "order.dated-outside": orderRule({
    severity: "warning",
    source: "afc-market-practice",
    check: ({ order: { reference, orderedOn }, index, agreement: { signedOn = "", endsOn } }) => {
      const isEarly: boolean = orderedOn < signedOn;
      if (!isEarly && orderedOn <= endsOn) return nothing;
      return found(["orders", index, "orderedOn"], { order: reference, orderedOn, isEarly, limit: isEarly ? signedOn : endsOn });
    },
    fr: ({ order, orderedOn, isEarly, limit }) => ({
      what: isEarly
        ? `La commande ${order} est datée du ${formatDay(orderedOn)}, avant la signature de la convention (${formatDay(limit)}).`
        : `La commande ${order} est datée du ${formatDay(orderedOn)}, après la fin de la convention (${formatDay(limit)}).`,
      why: "Une commande se passe sous une convention signée et en cours.",
      mend: "Vérifiez la date sur le bon de commande, et celles de la convention.",
    }),
  }),
  "order.session-twice": orderRule({
    severity: "warning",
    source: "desk-practice",
    check: ({ order, index, standing }) => {
      const first = standing.find(({ sessionReference }) => sessionReference === order.sessionReference);
      return first === undefined || first === order
        ? nothing
        : found(["orders", index, "sessionReference"], {
            order: order.reference,
            other: first.reference,
            session: order.sessionReference,
          });
    },
    fr: ({ order, other, session }) => ({
      what: `La session ${session} a deux commandes : ${order} et ${other}.`,
      why: "La même commande saisie sous deux numéros ferait croire à deux fois plus d'heures à facturer.",
      mend: "Si c'est la même, annulez celle de trop ; si le payeur a changé les quantités, enregistrez plutôt un avenant.",
    }),
  }),
  "order.hours-over-session": orderRule({
    severity: "warning",
    source: "afc-market-practice",
    check: ({ order, index, session, agreement }) => {
      const planned = session === undefined ? 0 : totalMinutes(session.hours);
      const { minutes, trainees } = orderedIn(order, agreement);
      if (session === undefined || planned === 0 || minutes <= planned * trainees) return nothing;
      const each = divideHalfUp(minutes, trainees);
      return found(["orders", index, "minutes"], { order: order.reference, session: session.reference, minutes, trainees, each, planned });
    },
    fr: ({ order, session, minutes, trainees, each, planned }) => ({
      what: `La commande ${order} compte ${formatMinutes(minutes)} pour ${counted(trainees, "stagiaire")}, soit ${formatMinutes(each)} chacun ; la session ${session} dure ${formatMinutes(planned)}.`,
      why: "Seules les heures suivies se facturent : celles qui dépassent la session ne pourront pas être prouvées.",
      mend: "Vérifiez les heures et le nombre de stagiaires du bon de commande, puis les heures de la session.",
    }),
  }),
  "order.over-capacity": orderRule({
    severity: "warning",
    source: "desk-practice",
    check: ({ order, index, session, agreement }) => {
      const { trainees } = orderedIn(order, agreement);
      const capacity = session?.capacity;
      return session === undefined || capacity === undefined || trainees <= capacity
        ? nothing
        : found(["orders", index, "trainees"], { order: order.reference, session: session.reference, trainees, capacity });
    },
    fr: ({ order, session, trainees, capacity }) => ({
      what: `La commande ${order} est pour ${counted(trainees, "stagiaire")} ; la session ${session} a ${counted(capacity, "place")}.`,
      why: "Qui n'a pas de place ne suit rien, et n'est pas facturé.",
      mend: "Vérifiez le nombre de stagiaires de la commande, ou les places de la session.",
    }),
  }),
  "order.named-over-ordered": orderRule({
    severity: "error",
    source: "afc-market-practice",
    check: ({ order, index, agreement }) => {
      const named = order.traineeIds?.length ?? 0;
      const { trainees } = orderedIn(order, agreement);
      return named <= trainees ? nothing : found(["orders", index, "traineeIds"], { order: order.reference, named, trainees });
    },
    fr: ({ order, named, trainees }) => ({
      what: `La commande ${order} nomme ${counted(named, "stagiaire")}, et en commande ${trainees}.`,
      why: "Le payeur paie le nombre commandé : les autres resteraient à votre charge.",
      mend: "Corrigez les noms ou le nombre ; si le payeur en a ajouté, enregistrez son avenant.",
    }),
  }),
  "order.amendment-order": orderRule({
    severity: "error",
    source: "desk-practice",
    check: ({ order, index }) => {
      const signed = [order.orderedOn, ...order.amendments.map(({ signedOn }) => signedOn)];
      return order.amendments.flatMap(({ number, signedOn }, rank) => {
        const before = signed[rank];
        return before === undefined || before <= signedOn
          ? nothing
          : found(["orders", index, "amendments", rank, "signedOn"], { order: order.reference, number, signedOn, before });
      });
    },
    fr: ({ order, number, signedOn, before }) => ({
      what: `L'avenant ${number} de la commande ${order} est daté du ${formatDay(signedOn)}, avant ce qu'il remplace (${formatDay(before)}).`,
      why: "Le dernier avenant fait foi : dans le désordre, d'anciens chiffres passeraient pour les bons.",
      mend: "Vérifiez la date de l'avenant ; les avenants s'enregistrent dans l'ordre de leurs dates.",
    }),
  }),
  "order.amendment-repeated": orderRule({
    severity: "error",
    source: "desk-practice",
    check: ({ order, index }) =>
      order.amendments.flatMap(({ number, signedOn }, rank) => {
        const first = order.amendments.findIndex((one) => one.number === number);
        const on = order.amendments[first]?.signedOn ?? signedOn;
        return first === rank ? nothing : found(["orders", index, "amendments", rank, "number"], { order: order.reference, number, on });
      }),
    fr: ({ order, number, on }) => ({
      what: `L'avenant ${number} de la commande ${order} est déjà enregistré, au ${formatDay(on)}.`,
      why: "Un numéro désigne un seul avenant : le saisir deux fois effacerait ses premiers chiffres.",
      mend: "Reprenez le numéro écrit sur l'avenant ; une erreur se corrige par un nouvel avenant, avec son propre numéro.",
    }),
  }),
  "order.price-differs": orderRule({
    severity: "notice",
    source: "afc-market-practice",
    check: ({ order, index, agreement: { unitPriceCents: agreed, basis } }) => {
      const own = order.unitPriceCents;
      return own === undefined || own === 0 || own === agreed
        ? nothing
        : found(["orders", index, "unitPriceCents"], { order: order.reference, own, agreed, basis });
    },
    fr: ({ order, own, agreed, basis }) => ({
      what: `La commande ${order} a son propre prix : ${formatCents(own)} par ${priceBasisLabels[basis].fr}, au lieu de ${formatCents(agreed)} dans la convention.`,
      why: "Ses factures suivront le prix de la commande.",
      mend: "Rien à faire si le bon de commande l'écrit ainsi.",
    }),
  }),
  "order.too-large": orderRule({
    severity: "error",
    source: "desk-practice",
    check: ({ order, index, agreement }) => {
      const { netCents } = orderedIn(order, agreement);
      return netCents <= mostOrderedCents
        ? nothing
        : found(["orders", index, "minutes"], { order: order.reference, mostCents: mostOrderedCents });
    },
    fr: ({ order, mostCents }) => ({
      what: `La commande ${order} dépasse ${formatCents(mostCents)}.`,
      why: "Un tel montant est presque toujours une faute de frappe, et Kairos ne calcule pas au-delà.",
      mend: "Vérifiez les heures, les stagiaires et le prix.",
    }),
  }),
  "order.below-billed": orderRule({
    severity: "error",
    source: "afc-market-practice",
    needs: ["billed"],
    check: ({ order, index, agreement, billed }) => {
      const below = billed && belowBilled(orderedIn(order, agreement), billed, agreement.basis);
      return below === undefined ? nothing : found(["orders", index, "minutes"], { order: order.reference, ...below });
    },
    fr: ({ order, measure, ordered, billed, invoices }) => ({
      what: `La commande ${order} compte ${measured(measure, ordered, "fr")}, moins que ce qui est déjà facturé : ${measured(measure, billed, "fr")} (${enumerate(invoices)}).`,
      why: "On ne peut pas avoir facturé plus que ce qui est commandé.",
      mend: "Vérifiez les quantités ; si elles sont justes, corrigez d'abord les factures par un avoir.",
    }),
  }),
  "order.cancelled-billed": rule({
    severity: "error",
    source: "afc-market-practice",
    needs: ["billed"],
    check: ({ orders, billed }) =>
      orders.flatMap(({ reference, cancelled }, index) => {
        const { invoices = [] } = (cancelled && billed.get(reference)) ?? {};
        return invoices.length === 0 ? nothing : found(["orders", index, "cancelled"], { order: reference, invoices });
      }),
    fr: ({ order, invoices }) => ({
      what: `La commande ${order} est annulée, et pourtant facturée : ${enumerate(invoices)}.`,
      why: "Une facture repose sur une commande qui tient : le payeur la refuserait.",
      mend: "Annulez d'abord ces factures par un avoir ; si seule une partie est annulée, enregistrez plutôt un avenant.",
    }),
  }),
};
