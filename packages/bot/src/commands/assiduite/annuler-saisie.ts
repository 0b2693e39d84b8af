import { formatDay, halfDayKey, lastEntry, minutesOf, raise, recordRefusals, saidOf } from "@kairos/core";
import { command } from "../../command.js";
import { calledTrainee, loadAttendedSession, mayRecord, sessionOption } from "../../dossiers/attendance.js";
import { entryTable } from "../../dossiers/attendance-entry.js";
import { takeFactsAway } from "../../dossiers/attendance-facts.js";
import { halvesToChoose, slotMeant, slotOptions } from "../../dossiers/attendance-options.js";
import { entryTitle } from "../../dossiers/attendance-words.js";
import { done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["annuler-saisie", "Retire votre dernière saisie d'une demi-journée, si rien n'y fut corrigé"],
    en: ["undo-entry", "Take out your last entry of a half-day, if nothing of it was corrected"],
  },
  needs: mayRecord,
  visibility: "private",
  final: true,
  example: "/assiduite annuler-saisie session:SE-2026-014 jour:07/12/2026 matin",
  options: { session: sessionOption, ...slotOptions },
  async run({ input, actor, now, store, may }) {
    const loaded = await loadAttendedSession({ store, actor, may }, input.session, mayRecord);
    if (!loaded.ok) return refused(loaded.problems);
    const attended = loaded.value;
    const { session } = attended;
    const trace = { object: session.reference };
    const slot = slotMeant(attended, input, now);
    if (!slot.ok) {
      const typed = { session: session.reference, jour: formatDay(input.on.day) };
      return refused(slot.problems, { trace, next: halvesToChoose(attended, input, now, "assiduite annuler-saisie", typed) });
    }
    const halfDay = slot.value;
    const { day, half } = halfDay;
    const ofDay = { session: session.reference, from: day, until: day };
    const records = (await store.attendance.of(ofDay)).filter((one) => one.half === half);
    const formers = (await store.attendance.history(ofDay)).filter(({ former }) => former.half === half);
    const made = lastEntry(records, formers, actor.id);
    if (made.records.length === 0) {
      return refused([raise(recordRefusals, "attendance.nothing-to-undo", ["jour"], { day, half })], { trace });
    }
    if (made.corrected.length > 0) {
      const trainees = made.corrected.map((id) => calledTrainee(attended, id));
      return refused([raise(recordRefusals, "attendance.entry-corrected", ["jour"], { day, half, trainees })], { trace });
    }
    const taken = await takeFactsAway(store, session, made.records, { by: actor.id, at: now, cause: "saisie retirée" });
    const lines = made.records.map((record) => ({ traineeId: record.traineeId, said: saidOf(record), isKept: false }));
    return done({
      title: entryTitle(attended, halfDay),
      lines: [
        line(
          "good",
          `Saisie retirée pour ${made.records.length} : cette demi-journée est à noter de nouveau. L'historique la garde.`,
          `Entry taken out for ${made.records.length}: this half-day is to be recorded again. The history keeps it.`,
        ),
        ...taken.lines,
      ],
      table: entryTable(attended, { lines, leftOut: [], problems: [] }, minutesOf(halfDay)),
      data: { session: session.reference, halfDay: halfDayKey(halfDay), removed: taken.changed },
      trace: { ...trace, details: { halfDay: halfDayKey(halfDay), removed: taken.changed } },
    });
  },
});
