import { formatCents, holdsNir } from "@kairos/core";
import fc from "fast-check";
import { stdnum } from "stdnum";
import { describe, expect, it } from "vitest";
import { aDay, aNir, aWrittenNir, digits, isoOf, keyOf, type Nir } from "./generators.js";

const compact = ({ groups, key }: Nir) => groups.join("") + key;

describe("a social security number", () => {
  it("is seen with 13 digits, or 15 with a right key, spaced or not", () => {
    for (const text of [
      "1850775123456",
      "185077512345608",
      "1 85 07 75 123 456",
      "1 85 07 75 123 456 08",
      "1.85.07.75.123.456-08",
      "1-85-07-75-123-456",
    ]) {
      expect(holdsNir(text), text).toBe(true);
    }
  });

  it("is seen for Corsica, in either case", () => {
    expect(keyOf("185072A123456")).toBe("65");
    for (const text of ["185072A123456", "1 85 07 2a 123 456", "185072A12345665", "2 99 12 2B 033 012"])
      expect(holdsNir(text), text).toBe(true);
  });

  it("is not seen in 15 digits whose key is wrong", () => {
    fc.assert(
      fc.property(aNir, fc.integer({ min: 1, max: 99 }), fc.constantFrom("", " "), (nir, shift, gap) => {
        const wrong = ((Number(nir.key) + shift) % 100).toString().padStart(2, "0");
        expect(holdsNir([...nir.groups, wrong].join(gap))).toBe(false);
      }),
    );
  });

  it("is not hidden by the two digits of the next word", () => {
    expect(holdsNir("1850775123456 12 rue des Lilas")).toBe(true);
    expect(holdsNir("1850775123456, 12 rue des Lilas")).toBe(true);
  });

  it("is seen with a right key when the month of birth is unknown", () => {
    for (const month of ["20", "31", "42", "50", "99"]) {
      const body = `285${month}99123456`;
      expect(holdsNir(body + keyOf(body)), month).toBe(true);
      expect(holdsNir(body), month).toBe(false);
    }
    for (const month of ["00", "13", "19", "21", "43", "49"])
      expect(holdsNir(`285${month}99123456${keyOf(`285${month}99123456`)}`), month).toBe(false);
  });

  it("is seen inside sentences and file names", () => {
    for (const text of [
      "Mme Durand, n° de sécu 1 85 07 75 123 456 08, entre le 07/12/2026.",
      "carte_vitale_185077512345608.pdf",
      "attestationNIR185077512345608.pdf",
      "scan-1850775123456.jpg",
      "NIR:1850775123456",
      "(1850775123456)",
      "né en 1985\t1850775123456\n",
      "👩‍🎓1850775123456👩‍🎓",
    ]) {
      expect(holdsNir(text), text).toBe(true);
    }
  });

  it("is seen however it is written, wherever it stands in a text", () => {
    fc.assert(
      fc.property(
        aWrittenNir,
        fc.constantFrom("", "NIR : ", "n°", "dossier_", "« "),
        fc.constantFrom("", ".", ".pdf", " »", ", merci", "\n"),
        (nir, before, after) => {
          expect(holdsNir(before + nir + after)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("has the key that stdnum expects", () => {
    expect(keyOf("2550814168025")).toBe("38");
    fc.assert(
      fc.property(aNir, (nir) => {
        expect(stdnum.FR?.nir?.validate(compact(nir)).isValid).toBe(true);
      }),
    );
  });
});

describe("what looks like a social security number and is not", () => {
  const never = (name: string, texts: fc.Arbitrary<string>) =>
    it(`leaves ${name} alone`, () => {
      fc.assert(
        fc.property(texts, fc.constantFrom("", "Voir ", "<@", "n°"), (text, before) => {
          expect(holdsNir(before + text), before + text).toBe(false);
        }),
        { numRuns: 1000 },
      );
    });

  const grouped = (text: string, size: number) => text.replace(new RegExp(`(.{${size}})(?=.)`, "g"), "$1 ");

  never("SIRETs, compact", digits(14));
  never(
    "SIRETs, spaced",
    fc.tuple(digits(3), digits(3), digits(3), digits(5)).map((groups) => groups.join(" ")),
  );
  never("SIRENs and activity numbers", fc.oneof(digits(9), digits(11)));
  never(
    "France Travail identifiers",
    fc.oneof(
      digits(11),
      fc.tuple(digits(7), fc.constantFrom("A", "Z")).map((parts) => parts.join("")),
    ),
  );
  never("Discord's identifiers", fc.bigInt({ min: 10n ** 16n, max: 2n ** 63n }).map(String));
  never(
    "IBANs, compact",
    digits(25).map((number) => `FR${number}`),
  );
  never(
    "IBANs, spaced",
    digits(25).map((number) => grouped(`FR${number}`, 4)),
  );
  never(
    "card numbers",
    fc.constantFrom(1, 4).chain((size) => digits(16).map((number) => (size === 4 ? grouped(number, 4) : number))),
  );
  never(
    "telephone numbers",
    fc.tuple(fc.constantFrom("01", "06", "+33 1", "+33 7", "00 33 1"), digits(8)).map(([start, rest]) => `${start} ${grouped(rest, 2)}`),
  );
  never(
    "amounts",
    fc
      .tuple(fc.integer({ min: 0, max: 99_999_999_999 }), fc.constantFrom("fr" as const, "en" as const))
      .map(([cents, language]) => formatCents(cents, language)),
  );
  never(
    "dates",
    aDay.map((day) => `${isoOf(day)} ${isoOf(day).split("-").reverse().join("/")}`),
  );
  never(
    "periods in figures",
    fc.tuple(aDay, aDay).map(([from, to]) => `${isoOf(from)} ${isoOf(to)}`),
  );
  never(
    "instants",
    fc.date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }).map((date) => date.toISOString()),
  );

  it("leaves a number glued to letters alone unless its key is right", () => {
    expect(holdsNir("REF1850775123456")).toBe(false);
    expect(holdsNir("1850775123456X")).toBe(false);
    expect(holdsNir("a185077512345600b")).toBe(false);
  });
});

describe("a social security number disguised", () => {
  it.each([
    "185 057 800 608 491",
    "1-8-5-0-5-7-8-0-0-6-0-8-4-9-1",
    "1/85/05/78/006/084/91",
    "1,85,05,78,006,084,91",
    "1   85   05   78   006   084   91",
    "1\u200b85\u200b05\u200b78\u200b006\u200b084\u200b91",
    "１８５０５７８００６０８４９１",
  ])("is seen: %s", (text) => {
    expect(holdsNir(text)).toBe(true);
    expect(holdsNir(`Camille, ${text}, à rappeler`)).toBe(true);
  });
});
