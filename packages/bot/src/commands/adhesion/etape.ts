import { advanceMembership, formatDay, membershipDocumentLabels, type Problem } from "@kairos/core";
import { command } from "../../command.js";
import { letterLabels, loadMembership, saveAdvanced, standingAnswer, stepLabels } from "../../dossiers/memberships.js";
import { establishmentOption } from "../../establishment.js";
import { fingerprintOf } from "../../fingerprint.js";
import { choice, day, optional, text } from "../../options.js";
import { line, refused } from "../../reply.js";

const options = {
  action: choice({ fr: ["etape", "Ce qui vient de se passer"], en: ["step", "What has just happened"] }, stepLabels),
  on: optional(
    day({ fr: ["le", "Le jour où cela s'est passé ; aujourd'hui par défaut"], en: ["on", "The day it happened; today by default"] }),
  ),
  letter: optional(
    choice(
      { fr: ["lettre", "Le courrier arrivé, avec l'étape « courrier »"], en: ["letter", "Which letter arrived, with the step “letter”"] },
      letterLabels,
    ),
  ),
  endsOn: optional(
    day({
      fr: ["fin", "Fin de l'adhésion, lue sur le courrier (accord, renouvellement)"],
      en: ["end", "End of the agreement, read on the letter (approval, renewal)"],
    }),
  ),
  number: optional(
    text({ fr: ["numero", "Numéro de l'adhésion (accord, renouvellement)"], en: ["number", "Agreement's number (approval, renewal)"] }, 40),
  ),
  reason: optional(
    text({ fr: ["motif", "Motif d'un refus ou d'une suspension"], en: ["reason", "Reason of a refusal or suspension"] }, 300),
  ),
  ...establishmentOption,
};

export default command({
  words: {
    fr: ["etape", "Note une étape de l'adhésion : envoi, accord, courrier, ouverture, droits, icône"],
    en: ["step", "Record a step of the membership: sending, approval, letter, opening, rights, icon"],
  },
  needs: "provider.manage",
  visibility: "private",
  final: true,
  example: "/adhesion etape etape:courrier lettre:identifiant le:12/11/2026",
  options,
  async run(desk) {
    const loaded = await loadMembership(desk, "provider.manage");
    if (!loaded.ok) return refused(loaded.problems);
    const { provider, membership, today } = loaded.value;
    const { action, establishment: _place, ...told } = desk.input;
    const details = { step: action, ...(told.letter !== undefined && { letter: told.letter }) };
    const advanced = advanceMembership(loaded.value, action, { by: desk.actor.id, at: desk.now, ...told });
    if (!advanced.ok) return refused(advanced.problems.map(atOption), { trace: { object: provider.siret, details } });
    await saveAdvanced(desk, provider, advanced.value);
    const label = told.letter === undefined ? stepLabels[action] : membershipDocumentLabels[told.letter];
    const on = told.on ?? today;
    const recorded = line("good", `Enregistré : ${label.fr}, le ${formatDay(on)}.`, `Recorded: ${label.en}, on ${formatDay(on, "en")}.`);
    const basis = fingerprintOf([membership, provider.agreement]);
    return { ...standingAnswer({ ...loaded.value, ...advanced.value }, [recorded], details), basis };
  },
});

/** At the option as it was typed. */
function atOption(problem: Problem): Problem {
  const [key] = problem.path;
  const option = Object.entries(options).find(([name]) => name === key)?.[1];
  return option === undefined ? problem : { ...problem, path: [option.words.fr[0]] };
}
