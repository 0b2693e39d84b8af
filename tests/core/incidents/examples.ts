import { advanceIncident, checkTicket, incidentRefusals, type Problem, raise } from "@kairos/core";
import { anIncidentSituation } from "../../examples/incident.js";

const ticket = (...args: Parameters<typeof anIncidentSituation>): readonly Problem[] => checkTicket(anIncidentSituation(...args));

/** One broken example of each code, which gives that code and nothing else. */
export const incidentExamples = {
  "ticket.siret-missing": () =>
    checkTicket({ ...anIncidentSituation(), provider: { ...anIncidentSituation().provider, siret: "" as never } }),
  "ticket.user-id-missing": () => ticket({ portalUser: undefined }),
  "ticket.time-missing": () => ticket({ occurredAt: undefined }),
  "ticket.time-in-future": () => ticket({ occurredAt: "2026-12-07T09:12:00.000Z" }),
  "ticket.message-missing": () => ticket({ message: undefined }),
  "ticket.action-missing": () => ticket({ steps: undefined }),
  "ticket.browser-missing": () => ticket({ browser: undefined }),
  "ticket.screenshot-missing": () => ticket({ screenshots: [] }),
  "ticket.picture-unchecked": () => ticket({ pictureChecked: false }),
  "ticket.secret-present": () => ticket({ message: "Refusé avec le mot de passe : Soleil2026!" }),
  "ticket.personal-data": () => ticket({ steps: "Je cherche le devis de Camille Durand." }),
  "ticket.wrong-channel": () => ticket({ contact: "regional-base" }),
  "ticket.time-unreadable": (): readonly Problem[] => [raise(incidentRefusals, "ticket.time-unreadable", [], { value: "tout à l'heure" })],
  "ticket.step-in-future": (): readonly Problem[] => [
    raise(incidentRefusals, "ticket.step-in-future", [], { at: "2026-12-07T09:12:00.000Z", zone: "Europe/Paris" }),
  ],
  "ticket.user-id-unlike": (): readonly Problem[] => [raise(incidentRefusals, "ticket.user-id-unlike", [], {})],
  "ticket.step-illegal": (): readonly Problem[] => {
    const refused = advanceIncident(anIncidentSituation(), "send", { by: "lea", at: "2026-12-07T08:30:00.000Z" });
    return refused.ok ? [] : refused.problems;
  },
};
