import { addDays, formatDay, type IsoDate } from "@kairos/core";

/** Who works there, under ids as Discord gives them. */
export const cast = {
  rgc: "800000000000000001",
  coordinateur: "800000000000000002",
  gestionnaire: "800000000000000003",
  valideur: "800000000000000005",
  assistant: "800000000000000004",
  formateur: "800000000000000006",
  facturation: "800000000000000007",
  comptable: "800000000000000008",
  inconnu: "800000000000000009",
} as const;
export type Name = keyof typeof cast;
export const names = Object.keys(cast) as readonly Name[];
export const workspace = "900000000000000002";

/** One line that somebody means to type. */
export interface Step {
  readonly person: Name;
  readonly line: string;
  /** A file that goes with it, by its option. */
  readonly file?: readonly [string, string];
}

export const opening: readonly Step[] = [
  ["rgc", "/organisme demarrer siret:99900014400017 nom:Atelier des Rives Formation"],
  [
    "rgc",
    "/organisme completer rue:12 rue des Chantiers code-postal:33300 ville:Bordeaux nda:75331234533 region:Nouvelle-Aquitaine attestation-tva:01/03/2021 qualiopi-fin:31/05/2028 contact:Nadia Sellier courriel:contact@atelier-des-rives.example telephone:05 00 00 00 00 iban:FR76 3000 6000 0112 3456 7890 189 bic:AGRIFRPP",
  ],
  ...(
    [
      ["coordinateur", "coordinateur pédagogique"],
      ["gestionnaire", "gestionnaire de devis"],
      ["valideur", "valideur"],
      ["assistant", "assistant administratif"],
      ["formateur", "formateur"],
      ["facturation", "chargé de facturation"],
      ["comptable", "chargé de facturation"],
    ] as const
  ).map(([name, profile]) => ["rgc", `/acces accorder personne:${called(name)} profil:${profile} motif:Équipe`] as const),
  ["rgc", "/organisme regler parametre:resume-heure valeur:8h30"],
  ["rgc", "/organisme regler parametre:salon-equipe valeur:<#900000000000000003>"],
  ["rgc", "/organisme regler parametre:taux-bce valeur:2,15 % depuis 01/07/2026"],
  ["rgc", "/adhesion etape etape:déjà active le:15/10/2026 fin:14/10/2029"],
  ["facturation", "/convention payeur siret:13000548100010 nom:France Travail rue:1 place des Exemples code-postal:75020 ville:Paris"],
].map(([person, line]) => ({ person, line }) as Step);

/** What a person renews every year, or their commands would be refused one after the other. */
export function renewals(today: IsoDate): readonly Step[] {
  return [
    { person: "rgc", line: `/organisme completer qualiopi-fin:${formatDay(addDays(today, 1000))}` },
    {
      person: "rgc",
      line: `/organisme regler parametre:taux-bce valeur:2,15 % depuis ${today.slice(5) < "07-01" ? "01/01" : "01/07"}/${today.slice(0, 4)}`,
    },
  ];
}

/** As an option names somebody of the server. */
export function called(name: Name): string {
  return `<@${cast[name]}> ${name}`;
}
