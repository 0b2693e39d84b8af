import {
  checkTicket,
  type IncidentInput,
  incidentSchema,
  maskText,
  type Provider,
  parse,
  prepareTicket,
  say,
} from "@kairos/core/incidents";

interface Desk {
  readonly provider: Provider;
  /** Who must not be named in a mail to support. */
  readonly candidates: readonly { readonly firstName: string; readonly lastName: string }[];
  /** `2026-12-07T08:30:00.000Z` */
  readonly now: string;
}

/** From what somebody typed to a text that support can act upon, naming no candidate; or what is still missing, in words. */
export function ticketOf(input: IncidentInput, { provider, candidates, now }: Desk): { missing: readonly string[]; text?: string } {
  const masking = { people: candidates, spared: [provider.siret, input.portalUser ?? ""] };
  const safe = (text = "") => maskText(text, masking).text;
  const read = parse(incidentSchema, { ...input, message: safe(input.message), steps: safe(input.steps) });
  const problems = read.ok ? checkTicket({ incident: read.value, provider, now, masking }) : read.problems;
  const missing = problems.filter(({ severity }) => severity === "error").map((problem) => say(problem, "fr").what);
  if (!read.ok || missing.length > 0) return { missing };
  const facts = { incident: read.value, provider, reporter: input.reporter, managers: [], acts: [], today: now.slice(0, 10) };
  return { missing, text: prepareTicket(facts).text };
}
