import type { Invoice } from "@kairos/core";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { openFoundedDesk } from "./desk.js";

export const customerLine =
  "/convention payeur siret:13000548100010 nom:France Travail rue:1 place des Exemples code-postal:75020 ville:Paris";
export const agreementLine =
  "/convention creer intitule:Cariste CACES R489 payeur:13000548100010 marche:2026-AFC-0417 lot:3 debut:01/11/2026 fin:31/10/2027 base:heure-stagiaire prix:17 €";
export const orderLine =
  "/commande creer convention:CONV-2026-0001 reference:BC-2026-118 session:SE-2026-014 stagiaires:10 date:05/11/2026";

/** A founded desk with a billing clerk, who has typed these lines. */
export async function openAgreementDesk(...lines: readonly string[]) {
  const desk = await openFoundedDesk();
  const type = (line: string, person = "facturation") => desk.type(person, line);
  const done = async (line: string, person?: string): Promise<Answer> => {
    const answer = await type(line, person);
    if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
    return answer;
  };
  let seeds = 0;
  /** Invoices that other commands would have issued. */
  const bill = async (...invoices: readonly Invoice[]): Promise<void> => {
    seeds += 1;
    const delivery = { workspace: "test", id: `bill-${seeds}`, at: desk.now(), actor: "lea", path: "seed" };
    await desk.database.deliver(delivery, async (unit) => {
      for (const invoice of invoices) await unit.store("all").invoices.save(invoice);
      return { outcome: "done" };
    });
  };
  await done("/acces accorder personne:facturation profil:chargé de facturation motif:Factures", "rgc");
  for (const line of lines) await done(line);
  return { desk, type, done, bill };
}

export type AgreementDesk = Awaited<ReturnType<typeof openAgreementDesk>>;
