import { can } from "@kairos/core";
import type { Standing } from "../../authorise.js";
import type { KnownContext, LoadedCommand } from "../../command.js";
import type { Store } from "../../store/store.js";
import { optionOf, stepsOf } from "./moves.js";

/** What was typed or picked of a command. */
interface Typed {
  readonly command: LoadedCommand;
  readonly values: Readonly<Record<string, string>>;
  /** From a menu: what it filled is to be looked at before it is sent. */
  readonly picked?: true;
}

/** Does a command open its form: something it needs is left out, nothing it asks there is typed, or a menu filled some of it. */
export function opensForm({ command, values, picked }: Typed): boolean {
  const asked = stepsOf(command).flat();
  if (asked.length === 0) return false;
  if (picked === true) return true;
  const isMissing = asked.some((name) => optionOf(command, name)?.required === true && !Object.hasOwn(values, name));
  const said = Object.values(command.options).filter(({ required, words }) => !required || asked.includes(words.fr[0]));
  return isMissing || said.every(({ words }) => !Object.hasOwn(values, words.fr[0]));
}

/** What the desk has already of what a form asks, as somebody would type it. */
export async function knownTo(
  { known, options }: LoadedCommand,
  context: Omit<KnownContext, "store" | "may">,
  { access }: Pick<Standing, "access">,
  read: (look: (store: Store) => Promise<Readonly<Record<string, unknown>>>) => Promise<Readonly<Record<string, unknown>>>,
): Promise<Readonly<Record<string, string>>> {
  if (known === undefined) return {};
  const had = await read((store) => known({ ...context, store, may: (permission, siret) => can(access, permission, siret) }));
  const texts = Object.entries(options).flatMap(([key, { words, write }]) =>
    had[key] === undefined || write === undefined ? [] : [[words.fr[0], write(had[key] as never).replace(/[\u00a0\u202f]/g, " ")] as const],
  );
  return Object.fromEntries(texts);
}
