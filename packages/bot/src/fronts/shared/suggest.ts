import { fold, type Instant, type IsoDate, type Language } from "@kairos/core";
import { authorise, standingOf } from "../../authorise.js";
import type { LoadedCommand } from "../../command.js";
import type { Option } from "../../option.js";
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
    const offered = option.choices.filter(({ value, label }) => [value, label.fr, label.en].some((text) => fold(text).includes(wanted)));
    return offered.slice(0, most).map(({ value, label }) => ({ value, label: label[language] }));
  }
  if (option.suggests === undefined) return [];
  const scope = await scopeOf(ports, asking);
  if (scope.length === 0) return [];
  return (await ports.database.suggest({ workspace, scope, kind: option.suggests, typed, language })).slice(0, most);
}

const most = 25;

/** What may be founded or helped with has nothing to complete from. */
async function scopeOf({ database, clock, dayOf }: SuggestPorts, { workspace, actor, command }: Asking): Promise<Scope> {
  const { needs } = command;
  if (needs === "none" || needs === "founding") return [];
  const asker = { person: actor.id, mayFound: false, needs };
  const scope = await database.read(workspace, "all", async (store) => authorise(command, await standingOf(store, asker, clock(), dayOf)));
  return scope.ok ? scope.value : [];
}
