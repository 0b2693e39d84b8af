import { failure, type Incident, inputRules, type Result, raise, success } from "@kairos/core";
import { command } from "../../command.js";
import { incidentReply, judged, mayBeCompleted, traceOf } from "../../dossiers/incident-card.js";
import { toldOptions } from "../../dossiers/incident-options.js";
import { hear, rankOf } from "../../dossiers/incident-told.js";
import { exactMoment, findIncident, incidentOption, loadIncident, mayReport } from "../../dossiers/incidents.js";
import { cleanPicture } from "../../files/picture/clean.js";
import { given, integer, optional } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: {
    fr: ["completer", "Complète ou corrige le dossier d'un incident, tant qu'il n'est pas envoyé"],
    en: ["complete", "Complete or correct the file of an incident, until it is sent"],
  },
  needs: mayReport,
  visibility: "private",
  form: [
    ["portalUser", "moment", "browser", "contact", "pictureChecked"],
    ["message", "steps", "picture"],
  ],
  example: "/incident completer incident:INC-2026-0001 navigateur:Chrome 131 capture-verifiee:oui",
  options: {
    incident: incidentOption,
    ...toldOptions,
    removed: optional(
      integer(
        { fr: ["retirer-capture", "Numéro d'une capture à retirer : 2"], en: ["remove-screenshot", "Number of a screenshot to remove: 2"] },
        1,
        999,
      ),
    ),
  },
  known: async (desk) => {
    const found = await findIncident(desk, desk.values.incident ?? "");
    if (!found.ok) return {};
    const { portalUser, browser, contact, message, steps, screenshots, pictureChecked } = found.value;
    const moment = exactMoment(found.value);
    return given({ portalUser, browser, contact, message, steps, moment, ...(screenshots.length > 0 && { pictureChecked }) });
  },
  prepare: ({ input: { picture } }) => (picture === undefined ? Promise.resolve(undefined) : cleanPicture(picture)),
  async run(desk) {
    const { store, input, prepared } = desk;
    const loaded = await loadIncident(desk, input.incident);
    if (!loaded.ok) return refused(loaded.problems);
    const { incident } = loaded.value;
    const trace = traceOf(incident);
    if (prepared?.ok === false) return refused(prepared.problems, { trace });
    const { incident: _named, removed, ...told } = input;
    const isSilent = removed === undefined && Object.values(told).every((value) => value === undefined);
    if (isSilent && mayBeCompleted(incident)) return refused([raise(inputRules, "input.nothing-given", [], {})], { trace });
    const left = without(incident, removed);
    if (!left.ok) return refused(left.problems, { trace });
    const heard = await hear(desk, { ...loaded.value, incident: left.value }, told, prepared?.value);
    if (!heard.ok) return refused(heard.problems, { trace });
    const situation = judged(desk, heard.value.situation);
    if (!situation.ok) return refused(situation.problems, { trace });
    await store.incidents.save(situation.value.incident);
    return incidentReply(desk, situation.value, heard.value.lines);
  },
});

/** The incident less a screenshot, by the number at the end of its name. */
function without(incident: Incident, rank: number | undefined): Result<Incident> {
  if (rank === undefined) return success(incident);
  const { screenshots } = incident;
  const kept = screenshots.filter(({ fileName }) => rankOf(fileName) !== rank);
  if (kept.length < screenshots.length) return success({ ...incident, screenshots: kept });
  const allowed = screenshots.map(({ fileName }) => rankOf(fileName)).join(", ");
  const none = {
    fr: "le numéro d'une capture du dossier : il n'y en a aucune",
    en: "the number of a screenshot of the file: there is none",
  };
  return failure(raise(inputRules, "input.unknown-value", ["retirer-capture"], { value: String(rank), allowed: allowed || none }));
}
