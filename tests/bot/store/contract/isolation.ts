import { prepareQuoteDocument, resourceKeys, type Siret, type WorkingHours } from "@kairos/core";
import { describe, expect, it } from "vitest";
import type { Scope, Store } from "../../../../packages/bot/src/store/store.js";
import type { Opening } from "../contract.js";
import {
  aClaim,
  aCourse,
  aCustomer,
  aGrant,
  aMembership,
  aMonth,
  aMovement,
  anAgreement,
  anAppointment,
  anAttachment,
  anAttendance,
  anEnrolment,
  anImport,
  anIncident,
  anInvoice,
  anOrder,
  aProvider,
  aQuote,
  aSchedule,
  aSealedInvoice,
  aSession,
  aSheet,
  aSignIn,
  aTemplate,
  aTrainee,
  collect,
  look,
  lyon,
  nantes,
  now,
  someBytes,
  write,
} from "../fixtures.js";
import { fresh } from "./open.js";

export function isolationContract(open: Opening): void {
  const database = fresh(open);

  describe("another workspace", () => {
    it("reaches nothing, even with the right ids", async () => {
      await write(database(), fill);
      const seen = await look(database(), everything, { workspace: "forged" });
      expect(seen.filter((value) => value !== undefined && !(Array.isArray(value) && value.length === 0))).toEqual([]);
      expect(
        (await look(database(), everything)).filter((value) => value === undefined || (Array.isArray(value) && value.length === 0)),
      ).toEqual([]);
    });

    it("writes its own rows under the same ids, and changes none of the others", async () => {
      await write(database(), fill);
      const before = await look(database(), everything);
      const mine = { ...aQuote(), title: "À moi" };
      await write(
        database(),
        async (store) => {
          await fill(store);
          await store.quotes.save(mine);
          await store.people.save({ id: "u-clerk", name: "Autre" });
        },
        { workspace: "forged" },
      );
      expect(await look(database(), everything)).toEqual(before);
      expect(await look(database(), ({ quotes }) => quotes.get(mine.reference), { workspace: "forged" })).toEqual(mine);
    });
  });

  describe("a scope", () => {
    const ofNantes = { scope: [nantes] };

    it("hides what belongs to other establishments", async () => {
      await write(database(), fill);
      for (const scope of [[nantes], []] satisfies Scope[]) {
        const seen = await look(database(), limited, { scope });
        expect(seen.filter((value) => value !== undefined && !(Array.isArray(value) && value.length === 0))).toEqual([]);
      }
      expect(await look(database(), limited, { scope: [nantes, lyon] })).toEqual(await look(database(), limited));
    });

    it("refuses to write for them", async () => {
      for (const save of saves(lyon)) await expect(write(database(), save, ofNantes)).rejects.toThrow("out of scope");
      await expect(write(database(), ({ memberships }) => memberships.save(aMembership()), ofNantes)).rejects.toThrow("out of scope");
    });

    it("never replaces a row it cannot see", async () => {
      await write(database(), fill);
      const before = await look(database(), limited);
      for (const save of saves(nantes)) await expect(write(database(), save, ofNantes)).rejects.toThrow("exists already, out of scope");
      expect(await look(database(), limited)).toEqual(before);
    });

    it("does not seal a version of a quote it cannot see", async () => {
      await write(database(), fill);
      const quote = aQuote();
      const document = prepareQuoteDocument({ quote, provider: aProvider(), issuedOn: "2026-11-20" });
      const sealing = write(database(), ({ quotes }) => quotes.seal({ version: 7, quote, document }, quote.reference), ofNantes);
      await expect(sealing).rejects.toThrow("not in scope");
    });

    it("may be all, one or several", async () => {
      await write(database(), async ({ trainees }) => {
        await trainees.save(aTrainee());
        await trainees.save(aTrainee({ id: "T-0008", siret: nantes }));
      });
      const ids = async (scope: Scope) => (await look(database(), ({ trainees }) => trainees.list(), { scope })).map(({ id }) => id);
      expect(await ids("all")).toEqual(["T-0008", "T-0007"]);
      expect(await ids([nantes])).toEqual(["T-0008"]);
      expect(await ids([nantes, lyon])).toEqual(["T-0008", "T-0007"]);
      expect(await ids([])).toEqual([]);
    });
  });
}

const someHours: WorkingHours = { person: "u-clerk", siret: lyon, stretches: [{ weekday: 1, from: "09:00", until: "12:00" }] };

async function fill(store: Store): Promise<void> {
  const quote = aQuote();
  await store.people.save({ id: "u-clerk", name: "Inès" });
  await store.providers.save(aProvider());
  await store.memberships.save(aMembership());
  await store.grants.save(aGrant());
  await store.sessions.save(aSession());
  await store.courses.save(aCourse());
  await store.schedules.save(aSchedule(), aSession());
  await store.appointments.save(anAppointment());
  await store.workingHours.save(someHours);
  await store.imports.save(anImport());
  await store.trainees.save(aTrainee());
  await store.templates.save(aTemplate());
  await store.quotes.save(quote);
  await store.quotes.save(aQuote({ reference: "DEV-2026-0002" }));
  await store.quotes.seal(
    { version: 1, quote, document: prepareQuoteDocument({ quote, provider: aProvider(), issuedOn: "2026-11-20" }) },
    quote.reference,
  );
  await store.files.put(someBytes);
  await store.attachments.save(anAttachment());
  await store.enrolments.save(anEnrolment());
  await store.attendance.saveMany([anAttendance()], clerks);
  await store.attendance.saveMany([anAttendance({ status: "unexcused" })], clerks);
  await store.signIns.addMany([aSignIn()]);
  await store.sheets.save(aSheet());
  await store.months.save(aMonth());
  await store.claims.addMany([aClaim()]);
  await store.movements.save(aMovement());
  await store.customers.save(aCustomer());
  await store.incidents.save(anIncident());
  await store.trainingAgreements.save(anAgreement());
  await store.purchaseOrders.save(anOrder());
  await store.invoices.save(aSealedInvoice().invoice);
  await store.invoices.save(anInvoice({ reference: "PF-2026-0002" }));
  await store.invoices.seal(aSealedInvoice());
}

const clerks = { by: "u-clerk", at: now };

/** Every way to read what belongs to an establishment. */
async function limited(store: Store): Promise<unknown[]> {
  const { providers, memberships, grants, sessions, trainees, quotes, templates, attachments, files } = store;
  const { courses, schedules, appointments, workingHours, imports, bookings } = store;
  return [
    await providers.get(lyon),
    await providers.list(),
    await memberships.get(lyon),
    await memberships.list(),
    await grants.get("H-0001"),
    await grants.of("u-clerk"),
    await grants.list(),
    await sessions.get("SE-2026-014"),
    await sessions.list(),
    await sessions.list({ search: "cariste" }),
    await sessions.list({ from: "2026-12-01", until: "2026-12-31" }),
    await courses.get("CACES-R489"),
    await courses.list({ search: "cariste" }),
    await schedules.get("SE-2026-014"),
    await schedules.list(["SE-2026-014"]),
    await appointments.get("RDV-2026-0001"),
    await appointments.list(),
    await appointments.list({ resource: resourceKeys.person("u-clerk") }),
    await workingHours.get("u-clerk", lyon),
    await workingHours.list(),
    await imports.get("IMP-0001"),
    await imports.list(),
    await bookings.ofSessions("2026-01-01T00:00:00.000Z"),
    await trainees.get("T-0007"),
    await trainees.list(),
    await trainees.list({ search: "durand" }),
    await quotes.get("DEV-2026-0001"),
    await quotes.list(),
    await quotes.list({ search: "cariste", status: "draft", traineeId: "T-0007" }),
    await quotes.related(aQuote()),
    await quotes.hourlyCostsOf("Cariste CACES R489", "none"),
    await quotes.versions("DEV-2026-0001"),
    await templates.get("cariste"),
    await templates.list(),
    await attachments.get("P-0001"),
    await attachments.of("DEV-2026-0001"),
    await files.get(anAttachment().digest),
    ...(await attendanceOf(store)),
    ...(await invoicesOf(store)),
  ];
}

async function invoicesOf({ customers, trainingAgreements, purchaseOrders, invoices, incidents }: Store): Promise<unknown[]> {
  return [
    await customers.get(lyon, aCustomer().customerSiret),
    await customers.list(),
    await incidents.get("INC-2026-0001"),
    await incidents.list({ symptom: "blank-page", reporter: "u-clerk", status: "draft", since: "2026-01-01T00:00:00.000Z" }),
    await trainingAgreements.get("CONV-2026-0001"),
    await trainingAgreements.list(),
    await purchaseOrders.get("BC-2026-118"),
    await purchaseOrders.list({ sessionReference: "SE-2026-014" }),
    await invoices.get("PF-2026-0001"),
    await invoices.get("FAC-2026-0001"),
    await invoices.list(),
    await invoices.related(anInvoice()),
    await invoices.sealed("FAC-2026-0001"),
  ];
}

async function attendanceOf({ enrolments, attendance, signIns, sheets, months, claims, movements }: Store): Promise<unknown[]> {
  const session = "SE-2026-014";
  return [
    await enrolments.get(session, "T-0007"),
    await enrolments.ofSession(session),
    await enrolments.ofTrainee("T-0007"),
    await attendance.of({ session }),
    await attendance.of({ trainee: "T-0007", from: "2026-12-01", until: "2026-12-31" }),
    await attendance.history({ session }),
    await attendance.sessions(),
    await signIns.of({ session }),
    await sheets.get("FE-0001"),
    await sheets.ofSession(session),
    await months.get(session, "2026-12"),
    await months.ofSession(session),
    await months.list(),
    await claims.of("declared", { session }),
    await movements.ofSession(session),
  ];
}

/** Every way to read. */
async function everything(store: Store): Promise<unknown[]> {
  const { people, audit } = store;
  const shared = [
    await people.get("u-clerk"),
    await people.find("ines"),
    await people.list(),
    await audit.head(),
    await collect(audit.entries()),
  ];
  return [...(await limited(store)), ...shared];
}

function saves(siret: Siret): ((store: Store) => Promise<void>)[] {
  return [
    ({ grants }) => grants.save(aGrant({ siret })),
    ({ sessions }) => sessions.save(aSession({ siret })),
    ({ courses }) => courses.save(aCourse({ siret })),
    ({ appointments }) => appointments.save(anAppointment({ siret })),
    ({ imports }) => imports.save(anImport({ siret })),
    ({ schedules }) => schedules.save(aSchedule({ siret }), aSession({ siret })),
    ({ trainees }) => trainees.save(aTrainee({ siret })),
    ({ quotes }) => quotes.save(aQuote({ siret })),
    ({ templates }) => templates.save(aTemplate({ siret })),
    ({ enrolments }) => enrolments.save(anEnrolment({ siret })),
    ({ sheets }) => sheets.save(aSheet({ siret })),
    ({ months }) => months.save(aMonth({ siret })),
    ({ movements }) => movements.save(aMovement({ siret })),
    ({ incidents }) => incidents.save(anIncident({ siret })),
    ({ trainingAgreements }) => trainingAgreements.save(anAgreement({ siret })),
    ({ purchaseOrders }) => purchaseOrders.save(anOrder({ siret })),
    ({ invoices }) => invoices.save(anInvoice({ siret })),
    async ({ attachments, files }) => {
      await files.put(someBytes);
      await attachments.save(anAttachment({ siret }));
    },
  ];
}
