import {
  type Access,
  type AccessChange,
  accessChanges,
  addDays,
  type Grant,
  type IsoDate,
  type Label,
  type Permission,
  rightsIn,
  type Siret,
} from "@kairos/core";
import { inWords, missingFrom } from "../dossiers/access.js";
import { fingerprintOf } from "../fingerprint.js";
import type { Look, Message, News, NewsKind } from "./notice.js";

/** To whoever's rights changed, or ended or began by themselves: what they may and may not do now. */
export const accessChange: NewsKind = {
  shownBy: "/aide",
  find: async (look) => look.known.flatMap((person) => days.flatMap((back) => newsOn(look, person, addDays(look.today, -back)))),
};

/** How long a change stays news to somebody who could not be told: today, and so many days before. */
const newsDays = 3;
const days = Array.from({ length: newsDays }, (_, back) => back);

function newsOn(look: Look, person: string, on: IsoDate): readonly News[] {
  const [before, after] = [look.accessOf(person, addDays(on, -1)), look.accessOf(person, on)];
  const held = look.grants.filter((grant) => grant.person === person);
  const opened = new Set(held.filter((grant) => hasOpened(grant, person, on)).map(({ siret }) => siret));
  const changes = accessChanges(before, after).filter(({ siret, lost }) => lost.length > 0 || !opened.has(siret));
  const touched = held.filter((grant) => !hasOpened(grant, person, on) && isTouched(grant, on));
  if (changes.length === 0 && touched.length === 0) return [];
  return [
    {
      key: `access-change:${on}:${person}:${stateOf(after, touched)}`,
      person,
      dueAt: look.at(on, "00:00"),
      until: look.at(addDays(on, newsDays), "00:00"),
      data: { on, changes: changes.length },
      message: messageOf(look, person, changes, touched),
    },
  ];
}

/** Whoever opened an establishment has just read what they may do there. */
function hasOpened({ grantedBy, from }: Grant, person: string, on: IsoDate): boolean {
  return grantedBy === person && from === on;
}

/** Given that day, or withdrawn after it had begun: rights may come and go within a day, and both are told. */
function isTouched({ from, revokedOn }: Grant, on: IsoDate): boolean {
  return from === on || (revokedOn === on && from < on);
}

/** What tells one state of a day from the next. */
function stateOf({ held }: Access, touched: readonly Grant[]): string {
  const rights = held.map(({ siret, rights }) => [siret, [...rights].sort()]);
  const grants = touched.map(({ id, revokedOn }) => [id, revokedOn ?? ""]);
  return fingerprintOf([rights, grants]).slice(0, 16);
}

function messageOf(look: Look, person: string, changes: readonly AccessChange[], touched: readonly Grant[]): Message {
  const access = look.accessOf(person);
  const places = [...new Set([...access.held, ...changes, ...touched].map(({ siret }) => siret))];
  return [{ text: opening }, ...places.map((siret) => ({ text: standingAt(look, siret, rightsIn(access, siret), places.length > 1) }))];
}

const opening: Label = { fr: "Vos droits dans Kairos ont changé.", en: "Your rights in Kairos have changed." };

function standingAt({ providers }: Look, siret: Siret, held: ReadonlySet<Permission>, isNamed: boolean): Label {
  const name = isNamed ? `${providers.find((provider) => provider.siret === siret)?.name ?? siret} : ` : "";
  if (held.size === 0) {
    return {
      fr: `${name}${isNamed ? "vous" : "Vous"} n'avez plus aucun droit. Si c'est une erreur, parlez-en au RGC de l'établissement.`,
      en: `${name}${isNamed ? "you" : "You"} have no rights any more. If this is a mistake, talk to the establishment's account manager (RGC).`,
    };
  }
  const [may, mayNot] = [inWords(held), inWords(missingFrom(held))];
  return {
    fr: `${name}${isNamed ? "vous" : "Vous"} pouvez : ${may.fr}. Vous ne pouvez pas : ${mayNot.fr}.`,
    en: `${name}${isNamed ? "you" : "You"} may: ${may.en}. You may not: ${mayNot.en}.`,
  };
}
