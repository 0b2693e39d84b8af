import { appointmentKindLabels, appointmentSchema, bookingsOfAppointment, fold, laterBy } from "@kairos/core";
import { shelf } from "./aggregates.js";
import { keepBookings } from "./bookings.js";
import type { Knex } from "./driver.js";
import { holding } from "./queries.js";
import type { Scope, Store } from "./store.js";

export const appointmentKind = { table: "appointments", key: "reference", schema: appointmentSchema };

/** The appointments, the earliest first. Whom and what they keep follows each change. */
export function appointmentsIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["appointments"] {
  const appointments = shelf(appointmentKind, trx, workspace, scope);
  return {
    get: (reference) => appointments.get(reference),
    list: ({ from, until, resource, status, session, search, limit } = {}) => {
      const rows = holding(appointments.rows(), search).orderBy(["starts_at", "position"]);
      if (from !== undefined) rows.where("ends_at", ">", from);
      if (until !== undefined) rows.where("starts_at", "<", until);
      if (status !== undefined) rows.whereIn("status", status);
      if (session !== undefined) rows.where({ session_reference: session });
      if (resource !== undefined) {
        rows.whereIn("reference", trx("bookings").where({ workspace, resource, kind: "appointment" }).select("reference"));
      }
      if (limit !== undefined) rows.limit(limit);
      return appointments.read(rows);
    },
    save: async (appointment) => {
      const { reference, siret, kind, status, startsAt, minutes, session } = appointment;
      await appointments.put(appointment, {
        reference,
        siret,
        status,
        session_reference: session,
        starts_at: startsAt,
        ends_at: laterBy(startsAt, minutes),
        search: fold(`${reference} ${appointmentKindLabels[kind].fr} ${appointmentKindLabels[kind].en}`),
      });
      await keepBookings(trx, workspace, { kind: "appointment", reference }, bookingsOfAppointment(appointment));
    },
  };
}
