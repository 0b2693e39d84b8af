import { readFile } from "node:fs/promises";
import type { TestDesk } from "./desk.js";

// Names that stand nowhere else, with an accent and a hyphen.
export const [first, last] = ["Zéphyrine", "Quercy-Valdor"];
export const account = "u-quercy-eleve";
export const traces = [/z[eé]phyrine/iu, /quercy[^\p{L}]{1,3}valdor/iu, /90807060504/, /u-quercy-eleve/];

/** Names found in the bytes of the file and of its log. */
export async function found(file: string): Promise<readonly string[]> {
  const bytes = await Promise.all([file, `${file}-wal`].map((one) => readFile(one).catch(() => Buffer.alloc(0))));
  const text = Buffer.concat(bytes).toString("utf8").normalize("NFC");
  return traces.filter((trace) => trace.test(text)).map(String);
}

export async function lines(desk: TestDesk, ...typed: readonly (readonly [string, string])[]): Promise<void> {
  for (const [person, line] of typed) {
    const { outcome, reply } = await desk.type(person, line);
    if (outcome !== "done") throw new Error(`${line}: ${JSON.stringify(reply.problems)}`);
  }
}

/** A trainee named wherever a person may be: record, notes, a submitted document, a file and its name, an address, an incident, a draft, answers. */
export async function nameEverywhere(desk: TestDesk): Promise<void> {
  const pdf = Buffer.from(`%PDF-1.4\n% ${first} ${last}\n%%EOF\n`);
  await lines(
    desk,
    ["gestionnaire", `/stagiaire ajouter prenom:${first} nom:${last} identifiant:90807060504`],
    ["gestionnaire", `/stagiaire corriger reference:T-0002 compte:${account}`],
    ["gestionnaire", "/devis creer dispositif:AIF session:SE-2026-014 stagiaire:T-0002"],
    ["gestionnaire", `/devis corriger reference:DEV-2026-0001 notes:"Rappeler ${first} lundi"`],
    [
      "coordinateur",
      `/rdv proposer nature:"entretien d'orientation" le:30/11/2026 heure:10h duree:"45 min" candidat:T-0002 lieu:"Chez ${last} ${first}"`,
    ],
    [
      "gestionnaire",
      `/incident ouvrir message:page blanche pas:"J'ouvre le devis, puis page blanche" moment:"il y a 10 minutes" identifiant:LM01`,
    ],
  );
  const file = { name: `cv_${last}_Zephyrine.pdf`, bytes: new Uint8Array(pdf) };
  const joined = await desk.type("gestionnaire", `/devis joindre reference:DEV-2026-0001 nature:second devis fichier:${file.name}`, {
    fichier: file,
  });
  if (joined.outcome !== "done") throw new Error(JSON.stringify(joined.reply.problems));
  await desk.type("gestionnaire", "/devis soumettre reference:DEV-2026-0001");
  const draft = { id: "d-1", at: desk.now(), actor: "gestionnaire", path: "stagiaire corriger", values: { nom: last } };
  await desk.database.drafts.begin("test", draft as never);
  await desk.type("gestionnaire", "/stagiaire liste");
}
