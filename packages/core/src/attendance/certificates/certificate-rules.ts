import { formatDay, formatMinutes, type IsoDate, type Minutes } from "../../shared/calendar.js";
import type { Label } from "../../shared/language.js";
import { found, judgeBy, nothing, type ProblemOf, ruleAbout } from "../../shared/rules.js";
import { counted, sentenceCase } from "../../shared/text.js";
import { formatMonth, type IsoMonth } from "../months/month.js";
import type { CompletionCertificate } from "./certificate.js";

export interface CertificateSituation {
  readonly certificate: CompletionCertificate;
  /** The hours that somebody expects it to say, where they said so. */
  readonly askedMinutes?: Minutes | undefined;
}

/** What a certificate cannot do without, and what the desk does not always know. */
export type CertificateField = "trainee" | "period" | "duration" | "place";

export const certificateFieldLabels: Readonly<Record<CertificateField, Label>> = {
  trainee: { fr: "le nom du stagiaire", en: "the trainee's name" },
  period: { fr: "les dates de début et de fin", en: "the first and last days" },
  duration: { fr: "la durée suivie", en: "the hours attended" },
  place: { fr: "le lieu où il est établi", en: "the place where it is issued" },
};

export const certificateFieldRemedies: Readonly<Record<CertificateField, Label>> = {
  trainee: { fr: "Complétez la fiche du stagiaire.", en: "Complete the trainee's record." },
  period: {
    fr: "Faites le planning de la session ; s'il existe, vérifiez les dates d'entrée et de sortie du stagiaire.",
    en: "Make the session's schedule; if there is one, check the days the trainee joins and leaves.",
  },
  duration: {
    fr: "Saisissez l'assiduité ; si la personne n'est jamais venue, il n'y a rien à certifier.",
    en: "Record the attendance; if the person never came, there is nothing to certify.",
  },
  place: {
    fr: "Donnez la ville de l'organisme, ou le lieu avec l'attestation.",
    en: "Give the provider's town, or the place with the certificate.",
  },
};

/** Why the hours of a certificate are not those of another account of the same training. */
export type HoursDifference =
  | { readonly by: "asked"; readonly minutes: Minutes; readonly attended: Minutes }
  | { readonly by: "declared"; readonly month: IsoMonth; readonly minutes: Minutes; readonly attended: Minutes }
  | { readonly by: "open-month"; readonly month: IsoMonth; readonly attended: Minutes }
  | {
      readonly by: "unrecorded";
      readonly halfDays: number;
      readonly first: IsoDate;
      readonly minutes: Minutes;
      readonly attended: Minutes;
    };

const rule = ruleAbout<CertificateSituation>();

export const certificateRules = {
  "certificate.field-missing": rule({
    severity: "error",
    source: "completion-certificate",
    check: ({ certificate }) => missingFields(certificate).flatMap((field) => found([field], { field })),
    fr: ({ field }) => ({
      what: `Il manque au certificat ${certificateFieldLabels[field].fr}.`,
      why: "Un certificat de réalisation incomplet est refusé au contrôle de service fait.",
      mend: certificateFieldRemedies[field].fr,
    }),
  }),
  "certificate.hours-differ": rule({
    severity: "error",
    source: "completion-certificate",
    check: (situation) => differencesOf(situation).flatMap((difference) => found(["training", "attendedMinutes"], difference)),
    fr: hoursDifferInFrench,
  }),
  "certificate.before-end": rule({
    severity: "warning",
    source: "completion-certificate",
    check: ({ certificate: { training, issuedOn } }) =>
      training.endsOn === undefined || issuedOn >= training.endsOn ? nothing : found(["issuedOn"], { issuedOn, endsOn: training.endsOn }),
    fr: ({ issuedOn, endsOn }) => ({
      what: `Le certificat serait établi le ${formatDay(issuedOn)}, avant la fin de la formation (${formatDay(endsOn)}).`,
      why: "Il atteste de ce qui a été suivi : les heures à venir n'y sont pas, et les dates disent le contraire.",
      mend: "Attendez la fin ; si la personne est déjà partie, notez d'abord sa sortie.",
    }),
  }),
  "certificate.unsigned": rule({
    severity: "error",
    source: "completion-certificate",
    check: ({ certificate: { signatory } }) => (signatory === undefined || signatory.trim() === "" ? found(["signatory"], {}) : nothing),
    fr: () => ({
      what: "Personne n'est désigné pour signer le certificat.",
      why: "Sans signature d'un responsable de l'organisme, il ne prouve rien.",
      mend: "Dites qui signe, par exemple signataire:Nadia Sellier, puis faites signer le document imprimé.",
    }),
  }),
};

export type CertificateProblem = ProblemOf<typeof certificateRules>;

/** Judges a certificate before it is printed. */
export const checkCertificate = judgeBy<CertificateSituation, typeof certificateRules>(certificateRules);

function missingFields({ trainee, training, place }: CompletionCertificate): readonly CertificateField[] {
  const isMissing: Readonly<Record<CertificateField, boolean>> = {
    trainee: trainee.name === undefined,
    period: training.startsOn === undefined || training.endsOn === undefined,
    duration: training.attendedMinutes === 0,
    place: place === undefined || place.trim() === "",
  };
  return (Object.keys(isMissing) as CertificateField[]).filter((field) => isMissing[field]);
}

function differencesOf({ certificate, askedMinutes }: CertificateSituation): readonly HoursDifference[] {
  const { months, unrecorded, training } = certificate;
  const attended = training.attendedMinutes;
  const [first] = unrecorded;
  return [
    ...(askedMinutes === undefined || askedMinutes === attended ? [] : [{ by: "asked", minutes: askedMinutes, attended } as const]),
    ...(first === undefined ? [] : [unrecordedOf(unrecorded, first.day, attended)]),
    ...months.flatMap(({ month, isClosed, attendedMinutes, declaredMinutes }): readonly HoursDifference[] => {
      if (!isClosed) return [{ by: "open-month", month, attended: attendedMinutes }];
      if (declaredMinutes === attendedMinutes) return [];
      return [{ by: "declared", month, minutes: declaredMinutes, attended: attendedMinutes }];
    }),
  ];
}

function unrecordedOf(unrecorded: CompletionCertificate["unrecorded"], first: IsoDate, attended: Minutes): HoursDifference {
  const minutes = unrecorded.reduce((sum, one) => sum + one.minutes, 0);
  return { by: "unrecorded", halfDays: unrecorded.length, first, minutes, attended };
}

function hoursDifferInFrench(difference: HoursDifference) {
  const { attended } = difference;
  switch (difference.by) {
    case "asked":
      return {
        what: `Vous demandez ${formatMinutes(difference.minutes)}, l'assiduité en prouve ${formatMinutes(attended)} (écart de ${formatMinutes(Math.abs(difference.minutes - attended))}).`,
        why: "Le certificat, les feuilles et la facture doivent dire les mêmes heures : une différence bloque le paiement.",
        mend: "Certifiez les heures suivies, ou corrigez d'abord l'assiduité, avec sa raison.",
      };
    case "declared":
      return {
        what: `${sentenceCase(formatMonth(difference.month))} : ${formatMinutes(difference.minutes)} déclarées à la clôture, ${formatMinutes(attended)} suivies (écart de ${formatMinutes(Math.abs(difference.minutes - attended))}).`,
        why: "Ce qui a été déclaré et ce qui serait certifié se contrediraient.",
        mend: "Reprenez l'état de ce mois, clôturez-le à nouveau, puis refaites le certificat.",
      };
    case "open-month":
      return {
        what: `${sentenceCase(formatMonth(difference.month))} n'est pas clôturé (${formatMinutes(attended)} suivies).`,
        why: "Ses heures peuvent encore changer : un certificat remis au stagiaire ne se reprend pas.",
        mend: "Clôturez ce mois, puis refaites le certificat.",
      };
    case "unrecorded":
      return {
        what: `${counted(difference.halfDays, "demi-journée passée n'a", "demi-journées passées n'ont")} aucune saisie (${formatMinutes(difference.minutes)}), depuis le ${formatDay(difference.first)} ; ${formatMinutes(attended)} sont prouvées.`,
        why: "Ce qui n'est pas saisi n'est pas prouvé, et ne peut pas être certifié.",
        mend: "Saisissez ces demi-journées, présence ou absence, puis refaites le certificat.",
      };
  }
}
