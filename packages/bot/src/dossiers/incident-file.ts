import { type AuditEntry, type IncidentSituation, isInForce, laterBy, prepareTicket, type Siret, type Ticket } from "@kairos/core";
import type { CommandContext } from "../command.js";
import { given } from "../options.js";
import { line, type NextStep, type Reply, type ReplyLine } from "../reply.js";
import { actOf } from "./acts.js";
import { recipientOf } from "./incidents.js";
import { namesIn } from "./people.js";
import { addressSettings } from "./settable-support.js";

export type FileDesk = Pick<CommandContext<unknown>, "store" | "today" | "commands" | "may">;

/** The file of an incident as it leaves: a text to paste, the paper, and a mail that holds it with the screenshots. */
export type IncidentFile = Required<Pick<Reply, "lines" | "texts" | "documents" | "mails" | "next">>;

export async function incidentFile(desk: FileDesk, { incident, provider }: IncidentSituation): Promise<IncidentFile> {
  const { store, today, commands, may } = desk;
  const names = await namesIn(store);
  const reporter = names.get(incident.reporter) ?? incident.reporter;
  const managers = (await managersIn(desk, incident.siret)).map((person) => names.get(person) ?? person);
  const acts = (await actsAround(desk, { incident })).map(({ at, act, object }) => ({
    at,
    act: actOf(act, commands).fr,
    object: isReference(object) ? object : "",
  }));
  const ticket = prepareTicket({ incident, provider, reporter, managers, acts, today });
  const { reference, screenshots } = incident;
  const document = { fileName: `${reference}.pdf`, document: ticket.report };
  const { address } = recipientOf(ticket.to, provider);
  const mail = { fileName: `${reference}.eml`, ...given({ to: address }), subject: ticket.subject, text: ticket.text };
  const pictures = screenshots.map(({ fileName, digest }) => ({ fileName, digest }));
  return {
    lines: [readyLine(ticket, provider, address)],
    texts: [{ fileName: `${reference}.txt`, text: ticket.text }],
    documents: [document],
    mails: [{ ...mail, attachments: [document, ...pictures] }],
    next: address === undefined ? recordAddress(ticket, may("provider.manage", incident.siret)) : [],
  };
}

/** Who keeps the accounts of an establishment today. */
async function managersIn({ store, today }: FileDesk, siret: Siret): Promise<readonly string[]> {
  const grants = await store.grants.list();
  const managing = grants.filter((grant) => grant.siret === siret && grant.profile === "rgc" && isInForce(grant, today));
  return [...new Set(managing.map(({ person }) => person))];
}

/** What the person did in the desk within half an hour of it, the last first: acts and references, as the trail has them. */
async function actsAround({ store }: FileDesk, { incident }: Pick<IncidentSituation, "incident">): Promise<readonly AuditEntry[]> {
  const { occurredAt, reporter } = incident;
  if (occurredAt === undefined) return [];
  const around = { from: laterBy(occurredAt, -minutesAround), before: laterBy(occurredAt, minutesAround + 1) };
  const found = await store.audit.search({ actor: reporter, ...around, limit: 60 });
  return found.filter(({ act }) => !act.startsWith("incident.")).slice(0, mostActs);
}

const minutesAround = 30;
const mostActs = 10;

/** `DEV-2026-0001`, `T-0001`: what stands for a thing, never its name nor somebody's account. */
function isReference(object: string): boolean {
  return /^[A-Z]{1,6}-[A-Z0-9-]{1,30}$/.test(object);
}

function readyLine({ to }: Ticket, provider: IncidentSituation["provider"], address: string | undefined): ReplyLine {
  const { label } = recipientOf(to, provider);
  return address === undefined
    ? line(
        "warning",
        `Dossier prêt pour ${label.fr}, dont l'adresse n'est pas enregistrée : le courriel est sans destinataire. Demandez-la au RGC.`,
        `File ready for ${label.en}, whose address is not recorded: the mail has no recipient. Ask the account manager (RGC) for it.`,
      )
    : line(
        "good",
        `Dossier prêt pour ${label.fr} (${address}) : ouvrez le courriel, relisez-le, envoyez-le.`,
        `File ready for ${label.en} (${address}): open the mail, read it, send it.`,
      );
}

function recordAddress({ to }: Ticket, mayRecord: boolean): readonly NextStep[] {
  if (!mayRecord) return [];
  return [
    {
      text: { fr: "Enregistrer l'adresse, une fois pour toutes", en: "Record the address, once and for all" },
      command: `/organisme regler parametre:${addressSettings[to]} valeur:…`,
    },
  ];
}
