import type { Label } from "@kairos/core";
import {
  ApplicationIntegrationType,
  DiscordAPIError,
  OAuth2Scopes,
  PermissionFlagsBits,
  REST,
  RESTJSONErrorCodes,
  Routes,
} from "discord.js";
import * as z from "zod";

/** Everything the bot may do by itself in a server: post in the team's channel. Answers to commands need no permission. */
export const permissions = {
  ViewChannel: PermissionFlagsBits.ViewChannel,
  SendMessages: PermissionFlagsBits.SendMessages,
  EmbedLinks: PermissionFlagsBits.EmbedLinks,
  AttachFiles: PermissionFlagsBits.AttachFiles,
} as const;

/** The page where whoever holds « Gérer le serveur » adds the bot to a server, with these permissions and no other. */
export function inviteLink(application: string): string {
  const link = new URL("https://discord.com/oauth2/authorize");
  link.searchParams.set("client_id", application);
  link.searchParams.set("scope", [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(" "));
  link.searchParams.set("permissions", String(Object.values(permissions).reduce((all, one) => all | one, 0n)));
  link.searchParams.set("integration_type", String(ApplicationIntegrationType.GuildInstall));
  return link.href;
}

/** Discord's REST API, without a gateway. */
export function restOf(api: string | undefined, token: string): REST {
  return new REST({ version: "10", ...(api === undefined ? {} : { api }) }).setToken(token);
}

/** The application a token speaks for. */
export async function applicationOf(rest: REST): Promise<z.infer<typeof application>> {
  return application.parse(await rest.get(Routes.currentApplication()));
}

const application = z.object({ id: z.string(), name: z.string() });

export const noToken: Label = {
  fr: "Il manque le jeton du robot : créez une application sur https://discord.com/developers/applications, copiez le jeton de sa page « Bot », puis donnez-le dans DISCORD_TOKEN, ou son fichier dans DISCORD_TOKEN_FILE.",
  en: 'The bot\'s token is missing: create an application on https://discord.com/developers/applications, copy the token of its "Bot" page, then set DISCORD_TOKEN to it, or DISCORD_TOKEN_FILE to its file.',
};

/** Why Discord did not do it, in one sentence, and whose it is to mend. */
export function discordFault(error: unknown): { readonly outcome: "usage" | "failed"; readonly sentence: Label } {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "TokenInvalid" || (error instanceof DiscordAPIError && error.status === 401))
    return { outcome: "usage", sentence: badToken };
  if (code === RESTJSONErrorCodes.MissingAccess) return { outcome: "usage", sentence: notInServer };
  if (!(error instanceof DiscordAPIError)) return { outcome: "failed", sentence: silence };
  return {
    outcome: "failed",
    sentence: {
      fr: `Discord refuse la demande (${error.code}). Pour le détail : KAIROS_LOG=error.`,
      en: `Discord refuses the request (${error.code}). For details: KAIROS_LOG=error.`,
    },
  };
}

const badToken: Label = {
  fr: "Discord refuse le jeton : copiez-le à nouveau depuis le portail des développeurs.",
  en: "Discord refuses the token: copy it again from the developer portal.",
};
const notInServer: Label = {
  fr: "Kairos n'est pas dans un des serveurs de DISCORD_GUILDS : ouvrez le lien d'invitation (npm run bot -- --check), ou corrigez la liste.",
  en: "Kairos is not in one of the servers of DISCORD_GUILDS: open the invite link (npm run bot -- --check), or mend the list.",
};
const silence: Label = {
  fr: "Discord ne répond pas : vérifiez le réseau, puis relancez.",
  en: "Discord does not answer: check the network, then start again.",
};
