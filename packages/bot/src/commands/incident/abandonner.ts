import { counted } from "@kairos/core";
import { command } from "../../command.js";
import { lifeReply, mostLetters, stepOn } from "../../dossiers/incident-life.js";
import { incidentOption, mayReport } from "../../dossiers/incidents.js";
import { passOn } from "../../dossiers/known-incidents.js";
import { masked, optional, text } from "../../options.js";
import { line, type ReplyLine } from "../../reply.js";

export default command({
  words: {
    fr: ["abandonner", "Abandonne un incident qui n'a pas été envoyé : une erreur, un double"],
    en: ["drop", "Drop an incident that was not sent: a mistake, a double"],
  },
  needs: mayReport,
  visibility: "private",
  example: "/incident abandonner incident:INC-2026-0001 motif:Signalé deux fois",
  options: {
    incident: incidentOption,
    reason: optional(masked(text({ fr: ["motif", "Pourquoi"], en: ["reason", "Why"] }, mostLetters))),
  },
  async run(desk) {
    const { input, store } = desk;
    const stepped = await stepOn(desk, input.incident, "drop", () => ({ note: input.reason }));
    if (!stepped.ok) return stepped.refusal;
    const passed = await passOn(store, stepped.value.situation.incident);
    return lifeReply(stepped.value, [line("good", "Incident abandonné.", "Incident dropped."), ...passedLine(passed)]);
  },
});

function passedLine(passed: Awaited<ReturnType<typeof passOn>>): readonly ReplyLine[] {
  if (passed === undefined) return [];
  const { head, others } = passed;
  return [
    line(
      "plain",
      `D'autres avaient vu la même chose : ${head.reference} prend sa place${others === 0 ? "" : `, avec ${counted(others, "incident rattaché", "incidents rattachés")}`}.`,
      `Others had seen the same: ${head.reference} takes its place${others === 0 ? "" : `, with ${counted(others, "incident", "incidents", "en")} attached`}.`,
    ),
  ];
}
