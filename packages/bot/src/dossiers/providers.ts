import {
  activityMention,
  addressOf,
  checkProvider,
  contactLabels,
  contacts,
  formatDay,
  type IsoDate,
  type Label,
  type Provider,
  qualiopiCategoryLabels,
  type VatRegime,
} from "@kairos/core";
import { both, done, type Reply, same } from "../reply.js";

/** The provider's record, and what the rules say of it today. */
export function providerCard(provider: Provider, today: IsoDate, details: Readonly<Record<string, string>> = {}): Reply {
  const { address, contact, qualiopi } = provider;
  const categories = qualiopi?.categories.map((category) => qualiopiCategoryLabels[category]) ?? [];
  return done({
    title: same(`${provider.name} · SIRET ${provider.siret}`),
    fields: [
      {
        name: { fr: "Adresse", en: "Address" },
        value: same(address === undefined ? "—" : `${address.street}, ${address.postalCode} ${address.city}`),
      },
      { name: { fr: "Activité", en: "Activity" }, value: same(activityMention(provider) ?? "—") },
      { name: { fr: "Qualiopi", en: "Qualiopi" }, value: until(qualiopi?.endsOn) },
      {
        name: { fr: "Catégories", en: "Categories" },
        value: { fr: categories.map(({ fr }) => fr).join(", ") || "—", en: categories.map(({ en }) => en).join(", ") || "—" },
      },
      { name: { fr: "TVA", en: "VAT" }, value: vatOf(provider) },
      { name: { fr: "Compte bancaire", en: "Bank account" }, value: bankOf(provider) },
      { name: { fr: "Réglages", en: "Settings" }, value: settingsOf(provider) },
      { name: { fr: "Adresses du support", en: "Addresses of support" }, value: supportOf(provider) },
      { name: { fr: "Adhésion au portail", en: "Portal agreement" }, value: agreementOf(provider) },
      {
        name: { fr: "Contact", en: "Contact" },
        value: same([contact.name, contact.email, contact.phone].filter(Boolean).join(" · ") || "—"),
      },
    ],
    problems: checkProvider({ provider, today }),
    data: { siret: provider.siret },
    trace: { object: provider.siret, details },
  });
}

function until(day: IsoDate | undefined): Label {
  return day === undefined ? same("—") : { fr: `jusqu'au ${formatDay(day)}`, en: `until ${formatDay(day, "en")}` };
}

/** An end that was computed is not shown as one that was read. */
export function agreementOf({ agreement }: Provider): Label {
  const { fr, en } = until(agreement?.endsOn);
  if (agreement?.assumed !== true) return { fr, en };
  return { fr: `${fr} (date supposée : vérifiez sur le courrier)`, en: `${en} (supposed: check on the letter)` };
}

/** Enough of the account to recognise it: the country and the last four. */
function bankOf({ bank }: Provider): Label {
  return same(bank === undefined ? "—" : `${bank.iban.slice(0, 4)} … ${bank.iban.slice(-4)}`);
}

function vatOf({ vatRegime, vatAttestationOn }: Provider): Label {
  if (vatRegime === undefined) return same("—");
  const { fr, en } = vatRegimeLabels[vatRegime];
  const since = vatAttestationOn === undefined ? undefined : [formatDay(vatAttestationOn), formatDay(vatAttestationOn, "en")];
  return since === undefined ? { fr, en } : { fr: `${fr}, attestation du ${since[0]}`, en: `${en}, certificate of ${since[1]}` };
}

/** How the desk speaks in a chat, and who may approve what they entered. */
function settingsOf({ settings: { chat, separationOfDuties } }: Provider): Label {
  const isOff = chat.digestAt === "off";
  return {
    fr: [
      `documents : ${chat.documents === "chat" ? "dans les réponses privées" : "dans le dossier"}`,
      `salon d'équipe : ${chat.staffChannel === undefined ? "aucun" : "réglé"}`,
      `résumé du jour : ${isOff ? "aucun" : chat.digestAt}`,
      `séparation des tâches : ${separationOfDuties === "required" ? "oui" : "non"}`,
    ].join(" · "),
    en: [
      `documents: ${chat.documents === "chat" ? "in private answers" : "in the folder"}`,
      `staff channel: ${chat.staffChannel === undefined ? "none" : "set"}`,
      `daily digest: ${isOff ? "none" : chat.digestAt}`,
      `separation of duties: ${separationOfDuties === "required" ? "yes" : "no"}`,
    ].join(" · "),
  };
}

/** Whom an incident can be sent to: only whether each address is set, for a channel may read it. */
function supportOf(provider: Provider): Label {
  return both((language) => {
    const isFrench = language === "fr";
    const [yes, no] = isFrench ? ["réglée", "à demander"] : ["set", "to be asked for"];
    return contacts
      .map((contact) => {
        const state = addressOf(contact, provider.settings) === undefined ? no : yes;
        return `${contactLabels[contact][language]}${isFrench ? " : " : ": "}${state}`;
      })
      .join(" · ");
  });
}

export const vatRegimeLabels: Readonly<Record<VatRegime, Label>> = {
  "exempt-training": { fr: "exonération formation", en: "training exemption" },
  "small-business": { fr: "franchise", en: "small-business exemption" },
  taxed: { fr: "assujetti", en: "taxable" },
};
