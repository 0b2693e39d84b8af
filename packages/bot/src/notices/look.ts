import { type Access, accessOn, hasLeft, type Instant, type IsoDate, instantAt, type OwnProfile, type Siret } from "@kairos/core";
import type { Look, NoticePorts } from "./notice.js";

type Ports = Pick<NoticePorts, "database" | "dayOf">;

/** An id as Discord gives them: a console's workspace and people have none, and cannot be written to. */
export function isDiscordId(id: string): boolean {
  return /^\d{15,20}$/.test(id);
}

/** Looks at a workspace; nothing to see when it has no provider. */
export async function lookInto({ database, dayOf }: Ports, workspace: string, now: Instant): Promise<Look | undefined> {
  const { providers, grants, own, accounts } = await database.read(workspace, "all", async (store) => ({
    providers: await store.providers.list(),
    grants: await store.grants.list(),
    own: await store.ownProfiles.list(),
    accounts: await store.accounts.list(),
  }));
  const [desk] = providers;
  if (desk === undefined) return undefined;
  const { settings } = desk;
  const today = dayOf(now, settings.timeZone);
  const bySiret = new Map(providers.map((provider) => [provider.siret, provider.settings]));
  const workedOut = (person: string, on: IsoDate): Access =>
    accessOn(
      grants.filter((grant) => grant.person === person),
      on,
      { own: profilesOn(own, on), left: accounts.some((account) => account.person === person && hasLeft(account, on)) },
    );
  const known = [...new Set(grants.map(({ person }) => person))].filter(isDiscordId);
  const todays = new Map(known.map((person) => [person, workedOut(person, today)]));
  const people = new Map([...todays].filter(([, { held }]) => held.length > 0));
  return {
    now,
    today,
    settings,
    settingsOf: (siret: Siret) => bySiret.get(siret) ?? settings,
    people,
    known,
    grants,
    own,
    accounts,
    providers,
    accessOf: (person, on = today) => (on === today ? todays.get(person) : undefined) ?? workedOut(person, on),
    at: (day, time) => instantAt(day, time, settings.timeZone),
    read: (scope, work) => database.read(workspace, scope, work),
  };
}

/** The provider's own profiles as they were on a day, as far as their last change tells. */
function profilesOn(own: readonly OwnProfile[], on: IsoDate): readonly OwnProfile[] {
  return own.map((profile) =>
    on < profile.changedOn && profile.previous !== undefined ? { ...profile, permissions: profile.previous } : profile,
  );
}
