import { accessOn, can, permissionLabels, permissions, profileIds, profiles } from "@kairos/core";
import { aGrant, bordeaux, today } from "../../examples/index.js";

/** Profile × permission, each cell asked of `can` with one grant. */
export function permissionGrid(): string {
  const header = ["Droit", ...profileIds.map((profile) => profiles[profile].label.fr)];
  const rows = permissions.map((permission) => {
    const cells = profileIds.map((profile) => (can(accessOn([aGrant({ profile })], today), permission, bordeaux) ? "✔" : "·"));
    return [permissionLabels[permission].fr, ...cells];
  });
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
