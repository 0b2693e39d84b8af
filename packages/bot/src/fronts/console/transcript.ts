import type { Instant, Label } from "@kairos/core";
import type { Answer } from "../../dispatch.js";
import { instantInParis } from "./clock.js";

export type TourStep =
  | { readonly kind: "blank" }
  | { readonly kind: "narration"; readonly text: string }
  | { readonly kind: "clock"; readonly at: Instant }
  | { readonly kind: "act"; readonly row: number; readonly person: string; readonly line: string; readonly expected: Answer["outcome"] };

export type ReadTranscript = { readonly ok: true; readonly steps: readonly TourStep[] } | { readonly ok: false; readonly fault: Label };

/** Reads a tour: `person ▸ /command … => refused`, `# narration`, `@ 2026-11-23T09:00`. */
export function readTranscript(text: string): ReadTranscript {
  const steps: TourStep[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const step = readStep(raw.trim(), index + 1);
    if (step === undefined) return { ok: false, fault: unreadable(index + 1) };
    steps.push(step);
  }
  return { ok: true, steps };
}

/** Who acts most: the person a prompt goes on with. */
export function mainPersonOf(steps: readonly TourStep[]): string | undefined {
  const counts = new Map<string, number>();
  for (const step of steps) if (step.kind === "act") counts.set(step.person, (counts.get(step.person) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function readStep(row: string, number: number): TourStep | undefined {
  if (row === "") return { kind: "blank" };
  if (row.startsWith("#")) return { kind: "narration", text: row.replace(/^#+\s?/, "") };
  if (row.startsWith("@")) {
    const at = instantInParis(row.slice(1).trim());
    return at === undefined ? undefined : { kind: "clock", at };
  }
  const [, person = "", line = "", expected = "done"] =
    /^(.{1,80}?)\s*[▸>]\s*(\/.*?)(?:\s+=>\s*(done|refused|denied|invalid))?$/u.exec(row) ?? [];
  return line === "" || person.trim() === ""
    ? undefined
    : { kind: "act", row: number, person: person.trim(), line, expected: expected as Answer["outcome"] };
}

function unreadable(row: number): Label {
  return {
    fr: `La visite ne se lit pas à la ligne ${row} : on attend « personne ▸ /commande », « # récit » ou « @ 2026-11-23T09:00 ».`,
    en: `The tour cannot be read at line ${row}: expected “person ▸ /command”, “# narration” or “@ 2026-11-23T09:00”.`,
  };
}
