import { type Knex, leaveTransaction } from "./driver.js";
import { storeFaultOf } from "./store-fault.js";

/** Runs `work` in one transaction of a connection; when it fails, nothing is left open, and what went wrong first is thrown. */
export async function transactionOn<T>(connection: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  const errors: unknown[] = [];
  const noted = (trx: Knex.Transaction) =>
    work(trx).catch((error) => {
      errors.push(error);
      throw error;
    });
  try {
    return await connection.transaction(noted);
  } catch (error) {
    errors.push(error);
    await leaveTransaction(connection);
    // What a disk refused is followed by others: that nothing is left to roll back, or that nothing was begun.
    throw errors.find((one) => storeFaultOf(one) !== undefined) ?? errors[0];
  }
}
