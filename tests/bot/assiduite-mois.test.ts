import { type AttendanceRecord, type Claim, type Problem, plannedHalfDays, rosterOf, say } from "@kairos/core";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import { keepFacts, takeFactsAway } from "../../packages/bot/src/dossiers/attendance-facts.js";
import { remedyFor } from "../../packages/bot/src/remedies.js";
import type { Store } from "../../packages/bot/src/store/store.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";
import { write } from "./store/fixtures.js";

const reference = "SE-2026-014";
const workspace = "test";
let desk: TestDesk;
beforeEach(async () => {
  desk = await openFoundedDesk();
  await done(`/session planning reference:${reference} semaine:lun-ven 9h-12h30 13h30-17h`);
  await done("/stagiaire ajouter prenom:Sofia nom:Martin identifiant:10203040507", "gestionnaire");
  await change(async (store) => {
    const { siret } = await sessionIn(store);
    for (const traineeId of ["T-0001", "T-0002"]) await store.enrolments.save({ sessionReference: reference, siret, traineeId });
  });
  desk.setClock("2026-12-21T08:00:00.000Z");
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

async function done(line: string, person = "coordinateur"): Promise<Answer["reply"]> {
  const answer = await desk.type(person, line);
  if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply.problems)}`);
  return answer.reply;
}

async function refused(line: string, person = "coordinateur"): Promise<readonly string[]> {
  const { outcome, reply } = await desk.type(person, line);
  expect(outcome, line).not.toBe("done");
  for (const problem of reply.problems ?? []) expect(say(problem).mend, line).toMatch(/\.$/);
  return codesOf(reply);
}

const printIt = `/assiduite mois session:${reference} mois:2026-12 pdf:oui`;
const codesOf = ({ problems = [] }: { problems?: readonly Problem[] | undefined }) => problems.map(({ code }) => code);
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const said = ({ lines = [] }: Answer["reply"]) => plain(lines.map(({ text }) => text.fr).join("\n"));
const table = ({ table: shown }: Answer["reply"]) => (shown?.rows ?? []).map((row) => plain(row.map(({ fr }) => fr).join(" | ")));

const change = (body: (store: Store) => Promise<unknown>) => write(desk.database, body, { workspace });
const look = <T>(body: (store: Store) => Promise<T>) => desk.database.read(workspace, "all", body);

async function sessionIn(store: Store) {
  const session = await store.sessions.get(reference);
  if (session === undefined) throw new Error("no session");
  return session;
}

/** Facts of every half-day planned, but for what is said of some. */
async function factsOf(store: Store, said: (fact: AttendanceRecord) => Partial<AttendanceRecord> | undefined) {
  const session = await sessionIn(store);
  const roster = rosterOf(session, await store.enrolments.ofSession(reference), []);
  return plannedHalfDays(await store.schedules.get(reference), roster).flatMap(({ traineeId, day, half }): AttendanceRecord[] => {
    const fact: AttendanceRecord = {
      ...{ sessionReference: reference, siret: session.siret, traineeId, day, half },
      ...({ status: "present", source: "desk", recordedBy: "coordinateur", recordedAt: desk.now() } as const),
    };
    const changes = said(fact);
    return changes === undefined ? [] : [{ ...fact, ...changes }];
  });
}

/** Enters facts as the commands do; answers what they would say of closed months. */
async function enter(
  said: (fact: AttendanceRecord) => Partial<AttendanceRecord> | undefined = () => ({}),
  cause?: string,
): Promise<string> {
  let told = "";
  await change(async (store) => {
    const by = { by: "coordinateur", at: desk.now(), ...(cause !== undefined && { cause }) };
    const { lines } = await keepFacts(store, await sessionIn(store), await factsOf(store, said), by);
    told = lines.map(({ text }) => text.fr).join("\n");
  });
  return told;
}

const month = "mois:décembre 2026";
const statement = `/assiduite mois session:${reference} ${month}`;
const closing = `/assiduite cloturer session:${reference} ${month}`;
const reopening = `/assiduite rouvrir session:${reference} ${month} raison:Feuille retrouvée`;
const declared = () => look((store) => store.claims.of("declared", { session: reference }));
const monthKept = (which = "2026-12") => look((store) => store.months.get(reference, which));

const mixed = ({ traineeId, day, half }: AttendanceRecord): Partial<AttendanceRecord> => {
  if (traineeId === "T-0002" && day === "2026-12-08") return { status: "excused", reason: "health", document: "AT-12" };
  if (traineeId === "T-0002" && day === "2026-12-09" && half === "morning") return { status: "unexcused" };
  if (traineeId === "T-0001" && day === "2026-12-07" && half === "morning") return { status: "late", lateMinutes: 25 };
  return {};
};

describe("the monthly statement", () => {
  it("counts every planned minute, trainee by trainee, and says what is missing", async () => {
    await enter((fact) => (fact.traineeId === "T-0002" && fact.day >= "2026-12-17" ? undefined : mixed(fact)));
    const reply = await done(statement, "assistant");
    expect(said(reply)).toBe("Décembre 2026 n'est pas encore clôturé.");
    expect(table(reply)).toEqual([
      "T-0001 · Camille DURAND | 70 h | 69 h 35 | 25 min | — | — | — | — | — | 99,4 %",
      "T-0002 · Sofia MARTIN | 70 h | 45 h 30 | — | 7 h | — | 3 h 30 | — | 14 h | 65 %",
      "En tout | 140 h | 115 h 05 | 25 min | 7 h | — | 3 h 30 | — | 14 h | 82,2 %",
    ]);
    expect(codesOf(reply)).toEqual([
      "attendance.month-incomplete",
      "attendance.unsigned-half-days",
      "attendance.unjustified-without-notice",
      "attendance.late-minutes",
    ]);
    expect(reply.next?.map(({ command }) => command)).toEqual([printIt]);
  });

  it("proposes to close to who may, once nothing hinders it", async () => {
    await enter();
    const proposed = async (person?: string) => (await done(statement, person)).next?.map(({ command }) => command);
    expect(await proposed()).toEqual([`/assiduite cloturer session:${reference} mois:2026-12`, printIt]);
    expect(await proposed("assistant")).toEqual([printIt]);
    expect((await done(printIt)).documents?.map(({ fileName }) => fileName)).toEqual([`etat-mensuel-${reference}-2026-12.pdf`]);
  });

  it("of a month under way says until when, and asks for nothing of today or later", async () => {
    desk.setClock("2026-12-16T08:00:00.000Z");
    await enter((fact) => (fact.day < "2026-12-16" ? {} : undefined));
    const reply = await done(statement);
    expect(codesOf(reply)).toEqual(["attendance.month-not-over", "attendance.unsigned-half-days"]);
    expect(reply.problems?.[0] && say(reply.problems[0]).what).toBe(
      "Décembre 2026 n'est pas fini : 6 demi-journées restent à suivre ou à saisir, jusqu'au 18/12/2026.",
    );
  });

  it("is the month to be entered when none is said: the one before, until its deadline has passed", async () => {
    const shown = async (now: string) => {
      desk.setClock(now);
      return (await done("/assiduite mois")).title?.fr;
    };
    expect(await shown("2027-01-05T08:00:00.000Z")).toBe("Assiduité · décembre 2026");
    expect(await shown("2027-01-06T08:00:00.000Z")).toBe("Assiduité · janvier 2027");
  });

  it("is refused of a month that is none, and of a session that is none", async () => {
    expect(await refused(`/assiduite mois session:${reference} mois:13/2026`)).toEqual(["input.unknown-value"]);
    expect(await refused("/assiduite mois session:SE-1")).toEqual(["input.unknown-reference"]);
  });

  it("of a month without half-days says so", async () => {
    const reply = await done(`/assiduite mois session:${reference} mois:01/2027`);
    expect(codesOf(reply)).toEqual(["attendance.month-empty"]);
    expect(reply.table).toBeUndefined();
  });
});

describe("the month of every session", () => {
  it("is a line for each, with what it lacks", async () => {
    await done("/session creer reference:SE-2 intitule:Magasinier debut:01/12/2026 fin:31/12/2026 heures-centre:35 h");
    await done("/session creer reference:SE-3 intitule:Sans personne debut:01/12/2026 fin:31/12/2026 heures-centre:35 h");
    await change(async (store) => {
      const { siret } = await sessionIn(store);
      await store.enrolments.save({ sessionReference: "SE-2", siret, traineeId: "T-0001" });
    });
    await enter((fact) => (fact.day === "2026-12-18" ? undefined : {}));
    const reply = await done(`/assiduite mois ${month}`);
    expect(table(reply)).toEqual([
      "SE-2 | 0 | 0 h / 0 h | — | ouvert | aucune demi-journée prévue",
      `${reference} | 2 | 126 h / 140 h | 90 % | ouvert | 4 demi-journées à saisir ; 36 sans émargement`,
    ]);
    expect(said(reply)).toBe("0 sur 2 sessions à l'état clôturé ; à saisir dans le portail avant le 05/01/2027.");
    expect(table(await done("/assiduite mois mois:novembre 2026"))).toEqual([]);
  });

  it("is for a trainer that of the sessions they teach", async () => {
    await done("/acces accorder personne:lea profil:formateur motif:Formation", "rgc");
    await enter();
    expect(table(await done(`/assiduite mois ${month}`, "lea"))).toEqual([]);
    expect(await refused(statement, "lea")).toEqual(["access.not-own-session"]);
    await done(`/session corriger reference:${reference} formateurs:lea`);
    expect(table(await done(`/assiduite mois ${month}`, "lea"))).toHaveLength(1);
    expect((await done(statement, "lea")).next?.map(({ command }) => command)).toEqual([printIt]);
    expect((await desk.type("lea", closing)).outcome).toBe("denied");
  });
});

describe("closing", () => {
  it("settles what is to be entered in the portal, half-day by half-day", async () => {
    await enter(mixed);
    const reply = await done(closing);
    expect(said(reply)).toBe(
      "Décembre 2026 est clôturé : 2 stagiaires, 129 h 05 suivies sur 140 h prévues.\nSaisissez maintenant ces heures dans le portail Kairos, avant le 05/01/2027.",
    );
    expect(codesOf(reply)).toEqual(["attendance.unsigned-half-days", "attendance.unjustified-without-notice", "attendance.late-minutes"]);
    const claims = await declared();
    expect(claims).toHaveLength(40);
    expect(claims.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(129 * 60 + 5);
    expect(new Set(claims.map(({ kind, reference: of }) => `${kind} ${of}`))).toEqual(new Set(["declared 2026-12"]));
    expect(await monthKept()).toMatchObject({
      status: "closed",
      closings: [
        { by: "coordinateur", plannedMinutes: 8400, attendedMinutes: 7745, trainees: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    });
    expect(said(await done(statement))).toBe(
      "Clôturé le 21/12/2026 à 09:00 par coordinateur : 2 stagiaires, 129 h 05 suivies sur 140 h prévues.",
    );
  });

  it("says that the deadline has passed", async () => {
    await enter();
    desk.setClock("2027-01-06T08:00:00.000Z");
    expect(said(await done(closing))).toContain("elles étaient attendues le 05/01/2027");
  });

  it.each([
    ["a half-day without a fact", "2026-12-21T08:00:00.000Z", (day: string) => day < "2026-12-18", ["attendance.month-incomplete"]],
    ["days to come", "2026-12-17T20:00:00.000Z", (day: string) => day < "2026-12-18", ["attendance.month-not-over"]],
  ] as const)("is refused with %s, and nothing is kept", async (_what, now, isEntered, codes) => {
    desk.setClock(now);
    await enter(({ day }) => (isEntered(day) ? {} : undefined));
    expect(await refused(closing)).toEqual([...codes, "attendance.unsigned-half-days"]);
    expect(await declared()).toEqual([]);
    expect(await monthKept()).toBeUndefined();
  });

  it("is refused twice, without a month, and to who only reads", async () => {
    await enter();
    await done(closing);
    expect(await refused(closing)).toEqual(["attendance.month-step-illegal"]);
    expect(await refused(`/assiduite cloturer session:${reference} mois:janvier 2027`)).toEqual(["attendance.month-empty"]);
    expect((await desk.type("assistant", closing)).outcome).toBe("denied");
  });

  it("is a final act: what is confirmed is what was shown, and nothing else", async () => {
    await enter();
    const act = (stage: object, deliveryId: string) =>
      desk.dispatch({
        ...{ workspace, deliveryId, actor: { id: "coordinateur", name: "coordinateur" }, mayFound: false },
        ...{ path: "assiduite cloturer", options: { session: reference, mois: "12/2026" } },
        stage: stage as never,
      });
    const seen = await act({ kind: "preview" }, "d-1");
    expect(seen.reply.preview).toBeDefined();
    expect(await monthKept()).toBeUndefined();
    await enter((fact) => (fact.traineeId === "T-0001" && fact.day === "2026-12-07" ? { status: "excused" } : undefined));
    expect(codesOf((await act({ kind: "confirm", of: "d-1" }, "d-2")).reply)).toEqual(["input.changed-since"]);
    await act({ kind: "preview" }, "d-3");
    desk.setClock("2026-12-21T08:10:00.000Z");
    expect((await act({ kind: "confirm", of: "d-3" }, "d-4")).outcome).toBe("done");
    expect((await monthKept())?.status).toBe("closed");
  });
});

describe("a closed month", () => {
  beforeEach(async () => {
    await enter(mixed);
    await done(closing);
  });

  it("is open again once a half-day of it is corrected, and the correction says so", async () => {
    const told = await enter(
      (fact) => (fact.traineeId === "T-0002" && fact.day === "2026-12-09" && fact.half === "morning" ? {} : undefined),
      "Feuille retrouvée",
    );
    expect(told).toBe("Décembre 2026 était clôturé : le mois est rouvert. Reprenez l'état mensuel, puis clôturez-le à nouveau.");
    const reply = await done(statement);
    expect(said(reply)).toContain("Rouvert le 21/12/2026 à 09:00 par coordinateur : Feuille retrouvée");
    expect(codesOf(reply)).toEqual(["attendance.month-reopened", "attendance.unsigned-half-days", "attendance.late-minutes"]);
  });

  it("stays closed when the same is entered again, by whomever", async () => {
    desk.setClock("2026-12-22T08:00:00.000Z");
    expect(await enter((fact) => ({ ...mixed(fact), recordedBy: "lea", source: "import" }))).toBe("");
    expect((await monthKept())?.status).toBe("closed");
  });

  it("is open again when a fact is taken away, not when there was none", async () => {
    const away = (traineeId: string) =>
      change(async (store) => {
        const slots = [{ sessionReference: reference, traineeId, day: "2026-12-07", half: "morning" as const }];
        await takeFactsAway(store, await sessionIn(store), slots, { by: "coordinateur", at: desk.now() });
      });
    await away("T-0009");
    expect((await monthKept())?.status).toBe("closed");
    await away("T-0001");
    expect((await monthKept())?.status).toBe("reopened");
  });

  it("closed again, says what changes trainee by trainee, beside what had been declared", async () => {
    await enter((fact) => (fact.traineeId === "T-0002" && fact.day === "2026-12-09" && fact.half === "morning" ? {} : undefined));
    const reply = await done(closing);
    expect(said(reply)).toContain("Ce qui change depuis la clôture précédente, à rectifier dans le portail : T-0002 (59 h 30 → 63 h).");
    expect(table(reply).map((row) => row.split(" | ").at(-1))).toEqual(["69 h 35", "59 h 30", "129 h 05"]);
    expect((await declared()).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(132 * 60 + 35);
    expect((await monthKept())?.closings).toHaveLength(2);
  });

  it("reopened by hand, keeps what was declared, and closed again without a change declares the same", async () => {
    const before = await declared();
    expect(said(await done(reopening))).toContain("Décembre 2026 est rouvert.");
    expect(await declared()).toEqual(before);
    expect(await refused(reopening)).toEqual(["attendance.month-step-illegal"]);
    expect(said(await done(closing))).toContain("Rien ne change depuis la clôture précédente");
    expect(await declared()).toEqual(before);
  });

  it("says which invoice rests on what changed, and which on the month that is reopened", async () => {
    const bill = (day: string, invoice: string) =>
      change(async (store) => {
        const { siret } = await sessionIn(store);
        const claim: Claim = {
          ...{ kind: "billed", sessionReference: reference, siret, traineeId: "T-0002", day, half: "morning" },
          ...{ minutes: 210, reference: invoice, at: desk.now() },
        };
        await store.claims.addMany([claim]);
      });
    await bill("2026-12-09", "FA-2026-0001");
    await bill("2026-12-10", "FA-2026-0002");
    const told = await enter((fact) => (fact.traineeId === "T-0002" && fact.day === "2026-12-09" ? { status: "present" } : undefined));
    expect(told).toContain("Une facture repose sur ces demi-journées : FA-2026-0001.");
    expect(told).not.toContain("FA-2026-0002");
    const closed = said(await done(closing));
    expect(closed).toContain("FA-2026-0001");
    expect(closed).not.toContain("FA-2026-0002");
    expect(said(await done(reopening))).toMatch(/FA-2026-0001[\s\S]*FA-2026-0002/);
  });

  it("says that it changed when the schedule moves under it, and is reopened to be closed again", async () => {
    await done(`/session planning reference:${reference} demi-journee:07/12/2026 matin horaire:9h-12h`);
    const reply = await done(statement);
    expect(codesOf(reply)).toEqual([
      "attendance.month-changed",
      "attendance.unsigned-half-days",
      "attendance.unjustified-without-notice",
      "attendance.late-minutes",
    ]);
    expect(reply.problems?.map((problem) => remedyFor(problem, reference))).toEqual([
      `/assiduite rouvrir session:${reference} mois:2026-12 raison:…`,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it("a correction reopens the months it touches and no other, and closing twice declares the same", async () => {
  await done(`/session corriger reference:${reference} debut:23/11/2026 fin:15/01/2027`);
  await done(`/session planning reference:${reference} semaine:lun-ven 9h-12h remplacer:oui`);
  desk.setClock("2027-01-18T08:00:00.000Z");
  await enter();
  const months = ["2026-11", "2026-12", "2027-01"];
  const facts = await look((store) => factsOf(store, () => ({})));
  const statusOf = async () =>
    Object.fromEntries((await look((store) => store.months.ofSession(reference))).map((one) => [one.month, one.status]));
  const closeAll = async () => {
    for (const one of months) if ((await statusOf())[one] !== "closed") await done(`/assiduite cloturer session:${reference} mois:${one}`);
  };
  await closeAll();
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat({ max: facts.length - 1 }), { maxLength: 4 }),
      fc.integer({ min: 1, max: 60 }),
      async (picks, late) => {
        const before = await declared();
        const changed = picks.flatMap((pick) => facts[pick] ?? []);
        const isPicked = (one: AttendanceRecord) =>
          changed.some(({ traineeId, day, half }) => traineeId === one.traineeId && day === one.day && half === one.half);
        await enter((one) => (isPicked(one) ? { status: "late", lateMinutes: late } : {}));
        const touched = new Set(changed.map(({ day }) => day.slice(0, 7)));
        expect(await statusOf()).toEqual(Object.fromEntries(months.map((one) => [one, touched.has(one) ? "reopened" : "closed"])));
        await closeAll();
        await enter();
        await closeAll();
        expect((await declared()).map(({ at: _at, ...claim }) => claim)).toEqual(before.map(({ at: _at, ...claim }) => claim));
      },
    ),
    { numRuns: 12 },
  );
});
