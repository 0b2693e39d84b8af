import { describe, expect, it } from "vitest";
import { changesOf, differenceOf, isSame } from "../../../packages/bot/src/fronts/discord/deploy.js";
import { registrationOf } from "../../../packages/bot/src/fronts/discord/registration.js";
import { allCommands } from "../desk.js";

type Part = Readonly<Record<string, unknown>>;
const wanted: readonly Part[] = registrationOf(await allCommands()).map((body) => ({ ...body }));

const reference: Part = { type: 3, name: "reference", description: "Laquelle", required: true, autocomplete: true };
const kind: Part = { type: 3, name: "genre", description: "Lequel", choices: [{ name: "AIF", value: "aif" }] };
const line: Part = { type: 4, name: "ligne", description: "Laquelle", required: false, min_value: 0 };
const quote: Part = withOptions(reference, kind, line);
const menu: Part = { type: 2, name: "Ouvrir le dossier", name_localizations: { "en-GB": "Open the file" }, contexts: [0] };

function withOptions(...options: readonly Part[]): Part {
  return {
    type: 1,
    name: "devis",
    name_localizations: { fr: "devis", "en-GB": "quote" },
    description: "Les devis",
    contexts: [0],
    integration_types: [0],
    options: [{ type: 1, name: "voir", description: "Voir", options }],
  };
}

/** A command as Discord gives it back: ids, versions, and what it says of everything we left out. */
function given(command: Part, isCommand = true): Part {
  const options = (command.options as readonly Part[] | undefined)?.map((option) => given(option, false));
  const { required, ...others } = command;
  const own = {
    id: "900000000000000010",
    application_id: "900000000000000001",
    version: "900000000000000011",
    default_member_permissions: null,
    dm_permission: false,
    nsfw: false,
    contexts: null,
    integration_types: [0],
    description: "",
  };
  return {
    ...(isCommand ? own : {}),
    name_localizations: null,
    description_localizations: null,
    ...others,
    ...(required === true ? { required } : {}),
    ...(options === undefined ? {} : { options }),
  };
}

const compare = (there: readonly Part[], ours: readonly Part[] = [quote, menu]) => differenceOf(there, ours, "everywhere");

describe("the deployed commands against ours", () => {
  it("are the same however Discord gives them back", () => {
    expect(isSame(compare([given(menu), given(quote)]))).toBe(true);
    const registered = wanted.map((command) => given(command));
    expect(isSame(compare(registered, wanted))).toBe(true);
    expect(isSame(compare([given({ ...quote, something_new: { of: "Discord" } }), given(menu)]))).toBe(true);
  });

  it("are named when they are new, changed or gone", () => {
    const other = given({ ...quote, name: "facture" });
    expect(compare([given({ ...menu, name: "Ancien" }), other, given({ ...quote, description: "Autre" })])).toEqual({
      added: ["« Ouvrir le dossier »"],
      changed: ["/devis"],
      removed: ["« Ancien »", "/facture"],
    });
    expect(changesOf({ added: ["/a", "/b"], changed: [], removed: ["« C »"] })).toEqual({
      fr: "nouvelles : /a, /b ; retirées : « C »",
      en: "new: /a, /b; removed: « C »",
    });
  });

  it.each<readonly [string, Part]>([
    ["a right to see it", { ...quote, default_member_permissions: "32" }],
    ["an age", { ...quote, nsfw: true }],
    ["a place", { ...quote, contexts: [0, 1] }],
    ["a language", { ...quote, name_localizations: { fr: "devis", "en-GB": "quote", id: "penawaran" } }],
    ["a translation", { ...quote, name_localizations: { fr: "devis", "en-GB": "estimate" } }],
    ["an option", withOptions(reference, kind, line, { type: 3, name: "note", description: "Laquelle" })],
    ["the order of options", withOptions(kind, reference, line)],
    ["an option that is required", withOptions(reference, kind, { ...line, required: true })],
    ["an option that no longer completes", withOptions({ ...reference, autocomplete: false }, kind, line)],
    ["a limit", withOptions(reference, kind, { ...line, max_value: 9 })],
    ["a limit of zero", withOptions(reference, kind, { ...line, min_value: undefined })],
    ["a choice", withOptions(reference, { ...kind, choices: [{ name: "AIF", value: "aif-2" }] }, line)],
  ])("differ by %s, whichever side has it", (_what, changed) => {
    expect(compare([given(changed)], [quote]).changed).toEqual(["/devis"]);
    expect(compare([given(quote)], [changed]).changed).toEqual(["/devis"]);
  });

  it("are not compared by their place inside one server, where Discord does not keep it", () => {
    const { contexts: _contexts, integration_types: _types, ...there } = given(quote);
    expect(isSame(differenceOf([there], [quote], "900000000000000002"))).toBe(true);
    expect(isSame(differenceOf([{ ...there, description: "Autre" }], [quote], "900000000000000002"))).toBe(false);
  });
});
