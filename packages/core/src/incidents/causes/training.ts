import { quoteStatusLabels } from "../../quotes/index.js";
import { formatDay } from "../../shared/calendar.js";
import { all, causeTable, clearCache, privateChrome } from "./advice.js";

/** What a session, a quote or a month lacks. */
export const trainingCauses = causeTable({
  "session-not-exported": {
    symptom: "session-invisible",
    fits: ({ desk }) => desk.visibility?.ask === "regional-base" || (desk.visibility !== undefined && desk.visibility.sentOn === undefined),
    label: { fr: "la session n'est pas exportée par la base régionale", en: "the session is not exported by the regional base" },
    because: ({ desk }) =>
      desk.visibility?.sentOn === undefined
        ? { fr: "Elle n'a pas encore été envoyée au référencement.", en: "It has not been sent to be listed yet." }
        : { fr: "Ce qui est enregistré d'elle l'écarte de l'export.", en: "What is recorded of it leaves it out of the export." },
    tries: [
      {
        fr: "Vérifiez la fiche au Carif-Oref : SIRET, dates, nature de l'action.",
        en: "Check its sheet at the Carif-Oref: SIRET, dates, kind of action.",
      },
    ],
    contact: "regional-base",
    attach: ["reference"],
  },
  "session-too-soon": {
    symptom: "session-invisible",
    fits: ({ desk }) => desk.visibility?.ask === "nobody" && desk.visibility.seenOn === undefined && desk.visibility.display !== undefined,
    label: { fr: "elle n'est pas encore attendue", en: "it is not expected yet" },
    because: ({ desk }) => {
      const by = desk.visibility?.display?.expectedBy ?? "";
      return { fr: `Elle devrait se voir le ${formatDay(by)} au plus tard.`, en: `It should show by ${formatDay(by, "en")}.` };
    },
    tries: [
      {
        fr: "Attendez ce jour : l'affichage suit l'envoi de plusieurs jours.",
        en: "Wait for that day: display follows sending by several days.",
      },
    ],
    contact: "regional-base",
    attach: ["reference"],
  },
  "session-late": {
    symptom: "session-invisible",
    fits: () => true,
    label: { fr: "elle est exportée et n'apparaît pas", en: "it is exported and does not show" },
    because: () => ({ fr: "Le délai d'affichage est passé.", en: "The display delay is over." }),
    tries: [
      {
        fr: "Cherchez-la par son numéro Carif-Oref, sans autre filtre.",
        en: "Look for it by its Carif-Oref number, without any other filter.",
      },
    ],
    contact: "agency",
    attach: ["reference", "screenshot"],
  },
  "quote-uncertified": {
    symptom: "quote-impossible",
    fits: ({ desk }) => desk.isCertified === false,
    label: { fr: "la certification Qualiopi ne se voit pas", en: "the Qualiopi certification does not show" },
    because: () => ({
      fr: "Le portail ne laisse saisir un devis que si la certification figure dans « Informations prestataire / Qualité » ; la fiche du bureau n'en a pas de valable.",
      en: "The portal only lets a quote be entered when the certification shows under “Informations prestataire / Qualité”; the desk's record holds none in force.",
    }),
    tries: [
      {
        fr: "Ouvrez l'onglet « Informations prestataire / Qualité » et regardez la date.",
        en: "Open the tab “Informations prestataire / Qualité” and look at the date.",
      },
      { fr: "Complétez la fiche : /organisme completer qualiopi-fin:…", en: "Complete the record: /organisme completer qualiopi-fin:…" },
    ],
    contact: "agency",
    attach: ["screenshot", "reference"],
  },
  "quote-right": {
    symptom: "quote-impossible",
    fits: ({ desk }) => desk.access?.granted === false,
    label: { fr: "le droit de saisir un devis manque", en: "the right to enter a quote is missing" },
    because: () => ({ fr: "Le bureau ne vous connaît pas ce droit.", en: "The desk knows no such right of yours." }),
    tries: [{ fr: "Demandez-le au RGC, avec la raison.", en: "Ask the account manager (RGC) for it, with the reason." }],
    contact: "account-manager",
    attach: ["message"],
  },
  "quote-portal": {
    symptom: "quote-impossible",
    fits: () => true,
    label: { fr: "le portail refuse la saisie", en: "the portal refuses the entry" },
    because: () => ({ fr: "Le droit et la certification sont là.", en: "The right and the certification are there." }),
    tries: [{ fr: "Vérifiez le devis : /devis verifier", en: "Check the quote: /devis verifier" }, privateChrome],
    contact: "technical-support",
    attach: [...all, "reference"],
  },
  "quote-candidate": {
    symptom: "quote-stuck",
    fits: ({ desk }) => desk.quoteStatus === "awaiting-candidate",
    label: { fr: "le candidat n'a pas encore validé", en: "the candidate has not approved yet" },
    because: () => ({
      fr: "Tant qu'il n'a pas validé dans son espace France Travail, personne n'étudie le devis.",
      en: "Until they approve it in their France Travail space, nobody reviews the quote.",
    }),
    tries: [
      { fr: "Appelez-le : où valider, et jusqu'à quand.", en: "Call them: where to approve, and by when." },
      {
        fr: "Ce n'est pas un incident : aucun message au support n'avancera ce devis.",
        en: "It is no incident: no message to support will move this quote.",
      },
    ],
    contact: "agency",
    attach: ["reference"],
  },
  "quote-status": {
    symptom: "quote-stuck",
    fits: ({ desk }) => desk.quoteStatus !== undefined && desk.quoteStatus !== "approved" && desk.quoteStatus !== "under-review",
    label: { fr: "le devis n'attend rien de France Travail", en: "the quote awaits nothing from France Travail" },
    because: ({ desk }) => {
      const { fr, en } = quoteStatusLabels[desk.quoteStatus ?? "draft"];
      return { fr: `Dans le bureau, il est « ${fr} ».`, en: `In the desk it is “${en}”.` };
    },
    tries: [{ fr: "Relisez ce qui vient ensuite : /devis voir", en: "Read what comes next: /devis voir" }],
    contact: "agency",
    attach: ["reference"],
  },
  "quote-review": {
    symptom: "quote-stuck",
    fits: () => true,
    label: { fr: "France Travail étudie la demande", en: "France Travail is reviewing the request" },
    because: () => ({
      fr: "Le candidat a validé ; aucun délai légal de réponse n'existe.",
      en: "The candidate has approved; no legal time to answer exists.",
    }),
    tries: [
      {
        fr: "Demandez au conseiller où en est la demande, avec la référence.",
        en: "Ask the adviser where the request stands, with the reference.",
      },
    ],
    contact: "agency",
    attach: ["reference"],
  },
  "attendance-month": {
    symptom: "attendance-undeclarable",
    fits: ({ desk }) => (desk.openMonths?.length ?? 0) > 0,
    label: { fr: "le mois n'est pas prêt à être déclaré", en: "the month is not ready to be declared" },
    because: ({ desk }) => ({
      fr: `Dans le bureau, ${desk.openMonths?.join(", ")} n'est pas clôturé : des demi-journées manquent peut-être.`,
      en: `In the desk, ${desk.openMonths?.join(", ")} is not closed: half-days may be missing.`,
    }),
    tries: [{ fr: "Relisez l'état du mois : /assiduite mois", en: "Read the month's statement: /assiduite mois" }],
    contact: "technical-support",
    attach: ["reference"],
  },
  "attendance-right": {
    symptom: "attendance-undeclarable",
    fits: ({ desk }) => desk.access?.granted === false,
    label: { fr: "le droit de déclarer l'assiduité manque", en: "the right to declare attendance is missing" },
    because: () => ({ fr: "Le bureau ne vous connaît pas ce droit.", en: "The desk knows no such right of yours." }),
    tries: [{ fr: "Demandez-le au RGC, avec la raison.", en: "Ask the account manager (RGC) for it, with the reason." }],
    contact: "account-manager",
    attach: ["message"],
  },
  "attendance-portal": {
    symptom: "attendance-undeclarable",
    fits: () => true,
    label: { fr: "le portail refuse la déclaration", en: "the portal refuses the declaration" },
    because: () => ({ fr: "Le mois est prêt et le droit est là.", en: "The month is ready and the right is there." }),
    tries: [privateChrome, clearCache],
    contact: "technical-support",
    attach: [...all, "reference"],
  },
});
