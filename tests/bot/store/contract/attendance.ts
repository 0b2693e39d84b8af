import { expect, it } from "vitest";
import type { Opening } from "../contract.js";
import { aClaim, aMonth, aMovement, anAttendance, aSession, aSignIn, aTrainee, look, lyon, nantes, now, write } from "../fixtures.js";
import { fresh } from "./open.js";

const session = "SE-2026-014";
const clerk = { by: "u-clerk", at: now };
const corrected = { by: "u-rgc", at: "2026-12-08T09:00:00.000Z", cause: "Appel erroné" };

export function attendanceContract(open: Opening): void {
  const database = fresh(open);
  const facts = () => look(database(), ({ attendance }) => attendance.of({ session }));

  it("keeps a fact whole, in the order of days, halves and trainees", async () => {
    const away = anAttendance({ half: "evening", status: "excused", reason: "health", document: "AT-12" });
    const late = anAttendance({ half: "afternoon", status: "late", lateMinutes: 20, source: "import" });
    const remote = anAttendance({ day: "2026-12-08", status: "remote", evidence: ["connection", "quiz"] });
    const other = anAttendance({ traineeId: "T-0001" });
    await write(database(), ({ attendance }) => attendance.saveMany([remote, away, anAttendance(), late, other], clerk));
    expect(await facts()).toEqual([other, anAttendance(), late, away, remote]);
    const some = { session, trainee: "T-0007", from: "2026-12-08", until: "2026-12-08" };
    expect(await look(database(), ({ attendance }) => attendance.of(some))).toEqual([remote]);
    expect(await look(database(), ({ attendance }) => attendance.sessions())).toEqual([session]);
  });

  it("keeps what a fact said before, each time it says something else, and nothing when it says the same", async () => {
    const saving = async (status: "present" | "unexcused", change = clerk) => {
      let changed = 0;
      await write(database(), async ({ attendance }) => {
        changed = await attendance.saveMany([anAttendance({ status })], change);
      });
      return changed;
    };
    expect([await saving("present"), await saving("present"), await saving("unexcused", corrected), await saving("present")]).toEqual([
      0, 0, 1, 1,
    ]);
    expect(await look(database(), ({ attendance }) => attendance.history({ session }))).toEqual([
      { version: 1, former: anAttendance(), ...corrected },
      { version: 2, former: anAttendance({ status: "unexcused" }), ...clerk },
    ]);
  });

  it("takes the last word of what one list says twice", async () => {
    const [first, second] = [anAttendance(), anAttendance({ status: "unexcused" })];
    await write(database(), ({ attendance }) => attendance.saveMany([first, anAttendance({ half: "afternoon" }), second], clerk));
    expect(await facts()).toEqual([second, anAttendance({ half: "afternoon" })]);
    const again = aClaim({ minutes: 60 });
    await write(database(), ({ claims }) => claims.addMany([aClaim(), again]));
    expect(await look(database(), ({ claims }) => claims.of(again.kind, { session }))).toEqual([again]);
    await write(database(), ({ sessions }) => sessions.saveMany([aSession(), aSession({ title: "Autre" })]));
    expect(await look(database(), ({ sessions }) => sessions.list())).toEqual([aSession({ title: "Autre" })]);
  });

  it("keeps what is taken away, and counts on when it comes back", async () => {
    await write(database(), ({ attendance }) => attendance.saveMany([anAttendance()], clerk));
    await write(database(), ({ attendance }) => attendance.removeMany([anAttendance(), anAttendance({ half: "evening" })], corrected));
    expect(await facts()).toEqual([]);
    await write(database(), ({ attendance }) => attendance.saveMany([anAttendance({ status: "late", lateMinutes: 5 })], clerk));
    await write(database(), ({ attendance }) => attendance.saveMany([anAttendance()], corrected));
    const versions = (await look(database(), ({ attendance }) => attendance.history({ session }))).map(({ version }) => version);
    expect(versions).toEqual([2, 1]);
  });

  it("tells where something begins or ends: a status that is not that of the fact before, trainee by trainee", async () => {
    const other = { traineeId: "T-0001" };
    const morning = anAttendance();
    const evening = anAttendance({ half: "evening", status: "interrupted" });
    const back = anAttendance({ day: "2026-12-08", status: "present" });
    const first = anAttendance({ ...other, status: "interrupted" });
    const unmoved = [anAttendance({ half: "afternoon" }), anAttendance({ ...other, half: "evening", status: "interrupted" })];
    await write(database(), ({ attendance }) => attendance.saveMany([back, evening, ...unmoved, first, morning], clerk));
    const elsewhere = anAttendance({ sessionReference: "SE-2026-015", half: "afternoon", status: "late", lateMinutes: 5 });
    await write(database(), ({ attendance }) => attendance.saveMany([elsewhere], clerk));
    expect(await look(database(), ({ attendance }) => attendance.turns(session))).toEqual([first, morning, evening, back]);
    expect(await look(database(), ({ attendance }) => attendance.turns(session), { scope: [nantes] })).toEqual([]);
  });

  it("takes facts by the thousand, and refuses them whole when one is of another establishment", async () => {
    const many = Array.from({ length: 6000 }, (_, index) => anAttendance({ traineeId: `T-${index}` }));
    await write(database(), ({ attendance }) => attendance.saveMany(many, clerk));
    expect(await facts()).toHaveLength(6000);
    const mixed = [anAttendance(), anAttendance({ traineeId: "T-8000", siret: nantes })];
    const saving = write(database(), ({ attendance }) => attendance.saveMany(mixed, clerk), { scope: [lyon] });
    await expect(saving).rejects.toThrow("out of scope");
    expect(await facts()).toHaveLength(6000);
  });

  it("never changes or takes away the facts of another establishment", async () => {
    await write(database(), ({ attendance }) => attendance.saveMany([anAttendance()], clerk));
    const ofNantes = { scope: [nantes] };
    await write(database(), ({ attendance }) => attendance.removeMany([anAttendance()], clerk), ofNantes);
    await write(
      database(),
      ({ attendance }) => attendance.saveMany([anAttendance({ siret: nantes, status: "unexcused" })], clerk),
      ofNantes,
    );
    expect(await facts()).toEqual([anAttendance()]);
    expect(await look(database(), ({ attendance }) => attendance.history({ session }))).toEqual([]);
  });

  it("keeps a second signature, and the same one once", async () => {
    const paper = aSignIn({ method: "sheet", proof: "FE-0001", at: "2026-12-07T18:00:00.000Z" });
    let added = 0;
    await write(database(), async ({ signIns }) => {
      added += await signIns.addMany([aSignIn(), paper]);
      added += await signIns.addMany([aSignIn()]);
    });
    expect(added).toBe(2);
    expect(await look(database(), ({ signIns }) => signIns.of({ session }))).toEqual([aSignIn(), paper]);
    await write(database(), ({ signIns }) => signIns.removeByProof(session, "FE-0001"));
    expect(await look(database(), ({ signIns }) => signIns.of({ session }))).toEqual([aSignIn()]);
  });

  it("keeps what was declared apart from what was billed, and takes it back by its reference", async () => {
    const billed = aClaim({ kind: "billed", reference: "F-2026-001" });
    await write(database(), async ({ claims }) => {
      await claims.addMany([aClaim({ minutes: 180 }), billed]);
      await claims.addMany([aClaim()]);
    });
    const of = (kind: "declared" | "billed") => look(database(), ({ claims }) => claims.of(kind, { session }));
    expect([await of("declared"), await of("billed")]).toEqual([[aClaim()], [billed]]);
    await write(database(), ({ claims }) => claims.removeByReference("declared", session, "2026-12"));
    expect([await of("declared"), await of("billed")]).toEqual([[], [billed]]);
  });

  it("keeps the months of a session in order, and a movement once", async () => {
    const january = aMonth({ month: "2027-01", status: "reopened" });
    await write(database(), async ({ months, movements }) => {
      await months.save(january);
      await months.save(aMonth());
      await movements.save(aMovement());
      await movements.save(aMovement({ declaredOn: "2026-12-09" }));
    });
    await look(database(), async ({ months, movements }) => {
      expect(await months.ofSession(session)).toEqual([aMonth(), january]);
      expect(await months.get(session, "2027-01")).toEqual(january);
      expect(await movements.ofSession(session)).toEqual([aMovement({ declaredOn: "2026-12-09" })]);
    });
  });

  it("finds whose account a trainee's record names", async () => {
    const linked = aTrainee({ person: "800000000000000007" });
    await write(database(), async ({ trainees }) => {
      await trainees.save(linked);
      await trainees.save(aTrainee({ id: "T-0008" }));
    });
    expect(await look(database(), ({ trainees }) => trainees.ofPerson("800000000000000007"))).toEqual([linked]);
    expect(await look(database(), ({ trainees }) => trainees.ofPerson("800000000000000008"))).toEqual([]);
  });

  it("signs with one key for a purpose, which stays", async () => {
    const secrets: string[] = [];
    const reading = async (purpose: string, workspace?: string) =>
      write(database(), async ({ keys }) => void secrets.push(await keys.secret(purpose)), workspace === undefined ? {} : { workspace });
    await reading("sign-in");
    await reading("sign-in");
    await reading("other");
    await reading("sign-in", "another");
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets[1]).toBe(secrets[0]);
    expect(new Set(secrets).size).toBe(3);
  });

  it("knows what was begun and never ended", async () => {
    const work = { workspace: "w", id: "d-1", actor: "u-clerk", path: "assiduite importer", object: "IMP-0001", startedAt: now };
    await database().works.begin(work);
    await database().works.begin({ ...work, id: "d-2" });
    await database().works.end({ workspace: "w", id: "d-2" });
    expect(await database().works.interrupted()).toEqual([work]);
  });
}
