import { formatInstant, formatSlot } from "@kairos/core";
import { command } from "../../command.js";
import { calledTrainee, loadAttendedSession, mayRead, sessionOption } from "../../dossiers/attendance.js";
import { factWords, traineeMeant } from "../../dossiers/attendance-correction.js";
import { changesOf } from "../../dossiers/attendance-history.js";
import { traineeOption } from "../../dossiers/attendance-options.js";
import { callingIn } from "../../dossiers/trainers.js";
import { optional } from "../../options.js";
import { both, done, line, refused, same } from "../../reply.js";
import { zoneOf } from "../../zone.js";

const most = 50;

export default command({
  words: {
    fr: ["historique", "Ce que les faits disaient avant d'être corrigés : qui, quand, pourquoi"],
    en: ["history", "What facts said before they were corrected: who, when, why"],
  },
  needs: mayRead,
  visibility: "private",
  example: "/assiduite historique session:SE-2026-014 stagiaire:T-0004",
  options: { session: sessionOption, trainee: optional(traineeOption) },
  async run({ input, actor, store, may }) {
    const loaded = await loadAttendedSession({ store, actor, may }, input.session, mayRead);
    if (!loaded.ok) return refused(loaded.problems);
    const attended = loaded.value;
    const { session, provider } = attended;
    const trace = { object: session.reference };
    const trainee = input.trainee === undefined ? undefined : await traineeMeant(store, attended, input.trainee);
    if (trainee?.ok === false) return refused(trainee.problems, { trace });
    const of = { session: session.reference, ...(trainee !== undefined && { trainee: trainee.value.id }) };
    const changes = changesOf(await store.attendance.history(of), await store.attendance.of(of));
    const nameOf = await callingIn(store);
    const rows = changes
      .slice(0, most)
      .map(({ former, after, by, at, cause }) => [
        both((language) => formatSlot(former, language)),
        same(calledTrainee(attended, former.traineeId)),
        factWords(former),
        factWords(after),
        same(nameOf(by)),
        both((language) => formatInstant(at, zoneOf(provider), language)),
        same(cause ?? "—"),
      ]);
    return done({
      title: { fr: `Corrections de ${session.reference}`, en: `Corrections of ${session.reference}` },
      lines: [
        ...(rows.length === 0 ? [line("plain", "Aucun fait n'a été corrigé.", "No fact was corrected.")] : []),
        ...(changes.length > most
          ? [
              line(
                "muted",
                `Les ${most} dernières corrections sur ${changes.length} ; nommez un stagiaire pour voir les siennes.`,
                `The latest ${most} corrections out of ${changes.length}; name a trainee to see theirs.`,
              ),
            ]
          : []),
      ],
      ...(rows.length > 0 && { table: { columns, rows } }),
      data: { session: session.reference, corrections: changes.length },
      trace,
    });
  },
});

const columns = [
  { fr: "Demi-journée", en: "Half-day" },
  { fr: "Stagiaire", en: "Trainee" },
  { fr: "Avant", en: "Before" },
  { fr: "Après", en: "After" },
  { fr: "Par", en: "By" },
  { fr: "Le", en: "On" },
  { fr: "Pourquoi", en: "Why" },
];
