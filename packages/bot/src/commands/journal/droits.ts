import type { Label } from "@kairos/core";
import { command } from "../../command.js";
import { actOf } from "../../dossiers/acts.js";
import { namesIn } from "../../dossiers/people.js";
import { rightActs, rightChangeOf } from "../../dossiers/right-changes.js";
import { actorFrom, periodOf, periodOptions } from "../../dossiers/trail-search.js";
import { whenOf, whoOf } from "../../dossiers/trail-table.js";
import { optional, reference } from "../../options.js";
import { done, line, refused, same } from "../../reply.js";

const most = 200;
/** Read to find so many changes: settings and refusals are passed over. */
const looked = 2000;

export default command({
  words: {
    fr: ["droits", "Montre qui a changé quel droit, de quoi à quoi, et pourquoi"],
    en: ["rights", "Show who changed which right, from what to what, and why"],
  },
  needs: "audit.read",
  visibility: "private",
  example: "/journal droits personne:Nadia",
  options: {
    person: optional(
      reference("person", {
        fr: ["personne", "Qui a reçu, perdu ou accordé le droit"],
        en: ["person", "Who received, lost or gave the right"],
      }),
    ),
    ...periodOptions,
  },
  async run({ input, store, provider, commands }) {
    const period = periodOf(input, provider);
    if (!period.ok) return refused(period.problems);
    const names = await namesIn(store);
    const asked = await actorFrom(store, input.person);
    if (!asked.ok) return refused(asked.problems);
    const person = asked.value;
    const grants = new Map((await store.grants.list()).map((grant) => [grant.id, grant]));
    const own = await store.ownProfiles.list();
    const entries = await store.audit.search({ acts: rightActs, outcome: "done", ...period.value, limit: looked });
    const found = entries.flatMap((entry) => {
      const change = rightChangeOf(entry, grants, own);
      const isAsked = person === undefined || entry.actor === person || change?.person === person;
      return change !== undefined && isAsked ? [{ entry, change }] : [];
    });
    const shown = found.slice(0, most);
    const rows = shown.map(({ entry, change }): readonly Label[] => [
      same(`${entry.sequence}`),
      whenOf(entry, provider),
      whoOf(entry.actor, names),
      actOf(entry.act, commands),
      same(change.person === undefined ? "—" : (names.get(change.person) ?? change.person)),
      change.from,
      change.to,
      same(change.reason ?? "—"),
    ]);
    const isCut = found.length > most || entries.length === looked;
    return done({
      title: { fr: "Changements de droits", en: "Changes of rights" },
      lines: [...(rows.length === 0 ? [nothing] : []), ...(isCut ? [cut] : [])],
      ...(rows.length > 0 && { table: { columns, rows } }),
      data: {
        changes: shown.map(({ entry: { sequence, act, object }, change: { person: whose } }) => ({ sequence, act, object, person: whose })),
      },
    });
  },
});

const nothing = line("plain", "Aucun droit n'a changé dans cette période.", "No right changed in this period.");
const cut = line(
  "muted",
  "Les derniers changements seulement. Donnez une personne ou une période pour voir les autres.",
  "The latest changes only. Give a person or a period to see the others.",
);

const columns = [
  { fr: "N°", en: "No." },
  { fr: "Quand", en: "When" },
  { fr: "Par", en: "By" },
  { fr: "Acte", en: "Act" },
  { fr: "Pour", en: "For" },
  { fr: "De", en: "From" },
  { fr: "À", en: "To" },
  { fr: "Motif", en: "Reason" },
];
