import { childOf } from "../../shared/element.js";
import type { Problem } from "../../shared/problem.js";
import { raise } from "../../shared/rules.js";
import type { Hours, Modality } from "../session.js";
import { type Place, pathOf } from "./place.js";
import { lheoRules } from "./rules.js";

interface ReadHours {
  readonly facts: { readonly hours: Hours; readonly announcedMinutes?: number };
  readonly problems: readonly Problem[];
}

/**
 * The hours of an action. LHEO has no element for the hours at a distance: they are what the total has more than the
 * centre and the company. A total that contradicts its parts is kept as it was announced, for the rules to judge.
 */
export function readHours(place: Place, modality: Modality | undefined): ReadHours {
  const [centre, company, total] = ["nombre-heures-centre", "nombre-heures-entreprise", "nombre-heures-total"].map((name) => {
    const text = childOf(place.element, name)?.text.trim() ?? "";
    return /^\d{1,5}$/.test(text) ? Number(text) * 60 : undefined;
  });
  const parts = (centre ?? 0) + (company ?? 0);
  const hours = { centreMinutes: centre ?? 0, companyMinutes: company ?? 0, distanceMinutes: 0 };
  if (total === undefined || total === parts) return { facts: { hours }, problems: [] };
  const rest = total - parts;
  if (rest > 0 && modality === "on-site" && centre === undefined) {
    return { facts: { hours: { ...hours, centreMinutes: rest } }, problems: [] };
  }
  const isAtADistance = modality === "distance" || (modality === "mixed" && centre !== undefined);
  if (rest > 0 && isAtADistance) return { facts: { hours: { ...hours, distanceMinutes: rest } }, problems: [] };
  if (centre !== undefined || rest < 0 || modality !== "mixed") return { facts: { hours, announcedMinutes: total }, problems: [] };
  const { line } = childOf(place.element, "nombre-heures-total") ?? place.element;
  const unsplit = raise(lheoRules, "lheo.hours-not-split", pathOf(place, "nombre-heures-total"), { line, total: total / 60 });
  return { facts: { hours }, problems: [unsplit] };
}
