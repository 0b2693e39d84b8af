import { readFileSync } from "node:fs";
import { writeCii } from "@kairos/core";
import { expect } from "vitest";
import { parseLine } from "../../../packages/bot/src/fronts/shared/line/parse-line.js";
import { done } from "../../../packages/bot/src/reply.js";
import { anElectronicInvoice } from "../../examples/electronic-invoice.js";
import { attend } from "../attended.js";
import { guild } from "../fronts/loopback.js";
import { png } from "../screenshot.js";
import { incidentDay } from "./incident-day.js";
import { invoicingDay, keepFor } from "./invoicing-day.js";
import { ids, type Name, type Scene } from "./scene.js";

/** A day of the team, every command at least once: what each person types, in order. */
export const day: readonly (readonly [Name, string])[] = [
  ["rgc", "/organisme demarrer siret:99900014400017 nom:Atelier des Rives Formation"],
  ["rgc", "/organisme completer rue:12 rue des Chantiers code-postal:33300 ville:Bordeaux nda:75331234533 region:Nouvelle-Aquitaine"],
  ["rgc", "/organisme completer attestation-tva:01/03/2021 qualiopi-fin:31/05/2028"],
  ["rgc", "/organisme regler parametre:aif-delai valeur:14"],
  ["rgc", "/organisme completer contact:Nadia Sellier courriel:contact@atelier-des-rives.example telephone:05 00 00 00 00"],
  ["rgc", "/organisme voir"],
  ["rgc", "/adhesion preparer suppleant:coordinateur"],
  ["rgc", "/adhesion etape etape:envoi"],
  ["rgc", "/adhesion portail adresse:https://portail.example"],
  ["rgc", "/adhesion statut"],
  ["rgc", "/acces accorder personne:coordinateur profil:coordinateur pédagogique motif:Sessions"],
  ["rgc", "/acces accorder personne:gestionnaire profil:gestionnaire de devis motif:Devis"],
  ["rgc", "/acces accorder personne:valideur profil:valideur motif:Validations"],
  ["rgc", "/acces accorder personne:assistant profil:assistant administratif motif:Téléphone"],
  ["rgc", "/acces retirer habilitation:H-0005"],
  ["rgc", "/acces voir"],
  ["rgc", "/acces expliquer personne:assistant droit:valider un devis"],
  ["rgc", "/acces compte personne:gestionnaire double-authentification:aujourd'hui"],
  ["rgc", "/acces profil nom:Accueil base:assistant administratif droits:consulter les sessions, consulter les devis"],
  ["rgc", "/acces profils"],
  ["rgc", "/acces depart personne:assistant motif:Fin de contrat"],
  ["rgc", "/acces revue"],
  ["rgc", "/acces decider habilitation:H-0001 decision:garder motif:Seule RGC"],
  ["rgc", "/acces decider habilitation:H-0002 decision:garder"],
  ["rgc", "/acces decider habilitation:H-0004 decision:garder"],
  ["rgc", "/acces cloturer"],
  ["rgc", "/acces rapport"],
  ["rgc", "/acces politique"],
  ["valideur", "/acces lien lien:https://kairos-connexion.test/"],
  ["assistant", "/aide"],
  [
    "coordinateur",
    "/session creer reference:SE-2026-014 intitule:Cariste CACES R489 debut:07/12/2026 fin:18/12/2026 heures-centre:70 h lieu:Bordeaux prix:1190 carif:75_SE00148712 formacode:31768 formacode-version:V14",
  ],
  ["coordinateur", "/session corriger reference:SE-2026-014 lieu:Bordeaux, salle 2"],
  ["coordinateur", "/session planning reference:SE-2026-014 semaine:lun-ven 9h-12h30 13h30-17h"],
  ["coordinateur", "/cours creer intitule:Cariste CACES R489 heures-centre:70 h prix:1190 formacode:31768 formacode-version:V14"],
  ["coordinateur", "/cours corriger reference:FO-0001 prix:1250"],
  ["coordinateur", "/cours voir reference:FO-0001"],
  ["coordinateur", "/cours liste"],
  ["coordinateur", "/session liste"],
  ["coordinateur", "/session visibilite reference:SE-2026-014 etape:prête"],
  ["coordinateur", "/session doublons"],
  ["coordinateur", "/assiduite rapprocher session:SE-2026-014 mois:12/2026"],
  ["coordinateur", "/session voir reference:SE-2026-014"],
  ["coordinateur", "/session calendrier reference:SE-2026-014"],
  ["coordinateur", "/assiduite feuille session:SE-2026-014"],
  ["coordinateur", "/assiduite attestation session:SE-2026-014 type:inscription"],
  ["coordinateur", "/rdv fichier semaine:07/12/2026"],
  ["coordinateur", "/session importer fichier:catalogue.xml"],
  ["coordinateur", "/session valider-import reference:IMP-0001"],
  ["coordinateur", "/session exporter format:lheo"],
  ["coordinateur", "/session annuler-import reference:IMP-0001"],
  ["gestionnaire", "/stagiaire ajouter prenom:Camille nom:Durand identifiant:10203040506"],
  ["gestionnaire", "/stagiaire corriger reference:T-0001 prenom:Camille-Rose"],
  ["gestionnaire", "/stagiaire liste"],
  ["coordinateur", "/session creer reference:SE-2026-002 intitule:Sécurité debut:09/11/2026 fin:10/11/2026 heures-centre:14 h"],
  ["coordinateur", "/session planning reference:SE-2026-002 semaine:lun-mar 9h-12h30 13h30-17h"],
  ["coordinateur", "/assiduite inscrire session:SE-2026-002 stagiaire:T-0001"],
  ["coordinateur", "/assiduite saisir session:SE-2026-002 jour:09/11/2026 matin sauf:T-0001 absent"],
  ["coordinateur", "/assiduite annuler-saisie session:SE-2026-002 jour:09/11/2026 matin"],
  [
    "coordinateur",
    "/assiduite corriger session:SE-2026-002 stagiaire:T-0001 jour:09/11/2026 matin statut:présent raison:Feuille retrouvée",
  ],
  ["coordinateur", "/assiduite historique session:SE-2026-002"],
  ["gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001"],
  ["gestionnaire", "/devis corriger reference:DEV-2026-0001 reprendre-session:oui"],
  ["gestionnaire", "/devis frais reference:DEV-2026-0001 libelle:Frais d'examen nature:annexe prix:120"],
  ["gestionnaire", "/devis financer reference:DEV-2026-0001 financeur:Région montant:100"],
  ["gestionnaire", "/devis annoncer reference:DEV-2026-0001 debut:07/12/2026"],
  ["gestionnaire", "/devis verifier reference:DEV-2026-0001"],
  ["gestionnaire", "/devis pdf reference:DEV-2026-0001"],
  ["gestionnaire", "/devis joindre reference:DEV-2026-0001 nature:programme fichier:programme.pdf"],
  ["gestionnaire", "/devis pieces reference:DEV-2026-0001"],
  ["gestionnaire", "/devis retirer-piece piece:P-0001"],
  ["gestionnaire", "/devis modele nom:cariste depuis:DEV-2026-0001"],
  ["gestionnaire", "/devis modeles"],
  ["gestionnaire", "/devis depuis-modele modele:cariste session:SE-2026-014 stagiaire:T-0001"],
  ["gestionnaire", "/devis annuler reference:DEV-2026-0002 motif:Doublon"],
  ["gestionnaire", "/devis soumettre reference:DEV-2026-0001"],
  ["valideur", "/devis approuver reference:DEV-2026-0001"],
  ["valideur", "/devis decision reference:DEV-2026-0001 decision:etude"],
  ["gestionnaire", "/devis creer dispositif:POEI session:SE-2026-014 stagiaire:T-0001"],
  ["gestionnaire", "/devis poei reference:DEV-2026-0003 forme:organisme de formation externe employeur:Logistique du Lez offre:182XYZ"],
  ["gestionnaire", "/devis liste"],
  ["gestionnaire", "/devis voir reference:DEV-2026-0001"],
  ["gestionnaire", "/devis historique reference:DEV-2026-0001"],
  ["gestionnaire", "/devis expirer reference:DEV-2026-0003"],
  ["coordinateur", "/assiduite carte session:SE-2026-014"],
  ["coordinateur", "/assiduite mois session:SE-2026-014 mois:12/2026"],
  ["coordinateur", "/assiduite cloturer session:SE-2026-014 mois:12/2026"],
  ["coordinateur", "/assiduite rouvrir session:SE-2026-014 mois:12/2026 raison:Feuille retrouvée"],
  ["coordinateur", "/assiduite mouvements"],
  ["coordinateur", "/assiduite declarer session:SE-2026-014 stagiaire:T-0001 mouvement:entrée"],
  ["coordinateur", "/rdv horaires personne:gestionnaire semaine:lun-ven 9h-12h30 13h30-17h30"],
  ["coordinateur", "/rdv libre candidat:T-0001 formateur:gestionnaire duree:45 min depuis:30/11/2026"],
  ["coordinateur", "/rdv proposer nature:suivi le:30/11/2026 heure:10h candidat:T-0001 formateur:gestionnaire"],
  ["coordinateur", "/rdv confirmer reference:RDV-2026-0001"],
  ["coordinateur", "/rdv deplacer reference:RDV-2026-0001 heure:14h"],
  ["coordinateur", "/rdv corriger reference:RDV-2026-0001 salle:A 2"],
  ["coordinateur", "/rdv voir reference:RDV-2026-0001"],
  ["gestionnaire", "/rdv jour le:30/11/2026"],
  ["gestionnaire", "/rdv semaine du:30/11/2026"],
  ["coordinateur", "/rdv liste"],
  ["coordinateur", "/rdv excuser reference:RDV-2026-0001"],
  ["coordinateur", "/rdv proposer nature:information le:16/11/2026 heure:8h formateur:gestionnaire places:8"],
  ["coordinateur", "/rdv inscrire reference:RDV-2026-0002 candidat:T-0001"],
  ["coordinateur", "/rdv absent reference:RDV-2026-0002"],
  ["coordinateur", "/rdv tenu reference:RDV-2026-0002"],
  ["coordinateur", "/rdv annuler reference:RDV-2026-0001"],
  ["coordinateur", "/session creer reference:SE-2026-020 intitule:Accueil debut:16/11/2026 fin:16/11/2026 heures-centre:3 h lieu:Bordeaux"],
  ["coordinateur", "/session planning reference:SE-2026-020 semaine:lun 9h-12h"],
  ["coordinateur", "/assiduite code session:SE-2026-020"],
  ["inconnu", "/assiduite emarger code:…"],
  [
    "coordinateur",
    "/assiduite joindre session:SE-2026-020 fichier:feuille.pdf du:16/11/2026 formateurs:coordinateur lieu:Bordeaux signataires:T-0001",
  ],
  ["coordinateur", "/assiduite feuilles session:SE-2026-020"],
  ["coordinateur", "/assiduite retirer-feuille feuille:FE-0001"],
  ["coordinateur", "/assiduite importer fichier:presences.csv"],
  ["coordinateur", "/assiduite valider-import reference:IMP-0002"],
  ["coordinateur", "/assiduite exporter session:SE-2026-001"],
  ["coordinateur", "/assiduite annuler-import reference:IMP-0002"],
  ...invoicingDay,
  ...incidentDay,
  ["rgc", "/organisme etablissement siret:99900014400025 nom:Atelier des Rives Pau"],
  ["rgc", "/journal chercher acte:devis"],
  ["rgc", "/journal droits"],
  ["rgc", "/journal exporter acte:acces"],
  ["gestionnaire", "/stagiaire ajouter prenom:Paul nom:Roussel"],
  ["rgc", "/donnees conservation etablissement:99900014400017"],
  ["rgc", "/donnees exporter stagiaire:T-0002"],
  ["rgc", "/donnees effacer stagiaire:T-0002"],
  ["rgc", "/journal verifier"],
  ["rgc", "/journal ancre"],
];

/** Before the session has begun, these are refused, with the reason. */
const tooEarly = /expirer|assiduite (cloturer|rouvrir|declarer)/;

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

const learner = { id: "T-0009", firstName: "Léa", lastName: "Marchand" };
/** Of a week that is over when the day begins. */
const week = { reference: "SE-2026-001", title: "Remise à niveau", startsOn: "2026-11-02", endsOn: "2026-11-06" };
const presences = Buffer.from("session;stagiaire;date;demi-journée;statut\nSE-2026-001;T-0009;02/11/2026;matin;présent\n");

const catalogue = readFileSync(new URL("../../../examples/catalogue-lheo.xml", import.meta.url));

export type Parsed = Extract<ReturnType<typeof parseLine>, { readonly ok: true }>;
export type Options = Parsed["options"];

/** Plays the day, each answer in private and in time, with other options and with more after a line if wanted. Returns the commands used. */
export async function spendDay(
  scene: Scene,
  locale: string,
  change: (parsed: Parsed) => Options = ({ options }) => options,
  after: (name: Name, parsed: Parsed) => Promise<void> = () => Promise.resolve(),
): Promise<ReadonlySet<string>> {
  const used = new Set<string>();
  let code = "";
  for (const [name, planned] of day) {
    const line = planned.replace("code:…", `code:${code}`);
    if (line.includes("emarger")) await letSignIn(scene, ids[name]);
    if (line.startsWith("/assiduite importer")) await attend(scene.desk, { session: week, people: [learner], workspace: guild });
    await keepFor(line, scene.desk);
    const person = scene.as(name, { locale, administrator: name === "rgc" });
    const parsed = parseLine(line, scene.desk.commands);
    if (!parsed.ok) throw new Error(line);
    used.add(parsed.path);
    const exchange = await person.slash(parsed.path, typed(change(parsed), scene));
    const { type, data } = exchange.acknowledged.body as { type: number; data?: { flags?: number } };
    expect([type, data?.flags], line).toEqual([parsed.path === "aide" ? 4 : 5, 64]);
    let shown = await exchange.shown();
    const [confirm] = shown.buttons.filter(({ label }) => label === "Confirmer" || label === "Confirm");
    if (confirm !== undefined) shown = await (await person.press(confirm.custom_id)).shown();
    code = /Code (\S{4}-\S{4})/.exec(shown.text)?.[1] ?? code;
    const refusals = tooEarly.test(line) ? /✖/ : /^(?!.*(?:⛔|pas pu terminer|could not finish))/;
    expect(shown.text, line).toMatch(refusals);
    expect((shown.body.embeds as { color: number }[])[0]?.color, `${line}\n${shown.text}`).toBe(
      tooEarly.test(line) || line.includes("acces lien") ? 0xc62828 : 0x2e7d32,
    );
    await after(name, parsed);
  }
  return used;
}

/** Somebody is the trainee of the day, and in its session. */
async function letSignIn({ desk }: Scene, person: string): Promise<void> {
  await desk.database.deliver({ workspace: guild, id: "enrolled", at: desk.now(), actor: "test", path: "" }, async (unit) => {
    const { trainees, enrolments } = unit.store("all");
    const trainee = await trainees.get("T-0001");
    if (trainee === undefined) throw new Error("no trainee");
    await trainees.save({ ...trainee, person });
    await enrolments.save({ sessionReference: "SE-2026-020", siret: trainee.siret, traineeId: trainee.id });
    return done({});
  });
}

/** As Discord hands them over: people picked from the server, files uploaded. */
export function typed(options: Readonly<Record<string, string>>, { discord }: Scene) {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      if (["personne", "suppleant", "formateur"].includes(name)) return [name, { user: ids[value as Name] }];
      const bytes =
        value === "facture.xml"
          ? Buffer.from(writeCii(anElectronicInvoice()))
          : value.endsWith(".xml")
            ? catalogue
            : value.endsWith(".csv")
              ? presences
              : value.endsWith(".png")
                ? png
                : pdf;
      if (name === "fichier" || name === "capture")
        return [name, { file: { filename: value, url: discord.upload(value, bytes), size: bytes.byteLength } }];
      return [name, name === "reprendre-session" || name === "capture-verifiee" ? true : value];
    }),
  );
}
