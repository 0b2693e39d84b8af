import type { Provider } from "../../membership/index.js";
import { fullName, halfDayKey, type Session, type Trainee } from "../../sessions/index.js";
import { addDays, formatDay, formatMinutes, type IsoDate } from "../../shared/calendar.js";
import { inForce } from "../../shared/dated.js";
import type { Label, Language } from "../../shared/language.js";
import { movementDays } from "../figures.js";
import type { PlannedHalfDay } from "../planned.js";
import { type AttendanceRecord, attendingStatuses } from "../record.js";
import { compareSlots } from "../slot.js";

/** What is entered in the portal around the start of a training: before it (AIS), and once the person has come (AES). */
export const portalRecordKinds = ["enrolment", "entry"] as const;
export type PortalRecordKind = (typeof portalRecordKinds)[number];

export const portalRecordLabels: Readonly<Record<PortalRecordKind, Label>> = {
  enrolment: { fr: "attestation d'inscription à un stage (AIS)", en: "enrolment certificate (AIS)" },
  entry: { fr: "attestation d'entrée en stage (AES)", en: "entry certificate (AES)" },
};

/** In the order one looks for them. */
const portalFieldLabels = {
  trainee: { fr: "Stagiaire", en: "Trainee" },
  franceTravailId: { fr: "Identifiant France Travail", en: "France Travail id" },
  provider: { fr: "Organisme", en: "Provider" },
  training: { fr: "Formation", en: "Training" },
  session: { fr: "Session", en: "Session" },
  listingReference: { fr: "Numéro Carif-Oref", en: "Carif-Oref number" },
  place: { fr: "Lieu", en: "Place" },
  startsOn: { fr: "Premier jour prévu", en: "First day planned" },
  endsOn: { fr: "Dernier jour prévu", en: "Last day planned" },
  minutes: { fr: "Durée prévue", en: "Hours planned" },
  enteredOn: { fr: "Entrée effective", en: "Actual entry" },
} satisfies Readonly<Record<string, Label>>;
export type PortalField = keyof typeof portalFieldLabels;
const portalFields = Object.keys(portalFieldLabels) as readonly PortalField[];

/** The facts to copy; those that are not known yet have no value. */
export interface PortalRecord {
  readonly kind: PortalRecordKind;
  readonly traineeId: string;
  readonly fields: readonly { readonly field: PortalField; readonly label: Label; readonly value: Label | undefined }[];
  /** By when it is declared, once the day it tells is known. */
  readonly dueOn: IsoDate | undefined;
}

export interface PortalRecordFacts {
  readonly provider: Provider;
  readonly session: Session;
  readonly traineeId: string;
  readonly trainee: Trainee | undefined;
  readonly planned: readonly PlannedHalfDay[];
  readonly records: readonly AttendanceRecord[];
}

/** Gathers what the portal is told. Which fields its screens have was not found: these are the facts, not a form. */
export function preparePortalRecord(kind: PortalRecordKind, facts: PortalRecordFacts): PortalRecord {
  const { provider, session, traineeId, trainee } = facts;
  const own = facts.planned.filter((one) => one.traineeId === traineeId);
  const enteredOn = kind === "entry" ? firstAttended(facts)?.day : undefined;
  const minutes = own.reduce((sum, one) => sum + one.minutes, 0);
  const values: Readonly<Record<PortalField, Label | undefined>> = {
    trainee: same(trainee && fullName(trainee)),
    franceTravailId: same(trainee?.franceTravailId),
    provider: same(`${provider.name}, SIRET ${provider.siret}`),
    training: same(session.title),
    session: same(session.reference),
    listingReference: same(session.listingReference),
    place: same(session.place),
    startsOn: dayLabel(own[0]?.day),
    endsOn: dayLabel(own.at(-1)?.day),
    minutes: same(minutes === 0 ? undefined : formatMinutes(minutes)),
    enteredOn: dayLabel(enteredOn),
  };
  const told = portalFields.filter((field) => field !== "enteredOn" || kind === "entry");
  const fields = told.map((field) => ({ field, label: portalFieldLabels[field], value: values[field] }));
  const days = enteredOn && (provider.settings.attendance.movementDays ?? inForce(movementDays, enteredOn));
  return { kind, traineeId, fields, dueOn: enteredOn !== undefined && typeof days === "number" ? addDays(enteredOn, days) : undefined };
}

/** What the record lacks. */
export function missingPortalFields({ fields }: Pick<PortalRecord, "fields">): PortalRecord["fields"] {
  return fields.filter(({ value }) => value === undefined);
}

function firstAttended({ records, planned, traineeId }: PortalRecordFacts): AttendanceRecord | undefined {
  const expected = new Set(planned.filter((one) => one.traineeId === traineeId).map(halfDayKey));
  return records
    .filter((one) => one.traineeId === traineeId && attendingStatuses.has(one.status) && expected.has(halfDayKey(one)))
    .sort(compareSlots)[0];
}

function same(text: string | undefined): Label | undefined {
  return text === undefined ? undefined : { fr: text, en: text };
}

function dayLabel(day: IsoDate | undefined): Label | undefined {
  const said = (language: Language) => formatDay(day ?? "", language);
  return day === undefined ? undefined : { fr: said("fr"), en: said("en") };
}
