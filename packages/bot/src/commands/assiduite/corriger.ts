import {
  type AttendanceStatus,
  absenceReasonLabels,
  attendanceStatusLabels,
  correctedFact,
  evidenceKindLabels,
  formatDay,
  formatSlot,
  halfDayKey,
  misplacedDetails,
  recordFaults,
  saysTheSame,
} from "@kairos/core";
import { command } from "../../command.js";
import { typedOptions } from "../../dossiers/appointment-words.js";
import { calledTrainee, loadAttendedSession, mayRecord, sessionOption } from "../../dossiers/attendance.js";
import { changedLine, factMeant, traineeMeant } from "../../dossiers/attendance-correction.js";
import { factOf } from "../../dossiers/attendance-entry.js";
import { keepFacts, takeFactsAway } from "../../dossiers/attendance-facts.js";
import { named, remarksOn, situationOf } from "../../dossiers/attendance-judging.js";
import { discreetText, halvesToChoose, minutesOption, slotOptions, traineeOption } from "../../dossiers/attendance-options.js";
import { severalOf } from "../../dossiers/list-options.js";
import { choice, optional } from "../../options.js";
import { both, done, line, refused } from "../../reply.js";

/** What may be made of a fact: any status, or nothing. */
const outcomes: Readonly<Record<AttendanceStatus | "none", { readonly fr: string; readonly en: string }>> = {
  ...attendanceStatusLabels,
  none: { fr: "aucun : effacer le fait", en: "none: erase the fact" },
};

const options = {
  session: sessionOption,
  trainee: traineeOption,
  ...slotOptions,
  status: choice({ fr: ["statut", "Ce qui s'est vraiment passé"], en: ["status", "What really happened"] }, outcomes),
  minutes: optional(
    minutesOption({
      fr: ["minutes", "Minutes de retard, ou manquées avant la fin : 20, 1h30"],
      en: ["minutes", "Minutes late, or missed before the end: 20, 1h30"],
    }),
  ),
  early: optional(
    minutesOption({
      fr: ["parti-avant", "En plus d'un retard, minutes manquées avant la fin"],
      en: ["left-early", "Beside being late, minutes missed before the end"],
    }),
  ),
  reason: optional(
    choice(
      {
        fr: ["motif-absence", "Pourquoi, sans détail : de la santé, seul le mot « santé »"],
        en: ["absence-reason", "Why, without detail"],
      },
      absenceReasonLabels,
    ),
  ),
  document: optional(
    discreetText({ fr: ["justificatif", "Référence du justificatif : AT-12"], en: ["document", "Reference of the document: AT-12"] }, 60),
  ),
  evidence: optional(
    severalOf(
      {
        fr: ["preuves", "À distance : connexion, travail rendu, évaluation, échange"],
        en: ["evidence", "Remote: log, work, quiz, exchange"],
      },
      evidenceKindLabels,
    ),
  ),
  cause: discreetText(
    { fr: ["raison", "Pourquoi vous corrigez : gardé dans l'historique"], en: ["why", "Why you correct: kept in the history"] },
    200,
  ),
};

export default command({
  words: {
    fr: ["corriger", "Corrige ou efface un fait ; l'ancienne valeur reste dans l'historique"],
    en: ["correct", "Correct or erase a fact; the former value stays in the history"],
  },
  needs: mayRecord,
  visibility: "private",
  example:
    "/assiduite corriger session:SE-2026-014 stagiaire:T-0004 jour:07/12/2026 matin statut:absence justifiée justificatif:AT-12 raison:Justificatif reçu",
  options,
  async run({ input, actor, now, today, store, may }) {
    const loaded = await loadAttendedSession({ store, actor, may }, input.session, mayRecord);
    if (!loaded.ok) return refused(loaded.problems);
    const attended = loaded.value;
    const { session } = attended;
    const trace = { object: session.reference };
    const trainee = await traineeMeant(store, attended, input.trainee);
    if (!trainee.ok) return refused(trainee.problems, { trace });
    const { id } = trainee.value;
    const meant = await factMeant(
      store,
      attended,
      { ...input, trainee: id, isAhead: input.status === "announced" || input.status === "none" },
      now,
    );
    if (!meant.ok) {
      const typed = typedOptions(options, { ...input, on: { day: input.on.day } });
      const said = { ...typed, jour: formatDay(input.on.day) };
      return refused(meant.problems, { trace, next: halvesToChoose(attended, input, now, "assiduite corriger", said) });
    }
    const { slot, current } = meant.value;
    const change = { by: actor.id, at: now, cause: input.cause };
    const title = both((language) => `${calledTrainee(attended, id)} · ${formatSlot(slot, language)}`);
    const details = { trainee: id, halfDay: halfDayKey(slot) };
    if (input.status === "none") {
      if (current === undefined) return done({ title, lines: [nothingChanged], trace });
      const taken = await takeFactsAway(store, session, [current], change);
      return done({ title, lines: [changedLine(current, undefined), ...taken.lines], trace: { ...trace, details } });
    }
    const given = { ...input, status: input.status };
    const misplaced = misplacedDetails(given);
    if (misplaced.length > 0) return refused(misplaced, { trace });
    const said = correctedFact(given, current);
    if (current !== undefined && saysTheSame(current, said)) return done({ title, lines: [nothingChanged], trace });
    const record = factOf(id, said, { session, slot, by: actor.id, at: now });
    const own = await store.attendance.of({ session: session.reference, trainee: id });
    const records = [...own.filter((one) => one.day !== slot.day || one.half !== slot.half), record];
    const faults = recordFaults(record, situationOf(attended, records, today)).filter(({ severity }) => severity === "error");
    if (faults.length > 0) return refused(named(attended, faults), { trace });
    const kept = await keepFacts(store, session, [record], change);
    return done({
      title,
      lines: [changedLine(current, said), ...kept.lines],
      problems: remarksOn(attended, records, { trainees: new Set([id]), slot }, today),
      next: [
        {
          text: { fr: "voir ce que ces faits disaient avant", en: "see what these facts said before" },
          command: `/assiduite historique session:${session.reference} stagiaire:${id}`,
        },
      ],
      data: { session: session.reference, trainee: id, halfDay: halfDayKey(slot) },
      trace: { ...trace, details },
    });
  },
});

const nothingChanged = line("muted", "Rien n'a changé : c'est déjà ce qui est noté.", "Nothing changed: that is what is recorded already.");
