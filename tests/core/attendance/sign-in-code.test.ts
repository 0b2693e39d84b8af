import { createHmac } from "node:crypto";
import { formatSignInCode, type Mac, readSignInCode } from "@kairos/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CodeSubject, madeBetween, signInCode } from "../../../packages/core/src/attendance/signing/sign-in-code.js";

const keyed =
  (key: string): Mac =>
  (text) =>
    createHmac("sha256", key).update(text).digest("hex");
const mac = keyed("the key of the desk");
const minute = 29_945_760;
const subject = (change: { session?: object; halfDay?: object } = {}): CodeSubject => ({
  session: { reference: "SE-2026-014", room: "Salle 2", ...change.session },
  halfDay: { day: "2026-12-07", half: "morning", at: "centre", ...change.halfDay },
});
const code = signInCode(subject(), minute, mac);

describe("a sign-in code", () => {
  it("is eight signs that nobody takes for others, the same for the same half-day, minute and key", () => {
    const codes = Array.from({ length: 2000 }, (_, step) => signInCode(subject(), minute + step, mac));
    for (const one of codes) expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(new Set(codes).size).toBe(codes.length);
    expect(signInCode(subject(), minute, mac)).toBe(code);
  });

  it("uses every sign at every place about as often: nothing of the forty bits is lost", () => {
    const codes = Array.from({ length: 6400 }, (_, step) => signInCode(subject(), minute + step, mac));
    for (let place = 0; place < 8; place++) {
      const counts = new Map<string, number>();
      for (const one of codes) counts.set(one[place] ?? "", (counts.get(one[place] ?? "") ?? 0) + 1);
      expect(counts.size).toBe(32);
      for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(90);
    }
  });

  it.each<[string, CodeSubject]>([
    ["the session", subject({ session: { reference: "SE-2026-015" } })],
    ["the day", subject({ halfDay: { day: "2026-12-08" } })],
    ["the half of the day", subject({ halfDay: { half: "afternoon" } })],
    ["where it counts", subject({ halfDay: { at: "distance" } })],
    ["the session's room", subject({ session: { room: "Salle 3" } })],
    ["the half-day's own room", subject({ halfDay: { room: "Quai 2" } })],
  ])("is bound to %s", (_, other) => {
    expect(signInCode(other, minute, mac)).not.toBe(code);
    expect(madeBetween(other, code, { from: minute - 500, until: minute + 500 }, mac)).toBeUndefined();
  });

  it("cannot be made with another key, as another workspace has", () => {
    expect(madeBetween(subject(), code, { from: minute - 500, until: minute + 500 }, keyed("another key"))).toBeUndefined();
  });

  it("does not confuse what stands beside each other", () => {
    expect(signInCode(subject({ session: { reference: "SE-1", room: "2" } }), minute, mac)).not.toBe(
      signInCode(subject({ session: { reference: "SE-12", room: "" } }), minute, mac),
    );
  });

  it("is found in the minute it was made, both ends included", () => {
    const found = (from: number, until: number) => madeBetween(subject(), code, { from, until }, mac);
    expect(found(minute, minute)).toBe(minute);
    expect(found(minute - 10, minute)).toBe(minute);
    expect(found(minute, minute + 10)).toBe(minute);
    expect(found(minute + 1, minute + 10)).toBeUndefined();
    expect(found(minute - 10, minute - 1)).toBeUndefined();
    expect(found(minute + 1, minute)).toBeUndefined();
  });
});

describe("a typed code", () => {
  const shown = formatSignInCode("K7QF2MXD");

  it("is shown in two halves", () => {
    expect(shown).toBe("K7QF-2MXD");
  });

  it.each(["K7QF-2MXD", "k7qf2mxd", " k7qf 2mxd ", "K7QF–2MXD", "K.7.Q.F.2.M.X.D", "Ｋ７ＱＦ-2MXD"])("is read as meant: %s", (typed) => {
    expect(readSignInCode(typed)).toBe("K7QF2MXD");
  });

  it("takes letters that look like digits for these", () => {
    expect(readSignInCode("oOiI-lL01")).toBe("00111101");
  });

  it.each(["", "K7QF-2MX", "K7QF-2MXDD", "K7QF-2MXU", "K7QF-2MX!", "K7QF-2MXÉ", "🙂🙂🙂🙂", "K7QF+2MXD"])(
    "is refused otherwise: %s",
    (typed) => {
      expect(readSignInCode(typed)).toBeUndefined();
    },
  );

  it("comes back as it was made, however it is spaced and cased", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000_000 }),
        fc.constantFrom("-", " ", "", "_", " - "),
        fc.boolean(),
        (at, separator, isLow) => {
          const made = signInCode(subject(), at, mac);
          const typed = `${made.slice(0, 4)}${separator}${made.slice(4)}`;
          expect(readSignInCode(isLow ? typed.toLowerCase() : typed)).toBe(made);
        },
      ),
    );
  });
});
