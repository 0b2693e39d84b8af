import { join } from "node:path";
import {
  appointmentWorkflow,
  type IncidentAction,
  type InvoiceAction,
  incidentWorkflow,
  invoiceWorkflow,
  listingWorkflow,
  membershipWorkflow,
  type Permission,
  type ProfileId,
  permissionLabels,
  permissions,
  profileIds,
  profiles,
  quoteWorkflow,
} from "@kairos/core";
import { beforeAll, describe, expect, it } from "vitest";
import { commandsInOne } from "../../packages/bot/commands-in-one.mjs";
import { type Commands, type LoadedCommand, rightsFor } from "../../packages/bot/src/command.js";
import { englishNouns } from "../../packages/bot/src/commands/aide/aide.js";
import { stepLabels } from "../../packages/bot/src/dossiers/memberships.js";
import { parseLine } from "../../packages/bot/src/fronts/shared/line/parse-line.js";
import { wordsOf } from "../../packages/bot/src/fronts/shared/nouns.js";
import { commandsIn, loadCommands } from "../../packages/bot/src/load-commands.js";
import { commandFolder, openFoundedDesk } from "./desk.js";

let commands: Commands;
beforeAll(async () => {
  commands = await loadCommands(commandFolder);
});

describe("every command", () => {
  it("is part of the program that is built", async () => {
    let written: Promise<unknown> | undefined;
    const onLoad = (_: unknown, load: (of: { readonly path: string }) => Promise<unknown>) => {
      written = load({ path: join(commandFolder, "..", "command-folder.ts") });
    };
    await commandsInOne.setup({ onLoad } as never);
    const { contents } = (await written) as { readonly contents: string };
    const { commandModules } = await import("../../packages/bot/src/command-folder.js");
    expect(commandsIn(commandModules)).toEqual(commands);
    expect([...contents.matchAll(/from "\.\/commands\/(.+)";/g)].map(([, file]) => file)).toEqual(Object.keys(commandModules));
  });

  it("has a name, a description and options that a chat accepts, in both languages", () => {
    const faults = [...commands.values()].flatMap((command) => [
      ...wordFaults(command.path, command.words),
      ...Object.values(command.options).flatMap((option) => [...wordFaults(`${command.path} ${option.words.fr[0]}`, option.words)]),
      ...(Object.keys(command.options).length > 25 ? [`${command.path}: more than 25 options`] : []),
      ...repeated(Object.values(command.options).map((option) => option.words.fr[0])).map((name) => `${command.path}: two options ${name}`),
      ...repeated(Object.values(command.options).map((option) => option.words.en[0])).map((name) => `${command.path}: two options ${name}`),
    ]);
    expect(faults).toEqual([]);
  });

  it("asks for a right that exists, or says that it asks for none", () => {
    const known = new Set<string>([...permissions, "founding", "none", "trainee"]);
    expect([...commands.values()].filter(({ needs }) => [needs].flat().some((need) => !known.has(need))).map(({ path }) => path)).toEqual(
      [],
    );
    expect([...commands.values()].filter(({ needs }) => needs === "none").map(({ path }) => path)).toEqual(["aide"]);
  });

  it("answers in private", () => {
    expect([...commands.values()].filter(({ visibility }) => visibility !== "private").map(({ path }) => path)).toEqual([]);
  });

  it("shows an example that reads as that very command, with known options", () => {
    for (const command of commands.values()) {
      const parsed = parseLine(command.example, commands);
      expect(parsed.ok && parsed.path, command.example).toBe(command.path);
    }
  });

  it("asks for the right its transition names", () => {
    const asked: [string, readonly (keyof typeof quoteWorkflow)[]][] = [
      ["devis soumettre", ["submit"]],
      ["devis approuver", ["approve", "decline"]],
      ["devis decision", ["review", "accept", "refuse", "request-correction", "close"]],
      ["devis annuler", ["cancel"]],
      ["devis expirer", ["expire"]],
      ["devis corriger", ["revise"]],
      ["devis frais", ["revise"]],
    ];
    const path: [string, readonly (keyof typeof membershipWorkflow)[]][] = [
      ["adhesion preparer", ["prepare"]],
      ["adhesion etape", Object.keys(stepLabels) as (keyof typeof stepLabels)[]],
    ];
    const life: [string, keyof typeof appointmentWorkflow][] = [
      ["rdv proposer", "propose"],
      ["rdv confirmer", "confirm"],
      ["rdv deplacer", "move"],
      ["rdv excuser", "excuse"],
      ["rdv absent", "miss"],
      ["rdv tenu", "hold"],
      ["rdv annuler", "cancel"],
    ];
    const reported: [string, IncidentAction][] = [
      ["incident completer", "complete"],
      ["incident envoye", "send"],
      ["incident reponse", "answer"],
      ["incident resolu", "solve"],
      ["incident rouvrir", "reopen"],
      ["incident abandonner", "drop"],
    ];
    expect(reported.map(([, action]) => action).sort()).toEqual(Object.keys(incidentWorkflow).sort());
    for (const [path, action] of reported) expect(commands.get(path)?.needs, path).toContain(incidentWorkflow[action].needs);
    const billing: [string, InvoiceAction][] = [["facture emettre", "issue"]];
    for (const [path, action] of billing) expect(commands.get(path)?.needs, path).toBe(invoiceWorkflow[action].needs);
    expect(life.map(([, action]) => action).sort()).toEqual(Object.keys(appointmentWorkflow).sort());
    for (const [path, action] of life) expect(commands.get(path)?.needs, path).toBe(appointmentWorkflow[action].needs);
    expect(path.flatMap(([, actions]) => actions).sort()).toEqual(Object.keys(membershipWorkflow).sort());
    const listed = Object.keys(listingWorkflow) as (keyof typeof listingWorkflow)[];
    for (const action of listed) expect(commands.get("session visibilite")?.needs, action).toBe(listingWorkflow[action].needs);
    for (const [noun, actions] of path)
      for (const action of actions) expect(commands.get(noun)?.needs, `${noun} ${action}`).toBe(membershipWorkflow[action].needs);
    expect(asked.flatMap(([, actions]) => actions).sort()).toEqual([...new Set(Object.keys(quoteWorkflow)), "revise"].sort());
    for (const [path, actions] of asked)
      for (const action of actions) expect(commands.get(path)?.needs, `${path} ${action}`).toBe(quoteWorkflow[action].needs);
  });

  it("is found by the help under its French and its English name", async () => {
    const nouns = [...new Set([...commands.values()].map(({ noun }) => noun))];
    expect(nouns.map((noun) => englishNouns[noun] ?? noun)).toEqual(nouns.map((noun) => wordsOf(noun).en[0]));
    const desk = await openFoundedDesk();
    const found = async (about: string) =>
      ((await desk.type("gestionnaire", `/aide sujet:"${about}"`)).reply.data as { commands: readonly string[] }).commands;
    expect(await found("quote")).toEqual(await found("devis"));
    expect(await found("/quote submit")).toEqual(["devis soumettre"]);
    expect(await found("Trainee")).toEqual(await found("stagiaire"));
    expect(await found("session")).toEqual(["session calendrier", "session doublons", "session exporter", "session liste", "session voir"]);
    expect(await found("help")).toEqual(["aide"]);
    await desk.close();
  });

  it("is printed in docs/commands.md", async () => {
    await expect(printed(commands)).toMatchFileSnapshot("../../docs/commands.md");
  });
});

function wordFaults(where: string, words: LoadedCommand["words"]): readonly string[] {
  return (["fr", "en"] as const).flatMap((language) => {
    const [name, description] = words[language];
    return [
      ...(/^[\p{Ll}\p{N}_-]{1,32}$/u.test(name) ? [] : [`${where}: the name "${name}" is not one`]),
      ...(description.length >= 1 && description.length <= 100
        ? []
        : [`${where}: the ${language} description has ${description.length} characters`]),
    ];
  });
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function printed(all: Commands): string {
  const nouns = [...new Set([...all.values()].map(({ noun }) => noun))];
  const sections = nouns.map((noun) => {
    const own = [...all.values()].filter((command) => command.noun === noun);
    return [`## /${noun}`, "", ...own.flatMap(described)].join("\n");
  });
  const header = `| Commande | Droit | ${profileIds.map((id) => profiles[id].label.fr).join(" | ")} |`;
  const rule = `| --- | --- | ${profileIds.map(() => ":-:").join(" | ")} |`;
  const grid = [...all.values()].map(
    (command) => `| \`/${command.path}\` | ${rightOf(command)} | ${profileIds.map((id) => mark(command, id)).join(" | ")} |`,
  );
  return [
    "# Les commandes",
    "",
    "Imprimé par les tests depuis `packages/bot/src/commands` : une commande, un fichier. Toutes répondent en privé.",
    "",
    "## Qui peut quoi",
    "",
    "Un profil donne des droits ; une commande en demande un. Rien n'est permis par défaut.",
    "",
    header,
    rule,
    ...grid,
    "",
    ...sections,
  ].join("\n");
}

function described(command: LoadedCommand): readonly string[] {
  const options = Object.values(command.options).map((option) => {
    const choices = option.choices === undefined ? "" : ` (${option.choices.map(({ label }) => label.fr).join(", ")})`;
    return `- \`${option.words.fr[0]}\`${option.required ? "" : " (facultatif)"} : ${option.words.fr[1]}${choices}`;
  });
  return [
    `### /${command.path}`,
    "",
    `${command.words.fr[1]}.`,
    ...mannersOf(command),
    "",
    `    ${command.example}`,
    "",
    ...options,
    ...(options.length > 0 ? [""] : []),
  ];
}

/** How it answers in a chat, beyond the usual. */
function mannersOf({ final, form, menu, publishable }: LoadedCommand): readonly string[] {
  const manners = [
    ...(final === true ? ["Dans Discord, montre d'abord un aperçu, à confirmer."] : []),
    ...(form === undefined
      ? []
      : [form.length === 1 ? "Sans option, ouvre un formulaire." : `Sans option, ouvre un formulaire en ${form.length} étapes.`]),
    ...(menu === undefined ? [] : [`Aussi dans le menu ${menu.on === "user" ? "d'une personne" : "d'un message"} : « ${menu.name.fr} ».`]),
    ...(publishable === true ? ["La réponse peut être publiée dans le salon, avec le droit de le faire."] : []),
  ];
  return manners.length === 0 ? [] : ["", manners.join(" ")];
}

function rightOf({ needs }: LoadedCommand): string {
  if (needs === "none") return "aucun";
  if (needs === "founding") return "espace encore vide";
  if (needs === "trainee") return "un compte de stagiaire";
  return rightsFor(needs)
    .map((right) => permissionLabels[right].fr)
    .join(" ou ");
}

function mark({ needs }: LoadedCommand, profile: ProfileId): string {
  if (needs === "none" || needs === "founding" || needs === "trainee") return needs === "none" ? "✔" : "–";
  const given: readonly Permission[] = profiles[profile].permissions;
  return rightsFor(needs).some((right) => given.includes(right)) ? "✔" : "";
}
