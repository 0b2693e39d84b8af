import {
  accessRefusals,
  failure,
  type Grant,
  inputRules,
  type Provider,
  parse,
  providerSchema,
  type Result,
  raise,
  success,
} from "@kairos/core";
import type { CommandContext } from "../command.js";
import type { InputOf, Words } from "../option.js";
import { optional, reference, text } from "../options.js";
import type { ReplyLine } from "../reply.js";
import type { Person } from "../store/store.js";
import { newcomer } from "./access.js";
import { nextId } from "./next-id.js";
import { personFrom } from "./people.js";
import { unknown } from "./unknown.js";

/** What an establishment is opened with. */
export function openingOptions(manager: Words) {
  return {
    siret: text({ fr: ["siret", "SIRET de l'établissement"], en: ["siret", "SIRET of the establishment"] }, 30),
    name: text({ fr: ["nom", "Nom de l'organisme ou de l'établissement"], en: ["name", "Name of the provider or establishment"] }, 120),
    manager: optional(reference("person", manager)),
  };
}

/** An establishment that has just been opened, and whoever holds its keys. */
export interface Opened {
  readonly provider: Provider;
  readonly manager: Person;
  readonly grant: Grant;
  readonly remarks: readonly ReplyLine[];
}

/** Opens an establishment with its first RGC: the asker, unless another is named. */
export async function openEstablishment({
  input,
  actor,
  today,
  store,
}: CommandContext<InputOf<ReturnType<typeof openingOptions>>>): Promise<Result<Opened>> {
  const provider = parse(providerSchema, { siret: input.siret, name: input.name });
  if (!provider.ok) return provider;
  const manager = input.manager === undefined ? actor : await personFrom(store, input.manager);
  if (manager === undefined) {
    return unknown("person", "rgc", input.manager ?? "");
  }
  const leftOn = (await store.accounts.get(manager.id))?.leftOn;
  if (leftOn !== undefined) return failure(raise(accessRefusals, "access.has-left", ["rgc"], { leftOn }));
  const remarks = manager === actor ? [] : await newcomer(store, manager, input.manager ?? "");
  const { siret } = provider.value;
  const grant: Grant = {
    id: await nextId(store, "H"),
    person: manager.id,
    siret,
    profile: "rgc",
    reason: "Premier RGC de l'établissement",
    grantedBy: actor.id,
    from: today,
  };
  if (!(await store.providers.open(provider.value, grant))) {
    return failure(raise(inputRules, "input.reference-taken", ["siret"], { kind: "provider", reference: siret }));
  }
  await store.people.save(actor);
  await store.people.save(manager);
  return success({ provider: provider.value, manager, grant, remarks });
}
