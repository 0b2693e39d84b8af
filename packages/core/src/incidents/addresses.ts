import type { Settings } from "../membership/index.js";
import type { Contact } from "./incident.js";

/** Where a helper is written to; nothing until the provider has recorded it: no address is known beforehand. */
export function addressOf(contact: Contact, { support }: Pick<Settings, "support">): string | undefined {
  return support[fields[contact]];
}

const fields = {
  "account-manager": "accountManager",
  "account-mailbox": "accountMailbox",
  "technical-support": "technicalSupport",
  "regional-base": "regionalBase",
  agency: "agency",
} as const satisfies Readonly<Record<Contact, string>>;
