import { checkQuote, formatCents, formatDay, type Quote, quoteStatusLabels, quoteTotals, schemeLabels } from "@kairos/core";
import { command } from "../../command.js";
import { choice, optional, reference, text } from "../../options.js";
import { done, line, same } from "../../reply.js";

const most = 100;

export default command({
  words: {
    fr: ["liste", "Liste les devis, les derniers d'abord, avec les relances à faire"],
    en: ["list", "List quotes, latest first, with the reminders due"],
  },
  needs: "quote.read",
  visibility: "private",
  publishable: true,
  example: "/devis liste",
  options: {
    status: optional(choice({ fr: ["statut", "Seulement ce statut"], en: ["status", "Only this status"] }, quoteStatusLabels)),
    trainee: optional(reference("trainee", { fr: ["stagiaire", "Seulement ce stagiaire"], en: ["trainee", "Only this trainee"] })),
    session: optional(reference("session", { fr: ["session", "Seulement cette session"], en: ["session", "Only this session"] })),
    search: optional(
      text({ fr: ["cherche", "Mot de l'intitulé ou de la référence"], en: ["search", "Word of the title or reference"] }, 80),
    ),
  },
  async run({ input, store, today, provider }) {
    const { status, trainee, session, search } = input;
    const quotes = await store.quotes.list({
      limit: most + 1,
      ...(status !== undefined && { status }),
      ...(trainee !== undefined && { traineeId: trainee.toUpperCase() }),
      ...(session !== undefined && { sessionReference: session.toUpperCase() }),
      ...(search !== undefined && { search }),
    });
    const shown = quotes.slice(0, most);
    const toRemind = shown.filter((quote) =>
      checkQuote({ quote, today, provider }).some((problem) => problem.code === "quote.candidate-reminder"),
    );
    const lines = [
      ...(shown.length === 0 ? [line("plain", "Aucun devis ne correspond.", "No quote matches.")] : []),
      ...(quotes.length > most
        ? [
            line(
              "muted",
              `Les ${most} derniers devis ; précisez un statut, un stagiaire ou un mot pour trouver les autres.`,
              `The latest ${most} quotes; give a status, a trainee or a word to find the others.`,
            ),
          ]
        : []),
      ...(toRemind.length > 0
        ? [
            line(
              "warning",
              `À relancer : ${references(toRemind)} (pas encore ${toRemind.length > 1 ? "validés" : "validé"} par le candidat).`,
              `To follow up: ${references(toRemind)} (not approved by the candidate yet).`,
            ),
          ]
        : []),
    ];
    return done({
      title: { fr: "Devis", en: "Quotes" },
      lines,
      ...(shown.length > 0 && { table: { columns, rows: shown.map(rowOf), open: { path: "devis voir", option: "reference" } } }),
      data: {
        quotes: shown.map(({ reference, status, version, scheme, traineeId, sessionReference }) => ({
          reference,
          status,
          version,
          scheme,
          traineeId,
          sessionReference,
        })),
      },
    });
  },
});

const columns = [
  { fr: "Référence", en: "Reference" },
  { fr: "Statut", en: "Status" },
  { fr: "Dispositif", en: "Scheme" },
  { fr: "Stagiaire", en: "Trainee" },
  { fr: "Début", en: "Start" },
  { fr: "Total", en: "Total" },
  { fr: "Formation", en: "Training" },
];

function rowOf(quote: Quote) {
  const { totalCents } = quoteTotals(quote);
  return [
    same(quote.reference),
    quoteStatusLabels[quote.status],
    schemeLabels[quote.scheme],
    same(quote.traineeId ?? "—"),
    quote.startsOn === undefined ? same("—") : { fr: formatDay(quote.startsOn), en: formatDay(quote.startsOn, "en") },
    { fr: formatCents(totalCents), en: formatCents(totalCents, "en") },
    same(quote.title ?? "—"),
  ];
}

function references(quotes: readonly Quote[]): string {
  return quotes.map((quote) => quote.reference).join(", ");
}
