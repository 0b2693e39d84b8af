import { type Booking, type BookingOwner, type Instant, laterBy, type Siret } from "@kairos/core";
import { dialectOf } from "./dialect.js";
import type { Knex } from "./driver.js";
import { among, within } from "./queries.js";
import type { Scope, SeenBooking, Store } from "./store.js";

/** What keeps people and rooms. A person is busy whatever the establishment: what for is only told within the scope. */
export function bookingsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["bookings"] {
  return {
    between: async (resources, from, until, except) => {
      const rows: readonly Row[] = await among(trx("bookings").where({ workspace }), "resource", resources)
        .where("starts_at", ">", laterBy(from, -longestMinutes))
        .where("starts_at", "<", until)
        .where("ends_at", ">", from)
        .modify((query) => {
          if (except !== undefined) query.whereNot((one) => one.where({ kind: except.kind, reference: except.reference }));
        })
        .orderBy(["starts_at", "resource", "kind", "reference"])
        .select("*");
      return rows.map((row) => seen(row, scope));
    },
    ofSessions: async (from) => {
      const rows: readonly Row[] = await within(trx("bookings").where({ workspace, kind: "session" }).where("ends_at", ">", from), scope)
        .orderBy(["starts_at", "resource", "reference"])
        .select("*");
      return rows.map(({ resource, starts_at: startsAt, ends_at: endsAt, kind, reference, siret }) => {
        return { resource, startsAt, endsAt, owner: { kind, reference, siret } };
      });
    },
  };
}

/** Puts what something keeps in the place of what it kept. */
export async function keepBookings(
  trx: Knex.Transaction,
  workspace: string,
  { kind, reference }: Pick<BookingOwner, "kind" | "reference">,
  bookings: readonly Booking[],
): Promise<void> {
  await trx("bookings").where({ workspace, kind, reference }).delete();
  if (bookings.length === 0) return;
  const rows = bookings.map(({ resource, startsAt, endsAt, owner }) => {
    return { resource, starts_at: startsAt, ends_at: endsAt, siret: owner.siret };
  });
  const columns = ["resource", "starts_at", "ends_at", "siret"];
  await trx.raw(
    `insert into bookings (workspace, kind, reference, ${columns.join(", ")})
    select ?, ?, ?, ${columns.join(", ")} from ${dialectOf(trx).records("bookings", columns)}`,
    [workspace, kind, reference, JSON.stringify(rows)],
  );
}

/** Nothing that is kept lasts longer: half a day, or an appointment. */
const longestMinutes = 24 * 60;

interface Row {
  readonly resource: string;
  readonly starts_at: Instant;
  readonly ends_at: Instant;
  readonly kind: BookingOwner["kind"];
  readonly reference: string;
  readonly siret: Siret;
}

function seen({ resource, starts_at: startsAt, ends_at: endsAt, kind, reference, siret }: Row, scope: Scope): SeenBooking {
  const known = scope === "all" || scope.includes(siret);
  return { resource, startsAt, endsAt, kind, ...(known && { reference, siret }) };
}
