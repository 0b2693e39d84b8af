import {
  contractLabels,
  failure,
  inputRules,
  type Label,
  type Poei,
  type Problem,
  parse,
  poeiFormLabels,
  poeiSchema,
  raise,
  success,
} from "@kairos/core";
import { command } from "../../command.js";
import { payeeLabels } from "../../dossiers/quote-words.js";
import { changeAndAnswer } from "../../dossiers/quotes.js";
import { recorded } from "../../dossiers/recorded.js";
import type { InputOf, Options } from "../../option.js";
import { amount, choice, day, given, integer, optional, reference, text, yesOrNo } from "../../options.js";

const options = {
  reference: reference("quote", { fr: ["reference", "Référence du devis"], en: ["reference", "Quote reference"] }),
  form: optional(
    choice({ fr: ["forme", "Forme : organisme, tuteur ou les deux"], en: ["form", "Form: provider, tutor or both"] }, poeiFormLabels),
  ),
  priorityAudience: optional(
    yesOrNo({
      fr: ["public-prioritaire", "Public prioritaire : le candidat en relève"],
      en: ["priority", "Priority audience: the candidate is one"],
    }),
  ),
  employer: optional(text({ fr: ["employeur", "Nom de l'employeur"], en: ["employer", "Name of the employer"] }, 120)),
  offerReference: optional(
    text({ fr: ["offre", "Numéro de l'offre d'emploi France Travail"], en: ["offer", "Number of the France Travail job offer"] }, 40),
  ),
  contract: optional(choice({ fr: ["contrat", "Contrat prévu à la fin"], en: ["contract", "Planned contract"] }, contractLabels)),
  months: optional(integer({ fr: ["mois", "Durée du contrat en mois"], en: ["months", "Length of the contract in months"] }, 1, 120)),
  withinMonths: optional(
    integer(
      {
        fr: ["etalement", "Étalement des missions d'intérim, en mois"],
        en: ["within", "Spread of the temporary assignments, in months"],
      },
      1,
      60,
    ),
  ),
  hiredOn: optional(day({ fr: ["embauche", "Jour d'embauche prévu"], en: ["hire-date", "Planned day of hire"] })),
  tutorMonths: optional(
    integer(
      { fr: ["experience-tuteur", "Expérience du tuteur en mois"], en: ["tutor-experience", "Tutor's experience in months"] },
      0,
      720,
    ),
  ),
  tutorTrainees: optional(
    integer(
      { fr: ["stagiaires-tuteur", "Stagiaires POEI suivis à la fois"], en: ["tutor-trainees", "POEI trainees tutored at once"] },
      1,
      50,
    ),
  ),
  tutorIsEmployer: optional(
    yesOrNo({
      fr: ["tuteur-employeur", "Tuteur employeur : c'est la même personne"],
      en: ["tutor-is-employer", "Employer as tutor: the same person"],
    }),
  ),
  tutorHourly: optional(amount({ fr: ["tarif-tuteur", "Tarif horaire du tutorat"], en: ["tutor-rate", "Hourly rate of the tutoring"] })),
  payee: optional(
    choice({ fr: ["paiement", "Paiement : à qui France Travail paie"], en: ["payee", "Payee: whom France Travail pays"] }, payeeLabels),
  ),
};

export default command({
  words: {
    fr: ["poei", "Renseigne le volet POEI : employeur, offre, contrat, tuteur"],
    en: ["poei", "Fill in the POEI part: employer, offer, contract, tutor"],
  },
  needs: "quote.enter",
  visibility: "private",
  form: [
    ["form", "employer", "offerReference", "contract", "months"],
    ["hiredOn", "payee", "priorityAudience", "tutorIsEmployer", "tutorMonths"],
  ],
  example:
    "/devis poei reference:DEV-2026-0001 forme:organisme de formation externe employeur:Logistique du Lez offre:182XYZ contrat:CDI embauche:04/01/2027",
  options,
  async known({ store, values }) {
    const poei = (await store.quotes.get((values.reference ?? "").toUpperCase()))?.poei;
    if (poei === undefined) return {};
    const { form, priorityAudience, employer, offerReference, payee, contract, tutor } = poei;
    return {
      ...given({ form, priorityAudience, employer, offerReference, payee }),
      ...given({ contract: contract?.kind, months: contract?.months, withinMonths: contract?.withinMonths, hiredOn: contract?.startsOn }),
      ...given({ tutorMonths: tutor?.experienceMonths, tutorTrainees: tutor?.trainees, tutorIsEmployer: tutor?.isEmployer }),
    };
  },
  run: (desk) =>
    changeAndAnswer(
      desk,
      desk.input.reference,
      ({ quote }) => {
        if (quote.scheme !== "poei")
          return failure(raise(inputRules, "input.unknown-value", ["reference"], { value: quote.reference, allowed: aPoeiQuote }));
        const poei = parse(poeiSchema, merged(quote.poei, desk.input));
        return poei.ok ? success((current) => ({ ...current, poei: poei.value })) : failure(...poei.problems.map(atOption));
      },
      (before, after) => recorded({ fr: "Noté", en: "Recorded" }, typedIn(desk.input), factsOf(before.poei), factsOf(after.poei)),
      "poei",
    ),
});

const aPoeiQuote: Label = { fr: "la référence d'un devis POEI", en: "the reference of a POEI quote" };

/** What the schema filled in was not said by anybody. */
function typedIn(input: InputOf<typeof options>): Options {
  return Object.fromEntries(Object.entries(options).filter(([key]) => Object.hasOwn(given(input), key)));
}

/** The POEI part under the keys of the options that say it. */
function factsOf(poei: Poei | undefined): object {
  return {
    ...poei,
    contract: poei?.contract?.kind,
    months: poei?.contract?.months,
    withinMonths: poei?.contract?.withinMonths,
    hiredOn: poei?.contract?.startsOn,
    tutorMonths: poei?.tutor?.experienceMonths,
    tutorTrainees: poei?.tutor?.trainees,
    tutorIsEmployer: poei?.tutor?.isEmployer,
    tutorHourly: poei?.tutor?.hourlyCents,
  };
}

/** A contract without its kind, a tutor without experience: said at the option that gives it. */
function atOption(problem: Problem): Problem {
  const asked = { contract: options.contract, tutor: options.tutorMonths }[String(problem.path[0])];
  return asked === undefined ? problem : { ...problem, path: [asked.words.fr[0]] };
}

function merged(current: Poei | undefined, input: InputOf<typeof options>): object {
  const { form, priorityAudience, employer, offerReference, payee } = input;
  const contract = given({ kind: input.contract, months: input.months, withinMonths: input.withinMonths, startsOn: input.hiredOn });
  const tutor = given({
    experienceMonths: input.tutorMonths,
    trainees: input.tutorTrainees,
    isEmployer: input.tutorIsEmployer,
    hourlyCents: input.tutorHourly,
  });
  return {
    form: "external",
    ...current,
    ...given({ form, priorityAudience, employer, offerReference, payee }),
    ...(Object.keys(contract).length > 0 && { contract: { ...current?.contract, ...contract } }),
    ...(Object.keys(tutor).length > 0 && { tutor: { ...current?.tutor, ...tutor } }),
  };
}
