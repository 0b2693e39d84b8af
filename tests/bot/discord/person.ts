import {
  type Asker,
  channelMessage,
  type Interaction,
  interactionFrom,
  interactionOf,
  type Loopback,
  type Received,
  userOf,
} from "../fronts/loopback.js";

type Json = Record<string, unknown>;

/** What came of one gesture: how it was acknowledged, then what is shown. */
export interface Exchange {
  readonly interaction: Interaction;
  readonly acknowledged: Received;
  /** The message as it ends up, files by name. */
  readonly shown: () => Promise<Shown>;
  /** The form that opened. */
  readonly modal: Json;
}

export interface Shown {
  readonly body: Json;
  readonly text: string;
  readonly files: readonly string[];
  readonly buttons: readonly { readonly label: string; readonly custom_id: string; readonly disabled?: boolean }[];
  readonly selects: readonly { readonly custom_id: string; readonly options: readonly { readonly value: string }[] }[];
}

export interface Attached {
  readonly filename: string;
  readonly url: string;
  readonly size: number;
}

/** Somebody of the server, at their screen. */
export function personAt(discord: Loopback, asker: Asker) {
  const send = async (interaction: Interaction, again = 1): Promise<Exchange> => {
    for (let copy = 0; copy < again; copy += 1) discord.deliver(interaction);
    const { id, token } = interaction;
    const acknowledged = await discord.next("POST", new RegExp(`^/interactions/${id}/${token}/callback$`));
    const data = (acknowledged.body.data ?? {}) as Json;
    return {
      interaction,
      acknowledged,
      modal: data,
      shown: async () => {
        const later = [5, 6].includes(acknowledged.body.type as number);
        const message = later ? await discord.next("PATCH", new RegExp(`/${token}/messages/@original$`)) : { ...acknowledged, body: data };
        return shownOf(message);
      },
    };
  };
  const component = (type: number, customId: string, values: readonly string[] = []) =>
    interactionFrom(asker, 3, { custom_id: customId, component_type: type, values }, { message: channelMessage() });
  const self = {
    asker,
    slash: (path: string, options: Parameters<typeof interactionOf>[0]["options"] = {}, again = 1) =>
      send(interactionOf({ ...asker, path, options }), again),
    complete: (path: string, options: Readonly<Record<string, string>>, focused: string) =>
      send(interactionOf({ ...asker, path, options, focused })),
    /** Presses a button by its words. */
    click: async (shown: Shown, label: string | RegExp, again = 1) => {
      const button = shown.buttons.find((one) => (typeof label === "string" ? one.label === label : label.test(one.label)));
      if (button === undefined) throw new Error(`no button ${label} among ${shown.buttons.map((one) => one.label).join(", ")}`);
      return send(component(2, button.custom_id), again);
    },
    press: (customId: string) => send(component(2, customId)),
    choose: (shown: Shown, value: string) => send(component(3, shown.selects[0]?.custom_id ?? "", [value])),
    onPerson: (name: string, user: string, called: string) =>
      send(
        interactionFrom(asker, 2, {
          id: "900000000000000006",
          name,
          type: 2,
          target_id: user,
          resolved: { users: { [user]: userOf(user, called) } },
        }),
      ),
    onMessage: (name: string, attached: readonly Attached[], words: { readonly content?: string; readonly id?: string } = {}) => {
      const message = { ...channelMessage(attached.map((one, index) => ({ id: `71000000000000000${index}`, ...one }))), ...words };
      return send(
        interactionFrom(asker, 2, {
          id: "900000000000000007",
          name,
          type: 3,
          target_id: message.id,
          resolved: { messages: { [message.id]: message } },
        }),
      );
    },
    /** Sends a form: texts and choices by field, files and people apart. */
    submit: (modal: Json, values: Readonly<Record<string, string | { readonly user: string } | { readonly file: Attached }>>) =>
      send(submission(asker, modal, values)),
  };
  return self;
}

function submission(
  asker: Asker,
  modal: Json,
  values: Readonly<Record<string, string | { readonly user: string } | { readonly file: Attached }>>,
): Interaction {
  const users: Json = {};
  const attachments: Json = {};
  const labels = modal.components as readonly { readonly component: { readonly type: number; readonly custom_id: string } }[];
  const components = labels.map(({ component: { type, custom_id } }, index) => {
    const given = values[custom_id];
    const own = { id: index * 2 + 2, type, custom_id };
    if (typeof given === "object" && "file" in given) {
      const id = `72000000000000000${index}`;
      attachments[id] = { id, ...given.file };
      return labelled(index, { ...own, values: [id] });
    }
    if (typeof given === "object") {
      users[given.user] = userOf(given.user, `Personne ${given.user.slice(-2)}`);
      return labelled(index, { ...own, values: [given.user] });
    }
    if (type === 4) return labelled(index, { ...own, value: given ?? "" });
    if (type === 21) return labelled(index, { ...own, value: given ?? null });
    return labelled(index, { ...own, values: given === undefined ? [] : [given] });
  });
  return interactionFrom(asker, 5, { custom_id: modal.custom_id, components, resolved: resolvedOf({ users, attachments }) });
}

/** Discord names only the kinds of things that the form holds. */
function resolvedOf(kinds: Readonly<Record<string, object>>): Json {
  return Object.fromEntries(Object.entries(kinds).filter(([, things]) => Object.keys(things).length > 0));
}

function labelled(index: number, component: Json): Json {
  return { type: 18, id: index * 2 + 1, component };
}

function shownOf({ body, files }: Received): Shown {
  const rows = (body.components ?? []) as readonly { readonly components: readonly Json[] }[];
  const parts = rows.flatMap(({ components }) => components);
  return {
    body,
    files,
    text: JSON.stringify([body.content, body.embeds]),
    buttons: parts.filter(({ type }) => type === 2) as never,
    selects: parts.filter(({ type }) => type === 3) as never,
  };
}
