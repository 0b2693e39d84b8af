import { createHash } from "node:crypto";
import { type AccessChange, accessChanges, addDays, type Label, type Permission, rightsIn, type Siret } from "@kairos/core";
import { inWords, missingFrom } from "../dossiers/access.js";
import type { Look, Message, News, NewsKind } from "./notice.js";

/** To whoever's rights changed, or end or begin by themselves today: what they may and may not do now. */
export const accessChange: NewsKind = {
  shownBy: "/aide",
  find: async (look) => look.known.flatMap((person) => newsFor(look, person)),
};

/** How long it stays news to somebody who could not be told. */
const newsDays = 3;

function newsFor(look: Look, person: string): readonly News[] {
  const { today } = look;
  const [before, after] = [look.accessOf(person, addDays(today, -1)), look.accessOf(person)];
  const changes = accessChanges(before, after);
  const touched = touchedToday(look, person);
  if (hasOpened(look, person)) return [];
  if (changes.length === 0 && touched === "") return [];
  const state = createHash("sha256")
    .update(JSON.stringify([after.held.map(({ siret, rights }) => [siret, [...rights].sort()]), touched]))
    .digest("hex");
  return [
    {
      key: `access-change:${today}:${person}:${state.slice(0, 16)}`,
      person,
      dueAt: look.at(today, "00:00"),
      until: look.at(addDays(today, newsDays), "00:00"),
      data: { changes: changes.length },
      message: messageOf(look, person, changes),
    },
  ];
}

/** Whoever opened an establishment has just read what they may do there. */
function hasOpened({ grants, today }: Look, person: string): boolean {
  const held = grants.filter((grant) => grant.person === person && (grant.from === today || grant.revokedOn === today));
  return held.length > 0 && held.every((grant) => grant.grantedBy === person && grant.revokedOn === undefined);
}

/** Grants given or withdrawn today: rights may come and go within a day, and both are told. */
function touchedToday({ grants, own, accounts, today }: Look, person: string): string {
  const held = grants.filter((grant) => grant.person === person);
  const ids = held
    .filter(({ from, revokedOn }) => from === today || revokedOn === today)
    .map(({ id, revokedOn }) => `${id}${revokedOn ?? ""}`);
  const changed = own.filter(({ id, changedOn }) => changedOn === today && held.some(({ profile }) => profile === id)).map(({ id }) => id);
  const left = accounts.some((account) => account.person === person && account.leftOn === today) ? ["left"] : [];
  return [...ids, ...changed, ...left].join(" ");
}

function messageOf(look: Look, person: string, changes: readonly AccessChange[]): Message {
  const access = look.accessOf(person);
  const touched = look.grants.filter((grant) => grant.person === person && grant.revokedOn === look.today);
  const places = [...new Set([...access.held, ...changes, ...touched].map(({ siret }) => siret))];
  return [{ text: opening }, ...places.map((siret) => ({ text: standingAt(look, siret, rightsIn(access, siret), places.length > 1) }))];
}

const opening: Label = { fr: "Vos droits dans Kairos ont changé.", en: "Your rights in Kairos have changed." };

function standingAt({ providers }: Look, siret: Siret, held: ReadonlySet<Permission>, isNamed: boolean): Label {
  const name = isNamed ? `${providers.find((provider) => provider.siret === siret)?.name ?? siret} : ` : "";
  if (held.size === 0) {
    return {
      fr: `${name}vous n'avez plus aucun droit. Si c'est une erreur, parlez-en au RGC de l'établissement.`,
      en: `${name}you have no rights any more. If this is a mistake, talk to the establishment's account manager (RGC).`,
    };
  }
  const [may, mayNot] = [inWords(held), inWords(missingFrom(held))];
  return {
    fr: `${name}vous pouvez : ${may.fr}. Vous ne pouvez pas : ${mayNot.fr}.`,
    en: `${name}you may: ${may.en}. You may not: ${mayNot.en}.`,
  };
}
