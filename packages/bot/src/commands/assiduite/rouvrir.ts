import { daysOfMonth, formatMonth, reopenMonth, sentenceCase } from "@kairos/core";
import { command } from "../../command.js";
import { loadAttendedSession, sessionOption } from "../../dossiers/attendance.js";
import { billedLines } from "../../dossiers/attendance-facts.js";
import { discreetText } from "../../dossiers/attendance-options.js";
import { whichMonth } from "../../dossiers/month-option.js";
import { monthDossier } from "../../dossiers/months.js";
import { fingerprintOf } from "../../fingerprint.js";
import { both, done, line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["rouvrir", "Rouvre un mois clôturé, pour le corriger puis le clôturer à nouveau"],
    en: ["reopen", "Reopen a closed month, to correct it and close it once more"],
  },
  needs: "attendance.record",
  visibility: "private",
  final: true,
  example: "/assiduite rouvrir session:SE-2026-014 mois:décembre 2026 raison:Feuille retrouvée",
  options: {
    session: sessionOption,
    month: whichMonth,
    reason: discreetText({ fr: ["raison", "Pourquoi le mois est rouvert"], en: ["reason", "Why the month is reopened"] }, 200),
  },
  async run({ input, store, actor, now, may }) {
    const loaded = await loadAttendedSession({ store, actor, may }, input.session, ["attendance.record"]);
    if (!loaded.ok) return refused(loaded.problems);
    const { session, month, claims } = await monthDossier(store, loaded.value, input.month, now);
    const trace = { object: session.reference, details: { month: month.month } };
    const reopened = reopenMonth(month, { at: now, by: actor.id, reason: input.reason });
    if (!reopened.ok) return refused(reopened.problems, { trace });
    await store.months.save(reopened.value);
    const { startsOn: from, endsOn: until } = daysOfMonth(month.month);
    const billed = await store.claims.of("billed", { session: session.reference, from, until });
    const about = `session:${session.reference} mois:${month.month}`;
    return done({
      title: both((language) => `${session.reference} · ${formatMonth(month.month, language)}`),
      lines: [
        line(
          "good",
          `${sentenceCase(formatMonth(month.month))} est rouvert. Ce qui a été déclaré reste connu : la prochaine clôture dira ce qui change.`,
          `${formatMonth(month.month, "en")} is open again. What was declared is still known: the next closing will say what changes.`,
        ),
        ...billedLines(billed, claims),
      ],
      next: [
        { text: { fr: "voir l'état mensuel", en: "see the monthly statement" }, command: `/assiduite mois ${about}` },
        { text: { fr: "clôturer à nouveau", en: "close once more" }, command: `/assiduite cloturer ${about}` },
      ],
      basis: fingerprintOf(month),
      data: { session: session.reference, month: month.month },
      trace,
    });
  },
});
