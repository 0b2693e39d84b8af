import type { IsoDate } from "../shared/calendar.js";
import { type Siret, sirenOf } from "../shared/identifiers.js";
import type { Label } from "../shared/language.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../shared/rules.js";
import type { Membership } from "./membership.js";
import type { Provider } from "./provider.js";
import { checkProvider, type ProviderProblem } from "./rules.js";

/** An establishment on its way to the portal, on a day. */
export interface MembershipSituation {
  readonly provider: Provider;
  readonly membership?: Membership | undefined;
  /** The first establishment of the workspace. */
  readonly head?: Siret | undefined;
  readonly today: IsoDate;
}

const rule = ruleAbout<MembershipSituation>();

/** What France Travail knows of each member, and that the record may lack. */
export type ProviderField = "address" | "activityNumber" | "contactName" | "email" | "phone";

export const providerFieldLabels: Readonly<Record<ProviderField, Label>> = {
  address: { fr: "L'adresse de l'organisme", en: "The provider's address" },
  activityNumber: { fr: "Le numéro de déclaration d'activité (NDA)", en: "The activity number" },
  contactName: { fr: "La personne à contacter", en: "The contact person" },
  email: { fr: "Le courriel de contact", en: "The contact e-mail" },
  phone: { fr: "Le téléphone de contact", en: "The contact phone" },
};

export const membershipRules = {
  "org.field-missing": rule({
    severity: "error",
    source: "kairos-agreement",
    check: ({ provider }) => missingIn(provider).flatMap((field) => found([field], { field })),
    fr: ({ field }) => ({
      what: `${providerFieldLabels[field].fr} n'est pas renseigné${field === "address" || field === "contactName" ? "e" : ""}.`,
      why: "France Travail identifie l'organisme et son RGC par ces données.",
      mend: "Complétez la fiche de l'organisme.",
    }),
  }),
  "org.rgc-missing": rule({
    severity: "error",
    source: "kairos-access-chain",
    check: ({ membership }) => (membership?.manager === undefined ? found(["manager"], {}) : nothing),
    fr: () => ({
      what: "La demande d'adhésion ne nomme pas encore de RGC.",
      why: "France Travail attend un RGC nommé, qui donne ensuite les droits dans GID Partenaires.",
      mend: "Nommez une personne, une seule par SIRET.",
    }),
  }),
  "org.rgc-single": rule({
    severity: "warning",
    source: "desk-practice",
    check: ({ membership }) => (membership?.manager !== undefined && membership.deputy === undefined ? found(["deputy"], {}) : nothing),
    fr: () => ({
      what: "Le RGC n'a pas de suppléant.",
      why: "S'il est absent, personne d'autre ne suit l'adhésion ni les droits.",
      mend: "Nommez une seconde personne comme suppléant.",
    }),
  }),
  "org.rgc-deputy-same": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ membership }) =>
      membership?.manager !== undefined && membership.manager === membership.deputy ? found(["deputy"], {}) : nothing,
    fr: () => ({
      what: "Le RGC et son suppléant sont la même personne.",
      why: "Le suppléant sert quand le RGC n'est pas là.",
      mend: "Nommez une autre personne comme suppléant.",
    }),
  }),
  "org.establishment-other-siren": rule({
    severity: "warning",
    source: "insee-sirene",
    check: ({ provider, head }) =>
      head !== undefined && sirenOf(head) !== sirenOf(provider.siret)
        ? found(["siret"], { siren: sirenOf(provider.siret) as string, headSiren: sirenOf(head) as string })
        : nothing,
    fr: ({ siren, headSiren }) => ({
      what: `Cet établissement a le SIREN ${siren} ; le premier de cet espace a le SIREN ${headSiren}.`,
      why: "Les établissements d'un même organisme ont le même SIREN.",
      mend: "Vérifiez le SIRET ; pour un autre organisme, ouvrez plutôt un autre espace.",
    }),
  }),
};

export type MembershipProblem = ProblemOf<typeof membershipRules>;

const judge = judgeBy<MembershipSituation, typeof membershipRules>(membershipRules);

/** Judges the provider and its membership: what a request needs, and what is to be watched once it is active. */
export function checkMembership(situation: MembershipSituation): readonly (ProviderProblem | MembershipProblem)[] {
  return [...judge(situation), ...checkProvider(situation)];
}

function missingIn({ address, activityNumber, contact }: Provider): readonly ProviderField[] {
  const known = { address, activityNumber, contactName: contact.name, email: contact.email, phone: contact.phone };
  return (Object.keys(known) as ProviderField[]).filter((field) => (known[field] ?? "") === "" || hasGap(known[field]));
}

/** An address lacks something when one of its lines is empty. */
function hasGap(value: Provider["address"] | string): boolean {
  return typeof value === "object" && Object.values(value).some((part) => part === "");
}
