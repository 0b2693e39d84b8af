import { inputRules, modalityLabels, type Quote, raise, type Session, success } from "@kairos/core";
import { command } from "../../command.js";
import { changeAndAnswer } from "../../dossiers/quotes.js";
import { recorded } from "../../dossiers/recorded.js";
import type { InputOf } from "../../option.js";
import { choice, day, duration, given, optional, reference, text, yesOrNo } from "../../options.js";
import { type ReplyLine, refused } from "../../reply.js";

const options = {
  reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
  fromSession: optional(
    yesOrNo({
      fr: ["reprendre-session", "Reprend intitulé, dates, heures et lieu de la session", "Reprendre ce que dit la session"],
      en: ["from-session", "Copy the title, dates, hours and place of the session", "Copy what the session says"],
    }),
  ),
  title: optional(
    text({ fr: ["intitule", "Intitulé, mot pour mot celui de la formation"], en: ["title", "Title: the training's, word for word"] }, 255),
  ),
  startsOn: optional(day({ fr: ["debut", "Premier jour : 07/12/2026"], en: ["start", "First day: 2026-12-07"] })),
  endsOn: optional(day({ fr: ["fin", "Dernier jour : 18/12/2026"], en: ["end", "Last day: 2026-12-18"] })),
  centreMinutes: optional(duration({ fr: ["heures-centre", "Heures en centre"], en: ["centre-hours", "Hours in the centre"] })),
  companyMinutes: optional(duration({ fr: ["heures-entreprise", "Heures en entreprise"], en: ["company-hours", "Hours in a company"] })),
  distanceMinutes: optional(duration({ fr: ["heures-distance", "Heures à distance"], en: ["distance-hours", "Remote hours"] })),
  hoursReason: optional(
    text(
      {
        fr: ["motif-heures", "Pourquoi les heures ne sont pas celles de la session", "Motif d'heures différentes"],
        en: ["hours-reason", "Why the hours are not the session's", "Reason for different hours"],
      },
      200,
    ),
  ),
  place: optional(text({ fr: ["lieu", "Lieu de la formation"], en: ["place", "Place of the training"] }, 160)),
  modality: optional(
    choice(
      { fr: ["modalite", "Modalité : présentiel, mixte ou à distance"], en: ["modality", "Modality: on site, blended or remote"] },
      modalityLabels,
    ),
  ),
  validUntil: optional(day({ fr: ["validite", "Dernier jour de validité du devis"], en: ["valid-until", "Last day the quote is valid"] })),
  secondQuote: optional(
    text({ fr: ["second-devis", "Référence du devis comparatif"], en: ["second-quote", "Reference of the competing quote"] }, 60),
  ),
  notes: optional(
    text(
      { fr: ["notes", "Notes : ce que le conseiller doit savoir"], en: ["notes", "Notes: what the adviser should know"] },
      1000,
      "several",
    ),
  ),
};

export default command({
  words: {
    fr: ["corriger", "Corrige un devis ; après l'envoi au candidat, ouvre une version"],
    en: ["correct", "Correct a quote; after it was sent to the candidate, opens a new version"],
  },
  needs: "quote.enter",
  visibility: "private",
  form: [
    ["fromSession", "title", "startsOn", "endsOn", "place"],
    ["centreMinutes", "companyMinutes", "distanceMinutes", "hoursReason", "notes"],
  ],
  example: "/devis corriger reference:DEV-2026-0001 fin:18/12/2026",
  options,
  async known({ store, values }) {
    const quote = await store.quotes.get((values.reference ?? "").toUpperCase());
    return quote === undefined ? {} : { ...quote, ...quote.hours };
  },
  async run(desk) {
    const { reference: quote, ...changes } = desk.input;
    const names = Object.keys(given(changes));
    if (names.length === 0) return refused([raise(inputRules, "input.nothing-given", [], {})]);
    const change = (session: Session | undefined) => success((current: Quote) => applied(current, desk.input, session));
    return changeAndAnswer(desk, quote, ({ session }) => change(session), told, names.join(" "));
  },
});

function told(before: Quote, after: Quote): ReplyLine {
  return recorded({ fr: "Corrigé", en: "Corrected" }, options, { ...before, ...before.hours }, { ...after, ...after.hours });
}

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
