import { fold } from "@kairos/core";
import type { Person, Store } from "../store/store.js";

/** Somebody by the name they are called: the id is the same however it is typed. Nothing when no letter or digit is left. */
export function personNamed(name: string): Person | undefined {
  const shown = cut(name.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, " ").trim(), 80);
  const id = cut(
    fold(shown)
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, ""),
    80,
  );
  return id === "" || id === deskItself ? undefined : { id, name: shown };
}

/** Who acts in the trail when nobody asked: a person may not go by this name. */
const deskItself = "kairos";

/** The person meant by a mention (`<@123>`, with their name behind it when it is known), an id or a name; someone not yet known is made from what was typed. */
export async function personFrom(store: Store, typed: string): Promise<Person | undefined> {
  const [, mentioned, called = ""] = /^<@!?(\d+)>\s*(.*)$/s.exec(typed) ?? [];
  const named = mentioned === undefined ? personNamed(typed) : { id: mentioned, name: personNamed(called)?.name ?? mentioned };
  return (await store.people.find(mentioned ?? typed)) ?? (named && ((await store.people.find(named.id)) ?? named));
}

/** Everybody's name by id. */
export async function namesIn(store: Store): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.people.list()).map(({ id, name }) => [id, name]));
}

function cut(text: string, most: number): string {
  return [...text].slice(0, most).join("");
}
