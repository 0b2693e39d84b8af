import { interactionOf } from "../tests/bot/fronts/loopback.js";
import { type Discord, type Exchange, inFolder, openDiscord, percentile, startBot } from "./discord.js";
import { report } from "./report.js";

// The bot under a steady hundred interactions a second, on a file, beside a Discord in another process. They are
// delivered whether or not the earlier ones are answered, as people would.
const perSecond = 100;
const seconds = Number(process.env.KAIROS_BENCH_SECONDS ?? 60);
const manager = "800000000000000001";
const clerks = Array.from({ length: 10 }, (_, index) => `8000000000000001${String(index).padStart(2, "0")}`);

const titles = ["Cariste CACES R489", "Soudure TIG", "Préparateur de commandes", "Accueil en français", "Plateau technique"];

interface Asked {
  readonly path: string;
  readonly options?: Readonly<Record<string, string | number>>;
  readonly focused?: string;
}

const discord = await openDiscord();
try {
  await inFolder(measure);
} finally {
  discord.close();
}

async function measure(folder: string): Promise<void> {
  const bot = await startBot(discord, folder);
  const known = await found();
  const mix = mixOf(known, seeded(20_261_124));
  for (const { ask } of mix) await answered(clerks[0] ?? "", ask());
  await deliver(perSecond * 5, mix);

  const before = bot.processorMs();
  const start = performance.now();
  const memory: number[] = [bot.memory()];
  const sampling = setInterval(() => memory.push(bot.memory()), 5_000);
  const { exchanges, late } = await deliver(perSecond * seconds, mix);
  clearInterval(sampling);
  const processor = (bot.processorMs() - before) / (performance.now() - start);
  await Promise.race([Promise.all(exchanges.map(({ over }) => over)), new Promise((resolve) => setTimeout(resolve, 15_000).unref())]);
  memory.push(bot.memory());
  const errors = bot.errors();
  await bot.stop();

  const answers = exchanges.filter((one) => one.answered !== undefined);
  const first = delays(exchanges, "acknowledged");
  const last = delays(exchanges, "answered");
  report({
    bar: `${perSecond} interactions a second for ${seconds} s, acknowledged, p99`,
    measured: `${ms(percentile(first, 0.99))} (p50 ${ms(percentile(first, 0.5))}, longest ${ms(Math.max(...first))})`,
    limit: "250 ms",
    passed: percentile(first, 0.99) < 250,
  });
  report({
    bar: "the same, answered in full, p99",
    measured: `${ms(percentile(last, 0.99))} (p50 ${ms(percentile(last, 0.5))}, longest ${ms(Math.max(...last))})`,
    limit: "1000 ms",
    passed: percentile(last, 0.99) < 1000,
  });
  report({
    bar: "the same, answers lost and errors logged",
    measured: `${exchanges.length - answers.length} of ${exchanges.length}, ${errors.length} errors`,
    limit: "0",
    passed: answers.length === exchanges.length && errors.length === 0,
  });
  const third = memory.length / 3;
  const middle = mean(memory.slice(Math.floor(third), Math.floor(2 * third)));
  const end = mean(memory.slice(Math.floor(2 * third)));
  report({
    bar: "the same, memory of the last third beside the second",
    measured: `${(end / middle).toFixed(2)} × (${middle.toFixed(0)} → ${end.toFixed(0)} MB)`,
    limit: "≤ 1.10 ×",
    passed: end <= middle * 1.1,
  });
  process.stderr.write(`  memory each 5 s: ${memory.map((one) => one.toFixed(0)).join(" ")} MB\n`);
  process.stderr.write(`  the bot's processor: ${(processor * 100).toFixed(0)} % of one; delivered late by at most ${ms(late)}\n`);
  for (const error of errors.slice(0, 3)) process.stderr.write(`  ${error}\n`);
}

/** A provider, ten clerks, twenty sessions, two hundred trainees, a hundred quotes: everything through real interactions. */
async function found() {
  await answered(manager, { path: "organisme demarrer", options: { siret: "99900014400017", nom: "Atelier des Rives Formation" } });
  const address = { rue: "12 rue des Chantiers", "code-postal": "33300", ville: "Bordeaux" };
  const records = { nda: "75331234533", region: "Nouvelle-Aquitaine", "qualiopi-fin": "31/05/2028", "attestation-tva": "01/03/2021" };
  await answered(manager, { path: "organisme completer", options: { ...address, ...records } });
  for (const profil of ["coordinateur pédagogique", "gestionnaire de devis"])
    for (const personne of clerks) await answered(manager, { path: "acces accorder", options: { personne, profil, motif: "Essai" } });
  const [clerk = ""] = clerks;
  const sessions: string[] = [];
  for (let number = 1; number <= 20; number++) {
    const reference = `SE-2026-${String(number).padStart(3, "0")}`;
    const dates = { debut: "07/12/2026", fin: "18/12/2026", "heures-centre": "70 h", lieu: "Bordeaux", prix: "1190" };
    await answered(clerk, {
      path: "session creer",
      options: { reference, intitule: `${titles[number % titles.length]} ${number}`, ...dates },
    });
    sessions.push(reference);
  }
  const trainees: string[] = [];
  for (let number = 1; number <= 200; number++) trainees.push(await referenceFrom(/T-\d{4,}/, clerk, traineeNamed(number)));
  const quotes: string[] = [];
  for (let number = 1; number <= 100; number++) {
    const options = { dispositif: "AIF", session: sessions[number % 20] ?? "", stagiaire: trainees[number] ?? "" };
    quotes.push(await referenceFrom(/DEV-\d{4}-\d{4,}/, clerk, { path: "devis creer", options }));
  }
  return { sessions, trainees, quotes };
}

type Known = Awaited<ReturnType<typeof found>>;

/** Out of a hundred: 35 completions, 45 readings, 20 writings. */
function mixOf({ sessions, trainees, quotes }: Known, random: () => number) {
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  const quote = () => ({ reference: one(quotes) });
  let added = 1000;
  const kinds: readonly { readonly share: number; readonly ask: () => Asked }[] = [
    { share: 15, ask: () => ({ path: "devis voir", options: { reference: one(["", "DEV", "cariste", "soud 7"]) }, focused: "reference" }) },
    { share: 10, ask: () => ({ path: "devis creer", options: { session: one(["SE", "cari", "plateau"]) }, focused: "session" }) },
    { share: 10, ask: () => ({ path: "devis creer", options: { stagiaire: one(["T-00", "durand", "mo"]) }, focused: "stagiaire" }) },
    { share: 12, ask: () => ({ path: "devis voir", options: quote() }) },
    { share: 12, ask: () => ({ path: "devis verifier", options: quote() }) },
    { share: 8, ask: () => ({ path: "devis liste" }) },
    { share: 6, ask: () => ({ path: "session liste" }) },
    { share: 7, ask: () => ({ path: "aide" }) },
    { share: 7, ask: () => traineeNamed(++added) },
    { share: 5, ask: () => ({ path: "devis creer", options: { dispositif: "AIF", session: one(sessions), stagiaire: one(trainees) } }) },
    { share: 8, ask: () => ({ path: "devis frais", options: { ...quote(), ligne: 1, prix: 15 + Math.floor(random() * 5) } }) },
  ];
  // Spread evenly: a kind comes back after so many others, never in a burst.
  const turns = kinds.flatMap(({ share, ask }) => Array.from({ length: share }, (_, turn) => ({ ask, at: (turn + random()) / share })));
  return turns.sort((a, b) => a.at - b.at);
}

/** One at a time at an even pace, never waiting for an answer. */
async function deliver(count: number, mix: ReturnType<typeof mixOf>) {
  const exchanges: ReturnType<Discord["deliver"]>[] = [];
  const start = performance.now();
  let late = 0;
  while (exchanges.length < count) {
    const wait = start + (exchanges.length * 1000) / perSecond - performance.now();
    if (wait > 0) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      continue;
    }
    late = Math.max(late, -wait);
    const asked = mix[exchanges.length % mix.length]?.ask();
    if (asked !== undefined) exchanges.push(discord.deliver(from(clerks[exchanges.length % clerks.length] ?? "", asked)));
  }
  return { exchanges, late };
}

/** The text of the answer, once it is there; an answer that refuses ends the benchmark. */
async function answered(user: string, asked: Asked): Promise<string> {
  const exchange = discord.deliver(from(user, asked));
  const tooLong = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`no answer to ${asked.path}`)), 10_000).unref());
  await Promise.race([exchange.over, tooLong]);
  if (/⛔|Refusé|n'a pas pu|n'a été/.test(exchange.text) && asked.path !== "devis verifier")
    throw new Error(`${asked.path}: ${exchange.text}`);
  return exchange.text;
}

async function referenceFrom(pattern: RegExp, user: string, asked: Asked): Promise<string> {
  const text = await answered(user, asked);
  const reference = pattern.exec(text)?.[0];
  if (reference === undefined) throw new Error(`no reference in ${text}`);
  return reference;
}

/** As Discord sends it; the founder administers the server. */
function from(user: string, asked: Asked) {
  const interaction = interactionOf({ user, ...asked }) as ReturnType<typeof interactionOf> & { member: object; readonly type: number };
  return user === manager ? { ...interaction, member: { ...interaction.member, permissions: "8" } } : interaction;
}

function traineeNamed(number: number): Asked {
  const names = ["Durand", "Morel", "Petit", "Lefèvre", "Moreau", "Garnier"];
  const options = {
    prenom: `Camille ${letters(number)}`,
    nom: names[number % names.length] ?? "",
    identifiant: String(10_203_040_000 + number),
  };
  return { path: "stagiaire ajouter", options };
}

/** A number in letters: a name holds no digit. */
function letters(number: number): string {
  return [...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("");
}

function delays(exchanges: readonly Exchange[], end: "acknowledged" | "answered"): readonly number[] {
  return exchanges.flatMap((one) => (one[end] === undefined ? [] : [one[end] - one.sent]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

/** The same draw at each run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
