import { type incidentRefusals, maskedKinds, type ticketRules } from "@kairos/core";
import type { Samples } from "./sentences.js";

export const incidentSamples: Pick<Samples, keyof typeof ticketRules | keyof typeof incidentRefusals> = {
  "ticket.siret-missing": [{}],
  "ticket.user-id-missing": [{}],
  "ticket.time-missing": [{}],
  "ticket.time-in-future": [{ at: "2026-12-07T09:12:00.000Z", zone: "Europe/Paris" }],
  "ticket.message-missing": [{}],
  "ticket.action-missing": [{}],
  "ticket.browser-missing": [{}],
  "ticket.screenshot-missing": [{}],
  "ticket.picture-unchecked": [{}],
  "ticket.secret-present": [{ kinds: ["password"] }],
  "ticket.personal-data": [{ kinds: maskedKinds }],
  "ticket.wrong-channel": [{ contact: "regional-base", advised: "account-manager" }],
  "ticket.time-unreadable": [{ value: "tout à l'heure" }],
  "ticket.step-in-future": [{ at: "2026-12-07T09:12:00.000Z", zone: "Europe/Paris" }],
  "ticket.user-id-unlike": [{}],
  "ticket.step-illegal": [
    { action: "send", status: "draft", incident: "INC-2026-0001", possible: ["complete", "drop"] },
    { action: "send", status: "dropped", incident: "INC-2026-0001", possible: [] },
  ],
};
