import {
  appointmentKindLabels,
  appointmentStatusLabels,
  attachmentKindLabels,
  calledInvoice,
  fold,
  formatDay,
  formatInstant,
  fullName,
  importStatusLabels,
  incidentStatusLabels,
  invoiceKindLabels,
  invoiceStatusLabels,
  isProfileId,
  type Label,
  type Language,
  profileIds,
  profiles,
  quoteStatusLabels,
  symptomLabels,
} from "@kairos/core";
import type * as z from "zod";
import type { Choice, ReferenceKind } from "../option.js";
import { zoneOf } from "../zone.js";
import { accessReviewKind } from "./access-reviews.js";
import { decode, type Kind } from "./aggregates.js";
import { customerKind, purchaseOrderKind, trainingAgreementKind } from "./agreements.js";
import { appointmentKind } from "./appointments.js";
import { attachmentKind } from "./attachments.js";
import { courseKind } from "./courses.js";
import { dialectOf } from "./dialect.js";
import type { Knex } from "./driver.js";
import { grantKind } from "./grants.js";
import { importKind } from "./imports.js";
import { incidentKind } from "./incidents.js";
import { invoiceKind } from "./invoices.js";
import { ownProfileKind } from "./own-profiles.js";
import { providerKind } from "./providers.js";
import { anywhere } from "./queries.js";
import { quoteKind } from "./quotes.js";
import { sessionKind } from "./sessions.js";
import { attendanceSheetKind } from "./sign-ins.js";
import { templateKind } from "./templates.js";
import { traineeKind } from "./trainee-names.js";

export interface Row {
  readonly key: string;
  readonly data: string;
  readonly name: string;
}

/** What a label is made with, beside its row. */
interface Telling {
  readonly trx: Knex.Transaction;
  readonly workspace: string;
  readonly language: Language;
}

interface Source {
  readonly table: string;
  readonly key: string;
  /** Does a row belong to an establishment. */
  readonly limited: boolean;
  /** Numbers grow: the last reference is the newest. */
  readonly newestFirst: boolean;
  /** What the desk itself offers, before what is kept. */
  readonly fixed?: readonly Choice[];
  /** Set once a thing no longer stands: no command takes it any more. */
  readonly gone?: string;
  /** Other columns that a word may be found in. */
  readonly also?: (either: Knex.QueryBuilder, word: string, trx: Knex.Transaction, workspace: string) => unknown;
  readonly label: (row: Row, telling: Telling) => string | Promise<string>;
}

function numbered<Schema extends z.core.$ZodType>(
  kind: Kind<Schema>,
  label: (value: z.output<Schema>, language: Language) => string,
  also?: Source["also"],
): Source {
  const { table, key } = kind;
  const told: Source["label"] = (row, { language }) => label(decode(kind, row), language);
  return { table, key, limited: true, newestFirst: true, label: told, ...(also !== undefined && { also }) };
}

/** Those whose label holds a word, in either language. */
function called<Key extends string>(labels: Readonly<Record<Key, Label>>, word: string): readonly Key[] {
  return (Object.keys(labels) as Key[]).filter((key) => [labels[key].fr, labels[key].en].some((text) => fold(text).includes(word)));
}

function orWhereHeld(either: Knex.QueryBuilder, field: string, values: readonly string[]): void {
  if (values.length === 0) return;
  either.orWhereRaw(`${dialectOf(either).field("data", field)} in (${values.map(() => "?").join()})`, values);
}

const profileLabels: Readonly<Record<string, Label>> = Object.fromEntries(profileIds.map((id) => [id, profiles[id].label]));

async function ownName(trx: Knex.Transaction, workspace: string, id: string): Promise<string> {
  const row: { key: string; data: string } | undefined = await trx("own_profiles").where({ workspace, id }).first("data", { key: "id" });
  return row === undefined ? id : decode(ownProfileKind, row).name;
}

export const sources: Readonly<Record<ReferenceKind, Source>> = {
  quote: numbered(
    quoteKind,
    ({ reference, title, status }, language) => join(reference, title, quoteStatusLabels[status][language]),
    (either, word) => either.orWhereIn("status", called(quoteStatusLabels, word)),
  ),
  course: { ...numbered(courseKind, ({ reference, title }) => join(reference, title)), newestFirst: false },
  appointment: {
    ...numbered(
      appointmentKind,
      () => "",
      (either, word) => orWhereHeld(either, "status", called(appointmentStatusLabels, word)),
    ),
    label: async (row, { trx, workspace, language }) => {
      const { reference, siret, kind, startsAt, status } = decode(appointmentKind, row);
      const place: { data: string } | undefined = await trx("providers").where({ workspace, siret }).first("data");
      const zone = place === undefined ? undefined : decode(providerKind, { key: siret, data: place.data });
      const when = formatInstant(startsAt, zoneOf(zone), language);
      return join(reference, appointmentKindLabels[kind][language], when, appointmentStatusLabels[status][language]);
    },
  },
  import: numbered(importKind, ({ reference, fileName, status }, language) =>
    join(reference, fileName, importStatusLabels[status][language]),
  ),
  session: numbered(
    sessionKind,
    ({ reference, title, startsOn }, language) => join(reference, title, formatDay(startsOn, language)),
    (either, word) => either.orWhereRaw("starts_on like ? escape '!'", [anywhere(word)]),
  ),
  trainee: numbered(traineeKind, (trainee) => join(trainee.id, fullName(trainee))),
  template: { ...numbered(templateKind, ({ name, title }) => join(name, title)), newestFirst: false },
  person: {
    table: "people",
    key: "id",
    limited: false,
    newestFirst: false,
    also: (either, word) => either.orWhereRaw("id like ? escape '!'", [anywhere(word)]),
    label: ({ key, name }) => (key === name ? name : join(name, key)),
  },
  grant: {
    ...numbered(grantKind, () => ""),
    gone: "revokedOn",
    also: (either, word, trx, workspace) => {
      const named = trx("people")
        .where({ workspace })
        .whereRaw("search like ? escape '!'", [anywhere(word)])
        .select("id");
      either.orWhereIn("person", named);
      orWhereHeld(either, "profile", called(profileLabels, word));
      const ownNamed = "(select id from own_profiles where workspace = ? and search like ? escape '!')";
      either.orWhereRaw(`${dialectOf(trx).field("data", "profile")} in ${ownNamed}`, [workspace, anywhere(word)]);
    },
    label: async (row, { trx, workspace, language }) => {
      const { id, person, profile } = decode(grantKind, row);
      const known: { name: string } | undefined = await trx("people").where({ workspace, id: person }).first("name");
      return join(
        id,
        known?.name ?? person,
        isProfileId(profile) ? profiles[profile].label[language] : await ownName(trx, workspace, profile),
      );
    },
  },
  provider: { ...numbered(providerKind, ({ siret, name }) => join(name, siret)), newestFirst: false },
  profile: {
    ...numbered(ownProfileKind, ({ id, name }) => join(name, id)),
    newestFirst: false,
    fixed: profileIds.map((id) => ({ value: id, label: profiles[id].label })),
  },
  review: numbered(accessReviewKind, ({ id, openedOn, closed }, language) => join(id, formatDay(closed?.on ?? openedOn, language))),
  attachment: {
    ...numbered(
      attachmentKind,
      ({ id, object, kind, fileName }, language) => join(id, object, attachmentKindLabels[kind][language], fileName),
      (either, word) => orWhereHeld(either, "kind", called(attachmentKindLabels, word)),
    ),
    gone: "removedOn",
  },
  sheet: {
    ...numbered(attendanceSheetKind, ({ reference, sessionReference, recordedAt }, language) =>
      join(reference, sessionReference, formatDay(recordedAt.slice(0, 10), language)),
    ),
    gone: "removed",
  },
  customer: {
    ...numbered(customerKind, ({ name, customerSiret }) => join(name, customerSiret)),
    newestFirst: false,
  },
  agreement: numbered(trainingAgreementKind, ({ reference, title, market, lot }) => join(reference, title, market, lot)),
  order: numbered(purchaseOrderKind, ({ reference, agreement, sessionReference }) => join(reference, agreement, sessionReference)),
  incident: numbered(
    incidentKind,
    ({ reference, symptom, status }, language) => join(reference, symptomLabels[symptom][language], incidentStatusLabels[status][language]),
    (either, word) => either.orWhereIn("status", called(incidentStatusLabels, word)),
  ),
  invoice: numbered(
    invoiceKind,
    (invoice, language) =>
      join(calledInvoice(invoice), invoiceKindLabels[invoice.kind][language], invoice.title, invoiceStatusLabels[invoice.status][language]),
    (either, word) => either.orWhereIn("status", called(invoiceStatusLabels, word)),
  ),
};

function join(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}
