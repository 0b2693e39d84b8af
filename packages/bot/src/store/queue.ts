import { AsyncLocalStorage } from "node:async_hooks";

/** Runs one task at a time, in the order they came. */
export type Queue = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * The line in front of one connection. A task that queues again from inside, here or in another line of the same `desk`,
 * would wait for ever or read what is not committed: it is refused at once.
 */
export function createQueue(desk: object = {}): Queue {
  let last: Promise<unknown> = Promise.resolve();
  const run = marking(desk);
  return (task) => {
    const inside = refusal(desk);
    if (inside !== undefined) return Promise.reject(inside);
    const turn = last.then(() => run(task));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** No line: tasks run side by side, and none from inside another of the same `desk`. */
export function refusingInside(desk: object): Queue {
  const run = marking(desk);
  return (task) => {
    const inside = refusal(desk);
    return inside === undefined ? run(task) : Promise.reject(inside);
  };
}

function refusal(desk: object): Error | undefined {
  const around = running.getStore();
  return around?.desk === desk && !around.done ? new Error("The database was called from inside its own transaction") : undefined;
}

function marking(desk: object): Queue {
  return async (task) => {
    const mark = { desk, done: false };
    try {
      return await running.run(mark, task);
    } finally {
      mark.done = true;
    }
  };
}

/** One for all: each that exists slows every promise of the process down. */
const running = new AsyncLocalStorage<{ readonly desk: object; done: boolean }>();
