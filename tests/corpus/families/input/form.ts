import { parse, type QuoteInput, type QuoteLineInput, quoteSchema } from "@kairos/core";
import type { Random } from "../../../trust/random.js";
import { problemsOf } from "../../problems.js";
import { faultsIn } from "../../seeded.js";

/** A quote as it comes from outside: any of its fields may hold anything. */
type Form = { readonly [Field in keyof QuoteInput]?: unknown } & { readonly lines: readonly object[] };
type Typed = { readonly [Field in Exclude<keyof QuoteInput, "lines">]?: unknown } & { readonly lines?: readonly object[] };

const inForm = faultsIn(
  ({ situation: { quote } }): Form => ({ ...quote }),
  (form) => problemsOf(parse(quoteSchema, form)),
);
const form = (typed: (random: Random, form: Form) => Typed) => inForm((kept, random) => ({ ...kept, ...typed(random, kept) }));
const line = (typed: (random: Random) => { readonly [Field in keyof QuoteLineInput]?: unknown }) =>
  form((random, { lines }) => {
    const index = random.int(lines.length);
    return { lines: lines.with(index, { ...lines[index], ...typed(random) }) };
  });

const invisible = ["\u0007", "\u0000", "\u200e\u202e", "\u2028", "\u001b[31m"];

/** What can be wrong with the form of a quote before any rule is asked. */
export const formFaults = {
  "input.missing": inForm(({ lines, ...rest }, random) => {
    const [first, ...others] = lines;
    const drop = (from: object, field: string) => Object.fromEntries(Object.entries(from).filter(([key]) => key !== field));
    if (first !== undefined && random.chance(0.5)) {
      return { ...rest, lines: [drop(first, random.pick(["label", "kind", "amountCents", "unitPriceCents"])), ...others] };
    }
    return { ...drop(rest, random.pick(["reference", "scheme", "siret"])), lines };
  }),
  "input.wrong-type": form((random) =>
    random.pick<Typed>([
      { title: random.int(10_000) },
      { totalCents: "1 190 €" },
      { enteredBy: "lea" },
      { hours: 70 },
      { funding: [] },
      { version: null },
    ]),
  ),
  "input.not-a-date": form((random) => ({
    [random.pick(["startsOn", "endsOn", "validUntil"])]: random.pick([
      "2026-02-30",
      "2026-13-01",
      "07/12/2026",
      "2026-12",
      "dès que possible",
    ]),
  })),
  "input.unknown-value": form((random) =>
    random.pick<Typed>([{ modality: "hybride" }, { scheme: "cpf" }, { status: "validé" }, { scheme: "AIF" }, { modality: "présentiel" }]),
  ),
  "input.too-long": form((random) => {
    const [field, most] = random.pick([
      ["title", 255],
      ["place", 160],
      ["notes", 1000],
      ["hoursReason", 200],
    ] as const);
    return { [field]: "Parcours adapté. ".repeat(100).slice(0, most + 1 + random.int(most / 2)) };
  }),
  "input.too-short": form((random, { lines: [first] }) =>
    random.chance(0.3) ? { reference: "" } : { lines: [{ ...first, label: " ".repeat(random.int(9)) }] },
  ),
  "input.out-of-range": line((random) =>
    random.pick([
      { amountCents: -1 - random.int(9999) },
      { unitPriceCents: 1_000_000_001 + random.int(999) },
      { quantity: 0 },
      { vatRate: 3001 + random.int(99) },
    ]),
  ),
  "input.unknown-field": form(
    (random) => ({ [random.pick(["prix", "__proto", "Titre", "total_cents", "duree"])]: random.int(5000) }) as Typed,
  ),
  "input.unreadable-text": form((random, kept) => {
    const field = random.pick(["title", "notes", "hoursReason"] as const);
    return { [field]: `Cariste${random.pick(invisible)} ${kept.title}` };
  }),
  "input.malformed": form((random) => ({
    [random.pick(["reference", "sessionReference", "traineeId"])]: random.pick(["SE 2026 014", "-2026-014", "SE#014", "T-0007 (Camille)"]),
  })),
};
