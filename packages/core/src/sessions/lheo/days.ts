import { type IsoDate, isIsoDate } from "../../shared/calendar.js";

/** A day of LHEO, `AAAAMMJJ`: known, known in part (`20261200`, `20260000`) or not at all (`00000000`), or no day. */
export type LheoDay = { readonly day: IsoDate } | { readonly known: "month" | "year" | "nothing" } | { readonly fault: true };

export function readLheoDay(text: string): LheoDay {
  if (!/^\d{8}$/.test(text)) return { fault: true };
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
  if (text === "00000000") return { known: "nothing" };
  if (month === "00" && day === "00") return { known: "year" };
  if (day === "00") return Number(month) <= 12 ? { known: "month" } : { fault: true };
  const iso = `${year}-${month}-${day}`;
  return isIsoDate(iso) ? { day: iso } : { fault: true };
}

export function writeLheoDay(day: IsoDate): string {
  return day.replaceAll("-", "");
}
