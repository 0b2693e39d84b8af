import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { openDesk, openFoundedDesk, type TestDesk } from "./desk.js";

const open: TestDesk[] = [];
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close();
});

/** Two establishments that share people, and four who may set appointments. */
async function anOffice(file?: string): Promise<TestDesk> {
  const desk = await openFoundedDesk(file === undefined ? {} : { file });
  open.push(desk);
  for (const [person, line] of [
    ["rgc", "/acces accorder personne:formatrice profil:formateur motif:Cours"],
    ["gestionnaire", "/stagiaire ajouter prenom:Zoé nom:Petit"],
    ["rgc", "/organisme etablissement siret:99900014400025 nom:Rives Pau rgc:paul"],
    ["paul", "/acces accorder personne:pauline profil:assistant administratif motif:Accueil"],
  ] as const) {
    expect((await desk.type(person, line)).outcome, line).toBe("done");
  }
  return desk;
}

const quarter = fc.integer({ min: 0, max: 11 }).map((index) => `${9 + Math.floor(index / 4)}h${["00", "15", "30", "45"][index % 4]}`);
const when = fc.record({ day: fc.constantFrom("07/12/2026", "08/12/2026"), time: quarter, minutes: fc.constantFrom(15, 30, 45, 60, 90) });
const who = fc.record({
  trainee: fc.constantFrom("", "", " candidat:T-0001", " candidat:T-0002"),
  team: fc.subarray(["formatrice", "valideur", "conseiller Mme Martin", "coordinateur"], { minLength: 1, maxLength: 2 }),
  room: fc.constantFrom("", "", " salle:A 2", " salle:a-2", " salle:B"),
});
const taught = fc.record({
  hours: fc.constantFrom("9h-10h", "10h-11h", "9h-12h"),
  trainers: fc.constantFrom("formatrice", "valideur", "formatrice, coordinateur", "aucun"),
  room: fc.constantFrom("A 2", "B", "aucune"),
});
const planned: fc.Arbitrary<string> = fc.oneof(
  taught.map(
    ({ hours, trainers, room }) =>
      `planning reference:SE-2026-014 demi-journee:07/12/2026 matin horaire:${hours} formateurs:${trainers} salle:${room}`,
  ),
  taught.map(({ hours }) => `planning reference:SE-2026-014 semaine:lun-mar ${hours} remplacer:oui`),
  taught.map(({ trainers, room }) => `corriger reference:SE-2026-014 formateurs:${trainers} salle:${room}`),
  fc.constant("planning reference:SE-2026-014 demi-journee:07/12/2026 matin retirer:oui"),
);
/** A file that says something else of the same session, or that it is cancelled. */
const imported: fc.Arbitrary<string> = fc.record({ taught, status: fc.constantFrom("ouverte aux inscriptions", "annulée") }).map(
  ({ taught: { trainers, room }, status }) =>
    `référence;intitulé;début;fin;formateurs;salle;état
SE-2026-014;Cariste CACES R489;07/12/2026;18/12/2026;${trainers.replace(", ", " | ")};${room};${status}`,
);
const undone = fc.integer({ min: 1, max: 4 }).map((index) => `annuler-import reference:IMP-000${index} garder-utilisees:oui`);
const number = fc.integer({ min: 0, max: 30 });
const asker = fc.constantFrom("assistant", "assistant", "coordinateur", "pauline");

type Typed = (count: number) => string;
const referenceOf = (index: number, count: number) => `RDV-2026-${((index % Math.max(1, count)) + 1).toString().padStart(4, "0")}`;
const verb = (name: string) =>
  number.map(
    (index): Typed =>
      (count) =>
        `/rdv ${name} reference:${referenceOf(index, count)}`,
  );
const act: fc.Arbitrary<Typed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(when, who, fc.constantFrom("orientation", "information")).map(
      ([{ day, time, minutes }, { trainee, team, room }, kind]): Typed =>
        () =>
          `/rdv proposer nature:${kind} le:${day} heure:${time} duree:${minutes}${trainee} avec:${team.join(", ")}${room}`,
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(number, when).map(
      ([index, { day, time, minutes }]): Typed =>
        (count) =>
          `/rdv deplacer reference:${referenceOf(index, count)} le:${day} heure:${time} duree:${minutes}`,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(number, who).map(
      ([index, { trainee, team, room }]): Typed =>
        (count) =>
          `/rdv corriger reference:${referenceOf(index, count)}${trainee} avec:${team.join(", ")}${room}`,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(number, fc.constantFrom("T-0001", "T-0002")).map(
      ([index, trainee]): Typed =>
        (count) =>
          `/rdv inscrire reference:${referenceOf(index, count)} candidat:${trainee}`,
    ),
  },
  verb("confirmer"),
  verb("excuser"),
  verb("annuler"),
  verb("absent"),
);

/** Mostly appointments, and now and then the planning of the session that some of the same people teach. */
const step = fc.oneof(
  { weight: 10, arbitrary: fc.tuple(asker, act) },
  {
    weight: 2,
    arbitrary: fc
      .oneof({ weight: 3, arbitrary: planned }, { weight: 1, arbitrary: undone })
      .map((line) => ["coordinateur", (() => `/session ${line}`) as Typed] as const),
  },
  { weight: 1, arbitrary: imported.map((table) => ["coordinateur", (() => table) as Typed] as const) },
);

it("no sequence of commands, by several people, makes an overlap that the rules forbid", { timeout: 120_000 }, async () => {
  let kept = 0;
  let refused = 0;
  let plannings = 0;
  let imports = 0;
  let undos = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      const desk = await anOffice();
      let count = 0;
      for (const [person, line] of steps) {
        const typed = line(count);
        const answer = typed.startsWith("/") ? await desk.type(person, typed) : await bringIn(desk, typed);
        const all = await stored(desk);
        const { appointments, schedules } = all;
        count = appointments.length;
        if (answer.outcome === "done") kept += 1;
        if (answer.reply.problems?.some(({ code }) => overlapCodes.includes(code))) refused += 1;
        if (answer.outcome === "done" && typed.startsWith("référence")) imports += 1;
        if (answer.outcome === "done" && typed.startsWith("/session annuler")) undos += 1;
        if (answer.outcome === "done" && person === "coordinateur" && schedules.length > 0) plannings += 1;
        expect([typed, clashes(all)]).toEqual([typed, []]);
      }
      expect(desk.failures).toEqual([]);
      await desk.close();
      open.splice(0);
    }),
    { numRuns: 16 },
  );
  expect(kept).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(20);
  expect(plannings).toBeGreaterThan(5);
  expect(imports).toBeGreaterThan(5);
  expect(undos).toBeGreaterThan(0);
});

it("of proposals at once for one person, through two desks on one file, exactly one wins", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "kairos-"));
  const file = join(folder, "desk.sqlite");
  const [first, second] = [await anOffice(file), await openDesk({ file })];
  open.push(second);
  let kept = 0;
  const line = (time: string) => `/rdv proposer nature:orientation le:30/11/2026 heure:${time} duree:60 avec:valideur`;
  for (let round = 0; round < 5; round += 1) {
    const day = (text: string) => text.replace("30/11", `0${round + 1}/12`);
    const answers = await Promise.all([
      first.type("assistant", day(line("10h"))),
      second.type("coordinateur", day(line("10h30"))),
      first.type("coordinateur", day(line("10h15"))),
    ]);
    const outcomes = answers.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "failed")).toEqual([]);
    const all = await stored(first);
    const { appointments } = all;
    expect(clashes(all)).toEqual([]);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    kept += 1;
    expect(appointments).toHaveLength(kept);
  }
  await second.close();
  await first.close();
  open.splice(0);
  rmSync(folder, { recursive: true });
});

const overlapCodes = ["appointment.overlap", "session.schedule-over-appointment"];

async function bringIn(desk: TestDesk, table: string) {
  const read = await desk.type("coordinateur", "/session importer fichier:a.csv", {
    fichier: { name: "a.csv", bytes: Buffer.from(table) },
  });
  if (read.outcome !== "done") return read;
  const { reference } = read.reply.data as { readonly reference: string };
  return desk.type("coordinateur", `/session valider-import reference:${reference} remplacer:oui`);
}

function stored(desk: TestDesk) {
  return desk.database.read("test", "all", async (store) => ({
    appointments: await store.appointments.list(),
    session: await store.sessions.get("SE-2026-014"),
    schedules: await store.schedules.list(["SE-2026-014"]),
  }));
}

/** Every pair that shares somebody or a room at one time: compared one by one, from what was said of them. */
function clashes({ appointments, session, schedules }: Awaited<ReturnType<typeof stored>>): readonly string[] {
  const standing = appointments
    .filter(({ status }) => ["proposed", "confirmed", "moved"].includes(status))
    .map((one) => ({
      name: one.reference,
      from: Date.parse(one.startsAt),
      until: Date.parse(one.startsAt) + one.minutes * 60_000,
      who: [
        ...one.participants.map((who) =>
          who.role === "candidate" ? who.trainee : who.role === "adviser" ? `${one.siret} ${who.name}` : who.person,
        ),
        ...(one.room === undefined ? [] : [`${one.siret} room ${one.room.toLowerCase().replace(" ", "-")}`]),
      ],
    }));
  const held = session?.listing?.status === "cancelled" ? [] : schedules;
  const lessons = held.flatMap(({ halfDays }) =>
    halfDays.map(({ day, from, until, at, room = session?.room, trainers = session?.trainers ?? [] }) => ({
      name: `session ${day}`,
      from: Date.parse(`${day}T${from}:00+01:00`),
      until: Date.parse(`${day}T${until}:00+01:00`),
      who: [...trainers, ...(at === "centre" && room !== undefined ? [`99900014400017 room ${room.toLowerCase().replace(" ", "-")}`] : [])],
    })),
  );
  return [...standing, ...lessons].flatMap((one, index, all) =>
    all
      .slice(index + 1)
      .filter((other) => one.from < other.until && other.from < one.until && one.who.some((name) => other.who.includes(name)))
      .map((other) => `${one.name} and ${other.name}`),
  );
}
