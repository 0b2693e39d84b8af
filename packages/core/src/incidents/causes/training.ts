import { formatMonth } from "../../attendance/index.js";
import { quoteStatusLabels } from "../../quotes/index.js";
import { formatDay } from "../../shared/calendar.js";
import { enumerate } from "../../shared/text.js";
import { told } from "../questions.js";
import { all, askForRight, causeTable, clearCache, privateChrome } from "./advice.js";

/** What a quote or a month lacks. */
export const trainingCauses = causeTable({
  "quote-right": {
    symptom: "quote-impossible",
    fits: ({ desk }) => desk.access?.granted === false,
    label: { fr: "le droit de saisir un devis manque", en: "the right to enter a quote is missing" },
    because: () => ({
      fr: "Le bureau ne vous connaît pas ce droit : le portail non plus, sans doute.",
      en: "The desk knows no such right of yours: nor does the portal, most likely.",
    }),
    tries: [askForRight],
    contact: "account-manager",
    attach: ["message", "time"],
  },
  "quote-uncertified": {
    symptom: "quote-impossible",
    asks: "qualiopi-shown",
    fits: ({ desk, answers }) => desk.isCertified === false || told(answers, "qualiopi-shown", "no"),
    label: { fr: "la certification Qualiopi ne se voit pas", en: "the Qualiopi certification does not show" },
    because: ({ desk }) =>
      desk.isCertified === false
        ? {
            fr: "Le portail ne laisse saisir un devis que si la certification se voit sous « Informations prestataire / Qualité » ; la fiche du bureau n'en a pas de valable aujourd'hui.",
            en: "The portal only lets a quote be entered when the certification shows under “Informations prestataire / Qualité”; the desk's record holds none in force today.",
          }
        : {
            fr: "Le portail ne laisse saisir un devis que si la certification se voit sous « Informations prestataire / Qualité », et vous ne l'y voyez pas.",
            en: "The portal only lets a quote be entered when the certification shows under “Informations prestataire / Qualité”, and you do not see it there.",
          },
    tries: [
      {
        fr: "Ouvrez l'onglet « Informations prestataire / Qualité » et regardez la date de fin et la catégorie d'action.",
        en: "Open the tab “Informations prestataire / Qualité” and look at the end date and the kind of action.",
      },
      {
        fr: "Gardez le certificat sous la main : c'est la pièce à montrer.",
        en: "Keep the certificate at hand: it is the document to show.",
      },
    ],
    contact: "agency",
    attach: ["screenshot", "reference"],
  },
  "quote-session": {
    symptom: "quote-impossible",
    fits: ({ desk: { visibility } }) => visibility !== undefined && visibility.seenOn === undefined && visibility.ask !== "agency",
    label: { fr: "sa session n'est pas encore dans le portail", en: "its session is not in the portal yet" },
    because: ({ desk }) => {
      const by = desk.visibility?.display?.expectedBy;
      return by === undefined || (desk.visibility?.leftOut.length ?? 0) > 0
        ? {
            fr: "Un devis se saisit sur une session affichée, et celle-ci n'est pas exportée.",
            en: "A quote is entered on a session that shows, and this one is not exported.",
          }
        : {
            fr: `Un devis se saisit sur une session affichée, et celle-ci est attendue le ${formatDay(by)} au plus tard.`,
            en: `A quote is entered on a session that shows, and this one is expected by ${formatDay(by, "en")}.`,
          };
    },
    tries: [
      {
        fr: "Suivez d'abord son référencement : le devis viendra une fois la session affichée.",
        en: "Follow its listing first: the quote comes once the session shows.",
      },
    ],
    contact: "regional-base",
    attach: ["reference"],
  },
  "quote-portal": {
    symptom: "quote-impossible",
    fits: () => true,
    label: { fr: "le portail refuse la saisie", en: "the portal refuses the entry" },
    because: ({ desk }) =>
      desk.access?.granted === true && desk.isCertified === true
        ? {
            fr: "Le bureau vous connaît le droit, et une certification valable : ce n'est pas là que cela bloque.",
            en: "The desk knows the right of yours, and a certification in force: that is not what holds it back.",
          }
        : { fr: "Rien de ce que le bureau sait n'explique ce refus.", en: "Nothing that the desk knows explains this refusal." },
    tries: [
      {
        fr: "Faites vérifier le devis par le bureau, et corrigez ce qu'il signale.",
        en: "Have the desk check the quote, and mend what it points out.",
      },
      privateChrome,
    ],
    contact: "technical-support",
    attach: [...all, "reference"],
  },
  "quote-review": {
    symptom: "quote-stuck",
    asks: "candidate-approved",
    fits: ({ desk: { quoteStatus }, answers }) =>
      quoteStatus === undefined ? told(answers, "candidate-approved", "yes") : quoteStatus === "approved" || quoteStatus === "under-review",
    label: { fr: "France Travail étudie la demande", en: "France Travail is reviewing the request" },
    because: () => ({
      fr: "Le candidat a validé : la suite est entre les mains du conseiller.",
      en: "The candidate has approved: what follows is in the adviser's hands.",
    }),
    tries: [
      {
        fr: "Demandez au conseiller où en est la demande, avec la référence du devis.",
        en: "Ask the adviser where the request stands, with the quote's reference.",
      },
    ],
    contact: "agency",
    attach: ["reference"],
  },
  "quote-status": {
    symptom: "quote-stuck",
    fits: ({ desk: { quoteStatus } }) => quoteStatus !== undefined && quoteStatus !== "awaiting-candidate",
    label: { fr: "le devis n'attend rien de France Travail", en: "the quote awaits nothing from France Travail" },
    because: ({ desk }) => {
      const { fr, en } = quoteStatusLabels[desk.quoteStatus ?? "draft"];
      return { fr: `Dans le bureau, il est « ${fr} ».`, en: `In the desk it is “${en}”.` };
    },
    tries: [
      {
        fr: "Lisez dans le bureau ce qui vient ensuite, et vérifiez que le portail dit la même chose.",
        en: "Read in the desk what comes next, and check that the portal says the same.",
      },
    ],
    contact: "agency",
    attach: ["reference"],
  },
  "quote-candidate": {
    symptom: "quote-stuck",
    fits: () => true,
    label: { fr: "le candidat n'a pas encore validé", en: "the candidate has not approved yet" },
    because: ({ desk, answers }) =>
      desk.quoteStatus === "awaiting-candidate" || told(answers, "candidate-approved", "no")
        ? {
            fr: "Tant qu'il n'a pas validé dans son espace France Travail, personne n'étudie le devis.",
            en: "Until they approve it in their France Travail space, nobody reviews the quote.",
          }
        : {
            fr: "C'est la cause la plus fréquente : sans sa validation, personne n'étudie le devis.",
            en: "It is the most frequent cause: without their approval, nobody reviews the quote.",
          },
    tries: [
      {
        fr: "Appelez-le : il valide dans son espace France Travail, pas dans Kairos.",
        en: "Call them: they approve in their France Travail space, not in Kairos.",
      },
      {
        fr: "S'il a validé, ou ne voit pas le devis, demandez à son conseiller, avec la référence.",
        en: "If they have approved, or do not see the quote, ask their adviser, with the reference.",
      },
    ],
    contact: "agency",
    attach: ["reference"],
  },
  "attendance-right": {
    symptom: "attendance-undeclarable",
    fits: ({ desk }) => desk.access?.granted === false,
    label: { fr: "le droit de déclarer l'assiduité manque", en: "the right to declare attendance is missing" },
    because: () => ({
      fr: "Le bureau ne vous connaît pas ce droit : le portail non plus, sans doute.",
      en: "The desk knows no such right of yours: nor does the portal, most likely.",
    }),
    tries: [askForRight],
    contact: "account-manager",
    attach: ["message", "time"],
  },
  "attendance-month": {
    symptom: "attendance-undeclarable",
    fits: ({ desk }) => (desk.openMonths?.length ?? 0) > 0,
    label: { fr: "le mois n'est pas prêt à être déclaré", en: "the month is not ready to be declared" },
    because: ({ desk }) => {
      const months = desk.openMonths ?? [];
      const verb = months.length > 1 ? ["ne sont pas clôturés", "are not closed"] : ["n'est pas clôturé", "is not closed"];
      return {
        fr: `Dans le bureau, ${enumerate(months.map((month) => formatMonth(month)))} ${verb[0]} : des demi-journées manquent peut-être.`,
        en: `In the desk, ${enumerate(months.map((month) => formatMonth(month, "en")))} ${verb[1]}: half-days may be missing.`,
      };
    },
    tries: [
      {
        fr: "Relisez l'état du mois dans le bureau, saisissez ce qui manque, puis réessayez dans le portail.",
        en: "Read the month's statement in the desk, enter what is missing, then try again in the portal.",
      },
    ],
    contact: "technical-support",
    attach: ["reference"],
  },
  "attendance-portal": {
    symptom: "attendance-undeclarable",
    fits: () => true,
    label: { fr: "le portail refuse la déclaration", en: "the portal refuses the declaration" },
    because: ({ desk }) =>
      desk.openMonths === undefined
        ? { fr: "Rien de ce que le bureau sait n'explique ce refus.", en: "Nothing that the desk knows explains this refusal." }
        : {
            fr: "Dans le bureau, aucun mois de cette session n'attend d'être clôturé.",
            en: "In the desk, no month of this session is waiting to be closed.",
          },
    tries: [privateChrome, clearCache],
    contact: "technical-support",
    attach: [...all, "reference"],
  },
});
