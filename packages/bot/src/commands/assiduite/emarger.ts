import {
  type AttendanceRecord,
  attendanceStatusLabels,
  attendingStatuses,
  clockAt,
  formatSlot,
  type Mac,
  type OwnHalfDay,
  presentAt,
  raise,
  readSignInCode,
  recogniseCode,
  refuseSignIn,
  type SignIn,
  signInRules,
} from "@kairos/core";
import { type CommandContext, command } from "../../command.js";
import { keepFacts } from "../../dossiers/attendance-facts.js";
import { isOfAnotherGroup, ownHalfDays } from "../../dossiers/own-half-days.js";
import { refuseGuessing, signInMac } from "../../dossiers/sign-in-codes.js";
import { text } from "../../options.js";
import { done, line, type ReplyLine, refused } from "../../reply.js";
import { zoneOf } from "../../zone.js";

export default command({
  words: {
    fr: ["emarger", "Émarge votre demi-journée avec le code que montre le formateur"],
    en: ["sign-in", "Sign in for your half-day with the code that the trainer shows"],
  },
  needs: "trainee",
  visibility: "private",
  form: [["code"]],
  example: "/assiduite emarger code:K7QF-2MXD",
  options: {
    code: text(
      {
        fr: ["code", "Code montré par le formateur : K7QF-2MXD", "Code montré par le formateur"],
        en: ["code", "Code shown by the trainer: K7QF-2MXD", "Code shown by the trainer"],
      },
      40,
    ),
  },
  async run(desk) {
    const { input, now, store, actor, provider } = desk;
    const blocked = await refuseGuessing(store, actor.id, now, zoneOf(provider));
    if (blocked !== undefined) return refused([blocked]);
    const mac = await signInMac(store);
    const own = await ownHalfDays(store, await store.trainees.ofPerson(actor.id), now);
    const code = readSignInCode(input.code);
    const recognised = code === undefined ? undefined : recogniseCode(own, code, now, mac);
    if (recognised === undefined) return refused([raise(signInRules, await unknownAs(desk, own, code, mac), ["code"], {})]);
    const { enrolment, session, halfDay, timeZone } = recognised.one;
    const { traineeId } = enrolment;
    const slot = { day: halfDay.day, half: halfDay.half };
    const trace = { object: session.reference, details: { trainee: traineeId, ...slot } };
    const problem = refuseSignIn(recognised, now);
    if (problem !== undefined) return refused([problem], { trace });
    const signIn: SignIn = { sessionReference: session.reference, siret: session.siret, traineeId, ...slot, method: "code", at: now };
    await store.signIns.addMany([signIn]);
    const fact = await recordedPresence(desk, recognised.one, signIn);
    const { time } = clockAt(now, timeZone);
    return done({
      title: { fr: `${session.title} · ${session.reference}`, en: `${session.title} · ${session.reference}` },
      lines: [
        line(
          "good",
          `Émargé à ${time} : demi-journée du ${formatSlot(slot)}, de ${halfDay.from} à ${halfDay.until}. C'est enregistré.`,
          `Signed in at ${time}: half-day of ${formatSlot(slot, "en")}, from ${halfDay.from} to ${halfDay.until}. It is recorded.`,
        ),
        ...contradictedBy(fact),
      ],
      data: { session: session.reference, ...slot, at: now },
      trace,
    });
  },
});

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "now">;

async function unknownAs(
  { store, now }: Desk,
  own: readonly OwnHalfDay[],
  code: string | undefined,
  mac: Mac,
): Promise<"attendance.code-other-group" | "attendance.code-unknown"> {
  const isOthers = code !== undefined && (await isOfAnotherGroup(store, own, code, now, mac));
  return isOthers ? "attendance.code-other-group" : "attendance.code-unknown";
}

/** What is recorded of the half-day; where nothing is, that they are there. A delay is the trainer's to say. */
async function recordedPresence(
  { store, actor, now }: Desk,
  { session, halfDay }: OwnHalfDay,
  { sessionReference, siret, traineeId, day, half }: SignIn,
): Promise<AttendanceRecord> {
  const facts = await store.attendance.of({ session: sessionReference, trainee: traineeId, from: day, until: day });
  const known = facts.find((one) => one.half === half);
  if (known !== undefined) return known;
  const slot = { sessionReference, siret, traineeId, day, half };
  const fact = { ...slot, status: presentAt(halfDay.at), source: "code", recordedBy: actor.id, recordedAt: now } as const;
  // What it does to a closed month is for whoever closes months: the trail and the month tell them.
  await keepFacts(store, session, [fact], { by: actor.id, at: now });
  return fact;
}

function contradictedBy({ status }: AttendanceRecord): readonly ReplyLine[] {
  if (attendingStatuses.has(status)) return [];
  const { fr, en } = attendanceStatusLabels[status];
  return [
    line(
      "warning",
      `Votre signature est gardée, mais cette demi-journée est déjà saisie comme « ${fr} ». Dites-le tout de suite à votre formateur.`,
      `Your signature is kept, but this half-day is recorded as “${en}” already. Tell your trainer at once.`,
    ),
  ];
}
