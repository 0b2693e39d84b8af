import {
  type CreditChoice,
  creditRefusals,
  failure,
  halves,
  type IssuedInvoice,
  inputRules,
  type Result,
  raise,
  type Slot,
  success,
} from "@kairos/core";
import type { Option } from "../option.js";
import { optional, reference, text } from "../options.js";
import { halfDayOption, type NamedHalfDay } from "./half-day-option.js";
import { partsOf } from "./list-options.js";

/** Numbers of lines, as they are printed: `2`, `1, 3`. */
const lineNumbers: Option<readonly number[]> = {
  ...text(
    {
      fr: ["lignes", "Numéros des lignes à reprendre, séparés par des virgules"],
      en: ["lines", "Numbers of the lines to credit, with commas"],
    },
    100,
  ),
  write: (numbers) => numbers.join(", "),
  read: (raw) => {
    const parts = partsOf(raw);
    const wrong = parts.find((part) => !/^\d{1,4}$/.test(part) || Number(part) < 1);
    if (wrong !== undefined || parts.length === 0)
      return failure(raise(inputRules, "input.not-a-number", [], { value: (wrong ?? raw).slice(0, 40) }));
    return success([...new Set(parts.map(Number))].sort((a, b) => a - b));
  },
};

const oneHalfDay = halfDayOption({ fr: ["demi-journees", ""], en: ["half-days", ""] }, "last");

/** Half-days separated by commas: `07/12/2026 matin, 08/12/2026`; a day alone is all of it. */
const halfDays: Option<readonly NamedHalfDay[]> = {
  ...text(
    {
      fr: ["demi-journees", "Demi-journées à reprendre : 07/12/2026 matin, 08/12/2026", "Demi-journées à reprendre"],
      en: ["half-days", "Half-days to credit: 07/12/2026 morning, 08/12/2026", "Half-days to credit"],
    },
    2000,
  ),
  write: (values) => values.map((value) => oneHalfDay.write?.(value) ?? "").join(", "),
  read: (raw, reading) => {
    const found: NamedHalfDay[] = [];
    for (const part of partsOf(raw)) {
      const read = oneHalfDay.read(part, reading);
      if (!read.ok) return read;
      found.push(read.value);
    }
    return found.length === 0 ? failure(raise(inputRules, "input.missing", [], {})) : success(found);
  },
};

export const creditedLines = optional(lineNumbers);
export const creditedHalfDays = optional(halfDays);
export const creditedTrainee = optional(
  reference("trainee", {
    fr: ["stagiaire", "Stagiaire dont des demi-journées sont à reprendre"],
    en: ["trainee", "Trainee whose half-days are to be credited"],
  }),
);

export interface AskedCredit {
  readonly lines?: readonly number[] | undefined;
  readonly trainee?: string | undefined;
  readonly halfDays?: readonly NamedHalfDay[] | undefined;
  readonly amountCents?: number | undefined;
}

/** What was asked to be credited, once it is known of which invoice; everything when nothing was said. */
export function creditChoice(invoice: IssuedInvoice, { lines, trainee, halfDays: asked, amountCents }: AskedCredit): Result<CreditChoice> {
  const isOfTrainee = trainee !== undefined || asked !== undefined;
  if (isOfTrainee && (lines !== undefined || amountCents !== undefined))
    return failure(raise(creditRefusals, "invoice.credit-choice", ["halfDays"], { fault: "both", possible: [] }));
  if (isOfTrainee) return ofTrainee(invoice, trainee?.toUpperCase(), asked);
  if (amountCents === undefined) return success(lines === undefined ? { kind: "whole" } : { kind: "lines", lines });
  const [line, ...others] = lines ?? (invoice.lines.length === 1 ? [1] : []);
  if (line !== undefined && others.length === 0) return success({ kind: "amount", line, amountCents });
  const possible = lines ?? invoice.lines.map((_, index) => index + 1);
  return failure(raise(creditRefusals, "invoice.credit-choice", ["lines"], { fault: "which-line", possible }));
}

function ofTrainee(invoice: IssuedInvoice, named: string | undefined, asked: readonly NamedHalfDay[] | undefined): Result<CreditChoice> {
  const billed = [...new Set(invoice.lines.flatMap(({ traineeId }) => traineeId ?? []))];
  const traineeId = named ?? (billed.length === 1 ? billed[0] : undefined);
  if (traineeId === undefined)
    return failure(raise(creditRefusals, "invoice.credit-choice", ["trainee"], { fault: "which-trainee", possible: billed }));
  return success({
    kind: "half-days",
    traineeId,
    ...(asked !== undefined && { slots: asked.flatMap((one) => slotsOf(invoice, traineeId, one)) }),
  });
}

/** A day alone stands for what the invoice bills of it. */
function slotsOf(invoice: IssuedInvoice, traineeId: string, { day, half }: NamedHalfDay): readonly Slot[] {
  if (half !== undefined) return [{ day, half }];
  const ofDay = invoice.lines.flatMap((line) => (line.traineeId === traineeId ? line.halfDays.filter((one) => one.day === day) : []));
  const billed = halves.filter((one) => ofDay.some((slot) => slot.half === one));
  return (billed.length > 0 ? billed : halves.slice(0, 1)).map((one) => ({ day, half: one }));
}
