import type { CellKind } from "@kairos/core";
import { type CellLook, darkSign, lightSign } from "./palette.js";

/**
 * Presence is light and absence dark. No two have the same lightness, so that a print in grey still tells them apart, and each
 * has its sign.
 */
export const cellLooks: Readonly<Record<CellKind, CellLook>> = {
  unrecorded: { fill: "#ffffff", ink: "#a41f23", sign: "?", isFramed: true },
  outside: { fill: "#efeeea", ink: "#5b6470", sign: "–" },
  future: { fill: "#dce3e9", ink: "#434b55", sign: "·" },
  present: { fill: "#ade1b9", ink: darkSign, sign: "✓" },
  remote: { fill: "#90cef2", ink: darkSign, sign: "D" },
  late: { fill: "#dbb440", ink: darkSign, sign: "R" },
  "left-early": { fill: "#e99550", ink: darkSign, sign: "P" },
  excused: { fill: "#40a7aa", ink: darkSign, sign: "J" },
  announced: { fill: "#a977b6", ink: darkSign, sign: "A" },
  interrupted: { fill: "#695fb3", ink: lightSign, sign: "I" },
  unexcused: { fill: "#a41f23", ink: lightSign, sign: "×" },
  withdrawn: { fill: "#32353b", ink: lightSign, sign: "→" },
};
