import { exportFaultLabels } from "../../sessions/index.js";
import { formatDay } from "../../shared/calendar.js";
import type { Label, Language } from "../../shared/language.js";
import { enumerate } from "../../shared/text.js";
import { told } from "../questions.js";
import type { TriageFacts } from "../triage.js";
import { causeTable } from "./advice.js";

const lookAgain: Label = {
  fr: "Cherchez-la dans le portail par son numéro Carif-Oref, sans autre filtre.",
  en: "Look for it in the portal by its Carif-Oref number, without any other filter.",
};

/** Why a session does not show: not exported is the regional base's to mend, exported and invisible the agency's. */
export const sessionCauses = causeTable({
  "session-not-exported": {
    symptom: "session-invisible",
    fits: ({ desk }) => (desk.visibility?.leftOut.length ?? 0) > 0 && desk.visibility?.seenOn === undefined,
    label: { fr: "l'export de la base régionale laisse la session de côté", en: "the regional base's export leaves the session out" },
    because: ({ desk }) => {
      const faults = (language: Language) => enumerate((desk.visibility?.leftOut ?? []).map((fault) => exportFaultLabels[fault][language]));
      return {
        fr: `D'après sa fiche dans le bureau : ${faults("fr")}.`,
        en: `According to its record in the desk: ${faults("en")}.`,
      };
    },
    tries: [
      {
        fr: "Comparez la fiche du bureau et celle du Carif-Oref : SIRET, dates, nature de l'action.",
        en: "Compare the desk's record with the Carif-Oref's: SIRET, dates, kind of action.",
      },
      { fr: "Faites corriger celle qui est fausse.", en: "Have the wrong one mended." },
    ],
    contact: "regional-base",
    attach: ["reference"],
  },
  "session-seen": {
    symptom: "session-invisible",
    fits: ({ desk }) => desk.visibility?.seenOn !== undefined,
    label: { fr: "elle a déjà été vue dans le portail", en: "it has already been seen in the portal" },
    because: ({ desk }) => {
      const day = desk.visibility?.seenOn ?? "";
      return { fr: `Le bureau la note comme vue le ${formatDay(day)}.`, en: `The desk records it as seen on ${formatDay(day, "en")}.` };
    },
    tries: [
      lookAgain,
      {
        fr: "Demandez à un collègue s'il la voit : si oui, c'est votre recherche ou vos droits.",
        en: "Ask a colleague whether they see it: if they do, it is your search or your rights.",
      },
    ],
    contact: "agency",
    attach: ["reference", "screenshot"],
  },
  "session-unsent": {
    symptom: "session-invisible",
    asks: "listing-sent",
    fits: ({ desk, answers }) =>
      desk.visibility === undefined ? told(answers, "listing-sent", "no") : desk.visibility.sentOn === undefined,
    label: { fr: "elle n'a pas encore été transmise", en: "it has not been sent yet" },
    because: ({ desk }) =>
      desk.visibility === undefined
        ? { fr: "Vous dites que la base régionale ne l'a pas transmise.", en: "You say that the regional base has not sent it." }
        : { fr: "Le bureau ne connaît aucun envoi de cette session.", en: "The desk knows no sending of this session." },
    tries: [
      {
        fr: "Terminez sa fiche dans la base régionale et demandez sa transmission.",
        en: "Finish its sheet in the regional base and ask for it to be sent.",
      },
      {
        fr: "Notez le jour de l'envoi dans le bureau : il dira quand l'attendre.",
        en: "Record the day it is sent in the desk: it will say when to expect it.",
      },
    ],
    contact: "regional-base",
    attach: ["reference"],
  },
  "session-late": {
    symptom: "session-invisible",
    asks: "listing-sent",
    fits: ({ desk, answers }) => (desk.visibility === undefined ? told(answers, "listing-sent", "late") : desk.visibility.ask === "agency"),
    label: { fr: "elle est exportée et n'apparaît pas", en: "it is exported and does not show" },
    because: whyLate,
    tries: [lookAgain],
    contact: "agency",
    attach: ["reference", "screenshot"],
  },
  "session-too-soon": {
    symptom: "session-invisible",
    asks: "listing-sent",
    fits: ({ desk, answers }) =>
      desk.visibility === undefined ? told(answers, "listing-sent", "recent") : desk.visibility.display !== undefined,
    label: { fr: "elle n'est pas encore attendue", en: "it is not expected yet" },
    because: ({ desk }) => {
      const by = desk.visibility?.display?.expectedBy;
      return by === undefined
        ? {
            fr: "« Transmise » ne veut pas dire affichée : l'affichage suit l'envoi de plusieurs jours.",
            en: "“Sent” does not mean displayed: display follows sending by several days.",
          }
        : {
            fr: `D'après le jour de l'envoi, elle devrait se voir le ${formatDay(by)} au plus tard.`,
            en: `From the day it was sent, it should show by ${formatDay(by, "en")}.`,
          };
    },
    tries: [
      {
        fr: "Attendez : rien ne peut accélérer l'affichage. Notez le jour de l'envoi dans le bureau, il dira quand l'attendre.",
        en: "Wait: nothing can hasten the display. Record the day it was sent in the desk, it will say when to expect it.",
      },
    ],
    contact: "regional-base",
    attach: ["reference"],
  },
  "session-unknown": {
    symptom: "session-invisible",
    fits: () => true,
    label: { fr: "il reste à savoir si elle est exportée", en: "whether it is exported remains to be known" },
    because: () => ({
      fr: "Le bureau ne suit pas son référencement, et son état dans la base régionale n'est pas connu.",
      en: "The desk does not follow its listing, and its state in the regional base is not known.",
    }),
    tries: [
      {
        fr: "Regardez sa fiche dans la base régionale : est-elle transmise, et depuis quel jour ?",
        en: "Look at its sheet in the regional base: is it sent, and since which day?",
      },
      {
        fr: "Pas transmise : voyez avec le Carif-Oref. Transmise depuis longtemps et invisible : écrivez au correspondant Kairos.",
        en: "Not sent: see with the Carif-Oref. Sent long ago and invisible: write to the Kairos contact.",
      },
    ],
    contact: "regional-base",
    attach: ["reference"],
  },
});

function whyLate({ desk }: TriageFacts): Label {
  const by = desk.visibility?.display?.expectedBy;
  return by === undefined
    ? {
        fr: "Vous dites qu'elle est transmise depuis plus de deux semaines.",
        en: "You say that it was sent more than two weeks ago.",
      }
    : {
        fr: `D'après le jour de l'envoi, elle devait se voir le ${formatDay(by)} au plus tard.`,
        en: `From the day it was sent, it should have shown by ${formatDay(by, "en")}.`,
      };
}
