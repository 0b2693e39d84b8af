import {
  activityNumberSchema,
  bicSchema,
  certificationSchema,
  checkProvider,
  formacodeSchema,
  franceTravailIdMatching,
  franceTravailIdSchema,
  isSiren,
  isSiret,
  type Problem,
  parse,
  sirenOf,
  sirenSchema,
  siretSchema,
  vatNumberSchema,
} from "@kairos/core";
import fc from "fast-check";
import { stdnum } from "stdnum";
import { describe, expect, it } from "vitest";
import { aProvider, today } from "../../examples/index.js";
import { digits } from "./generators.js";

type AnySchema = Parameters<typeof parse>[0];

function codes(schema: AnySchema, input: unknown): readonly string[] {
  const read = parse(schema, input);
  return read.ok ? [] : read.problems.map(({ code }) => code);
}

function problemOf(schema: AnySchema, input: unknown): Problem | undefined {
  const read = parse(schema, input);
  return read.ok ? undefined : read.problems[0];
}

function readAs(schema: AnySchema, input: unknown): unknown {
  const read = parse(schema, input);
  return read.ok ? read.value : undefined;
}

describe("a SIREN", () => {
  it("is nine digits with a right key", () => {
    expect(isSiren("130005481")).toBe(true);
    expect(isSiren("732829320")).toBe(true);
    expect(isSiren("356000000")).toBe(true);
  });

  it("is refused with one digit changed, whichever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const siren = "130005481";
        const digit = (Number(siren[place]) + shift) % 10;
        expect(isSiren(siren.slice(0, place) + digit + siren.slice(place + 1))).toBe(false);
      }),
    );
  });

  it("is refused when it is all zeros, though Luhn accepts it", () => {
    expect(codes(sirenSchema, "000000000")).toEqual(["id.siren-checksum"]);
  });

  it("agrees with stdnum on every number but nine zeros", () => {
    fc.assert(
      fc.property(digits(9), (siren) => {
        fc.pre(!/^0+$/.test(siren));
        expect(isSiren(siren)).toBe(stdnum.FR?.siren?.validate(siren).isValid);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a SIRET", () => {
  it("is read with the blanks, dots and dashes people type", () => {
    for (const typed of [
      "13000548100010",
      "130 005 481 00010",
      "130.005.481.00010",
      "130-005-481 00010",
      " 130\u00a0005\u202f481 00010 ",
    ]) {
      expect(readAs(siretSchema, typed)).toBe("13000548100010");
    }
  });

  it("accepts companies, and La Poste by either of its two rules", () => {
    for (const siret of ["13000548100010", "73282932000074", "35600000000048", "35600000049837"]) expect(isSiret(siret)).toBe(true);
  });

  it("does not lend La Poste's rule to anybody else", () => {
    // Digit sum 25, wrong by Luhn.
    expect(isSiret("73282932000029")).toBe(false);
    expect(isSiret("35600000049838")).toBe(false);
  });

  it("says whether the length or the key is wrong", () => {
    expect(codes(siretSchema, "1300054810001")).toEqual(["id.siret-format"]);
    expect(codes(siretSchema, "1300054810001O")).toEqual(["id.siret-format"]);
    expect(codes(siretSchema, "")).toEqual(["input.missing"]);
    expect(codes(siretSchema, "13000548100011")).toEqual(["id.siret-checksum"]);
    expect(codes(siretSchema, "00000000000000")).toEqual(["id.siret-checksum"]);
    expect(codes(siretSchema, "00000000000018")).toEqual(["id.siret-checksum"]);
  });

  it("quotes what was typed, shortened", () => {
    expect(problemOf(siretSchema, "9".repeat(10_000))?.params).toEqual({ value: `${"9".repeat(39)}…` });
  });

  it("is not a number: a SIRET that begins with 0 would lose it", () => {
    expect(codes(siretSchema, 13000548100010)).toEqual(["input.wrong-type"]);
  });

  it("holds its SIREN", () => {
    expect(sirenOf(siretSchema.parse("73282932000074"))).toBe("732829320");
  });

  it("agrees with stdnum away from La Poste, once stdnum has judged the SIREN inside too", () => {
    const sound = digits(8).map((start) => start + luhnKey(start));
    const numbers = fc.oneof(
      digits(14),
      fc.tuple(sound, digits(5)).map((parts) => parts.join("")),
      fc.tuple(sound, digits(4)).map(([siren, nic]) => siren + nic + luhnKey(siren + nic)),
    );
    fc.assert(
      fc.property(numbers, (siret) => {
        fc.pre(!siret.startsWith("356000000") && !siret.startsWith("000000000"));
        const expected = stdnum.FR?.siret?.validate(siret).isValid && stdnum.FR?.siren?.validate(siret.slice(0, 9)).isValid;
        expect(isSiret(siret)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("accepts all that stdnum accepts of La Poste, and those right by Luhn besides", () => {
    fc.assert(
      fc.property(digits(5), (nic) => {
        const siret = `356000000${nic}`;
        if (stdnum.FR?.siret?.validate(siret).isValid) expect(isSiret(siret)).toBe(true);
        else expect(isSiret(siret)).toBe(luhnKey(siret.slice(0, 13)) === siret.slice(13));
      }),
      { numRuns: 1000 },
    );
  });
});

/** The last digit that makes a number right by Luhn, computed by trying them all. */
function luhnKey(start: string): string {
  const sums = [...`${start}0`]
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]));
  const sum = sums.reduce<number>((total, digit) => total + (digit ?? 0), 0);
  return ((10 - (sum % 10)) % 10).toString();
}

describe("the numbers of training", () => {
  it("reads an activity number, Corsica included", () => {
    expect(readAs(activityNumberSchema, "11 75 12345 75")).toBe("11751234575");
    expect(readAs(activityNumberSchema, "94 2a 12345 2a")).toBe("942A123452A");
    expect(codes(activityNumberSchema, "1175123457")).toEqual(["id.nda-format"]);
    expect(codes(activityNumberSchema, "1175123457C")).toEqual(["id.nda-format"]);
    expect(codes(activityNumberSchema, "")).toEqual(["input.missing"]);
  });

  it("reads RNCP and RS codes, and tells which one is wrong", () => {
    expect(readAs(certificationSchema, "rncp 34862")).toBe("RNCP34862");
    expect(readAs(certificationSchema, "RS6789")).toBe("RS6789");
    expect(codes(certificationSchema, "RNCP")).toEqual(["id.rncp-format"]);
    expect(codes(certificationSchema, "RNCP1234567")).toEqual(["id.rncp-format"]);
    expect(codes(certificationSchema, "RS")).toEqual(["id.rs-format"]);
    expect(codes(certificationSchema, "34862")).toEqual(["id.rs-format"]);
    expect(codes(certificationSchema, "")).toEqual(["input.missing"]);
  });

  it("reads a Formacode of five digits", () => {
    expect(readAs(formacodeSchema, "31 768")).toBe("31768");
    expect(codes(formacodeSchema, "3176")).toEqual(["id.formacode-format"]);
    expect(codes(formacodeSchema, "٣١٧٦٨")).toEqual(["id.formacode-format"]);
  });

  it("reads a France Travail identifier of 11 digits, or of 7 digits and a letter or digit", () => {
    for (const [typed, read] of [
      ["12345678901", "12345678901"],
      ["1234567a", "1234567A"],
      ["123 456 7B", "1234567B"],
      ["12345678", "12345678"],
    ]) {
      expect(readAs(franceTravailIdSchema, typed)).toBe(read);
    }
    for (const typed of ["123456789", "123456AB", "A2345678", "123456789012", "1234567é"]) {
      expect(codes(franceTravailIdSchema, typed)).toEqual(["id.ft-id-format"]);
    }
  });

  it("follows the pattern of a provider's settings", () => {
    const own = franceTravailIdMatching("^FT\\d{4}$");
    expect(readAs(own, "ft 0042")).toBe("FT0042");
    expect(codes(own, "12345678901")).toEqual(["id.ft-id-format"]);
  });

  it("never takes a social security number for a France Travail identifier", () => {
    expect(codes(franceTravailIdSchema, "1 85 07 75 123 456")).toEqual(["id.nir-detected"]);
    expect(codes(franceTravailIdMatching("."), "185077512345608")).toEqual(["id.nir-detected"]);
  });

  it("never throws, whatever is typed", () => {
    const schemas = [sirenSchema, siretSchema, activityNumberSchema, certificationSchema, formacodeSchema, franceTravailIdSchema];
    fc.assert(
      fc.property(fc.constantFrom(...schemas), fc.string({ unit: "binary", maxLength: 60 }), (schema, typed) => {
        for (const code of codes(schema, typed)) expect(code).toMatch(/^(id\.[a-z-]+|input\.missing)$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("one sign too many, too few or of another kind", () => {
  it.each<[string, AnySchema, readonly string[], readonly string[]]>([
    ["id.siren-format", sirenSchema, ["130005481"], ["13000548", "1300054811", "1130005481", "A130005481", "130005481A", "13000548A"]],
    ["id.siret-format", siretSchema, ["13000548100010"], ["1300054810001", "130005481000100", "A13000548100010", "13000548100010A"]],
    ["id.nda-format", activityNumberSchema, ["11751234575", "942A123452B"], ["1175123457", "117512345750", "X11751234575", "11751234575X"]],
    ["id.rncp-format", certificationSchema, ["RNCP1", "RNCP123456"], ["RNCP", "RNCP1234567", "RNCPA1", "RNCP1A"]],
    ["id.rs-format", certificationSchema, ["RS1", "RS123456"], ["RS", "RS1234567", "XRS1", "RS1A", "1RNCP1", "XRNCP34862"]],
    ["id.formacode-format", formacodeSchema, ["31768"], ["3176", "317681", "A31768", "31768A", "3176A"]],
    [
      "id.bic",
      bicSchema,
      ["AGRIFRPP", "AGRIFRPP882", "AGRIFR22XXX"],
      ["AGRIFRP", "AGRIFRPP8", "AGRIFRPP88", "AGRIFRPP8821", "AGR1FRPP", "1AGRIFRPP", "AGRIFRP_", "AGRIFRPP88_", "AGRIFRPP882_"],
    ],
    [
      "id.vat-number",
      vatNumberSchema,
      ["FR44732829320", "FRA1732829320"],
      [
        "FR4473282932",
        "FR447328293200",
        "XFR44732829320",
        "FR44732829320X",
        "DE44732829320",
        "FR4_732829320",
        "FR44732829321",
        "FR4473282932A",
      ],
    ],
    [
      "id.ft-id-format",
      franceTravailIdSchema,
      ["12345678901", "1234567A"],
      ["1234567", "1234567AB", "123456789", "X1234567A", "12345678901X"],
    ],
  ])("is %s", (code, schema, sound, wrong) => {
    for (const value of sound) expect(codes(schema, value), value).toEqual([]);
    for (const value of wrong) expect(codes(schema, value), value).toEqual([code]);
  });

  it("in a region or a department of an activity number is only asked about", () => {
    const asked = (activityNumber: string) => checkProvider({ provider: aProvider({ activityNumber }), today }).map(({ code }) => code);
    for (const usual of ["11751234575", "942A1234520", "942B1234520", "02971234597", "98971234597"])
      expect(asked(usual), usual).toEqual([]);
    for (const odd of ["11001234575", "11A21234575", "11AA1234575", "99751234575", "05751234575", "113A1234575", "11B21234575"])
      expect(asked(odd), odd).toEqual(["id.nda-layout"]);
  });

  it("follows a pattern that names letters by their kind", () => {
    expect(codes(franceTravailIdMatching("^\\p{Lu}\\d$"), "é1")).toEqual([]);
  });
});
