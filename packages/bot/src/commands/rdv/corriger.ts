import { amendAppointment, inputRules, raise, resourceOf } from "@kairos/core";
import { command } from "../../command.js";
import { toTell } from "../../dossiers/appointment-card.js";
import { detailOptions, whoOptions } from "../../dossiers/appointment-options.js";
import { namedAmong, namesAmong, readWho } from "../../dossiers/appointment-people.js";
import { keepAndAnswer, knownSession, loadAppointment } from "../../dossiers/appointments.js";
import { given, optional, reference, text } from "../../options.js";
import { line, refused } from "../../reply.js";

export default command({
  words: {
    fr: ["corriger", "Corrige le lieu, la salle, les places, les rappels ou les participants"],
    en: ["correct", "Correct the place, the room, the places, the reminders or who comes"],
  },
  needs: "appointment.manage",
  visibility: "private",
  form: [["place", "room", "places", "reminderMinutes", "with"]],
  example: "/rdv corriger reference:RDV-2026-0001 salle:A 2 rappels:1 j, 2 h",
  options: {
    reference: reference("appointment", { fr: ["reference", "Référence du rendez-vous"], en: ["reference", "Appointment reference"] }),
    ...detailOptions,
    ...whoOptions,
    remove: optional(
      text({ fr: ["retirer", "Qui ne viendra plus : T-0002, Mme Martin"], en: ["remove", "Who comes no more: T-0002"] }, 300),
    ),
  },
  async run(desk) {
    const { reference: typed, trainee, trainer, adviser, with: others, remove, session: typedSession, ...details } = desk.input;
    const loaded = await loadAppointment(desk, typed);
    if (!loaded.ok) return refused(loaded.problems);
    const { appointment } = loaded.value;
    const { reference, siret } = appointment;
    if (Object.keys(given({ ...details, trainee, trainer, adviser, others, remove, typedSession })).length === 0)
      return refused([raise(inputRules, "input.nothing-given", [], {})], { trace: { object: reference } });
    const session = await knownSession(desk.store, typedSession);
    const added = await readWho(desk, { trainee, trainer, adviser, with: others }, siret);
    const removed = await namedAmong(appointment.participants, remove ?? "", await namesAmong(desk.store, appointment.participants));
    for (const read of [session, added, removed]) if (!read.ok) return refused(read.problems, { trace: { object: reference } });
    const [left, joined] = [removed.ok ? removed.value : [], added.ok ? added.value : []];
    const again = new Set([...left, ...joined].map((one) => resourceOf(one, siret)));
    const stay = appointment.participants.filter((one) => !again.has(resourceOf(one, siret)));
    const changes = { ...given(details), ...(session.ok && given({ session: session.value })), participants: [...stay, ...joined] };
    const amended = amendAppointment(appointment, changes);
    if (!amended.ok) return refused(amended.problems, { trace: { object: reference } });
    return keepAndAnswer(desk, amended.value, {
      before: appointment,
      lines: [line("good", "Corrigé.", "Corrected."), ...(await toTell(desk, amended.value))],
      details: {
        action: "amend",
        change: Object.keys(given({ ...details, trainee, trainer, adviser, others, remove, typedSession })).join(" "),
      },
    });
  },
});
