import { type AttendanceRecord, laterBy } from "@kairos/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TestDesk } from "./desk.js";
import { enrol, kept, monday, openSigningDesk, refusedWith, said, session, shownCode, within } from "./signing-desk.js";

let desk: TestDesk;
beforeEach(async () => {
  desk = await openSigningDesk();
});
afterEach(async () => {
  expect(desk.failures).toEqual([]);
  await desk.close();
});

const at = (time: string, day = monday) => desk.setClock(`${day}T${time}:00.000Z`);
const sign = (person: string, code: string) => desk.type(person, `/assiduite emarger code:"${code}"`);
const signIns = () => kept(desk, ({ signIns }) => signIns.of({ session }));
const facts = () => kept(desk, ({ attendance }) => attendance.of({ session }));

describe("the code of a half-day", () => {
  it("is shown to its trainer with the half-day, until when, how to use it, and a picture", async () => {
    const answer = await desk.type("omar", `/assiduite code session:${session}`);
    expect(answer.outcome).toBe("done");
    const { code, ...data } = answer.reply.data as { readonly code: string };
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(data).toEqual({ session, day: monday, half: "morning", until: "2026-12-07T08:13:20.000Z", signed: 0, expected: 2 });
    expect(said(answer)).toContain(`Code ${code} : demi-journée du 07/12/2026 matin, valable jusqu'à 09:13.`);
    expect(said(answer)).toContain("/assiduite emarger");
    expect(said(answer)).toContain("Ont déjà émargé : 0 sur 2.");
    const [picture] = answer.files;
    expect(picture?.name).toBe(`emargement-${session}.png`);
    expect(picture?.alt?.fr).toContain(code);
    expect(Buffer.from(picture?.bytes.subarray(1, 4) ?? []).toString()).toBe("PNG");
  });

  it("never stands in the trail", async () => {
    const code = await shownCode(desk);
    await sign("camille", code);
    const trail = await kept(desk, async ({ audit }) => {
      const entries = [];
      for await (const entry of audit.entries({ object: session })) entries.push(entry);
      return entries.slice(-2).map(({ act, actor, details }) => ({ act, actor, details }));
    });
    expect(trail).toEqual([
      { act: "assiduite.code", actor: "omar", details: { day: monday, half: "morning" } },
      { act: "assiduite.emarger", actor: "camille", details: { day: monday, half: "morning", trainee: "T-0001" } },
    ]);
  });

  it("is shown to the coordinator, to the trainers of the session, and to nobody else", async () => {
    expect((await desk.type("coordinateur", `/assiduite code session:${session}`)).outcome).toBe("done");
    expect(refusedWith(await desk.type("lea", `/assiduite code session:${session}`))).toEqual(["access.not-own-session"]);
    expect(refusedWith(await desk.type("gestionnaire", `/assiduite code session:${session}`))).toEqual(["access.missing-permission"]);
    expect(refusedWith(await desk.type("camille", `/assiduite code session:${session}`))).toEqual(["access.unknown-person"]);
  });

  it("is that of the current half-day, unless another is asked for", async () => {
    const half = async (more = "") => {
      const { reply } = await desk.type("omar", `/assiduite code session:${session} ${more}`);
      return (reply.data as { half?: string } | undefined)?.half ?? reply.problems?.map(({ code }) => code);
    };
    expect(await half()).toBe("morning");
    expect(await half("demi-journee:après-midi")).toEqual(["attendance.sign-in-too-early"]);
    expect(await half("demi-journee:soir")).toEqual(["attendance.nothing-to-sign"]);
    expect(await half("jour:08/12/2026")).toEqual(["attendance.sign-in-too-early"]);
    expect(await half("jour:18/12/2026")).toEqual(["attendance.sign-in-too-early"]);
    expect(await half("jour:12/12/2026")).toEqual(["attendance.nothing-to-sign"]);
    at("12:20");
    expect(await half()).toBe("afternoon");
    expect(await half("demi-journee:matin")).toEqual(["attendance.sign-in-too-late"]);
    at("16:31");
    expect(await half()).toEqual(["attendance.sign-in-too-late"]);
    at("09:00", "2026-12-12");
    expect(await half()).toEqual(["attendance.nothing-to-sign"]);
  });

  it("shown a little before the opening says that it is refused until then, and then works", async () => {
    at("07:40");
    const answer = await desk.type("omar", `/assiduite code session:${session}`);
    expect(said(answer)).toContain("L'émargement ouvre à 08:45");
    const { code } = answer.reply.data as { readonly code: string };
    expect(refusedWith(await sign("camille", code))).toEqual(["attendance.sign-in-too-early"]);
    at("07:45");
    expect((await sign("camille", code)).outcome).toBe("done");
  });

  it("follows the provider's settings", async () => {
    await desk.type("rgc", "/organisme regler parametre:code-duree valeur:2 min");
    const code = await shownCode(desk);
    at("08:05");
    expect((await sign("camille", code)).outcome).toBe("done");
    at("08:06");
    expect(refusedWith(await sign("noe", code))).toEqual(["attendance.code-expired"]);
  });

  it("is the same whoever asks for it in the same minute", async () => {
    expect(await shownCode(desk, "", "coordinateur")).toBe(await shownCode(desk));
  });
});

describe("a trainee who signs in", () => {
  it("is told so once it is recorded: the signature, and that they are present", async () => {
    const answer = await sign("camille", await shownCode(desk));
    expect(said(answer)).toBe("Émargé à 09:03 : demi-journée du 07/12/2026 matin, de 09:00 à 12:30. C'est enregistré.");
    expect(await signIns()).toEqual([
      {
        sessionReference: session,
        siret: "99900014400017",
        traineeId: "T-0001",
        day: monday,
        half: "morning",
        method: "code",
        at: "2026-12-07T08:03:20.000Z",
      },
    ]);
    expect(await facts()).toMatchObject([{ traineeId: "T-0001", status: "present", source: "code", recordedBy: "camille" }]);
  });

  it("at a distance is present remotely", async () => {
    await desk.type("coordinateur", `/session planning reference:${session} demi-journee:07/12/2026 matin lieu:distance`);
    await sign("camille", await shownCode(desk));
    expect(await facts()).toMatchObject([{ status: "remote", source: "code" }]);
  });

  it("may type the code as it comes", async () => {
    const code = await shownCode(desk);
    expect((await sign("camille", ` ${code.toLowerCase().replace("-", " ")} `)).outcome).toBe("done");
    expect((await sign("noe", code.replace("-", ""))).outcome).toBe("done");
    const again = await desk.type("omar", `/assiduite code session:${session}`);
    expect(said(again)).toContain("Ont déjà émargé : 2 sur 2.");
  });

  it("signs once, however often the same request is delivered, and is told when they did", async () => {
    const code = await shownCode(desk);
    const path = "assiduite emarger";
    const request = { workspace: "test", deliveryId: "twice", actor: { id: "camille", name: "camille" }, mayFound: false, path };
    const [first, second] = await Promise.all([1, 2].map(() => desk.dispatch({ ...request, options: { code } })));
    expect([first?.outcome, second?.outcome]).toEqual(["done", "done"]);
    expect(first?.reply).toEqual(second?.reply);
    expect(await signIns()).toHaveLength(1);
    at("08:09");
    const again = await sign("camille", code);
    expect(refusedWith(again)).toEqual(["attendance.sign-in-twice"]);
    expect(again.reply.problems?.[0]?.params).toEqual({ day: monday, half: "morning", method: "code", time: "09:03" });
    expect(await signIns()).toHaveLength(1);
  });

  it("is not in the way of another one at the same moment", async () => {
    const code = await shownCode(desk);
    const answers = await Promise.all([sign("camille", code), sign("noe", code), sign("camille", code)]);
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["done", "done", "refused"]);
    expect((await signIns()).map(({ traineeId }) => traineeId)).toEqual(["T-0001", "T-0002"]);
    expect(await facts()).toHaveLength(2);
  });

  it("changes nothing of what the trainer recorded, and is told when it contradicts them", async () => {
    const late = await recordedAs("T-0001", { status: "late", lateMinutes: 20 });
    const absent = await recordedAs("T-0002", { status: "unexcused" });
    const code = await shownCode(desk);
    expect(said(await sign("camille", code))).not.toContain("saisie comme");
    expect(said(await sign("noe", code))).toContain("déjà saisie comme « absence injustifiée »");
    expect(await facts()).toEqual([late, absent]);
    expect(await signIns()).toHaveLength(2);
  });

  it("may be in the session by an accepted quote alone", async () => {
    await desk.type("gestionnaire", `/devis creer dispositif:AIF session:${session} stagiaire:T-0003`);
    await within(desk, async ({ quotes }) => {
      const quote = await quotes.get("DEV-2026-0001");
      if (quote === undefined) throw new Error("no quote");
      await quotes.save({ ...quote, status: "accepted" });
    });
    expect((await sign("ines", await shownCode(desk))).outcome).toBe("done");
    expect(await facts()).toMatchObject([{ traineeId: "T-0003", source: "code" }]);
  });

  it("opens a closed month again, which the month tells; the trainee is not bothered with it", async () => {
    const closing = {
      at: "2026-12-07T07:00:00.000Z",
      by: "karim",
      plannedMinutes: 0,
      attendedMinutes: 0,
      trainees: 0,
      digest: "0".repeat(64),
    };
    const month = { sessionReference: session, siret: "99900014400017", month: "2026-12", status: "closed", closings: [closing] } as const;
    await within(desk, ({ months }) => months.save({ ...month, siret: month.siret as AttendanceRecord["siret"], closings: [closing] }));
    expect((await sign("camille", await shownCode(desk))).reply.lines).toHaveLength(1);
    expect(await kept(desk, ({ months }) => months.get(session, "2026-12"))).toMatchObject({ status: "reopened" });
  });
});

describe("a code that does not sign", () => {
  it.each<[string, (code: string) => Promise<string>, string]>([
    ["is nobody's", async () => "AAAA-AAAA", "attendance.code-unknown"],
    ["is no code", async () => "bonjour", "attendance.code-unknown"],
    ["is cut short", async (code) => code.slice(0, 8), "attendance.code-unknown"],
    ["is of a change of room ago", async (code) => moved(code), "attendance.code-unknown"],
  ])("%s", async (_, change, expected) => {
    expect(refusedWith(await sign("camille", await change(await shownCode(desk))))).toEqual([expected]);
    expect(await signIns()).toEqual([]);
    expect(await facts()).toEqual([]);
  });

  it("ran out, and later comes too late: each with its own reason, nothing kept", async () => {
    const code = await shownCode(desk);
    at("08:14");
    expect(refusedWith(await sign("camille", code))).toEqual(["attendance.code-expired"]);
    at("12:01");
    const late = await sign("camille", code);
    expect(refusedWith(late)).toEqual(["attendance.sign-in-too-late"]);
    expect(late.reply.problems?.[0]?.params).toEqual({ day: monday, half: "morning", until: "13:00" });
    expect(await signIns()).toEqual([]);
  });

  it("is of another group", async () => {
    const code = await shownCode(desk);
    const answer = await sign("ines", code);
    expect(refusedWith(answer)).toEqual(["attendance.code-other-group"]);
    expect(JSON.stringify(answer.reply)).not.toContain(session);
    at("08:14");
    expect(refusedWith(await sign("ines", code))).toEqual(["attendance.code-unknown"]);
  });

  it("comes after a withdrawal, or outside of one's dates", async () => {
    const code = await shownCode(desk);
    await within(desk, async (store) => {
      await enrol(store, "T-0001", "camille", { withdrawal: { day: monday, half: "morning", reason: "work" } });
      await enrol(store, "T-0002", "noe", { joinsOn: "2026-12-08" });
    });
    expect(refusedWith(await sign("camille", code))).toEqual(["attendance.sign-in-withdrawn"]);
    expect(refusedWith(await sign("noe", code))).toEqual(["attendance.sign-in-not-followed"]);
    expect(await signIns()).toEqual([]);
  });

  it("is typed by somebody who is nobody's trainee: a trainer never signs for one", async () => {
    const code = await shownCode(desk);
    for (const person of ["omar", "coordinateur", "rgc", "inconnu"]) {
      expect(refusedWith(await sign(person, code))).toEqual(["access.not-a-trainee"]);
    }
    expect(await signIns()).toEqual([]);
  });

  it("is tried ten times, then somebody waits: the right code comes too late, theirs alone", async () => {
    const code = await shownCode(desk);
    for (let attempt = 0; attempt < 10; attempt++) {
      expect(refusedWith(await sign("camille", attempt % 2 === 0 ? "AAAA-AAAA" : "x"))).toEqual(["attendance.code-unknown"]);
      desk.setClock(laterBy(desk.now(), 0.5));
    }
    const blocked = await sign("camille", code);
    expect(refusedWith(blocked)).toEqual(["attendance.sign-in-blocked"]);
    expect(blocked.reply.problems?.[0]?.params).toEqual({ most: 10, on: monday, from: "10:04" });
    expect((await sign("noe", code)).outcome).toBe("done");
    at("09:03");
    expect(refusedWith(await sign("camille", await shownCode(desk)))).toEqual(["attendance.sign-in-blocked"]);
    at("09:04");
    expect((await sign("camille", await shownCode(desk))).outcome).toBe("done");
  });

  it("counts for nothing when the code was right", async () => {
    const code = await shownCode(desk);
    await sign("camille", code);
    for (let attempt = 0; attempt < 12; attempt++) expect(refusedWith(await sign("camille", code))).toEqual(["attendance.sign-in-twice"]);
    for (let attempt = 0; attempt < 9; attempt++) await sign("camille", "AAAA-AAAA");
    expect(refusedWith(await sign("camille", code))).toEqual(["attendance.sign-in-twice"]);
  });

  it("cannot be hidden behind other refusals: whoever is refused a hundred times waits", async () => {
    const code = await shownCode(desk);
    await sign("camille", code);
    for (let attempt = 0; attempt < 100; attempt++) await sign("camille", code);
    expect(refusedWith(await sign("camille", "AAAA-AAAA"))).toEqual(["attendance.sign-in-blocked"]);
  });
});

async function recordedAs(traineeId: string, more: Partial<AttendanceRecord>): Promise<AttendanceRecord> {
  const slot = {
    sessionReference: session,
    siret: "99900014400017" as AttendanceRecord["siret"],
    traineeId,
    day: monday,
    half: "morning",
  } as const;
  const fact = { ...slot, status: "present", source: "desk", recordedBy: "omar", recordedAt: desk.now(), ...more } as const;
  await within(desk, ({ attendance }) => attendance.saveMany([fact], { by: "omar", at: desk.now() }));
  return fact;
}

async function moved(code: string): Promise<string> {
  await desk.type("coordinateur", `/session corriger reference:${session} salle:Salle 3`);
  return code;
}
