import type { Language } from "@kairos/core";
import { RESTJSONErrorCodes as Code, DiscordAPIError, type REST, Routes } from "discord.js";
import * as z from "zod";
import type { Commands } from "../../command.js";
import type { Message, Messenger } from "../../notices/notice.js";
import { unbroken } from "../shared/language.js";
import { spelled } from "../shared/moves.js";
import { withTimestamps } from "./days.js";
import { commandText } from "./markdown.js";

/**
 * Writes to people and channels through the bot's own requests, commands as the guild's language spells them. What
 * Discord may accept later is thrown.
 */
export function discordMessenger(rest: REST, commands: Commands): Messenger {
  const languageOf = languagesOf(rest);
  const send = async (guild: string, channel: string, message: Message, nonce: string, called: readonly string[]) => {
    const text = textOf(message, await languageOf(guild), commands);
    const content = [...called.map((person) => `<@${person}>`), text].join(" ").slice(0, mostLetters);
    const body = { content, nonce, enforce_nonce: true, allowed_mentions: { parse: [], users: called } };
    await rest.post(Routes.channelMessages(channel), { body, signal: patience() });
    return "sent" as const;
  };
  return {
    tell: ({ guild, person }, message, nonce) =>
      unlessRefused(tellRefusals, "closed", async () => {
        await rest.get(Routes.guildMember(guild, person), { signal: patience() });
        const opened = await rest.post(Routes.userChannels(), { body: { recipient_id: person }, signal: patience() });
        return send(guild, channel.parse(opened).id, message, nonce, []);
      }),
    post: ({ guild, channel: id, person }, message, nonce) =>
      unlessRefused(postRefusals, "missing", async () => {
        const found = channel.parse(await rest.get(Routes.channel(id), { signal: patience() }));
        // What one provider sets must not write into the server of another.
        return found.guild_id === guild ? send(guild, id, message, nonce, [person]) : "missing";
      }),
  };
}

const channel = z.object({ id: z.string(), guild_id: z.string().optional() });
const server = z.object({ preferred_locale: z.string(), features: z.array(z.string()) });

const mostLetters = 2000;
/** A request that takes longer is given up: all those of a notice end before another process may take it. */
const patience = () => AbortSignal.timeout(20_000);

const tellRefusals: Refusals<"closed" | "gone"> = {
  [Code.CannotSendMessagesToThisUser]: "closed",
  [Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds]: "closed",
  [Code.UnknownMember]: "gone",
  [Code.UnknownUser]: "gone",
  [Code.UnknownGuild]: "gone",
  [Code.MissingAccess]: "gone",
};
const postRefusals: Refusals<"missing"> = {
  [Code.UnknownChannel]: "missing",
  [Code.UnknownGuild]: "missing",
  [Code.MissingAccess]: "missing",
  [Code.MissingPermissions]: "missing",
  [Code.CannotSendMessagesInNonTextChannel]: "missing",
};
type Refusals<Outcome> = Readonly<Record<number, Outcome>>;

/** What Discord refuses for good is not asked for again; a message it cannot read is our own fault, and is said. */
async function unlessRefused<Sent, Outcome>(
  refusals: Refusals<Outcome>,
  otherwise: Outcome,
  work: () => Promise<Sent>,
): Promise<Sent | Outcome> {
  try {
    return await work();
  } catch (error) {
    const isRefused = error instanceof DiscordAPIError && [400, 403, 404].includes(error.status);
    if (!isRefused || error.code === Code.InvalidFormBodyOrContentType) throw error;
    return refusals[Number(error.code)] ?? otherwise;
  }
}

/** The language of a server, asked once an hour. Only a community chooses one: the others are all `en-US` for Discord. */
function languagesOf(rest: REST): (guild: string) => Promise<Language> {
  const known = new Map<string, { readonly language: Language; readonly until: number }>();
  return async (guild) => {
    const kept = known.get(guild);
    if (kept !== undefined && Date.now() < kept.until) return kept.language;
    const { preferred_locale, features } = server.parse(await rest.get(Routes.guild(guild), { signal: patience() }));
    const language = features.includes("COMMUNITY") && preferred_locale !== "fr" ? "en" : "fr";
    known.set(guild, { language, until: Date.now() + 3_600_000 });
    return language;
  };
}

function textOf(message: Message, language: Language, commands: Commands): string {
  const rows = message.map(({ text, command }) => {
    const said = withTimestamps(unbroken(text[language], language));
    return command === undefined ? said : `${said} → ${commandText(spelled(command, language, commands))}`;
  });
  return rows.join("\n");
}
