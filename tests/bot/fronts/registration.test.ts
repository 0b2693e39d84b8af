import { describe, expect, it } from "vitest";
import { limits } from "../../../packages/bot/src/fronts/discord/limits.js";
import { registrationOf } from "../../../packages/bot/src/fronts/discord/registration.js";
import { optionOf, stepsOf } from "../../../packages/bot/src/fronts/shared/moves.js";
import { nouns } from "../../../packages/bot/src/fronts/shared/nouns.js";
import { allCommands } from "../desk.js";

const commands = await allCommands();
const all = registrationOf(commands);
const body = all.filter(({ type }) => type === undefined || type === 1);
const menus = all.filter(({ type }) => type === 2 || type === 3);

interface Part {
  readonly name: string;
  readonly type?: number;
  readonly description?: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly name_localizations?: Readonly<Record<string, string | null>> | null;
  readonly description_localizations?: Readonly<Record<string, string | null>> | null;
  readonly options?: readonly Part[];
  readonly choices?: readonly Part[];
  readonly value?: string | number;
}

/** Every name that is a fault by Discord's rules, with where it stands. */
function faultsOf(part: Part, place = `/${part.name}`): readonly string[] {
  const faults: string[] = [];
  const check = (sound: boolean, what: string) => void (sound || faults.push(`${place}: ${what}`));
  for (const name of [part.name, ...Object.values(part.name_localizations ?? {})]) {
    check(/^[-_'\p{L}\p{N}]{1,32}$/u.test(name ?? "") && name === name?.toLowerCase(), `name « ${name} »`);
  }
  for (const description of [part.description, ...Object.values(part.description_localizations ?? {})]) {
    check(
      (description ?? "").length >= 1 && (description ?? "").length <= limits.description,
      `description of ${description?.length} letters « ${description} »`,
    );
  }
  for (const locale of ["fr", "en-GB", "en-US"])
    check(
      part.name_localizations?.[locale] !== undefined && part.description_localizations?.[locale] !== undefined,
      `no words in ${locale}`,
    );
  const options = part.options ?? [];
  const choices = part.choices ?? [];
  check(options.length <= limits.options, `${options.length} options`);
  check(choices.length <= limits.choices, `${choices.length} choices`);
  check(!(part.autocomplete === true && choices.length > 0), "both choices and completion");
  const required = options.map((option) => option.required === true);
  check(
    required.lastIndexOf(true) < (required.indexOf(false) === -1 ? Infinity : required.indexOf(false)),
    "a required option after an optional one",
  );
  check(new Set(options.map(({ type }) => type === 1)).size <= 1, "sub-commands beside options");
  for (const locale of ["fr", "en-GB", "en-US"]) {
    const seen = options.map((option) => option.name_localizations?.[locale] ?? option.name);
    check(new Set(seen).size === seen.length, `the same name twice in ${locale}`);
    for (const [index, name] of seen.entries())
      check(!options.some((other, at) => at !== index && other.name === name), `« ${name} » (${locale}) is another option's own name`);
  }
  for (const choice of choices) {
    for (const name of [choice.name, ...Object.values(choice.name_localizations ?? {})])
      check((name ?? "").length >= 1 && (name ?? "").length <= limits.choiceName, `choice « ${name} »`);
    check(String(choice.value).length <= limits.choiceValue, `value « ${choice.value} »`);
  }
  return [...faults, ...options.flatMap((option) => faultsOf(option, `${place} ${option.name}`))];
}

/** Letters that Discord counts: names, descriptions and values, in the longest language. */
function lettersOf(part: Part): number {
  const longest = (own: string, others: Part["name_localizations"]) =>
    Math.max(own.length, ...Object.values(others ?? {}).map((text) => text?.length ?? 0));
  const inside = [...(part.options ?? []), ...(part.choices ?? [])].reduce((sum, one) => sum + lettersOf(one), 0);
  return (
    inside +
    longest(part.name, part.name_localizations) +
    longest(part.description ?? "", part.description_localizations) +
    String(part.value ?? "").length
  );
}

describe("the commands as Discord registers them", () => {
  it.each(body.map((one) => [one.name, one] as const))("/%s respects every limit", (_name, one) => {
    expect(faultsOf(one as Part)).toEqual([]);
    expect(lettersOf(one as Part)).toBeLessThanOrEqual(limits.command);
  });

  it("offers menus on people and messages, named in each language", () => {
    const names = menus.flatMap(({ name, name_localizations }) => [name, ...Object.values(name_localizations ?? {})]);
    expect(names.filter((name) => (name ?? "").length < 1 || (name ?? "").length > limits.menuName)).toEqual([]);
    for (const { name_localizations } of menus) expect(Object.keys(name_localizations ?? {})).toEqual(["fr", "en-GB", "en-US"]);
    for (const type of [2, 3]) expect(menus.filter((one) => one.type === type).length).toBeLessThanOrEqual(limits.menus);
    expect(menus.map(({ name }) => name)).toEqual([
      "Habiliter",
      "Vérifier un lien",
      "Voir les droits",
      "Joindre à un devis",
      "Préparer un incident",
    ]);
  });

  it("hides the keys of the house from those who do not run it", () => {
    const hidden = all.filter(({ default_member_permissions }) => default_member_permissions === "32").map(({ name }) => name);
    expect(hidden).toEqual(["acces", "donnees", "journal", "organisme", "Habiliter", "Voir les droits"]);
  });

  it("asks what a form asks in that form only: no option of it has to be typed", () => {
    for (const command of commands.values())
      for (const name of stepsOf(command).flat()) {
        const [noun] = body.filter((one) => one.name === command.noun) as Part[];
        const own = noun?.options?.find((one) => one.name === command.verb)?.options?.find((one) => one.name === name);
        expect(own?.required, `${command.path} ${name}`).toBe(false);
      }
  });

  it("gives each form five fields at most, each with a name that can be read whole", () => {
    const faults = [...commands.values()].flatMap((command) =>
      stepsOf(command).flatMap((step, index) => [
        ...(step.length < 1 || step.length > limits.modalParts ? [`${command.path}: step ${index + 1} has ${step.length} fields`] : []),
        ...step.flatMap((name) => {
          const option = optionOf(command, name);
          if (option === undefined) return [`${command.path} ${name}: no such option`];
          if (option.kind === "file" && index + 1 < stepsOf(command).length)
            return [`${command.path} ${name}: a file before the last step`];
          return (["fr", "en"] as const)
            .filter((language) => (option.words[language][2] ?? option.words[language][1]).length > limits.label)
            .map((language) => `${command.path} ${name}: a label of more than ${limits.label} letters (${language})`);
        }),
      ]),
    );
    expect(faults).toEqual([]);
  });

  it("never previews what comes with a file: a confirmation would not have it any more", () => {
    const faults = [...commands.values()].filter(
      (one) => one.final === true && Object.values(one.options).some(({ kind }) => kind === "file"),
    );
    expect(faults.map(({ path }) => path)).toEqual([]);
  });

  it("names the offender", () => {
    const broken: Part = { ...(body[1] as Part), options: [{ name: "Vérifier", type: 3, description: "x".repeat(101) }] };
    expect(faultsOf(broken)).toEqual(expect.arrayContaining([expect.stringContaining("Vérifier: name « Vérifier »")]));
    expect(faultsOf(broken).join("\n")).toContain("description of 101 letters");
  });

  it("are few enough, live in servers only, and each family is described", () => {
    expect(body.length).toBeLessThanOrEqual(limits.commands);
    expect(new Set(body.map(({ name }) => name)).size).toBe(body.length);
    for (const one of body) expect(one).toMatchObject({ contexts: [0], integration_types: [0] });
    expect(body.map(({ name }) => name).filter((name) => nouns[name] === undefined)).toEqual([]);
  });
});
