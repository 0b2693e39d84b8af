import type { Incident, Provider } from "@kairos/core";
import type { CommandContext } from "../command.js";
import { given } from "../options.js";
import type { Store } from "../store/store.js";
import { nextId } from "./next-id.js";

type Desk = Pick<CommandContext<unknown>, "store" | "actor" | "now" | "today">;

/** A new incident with what the desk knows of who reports it: nobody is asked twice for their identifier or their browser. */
export async function newIncident({ store, actor, now, today }: Desk, provider: Provider): Promise<Incident> {
  const { siret, settings } = provider;
  return {
    reference: await nextId(store, `INC-${today.slice(0, 4)}`),
    siret,
    status: "draft",
    symptom: "other",
    reporter: actor.id,
    reportedAt: now,
    timeZone: settings.timeZone,
    ...(await lastSaid(store, actor.id, siret)),
    screenshots: [],
    pictureChecked: false,
    history: [],
  };
}

/** What somebody said of themselves in their last incidents there. */
export async function lastSaid(store: Store, reporter: string, siret: string): Promise<Pick<Incident, "portalUser" | "browser">> {
  const own = (await store.incidents.list({ reporter, limit: 20 })).filter((one) => one.siret === siret);
  return given({
    portalUser: own.find(({ portalUser }) => portalUser !== undefined)?.portalUser,
    browser: own.find(({ browser }) => browser !== undefined)?.browser,
  });
}
