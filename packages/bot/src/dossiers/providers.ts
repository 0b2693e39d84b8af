import { activityMention, checkProvider, formatDay, type IsoDate, type Provider, qualiopiCategoryLabels } from "@kairos/core";
import { done, type Reply, same } from "../reply.js";

/** The provider's record, and what the rules say of it today. */
export function providerCard(provider: Provider, today: IsoDate, details: Readonly<Record<string, string>> = {}): Reply {
  const { address, contact, qualiopi, agreement } = provider;
  const until = (day: IsoDate | undefined) =>
    day === undefined ? same("—") : { fr: `jusqu'au ${formatDay(day)}`, en: `until ${formatDay(day, "en")}` };
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
      { name: { fr: "Adhésion au portail", en: "Portal agreement" }, value: until(agreement?.endsOn) },
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
