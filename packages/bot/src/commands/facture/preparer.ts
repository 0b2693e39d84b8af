import { checkOutgoing, counted, formatCents, formatDay, hasErrors, invoiceTotals } from "@kairos/core";
import { command } from "../../command.js";
import { customerOption, orderOption } from "../../dossiers/agreements.js";
import { type PreparedDraft, prepareDraft } from "../../dossiers/invoice-preparing.js";
import { preparedTable } from "../../dossiers/invoice-tables.js";
import { invoiceOption, invoiceSituation, invoiceSteps, invoiceSummary, invoiceTitle } from "../../dossiers/invoices.js";
import { monthOption } from "../../dossiers/month-option.js";
import { amount, choice, day, optional, reference, text } from "../../options.js";
import { done, line, type NextStep, type ReplyLine, refused } from "../../reply.js";

const kinds = {
  invoice: { fr: "facture", en: "invoice" },
  deposit: { fr: "acompte", en: "deposit" },
  balance: { fr: "solde", en: "balance" },
};

export default command({
  words: {
    fr: ["preparer", "Prépare une facture depuis la commande ou le devis, et l'assiduité clôturée"],
    en: ["prepare", "Prepare an invoice from the order or the quote, and closed attendance"],
  },
  needs: "invoice.prepare",
  visibility: "private",
  example: "/facture preparer commande:BC-2026-118 periode:décembre 2026",
  options: {
    order: optional(orderOption),
    quote: optional(reference("quote", { fr: ["devis", "Devis accepté (AIF, POEI)"], en: ["quote", "Accepted quote (AIF, POEI)"] })),
    invoice: optional({
      ...invoiceOption,
      words: { fr: ["facture", "Brouillon à recalculer"], en: ["invoice", "Draft to recompute"] },
    }),
    kind: optional(
      choice(
        {
          fr: ["nature", "Facture par défaut ; acompte avant la formation, solde à la fin"],
          en: ["kind", "Invoice by default; deposit before, balance at the end"],
        },
        kinds,
      ),
    ),
    month: optional(
      monthOption({
        fr: ["periode", "Un mois : décembre 2026 ; sinon, toute la session"],
        en: ["period", "A month: December 2026; otherwise the whole session"],
      }),
    ),
    startsOn: optional(day({ fr: ["debut", "Premier jour facturé"], en: ["start", "First day billed"] })),
    endsOn: optional(day({ fr: ["fin", "Dernier jour facturé"], en: ["end", "Last day billed"] })),
    penalty: optional(
      amount({
        fr: ["penalite", "Pénalité du contrat à déduire, HT ; 0 pour la retirer"],
        en: ["penalty", "Penalty of the contract to take off, VAT excluded; 0 for none"],
      }),
    ),
    reason: optional(text({ fr: ["motif", "Motif de la pénalité"], en: ["reason", "Reason for the penalty"] }, 200)),
    customer: optional(customerOption),
    engagement: optional(
      text(
        {
          fr: ["engagement", "Numéro d'engagement, s'il n'est pas celui de la commande"],
          en: ["engagement", "Commitment number, if it is not the order's"],
        },
        50,
      ),
    ),
    serviceCode: optional(
      text(
        {
          fr: ["service", "Code service du payeur, s'il n'est pas le sien"],
          en: ["service", "Customer's service code, if it is not its own"],
        },
        100,
      ),
    ),
    paidOn: optional(
      day({
        fr: ["deja-paye", "Jour où elle a déjà été payée en entier"],
        en: ["already-paid", "Day on which it was already paid in full"],
      }),
    ),
  },
  async run(desk) {
    const { input, store, today } = desk;
    const origin = (input.invoice ?? input.order ?? input.quote)?.toUpperCase();
    const prepared = await prepareDraft(desk, input);
    if (!prepared.ok) return refused(prepared.problems, origin === undefined ? {} : { trace: { object: origin } });
    const { invoice, rows, attended } = prepared.value;
    await store.invoices.save(invoice);
    const problems = checkOutgoing(await invoiceSituation(store, invoice, today)).filter(({ severity }) => severity !== "undecided");
    const table = preparedTable(rows, attended);
    return done({
      title: invoiceTitle(invoice),
      lines: [{ tone: "plain", text: invoiceSummary(invoice) }, ...madeOf(prepared.value)],
      ...(table !== undefined && { table }),
      problems,
      next: [matchStep(invoice.reference), ...(hasErrors(problems) ? [] : invoiceSteps(invoice))],
      data: { invoice, rows },
      trace: {
        object: invoice.reference,
        details: {
          origin: invoice.order ?? invoice.quote ?? "",
          kind: invoice.kind,
          lines: invoice.lines.length,
          amountCents: invoiceTotals(invoice).totalCents,
          recomputed: prepared.value.before !== undefined,
        },
      },
    });
  },
});

/** What changed since the draft was first prepared, and what is taken off the lines. */
function madeOf({ invoice, rows, before }: PreparedDraft): readonly ReplyLine[] {
  const { penalty, deposits, alreadyPaid } = invoice;
  const [was, is] = [before && invoiceTotals(before).totalCents, invoiceTotals(invoice).totalCents];
  const held = rows.filter(({ openMinutes }) => openMinutes > 0).length;
  const cut = rows.filter(({ takenMinutes, billableMinutes }) => takenMinutes < billableMinutes).length;
  return [
    ...(was === undefined
      ? []
      : [
          was === is
            ? line("plain", "Recalculée : le montant ne change pas.", "Recomputed: the amount does not change.")
            : line(
                "warning",
                `Recalculée : ${formatCents(was)} → ${formatCents(is)}.`,
                `Recomputed: ${formatCents(was, "en")} → ${formatCents(is, "en")}.`,
              ),
        ]),
    ...(penalty === undefined
      ? []
      : [
          line(
            "plain",
            `Pénalité déduite : ${formatCents(penalty.amountCents)} (${penalty.reason}).`,
            `Penalty taken off: ${formatCents(penalty.amountCents, "en")} (${penalty.reason}).`,
          ),
        ]),
    ...deposits.map(({ number, issuedOn, amountCents }) =>
      line(
        "plain",
        `Acompte déduit : ${number} du ${formatDay(issuedOn)}, ${formatCents(amountCents)}.`,
        `Deposit taken off: ${number} of ${formatDay(issuedOn, "en")}, ${formatCents(amountCents, "en")}.`,
      ),
    ),
    ...(alreadyPaid === undefined
      ? []
      : [line("plain", `Déjà payée le ${formatDay(alreadyPaid.on)}.`, `Paid already on ${formatDay(alreadyPaid.on, "en")}.`)]),
    ...(held === 0
      ? []
      : [
          line(
            "warning",
            `${counted(held, "stagiaire a", "stagiaires ont")} des heures dans un mois qui n'est pas clôturé : elles ne sont pas dans cette facture.`,
            `${counted(held, "trainee has", "trainees have", "en")} hours in a month that is not closed: they are not in this invoice.`,
          ),
        ]),
    ...(cut === 0
      ? []
      : [
          line(
            "warning",
            `La commande ne paie pas tout : ${counted(cut, "stagiaire a", "stagiaires ont")} plus d'heures que ce qu'il en reste. Un avenant permettrait de les facturer.`,
            `The order does not pay for all: ${counted(cut, "trainee has", "trainees have", "en")} more hours than it leaves. An amendment would let them be billed.`,
          ),
        ]),
  ];
}

function matchStep(invoice: string): NextStep {
  return {
    text: { fr: "relire la facture face à la commande et à l'assiduité", en: "check the invoice against the order and attendance" },
    command: `/facture rapprocher facture:${invoice}`,
  };
}
