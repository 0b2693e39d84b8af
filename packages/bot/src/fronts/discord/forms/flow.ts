import { accessRefusals, findNir, formatInstant, type IsoDate, identifierRules, inputRules, type Problem, raise } from "@kairos/core";
import { MessageFlags } from "discord.js";
import { authorise } from "../../../authorise.js";
import type { LoadedCommand } from "../../../command.js";
import { establishmentOf } from "../../../establishment.js";
import { readInput } from "../../../read-input.js";
import type { Draft } from "../../../store/chat.js";
import type { Suggestion } from "../../../store/store.js";
import { withoutNames, withoutSecrets } from "../../../without-secrets.js";
import { zoneOf } from "../../../zone.js";
import { knownTo } from "../../shared/forms.js";
import { optionOf, stepsOf } from "../../shared/moves.js";
import { suggestFor } from "../../shared/suggest.js";
import { limits } from "../limits.js";
import type { DeskPorts } from "../ports.js";
import { type Asking, actorOf, askerOf, type Clicking, languageOf, type Submitting } from "../requests.js";
import { acknowledge, acknowledgeClick, onlyOnce, show } from "../respond.js";
import { mayRun, runCommand, standingFor } from "../run-command.js";
import type { Typed } from "../typed.js";
import { modalOf } from "./modal.js";
import { againControls, dropped, refusal, unchanged, waiting } from "./notes.js";
import { runDraft } from "./run.js";
import { readSubmitted } from "./submitted.js";

/** Shows the first step of a form: the first answer Discord gets, so that little is done before. */
export async function openForm(interaction: Asking | Clicking, typed: Typed, ports: DeskPorts, asks?: readonly string[]): Promise<void> {
  const { command } = typed;
  const attachments = withoutNames(command.options, typed.attachments);
  const carried = Object.entries(typed.values).filter(([name]) => !typed.attachments.has(name) || attachments.has(name));
  const spoken = withoutSecrets(command.options, Object.fromEntries(carried));
  // Refused as any other attempt, and nothing of it is kept.
  const standing = await standingFor(interaction, ports);
  const scope = authorise(command, standing);
  if (findNir(spoken) !== undefined || !scope.ok) return runCommand(interaction, { ...typed, attachments: new Map() }, ports);
  const files = Object.fromEntries([...attachments].map(([name, { name: fileName, url, size }]) => [name, { name: fileName, url, size }]));
  // What is at hand already, the message it was picked from holding it, is not asked again.
  const provider = establishmentOf(command, standing, scope.value, spoken.etablissement);
  const place = provider.ok || Object.hasOwn(spoken, "etablissement") ? [] : [["etablissement"]];
  const values = provider.ok ? { ...momentOf(typed, zoneOf(provider.value)), ...spoken } : spoken;
  // The establishment first: a file is only taken along from the last step.
  const steps = [...place, ...(asks === undefined ? stepsOf(command) : inSteps(asks))]
    .map((step) => step.filter((name) => !Object.hasOwn(files, name)))
    .filter((step) => step.length > 0);
  if (steps.length === 0) return runCommand(interaction, typed, ports);
  const own = { id: interaction.id, actor: interaction.user.id, path: command.path, at: ports.clock() };
  const looked = { provider: provider.ok ? provider.value : undefined, values, actor: actorOf(interaction), now: own.at };
  const known = await knownTo(command, looked, standing, (look) => ports.database.read(interaction.guildId, scope.value, look));
  const draft: Draft = { ...own, values, known, files, steps, attempt: 0 };
  await ports.database.drafts.begin(interaction.guildId, draft);
  await showStep(interaction, command, draft, 0, ports);
}

/** A button under a form that waits: its next step, or the same again. */
export async function reopenForm(interaction: Clicking, id: string, step: number, ports: DeskPorts): Promise<void> {
  const found = await ownDraft(interaction, id, ports);
  if ("problem" in found)
    return void (await interaction.reply({ ...refusal(found.problem, interaction, ports), flags: MessageFlags.Ephemeral }));
  if (found.draft.ended === true) {
    await acknowledgeClick(interaction);
    return runDraft(interaction, found.command, found.draft, new Map(), ports);
  }
  if (!(await mayRun(interaction, found.command, ports))) {
    await acknowledgeClick(interaction);
    return runDraft(interaction, found.command, { ...found.draft, values: {}, known: {}, files: {} }, new Map(), ports);
  }
  await showStep(interaction, found.command, found.draft, step, ports);
}

export async function dropForm(interaction: Clicking, id: string, ports: DeskPorts): Promise<void> {
  await acknowledgeClick(interaction);
  const found = await ownDraft(interaction, id, ports);
  if ("problem" in found) return show(interaction, refusal(found.problem, interaction, ports));
  if (found.draft.ended === true) return runDraft(interaction, found.command, found.draft, new Map(), ports);
  await ports.database.drafts.remove(interaction.guildId, id);
  await show(interaction, dropped(languageOf(interaction, "private")));
}

/** The rest of a form is left blank. */
export async function finishForm(interaction: Clicking, id: string, ports: DeskPorts): Promise<void> {
  await acknowledgeClick(interaction);
  const found = await ownDraft(interaction, id, ports);
  if ("problem" in found) return show(interaction, refusal(found.problem, interaction, ports));
  if (changesNothing(found.draft, new Map())) return show(interaction, unchanged(languageOf(interaction, "private")));
  await runDraft(interaction, found.command, found.draft, new Map(), ports);
}

/** A step was sent: it is kept, judged, and followed by the next one or by the command itself. */
export async function submitForm(interaction: Submitting, id: string, step: number, ports: DeskPorts): Promise<void> {
  await acknowledge(interaction);
  const found = await ownDraft(interaction, id, ports);
  if ("problem" in found) return show(interaction, refusal(found.problem, interaction, ports));
  const { command, draft } = found;
  const language = languageOf(interaction, "private");
  const { values: typed, attachments } = readSubmitted(interaction, command);
  const sent = withoutSecrets(command.options, typed);
  if (draft.ended === true || draft.tried?.by === interaction.id) return runDraft(interaction, command, draft, attachments, ports);
  // Whatever was sent, in whichever field or file name, and by whoever may not: nothing of it is kept.
  if (findNir(sent) !== undefined)
    return show(interaction, refusal([raise(identifierRules, "id.nir-detected", [], {})], interaction, ports));
  const standing = await standingFor(interaction, ports);
  if (!authorise(command, standing).ok) {
    return runDraft(interaction, command, { ...draft, values: {}, known: {}, files: {} }, new Map(), ports);
  }
  const values = filledIn(draft, sent);
  const filled = { ...draft, values, at: ports.clock() };
  const problems = problemsOf(command, draft.steps[step] ?? [], values, standing.today);
  await ports.database.drafts.save(interaction.guildId, filled);
  if (problems.length > 0) {
    return show(interaction, { ...refusal(problems, interaction, ports, command.path), components: againControls(id, step, language) });
  }
  if (step + 1 < draft.steps.length) return show(interaction, waiting(command, filled, step + 1, language));
  if (changesNothing(filled, attachments)) return show(interaction, unchanged(language));
  await runDraft(interaction, command, filled, attachments, ports);
}

/** What was typed and what was changed; a field left as the desk had it says nothing new. */
function filledIn({ values, known }: Draft, sent: Draft["values"]): Draft["values"] {
  const said = Object.entries(sent).filter(([name, text]) => Object.hasOwn(values, name) || text !== known[name]);
  return Object.fromEntries(Object.entries({ ...values, ...Object.fromEntries(said) }).filter(([, text]) => text.trim() !== ""));
}

/** A record was shown, and sent back as it was. */
function changesNothing({ values, known, steps, ended }: Draft, attachments: Typed["attachments"]): boolean {
  if (ended === true) return false;
  return Object.keys(known).length > 0 && attachments.size === 0 && steps.flat().every((name) => !Object.hasOwn(values, name));
}

/** When the message was written that a form starts from, on the clocks of the establishment. */
function momentOf({ command: { menu, options }, writtenAt }: Typed, zone: string): Draft["values"] {
  const option = options[menu?.also?.moment ?? ""];
  return writtenAt === undefined || option === undefined ? {} : { [option.words.fr[0]]: formatInstant(writtenAt, zone) };
}

async function showStep(
  interaction: Asking | Clicking,
  command: LoadedCommand,
  draft: Draft,
  step: number,
  ports: DeskPorts,
): Promise<void> {
  const language = languageOf(interaction, "private");
  const { workspace } = askerOf(interaction);
  const offers = new Map<string, readonly Suggestion[]>();
  for (const name of draft.steps[step] ?? []) {
    const option = optionOf(command, name);
    if (option?.suggests === undefined || option.suggests === "person") continue;
    const found = await suggestFor(ports, { workspace, actor: actorOf(interaction), command, option, typed: "", language });
    // A full list may hide the right one: it is then typed.
    if (found.length < limits.choices) offers.set(name, found);
  }
  await onlyOnce(() => interaction.showModal(modalOf({ command, draft, step, language, offers })));
}

async function ownDraft(interaction: Clicking | Submitting, id: string, { database, commands }: DeskPorts) {
  const draft = await database.drafts.get(interaction.guildId, id);
  const command = draft && commands.get(draft.path);
  if (draft === undefined || command === undefined) return { problem: [raise(inputRules, "input.expired", [], {})] };
  if (draft.actor !== interaction.user.id) return { problem: [raise(accessRefusals, "access.not-yours", [], {})] };
  return { draft, command };
}

/** What is wrong with one step; a file is judged when it is fetched. */
function problemsOf(command: LoadedCommand, names: readonly string[], values: Draft["values"], today: IsoDate): readonly Problem[] {
  const asked = Object.entries(command.options).filter(([, { words, kind }]) => names.includes(words.fr[0]) && kind !== "file");
  const own = new Set(asked.map(([, { words }]) => words.fr[0]));
  const options = Object.fromEntries(Object.entries(values).filter(([name]) => own.has(name)));
  const read = readInput({ options: Object.fromEntries(asked) }, { options }, today);
  return read.ok ? [] : read.problems;
}

function inSteps(names: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(names.length / limits.modalParts);
  return Array.from({ length: count }, (_, step) => names.slice(step * limits.modalParts, (step + 1) * limits.modalParts));
}
