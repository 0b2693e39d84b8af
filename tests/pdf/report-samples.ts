import type { ReportDocument, ReportSection } from "@kairos/core";

const issuer = { name: "Horizon Formation Métropole", siret: "35600000000048" };

/** The report of an access review, as core would prepare it: twelve grants, what was remarked and decided. */
export function aReviewReport(changes: Partial<ReportDocument> = {}): ReportDocument {
  return {
    kind: "report",
    name: "revue-R-0001",
    genre: "Revue des habilitations",
    title: "R-0001",
    issuer,
    issuedOn: "2026-11-26",
    facts: [
      { label: "Ouverte le", value: "16/11/2026" },
      { label: "Close le", value: "26/11/2026" },
      { label: "Close par", value: "Claire Fontaine" },
      { label: "Prochaine revue", value: "avant le 26/05/2027" },
    ],
    sections: [
      {
        heading: "Ce qui a été décidé",
        paragraphs: [
          "12 habilitations revues : 3 retirées, 2 réduites, les autres gardées. Une habilitation sans remarque ni décision est gardée par la clôture.",
        ],
        table: aReviewTable(reviewRows),
      },
      {
        heading: "Remarques sur l'établissement",
        items: [
          "Un seul RGC est en place : personne ne peut le remplacer s'il s'absente. Nommer un second RGC, ici et dans GID Partenaires.",
          "Le mot de passe d'administration date de plus de douze mois. Le changer dans GID Partenaires et noter le jour.",
        ],
      },
      {
        heading: "Comment lire ce rapport",
        paragraphs: [
          "Un compte est dit dormant quand son titulaire n'a fait aucun acte dans Kairos depuis le délai réglé par l'organisme. Un droit est dit de trop quand il permet d'agir et que son titulaire ne s'en est jamais servi, aussi loin que le journal est conservé.",
          "Retirer ou réduire une habilitation ici n'ouvre ni ne ferme rien dans le portail : le RGC y fait le même changement dans GID Partenaires.",
        ],
      },
    ],
    signatures: [{ name: "Le responsable de gestion de compte (RGC)", expected: "Date et signature" }],
    ...changes,
  };
}

/** The columns of a review, with these rows. */
export function aReviewTable(rows: readonly (readonly string[])[]): NonNullable<ReportSection["table"]> {
  return {
    columns: [
      { title: "N°", share: 1 },
      { title: "Personne", share: 1.6 },
      { title: "Profil", share: 1.8 },
      { title: "Depuis", share: 1.1 },
      { title: "Remarques", share: 4 },
      { title: "Décision", share: 2 },
    ],
    rows,
  };
}

const kept = "Gardée, par Claire Fontaine le 24/11/2026.";

export const reviewRows: readonly (readonly string[])[] = [
  [
    "H-0001",
    "Claire Fontaine",
    "Gestion de compte (RGC)",
    "01/09/2024",
    "Double authentification non vérifiée depuis plus de six mois.",
    kept,
  ],
  ["H-0002", "Karim Haddad", "Coordination", "01/09/2024", "Aucune.", kept],
  [
    "H-0003",
    "Sophie Marchand-Delacroix",
    "Saisie des devis",
    "12/01/2025",
    "Compte dormant : aucun acte depuis le 03/06/2026 (176 jours, pour 90 réglés). Droit de trop : « préparer une facture » n'a jamais servi.",
    "Retirée, par Claire Fontaine le 24/11/2026. Motif : a changé de service en juin, le droit ne lui sert plus.",
  ],
  ["H-0004", "Thomas Nguyen", "Validation", "12/01/2025", "Aucune.", kept],
  [
    "H-0005",
    "Accueil Villeurbanne",
    "Saisie des devis",
    "03/03/2025",
    "Compte partagé : le nom ne désigne pas une personne. Les actes ne peuvent être rattachés à personne.",
    "Retirée, par Claire Fontaine le 24/11/2026. Motif : compte partagé ; deux habilitations nominatives ont été accordées à la place.",
  ],
  ["H-0006", "Amélie Roux", "Lecture", "03/03/2025", "Aucune.", kept],
  [
    "H-0007",
    "Jean-Baptiste de La Fressange",
    "Coordination",
    "17/06/2025",
    "Droits de trop : « accorder une habilitation », « retirer une habilitation », « régler l'organisme » et « publier une réponse dans un salon » n'ont jamais servi depuis que le journal est conservé. Double authentification non vérifiée.",
    "Réduite (H-0015), par Claire Fontaine le 25/11/2026. Motif : saisie des devis seulement.",
  ],
  ["H-0008", "Inès Benali", "Saisie des devis", "01/09/2025", "Finit le 31/12/2026, dans 35 jours.", kept],
  ["H-0009", "Marc Lefèvre", "Lecture", "01/09/2025", "Finie depuis le 31/08/2026.", "Finie d'elle-même"],
  [
    "H-0010",
    "Nathalie Okafor",
    "Validation",
    "05/01/2026",
    "Partie le 30/09/2026 : l'habilitation est encore ouverte dans GID Partenaires.",
    "Retirée, par Claire Fontaine le 24/11/2026. Motif : départ.",
  ],
  [
    "H-0011",
    "Youssef El Amrani",
    "Assistance",
    "05/01/2026",
    "Droit de trop : « écrire à l'assistance » n'a jamais servi.",
    "Réduite (H-0016), par Claire Fontaine le 25/11/2026.",
  ],
  ["H-0012", "Louise Petit", "Saisie des devis", "02/11/2026", "Aucune.", kept],
];

/** As many grants as one likes, with remarks of every length up to some 400 letters. */
export function manyGrants(count: number): readonly (readonly string[])[] {
  const remarks = "compte dormant depuis cent vingt jours, droits de trop jamais employés, double authentification à vérifier ; ".repeat(4);
  return Array.from({ length: count }, (_, index) => {
    const [, person = "", profile = "", from = ""] = reviewRows[index % reviewRows.length] ?? [];
    const number = `H-${String(index + 1).padStart(4, "0")}`;
    return [number, person, profile, from, `Constat-${index + 1}. ${remarks}`.slice(0, 14 + ((index * 53) % 390)), kept];
  });
}

/** The provider's access policy: twelve sections of paragraphs and lists, and a table of rights. */
export function anAccessPolicy(changes: Partial<ReportDocument> = {}): ReportDocument {
  return {
    kind: "report",
    name: "politique-acces-35600000000048",
    genre: "Politique d'accès",
    title: "Politique minimale de gestion des habilitations",
    issuer,
    issuedOn: "2026-11-26",
    facts: [
      { label: "Établie le", value: "26/11/2026" },
      { label: "Responsables (RGC)", value: "Claire Fontaine, Karim Haddad" },
      { label: "Prochaine revue", value: "avant le 26/05/2027" },
    ],
    sections: policySections,
    signatures: [
      { name: "La direction de l'organisme", expected: "Date et signature" },
      { name: "Le responsable de gestion de compte (RGC)", expected: "Date et signature" },
    ],
    ...changes,
  };
}

const policySections: readonly ReportSection[] = [
  {
    heading: "Objet",
    paragraphs: [
      "Cette politique dit qui peut faire quoi, pour Horizon Formation Métropole (SIRET 35600000000048), dans Kairos et dans le portail Kairos de France Travail. Elle s'applique à toute personne qui y accède : 12 personnes aujourd'hui, dont 2 RGC.",
      "Une règle simple : personne n'a de droit par défaut, et chacun reçoit ceux que son travail demande.",
    ],
  },
  {
    heading: "Qui gère les droits",
    paragraphs: [
      "Le responsable de gestion de compte (RGC) accorde et retire les droits. Il le fait ici et dans GID Partenaires, de la même façon et le même jour. Personne ne s'accorde un droit à soi-même, et le dernier RGC ne peut pas être retiré.",
    ],
  },
  {
    heading: "Donner ou changer un droit",
    items: [
      "La personne, ou son responsable, demande au RGC le droit dont son travail a besoin et dit pourquoi.",
      "Le RGC choisit le profil le plus étroit qui suffit, pour un seul établissement, avec une raison écrite. Un besoin passager reçoit une date de fin : le droit s'éteint de lui-même.",
      "Un droit ne vaut jamais pour le passé.",
      "La personne reçoit ce qu'elle peut faire et ce qu'elle ne peut pas faire, en toutes lettres.",
      "Pour changer de droits, l'habilitation est retirée puis une autre est accordée : rien n'est effacé, le journal garde les deux.",
    ],
  },
  {
    heading: "Retirer un droit, quitter l'organisme",
    items: [
      "Un droit dont le travail ne se sert plus est retiré le jour même.",
      "Qui quitte l'organisme perd tous ses droits d'un coup, au plus tard le jour de son départ : le RGC enregistre le départ ici et ferme le compte dans GID Partenaires.",
      "Une habilitation retirée reste lisible dans le journal ; elle ne donne plus rien.",
    ],
  },
  {
    heading: "Les droits de chaque profil",
    table: {
      columns: [
        { title: "Profil", share: 1 },
        { title: "Ce qu'il permet, et rien d'autre", share: 3.2 },
      ],
      rows: [
        ["Lecture", "lire un devis, lire une session, lire un stagiaire"],
        [
          "Saisie des devis",
          "lire un devis, saisir un devis, corriger un devis, joindre une pièce, lire une session, lire un stagiaire, saisir un stagiaire",
        ],
        ["Validation", "lire un devis, valider un devis, publier une réponse dans un salon, lire une session, lire un stagiaire"],
        [
          "Coordination",
          "lire un devis, saisir un devis, corriger un devis, annuler un devis, saisir une session, corriger une session, saisir un stagiaire, publier une réponse dans un salon",
        ],
        [
          "Gestion de compte (RGC)",
          "accorder une habilitation, retirer une habilitation, régler l'organisme, lire le journal, vérifier le journal",
        ],
        ["Assistance", "écrire à l'assistance, lire une session"],
      ],
    },
  },
  {
    heading: "Les profils propres à l'organisme",
    table: {
      columns: [
        { title: "Profil", share: 1 },
        { title: "Tiré de", share: 1 },
        { title: "Ce qu'il garde", share: 2.4 },
      ],
      rows: [["Accueil (accueil)", "Saisie des devis", "lire un devis, lire une session"]],
    },
  },
  {
    heading: "Séparation des tâches",
    paragraphs: [
      "Qui a saisi un devis n'en enregistre pas la validation ; qui a préparé une facture ne l'émet pas. Kairos refuse l'acte, et le refus est tracé.",
    ],
  },
  {
    heading: "Revue des habilitations",
    paragraphs: [
      "Tous les 6 mois, le RGC passe en revue chaque habilitation, garde, réduit ou retire, et signe un rapport. Aucune revue n'a encore été close. Sont relevés :",
    ],
    items: [
      "les comptes sans acte depuis plus de 90 jours ;",
      "les droits d'agir dont leur titulaire ne s'est jamais servi ;",
      "les habilitations finies, ou qui finissent dans les 45 jours ;",
      "les personnes parties, les comptes partagés, les droits accordés à soi-même ;",
      "la double authentification et les mots de passe d'administration.",
    ],
  },
  {
    heading: "Comptes et mots de passe",
    items: [
      "Un compte, une personne : aucun identifiant n'est partagé ni prêté.",
      "La double authentification est activée sur chaque compte ; le RGC note le jour où il l'a vérifiée.",
      "Qui gère les habilitations change son mot de passe au moins tous les 12 mois.",
      "Un mot de passe a au moins 12 caractères de quatre sortes, ou 14 de trois sortes, ou sept mots ; il ne sert qu'au portail.",
      "Aucun mot de passe ni identifiant du portail n'est demandé, écrit ou gardé dans Kairos.",
    ],
  },
  {
    heading: "Traçabilité",
    paragraphs: [
      "Chaque acte, chaque consultation et chaque refus est inscrit dans un journal chaîné, sans donnée personnelle de stagiaire, conservé 12 mois. Une entrée changée, retirée ou ajoutée après coup se voit.",
    ],
  },
  {
    heading: "Liens et courriels",
    items: [
      "L'adresse du portail se trouve dans le courrier de France Travail. Elle n'est ni publiée, ni envoyée, ni affichée dans un salon.",
      "On ouvre le portail depuis son propre favori, jamais depuis un lien reçu.",
    ],
  },
  {
    heading: "En cas de doute",
    items: [
      "Compte volé, mot de passe saisi sur un faux site, poste infecté : prévenir le RGC tout de suite, de vive voix.",
      "Le RGC retire les droits de la personne, fait bloquer le compte auprès de France Travail, puis relit le journal pour savoir ce qui a été consulté.",
      "Si des données de personnes ont pu être lues, le responsable de traitement examine s'il faut prévenir la CNIL et les personnes.",
    ],
  },
];
