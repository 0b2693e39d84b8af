/** Trainees in sessions, each pair met once and numbered as it comes. */
export interface Pairs {
  readonly count: number;
  readonly sessions: Int32Array;
  readonly trainees: Int32Array;
  /** The number of a pair, a new one for a pair that was not met before. */
  numberOf(session: number, trainee: number): number;
}

/** A table of numbers: a map of texts would cost more than all that follows. */
export function pairs(): Pairs {
  let count = 0;
  let sessions = new Int32Array(1024);
  let trainees = new Int32Array(1024);
  // A pair's number plus one stands where its hash points at, or in the next free place; never more than half full.
  let table = new Int32Array(4096);

  return {
    get count() {
      return count;
    },
    get sessions() {
      return sessions;
    },
    get trainees() {
      return trainees;
    },
    numberOf(session, trainee) {
      let place = hashed(session, trainee) & (table.length - 1);
      for (let pair = table[place] as number; pair !== 0; pair = table[place] as number) {
        if (sessions[pair - 1] === session && trainees[pair - 1] === trainee) return pair - 1;
        place = (place + 1) & (table.length - 1);
      }
      if (count === sessions.length) grow();
      sessions[count] = session;
      trainees[count] = trainee;
      count += 1;
      put(count);
      return count - 1;
    },
  };

  function put(pair: number): void {
    let place = hashed(sessions[pair - 1] as number, trainees[pair - 1] as number) & (table.length - 1);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = pair;
  }

  function grow(): void {
    sessions = doubled(sessions);
    trainees = doubled(trainees);
    table = new Int32Array(2 * table.length);
    for (let pair = 1; pair <= count; pair++) put(pair);
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

function hashed(session: number, trainee: number): number {
  const mixed = Math.imul(session, 0x9e3779b1) ^ Math.imul(trainee, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
