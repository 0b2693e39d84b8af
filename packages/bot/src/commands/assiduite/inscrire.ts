import {
  absenceReasonLabels,
  enrolmentFaults,
  enrolmentSchema,
  halfLabels,
  type IsoDate,
  parse,
  raise,
  recordRefusals,
  success,
} from "@kairos/core";
import { command } from "../../command.js";
import { calledTrainee, loadAttendedSession, sessionOption } from "../../dossiers/attendance.js";
import { traineeMeant } from "../../dossiers/attendance-correction.js";
import { enrolledElsewhere, enrolmentLines, enrolmentWith, factsLeftBehind, halfDaysMoved } from "../../dossiers/attendance-enrolment.js";
import { reopenAround } from "../../dossiers/attendance-facts.js";
import { named } from "../../dossiers/attendance-judging.js";
import { traineeOption } from "../../dossiers/attendance-options.js";
import { isNone } from "../../dossiers/list-options.js";
import { unknownReference } from "../../dossiers/unknown.js";
import type { Option } from "../../option.js";
import { choice, day, given, optional, text, yesOrNo } from "../../options.js";
import { done, line, type Reply, refused, same } from "../../reply.js";
import type { Store } from "../../store/store.js";

/** A day, or `aucun` to take back the one that was given. */
const withdrawalOption: Option<IsoDate | "none"> = {
  ...day({
    fr: ["abandon", "Premier jour que la personne ne suit plus, ou aucun pour l'annuler"],
    en: ["withdrawal", "First day the person no longer follows, or none to take it back"],
  }),
  read: (raw, reading) => (isNone(raw) ? success("none") : day({ fr: ["abandon", ""], en: ["withdrawal", ""] }).read(raw, reading)),
  write: (value) => (value === "none" ? "aucun" : value),
};

export default command({
  words: {
    fr: ["inscrire", "Inscrit un stagiaire à la session, ou note son entrée, sa sortie, son abandon"],
    en: ["enrol", "Enrol a trainee in the session, or record when they join, leave, withdraw"],
  },
  needs: "attendance.record",
  visibility: "private",
  example: "/assiduite inscrire session:SE-2026-014 stagiaire:T-0001 du:08/12/2026",
  options: {
    session: sessionOption,
    trainee: traineeOption,
    from: optional(day({ fr: ["du", "Premier jour, si ce n'est celui de la session"], en: ["from", "First day, if not the session's"] })),
    until: optional(day({ fr: ["au", "Dernier jour, si ce n'est celui de la session"], en: ["until", "Last day, if not the session's"] })),
    withdrawal: optional(withdrawalOption),
    half: optional(
      choice(
        {
          fr: ["demi-journee", "Première demi-journée non suivie, en cas d'abandon"],
          en: ["half-day", "First half-day not followed, when withdrawing"],
        },
        halfLabels,
      ),
    ),
    reason: optional(
      choice(
        { fr: ["motif", "Pourquoi la personne abandonne, sans détail"], en: ["reason", "Why the person withdraws, without detail"] },
        absenceReasonLabels,
      ),
    ),
    employer: optional(
      text(
        {
          fr: ["employeur", "Qui l'emploie, pour le certificat ; ou aucun"],
          en: ["employer", "Who employs them, for the certificate; or none"],
        },
        120,
      ),
    ),
    remove: optional(
      yesOrNo({ fr: ["retirer", "Retire une inscription faite par erreur"], en: ["remove", "Take out an enrolment made by mistake"] }),
    ),
  },
  async run({ input, actor, now, store, may }) {
    const loaded = await loadAttendedSession({ store, actor, may }, input.session, ["attendance.record"]);
    if (!loaded.ok) return refused(loaded.problems);
    const { session, trainees } = loaded.value;
    const trace = { object: session.reference };
    const meant = await traineeMeant(store, loaded.value, input.trainee);
    if (!meant.ok) return refused(meant.problems, { trace });
    const { id } = meant.value;
    const trainee = await store.trainees.get(id);
    if (trainee === undefined) {
      return refused([unknownReference("trainee", "stagiaire", id)], { trace });
    }
    if (trainee.siret !== session.siret) {
      return refused([raise(recordRefusals, "attendance.other-establishment", ["stagiaire"], { trainee: id })], { trace });
    }
    const attended = { ...loaded.value, trainees: new Map([...trainees, [id, trainee]]) };
    const title = same(`${session.reference} · ${calledTrainee(attended, id)}`);
    if (input.remove === true) return { ...(await takenOut(store, session.reference, id)), title };
    const before = attended.roster.find(({ traineeId }) => traineeId === id);
    const said = enrolmentWith(attended, before, id, input);
    if (!said.ok) return refused(said.problems, { trace });
    const enrolment = parse(enrolmentSchema, said.value);
    if (!enrolment.ok) return refused(enrolment.problems, { trace });
    const faults = enrolmentFaults(enrolment.value, session);
    if (faults.length > 0) return refused(faults, { trace });
    await store.enrolments.save(enrolment.value);
    const moved = halfDaysMoved(attended, before, enrolment.value);
    const reopened = await reopenAround(store, session, moved, { by: actor.id, at: now, cause: `inscription de ${id}` });
    return done({
      title,
      lines: [...enrolmentLines(attended, enrolment.value), ...(await factsLeftBehind(store, enrolment.value)), ...reopened],
      problems: named(attended, await enrolledElsewhere(store, attended, enrolment.value)),
      data: { session: session.reference, trainee: id },
      trace: { ...trace, details: { trainee: id, change: Object.keys(given(changesIn(input))).join(" ") } },
    });
  },
});

/** What was said beyond who and where. */
function changesIn<Input extends { readonly session: string; readonly trainee: string }>({
  session: _session,
  trainee: _trainee,
  ...changes
}: Input) {
  return changes;
}

/** Takes an enrolment out, while it left no fact. */
async function takenOut(store: Store, session: string, trainee: string): Promise<Reply> {
  const trace = { object: session, details: { trainee, change: "remove" } };
  const facts = await store.attendance.of({ session, trainee });
  if (facts.length > 0) {
    const params = { trainee, facts: facts.length };
    return refused([raise(recordRefusals, "attendance.enrolment-has-facts", ["retirer"], params)], { trace });
  }
  if ((await store.enrolments.get(session, trainee)) === undefined) {
    return done({ lines: [line("muted", "Aucune inscription n'est à retirer.", "There is no enrolment to take out.")], trace });
  }
  await store.enrolments.remove(session, trainee);
  return done({
    lines: [
      line(
        "good",
        "Inscription retirée. Si son devis est accepté, la personne reste attendue aux dates du devis.",
        "Enrolment taken out. If their quote is accepted, the person stays expected on the dates of the quote.",
      ),
    ],
    trace,
  });
}
