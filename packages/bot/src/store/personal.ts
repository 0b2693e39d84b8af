import { type Erasure, erasureSchema, fold, type Named, nameRemover, type Place, withTexts } from "@kairos/core";
import { shelf } from "./aggregates.js";
import type { Knex } from "./driver.js";
import { filesIn } from "./files.js";
import { appointmentsOf, factsOf, keptOf, keptOfMember, type Row, type Rows, unjson } from "./personal-kept.js";
import { type PersonalTable, personalTables, referringKeys } from "./personal-tables.js";
import { owePurge } from "./purge.js";
import type { Scope, Store } from "./store.js";

export const erasureKind = { table: "erasures", key: "id", schema: erasureSchema };

/** What the desk holds of one person, across everything it keeps; and what takes it out. */
export function personalIn(trx: Knex.Transaction, workspace: string, scope: Scope): Store["personal"] {
  const erasures = shelf(erasureKind, trx, workspace, scope);
  const rows = (table: string) => trx(table).where({ workspace });
  const quotesOf = (trainee: string): Promise<string[]> => rows("quotes").where({ trainee_id: trainee }).pluck("reference");
  return {
    erasure: (id) => erasures.get(id),
    erasures: () => erasures.read(erasures.rows().orderBy("position")),
    saveErasure: (erasure: Erasure) => erasures.put(erasure, { id: erasure.id, siret: erasure.siret, search: fold(erasure.id) }),
    facts: (trainee) => factsOf(trx, workspace, trainee),
    of: async (trainee) => keptOf({ trx, workspace, trainee, quotes: await quotesOf(trainee), erasure: await erasures.get(trainee) }),
    ofMember: (person) => keptOfMember(trx, workspace, person),
    remove: async (person, { trainee, account, isHeld }) => {
      await owePurge(trx, workspace);
      const remover = nameRemover(person);
      const quotes = trainee === undefined ? [] : await quotesOf(trainee);
      let changed = 0;
      for (const table of personalTables) {
        if (isHeld && table.held) continue;
        changed += await rewrite(rows, table, person, (row) => placeOf(row, table, trainee, quotes), remover);
      }
      if (trainee !== undefined) changed += await forgetDetails(rows, trainee, quotes);
      const files = isHeld ? 0 : await dropFiles(trx, workspace, quotes);
      const about = [person.reference, ...person.ids, ...(account === undefined ? [] : [account])];
      const passing = await forgetPassing(rows, (text) => about.some((one) => text.includes(one)) || remover(text, "own") !== text);
      if (account !== undefined) {
        await rows("drafts").where({ actor: account }).delete();
        await rows("notices").where({ person: account }).delete();
        await rows("people").where({ id: account }).delete();
      }
      return { texts: changed, files, passing };
    },
  };
}

function placeOf(row: Row, { owner }: PersonalTable, trainee: string | undefined, quotes: readonly string[]): Place {
  if (owner === undefined || trainee === undefined) return "other";
  const value = String(row[owner.column]);
  return (owner.is === "trainee" ? value === trainee : quotes.includes(value)) ? "own" : "other";
}

/** Takes the person out of the texts of a table. Returns how many rows changed. */
async function rewrite(
  rows: Rows,
  table: PersonalTable,
  person: Named,
  placeIn: (row: Row) => Place,
  remover: ReturnType<typeof nameRemover>,
): Promise<number> {
  const read = [
    ...new Set([
      ...table.keys,
      ...(table.owner === undefined ? [] : [table.owner.column]),
      ...table.columns,
      ...(table.search ? ["search"] : []),
    ]),
  ];
  const candidates: readonly Row[] = await rows(table.table)
    .where((any) => {
      for (const column of table.columns)
        for (const name of [person.firstName, person.lastName, ...person.ids]) any.orWhereILike(column, likely(name));
    })
    .select(read);
  let changed = 0;
  for (const row of candidates) {
    const place = placeIn(row);
    const changes: Row = {};
    for (const column of table.columns) {
      const before = row[column];
      if (typeof before !== "string") continue;
      const after = rewritten(before, (text) => remover(text, place));
      if (after !== before) changes[column] = after;
    }
    if (Object.keys(changes).length === 0) continue;
    if (table.search) changes.search = fold(remover(String(row.search), place));
    await rows(table.table)
      .where(Object.fromEntries(table.keys.map((key) => [key, row[key]])))
      .update(changes);
    changed += 1;
  }
  return changed;
}

/** As a first sieve: what may be accented in one place and not in the other stands for anything. */
function likely(name: string): string {
  return `%${name.replace(/[^b-df-hj-mp-tv-xz\d]+/giu, "%").replace(/[cn]/giu, "%")}%`.replace(/%+/g, "%");
}

function rewritten(text: string, change: (text: string) => string): string {
  const value = unjson(text);
  if (typeof value !== "object" || value === null) return change(text);
  const after = JSON.stringify(withTexts(value, change, referringKeys));
  // PostgreSQL writes its JSON with blanks: without them, it is the same text.
  return after === JSON.stringify(value) ? text : after;
}

/** What is only of use with the person: notes of their quotes, where and with which adviser they met. */
async function forgetDetails(rows: Rows, trainee: string, quotes: readonly string[]): Promise<number> {
  let changed = 0;
  for (const reference of quotes) {
    const row: { data: string } | undefined = await rows("quotes").where({ reference }).first("data");
    const { notes, ...quote } = JSON.parse(row?.data ?? "{}") as { notes?: string };
    if (notes === undefined) continue;
    await rows("quotes")
      .where({ reference })
      .update({ data: JSON.stringify(quote) });
    changed += 1;
  }
  for (const { reference, data } of await appointmentsOf(rows, trainee)) {
    const { place: _place, room: _room, ...kept } = data;
    const candidates = data.participants.filter(({ role }) => role === "candidate");
    if (candidates.length > 1) continue;
    const participants = data.participants.filter(({ role }) => role !== "adviser");
    await rows("appointments")
      .where({ reference })
      .update({ data: JSON.stringify({ ...kept, participants }) });
    changed += 1;
  }
  return changed;
}

/** The files attached to somebody's quotes, and their bytes where nothing else points at them. */
async function dropFiles(trx: Knex.Transaction, workspace: string, quotes: readonly string[]): Promise<number> {
  const attached = trx("attachments")
    .where({ workspace })
    .whereIn("object", [...quotes]);
  const digests: readonly string[] = await attached.clone().distinct("digest").pluck("digest");
  await attached.clone().delete();
  for (const digest of digests) await filesIn(trx, workspace, "all").drop(digest);
  return digests.length;
}

/** Answers that were kept lose their words, not their mark: a repeated request still acts once. */
async function forgetPassing(rows: Rows, isAbout: (text: string) => boolean): Promise<number> {
  let changed = 0;
  const answers: readonly { id: string; reply: string }[] = await rows("deliveries").whereNotNull("reply").select("id", "reply");
  for (const { id } of answers.filter((one) => isAbout(one.reply))) {
    changed += await rows("deliveries").where({ id }).update({ reply: forgotten });
  }
  const drafts: readonly { id: string; data: string }[] = await rows("drafts").select("id", "data");
  for (const { id } of drafts.filter(({ data }) => isAbout(data))) changed += await rows("drafts").where({ id }).delete();
  return changed;
}

const forgotten = JSON.stringify({
  outcome: "done",
  lines: [
    {
      tone: "muted",
      text: { fr: "Cette réponse a été effacée avec les données d'une personne.", en: "This answer was erased with a person's data." },
    },
  ],
});
