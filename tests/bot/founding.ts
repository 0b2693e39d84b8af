/** Who types what to open a desk in order: a provider, a team, a session, a trainee. */
export const founding: readonly (readonly [string, string])[] = [
  ["rgc", "/organisme demarrer siret:99900014400017 nom:Atelier des Rives Formation"],
  [
    "rgc",
    "/organisme completer rue:12 rue des Chantiers code-postal:33300 ville:Bordeaux nda:75331234533 region:Nouvelle-Aquitaine attestation-tva:01/03/2021 qualiopi-fin:31/05/2028",
  ],
  ["rgc", "/acces accorder personne:coordinateur profil:coordinateur pédagogique motif:Sessions"],
  ["rgc", "/acces accorder personne:gestionnaire profil:gestionnaire de devis motif:Devis"],
  ["rgc", "/acces accorder personne:valideur profil:valideur motif:Validations"],
  ["rgc", "/acces accorder personne:assistant profil:assistant administratif motif:Téléphone"],
  [
    "coordinateur",
    "/session creer reference:SE-2026-014 intitule:Cariste CACES R489 debut:07/12/2026 fin:18/12/2026 heures-centre:70 h lieu:Bordeaux prix:1190 carif:75_SE00148712 formacode:31768 formacode-version:V14",
  ],
  ["gestionnaire", "/stagiaire ajouter prenom:Camille nom:Durand identifiant:10203040506"],
];
