/** Trainees in sessions, each pair met once and numbered as it comes. */
export interface Pairs {
  readonly count: number;
  readonly sessions: Int32Array;
  readonly trainees: Int32Array;
  /** The number of a pair, a new one for a pair that was not met before. */
  numberOf(session: number, trainee: number): number;
}

/** Numbers in tables: a map of texts would cost more than all that follows. */
export function pairs(): Pairs {
  const met = { count: 0, sessions: new Int32Array(32), trainees: new Int32Array(32), numberOf };
  // A pair's number plus one stands where its hash points at, or in the next free place; never more than half full.
  let table = new Int32Array(64);
  return met;

  function numberOf(session: number, trainee: number): number {
    let place = hashed(session, trainee) & (table.length - 1);
    for (let pair = table[place] as number; pair !== 0; pair = table[place] as number) {
      if (met.sessions[pair - 1] === session && met.trainees[pair - 1] === trainee) return pair - 1;
      place = (place + 1) & (table.length - 1);
    }
    if (met.count === met.sessions.length) grow();
    met.sessions[met.count] = session;
    met.trainees[met.count] = trainee;
    met.count += 1;
    put(met.count);
    return met.count - 1;
  }

  function put(pair: number): void {
    let place = hashed(met.sessions[pair - 1] as number, met.trainees[pair - 1] as number) & (table.length - 1);
    while (table[place] !== 0) place = (place + 1) & (table.length - 1);
    table[place] = pair;
  }

  function grow(): void {
    met.sessions = doubled(met.sessions);
    met.trainees = doubled(met.trainees);
    table = new Int32Array(2 * table.length);
    for (let pair = 1; pair <= met.count; pair++) put(pair);
  }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

/** Neighbours must not meet: both ends of a product are mixed twice over. */
function hashed(session: number, trainee: number): number {
  let mixed = Math.imul(Math.imul(session, 0x9e3779b1) + trainee, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
