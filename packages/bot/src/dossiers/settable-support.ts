import type { Contact, Settings } from "@kairos/core";
import { same } from "../reply.js";
import { isNone } from "./list-options.js";
import { setting } from "./setting.js";
import { days, type SettingValue } from "./setting-values.js";

/** An e-mail address, or none while the provider does not have it. */
const address: SettingValue<string | undefined> = {
  expects: { fr: "une adresse : prenom.nom@exemple.fr, ou aucun", en: "an address: first.last@example.com, or none" },
  read: (typed) => {
    if (isNone(typed)) return { value: undefined };
    const value = typed.trim();
    return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]{2,}$/.test(value) ? { value } : undefined;
  },
  show: (value) => (value === undefined ? { fr: "aucun", en: "none" } : same(value)),
};

/** Where each helper is written to, one row each: the provider's to give, none is known beforehand. */
export const supportSettings = {
  "support-rgc": setting("adresse du RGC", "address of the account manager", address, (settings, accountManager) =>
    inSupport(settings, { accountManager }),
  ),
  "support-comptes": setting("adresse dédiée aux comptes", "mailbox for accounts", address, (settings, accountMailbox) =>
    inSupport(settings, { accountMailbox }),
  ),
  "support-technique": setting("adresse de l'assistance technique", "address of technical support", address, (settings, technicalSupport) =>
    inSupport(settings, { technicalSupport }),
  ),
  "support-carif": setting("adresse du Carif-Oref", "address of the Carif-Oref", address, (settings, regionalBase) =>
    inSupport(settings, { regionalBase }),
  ),
  "support-kairos": setting("adresse du correspondant Kairos", "address of the Kairos contact", address, (settings, agency) =>
    inSupport(settings, { agency }),
  ),
  "support-rappel": setting(
    "rappel d'un incident sans réponse",
    "reminder of an incident without an answer",
    days,
    (settings, reminderDays) => inSupport(settings, { reminderDays }),
  ),
  "support-captures": setting(
    "conservation des captures d'incident",
    "retention of screenshots of incidents",
    days,
    (settings, screenshotDays) => inSupport(settings, { screenshotDays }),
  ),
};

/** The row that records where each helper is written to. */
export const addressSettings: Readonly<Record<Contact, keyof typeof supportSettings>> = {
  "account-manager": "support-rgc",
  "account-mailbox": "support-comptes",
  "technical-support": "support-technique",
  "regional-base": "support-carif",
  agency: "support-kairos",
};

function inSupport(
  settings: Settings,
  support: { readonly [Name in keyof Settings["support"]]?: Settings["support"][Name] | undefined },
): object {
  return { ...settings, support: { ...settings.support, ...support } };
}
