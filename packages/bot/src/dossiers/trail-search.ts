import {
  addDays,
  auditRules,
  failure,
  type IsoDate,
  inputRules,
  instantAt,
  type Provider,
  type Result,
  raise,
  success,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import type { InputOf } from "../option.js";
import { choice, day, optional, reference, text } from "../options.js";
import type { AuditFilter } from "../store/store.js";
import { zoneOf } from "../zone.js";
import { actsMeant, outcomeLabels } from "./acts.js";
import { personFrom } from "./people.js";
import { unknown } from "./unknown.js";

/** A period of the trail, both days included. */
export const periodOptions = {
  since: optional(day({ fr: ["depuis", "Premier jour"], en: ["since", "First day"] })),
  until: optional(day({ fr: ["jusqua", "Dernier jour"], en: ["until", "Last day"] })),
};

/** What a search of the trail may be narrowed by. */
export const searchOptions = {
  person: optional(reference("person", { fr: ["personne", "Qui l'a fait"], en: ["person", "Who did it"] })),
  object: optional(
    text({ fr: ["objet", "La référence concernée : DEV-2026-0001, H-0002"], en: ["object", "The reference: DEV-2026-0001, H-0002"] }, 80),
  ),
  act: optional(
    text(
      {
        fr: ["acte", "La commande : devis soumettre, ou toute une famille : devis"],
        en: ["act", "The command: quote submit, or a family: quote"],
      },
      60,
    ),
  ),
  outcome: optional(choice({ fr: ["resultat", "Seulement ce résultat"], en: ["result", "Only this result"] }, outcomeLabels)),
  ...periodOptions,
};

type Search = Pick<CommandContext<InputOf<typeof searchOptions>>, "input" | "store" | "provider" | "commands">;

/** What was asked, as the store looks for it, or why it cannot be. */
export async function filterOf({ input, store, provider, commands }: Search): Promise<Result<Omit<AuditFilter, "limit">>> {
  const { person: typed, object, act, outcome, since, until } = input;
  const period = periodOf({ since, until }, provider);
  if (!period.ok) return period;
  const acts = act === undefined ? undefined : actsMeant(act, commands);
  if (acts?.length === 0) {
    const allowed = [...new Set([...commands.values()].map(({ noun }) => noun))].join(", ");
    return failure(raise(inputRules, "input.unknown-value", ["acte"], { value: act ?? "", allowed }));
  }
  const actor = await actorFrom(store, typed);
  if (!actor.ok) return actor;
  return success({
    ...(actor.value !== undefined && { actor: actor.value }),
    ...(object !== undefined && { objects: [...new Set([object, object.toUpperCase(), object.replaceAll(" ", "")])] }),
    ...(acts !== undefined && { acts }),
    ...(outcome !== undefined && { outcome }),
    ...period.value,
  });
}

/** The days as instants of the provider's clocks; refused when the last comes before the first. */
export function periodOf(
  { since, until }: { readonly since: IsoDate | undefined; readonly until: IsoDate | undefined },
  provider: Provider | undefined,
): Result<Pick<AuditFilter, "from" | "before">> {
  if (since !== undefined && until !== undefined && until < since) {
    return failure(raise(auditRules, "audit.dates-order", ["jusqua"], { from: since, until }));
  }
  const begins = (of: IsoDate) => instantAt(of, "00:00", zoneOf(provider));
  return success({
    ...(since !== undefined && { from: begins(since) }),
    ...(until !== undefined && { before: begins(addDays(until, 1)) }),
  });
}

/** The person asked for, if one was: somebody of the team, or whoever left a trace, as a refused stranger is in no list. */
export async function actorFrom(store: Search["store"], typed: string | undefined): Promise<Result<string | undefined>> {
  if (typed === undefined) return success(undefined);
  const person = await personFrom(store, typed);
  const known = person && ((await store.people.get(person.id)) ?? (await store.audit.search({ actor: person.id, limit: 1 }))[0]);
  return person === undefined || known === undefined ? unknown("person", "personne", typed) : success(person.id);
}
