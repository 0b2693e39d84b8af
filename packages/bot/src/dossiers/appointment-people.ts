import {
  type Appointment,
  accessOn,
  can,
  fold,
  fullName,
  isInForce,
  type Label,
  type Participant,
  type ParticipantRole,
  type Permission,
  participantRoleLabels,
  type Result,
  resourceOf,
  type Siret,
  success,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import type { InputOf } from "../option.js";
import type { Person, Store } from "../store/store.js";
import type { whoOptions } from "./appointment-options.js";
import { personFrom } from "./people.js";
import { unknown } from "./unknown.js";

type Desk = Pick<CommandContext<unknown>, "store" | "today" | "actor">;

/** Who was named, each once: candidates and people the desk knows, advisers by their name. */
export async function readWho(
  desk: Desk,
  input: Partial<InputOf<typeof whoOptions>>,
  siret: Siret,
): Promise<Result<readonly Participant[]>> {
  const named = [
    ...split(input.trainee).map((typed) => ({ option: "candidat", role: "candidate" as const, typed })),
    ...split(input.trainer).map((typed) => ({ option: "formateur", role: "trainer" as const, typed })),
    ...split(input.adviser).map((typed) => ({ option: "conseiller", role: "adviser" as const, typed })),
    ...split(input.with).map((typed) => ({ option: "avec", ...roleIn(typed) })),
  ];
  const found = new Map<string, Participant>();
  for (const { option, role, typed } of named) {
    const one = await participantFrom(desk, role, typed, siret, option);
    if (!one.ok) return one;
    const key = resourceOf(one.value, siret);
    if (!found.has(key)) found.set(key, one.value);
  }
  return success([...found.values()]);
}

/** Those of an appointment that were named, to be taken off it. */
export function namedAmong(
  participants: readonly Participant[],
  typed: string,
  names: ReadonlyMap<string, string>,
): Result<readonly Participant[]> {
  const left: Participant[] = [];
  for (const name of split(typed)) {
    const wanted = fold(roleIn(name).typed.replace(/^<@!?(\d+)>.*$/s, "$1"));
    const one = participants.find((participant) => idsOf(participant, names).some((id) => fold(id) === wanted));
    if (one === undefined) return unknown("person", "retirer", name);
    left.push(one);
  }
  return success(left);
}

/** The people of the workspace who come, by name. */
export async function namesAmong(store: Store, participants: readonly Participant[]): Promise<ReadonlyMap<string, string>> {
  const people = await Promise.all(participants.map((one) => ("person" in one ? store.people.get(one.person) : undefined)));
  return new Map(people.flatMap((person) => (person === undefined ? [] : [[person.id, person.name] as const])));
}

/** `T-0007 · Camille DURAND` for whoever may see trainees there, else the reference. */
export async function calledFor(desk: Desk, { siret, participants }: Pick<Appointment, "siret" | "participants">) {
  const names = await namesAmong(desk.store, participants);
  const maySee = await mayIn(desk, "trainee.read", siret);
  return Promise.all(
    participants.map(async (one) => {
      if (one.role === "adviser") return { one, name: one.name };
      if (one.role !== "candidate") return { one, name: names.get(one.person) ?? one.person };
      const trainee = maySee ? await desk.store.trainees.get(one.trainee) : undefined;
      return { one, name: trainee === undefined ? one.trainee : `${one.trainee} · ${fullName(trainee)}` };
    }),
  );
}

/** May the asker do it for one establishment: rights held elsewhere do not count. */
export async function mayIn({ store, today, actor }: Desk, permission: Permission, siret: Siret): Promise<boolean> {
  const [grants, own] = [await store.grants.of(actor.id), await store.ownProfiles.list()];
  return can(accessOn(grants, today, { own }), permission, siret);
}

/** « Mme Martin (conseiller France Travail) ». */
export function withRole(name: string, role: ParticipantRole): Label {
  const label = participantRoleLabels[role];
  return { fr: `${name} (${label.fr})`, en: `${name} (${label.en})` };
}

async function participantFrom(
  { store, today }: Desk,
  role: ParticipantRole | undefined,
  typed: string,
  siret: Siret,
  option: string,
): Promise<Result<Participant>> {
  if (role === "adviser") return success({ role, name: typed });
  if (role === "candidate") return candidateFrom(store, typed, option);
  const person = await knownPerson(store, typed);
  if (person === undefined) return unknown("person", option, typed);
  if (role !== undefined) return success({ role, person: person.id });
  const grants = (await store.grants.of(person.id)).filter((grant) => grant.siret === siret && isInForce(grant, today));
  const teaches = grants.length > 0 && grants.every(({ profile }) => profile === "trainer");
  return success({ role: teaches ? "trainer" : "staff", person: person.id });
}

async function candidateFrom(store: Store, typed: string, option: string): Promise<Result<Participant>> {
  const trainee = await store.trainees.get(typed.toUpperCase());
  if (trainee !== undefined) return success({ role: "candidate", trainee: trainee.id });
  return unknown("trainee", option, typed);
}

/** Somebody the workspace knows; picked in the chat, they are known from now on. A name that was only typed must be known. */
async function knownPerson(store: Store, typed: string): Promise<Person | undefined> {
  const person = await personFrom(store, typed);
  if (person === undefined || (await store.people.get(person.id)) !== undefined) return person;
  if (!typed.startsWith("<@")) return undefined;
  await store.people.save(person);
  return person;
}

function roleIn(typed: string): { readonly role: ParticipantRole | undefined; readonly typed: string } {
  if (/^t-\d+$/i.test(typed)) return { role: "candidate", typed };
  const [, word = "", name = ""] = /^(conseill(?:er|ère)|adviser|format(?:eur|rice)|trainer|candidate?)\s*:?\s+(.+)$/iu.exec(typed) ?? [];
  if (name === "") return { role: undefined, typed };
  return { role: /^cons|^adv/i.test(word) ? "adviser" : /^cand/i.test(word) ? "candidate" : "trainer", typed: name };
}

function idsOf(participant: Participant, names: ReadonlyMap<string, string>): readonly string[] {
  if (participant.role === "candidate") return [participant.trainee];
  if (participant.role === "adviser") return [participant.name];
  return [participant.person, names.get(participant.person) ?? participant.person];
}

/** Pieces between commas, the empty ones left out. */
function split(typed: string | undefined): readonly string[] {
  return (typed ?? "")
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}
