import { checkProvider, checkQuote, checkSession, parse, quoteSchema } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { dossiers } from "./dossiers.js";

describe("a sound dossier", () => {
  it.each(dossiers)("draws no remark at all, not even a notice: %s", (_name, situation) => {
    expect(checkQuote(situation)).toEqual([]);
  });

  it.each(dossiers)("comes from a session and a provider that draw none either: %s", (_name, { session, provider, today }) => {
    expect(session && checkSession({ session, today })).toEqual([]);
    expect(provider && checkProvider({ provider, today, training: session })).toEqual([]);
  });

  it.each(dossiers)("is the same once written and read again: %s", (_name, { quote }) => {
    expect(parse(quoteSchema, JSON.parse(JSON.stringify(quote)))).toEqual({ ok: true, value: quote });
  });
});

it("is not one of a few", () => {
  expect(dossiers.length).toBeGreaterThanOrEqual(40);
});
