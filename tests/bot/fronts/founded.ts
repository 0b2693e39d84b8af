import { dayOf } from "@kairos/core";
import { systemClock } from "../../../packages/bot/src/fronts/console/clock.js";
import { consoleWorkspace, type Desk } from "../../../packages/bot/src/fronts/console/desk.js";
import type { Output } from "../../../packages/bot/src/fronts/shared/output.js";
import { openDesk, type TestDesk } from "../desk.js";

/** A founded desk as a console opens it, with a quote of each kind of news: one sound, one with mixed costs. */
export async function openConsoleDesk(documents: string): Promise<Desk & { readonly close: () => Promise<void> }> {
  const desk = await openDesk({ workspace: consoleWorkspace });
  for (const [person, line] of story) await typed(desk, person, line);
  const { commands, database, dispatch } = desk;
  return { commands, database, dispatch, clock: systemClock, dayOf, language: "fr", documents, close: desk.close };
}

export async function typed(desk: TestDesk, person: string, line: string): Promise<void> {
  const answer = await desk.type(person, line);
  if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply)}`);
}

/** What a front wrote, on each side. */
export function recorded(width = 100): Output & { readonly said: string[]; readonly remarked: string[] } {
  const said: string[] = [];
  const remarked: string[] = [];
  return { said, remarked, say: (line) => void said.push(line), remark: (line) => void remarked.push(line), colours: false, width };
}

export const story: readonly (readonly [string, string])[] = [
  ["rgc", "/organisme demarrer siret:99900014400017 nom:Atelier des Rives Formation"],
  [
    "rgc",
    "/organisme completer rue:12 rue des Chantiers code-postal:33300 ville:Bordeaux nda:75331234533 region:Nouvelle-Aquitaine qualiopi-fin:31/05/2028",
  ],
  ["rgc", "/organisme completer attestation-tva:01/03/2021"],
  ["rgc", "/acces accorder personne:coordinateur profil:coordinateur pédagogique motif:Sessions"],
  ["rgc", "/acces accorder personne:gestionnaire profil:gestionnaire de devis motif:Devis"],
  ["rgc", "/acces accorder personne:assistant profil:assistant administratif motif:Téléphone"],
  [
    "coordinateur",
    "/session creer reference:SE-2026-014 intitule:Cariste CACES R489 debut:07/12/2026 fin:18/12/2026 heures-centre:70 h prix:1190",
  ],
  [
    "coordinateur",
    "/session creer reference:SE-2026-015 intitule:Éveil à l'été debut:07/12/2026 fin:18/12/2026 heures-centre:70 h prix:1190",
  ],
  ["gestionnaire", "/stagiaire ajouter prenom:Camille nom:Durand identifiant:10203040506"],
  ["gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0001"],
  ["gestionnaire", "/devis frais reference:DEV-2026-0001 libelle:Frais d'examen prix:120 €"],
  ["gestionnaire", "/devis creer dispositif:AIF session:SE-2026-015 stagiaire:T-0001"],
];
