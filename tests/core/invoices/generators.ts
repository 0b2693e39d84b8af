import { divideHalfUp, type ElectronicInvoice, type ElectronicLine, sumCents, type VatBreakdown } from "@kairos/core";
import fc from "fast-check";
import { anElectronicInvoice, trainingExemption } from "../../examples/electronic-invoice.js";

const [model] = anElectronicInvoice().lines;
if (model === undefined) throw new Error("The example has a line");

const usual = fc.constantFrom(
  "Cariste",
  "École & Cie",
  "a < b > c",
  '"]]>',
  "😀 漢字 ﬁ",
  "x\n\ty",
  "&amp;",
  "é\u0301",
  "\u{10ffff}",
  "-".repeat(99),
);
/** One text in two hundred is none that a file may hold. */
const text = fc.oneof(
  { weight: 180, arbitrary: usual },
  { weight: 40, arbitrary: fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }).map((one) => one.trim() || "x") },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", " ", "\u0000", "a\u0008b", "\ud800", "x\udc00", "\ufffe", "\u001b[2J", " x", "é".repeat(5000), "\r"),
  },
);
const mostly = <Value>(right: fc.Arbitrary<Value>, wrong: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: wrong });
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const day = fc.constantFrom("2026-02-28", "2026-12-18", "2027-01-20", "2028-02-29");
const period = fc.constantFrom({ startsOn: "2026-12-07", endsOn: "2026-12-18" }, { startsOn: "2026-12-07", endsOn: "2026-12-07" });

/** From nothing to what no invoice ever was; rarely what no integer can hold. */
const cents = fc.oneof(
  { weight: 60, arbitrary: fc.integer({ min: 0, max: 500_000 }) },
  { weight: 5, arbitrary: fc.constantFrom(0, 1, 9_999_999_999) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 99_999_999_999, 2 ** 53, Number.NaN, 0.5, Number.POSITIVE_INFINITY) },
);

const bearing = fc.constantFrom(
  { category: "E" as const, rate: 0 },
  { category: "E" as const, rate: 0 },
  { category: "S" as const, rate: 2_000 },
  { category: "S" as const, rate: 550 },
);

const line: fc.Arbitrary<ElectronicLine> = fc
  .record({ vat: bearing, netCents: cents, name: text, description: optional(text), period: optional(period), minutes: fc.boolean() })
  .map(({ vat, netCents, name, description, period: days, minutes }) =>
    without({
      ...vat,
      id: "1",
      name,
      description,
      quantityTenThousandths: minutes ? 20_000 : 10_000,
      unit: minutes ? ("HUR" as const) : ("C62" as const),
      unitPriceMicros: minutes ? netCents * 5_000 : netCents * 10_000,
      netCents,
      period: days,
    }),
  );

/** Invoices whose figures add up, four times out of five, whose texts are anything. */
export const anyElectronicInvoice: fc.Arbitrary<ElectronicInvoice> = fc
  .record({
    lines: fc.array(line, { maxLength: 5 }),
    prepaid: fc.constantFrom(undefined, undefined, 0, 1),
    type: fc.constantFrom("380", "381", "384", "386"),
    process: fc.constantFrom("S1", "S1", "S1", "S1", "S1", "S2", "S4", "S7"),
    number: mostly(fc.constantFrom("FA-2026-0001", "A/1_+-", "1"), fc.constantFrom("FA 2026", "F".repeat(21), "é", "")),
    names: fc.tuple(text, text, text, text),
    more: fc.record({
      buyerReference: optional(text),
      contract: optional(text),
      order: optional(text),
      terms: optional(text),
      deliveredOn: optional(day),
      period: optional(period),
    }),
    note: optional(text),
    service: optional(fc.constantFrom("SERVICE-12", "S")),
    dueOn: mostly(fc.constantFrom("2026-12-21", "2027-01-20"), fc.constantFrom("2026-12-20", "2026-13-01")),
    slip: mostly(fc.constant(0), fc.constantFrom(1, -1)),
  })
  .map(({ lines, prepaid, type, process, number, names, more, note, service, dueOn, slip }) => {
    const { seller, buyer, notes, payment, ...base } = anElectronicInvoice();
    const [sellerName, legalInfo, buyerName, street] = names;
    const numbered = lines.map((one, index) => ({ ...one, id: String(index + 1) }));
    const vat = breakdownOf(numbered);
    const netCents = sumCents(numbered.map((one) => one.netCents));
    const vatCents = sumCents(vat.map(({ taxCents }) => taxCents));
    const grossCents = netCents + vatCents;
    const prepaidCents = process === "S2" ? grossCents : prepaid;
    const cited = type === "381" || type === "384" ? [{ number: "FA-2026-0000", issuedOn: "2026-11-30" }] : [];
    return without({
      ...base,
      ...without(more),
      ...(payment !== undefined && { payment }),
      type,
      process,
      number,
      dueOn,
      preceding: cited,
      notes: note === undefined ? notes : [...notes, { subject: "REG" as const, text: note }],
      seller: { ...seller, name: sellerName, legalInfo },
      buyer: without({ ...buyer, name: buyerName, serviceCode: service, address: { ...buyer.address, lines: [street] } }),
      lines: numbered,
      vat,
      totals: without({
        linesCents: netCents,
        netCents,
        vatCents,
        grossCents,
        prepaidCents,
        dueCents: grossCents - (prepaidCents ?? 0) + slip,
      }),
    }) as ElectronicInvoice;
  });

function breakdownOf(lines: readonly ElectronicLine[]): readonly VatBreakdown[] {
  const groups = new Map<string, VatBreakdown>();
  for (const { category, rate, netCents } of lines) {
    const key = `${category} ${rate}`;
    const taxableCents = (groups.get(key)?.taxableCents ?? 0) + netCents;
    const taxCents = divideHalfUp(taxableCents * rate, 10_000);
    groups.set(key, { category, rate, taxableCents, taxCents, ...(category === "E" && { exemption: trainingExemption }) });
  }
  return [...groups.values()];
}

function without<Values extends object>(values: Values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]: Exclude<Values[Name], undefined>;
  };
}
