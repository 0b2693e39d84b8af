import { createRequire } from "node:module";
import { resolve } from "node:path";
import { dayOf } from "@kairos/core";
import type { Commands } from "../../../packages/bot/src/command.js";
import { customId } from "../../../packages/bot/src/fronts/discord/custom-id.js";
import { handleInteraction } from "../../../packages/bot/src/fronts/discord/handle.js";
import { parseLine } from "../../../packages/bot/src/fronts/shared/line/parse-line.js";
import { founding } from "../../bot/founding.js";
import { channelMessage, guild, interactionFrom, interactionOf, userOf } from "../../bot/fronts/loopback.js";
import { type Office, openOffice } from "../office.js";
import type { Random } from "../random.js";
import { mutateJson, mutateTexts } from "./mutate.js";
import type { Input } from "./readers.js";

type Json = Record<string, unknown>;
type Interaction = Parameters<typeof handleInteraction>[0];

/** The library of the Discord front, as far as a payload goes through it: from where it is installed. */
const { Client } = createRequire(resolve("packages/bot/package.json"))("discord.js") as {
  readonly Client: new (options: { readonly intents: readonly string[] }) => LibraryClient;
};

interface LibraryClient {
  readonly rest: { request: () => Promise<unknown> };
  /** What the gateway hands an interaction to. */
  readonly actions: { readonly InteractionCreate: { handle(payload: unknown): void } };
  on(event: "interactionCreate", heard: (interaction: Interaction) => void): unknown;
  destroy(): Promise<void>;
}

/** A bot that hears gateway payloads, and whose requests go nowhere. */
export interface Gateway {
  readonly make: (random: Random) => Input;
  /**
   * Of payloads whose form is not Discord's, which it never sends: those of which discord.js made no interaction, and those
   * that ended in the log. What only holds other texts ends in neither.
   */
  readonly told: { unread: number; logged: number };
  readonly close: () => Promise<void>;
}

const rgc = "800000000000000001";

export async function openGateway(commands: Commands): Promise<Gateway> {
  const office = await found(commands);
  const log = { info: () => undefined, error: (error: unknown) => void errors.push(error) };
  const errors: unknown[] = [];
  const { database } = office;
  const dispatch = (request: Parameters<Office["dispatch"]>[0]) => office.dispatch(request);
  const ports = {
    commands,
    database,
    dispatch,
    log,
    dayOf,
    clock: office.now,
    filesOrigin: "http://127.0.0.1:9",
    keepDocument: () => Promise.resolve("kept"),
  };
  const client = new Client({ intents: ["Guilds"] });
  // Discord answers with the message that was sent.
  client.rest.request = () => Promise.resolve(channelMessage());
  let handled: Promise<void> = Promise.resolve();
  client.on("interactionCreate", (interaction) => {
    handled = handleInteraction(interaction, ports);
  });
  const hear = client.actions.InteractionCreate;
  const seeds = seedsFor(commands);
  const told = { unread: 0, logged: 0 };
  return {
    told,
    make: (random) => {
      const { id, token, ...seed } = random.pick(seeds)();
      const isTorn = random.chance(0.25);
      const mutated = isTorn ? mutateJson(random, seed, [seed]) : { ...seed, data: mutateTexts(random, seed.data) };
      const payload =
        typeof mutated === "object" && mutated !== null && !Array.isArray(mutated) ? { id, token, ...mutated } : { ...seed, id, token };
      return {
        bytes: 0,
        shown: () => JSON.stringify(payload)?.slice(0, 3000) ?? "",
        read: async () => {
          handled = Promise.resolve();
          errors.length = 0;
          try {
            hear.handle(payload);
          } catch {
            told.unread += 1;
            return;
          }
          await handled;
          const reported = [...errors, ...office.failures.splice(0)];
          if (reported.length > 0 && !isTorn) throw reported[0];
          if (reported.length > 0) told.logged += 1;
        },
      };
    },
    close: async () => {
      await client.destroy();
      await office.close();
    },
  };
}

async function found(commands: Commands): Promise<Office> {
  const office = await openOffice({ file: ":memory:", commands, workspace: guild });
  for (const [rank, [, line]] of founding.entries()) {
    // One person holds every right, so that nothing stops at the door; a second profile of one's own is refused.
    const answer = await office.deliver({
      id: `found-${rank}`,
      person: rgc,
      line: line.replace(/personne:(\w+)/, (_, name: string) => `personne:<@80000000000000000${name.length % 8}> ${name}`),
    });
    if (rank < 2 && answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify(answer.reply)}`);
  }
  return office;
}

/** An interaction of each kind, sound: commands from their examples, completion, components, forms, menus. */
function seedsFor(commands: Commands): readonly (() => ReturnType<typeof interactionFrom>)[] {
  const asker = { user: rgc, administrator: true };
  const typed = [...commands.values()].flatMap(({ example }) => {
    const parsed = parseLine(example, commands);
    if (!parsed.ok) return [];
    const { path, options } = parsed;
    const [focused] = Object.keys(options);
    return [
      () => interactionOf({ ...asker, path, options }),
      () => interactionOf({ ...asker, path, options: {} }),
      ...(focused === undefined ? [] : [() => interactionOf({ ...asker, path, options, focused })]),
    ];
  });
  const message = channelMessage([
    { id: "710000000000000001", filename: "a.png", url: "http://127.0.0.1:9/attachments/1/a.png", size: 10 },
  ]);
  const component = (type: number, id: string) => () =>
    interactionFrom(asker, 3, { custom_id: id, component_type: type, values: ["0"] }, { message: channelMessage() });
  const components = (["confirm", "cancel", "publish", "step", "page", "open", "form", "finish", "drop"] as const).flatMap((kind) => [
    component(2, customId(kind, "found-1")),
    component(3, customId(kind, "found-1", 1)),
  ]);
  const modal = () =>
    interactionFrom(asker, 5, {
      custom_id: customId("form", "draft-1", 1),
      components: [{ type: 18, id: 1, component: { id: 2, type: 4, custom_id: "prenom", value: "Camille" } }],
      resolved: { users: { [rgc]: userOf(rgc, "Camille") }, attachments: {} },
    } as Json);
  const menus = [...commands.values()].flatMap(({ menu }) => {
    if (menu === undefined) return [];
    const name = menu.name.fr;
    return menu.on === "user"
      ? [
          () =>
            interactionFrom(asker, 2, {
              id: "900000000000000006",
              name,
              type: 2,
              target_id: rgc,
              resolved: { users: { [rgc]: userOf(rgc, "Camille") } },
            }),
        ]
      : [
          () =>
            interactionFrom(asker, 2, {
              id: "900000000000000007",
              name,
              type: 3,
              target_id: message.id,
              resolved: { messages: { [message.id]: message } },
            }),
        ];
  });
  return [...typed, ...components, modal, modal, modal, ...menus, ...menus];
}
