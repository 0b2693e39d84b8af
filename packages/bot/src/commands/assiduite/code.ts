import {
  clockAt,
  codeToShow,
  currentHalfDay,
  dayOf,
  follows,
  formatSignInCode,
  formatSlot,
  halfLabels,
  type Instant,
  type Label,
  raise,
  type SignableHalfDay,
  signableHalfDays,
  signInRules,
  signInWindow,
} from "@kairos/core";
import { command } from "../../command.js";
import { loadAttendedSession, mayRecord, sessionOption } from "../../dossiers/attendance.js";
import { signInMac } from "../../dossiers/sign-in-codes.js";
import { choice, day, optional } from "../../options.js";
import { signInCodeSvg } from "../../pictures/sign-in-code.js";
import { done, line, type ReplyLine, refused } from "../../reply.js";
import { zoneOf } from "../../zone.js";

export default command({
  words: {
    fr: ["code", "Montre le code que les stagiaires saisissent pour émarger"],
    en: ["code", "Show the code that trainees type to sign in"],
  },
  needs: mayRecord,
  visibility: "private",
  example: "/assiduite code session:SE-2026-014",
  options: {
    session: sessionOption,
    day: optional(
      day({ fr: ["jour", "Jour de la demi-journée ; aujourd'hui sinon"], en: ["day", "Day of the half-day; today if left out"] }),
    ),
    half: optional(
      choice(
        {
          fr: ["demi-journee", "Demi-journée à émarger ; celle en cours sinon"],
          en: ["half-day", "Half-day to sign; the current one if left out"],
        },
        halfLabels,
      ),
    ),
  },
  async run(desk) {
    const { input, now, store } = desk;
    const loaded = await loadAttendedSession(desk, input.session, mayRecord);
    if (!loaded.ok) return refused(loaded.problems);
    const { session, schedule, provider, roster } = loaded.value;
    const { reference } = session;
    const asked = input.day ?? dayOf(now, schedule?.timeZone ?? zoneOf(provider));
    const halfDays = signableHalfDays(session, schedule, provider.settings.attendance, { from: asked, until: asked }).filter(
      ({ halfDay }) => input.half === undefined || halfDay.half === input.half,
    );
    const one = currentHalfDay(halfDays, now) ?? halfDays.at(-1);
    if (one === undefined) {
      return refused([raise(signInRules, "attendance.nothing-to-sign", ["jour"], { session: reference, day: asked })], {
        trace: { object: reference },
      });
    }
    const slot = { day: one.halfDay.day, half: one.halfDay.half };
    const shown = codeToShow(one, now, await signInMac(store));
    if (!shown.ok) return refused(shown.problems, { trace: { object: reference, details: slot } });
    const code = formatSignInCode(shown.value.code);
    const until = timeAt(shown.value.until, one);
    const expected = roster.filter((enrolment) => follows(enrolment, slot)).map(({ traineeId }) => traineeId);
    const signIns = await store.signIns.of({ session: reference, from: slot.day, until: slot.day });
    const signed = new Set(signIns.filter(({ half }) => half === slot.half).map(({ traineeId }) => traineeId));
    const count = expected.filter((id) => signed.has(id)).length;
    return done({
      title: { fr: `Session ${reference} · code d'émargement`, en: `Session ${reference} · sign-in code` },
      lines: [
        line(
          "good",
          `Code ${code} : demi-journée du ${formatSlot(slot)}, valable jusqu'à ${until}.`,
          `Code ${code}: half-day of ${formatSlot(slot, "en")}, holds until ${until}.`,
        ),
        ...notOpenYet(one, now),
        howTo,
        line("plain", `Ont déjà émargé : ${count} sur ${expected.length}.`, `Signed in so far: ${count} of ${expected.length}.`),
      ],
      pictures: [
        {
          fileName: `emargement-${reference}.png`,
          svg: await signInCodeSvg({
            code,
            title: `${reference} · ${session.title}`,
            about: [formatSlot(slot), `Valable jusqu'à ${until}`, "/assiduite emarger"],
          }),
          alt: altOf(code, until),
        },
      ],
      next: [
        {
          text: { fr: "Montrer un nouveau code", en: "Show a new code" },
          command: `/assiduite code session:${reference} jour:${slot.day} demi-journee:${halfLabels[slot.half].fr}`,
        },
      ],
      data: { session: reference, ...slot, code, until: shown.value.until, signed: count, expected: expected.length },
      trace: { object: reference, details: slot },
    });
  },
});

const howTo = line(
  "plain",
  "Montrez-le au groupe. Chacun tape /assiduite emarger dans Discord et y recopie ce code ; le QR le donne à copier.",
  "Show it to the group. Everybody types /attendance sign-in in Discord and copies this code there; the QR gives it to copy.",
);

function notOpenYet(one: SignableHalfDay, now: Instant): readonly ReplyLine[] {
  const { opensAt } = signInWindow(one);
  if (now >= opensAt) return [];
  const from = timeAt(opensAt, one);
  return [
    line(
      "warning",
      `L'émargement ouvre à ${from} : d'ici là, ce code est refusé.`,
      `Sign-in opens at ${from}: until then, this code is refused.`,
    ),
  ];
}

function timeAt(instant: Instant, { timeZone }: SignableHalfDay): string {
  return clockAt(instant, timeZone).time;
}

function altOf(code: string, until: string): Label {
  return {
    fr: `Le code ${code} en grand, et un QR qui ne contient que lui ; valable jusqu'à ${until}. Le message dit la même chose.`,
    en: `The code ${code} in large letters, and a QR that holds nothing else; it holds until ${until}. The message says the same.`,
  };
}
