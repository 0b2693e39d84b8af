import type { Contact, incidentRefusals, Problem, ticketRules } from "@kairos/core";

type Remedy = (about: string, problem: Problem) => string | undefined;

/** What is asked again of each problem of a file, in the order of a form: a file comes last. */
const asked: Readonly<Partial<Record<keyof typeof ticketRules, readonly string[]>>> = {
  "ticket.user-id-missing": ["identifiant"],
  "ticket.time-missing": ["moment"],
  "ticket.time-in-future": ["moment"],
  "ticket.message-missing": ["message"],
  "ticket.action-missing": ["pas"],
  "ticket.secret-present": ["message", "pas"],
  "ticket.personal-data": ["message", "pas"],
  "ticket.browser-missing": ["navigateur"],
  "ticket.picture-unchecked": ["capture-verifiee"],
  "ticket.screenshot-missing": ["capture"],
};

/** One form for all that a file misses, and nothing else. */
export function completionOf(about: string, problems: readonly Problem[]): string {
  const codes = new Set<string>(problems.map(({ code }) => code));
  const names = Object.entries(asked).flatMap(([code, options]) => (codes.has(code) ? options : []));
  return [`/incident completer incident:${about}`, ...[...new Set(names)].map((name) => `${name}:…`)].join(" ");
}

const completing: Remedy = (about, problem) => completionOf(about, [problem]);

export const incidentRemedies: Readonly<Partial<Record<keyof typeof ticketRules | keyof typeof incidentRefusals, Remedy>>> = {
  ...Object.fromEntries(Object.keys(asked).map((code) => [code, completing])),
  "ticket.picture-unchecked": (about) => `/incident completer incident:${about} capture-verifiee:oui`,
  "ticket.wrong-channel": (about, { params }) =>
    `/incident completer incident:${about} destinataire:${(params as { advised: Contact }).advised}`,
};
