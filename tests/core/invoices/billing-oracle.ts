import type { BillingOrigin, Quote } from "@kairos/core";
import type { World } from "./billing-world.js";

/** The same figures in BigInt and by another way: nothing of the code under test is called. */

const half = (numerator: bigint, denominator: bigint) => (numerator * 2n + denominator) / (denominator * 2n);
const least = (one: bigint, other: bigint) => (one < other ? one : other);

type OfOrder = Extract<BillingOrigin, { order: unknown }>;

export function orderedBy({ order, agreement }: OfOrder): { readonly netCents: bigint; readonly depositCents: bigint } {
  const price = BigInt(order.unitPriceCents ?? agreement.unitPriceCents);
  const netCents = agreement.basis === "trainee" ? price * BigInt(order.trainees) : half(price * BigInt(order.minutes), 60n);
  return { netCents, depositCents: half(netCents * BigInt(agreement.terms.depositRate), 10_000n) };
}

/** Exempt quotes only: what France Travail pays, within what it may. */
export function paidBy({ scheme, lines, funding }: Quote): bigint {
  const may = lines
    .filter(({ kind }) => scheme !== "aif" || kind === "pedagogical")
    .reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n);
  return least(may, BigInt(funding?.franceTravailCents ?? 0));
}

/** What so many minutes are worth to the cent, where a price is for the whole; nothing where each hour is rounded for itself. */
export function shareBy(from: BillingOrigin, followed: bigint): bigint | undefined {
  if ("order" in from) {
    if (from.agreement.basis !== "trainee") return undefined;
    const each = half(BigInt(from.order.minutes), BigInt(from.order.trainees)) || 1n;
    return half(BigInt(from.order.unitPriceCents ?? from.agreement.unitPriceCents) * least(followed, each), each);
  }
  const planned = BigInt(from.quote.hours.centreMinutes);
  return followed >= planned ? paidBy(from.quote) : undefined;
}

/** What attendance proves of each half-day in a closed month, absences that the contract tolerates counted in time order. */
export function provedBy({ from, roster, planned, records, months }: World): ReadonlyMap<string, bigint> {
  const terms = "order" in from ? from.agreement.terms : undefined;
  const proved = new Map<string, bigint>();
  for (const { traineeId, withdrawal } of roster) {
    const end = withdrawal && place(withdrawal);
    const own = planned.filter((one) => one.traineeId === traineeId && (end === undefined || place(one) < end));
    let left = half(own.reduce((sum, { minutes }) => sum + BigInt(minutes), 0n) * BigInt(terms?.toleranceRate ?? 0), 10_000n);
    for (const one of [...own].sort((a, b) => (place(a) < place(b) ? -1 : 1))) {
      const fact = records.get(`${traineeId}|${one.day}|${one.half}`);
      if (fact === undefined) continue;
      let minutes = 0n;
      if (["present", "remote", "late", "left-early"].includes(fact.status)) {
        minutes = BigInt(one.minutes) - BigInt(fact.lateMinutes ?? 0) - BigInt(fact.earlyMinutes ?? 0);
      } else if (
        (terms?.toleratedAbsences === "excused" && fact.status === "excused") ||
        (terms?.toleratedAbsences === "all" && ["excused", "unexcused", "announced"].includes(fact.status))
      ) {
        minutes = least(left, BigInt(one.minutes));
        left -= minutes;
      }
      if (minutes > 0n && months.get(one.day.slice(0, 7))?.status === "closed") proved.set(`${traineeId}|${one.day}|${one.half}`, minutes);
    }
  }
  return proved;
}

function place({ day, half: part }: { readonly day: string; readonly half: string }): string {
  return `${day}${part === "morning" ? 0 : part === "afternoon" ? 1 : 2}`;
}
