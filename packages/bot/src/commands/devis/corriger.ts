import { inputRules, modalityLabels, type Quote, raise, type Session, success } from "@kairos/core";
import { command } from "../../command.js";
import { changeAndAnswer } from "../../dossiers/quotes.js";
import { choice, day, duration, given, type InputOf, optional, reference, text, yesOrNo } from "../../options.js";
import { refused } from "../../reply.js";

const options = {
  reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
  fromSession: optional(
    yesOrNo({
      fr: ["reprendre-session", "Reprend intitulé, dates, heures et lieu de la session", "Reprendre ce que dit la session"],
      en: ["from-session", "Take title, dates, hours and place from the session", "Take what the session says"],
    }),
  ),
  title: optional(text({ fr: ["intitule", "Intitulé exact de la formation"], en: ["title", "Exact title of the training"] }, 255)),
  startsOn: optional(day({ fr: ["debut", "Premier jour : 07/12/2026"], en: ["start", "First day"] })),
  endsOn: optional(day({ fr: ["fin", "Dernier jour : 18/12/2026"], en: ["end", "Last day"] })),
  centreMinutes: optional(duration({ fr: ["heures-centre", "Heures en centre"], en: ["centre-hours", "Hours in the centre"] })),
  companyMinutes: optional(duration({ fr: ["heures-entreprise", "Heures en entreprise"], en: ["company-hours", "Hours in a company"] })),
  distanceMinutes: optional(duration({ fr: ["heures-distance", "Heures à distance"], en: ["distance-hours", "Hours at a distance"] })),
  hoursReason: optional(
    text(
      {
        fr: ["motif-heures", "Pourquoi les heures ne sont pas celles de la session", "Pourquoi des heures différentes"],
        en: ["hours-reason", "Why the hours are not the session's"],
      },
      200,
    ),
  ),
  place: optional(text({ fr: ["lieu", "Lieu de la formation"], en: ["place", "Place of the training"] }, 160)),
  modality: optional(
    choice({ fr: ["modalite", "Présentiel, mixte ou à distance"], en: ["modality", "On site, blended or at a distance"] }, modalityLabels),
  ),
  validUntil: optional(day({ fr: ["validite", "Dernier jour de validité du devis"], en: ["valid-until", "Last day the quote is valid"] })),
  secondQuote: optional(
    text({ fr: ["second-devis", "Référence du devis comparatif"], en: ["second-quote", "Reference of the competing quote"] }, 60),
  ),
  notes: optional(
    text({ fr: ["notes", "Ce que le conseiller doit savoir"], en: ["notes", "What the adviser should know"] }, 1000, "several"),
  ),
};

export default command({
  words: {
    fr: ["corriger", "Corrige un devis ; après l'envoi au candidat, ouvre une version"],
    en: ["correct", "Correct a quote; once sent to the candidate, opens a version"],
  },
  needs: "quote.enter",
  visibility: "private",
  form: [
    ["fromSession", "title", "startsOn", "endsOn", "place"],
    ["centreMinutes", "companyMinutes", "distanceMinutes", "hoursReason", "notes"],
  ],
  example: "/devis corriger reference:DEV-2026-0001 fin:18/12/2026",
  options,
  async run(desk) {
    const { reference: quote, ...changes } = desk.input;
    const names = Object.keys(given(changes));
    if (names.length === 0) return refused([raise(inputRules, "input.missing", ["reprendre-session"], {})]);
    return changeAndAnswer(desk, quote, ({ session }) => success((current) => applied(current, desk.input, session)), names.join(" "));
  },
});

function applied(quote: Quote, input: InputOf<typeof options>, session: Session | undefined): Quote {
  const base = input.fromSession === true && session !== undefined ? sessionContent(session) : {};
  const { reference: _reference, fromSession: _fromSession, centreMinutes, companyMinutes, distanceMinutes, ...content } = input;
  const hours = { ...quote.hours, ...base.hours };
  return {
    ...quote,
    ...base,
    ...given(content),
    hours: {
      centreMinutes: centreMinutes ?? hours.centreMinutes,
      companyMinutes: companyMinutes ?? hours.companyMinutes,
      distanceMinutes: distanceMinutes ?? hours.distanceMinutes,
    },
  };
}

function sessionContent(session: Session): Partial<Pick<Quote, "title" | "startsOn" | "endsOn" | "hours" | "place" | "modality">> {
  const { title, startsOn, endsOn, hours, place, modality } = session;
  return { title, startsOn, endsOn, hours, modality, ...(place !== undefined && { place }) };
}
