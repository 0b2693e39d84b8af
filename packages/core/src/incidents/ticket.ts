import type { Provider } from "../membership/index.js";
import { formatInstant, type Instant, type IsoDate } from "../shared/calendar.js";
import type { ReportDocument } from "../shared/report.js";
import { causes } from "./causes.js";
import { type Contact, contactLabels, type Incident, symptomLabels } from "./incident.js";
import type { CauseId } from "./triage.js";

/** What the desk adds by itself to what the person said: acts and references, never a name of a candidate. */
export interface TicketFacts {
  readonly incident: Incident;
  readonly provider: Provider;
  /** Who reports, and who manages the accounts of the establishment, as the team calls them. */
  readonly reporter: string;
  readonly managers: readonly string[];
  /** Last acts of the person in the desk around that time, the last first. */
  readonly acts: readonly { readonly at: Instant; readonly act: string; readonly object: string }[];
  readonly today: IsoDate;
}

/** An incident file: the same words in the text to paste, in the mail and on paper. In French, as support reads it. */
export interface Ticket {
  readonly to: Contact;
  readonly subject: string;
  readonly text: string;
  readonly report: ReportDocument;
}

/** Every field that the source article asks for, in the order support reads them. */
export const ticketFields = ["siret", "portalUser", "occurredAt", "message", "screenshot", "steps", "browser"] as const;

export function prepareTicket(facts: TicketFacts): Ticket {
  const { incident, provider, reporter, managers, acts, today } = facts;
  const to = incident.contact ?? adviceOf(incident);
  const subject = `[${incident.reference}] ${symptomLabels[incident.symptom].fr} · SIRET ${provider.siret}`;
  const identity: readonly Fact[] = [
    ["Établissement", provider.name],
    ["SIRET", provider.siret],
    ["Identifiant dans le portail", incident.portalUser],
    ["Signalé par", reporter],
    ["RGC", managers.join(", ") || undefined],
    ["Contact", [provider.contact.email, provider.contact.phone].filter(Boolean).join(" · ") || undefined],
  ];
  const incidence: readonly Fact[] = [
    [
      "Heure exacte",
      incident.occurredAt &&
        `${formatInstant(incident.occurredAt, incident.timeZone)} (${incident.timeZone}), soit ${formatInstant(incident.occurredAt, "UTC")} UTC`,
    ],
    ["Ce qui est constaté", symptomLabels[incident.symptom].fr],
    ["Navigateur", incident.browser],
    ["Devis", incident.quote],
    ["Session", incident.session],
    ["Capture d'écran", incident.screenshots.map(({ fileName }) => fileName).join(", ") || "aucune"],
  ];
  const trail = acts.map(({ at, act, object }) => `${formatInstant(at, incident.timeZone)} · ${act}${object === "" ? "" : ` · ${object}`}`);
  const sections: readonly Section[] = [
    { heading: "Qui", facts: identity },
    { heading: "Quand et où", facts: incidence },
    { heading: "Message affiché", paragraphs: linesOf(incident.message) },
    { heading: "Ce que la personne faisait, pas à pas", paragraphs: linesOf(incident.steps) },
    { heading: "Derniers actes connus autour de cette heure", items: trail },
    { heading: "Analyse", paragraphs: analysisOf(incident) },
  ];
  const told = sections.filter(
    (one) => (one.facts ?? []).some(([, value]) => value !== undefined) || (one.paragraphs?.length ?? 0) + (one.items?.length ?? 0) > 0,
  );
  return { to, subject, text: textOf(told, incident), report: reportOf(told, { incident, provider, today }) };
}

type Fact = readonly [label: string, value: string | undefined];

interface Section {
  readonly heading: string;
  readonly facts?: readonly Fact[];
  readonly paragraphs?: readonly string[];
  readonly items?: readonly string[];
}

function adviceOf({ cause }: Pick<Incident, "cause">): Contact {
  return cause !== undefined && Object.hasOwn(causes, cause) ? causes[cause as CauseId].contact : "technical-support";
}

function analysisOf({ cause }: Incident): readonly string[] {
  if (cause === undefined || !Object.hasOwn(causes, cause)) return [];
  const { label, tries } = causes[cause as CauseId];
  return [`Cause probable : ${label.fr}.`, `Déjà conseillé : ${tries.map(({ fr }) => fr).join(" ")}`];
}

function linesOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split("\n").filter((one) => one.trim() !== "");
}

function known(facts: readonly Fact[] = []): readonly (readonly [string, string])[] {
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
}

function textOf(sections: readonly Section[], { reference, contact, cause }: Incident): string {
  const to = contactLabels[contact ?? adviceOf({ cause })].fr;
  const body = sections.map(({ heading, facts, paragraphs = [], items = [] }) =>
    [
      heading.toUpperCase(),
      ...known(facts).map(([label, value]) => `${label} : ${value}`),
      ...paragraphs,
      ...items.map((item) => `- ${item}`),
    ].join("\n"),
  );
  return [`Dossier d'incident ${reference}, pour ${to}`, ...body].join("\n\n").concat("\n");
}

function reportOf(
  sections: readonly Section[],
  { incident, provider, today }: Pick<TicketFacts, "incident" | "provider" | "today">,
): ReportDocument {
  return {
    kind: "report",
    name: `incident-${incident.reference}`,
    title: `${incident.reference} : ${symptomLabels[incident.symptom].fr}`,
    genre: "Dossier d'incident",
    issuer: { name: provider.name, siret: provider.siret },
    issuedOn: today,
    facts: known(sections[0]?.facts).map(([label, value]) => ({ label, value })),
    sections: sections.slice(1).map(({ heading, facts, paragraphs, items }) => ({
      heading,
      ...(facts !== undefined && { items: known(facts).map(([label, value]) => `${label} : ${value}`) }),
      ...(paragraphs !== undefined && paragraphs.length > 0 && { paragraphs }),
      ...(items !== undefined && items.length > 0 && { items }),
    })),
    signatures: [],
  };
}
