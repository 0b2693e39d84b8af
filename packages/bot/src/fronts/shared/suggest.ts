import { establishmentsFor, fold, type Instant, type IsoDate, type Language } from "@kairos/core";
import type { LoadedCommand } from "../../command.js";
import type { Option } from "../../options.js";
import type { Database, Person, Scope, Suggestion } from "../../store/store.js";

export interface Asking {
  readonly workspace: string;
  readonly actor: Person;
  readonly command: LoadedCommand;
  readonly option: Option;
  readonly typed: string;
  readonly language: Language;
}

export interface SuggestPorts {
  readonly database: Database;
  readonly clock: () => Instant;
  readonly dayOf: (instant: Instant, zone: string) => IsoDate;
}

/** What may be typed in an option, limited to what the person may use this command for. At most 25. */
export async function suggestFor(ports: SuggestPorts, asking: Asking): Promise<readonly Suggestion[]> {
  const { option, typed, language, workspace } = asking;
  if (option.choices !== undefined) {
    const wanted = fold(typed);
    const offered = option.choices.map(({ value, label }) => ({ value, label: label[language] }));
    return offered.filter(({ value, label }) => fold(label).includes(wanted) || fold(value).includes(wanted)).slice(0, most);
  }
  if (option.suggests === undefined) return [];
  const scope = await scopeOf(ports, asking);
  if (scope.length === 0) return [];
  return (await ports.database.suggest({ workspace, scope, kind: option.suggests, typed })).slice(0, most);
}

const most = 25;

async function scopeOf(ports: SuggestPorts, { workspace, actor, command }: Asking): Promise<Scope> {
  const { needs } = command;
  if (needs === "none" || needs === "founding") return [];
  return ports.database.read(workspace, "all", async (store) => {
    const provider = (await store.providers.list())[0];
    const today = ports.dayOf(ports.clock(), provider?.settings.timeZone ?? "Europe/Paris");
    return establishmentsFor(await store.grants.of(actor.id), needs, today);
  });
}
