import {
  calledInvoice,
  formatCents,
  formatDay,
  type Invoice,
  invoiceKindLabels,
  invoiceStatusLabels,
  invoiceTotals,
  paidCents,
  statusLabel,
  sumCents,
} from "@kairos/core";
import { command } from "../../command.js";
import { choice, given, optional, reference, text } from "../../options.js";
import { both, done, line, type ReplyLine, same } from "../../reply.js";

const most = 100;

export default command({
  words: {
    fr: ["liste", "Liste les factures et les avoirs, les derniers d'abord, avec leurs totaux"],
    en: ["list", "List invoices and credit notes, latest first, with their totals"],
  },
  needs: "invoice.read",
  visibility: "private",
  publishable: true,
  example: "/facture liste",
  options: {
    status: optional(choice({ fr: ["statut", "Seulement ce statut"], en: ["status", "Only this status"] }, invoiceStatusLabels)),
    session: optional(reference("session", { fr: ["session", "Seulement cette session"], en: ["session", "Only this session"] })),
    search: optional(
      text(
        { fr: ["cherche", "Mot du numéro, de la référence ou de l'intitulé"], en: ["search", "Word of the number, reference or title"] },
        80,
      ),
    ),
  },
  async run({ input, store }) {
    const { status, session, search } = input;
    const invoices = await store.invoices.list({
      limit: most + 1,
      ...given({ status, search, sessionReference: session?.toUpperCase() }),
    });
    const shown = invoices.slice(0, most);
    return done({
      title: { fr: "Factures", en: "Invoices" },
      lines: [
        ...(shown.length === 0 ? [line("plain", "Aucune facture ne correspond.", "No invoice matches.")] : totalLines(shown)),
        ...(invoices.length > most ? [cut] : []),
      ],
      ...(shown.length > 0 && { table: { columns, rows: shown.map(rowOf), open: { path: "facture voir", option: "facture" } } }),
      data: {
        invoices: shown.map((invoice) => {
          const { reference, issue, kind, status, sessionReference } = invoice;
          const { totalCents, dueCents } = invoiceTotals(invoice);
          return { reference, number: issue?.number, kind, status, sessionReference, totalCents, dueCents, paidCents: paidCents(invoice) };
        }),
      },
    });
  },
});

const cut = line(
  "muted",
  `Les ${most} dernières ; précisez un statut, une session ou un mot pour trouver les autres.`,
  `The latest ${most}; give a status, a session or a word to find the others.`,
);

/** What was issued, credit notes taken off, and what waits to be; VAT included. */
function totalLines(invoices: readonly Invoice[]): readonly ReplyLine[] {
  const totals = (kept: (invoice: Invoice) => boolean) => sumCents(invoices.filter(kept).map((one) => invoiceTotals(one).totalCents));
  const issued = totals(({ issue, kind }) => issue !== undefined && kind !== "credit-note");
  const credited = totals(({ issue, kind }) => issue !== undefined && kind === "credit-note");
  const drafts = totals(({ status, kind }) => status === "draft" && kind !== "credit-note");
  const text = both((language) => {
    const euros = (cents: number) => formatCents(cents, language);
    return language === "fr"
      ? `Émis : ${euros(issued)} ; avoirs : ${euros(credited)} ; net : ${euros(issued - credited)} · brouillons : ${euros(drafts)}`
      : `Issued: ${euros(issued)}; credit notes: ${euros(credited)}; net: ${euros(issued - credited)} · drafts: ${euros(drafts)}`;
  });
  return [{ tone: "plain", text }];
}

const columns = [
  { fr: "Numéro", en: "Number" },
  { fr: "Nature", en: "Kind" },
  { fr: "Statut", en: "Status" },
  { fr: "Session", en: "Session" },
  { fr: "Date", en: "Date" },
  { fr: "Échéance", en: "Due" },
  { fr: "Total TTC", en: "Total" },
  { fr: "Formation", en: "Training" },
];

function rowOf(invoice: Invoice) {
  const { kind, sessionReference, issue, title } = invoice;
  const dayOr = (day: string | undefined) => both((language) => (day === undefined ? "—" : formatDay(day, language)));
  const sign = kind === "credit-note" ? -1 : 1;
  return [
    same(calledInvoice(invoice)),
    invoiceKindLabels[kind],
    statusLabel(invoice),
    same(sessionReference),
    dayOr(issue?.issuedOn),
    dayOr(kind === "credit-note" ? undefined : issue?.dueOn),
    both((language) => formatCents(sign * invoiceTotals(invoice).totalCents, language)),
    same(title),
  ];
}
