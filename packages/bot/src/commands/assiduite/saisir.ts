import { foremost, formatDay, halfDayKey, minutesOf, planEntry, raise, recordFaults, recordRefusals } from "@kairos/core";
import { command } from "../../command.js";
import { loadAttendedSession, mayRecord, sessionOption } from "../../dossiers/attendance.js";
import {
  correctionSteps,
  entrySummary,
  entryTable,
  exceptionsIn,
  factsOf,
  undoStep,
  withdrawalSteps,
} from "../../dossiers/attendance-entry.js";
import { keepFacts } from "../../dossiers/attendance-facts.js";
import { named, remarksOn, situationOf } from "../../dossiers/attendance-judging.js";
import { discreetText, halvesToChoose, slotMeant, slotOptions } from "../../dossiers/attendance-options.js";
import { entryTitle, leftOutLines } from "../../dossiers/attendance-words.js";
import { optional } from "../../options.js";
import { done, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["saisir", "Note une demi-journée : tous présents, sauf ceux que vous nommez"],
    en: ["enter", "Record a half-day: everybody present, but for those you name"],
  },
  needs: mayRecord,
  visibility: "private",
  final: true,
  form: [["session", "on", "half", "except"]],
  example: "/assiduite saisir session:SE-2026-014 jour:07/12/2026 matin sauf:T-0004 absent, T-0007 retard 20 min",
  options: {
    session: sessionOption,
    ...slotOptions,
    except: optional(
      discreetText(
        {
          fr: [
            "sauf",
            "Les autres, séparés par des virgules : T-0004 absent, T-0007 retard 20 min",
            "Sauf : T-0004 absent, T-0007 retard 20 min",
          ],
          en: ["except", "The others, separated by commas: T-0004 absent, T-0007 late 20 min", "Except: T-0004 absent, T-0007 late 20 min"],
        },
        4000,
        "several",
      ),
    ),
  },
  async run({ input, actor, now, today, store, may }) {
    const loaded = await loadAttendedSession({ store, actor, may }, input.session, mayRecord);
    if (!loaded.ok) return refused(loaded.problems);
    const attended = loaded.value;
    const { session } = attended;
    const trace = { object: session.reference };
    const slot = slotMeant(attended, input, now);
    if (!slot.ok) {
      const typed = { session: session.reference, jour: formatDay(input.on.day), sauf: input.except };
      return refused(slot.problems, { trace, next: halvesToChoose(attended, input, now, "assiduite saisir", typed) });
    }
    const halfDay = slot.value;
    const { exceptions, unread } = exceptionsIn(attended, input.except ?? "");
    const records = await store.attendance.of({ session: session.reference, until: halfDay.day });
    const entry = planEntry(halfDay, attended.roster, records, exceptions);
    const added = factsOf(entry, { session, slot: halfDay, by: actor.id, at: now });
    const situation = situationOf(attended, [...records, ...added], today);
    const faults = added.flatMap((one) => recordFaults(one, situation)).filter(({ severity }) => severity === "error");
    const problems = [...unread, ...named(attended, [...entry.problems, ...faults])];
    if (problems.length > 0) return refused(foremost(problems), { trace, next: correctionSteps(attended, halfDay, entry) });
    if (entry.lines.length === 0) {
      const nobody = raise(recordRefusals, "attendance.roster-empty", [], { session: session.reference });
      return refused([nobody], { lines: leftOutLines(attended, entry.leftOut), trace });
    }
    const kept = await keepFacts(store, session, added, { by: actor.id, at: now });
    const notable = added.filter(({ status }) => status !== "present").map(({ traineeId }) => traineeId);
    return done({
      title: entryTitle(attended, halfDay),
      lines: [...entrySummary(entry), ...leftOutLines(attended, entry.leftOut), ...kept.lines],
      table: entryTable(attended, entry, minutesOf(halfDay)),
      problems: remarksOn(attended, situation.records, { trainees: new Set(notable), slot: halfDay }, today),
      next: added.length === 0 ? [] : [undoStep(attended, halfDay), ...withdrawalSteps(attended, halfDay, entry)],
      data: { session: session.reference, halfDay: halfDayKey(halfDay), recorded: added.length, kept: entry.lines.length - added.length },
      trace: { ...trace, details: { halfDay: halfDayKey(halfDay), recorded: added.length } },
    });
  },
});
