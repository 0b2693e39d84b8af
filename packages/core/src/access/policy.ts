import type { Provider } from "../membership/index.js";
import { formatDay, type IsoDate } from "../shared/calendar.js";
import type { ReportDocument, ReportSection } from "../shared/report.js";
import { permissionLabels } from "./permissions.js";
import { type OwnProfile, profileIds, profiles } from "./profiles.js";

/** What the policy says of the provider: its settings, its managers, its own profiles. */
export interface PolicyFacts {
  readonly provider: Provider;
  readonly issuedOn: IsoDate;
  /** Those who manage grants, as they are called. */
  readonly managers: readonly string[];
  /** How many persons hold a right. */
  readonly people: number;
  readonly own: readonly OwnProfile[];
  readonly lastReviewOn: IsoDate | undefined;
  readonly nextReviewOn: IsoDate | undefined;
  /** Months the audit trail is kept. */
  readonly trailMonths: number;
}

/** The provider's minimal access policy, from what is really set: nothing is promised that the desk does not do. */
export function prepareAccessPolicy(facts: PolicyFacts): ReportDocument {
  const { provider, issuedOn, managers, nextReviewOn } = facts;
  return {
    kind: "report",
    name: `politique-acces-${provider.siret}`,
    genre: "Politique d'accès",
    title: "Politique minimale de gestion des habilitations",
    issuer: { name: provider.name, siret: provider.siret },
    issuedOn,
    facts: [
      { label: "Établie le", value: formatDay(issuedOn) },
      { label: managers.length > 1 ? "Responsables (RGC)" : "Responsable (RGC)", value: managers.join(", ") || "À nommer" },
      { label: "Prochaine revue", value: nextReviewOn === undefined ? "À fixer" : `avant le ${formatDay(nextReviewOn)}` },
    ],
    sections: [
      purpose(facts),
      managing,
      granting,
      leaving,
      defaults,
      ...ownProfiles(facts),
      duties(facts),
      review(facts),
      accounts(facts),
      trail(facts),
      links,
      incident,
    ],
    signatures: [
      { name: "La direction de l'organisme", expected: "Date et signature" },
      { name: "Le responsable de gestion de compte (RGC)", expected: "Date et signature" },
    ],
  };
}

function purpose({ provider, people, managers }: PolicyFacts): ReportSection {
  return {
    heading: "Objet",
    paragraphs: [
      `Cette politique dit qui peut faire quoi, pour ${provider.name} (SIRET ${provider.siret.replace(/^(\d{3})(\d{3})(\d{3})/, "$1 $2 $3 ")}), dans Kairos et dans le portail Kairos de France Travail. Elle s'applique à toute personne qui y accède : ${people} personne${people > 1 ? "s" : ""} aujourd'hui, dont ${managers.length} RGC.`,
      "En juillet 2025, le compte d'un seul organisme de formation a suffi à exposer les données de 340 000 demandeurs d'emploi. En 2026, la CNIL a sanctionné des habilitations trop larges et une journalisation insuffisante. D'où une règle simple : personne n'a de droit par défaut, et chacun reçoit ceux que son travail demande.",
    ],
  };
}

const managing: ReportSection = {
  heading: "Qui gère les droits",
  paragraphs: [
    "Le responsable de gestion de compte (RGC) accorde et retire les droits. Il le fait ici et dans GID Partenaires, de la même façon et le même jour. Personne ne s'accorde un droit à soi-même, et le dernier RGC ne peut pas être retiré.",
  ],
};

const granting: ReportSection = {
  heading: "Donner ou changer un droit",
  items: [
    "La personne, ou son responsable, demande au RGC le droit dont son travail a besoin et dit pourquoi.",
    "Le RGC choisit le profil le plus étroit qui suffit, pour un seul établissement, avec une raison écrite. Un besoin passager reçoit une date de fin : le droit s'éteint de lui-même.",
    "Un droit ne vaut jamais pour le passé.",
    "La personne reçoit ce qu'elle peut faire et ce qu'elle ne peut pas faire, en toutes lettres.",
    "Pour changer de droits, l'habilitation est retirée puis une autre est accordée : rien n'est effacé, le journal garde les deux.",
  ],
};

const leaving: ReportSection = {
  heading: "Retirer un droit, quitter l'organisme",
  items: [
    "Un droit dont le travail ne se sert plus est retiré le jour même.",
    "Qui quitte l'organisme perd tous ses droits d'un coup, au plus tard le jour de son départ : le RGC enregistre le départ ici et ferme le compte dans GID Partenaires.",
    "Une habilitation retirée reste lisible dans le journal ; elle ne donne plus rien.",
  ],
};

const defaults: ReportSection = {
  heading: "Les droits de chaque profil",
  table: {
    columns: [
      { title: "Profil", share: 1 },
      { title: "Ce qu'il permet, et rien d'autre", share: 3.2 },
    ],
    rows: profileIds.map((id) => [
      profiles[id].label.fr,
      profiles[id].permissions.map((permission) => permissionLabels[permission].fr).join(", "),
    ]),
  },
};

function ownProfiles({ own }: PolicyFacts): readonly ReportSection[] {
  if (own.length === 0) return [];
  const rows = own.map(({ id, name, base, permissions }) => [
    `${name} (${id})`,
    profiles[base].label.fr,
    permissions.map((permission) => permissionLabels[permission].fr).join(", "),
  ]);
  const columns = [
    { title: "Profil", share: 1 },
    { title: "Tiré de", share: 1 },
    { title: "Ce qu'il garde", share: 2.4 },
  ];
  return [{ heading: "Les profils propres à l'organisme", table: { columns, rows } }];
}

function duties({ provider }: PolicyFacts): ReportSection {
  return {
    heading: "Séparation des tâches",
    paragraphs: [
      provider.settings.separationOfDuties === "required"
        ? "Qui a saisi un devis n'en enregistre pas la validation ; qui a préparé une facture ne l'émet pas. Kairos refuse l'acte, et le refus est tracé."
        : "L'organisme ne compte qu'une personne : la séparation des tâches est levée, expressément. Le journal garde qui l'a levée et quand. Elle est rétablie dès qu'une seconde personne reçoit un droit.",
    ],
  };
}

function review({ provider, lastReviewOn, nextReviewOn }: PolicyFacts): ReportSection {
  const { reviewMonths, inactiveDays, endingDays } = provider.settings.access;
  const last = lastReviewOn === undefined ? "Aucune revue n'a encore été close." : `Dernière revue close le ${formatDay(lastReviewOn)}.`;
  const next = nextReviewOn === undefined ? "" : ` La prochaine est attendue avant le ${formatDay(nextReviewOn)}.`;
  return {
    heading: "Revue des habilitations",
    paragraphs: [
      `Tous les ${reviewMonths} mois, le RGC passe en revue chaque habilitation, garde, réduit ou retire, et signe un rapport. ${last}${next} Sont relevés :`,
    ],
    items: [
      `les comptes sans acte depuis plus de ${inactiveDays} jours ;`,
      "les droits d'agir dont leur titulaire ne s'est jamais servi ;",
      `les habilitations finies, ou qui finissent dans les ${endingDays} jours ;`,
      "les personnes parties, les comptes partagés, les droits accordés à soi-même ;",
      "la double authentification et les mots de passe d'administration.",
    ],
  };
}

function accounts({ provider }: PolicyFacts): ReportSection {
  const { managerPasswordMonths, userPasswordMonths } = provider.settings.access;
  return {
    heading: "Comptes et mots de passe",
    items: [
      "Un compte, une personne : aucun identifiant n'est partagé ni prêté.",
      "La double authentification est activée sur chaque compte ; le RGC note le jour où il l'a vérifiée.",
      `Qui gère les habilitations change son mot de passe au moins tous les ${managerPasswordMonths} mois.`,
      userPasswordMonths === undefined
        ? "Les autres ne le changent qu'en cas de doute : la CNIL ne conseille plus de renouvellement périodique (délibération 2022-100)."
        : `L'organisme a choisi de le faire changer aux autres tous les ${userPasswordMonths} mois, ce que la CNIL ne demande plus (délibération 2022-100).`,
      "Un mot de passe a au moins 12 caractères de quatre sortes, ou 14 de trois sortes, ou sept mots ; il ne sert qu'au portail.",
      "Aucun mot de passe ni identifiant du portail n'est demandé, écrit ou gardé dans Kairos.",
      "À chaque revue, le RGC rappelle ces règles à l'équipe.",
    ],
  };
}

function trail({ trailMonths }: PolicyFacts): ReportSection {
  return {
    heading: "Traçabilité",
    paragraphs: [
      `Chaque acte, chaque consultation et chaque refus est inscrit dans un journal chaîné, sans donnée personnelle de stagiaire, conservé ${trailMonths} mois. Une entrée changée, retirée ou ajoutée après coup se voit. Le RGC le vérifie (/journal verifier) et en relève l'empreinte (/journal ancre), gardée hors de Kairos : elle seule montre une fin coupée.`,
    ],
  };
}

const links: ReportSection = {
  heading: "Liens et courriels",
  items: [
    "L'adresse du portail se trouve dans le courrier de France Travail. Elle n'est ni publiée, ni envoyée, ni affichée dans un salon.",
    "On ouvre le portail depuis son propre favori, jamais depuis un lien reçu.",
    "Un lien qui ressemble au portail se vérifie d'abord : /acces lien, ou « Vérifier un lien » sur le message.",
  ],
};

const incident: ReportSection = {
  heading: "En cas de doute",
  items: [
    "Compte volé, mot de passe saisi sur un faux site, poste infecté : prévenir le RGC tout de suite, de vive voix.",
    "Le RGC retire les droits de la personne, fait bloquer le compte auprès de France Travail, puis relit le journal pour savoir ce qui a été consulté.",
    "Si des données de personnes ont pu être lues, le responsable de traitement examine s'il faut prévenir la CNIL et les personnes.",
  ],
};
