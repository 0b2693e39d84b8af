import { expect, it } from "vitest";
import { calledHere } from "../../../packages/bot/src/fronts/discord/requests.js";

const user = { username: "renard.33", displayName: "Renard" };
const fox = { username: "renard.33", displayName: "🦊" };

it.each([
  ["their nickname", { nick: "Inès" }, user, "Inès"],
  ["their nickname, a known member", { displayName: "Inès" }, user, "Inès"],
  ["their own name without one", { nick: null }, user, "Renard"],
  ["their own name outside of the server", undefined, user, "Renard"],
  ["their own name when the nickname has no letter", { nick: "🦊" }, user, "Renard"],
  ["their user name when nothing else has one", { displayName: "✨\u200b" }, fox, "renard.33"],
])("somebody is called by %s", (_by, member, who, name) => {
  expect(calledHere(who, member)).toBe(name);
});
