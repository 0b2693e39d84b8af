import type { Label } from "@kairos/core";
import type { Answer } from "./dispatch.js";
import { type StoreFault, storeFaultOf } from "./store/store-fault.js";

/** What is answered when the desk itself could not: nothing was kept, and what to do now. */
export function failed(deliveryId: string, error: unknown): Answer {
  const trace = deliveryId.slice(-8);
  const text = sentences[storeFaultOf(error) ?? "unknown"](trace);
  return { outcome: "failed", reply: { outcome: "refused", lines: [{ tone: "bad", text }] }, files: [], visibility: "private", trace };
}

const sentences: Readonly<Record<StoreFault | "unknown", (trace: string) => Label>> = {
  full: (trace) => ({
    fr: `Le disque du serveur est plein : rien n'a été enregistré. Prévenez la personne qui gère Kairos (référence ${trace}) : elle doit y faire de la place. Refaites ensuite la même commande.`,
    en: `The server's disk is full: nothing was saved. Tell whoever runs Kairos (reference ${trace}): they must free some space. Then run the same command again.`,
  }),
  busy: (trace) => ({
    fr: `Les données de Kairos sont occupées, par une sauvegarde par exemple : rien n'a été enregistré. Réessayez dans une minute ; si cela recommence, donnez la référence ${trace} à la personne qui gère Kairos.`,
    en: `Kairos's data is busy, with a backup for instance: nothing was saved. Try again in a minute; if it happens again, give the reference ${trace} to whoever runs Kairos.`,
  }),
  disk: (trace) => ({
    fr: `Le disque du serveur ne répond pas comme il faut : rien n'a été enregistré. Prévenez la personne qui gère Kairos (référence ${trace}) : elle doit le vérifier. Refaites ensuite la même commande.`,
    en: `The server's disk does not answer as it should: nothing was saved. Tell whoever runs Kairos (reference ${trace}): they must check it. Then run the same command again.`,
  }),
  unreachable: (trace) => ({
    fr: `La base de données de Kairos ne répond pas. Attendez une minute, regardez si votre demande a été enregistrée, et refaites-la si elle ne l'est pas. Si cela recommence, donnez la référence ${trace} à la personne qui gère Kairos.`,
    en: `Kairos's database does not answer. Wait a minute, look whether your request was saved, and make it again if it was not. If it happens again, give the reference ${trace} to whoever runs Kairos.`,
  }),
  unknown: (trace) => ({
    fr: `Kairos n'a pas pu terminer, et rien n'a été enregistré. Réessayez ; si cela recommence, donnez la référence ${trace} à la personne qui gère Kairos.`,
    en: `Kairos could not finish, and nothing was saved. Try again; if it happens again, give the reference ${trace} to whoever runs Kairos.`,
  }),
};
