import { type Grant, type Instant, isInForce, type Siret } from "@kairos/core";
import { instantOf } from "./local-time.js";
import type { Look, NoticePorts } from "./notice.js";

type Ports = Pick<NoticePorts, "database" | "dayOf">;

/** An id as Discord gives them: a console's workspace and people have none, and cannot be written to. */
export function isDiscordId(id: string): boolean {
  return /^\d{15,20}$/.test(id);
}

/** Looks at a workspace; nothing to see when it has no provider. */
export async function lookInto({ database, dayOf }: Ports, workspace: string, now: Instant): Promise<Look | undefined> {
  const { providers, grants } = await database.read(workspace, "all", async (store) => {
    return { providers: await store.providers.list(), grants: await store.grants.list() };
  });
  const [desk] = providers;
  if (desk === undefined) return undefined;
  const { settings } = desk;
  const today = dayOf(now, settings.timeZone);
  const bySiret = new Map(providers.map((provider) => [provider.siret, provider.settings]));
  const people = new Map<string, readonly Grant[]>();
  for (const grant of grants.filter((one) => isDiscordId(one.person) && isInForce(one, today))) {
    people.set(grant.person, [...(people.get(grant.person) ?? []), grant]);
  }
  return {
    today,
    settings,
    settingsOf: (siret: Siret) => bySiret.get(siret) ?? settings,
    people,
    at: (day, time) => instantOf(day, time, settings.timeZone),
    read: (scope, work) => database.read(workspace, scope, work),
  };
}
