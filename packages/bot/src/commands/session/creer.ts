import { checkSession, hasErrors, inputRules, parse, raise, sessionSchema } from "@kairos/core";
import { command } from "../../command.js";
import { sessionCard, sessionDetails } from "../../dossiers/sessions.js";
import { establishmentOption } from "../../establishment.js";
import { day, given, text } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: { fr: ["creer", "Enregistre une session telle qu'elle est référencée"], en: ["create", "Record a session as it is listed"] },
  needs: "session.manage",
  visibility: "private",
  form: [
    ["reference", "title", "startsOn", "endsOn", "centreMinutes"],
    ["place", "modality", "priceCents", "listingReference", "certification"],
  ],
  example: "/session creer reference:SE-2026-014 intitule:Cariste CACES R489 debut:07/12/2026 fin:18/12/2026 heures-centre:70 h",
  options: {
    reference: text({ fr: ["reference", "Votre référence : SE-2026-014"], en: ["reference", "Your reference: SE-2026-014"] }, 40),
    title: text({ fr: ["intitule", "Intitulé exact"], en: ["title", "Exact title"] }, 255),
    startsOn: day({ fr: ["debut", "Premier jour"], en: ["start", "First day"] }),
    endsOn: day({ fr: ["fin", "Dernier jour"], en: ["end", "Last day"] }),
    ...sessionDetails,
    ...establishmentOption,
  },
  async run({ input, provider, store, today }) {
    const { centreMinutes, companyMinutes, distanceMinutes, establishment: _place, ...content } = input;
    const reference = input.reference.toUpperCase();
    const session = parse(sessionSchema, {
      ...given(content),
      reference,
      siret: provider?.siret,
      hours: given({ centreMinutes, companyMinutes, distanceMinutes }),
    });
    if (!session.ok) return refused(session.problems);
    if ((await store.sessions.get(reference)) !== undefined)
      return refused([raise(inputRules, "input.reference-taken", ["reference"], { kind: "session", reference })]);
    const problems = checkSession({ session: session.value, today });
    if (hasErrors(problems)) return refused(problems, { trace: { object: reference } });
    await store.sessions.save(session.value);
    return sessionCard(session.value, today);
  },
});
