import {
  type IsoDate,
  inputRules,
  type Problem,
  type PurchaseOrder,
  parse,
  purchaseOrderSchema,
  type Result,
  raise,
  success,
  totalMinutes,
} from "@kairos/core";
import { command } from "../../command.js";
import { agreementOption, billedOf, loadAgreement } from "../../dossiers/agreements.js";
import { codes } from "../../dossiers/list-options.js";
import { orderCard } from "../../dossiers/order-card.js";
import { recordOrder } from "../../dossiers/orders.js";
import { loadSession } from "../../dossiers/sessions.js";
import { unknown } from "../../dossiers/unknown.js";
import { amount, day, duration, given, integer, optional, reference, text } from "../../options.js";
import { line, refused } from "../../reply.js";
import type { Store } from "../../store/store.js";

export default command({
  words: {
    fr: ["creer", "Enregistre un bon de commande : une session, des heures, des stagiaires"],
    en: ["create", "Record a purchase order: a session, hours, trainees"],
  },
  needs: "invoice.prepare",
  visibility: "private",
  form: [
    ["agreement", "reference", "session", "trainees", "minutes"],
    ["orderedOn", "engagement", "unitPriceCents", "names"],
  ],
  example: "/commande creer convention:CONV-2026-0001 reference:BC-2026-118 session:SE-2026-014 stagiaires:1 heures:70 h date:05/11/2026",
  options: {
    agreement: agreementOption,
    reference: text(
      {
        fr: ["reference", "Numéro du bon, tel que le payeur l'écrit"],
        en: ["reference", "Order number, as the customer writes it"],
      },
      50,
    ),
    session: reference("session", { fr: ["session", "Référence de la session"], en: ["session", "Session reference"] }),
    trainees: integer({ fr: ["stagiaires", "Nombre de stagiaires commandés"], en: ["trainees", "Number of trainees ordered"] }, 1, 10_000),
    minutes: optional(
      duration({
        fr: ["heures", "Heures de tous ensemble : 700 h ; celles de la session pour chacun, sinon", "Heures de tous ensemble : 700 h"],
        en: ["hours", "Hours of all together: 700 h; those of the session for each, otherwise", "Hours of all together: 700 h"],
      }),
    ),
    orderedOn: optional(
      day({ fr: ["date", "Date du bon de commande ; aujourd'hui, sinon"], en: ["day", "Day of the order; today, otherwise"] }),
    ),
    engagement: optional(
      text(
        {
          fr: ["engagement", "Numéro d'engagement Chorus Pro ; celui de la commande, sinon", "Numéro d'engagement Chorus Pro"],
          en: ["engagement", "Chorus Pro engagement number; the order's, otherwise", "Chorus Pro engagement number"],
        },
        50,
      ),
    ),
    unitPriceCents: optional(
      amount({
        fr: ["prix", "Prix de cette commande, s'il n'est pas celui de la convention", "Prix, s'il n'est pas celui convenu"],
        en: ["price", "Price of this order, if not the agreement's", "Price, if not the agreed one"],
      }),
    ),
    names: optional(
      codes({
        fr: ["noms", "Références des stagiaires, si la commande les nomme : T-0001, T-0007", "Stagiaires nommés : T-0001, T-0007"],
        en: ["names", "References of the trainees, if the order names them: T-0001", "Trainees named: T-0001, T-0007"],
      }),
    ),
  },
  async run({ input, store, actor, now, today }) {
    const { reference: number, trainees, orderedOn = today, engagement, unitPriceCents } = input;
    const [agreement, session] = [await loadAgreement(store, input.agreement), await loadSession(store, input.session, "session")];
    if (!agreement.ok || !session.ok) return refused([agreement, session].flatMap((one) => (one.ok ? [] : one.problems)));
    const named = await namedOf(store, input.names);
    if (!named.ok) return refused(named.problems);
    const problems = await hindrances(store, number, orderedOn, today);
    if (problems.length > 0) return refused(problems);
    const order = parse(purchaseOrderSchema, {
      reference: number,
      siret: agreement.value.siret,
      agreement: agreement.value.reference,
      sessionReference: session.value.reference,
      orderedOn,
      minutes: input.minutes ?? trainees * totalMinutes(session.value.hours),
      trainees,
      ...given({ engagement, unitPriceCents, traineeIds: named.value }),
      enteredBy: actor.id,
      enteredAt: now,
    });
    if (!order.ok) return refused(order.problems);
    const facts = await recordOrder(store, order.value, agreement.value);
    if (!facts.ok) return refused(facts.problems, { trace: { object: order.value.reference } });
    return orderCard(store, order.value, facts.value, [line("good", "Commande enregistrée.", "Order recorded.")]);
  },
});

/** The trainees named, who all exist. */
async function namedOf(store: Store, names: readonly string[] | undefined): Promise<Result<readonly string[] | undefined, Problem>> {
  if (names === undefined || names.length === 0) return success(undefined);
  const ids = names.map((name) => name.toUpperCase());
  const known = new Set((await store.trainees.list({ ids })).map(({ id }) => id));
  const stranger = ids.find((id) => !known.has(id));
  return stranger === undefined ? success(ids) : unknown("trainee", "noms", stranger);
}

/** What stands against a number or a day, whatever is ordered. */
async function hindrances(store: Store, number: string, orderedOn: IsoDate, today: IsoDate): Promise<readonly Problem[]> {
  if (/\s/.test(number)) return [raise(inputRules, "input.unknown-value", ["reference"], { value: number, allowed: unspaced(number) })];
  if (orderedOn > today) return [raise(inputRules, "input.day-in-future", ["date"], { day: orderedOn })];
  const standing = await store.purchaseOrders.get(number);
  if (standing === undefined || (await mayBeReplaced(store, standing))) return [];
  return [raise(inputRules, "input.reference-taken", ["reference"], { kind: "order", reference: number })];
}

/** A cancelled order that no invoice ever rested on gives its number back. */
async function mayBeReplaced(store: Store, order: PurchaseOrder): Promise<boolean> {
  const { invoices, drafts } = await billedOf(store, order);
  return order.cancelled !== undefined && invoices.length + drafts.length === 0;
}

function unspaced(number: string) {
  const tight = number.replace(/\s+/g, "-");
  return {
    fr: `le numéro sans espace : ${tight} ; l'engagement, lui, garde les siens`,
    en: `the number without a blank: ${tight}; the engagement keeps its own`,
  };
}
