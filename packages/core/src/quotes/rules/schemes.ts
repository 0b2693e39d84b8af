import { formatDay } from "../../shared/calendar.js";
import { inForce } from "../../shared/dated.js";
import { found, nothing } from "../../shared/rules.js";
import { afprEndedOn } from "../figures.js";
import { rule } from "../situation.js";

/** Schemes met in files from outside that a quote can no longer, or never could, ask for. */
export const schemeRules = {
  "poei.scheme-obsolete": rule({
    severity: "error",
    source: "poei-2024",
    check: ({ quote, today }) => {
      const day = quote.startsOn ?? today;
      return quote.scheme === "afpr" && inForce(afprEndedOn, day) === true ? found(["scheme"], { day }) : nothing;
    },
    fr: ({ day }) => ({
      what: `L'AFPR n'existe plus depuis le 21 juin 2024, et ce devis commence le ${formatDay(day)}.`,
      why: "Elle a été fondue dans la POEI (décret 2024-561) : un devis AFPR est refusé.",
      mend: "Refaites le devis en POEI.",
    }),
  }),
  "poei.poec-not-here": rule({
    severity: "notice",
    source: "poec-centre-inffo",
    check: ({ quote }) => (quote.scheme === "poec" ? found(["scheme"], {}) : nothing),
    fr: () => ({
      what: "La POE collective (POEC) ne passe pas par un devis du portail Kairos.",
      why: "Elle est portée et financée par un OPCO.",
      mend: "Adressez-vous à l'OPCO de la branche.",
    }),
  }),
};
