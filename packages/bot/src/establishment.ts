import { accessRefusals, failure, fold, type Provider, type Result, raise, success } from "@kairos/core";
import type { Standing } from "./authorise.js";
import type { LoadedCommand } from "./command.js";
import { unknown } from "./dossiers/unknown.js";
import { optional, reference } from "./options.js";
import type { Scope } from "./store/store.js";

/** Declared by what works for one establishment: under this key, `dispatch` hands it over as `provider`. */
export const establishmentOption = {
  establishment: optional(
    reference("provider", {
      fr: ["etablissement", "SIRET de l'établissement, quand vous agissez pour plusieurs"],
      en: ["establishment", "SIRET of the establishment, when you act for several"],
    }),
  ),
};

/** The establishment a command works for: the one that is named, else the only one in scope. Its commands alone must be told which. */
export function establishmentOf(
  { options }: Pick<LoadedCommand, "options">,
  { providers }: Pick<Standing, "providers">,
  scope: Scope,
  named: string | undefined,
): Result<Provider | undefined> {
  const reached = scope === "all" || scope.length === 0 ? providers : providers.filter(({ siret }) => scope.includes(siret));
  if (named !== undefined) {
    const found = reached.filter((provider) => isNamed(provider, named));
    const [only] = found;
    return only !== undefined && found.length === 1 ? success(only) : unknown("provider", "etablissement", named);
  }
  if (reached.length > 1 && Object.hasOwn(options, "establishment")) {
    return failure(raise(accessRefusals, "access.establishment-ambiguous", [], { establishments: reached.map(({ siret }) => siret) }));
  }
  return success(reached[0]);
}

function isNamed({ siret, name }: Provider, named: string): boolean {
  return siret === named.replace(/\s/g, "") || fold(name) === fold(named);
}
