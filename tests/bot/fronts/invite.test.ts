import { describe, expect, it } from "vitest";
import { inviteLink } from "../../../packages/bot/src/fronts/discord/invite.js";

describe("the invite link", () => {
  it("asks for the bot, its commands, and four permissions", () => {
    const link = new URL(inviteLink("900000000000000001"));
    expect(link.origin + link.pathname).toBe("https://discord.com/oauth2/authorize");
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: "900000000000000001",
      scope: "bot applications.commands",
      // View channel (1 << 10), send messages (1 << 11), embed links (1 << 14), attach files (1 << 15).
      permissions: "52224",
      integration_type: "0",
    });
  });
});
