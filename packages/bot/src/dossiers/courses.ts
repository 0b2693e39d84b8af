import {
  type Course,
  checkCourse,
  distanceMeansLabels,
  formatCents,
  formatDay,
  formatMinutes,
  type IsoDate,
  type Label,
  type Language,
  modalityLabels,
  type Result,
  success,
  totalMinutes,
} from "@kairos/core";
import { amount, choice, day, duration, integer, optional, reference, text, yesOrNo } from "../options.js";
import { done, type Reply, type ReplyLine, same } from "../reply.js";
import type { Store } from "../store/store.js";
import { codes, severalOf } from "./list-options.js";
import { unknown } from "./unknown.js";

/** What is said of the hours and the conditions, of a course as of a session. */
export const trainingDetails = {
  centreMinutes: optional(duration({ fr: ["heures-centre", "Heures en centre"], en: ["centre-hours", "Hours in the centre"] })),
  companyMinutes: optional(duration({ fr: ["heures-entreprise", "Heures en entreprise"], en: ["company-hours", "Hours in a company"] })),
  distanceMinutes: optional(duration({ fr: ["heures-distance", "Heures à distance"], en: ["distance-hours", "Remote hours"] })),
  announcedMinutes: optional(
    duration({
      fr: ["total-annonce", "Total annoncé, s'il est écrit quelque part : comparé à la somme des heures", "Total d'heures annoncé"],
      en: ["announced-total", "Announced total, where it is written: compared with the sum of the hours", "Announced total of hours"],
    }),
  ),
  modality: optional(
    choice(
      { fr: ["modalite", "Modalité : présentiel, mixte ou à distance"], en: ["modality", "Modality: on site, blended or remote"] },
      modalityLabels,
    ),
  ),
  distanceMeans: optional(
    severalOf(
      {
        fr: ["moyens-distance", "À distance : assistance, activités, évaluations, ou toutes", "Assistance, activités, évaluations"],
        en: ["distance-means", "Remote: assistance, announced activities, assessments, or all", "Assistance, activities, assessments"],
      },
      distanceMeansLabels,
    ),
  ),
  priceCents: optional(
    amount({
      fr: ["prix", "Prix catalogue pédagogique, hors taxe"],
      en: ["price", "Catalogue price of the pedagogical part, before tax", "Catalogue price, before tax"],
    }),
  ),
  certification: optional(text({ fr: ["certification", "Code RNCP ou RS"], en: ["certification", "RNCP or RS code"] }, 20)),
  certificationEndsOn: optional(
    day({
      fr: ["certification-fin", "Fin d'enregistrement de la certification"],
      en: ["certification-end", "End of the certification's registration"],
    }),
  ),
  formacode: optional(text({ fr: ["formacode", "Formacode à 5 chiffres"], en: ["formacode", "Formacode, 5 digits"] }, 10)),
  formacodeVersion: optional(
    text({ fr: ["formacode-version", "Édition du Formacode : V14"], en: ["formacode-version", "Edition of the Formacode: V14"] }, 4),
  ),
  cpfEligible: optional(yesOrNo({ fr: ["cpf", "Éligible au CPF"], en: ["cpf", "Eligible for the CPF"] })),
  initialTraining: optional(
    yesOrNo({
      fr: ["formation-initiale", "Formation initiale : la base régionale ne la transmet pas", "Formation initiale"],
      en: ["initial-training", "Initial training: the regional base does not send it", "Initial training"],
    }),
  ),
};

/** What is said of a course beyond its title and what its sessions share. */
export const courseDetails = {
  objectives: optional(text({ fr: ["objectifs", "Objectifs de la formation"], en: ["objectives", "Objectives"] }, 3000, "several")),
  expectedResults: optional(text({ fr: ["resultats", "Résultats attendus"], en: ["results", "Expected results"] }, 3000, "several")),
  programme: optional(text({ fr: ["programme", "Contenu de la formation"], en: ["programme", "What is taught"] }, 3000, "several")),
  entryLevel: optional(
    integer(
      { fr: ["niveau-entree", "Niveau demandé à l'entrée, code LHEO de 0 à 9"], en: ["entry-level", "Entry level, LHEO code 0 to 9"] },
      0,
      9,
    ),
  ),
  audiences: optional(
    codes({
      fr: ["publics", "Codes des publics visés, séparés par des virgules : 80056", "Codes des publics visés : 80056"],
      en: ["audiences", "Codes of the audiences, separated by commas: 80056", "Codes of the audiences: 80056"],
    }),
  ),
  ...trainingDetails,
};

/** The steps of the form of a course. */
export const courseForm = [
  ["title", "objectives", "expectedResults", "programme", "audiences"],
  ["centreMinutes", "companyMinutes", "distanceMinutes", "announcedMinutes", "priceCents"],
  ["certification", "certificationEndsOn", "formacode", "formacodeVersion", "entryLevel"],
  ["modality", "distanceMeans", "cpfEligible", "initialTraining"],
] as const;

export const courseReference = reference("course", {
  fr: ["reference", "Référence de la formation"],
  en: ["reference", "Course reference"],
});

export async function loadCourse(store: Store, typed: string, option = "reference"): Promise<Result<Course>> {
  const course = (await store.courses.get(typed)) ?? (await store.courses.get(typed.toUpperCase()));
  return course === undefined ? unknown("course", option, typed) : success(course);
}

/** A course's record, and what the rules say of it. */
export function courseCard(course: Course, today: IsoDate, details: Readonly<Record<string, string>> = {}): Reply {
  const { reference, hours, certification, certificationEndsOn, formacode, formacodeVersion, entryLevel, audiences, distanceMeans } =
    course;
  const until = (language: Language) => (certificationEndsOn === undefined ? "" : ` (→ ${formatDay(certificationEndsOn, language)})`);
  return done({
    title: { fr: `Formation ${reference}`, en: `Course ${reference}` },
    lines: [{ tone: "plain", text: courseSummary(course) }, ...textsOf(course)],
    fields: [
      { name: { fr: "Heures", en: "Hours" }, value: splitOf(hours) },
      { name: { fr: "Modalité", en: "Modality" }, value: modalityLabels[course.modality] },
      {
        name: { fr: "Certification", en: "Certification" },
        value: { fr: `${certification ?? "—"}${until("fr")}`, en: `${certification ?? "—"}${until("en")}` },
      },
      { name: { fr: "Formacode", en: "Formacode" }, value: same([formacode, formacodeVersion].filter(Boolean).join(" ") || "—") },
      { name: { fr: "Niveau d'entrée", en: "Entry level" }, value: same(entryLevel === undefined ? "—" : String(entryLevel)) },
      { name: { fr: "Publics", en: "Audiences" }, value: same(audiences?.join(", ") || "—") },
      { name: { fr: "CPF", en: "CPF" }, value: course.cpfEligible ? { fr: "éligible", en: "eligible" } : { fr: "non", en: "no" } },
      ...(distanceMeans === undefined || distanceMeans.length === 0
        ? []
        : [{ name: { fr: "À distance", en: "Remote" }, value: meansOf(distanceMeans) }]),
    ],
    problems: checkCourse({ course, today }),
    next: [
      {
        text: { fr: "en ouvrir une session", en: "open a session of it" },
        command: `/session creer cours:${reference} reference:… debut:… fin:…`,
      },
    ],
    data: { reference },
    trace: { object: reference, details },
  });
}

/** `Cariste CACES R489 · 70 h · 1 190,00 €` */
export function courseSummary({ title, hours, priceCents }: Course): Label {
  const inLanguage = (language: Language) =>
    [title, formatMinutes(totalMinutes(hours)), priceCents === undefined ? undefined : formatCents(priceCents, language)]
      .filter(Boolean)
      .join(" · ");
  return { fr: inLanguage("fr"), en: inLanguage("en") };
}

/** `35 h en centre, 35 h à distance` */
export function splitOf({ centreMinutes, companyMinutes, distanceMinutes }: Course["hours"]): Label {
  const parts: readonly (readonly [number, Label])[] = [
    [centreMinutes, { fr: "en centre", en: "in the centre" }],
    [companyMinutes, { fr: "en entreprise", en: "in a company" }],
    [distanceMinutes, { fr: "à distance", en: "remote" }],
  ];
  const said = (language: Language) =>
    parts
      .filter(([minutes]) => minutes > 0)
      .map(([minutes, where]) => `${formatMinutes(minutes)} ${where[language]}`)
      .join(", ") || "—";
  return { fr: said("fr"), en: said("en") };
}

function textsOf({ objectives, expectedResults, programme }: Course): readonly ReplyLine[] {
  const parts: readonly (readonly [string | undefined, string, string])[] = [
    [objectives, "Objectifs", "Objectives"],
    [expectedResults, "Résultats attendus", "Expected results"],
    [programme, "Programme", "Programme"],
  ];
  return parts.flatMap(([said, fr, en]) =>
    said === undefined ? [] : [{ tone: "plain" as const, text: { fr: `${fr} : ${said}`, en: `${en}: ${said}` } }],
  );
}

function meansOf(means: NonNullable<Course["distanceMeans"]>): Label {
  return {
    fr: means.map((one) => distanceMeansLabels[one].fr).join(" ; "),
    en: means.map((one) => distanceMeansLabels[one].en).join("; "),
  };
}
