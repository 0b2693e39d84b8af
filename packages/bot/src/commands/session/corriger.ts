import { checkSession, hasErrors, inputRules, parse, raise, sessionSchema } from "@kairos/core";
import { command } from "../../command.js";
import { sessionCard, sessionDetails } from "../../dossiers/sessions.js";
import { day, given, optional, reference, text } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: { fr: ["corriger", "Corrige une session"], en: ["correct", "Correct a session"] },
  needs: "session.manage",
  visibility: "private",
  form: [
    ["title", "startsOn", "endsOn", "centreMinutes", "place"],
    ["modality", "priceCents", "listingReference", "certification", "certificationEndsOn"],
  ],
  example: "/session corriger reference:SE-2026-014 carif:76_214587",
  options: {
    reference: reference("session", { fr: ["reference", "Référence de la session"], en: ["reference", "Session reference"] }),
    title: optional(text({ fr: ["intitule", "Intitulé exact"], en: ["title", "Exact title"] }, 255)),
    startsOn: optional(day({ fr: ["debut", "Premier jour"], en: ["start", "First day"] })),
    endsOn: optional(day({ fr: ["fin", "Dernier jour"], en: ["end", "Last day"] })),
    ...sessionDetails,
  },
  async known({ store, values }) {
    const session = await store.sessions.get((values.reference ?? "").toUpperCase());
    return session === undefined ? {} : { ...session, ...session.hours };
  },
  async run({ input, store, today }) {
    const { reference: typed, centreMinutes, companyMinutes, distanceMinutes, ...changes } = input;
    const current = await store.sessions.get(typed.toUpperCase());
    if (current === undefined)
      return refused([raise(inputRules, "input.unknown-reference", ["reference"], { kind: "session", reference: typed })]);
    const hours = given({ centreMinutes, companyMinutes, distanceMinutes });
    const names = Object.keys(given({ ...changes, ...hours }));
    if (names.length === 0) return refused([raise(inputRules, "input.nothing-given", [], {})]);
    const session = parse(sessionSchema, { ...current, ...given(changes), hours: { ...current.hours, ...hours } });
    if (!session.ok) return refused(session.problems);
    const problems = checkSession({ session: session.value, today });
    if (hasErrors(problems)) return refused(problems, { trace: { object: current.reference } });
    await store.sessions.save(session.value);
    return sessionCard(session.value, today, { change: names.join(" ") });
  },
});
