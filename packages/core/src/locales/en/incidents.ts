import type { Sentences } from "../../catalogue.js";
import {
  contactLabels,
  incidentActionLabels,
  type incidentRefusals,
  incidentStatusLabels,
  maskedKindLabels,
  type ticketRules,
} from "../../incidents/index.js";
import { formatInstant } from "../../shared/calendar.js";
import { enumerate, sentenceCase } from "../../shared/text.js";

const why = "Without it, support asks again, and the answer takes days.";

export const incidentsEnglish: Sentences<keyof typeof ticketRules | keyof typeof incidentRefusals> = {
  "ticket.siret-missing": () => ({ what: "The establishment's SIRET is missing.", why, mend: "Choose the establishment." }),
  "ticket.user-id-missing": () => ({
    what: "The person's identifier in the portal is missing.",
    why,
    mend: "Copy it from France Travail's letter; never the password.",
  }),
  "ticket.time-missing": () => ({
    what: "The exact time is missing.",
    why: "Support searches its logs by the minute.",
    mend: "Say it as it comes: “10 minutes ago”, “this morning 9:12”.",
  }),
  "ticket.time-in-future": ({ at, zone }) => ({
    what: `The incident would have happened on ${formatInstant(at, zone, "en")}, which is yet to come.`,
    why: "A wrong time makes people search in the wrong place.",
    mend: "Correct the time.",
  }),
  "ticket.message-missing": () => ({
    what: "The message shown is missing.",
    why,
    mend: "Copy it as it is; when nothing shows, write “blank page”.",
  }),
  "ticket.action-missing": () => ({
    what: "What you were doing is missing.",
    why,
    mend: "Describe it step by step: the screen, what you clicked, on which quote or session.",
  }),
  "ticket.browser-missing": () => ({
    what: "The browser and its version are missing.",
    why: "Chrome is advised for the portal: support checks it first.",
    mend: "Browser menu, “About”: for example “Chrome 131”.",
  }),
  "ticket.screenshot-missing": () => ({
    what: "No screenshot is attached.",
    why: "A picture saves a description, and shows what nobody noticed.",
    mend: "Attach it, with no candidate's name or identifier on it.",
  }),
  "ticket.picture-unchecked": () => ({
    what: "Nobody confirmed that the screenshot shows no candidate.",
    why: "The desk does not read pictures: a name would pass without being masked.",
    mend: "Look at it, crop it if need be, then confirm.",
  }),
  "ticket.secret-present": ({ kinds }) => ({
    what: `The file still holds: ${enumerate(kinds.map((kind) => maskedKindLabels[kind].en))}.`,
    why: "A password that is sent is a password lost: nobody at support needs it.",
    mend: "Take it out; if it was sent elsewhere already, change it.",
  }),
  "ticket.personal-data": ({ kinds }) => ({
    what: `The file still holds: ${enumerate(kinds.map((kind) => maskedKindLabels[kind].en))}.`,
    why: "A candidate's data does not leave by e-mail; their reference is enough for support.",
    mend: "Put a reference instead: T-0001, the number of the quote, of the session.",
  }),
  "ticket.wrong-channel": ({ contact, advised }) => ({
    what: `The file is addressed to ${contactLabels[contact].en}; for this cause, ${contactLabels[advised].en} can help.`,
    why: "A file that is badly addressed is sent back, or stays without an answer.",
    mend: "Change the addressee, or say why.",
  }),
  "ticket.time-unreadable": ({ value }) => ({
    what: `“${value}” does not tell at what time it was.`,
    why: "Support searches its logs by the minute.",
    mend: "Say it as it comes, with the time: “10 minutes ago”, “this morning 9:12”, “07/12/2026 (day first) 14:05”.",
  }),
  "ticket.step-in-future": ({ at, zone }) => ({
    what: `${formatInstant(at, zone, "en")} has not come yet.`,
    why: "What is done is recorded, not what is planned: reminders count from there.",
    mend: "Correct the time, or leave it out: it will be now.",
  }),
  "ticket.user-id-unlike": () => ({
    what: "This is no identifier of the portal: those have letters, digits, and “. _ - @” only.",
    why: "A password belongs neither in a chat nor in a file; if it was typed here just now, it is lost.",
    mend: "Copy the identifier from France Travail's letter; if it was your password, change it.",
  }),
  "ticket.step-illegal": ({ action, status, incident, possible }) => ({
    what: `“${sentenceCase(incidentActionLabels[action].en)}” is not possible: ${incident} is ${incidentStatusLabels[status].en}.`,
    why: "A file is completed, sent, answered, then solved.",
    mend:
      possible.length === 0
        ? "Open another incident."
        : `At this point: ${enumerate(possible.map((one) => incidentActionLabels[one].en))}.`,
  }),
};
