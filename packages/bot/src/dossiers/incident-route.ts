import { type CauseId, type Contact, causes, type Incident, type Provider, type Symptom } from "@kairos/core";
import type { CommandContext } from "../command.js";
import { given } from "../options.js";
import type { Told } from "./incident-options.js";

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "now" | "today">;

/** What an incident is about, as far as it is known. */
export interface About {
  readonly before: Incident;
  readonly provider: Provider;
  readonly symptom: Symptom;
  readonly quote?: string | undefined;
  readonly session?: string | undefined;
}

/** Why it happened and whom to write to: a recipient that somebody chose stays, another one follows the cause. */
export async function routeOf(desk: Desk, about: About, told: Partial<Told>): Promise<Pick<Incident, "cause" | "contact">> {
  const { before, symptom } = about;
  const isAnother = symptom !== before.symptom || before.cause === undefined;
  const cause = told.cause ?? (isAnother ? await causeOf(desk, about) : before.cause);
  const chosen = before.contact === advisedBy(before) ? undefined : before.contact;
  return given({ cause, contact: told.contact ?? chosen ?? advisedBy({ cause, symptom }) });
}

/** An incident without what follows from its cause. */
export function unrouted({ cause: _cause, contact: _contact, ...incident }: Incident): Incident {
  return incident;
}

/** The recipient of a cause; without one, that of a symptom whose causes all have the same. */
function advisedBy({ cause, symptom }: Pick<Incident, "cause" | "symptom">): Contact | undefined {
  if (cause !== undefined && Object.hasOwn(causes, cause)) return causes[cause as CauseId].contact;
  const [only, ...others] = new Set(
    Object.values(causes)
      .filter((row) => row.symptom === symptom)
      .map(({ contact }) => contact),
  );
  return others.length === 0 ? only : undefined;
}

/** The cause that fits what the desk knows, nobody being asked. Connected to the diagnosis when it is there. */
function causeOf(_desk: Desk, _about: About): Promise<CauseId | undefined> {
  return Promise.resolve(undefined);
}
