import { checkSession, hasErrors, inputRules, modalityLabels, parse, raise, sessionSchema } from "@kairos/core";
import { command } from "../../command.js";
import { sessionCard } from "../../dossiers/sessions.js";
import { amount, choice, day, duration, optional, text, yesOrNo } from "../../options.js";
import { refused } from "../../reply.js";

export default command({
  words: { fr: ["creer", "Enregistre une session telle qu'elle est référencée"], en: ["create", "Record a session as it is listed"] },
  needs: "session.manage",
  visibility: "private",
  example: "/session creer reference:SE-2026-014 intitule:Cariste CACES R489 debut:07/12/2026 fin:18/12/2026 heures-centre:70 h",
  options: {
    reference: text({ fr: ["reference", "Votre référence : SE-2026-014"], en: ["reference", "Your reference"] }, 40),
    title: text({ fr: ["intitule", "Intitulé exact"], en: ["title", "Exact title"] }, 255),
    startsOn: day({ fr: ["debut", "Premier jour"], en: ["start", "First day"] }),
    endsOn: day({ fr: ["fin", "Dernier jour"], en: ["end", "Last day"] }),
    centreMinutes: optional(duration({ fr: ["heures-centre", "Heures en centre"], en: ["centre-hours", "Hours in the centre"] })),
    companyMinutes: optional(duration({ fr: ["heures-entreprise", "Heures en entreprise"], en: ["company-hours", "Hours in a company"] })),
    distanceMinutes: optional(duration({ fr: ["heures-distance", "Heures à distance"], en: ["distance-hours", "Hours at a distance"] })),
    place: optional(text({ fr: ["lieu", "Adresse ou salle"], en: ["place", "Address or room"] }, 160)),
    modality: optional(
      choice(
        { fr: ["modalite", "Présentiel, mixte ou à distance"], en: ["modality", "On site, blended or at a distance"] },
        modalityLabels,
      ),
    ),
    priceCents: optional(
      amount({
        fr: ["prix", "Prix catalogue pédagogique, hors taxe"],
        en: ["price", "Catalogue price of the pedagogical part, before tax"],
      }),
    ),
    listingReference: optional(text({ fr: ["carif", "Numéro Carif-Oref"], en: ["carif", "Carif-Oref number"] }, 40)),
    certification: optional(text({ fr: ["certification", "Code RNCP ou RS"], en: ["certification", "RNCP or RS code"] }, 20)),
    certificationEndsOn: optional(
      day({
        fr: ["certification-fin", "Fin d'enregistrement de la certification"],
        en: ["certification-end", "End of the certification's registration"],
      }),
    ),
    formacode: optional(text({ fr: ["formacode", "Formacode à 5 chiffres"], en: ["formacode", "Formacode, 5 digits"] }, 10)),
    formacodeVersion: optional(
      text({ fr: ["formacode-version", "Édition du Formacode : V14"], en: ["formacode-version", "Edition of the Formacode"] }, 4),
    ),
    cpfEligible: optional(yesOrNo({ fr: ["cpf", "Éligible au CPF"], en: ["cpf", "Eligible for the CPF"] })),
  },
  async run({ input, provider, store, today }) {
    const { centreMinutes = 0, companyMinutes = 0, distanceMinutes = 0, ...rest } = input;
    const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
    const reference = input.reference.toUpperCase();
    const session = parse(sessionSchema, {
      ...given,
      reference,
      siret: provider?.siret,
      hours: { centreMinutes, companyMinutes, distanceMinutes },
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
