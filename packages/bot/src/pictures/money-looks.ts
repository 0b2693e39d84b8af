import type { Age, CoverageStep } from "@kairos/core";
import { type Look, strokes } from "./palette.js";

/** The later, the darker: a print in grey still tells them apart, and each has its pattern and its sign. */
export const ageLooks: Readonly<Record<Age, Look>> = {
  "not-due": { fill: "#e2eef9", edge: "#1c5a9c", sign: "à venir" },
  "late-30": { fill: "#f7dc9c", edge: "#8a4b00", pattern: strokes.dots, sign: "1–30 j" },
  "late-60": { fill: "#eeb060", edge: "#7a3d00", pattern: strokes.rising, sign: "31–60 j" },
  "late-90": { fill: "#d67a45", edge: "#5c2400", pattern: strokes.level, sign: "61–90 j" },
  "late-more": { fill: "#a83a32", edge: "#4a0d0a", pattern: strokes.falling, sign: "> 90 j" },
  rejected: { fill: "#1f2328", edge: "#fbfaf7", pattern: strokes.rising, sign: "rejeté" },
};

/** From what was ordered to what was paid: the surer the money, the darker. */
export const coverageLooks: Readonly<Record<CoverageStep, Look>> = {
  ordered: { fill: "#e4e5e7", edge: "#5b6470", sign: "commandé" },
  delivered: { fill: "#b9d6f0", edge: "#1c5a9c", pattern: strokes.dots, sign: "réalisé" },
  billed: { fill: "#6d9fce", edge: "#123f70", pattern: strokes.rising, sign: "facturé" },
  paid: { fill: "#1f5c3a", edge: "#0b2b1a", sign: "payé" },
};
