import { checkTicket } from "@kairos/core";
import { describe, expect, it } from "vitest";
import { anIncidentSituation } from "../../examples/incident.js";

const codes = (...args: Parameters<typeof anIncidentSituation>) => checkTicket(anIncidentSituation(...args)).map(({ code }) => code);

describe("a file of an incident", () => {
  it("of which nothing was said lacks each of these", () => {
    const nothing = {
      portalUser: undefined,
      occurredAt: undefined,
      message: undefined,
      steps: undefined,
      browser: undefined,
      screenshots: [],
      pictureChecked: false,
      cause: undefined,
      contact: undefined,
    };
    expect(codes(nothing)).toEqual([
      "ticket.user-id-missing",
      "ticket.time-missing",
      "ticket.message-missing",
      "ticket.action-missing",
      "ticket.browser-missing",
      "ticket.screenshot-missing",
    ]);
  });

  it.each([
    ["now", "2026-12-07T08:30:00.000Z", []],
    ["a moment later", "2026-12-07T08:30:00.001Z", ["ticket.time-in-future"]],
  ])("that happened %s", (_name, occurredAt, expected) => {
    expect(codes({ occurredAt })).toEqual(expected);
  });

  it.each([
    ["to whom its cause calls for", { cause: "forbidden-portal", contact: "account-manager" }, []],
    ["to somebody else", { cause: "forbidden-portal", contact: "agency" }, ["ticket.wrong-channel"]],
    ["to nobody yet", { cause: "forbidden-portal", contact: undefined }, []],
    ["without a cause", { cause: undefined, contact: "agency" }, []],
    ["with a cause of another version", { cause: "moon-phase", contact: "agency" }, []],
    ["with a cause named as what every object has", { cause: "toString", contact: "agency" }, []],
  ] as const)("is sent %s", (_name, incident, expected) => {
    expect(codes(incident)).toEqual(expected);
  });

  it.each([
    ["a password", "mot de passe : Soleil2026!", ["ticket.secret-present"]],
    ["a token", "https://exemple.test/?token=a1B2c3D4e5F6g7H8", ["ticket.secret-present"]],
    ["somebody's name", "Camille Durand", ["ticket.personal-data"]],
    ["a name and a password", "Camille Durand, mot de passe : Soleil2026!", ["ticket.secret-present", "ticket.personal-data"]],
  ])("that holds %s is held back, wherever it stands", (_name, text, expected) => {
    for (const field of ["message", "steps", "browser"]) expect(codes({ [field]: text }), field).toEqual(expected);
  });

  it("that lacks its texts holds nothing", () => {
    expect(codes({ message: undefined, steps: undefined, browser: undefined })).toEqual([
      "ticket.message-missing",
      "ticket.action-missing",
      "ticket.browser-missing",
    ]);
  });
});
