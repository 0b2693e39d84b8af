import { formatInstant, type Instant } from "../shared/calendar.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../shared/rules.js";
import { enumerate } from "../shared/text.js";
import { causes } from "./causes.js";
import { type Contact, contactLabels } from "./incident.js";
import { type MaskedKind, maskedKindLabels, maskText } from "./masking.js";
import type { IncidentSituation } from "./situation.js";
import type { CauseId } from "./triage.js";

const rule = ruleAbout<IncidentSituation>();

const why = "Sans cela, le support repose la question, et la réponse attend des jours.";

/** What an incident file must hold before it is complete: what the source article asks, and nothing that may not leave. */
export const ticketRules = {
  "ticket.siret-missing": rule({
    severity: "error",
    source: "kairos-article",
    check: ({ provider }) => (provider.siret === "" ? found(["siret"], {}) : nothing),
    fr: () => ({ what: "Le SIRET de l'établissement manque.", why, mend: "Choisissez l'établissement concerné." }),
  }),
  "ticket.user-id-missing": rule({
    severity: "error",
    source: "kairos-article",
    check: ({ incident }) => (incident.portalUser === undefined ? found(["portalUser"], {}) : nothing),
    fr: () => ({
      what: "L'identifiant de la personne dans le portail manque.",
      why,
      mend: "Recopiez-le de la lettre de France Travail ; jamais le mot de passe.",
    }),
  }),
  "ticket.time-missing": rule({
    severity: "error",
    source: "kairos-article",
    check: ({ incident }) => (incident.occurredAt === undefined ? found(["occurredAt"], {}) : nothing),
    fr: () => ({
      what: "L'heure exacte manque.",
      why: "Le support cherche dans ses journaux à la minute près.",
      mend: "Dites-la comme elle vient : « il y a 10 minutes », « ce matin 9h12 ».",
    }),
  }),
  "ticket.time-in-future": rule({
    severity: "error",
    source: "desk-practice",
    check: ({ incident: { occurredAt, timeZone }, now }) =>
      occurredAt !== undefined && occurredAt > now
        ? found<{ at: Instant; zone: string }>(["occurredAt"], { at: occurredAt, zone: timeZone })
        : nothing,
    fr: ({ at, zone }) => ({
      what: `L'incident aurait eu lieu le ${formatInstant(at, zone)}, qui n'est pas encore passé.`,
      why: "Une heure fausse fait chercher au mauvais endroit.",
      mend: "Corrigez l'heure.",
    }),
  }),
  "ticket.message-missing": rule({
    severity: "error",
    source: "kairos-article",
    check: ({ incident }) => (incident.message === undefined ? found(["message"], {}) : nothing),
    fr: () => ({
      what: "Le message affiché manque.",
      why,
      mend: "Recopiez-le tel quel ; si rien ne s'affiche, écrivez « page blanche ».",
    }),
  }),
  "ticket.action-missing": rule({
    severity: "error",
    source: "kairos-article",
    check: ({ incident }) => (incident.steps === undefined ? found(["steps"], {}) : nothing),
    fr: () => ({
      what: "Ce que vous faisiez manque.",
      why,
      mend: "Décrivez pas à pas : l'écran ouvert, ce sur quoi vous avez cliqué, sur quel devis ou quelle session.",
    }),
  }),
  "ticket.browser-missing": rule({
    severity: "error",
    source: "kairos-article",
    check: ({ incident }) => (incident.browser === undefined ? found(["browser"], {}) : nothing),
    fr: () => ({
      what: "Le navigateur et sa version manquent.",
      why: "Le portail est conseillé dans Chrome : c'est la première chose que le support vérifie.",
      mend: "Menu du navigateur, « À propos » : par exemple « Chrome 131 ».",
    }),
  }),
  "ticket.screenshot-missing": rule({
    severity: "warning",
    source: "kairos-article",
    check: ({ incident }) => (incident.screenshots.length === 0 ? found(["screenshots"], {}) : nothing),
    fr: () => ({
      what: "Aucune capture d'écran n'est jointe.",
      why: "Une image évite de décrire, et montre ce que l'on n'a pas remarqué.",
      mend: "Joignez-la, sans nom ni identifiant de candidat visible.",
    }),
  }),
  "ticket.picture-unchecked": rule({
    severity: "error",
    source: "cnil-san-2026-003",
    check: ({ incident }) => (incident.screenshots.length > 0 && !incident.pictureChecked ? found(["pictureChecked"], {}) : nothing),
    fr: () => ({
      what: "Personne n'a confirmé que la capture ne montre aucun candidat.",
      why: "Le bureau ne lit pas les images : un nom y passerait sans être masqué.",
      mend: "Regardez-la, recadrez-la s'il le faut, puis confirmez.",
    }),
  }),
  "ticket.secret-present": rule({
    severity: "error",
    source: "cnil-passwords-2022",
    check: (situation) => held(situation, (kind) => kind === "password" || kind === "token"),
    fr: ({ kinds }) => ({
      what: `Le dossier contient encore : ${enumerate(kinds.map((kind) => maskedKindLabels[kind].fr))}.`,
      why: "Un mot de passe envoyé est un mot de passe perdu : personne au support n'en a besoin.",
      mend: "Retirez-le ; s'il a déjà été envoyé ailleurs, changez-le.",
    }),
  }),
  "ticket.personal-data": rule({
    severity: "error",
    source: "cnil-san-2026-003",
    check: (situation) => held(situation, (kind) => kind !== "password" && kind !== "token"),
    fr: ({ kinds }) => ({
      what: `Le dossier contient encore : ${enumerate(kinds.map((kind) => maskedKindLabels[kind].fr))}.`,
      why: "Les données d'un candidat ne partent pas par courriel ; sa référence suffit au support.",
      mend: "Remplacez-les par une référence : T-0001, le numéro du devis, celui de la session.",
    }),
  }),
  "ticket.wrong-channel": rule({
    severity: "warning",
    source: "kairos-article",
    check: ({ incident: { cause, contact } }) => {
      const advised = cause !== undefined && Object.hasOwn(causes, cause) ? causes[cause as CauseId].contact : undefined;
      const isOther = advised !== undefined && contact !== undefined && contact !== advised;
      return isOther ? found<{ contact: Contact; advised: Contact }>(["contact"], { contact, advised }) : nothing;
    },
    fr: ({ contact, advised }) => ({
      what: `Le dossier est adressé à ${contactLabels[contact].fr} ; pour cette cause, c'est ${contactLabels[advised].fr} qui peut aider.`,
      why: "Un dossier mal adressé est renvoyé, ou reste sans réponse.",
      mend: "Changez le destinataire, ou dites pourquoi.",
    }),
  }),
};
export type TicketProblem = ProblemOf<typeof ticketRules>;

export const checkTicket: (situation: IncidentSituation) => readonly TicketProblem[] = judgeBy(ticketRules);

/** Kinds that the texts of the file still hold: they are masked as they come in, and looked for again before they leave. */
function held(
  { incident: { message = "", steps = "", browser = "" }, masking }: IncidentSituation,
  isMeant: (kind: MaskedKind) => boolean,
) {
  const kinds = new Set([message, steps, browser].flatMap((text) => [...maskText(text, masking).masked.keys()]).filter(isMeant));
  return kinds.size === 0 ? nothing : found<{ kinds: readonly MaskedKind[] }>([], { kinds: [...kinds] });
}
