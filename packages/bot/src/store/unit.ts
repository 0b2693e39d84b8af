import type { Digest } from "@kairos/core";
import { accessReviewsIn } from "./access-reviews.js";
import { accountsIn } from "./accounts.js";
import { customersIn, purchaseOrdersIn, trainingAgreementsIn } from "./agreements.js";
import { appointmentsIn } from "./appointments.js";
import { attachmentsIn } from "./attachments.js";
import { attendanceIn } from "./attendance.js";
import { claimsIn, monthsIn, movementsIn } from "./attendance-months.js";
import { auditIn } from "./audit.js";
import { bookingsIn } from "./bookings.js";
import { countersIn } from "./counters.js";
import { coursesIn } from "./courses.js";
import type { Knex } from "./driver.js";
import { enrolmentsIn } from "./enrolments.js";
import { filesIn } from "./files.js";
import { grantsIn } from "./grants.js";
import { importsIn } from "./imports.js";
import { incidentsIn } from "./incidents.js";
import { invoicesIn } from "./invoices.js";
import { keysIn } from "./keys.js";
import { membershipsIn } from "./memberships.js";
import { noticesIn } from "./notices.js";
import { ownProfilesIn } from "./own-profiles.js";
import { peopleIn } from "./people.js";
import { personalIn } from "./personal.js";
import { providersIn } from "./providers.js";
import { quotesIn } from "./quotes.js";
import { schedulesIn } from "./schedules.js";
import { sessionsIn } from "./sessions.js";
import { sheetsIn, signInsIn } from "./sign-ins.js";
import type { Scope, Store, UnitOfWork } from "./store.js";
import { templatesIn } from "./templates.js";
import { traineesIn } from "./trainees.js";
import { workingHoursIn } from "./working-hours.js";

/** One transaction under way in one workspace. */
export function unitIn(trx: Knex.Transaction, workspace: string, digest: Digest): UnitOfWork {
  return {
    store: (scope) => storeIn(trx, workspace, scope, digest),
    attempt: async (scope, body) => {
      // In plain words: a nested transaction of knex costs as much as the command itself.
      await trx.raw("SAVEPOINT attempt");
      const leave = async (isKept: boolean) => {
        if (!isKept) await trx.raw("ROLLBACK TO SAVEPOINT attempt");
        await trx.raw("RELEASE SAVEPOINT attempt");
      };
      try {
        const reply = await body(storeIn(trx, workspace, scope, digest));
        await leave(reply.outcome === "done" && reply.preview === undefined);
        return reply;
      } catch (error) {
        // Where the driver undid the whole transaction, no savepoint is left: what went wrong first is what is told.
        await leave(false).catch(() => undefined);
        throw error;
      }
    },
  };
}

/** Everything a workspace keeps, within a scope, inside a transaction. */
export function storeIn(trx: Knex.Transaction, workspace: string, scope: Scope, digest: Digest): Store {
  return {
    people: peopleIn(trx, workspace),
    providers: providersIn(trx, workspace, scope),
    memberships: membershipsIn(trx, workspace, scope),
    grants: grantsIn(trx, workspace, scope),
    ownProfiles: ownProfilesIn(trx, workspace, scope),
    accounts: accountsIn(trx, workspace),
    accessReviews: accessReviewsIn(trx, workspace, scope),
    courses: coursesIn(trx, workspace, scope),
    sessions: sessionsIn(trx, workspace, scope),
    schedules: schedulesIn(trx, workspace, scope),
    appointments: appointmentsIn(trx, workspace, scope),
    workingHours: workingHoursIn(trx, workspace, scope),
    bookings: bookingsIn(trx, workspace, scope),
    imports: importsIn(trx, workspace, scope),
    enrolments: enrolmentsIn(trx, workspace, scope),
    attendance: attendanceIn(trx, workspace, scope),
    signIns: signInsIn(trx, workspace, scope),
    sheets: sheetsIn(trx, workspace, scope),
    months: monthsIn(trx, workspace, scope),
    claims: claimsIn(trx, workspace, scope),
    movements: movementsIn(trx, workspace, scope),
    keys: keysIn(trx, workspace),
    customers: customersIn(trx, workspace, scope),
    trainingAgreements: trainingAgreementsIn(trx, workspace, scope),
    purchaseOrders: purchaseOrdersIn(trx, workspace, scope),
    invoices: invoicesIn(trx, workspace, scope),
    personal: personalIn(trx, workspace, scope),
    trainees: traineesIn(trx, workspace, scope),
    quotes: quotesIn(trx, workspace, scope),
    templates: templatesIn(trx, workspace, scope),
    attachments: attachmentsIn(trx, workspace, scope),
    files: filesIn(trx, workspace, scope),
    incidents: incidentsIn(trx, workspace, scope),
    notices: noticesIn(trx, workspace),
    counters: countersIn(trx, workspace),
    audit: auditIn(trx, workspace, digest),
  };
}
