import { formatDay, formatMinutes } from "../../shared/calendar.js";
import { inForce } from "../../shared/dated.js";
import { formatCents } from "../../shared/money.js";
import { found, nothing } from "../../shared/rules.js";
import { poeiCaps, poeiContractMonths, poeiTutorExperienceMonths, poeiTutorHourlyCents, poeiTutorLoad } from "../figures.js";
import { type ContractKind, contractLabels, poeiFormLabels } from "../poei.js";
import { type QuoteFacts, rule } from "../situation.js";

/** What the préparation opérationnelle à l'emploi individuelle asks of a quote. Figures are those of the first day. */
export const poeiRules = {
  "poei.hours-over-cap": rule({
    severity: "error",
    source: "poei-durations",
    check: (facts) => {
      const { poei } = facts.quote;
      const mostMinutes = mostMinutesOf(facts);
      if (poei === undefined || mostMinutes === undefined || facts.totals.minutes <= mostMinutes) return nothing;
      return found(["hours"], { minutes: facts.totals.minutes, mostMinutes, form: poei.form });
    },
    fr: ({ minutes, mostMinutes, form }) => ({
      what: `La POEI compte ${formatMinutes(minutes)}, pour ${formatMinutes(mostMinutes)} au plus (${poeiFormLabels[form].fr}).`,
      why: "Au-delà de la durée maximale, France Travail ne finance pas.",
      mend:
        form === "tutoring"
          ? "Réduisez la durée, ou confiez une partie de la formation à un organisme (forme hybride)."
          : "Réduisez la durée, ou indiquez que le candidat relève d'un public prioritaire si c'est le cas.",
    }),
  }),
  "poei.tutoring-rate": rule({
    severity: "error",
    source: "poei-durations",
    check: (facts) => {
      const { poei } = facts.quote;
      const mostCents = facts.settings.poei.tutorHourlyCents ?? inForce(poeiTutorHourlyCents, figuresDay(facts));
      if (poei === undefined || mostCents === undefined) return nothing;
      const statedCents = poei.tutor?.hourlyCents ?? 0;
      const billedCents = poei.form === "tutoring" ? (facts.totals.hourlyCents ?? 0) : 0;
      const askedCents = Math.max(statedCents, billedCents);
      if (askedCents <= mostCents) return nothing;
      return found(statedCents > mostCents ? ["poei", "tutor", "hourlyCents"] : ["lines"], { askedCents, mostCents });
    },
    fr: ({ askedCents, mostCents }) => ({
      what: `Le tutorat est demandé à ${formatCents(askedCents)} de l'heure, pour ${formatCents(mostCents)} au plus.`,
      why: "France Travail plafonne le tutorat en entreprise.",
      mend: `Ramenez le tarif à ${formatCents(mostCents)} de l'heure.`,
    }),
  }),
  "poei.contract-too-short": rule({
    severity: "error",
    source: "poei-2024",
    check: (facts) => {
      const contract = facts.quote.poei?.contract;
      const least = inForce(poeiContractMonths, figuresDay(facts));
      if (contract === undefined || least === undefined || isOpenEnded(contract)) return nothing;
      const leastMonths = { seasonal: least.seasonal, agency: least.agency }[contract.kind as string] ?? least.fixedTerm;
      const tooLate = contract.kind === "agency" && (contract.withinMonths ?? 0) > least.agencyWindow;
      const months = contract.months ?? 0;
      if (months >= leastMonths && !tooLate) return nothing;
      return found(["poei", "contract", tooLate ? "withinMonths" : "months"], {
        kind: contract.kind,
        months,
        leastMonths,
        window: tooLate ? least.agencyWindow : 0,
      });
    },
    fr: ({ kind, months, leastMonths, window }) => ({
      what:
        window > 0
          ? `Les missions d'intérim s'étalent sur plus de ${window} mois après la formation.`
          : `Le contrat prévu (${contractLabels[kind as ContractKind].fr}, ${months === 0 ? "durée non indiquée" : `${months} mois`}) est trop court : ${leastMonths} mois au moins.`,
      why: "La POEI prépare une embauche durable ; la durée minimale du contrat est fixée par décret.",
      mend:
        window > 0
          ? `Réunissez ${leastMonths} mois de missions dans les ${window} mois qui suivent.`
          : "Voyez avec l'employeur s'il peut allonger le contrat.",
    }),
  }),
  "poei.offer-missing": rule({
    severity: "error",
    source: "poei-cap-metiers",
    check: ({ quote: { poei } }) => (poei !== undefined && !poei.offerReference ? found(["poei", "offerReference"], {}) : nothing),
    fr: () => ({
      what: "Le numéro de l'offre d'emploi déposée à France Travail manque.",
      why: "La POEI répond à une offre précise : sans elle, pas de dossier.",
      mend: "Demandez à l'employeur le numéro de son offre, et complétez le devis.",
    }),
  }),
  "poei.hire-before-end": rule({
    severity: "error",
    source: "labour-code-l6326-1",
    check: ({ quote }) => {
      const hiredOn = quote.poei?.contract?.startsOn;
      if (hiredOn === undefined || quote.endsOn === undefined || hiredOn > quote.endsOn) return nothing;
      return found(["poei", "contract", "startsOn"], { hiredOn, endsOn: quote.endsOn }, hiredOn === quote.endsOn ? "warning" : "error");
    },
    fr: ({ hiredOn, endsOn }) => ({
      what: `L'embauche est prévue le ${formatDay(hiredOn)}, alors que la formation finit le ${formatDay(endsOn)}.`,
      why: "La POEI se déroule avant l'embauche (article L6326-1).",
      mend: "Reportez l'embauche au lendemain de la fin de la formation au plus tôt.",
    }),
  }),
  "poei.tutor-load": rule({
    severity: "error",
    source: "poei-2024",
    check: (facts) => {
      const tutor = facts.quote.poei?.tutor;
      const load = inForce(poeiTutorLoad, figuresDay(facts));
      if (tutor === undefined || load === undefined) return nothing;
      const most = tutor.isEmployer ? load.employer : load.employee;
      return tutor.trainees > most ? found(["poei", "tutor", "trainees"], { trainees: tutor.trainees, most }) : nothing;
    },
    fr: ({ trainees, most }) => ({
      what: `Le tuteur suivrait ${trainees} stagiaires à la fois, pour ${most} au plus.`,
      why: "Le décret 2024-561 limite le nombre de stagiaires par tuteur (3, ou 2 si le tuteur est l'employeur).",
      mend: "Désignez un autre tuteur, ou décalez une des POEI.",
    }),
  }),
  "poei.tutor-experience": rule({
    severity: "error",
    source: "poei-2024",
    check: (facts) => {
      const tutor = facts.quote.poei?.tutor;
      const leastMonths = inForce(poeiTutorExperienceMonths, figuresDay(facts));
      if (tutor === undefined || leastMonths === undefined || tutor.experienceMonths >= leastMonths) return nothing;
      return found(["poei", "tutor", "experienceMonths"], { months: tutor.experienceMonths, leastMonths });
    },
    fr: ({ months, leastMonths }) => ({
      what: `Le tuteur a ${months} mois d'expérience, pour ${leastMonths} demandés.`,
      why: "Le tuteur doit connaître le métier depuis deux ans au moins.",
      mend: "Désignez un tuteur plus expérimenté.",
    }),
  }),
  "poei.payee": rule({
    severity: "warning",
    source: "poei-durations",
    check: ({ quote: { poei } }) => {
      if (poei?.payee === undefined) return nothing;
      const expected = poei.form === "tutoring" ? "employer" : "provider";
      return poei.payee === expected || poei.form === "hybrid" ? nothing : found(["poei", "payee"], { payee: poei.payee, expected });
    },
    fr: ({ expected }) => ({
      what:
        expected === "employer"
          ? "Le paiement est prévu à l'organisme pour un tutorat en entreprise."
          : "Le paiement est prévu à l'employeur pour une formation externe.",
      why: "France Travail paie directement l'organisme externe, et l'employeur quand il forme lui-même.",
      mend:
        expected === "employer"
          ? "Indiquez l'employeur comme bénéficiaire du paiement."
          : "Indiquez l'organisme de formation comme bénéficiaire du paiement.",
    }),
  }),
};

/** Professionalisation and apprenticeship contracts may be open-ended too: they then state no length. */
function isOpenEnded({ kind, months }: { readonly kind: ContractKind; readonly months?: number | undefined }): boolean {
  return kind === "open-ended" || (months === undefined && (kind === "professionalisation" || kind === "apprenticeship"));
}

/** Figures in force on the first day of the training, or today while it is unknown. */
function figuresDay({ quote, today }: QuoteFacts): string {
  return quote.startsOn ?? today;
}

function mostMinutesOf(facts: QuoteFacts): number | undefined {
  const { poei } = facts.quote;
  const caps = inForce(poeiCaps, figuresDay(facts));
  const { maxTutoringMinutes, maxProviderMinutes, maxPriorityMinutes } = facts.settings.poei;
  if (poei?.form === "tutoring") return maxTutoringMinutes ?? caps?.tutoring;
  return poei?.priorityAudience === true ? (maxPriorityMinutes ?? caps?.priority) : (maxProviderMinutes ?? caps?.provider);
}
