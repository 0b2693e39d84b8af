import {
  addDays,
  can,
  counted,
  daysBetween,
  formatDay,
  type Incident,
  type IncidentWait,
  type IncidentWaitKind,
  incidentWait,
  type Label,
  symptomLabels,
} from "@kairos/core";
import { tellingHour } from "./hour.js";
import { incidentsIn } from "./incidents-seen.js";
import type { Look, News, NewsKind } from "./notice.js";

/** In the morning, to who reported an incident: a file to complete or to send, an answer that does not come. */
export const incidentReminder: NewsKind = {
  shownBy: "/incident liste",
  find: async (look) => {
    const waiting = await incidentsIn(look, ["draft", "reopened", "complete", "sent"]);
    return waiting.flatMap((incident) => newsOf(look, incident));
  },
};

/** How long a reminder that could not be told stays news. */
const newsDays = 3;

function newsOf(look: Look, incident: Incident): readonly News[] {
  const { reference, siret, reporter } = incident;
  const access = look.people.get(reporter);
  const wait = incidentWait(incident, look.settingsOf(siret), look.today);
  if (wait === undefined || access === undefined || !can(access, "incident.report", siret)) return [];
  const { kind, since, dayOn } = wait;
  return [
    {
      key: `incident-reminder:${reference}:${kind}:${dayOn}:${reporter}`,
      person: reporter,
      dueAt: look.at(dayOn, tellingHour(look.settings)),
      until: look.at(addDays(dayOn, newsDays), "00:00"),
      data: { reference, kind, since },
      message: [{ text: said[kind](incident, wait), command: `/incident ${verbs[kind]} incident:${reference}` }],
    },
  ];
}

const verbs: Readonly<Record<IncidentWaitKind, string>> = { complete: "completer", send: "fichier", answer: "voir" };

/** By number and symptom: what was written in it stays in the desk. */
const said: Readonly<Record<IncidentWaitKind, (incident: Incident, wait: IncidentWait) => Label>> = {
  complete: ({ reference, symptom }) => ({
    fr: `${reference} (${symptomLabels[symptom].fr}) n'est pas complet : il ne peut pas partir au support.`,
    en: `${reference} (${symptomLabels[symptom].en}) is not complete: it cannot go to support.`,
  }),
  send: ({ reference, symptom }, { since }) => ({
    fr: `${reference} (${symptomLabels[symptom].fr}) est complet depuis le ${formatDay(since)}, et pas noté comme envoyé. Envoyez-le, ou dites que c'est fait avec /incident envoye.`,
    en: `${reference} (${symptomLabels[symptom].en}) has been complete since ${formatDay(since, "en")}, and is not recorded as sent. Send it, or say it was with /incident envoye.`,
  }),
  answer: ({ reference, symptom }, { since, dayOn }) => {
    const days = daysBetween(since, dayOn);
    return {
      fr: `${reference} (${symptomLabels[symptom].fr}), envoyé le ${formatDay(since)} : pas de réponse notée depuis ${counted(days, "jour")}. Relancez, ou notez ce qui est venu.`,
      en: `${reference} (${symptomLabels[symptom].en}), sent on ${formatDay(since, "en")}: no answer recorded for ${counted(days, "day", "days", "en")}. Write again, or record what came.`,
    };
  },
};
