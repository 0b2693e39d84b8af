import {
  inputRules,
  type Label,
  type Provider,
  parse,
  providerSchema,
  qualiopiCategories,
  qualiopiCategoryLabels,
  raise,
} from "@kairos/core";
import { command } from "../../command.js";
import { providerCard, vatRegimeLabels } from "../../dossiers/providers.js";
import { establishmentOption } from "../../establishment.js";
import type { InputOf } from "../../option.js";
import { choice, day, given, optional, text } from "../../options.js";
import { refused } from "../../reply.js";

const regions: Readonly<Record<NonNullable<Provider["activityRegion"]>, Label>> = Object.fromEntries(
  Object.entries({
    "01": "Guadeloupe",
    "02": "Martinique",
    "03": "Guyane",
    "04": "La Réunion",
    "06": "Mayotte",
    "11": "Île-de-France",
    "24": "Centre-Val de Loire",
    "27": "Bourgogne-Franche-Comté",
    "28": "Normandie",
    "32": "Hauts-de-France",
    "44": "Grand Est",
    "52": "Pays de la Loire",
    "53": "Bretagne",
    "75": "Nouvelle-Aquitaine",
    "76": "Occitanie",
    "84": "Auvergne-Rhône-Alpes",
    "93": "Provence-Alpes-Côte d'Azur",
    "94": "Corse",
  }).map(([code, name]) => [code, { fr: name, en: name }]),
) as Record<NonNullable<Provider["activityRegion"]>, Label>;

const options = {
  street: optional(text({ fr: ["rue", "Numéro et rue"], en: ["street", "Number and street"] }, 120)),
  postalCode: optional(text({ fr: ["code-postal", "Code postal"], en: ["postal-code", "Postal code"] }, 10)),
  city: optional(text({ fr: ["ville", "Ville"], en: ["city", "City"] }, 80)),
  activityNumber: optional(
    text(
      {
        fr: ["nda", "Numéro de déclaration d'activité (11 caractères)", "Numéro de déclaration d'activité (NDA)"],
        en: ["nda", "Activity number (11 characters)"],
      },
      30,
    ),
  ),
  activityRegion: optional(
    choice(
      { fr: ["region", "Région du préfet qui a enregistré l'organisme"], en: ["region", "Region of the registering prefect"] },
      regions,
    ),
  ),
  vatRegime: optional(choice({ fr: ["tva", "Régime de TVA"], en: ["vat", "VAT regime"] }, vatRegimeLabels)),
  vatAttestationOn: optional(
    day({ fr: ["attestation-tva", "Jour d'effet de l'attestation 3511"], en: ["vat-attestation", "VAT certificate 3511: effective date"] }),
  ),
  vatNumber: optional(
    text(
      {
        fr: ["numero-tva", "Numéro de TVA intracommunautaire, si l'organisme en a un", "Numéro de TVA, s'il y en a un"],
        en: ["vat-number", "VAT number, if the provider has one"],
      },
      20,
    ),
  ),
  iban: optional(text({ fr: ["iban", "IBAN où les factures sont payées"], en: ["iban", "IBAN where invoices are paid"] }, 50)),
  bic: optional(text({ fr: ["bic", "Code BIC de la banque"], en: ["bic", "BIC of the bank"] }, 20)),
  holder: optional(
    text(
      { fr: ["titulaire", "Titulaire du compte ; l'organisme par défaut"], en: ["holder", "Account holder; the provider by default"] },
      99,
    ),
  ),
  qualiopiEndsOn: optional(
    day({
      fr: ["qualiopi-fin", "Fin de validité de la certification Qualiopi"],
      en: ["qualiopi-end", "End of the Qualiopi certification"],
    }),
  ),
  qualiopiCategory: optional(
    choice(
      { fr: ["qualiopi-categorie", "Catégorie certifiée à ajouter"], en: ["qualiopi-category", "Certified category to add"] },
      qualiopiCategoryLabels,
    ),
  ),
  agreementEndsOn: optional(
    day({ fr: ["adhesion-fin", "Fin de l'adhésion au portail"], en: ["agreement-end", "End of the portal agreement"] }),
  ),
  contactName: optional(text({ fr: ["contact", "Personne à contacter"], en: ["contact", "Contact person"] }, 80)),
  email: optional(text({ fr: ["courriel", "Courriel de contact"], en: ["email", "Contact e-mail"] }, 120)),
  phone: optional(text({ fr: ["telephone", "Téléphone de contact"], en: ["phone", "Contact phone"] }, 30)),
  presentation: optional(
    text(
      {
        fr: ["presentation", "Une phrase sur l'organisme, imprimée sur les devis", "Présentation, imprimée sur les devis"],
        en: ["presentation", "A sentence about the provider, printed on quotes", "Presentation, printed on quotes"],
      },
      300,
    ),
  ),
  ...establishmentOption,
};

export default command({
  words: {
    fr: ["completer", "Complète la fiche de l'organisme : adresse, NDA, TVA, Qualiopi, banque"],
    en: ["complete", "Complete the provider's record: address, activity number, VAT, Qualiopi, bank"],
  },
  needs: "provider.manage",
  visibility: "private",
  form: [
    ["street", "postalCode", "city", "activityNumber", "activityRegion"],
    ["vatRegime", "vatAttestationOn", "qualiopiEndsOn", "qualiopiCategory", "agreementEndsOn"],
    ["contactName", "email", "phone", "presentation"],
    ["iban", "bic", "holder", "vatNumber"],
  ],
  example: "/organisme completer nda:76341234567 region:Occitanie",
  options,
  async known({ provider }) {
    if (provider === undefined) return {};
    const {
      address,
      contact,
      qualiopi,
      agreement,
      activityNumber,
      activityRegion,
      vatRegime,
      vatAttestationOn,
      vatNumber,
      presentation,
      bank,
    } = provider;
    return {
      ...given({ activityNumber, activityRegion, vatRegime, vatAttestationOn, vatNumber, presentation, ...address, ...bank }),
      ...given({ contactName: contact.name, email: contact.email, phone: contact.phone }),
      ...given({ qualiopiEndsOn: qualiopi?.endsOn, agreementEndsOn: agreement?.endsOn }),
    };
  },
  async run({ input: { establishment: _place, ...input }, provider, store, today }) {
    const names = Object.keys(given(input));
    if (provider === undefined || names.length === 0) return refused([raise(inputRules, "input.nothing-given", [], {})]);
    const completed = parse(providerSchema, merged(provider, input));
    if (!completed.ok) return refused(completed.problems);
    await store.providers.save(completed.value);
    return providerCard(completed.value, today, { change: names.join(" ") });
  },
});

function merged(provider: Provider, input: Omit<InputOf<typeof options>, "establishment">): object {
  const {
    street,
    postalCode,
    city,
    contactName,
    email,
    phone,
    qualiopiEndsOn,
    qualiopiCategory,
    agreementEndsOn,
    iban,
    bic,
    holder,
    ...direct
  } = input;
  const bank = given({ iban, bic, holder });
  const address = given({ street, postalCode, city });
  const contact = given({ name: contactName, email, phone });
  const categories = qualiopiCategories.filter(
    (category) => category === qualiopiCategory || provider.qualiopi?.categories.includes(category),
  );
  const qualiopi = given({ endsOn: qualiopiEndsOn, categories: categories.length > 0 ? categories : undefined });
  return {
    ...provider,
    ...given(direct),
    contact: { ...provider.contact, ...contact },
    ...(Object.keys(address).length > 0 && { address: { street: "", postalCode: "", city: "", ...provider.address, ...address } }),
    ...(Object.keys(bank).length > 0 && { bank: { ...provider.bank, ...bank } }),
    ...((qualiopiEndsOn ?? qualiopiCategory) !== undefined && { qualiopi: { ...provider.qualiopi, ...qualiopi } }),
    ...(agreementEndsOn !== undefined && { agreement: { ...given({ number: provider.agreement?.number }), endsOn: agreementEndsOn } }),
  };
}
