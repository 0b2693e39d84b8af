/** What the driver's connection offers, as far as the cache needs it. */
export interface KeptConnection {
  all(sql: string, bindings: unknown, done: Done): unknown;
  run(sql: string, bindings: unknown, done: Done): unknown;
  close(done: (error: Error | null) => void): unknown;
  prepare(sql: string, done: (error: Error | null) => void): Statement;
}

interface Statement {
  all(bindings: unknown, done: Done): unknown;
  run(bindings: unknown, done: Done): unknown;
  finalize(done?: () => void): unknown;
}

type Done = (this: unknown, error: Error | null, rows?: unknown) => void;

/**
 * Keeps the prepared statements of a connection: the driver prepares and drops one for each query, and a command asks
 * some twenty. The least recently used leaves when there are too many.
 */
export function keepStatements(connection: KeptConnection): void {
  const kept = new Map<string, Statement>();
  const close = connection.close.bind(connection);
  const prepared = (sql: string, failed: (error: Error) => void): Statement => {
    const known = kept.get(sql);
    kept.delete(sql);
    const statement =
      known ??
      connection.prepare(sql, (error) => {
        if (error === null) return;
        kept.delete(sql);
        failed(error);
      });
    kept.set(sql, statement);
    dropOldest(kept);
    return statement;
  };
  for (const method of ["all", "run"] as const) {
    connection[method] = (sql, bindings, done) => {
      // A statement that does not compile answers twice: to its preparation, then to its use.
      let answered = false;
      const once: Done = function (error, rows) {
        if (answered) return;
        answered = true;
        done.call(this, error, rows);
      };
      prepared(sql, (error) => once.call(undefined, error))[method](bindings, once);
    };
  }
  connection.close = (done) => {
    for (const statement of kept.values()) statement.finalize();
    kept.clear();
    return close(done);
  };
}

const most = 200;

function dropOldest(kept: Map<string, Statement>): void {
  const [oldest] = kept;
  if (kept.size <= most || oldest === undefined) return;
  kept.delete(oldest[0]);
  oldest[1].finalize();
}
