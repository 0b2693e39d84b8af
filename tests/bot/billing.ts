import type { InvoiceInput, Schedule } from "@kairos/core";
import type { Answer } from "../../packages/bot/src/dispatch.js";
import type { Store } from "../../packages/bot/src/store/store.js";
import { write } from "./attended.js";
import { aDraft, afterwards, forklift, keepAgreement, keepBillable } from "./billing-seeds.js";
import { openFoundedDesk, type TestDesk } from "./desk.js";

/** A founded desk with one draft on the whole session: « facturier » prepared it, « comptable » may issue it. */
export async function openBillingDesk(options: { readonly file?: string } = {}) {
  const desk: TestDesk = await openFoundedDesk(options);
  const type = (line: string, person = "comptable") => desk.type(person, line);
  const done = async (line: string, person?: string): Promise<Answer> => {
    const answer = await type(line, person);
    if (answer.outcome !== "done") throw new Error(`${line}: ${JSON.stringify([answer.reply.problems, desk.failures.map(String)])}`);
    return answer;
  };
  for (const person of ["facturier", "comptable"])
    await done(`/acces accorder personne:${person} profil:chargé de facturation motif:Factures`, "rgc");
  let schedule: Schedule | undefined;
  await write(desk, async (store) => {
    await keepAgreement(store);
    schedule = await keepBillable(store, forklift);
    await store.counters.next("PF-2026");
    await store.invoices.save(aDraft("PF-2026-0001", forklift, schedule, undefined, { preparedBy: ["facturier"] }));
  });
  if (schedule === undefined) throw new Error("no schedule");
  desk.setClock(afterwards);
  const kept = schedule;
  /** Another draft, on some days of the session. */
  const draft = (reference: string, days: readonly [number, number], overrides: Partial<InvoiceInput> = {}) =>
    write(desk, (store) => store.invoices.save(aDraft(reference, forklift, kept, days, { preparedBy: ["facturier"], ...overrides })));
  const look = <T>(work: (store: Store) => Promise<T>): Promise<T> => desk.database.read("test", "all", work);
  const billed = () => look((store) => store.claims.of("billed", { session: forklift.session }));
  const invoice = async (named: string) => {
    const found = await look((store) => store.invoices.get(named));
    if (found === undefined) throw new Error(`no invoice ${named}`);
    return found;
  };
  return { desk, type, done, draft, look, billed, invoice };
}

export type BillingDesk = Awaited<ReturnType<typeof openBillingDesk>>;
