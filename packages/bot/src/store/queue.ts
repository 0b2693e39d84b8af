import { AsyncLocalStorage } from "node:async_hooks";

/** Runs one task at a time, in the order they came. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * The line in front of one connection. A task that queues again from inside, here or in another line of the same `desk`,
 * would wait for ever or read what is not committed: it is refused at once.
 */
export function createQueue(desk: object = {}): Queue {
  let last: Promise<unknown> = Promise.resolve();
  const queue: Queue = (task) => {
    const around = running.getStore();
    if (around?.desk === desk && !around.done) return Promise.reject(new Error("The database was called from inside its own transaction"));
    const turn = last.then(async () => {
      const mark = { desk, done: false };
      try {
        return await running.run(mark, task);
      } finally {
        mark.done = true;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return queue;
}

/** One for all: each that exists slows every promise of the process down. */
const running = new AsyncLocalStorage<{ readonly desk: object; done: boolean }>();
