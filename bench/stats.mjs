// Timing of several contestants in one run. Each round times every contestant once, so
// that other work of the machine falls on all of them; ratios are taken within a
// round before the median, and so do not drift with it. Garbage is not collected by force
// in between: a few forced collections make the runtime drop code that was not running,
// and the next contestant would start cold.

const ROUNDS = 21;
const WARM_UP_MS = 400;
const BATCH_MS = 25;

/** Holds on to results, so that no work can be left out as unused. */
export let lastResult;

/**
 * Times each contestant over the same inputs.
 *
 * A contestant is `{ name, run(input), inFlight? }`. One that returns a promise is
 * awaited call by call; with `inFlight` it is timed a second time with that many calls
 * under way at once, as an entry of its own. One that does not is never awaited.
 *
 * With `copy` each call gets a fresh copy of its input, made before the clock starts.
 *
 * Returns, in the same order, `{ name, rounds }` with nanoseconds per call and round.
 */
export async function time(contestants, inputs, copy = (input) => input) {
  const entries = [];
  for (const contestant of contestants) entries.push(...(await entriesOf(contestant, inputs, copy)));
  for (const entry of entries) await warmUp(entry);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = 0; i < entries.length; i += 1) {
      // The order moves on by one each round: nobody always follows the same neighbour.
      const entry = entries[(round + i) % entries.length];
      const elapsed = await timeBatch(entry, entry.passes);
      entry.rounds.push(elapsed / (entry.passes * entry.calls));
    }
  }
  return entries.map(({ name, rounds }) => ({ name, rounds }));
}

async function entriesOf({ name, run, inFlight }, inputs, copy) {
  const fresh = (calls) => Array.from({ length: calls }, (_, call) => copy(inputs[call % inputs.length]));
  const entry = { passes: 1, calls: inputs.length, fresh };
  const first = run(copy(inputs[0]));
  if (typeof first?.then !== "function") {
    return [{ ...entry, name, rounds: [], isAsync: false, pass: (given) => passSync(run, given) }];
  }
  await first;
  const inTurn = { ...entry, name, rounds: [], isAsync: true, pass: (given) => passInTurn(run, given) };
  if (inFlight === undefined) return [inTurn];
  // Enough calls that starting up and running dry weigh little.
  const calls = Math.ceil((inFlight * 4) / inputs.length) * inputs.length;
  const pass = (given) => passAtOnce(run, given, inFlight);
  return [inTurn, { ...entry, name: `${name}, ${inFlight} at once`, rounds: [], isAsync: true, calls, pass }];
}

function passSync(run, inputs) {
  for (let i = 0; i < inputs.length; i += 1) lastResult = run(inputs[i]);
}

async function passInTurn(run, inputs) {
  for (let i = 0; i < inputs.length; i += 1) lastResult = await run(inputs[i]);
}

// Lanes that each take the next input, so that as many calls are under way all the time.
async function passAtOnce(run, inputs, lanes) {
  let next = 0;
  const lane = async () => {
    while (next < inputs.length) {
      const input = inputs[next];
      next += 1;
      lastResult = await run(input);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

// The inputs of a pass are made before its time is taken, and not sooner: many at once would bring the collector of
// garbage into the time.
async function timeBatch({ pass, isAsync, calls, fresh }, passes) {
  let elapsed = 0n;
  for (let i = 0; i < passes; i += 1) {
    const given = fresh(calls);
    const start = process.hrtime.bigint();
    if (isAsync) await pass(given);
    else pass(given);
    elapsed += process.hrtime.bigint() - start;
  }
  return Number(elapsed);
}

// Runs until the code is hot, and finds how many passes make a batch of fair length.
async function warmUp(entry) {
  const until = performance.now() + WARM_UP_MS;
  let passes = 0;
  let elapsed = 0;
  while (performance.now() < until) {
    elapsed += await timeBatch(entry, 1);
    passes += 1;
  }
  entry.passes = Math.max(1, Math.round((BATCH_MS * 1e6 * passes) / elapsed));
}

/** The middle value. */
export function median(values) {
  return quantile(values, 0.5);
}

/** The value below which the given share of the values lie. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const high = Math.ceil(place);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

/** The ratio of one time to the other: the median over the rounds. */
export function ratio(entry, other) {
  return median(entry.rounds.map((ns, round) => ns / other.rounds[round]));
}

/** Rows of cells as lines, columns aligned; the first column to the left. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("   "))
    .map((line) => `  ${line.trimEnd()}`)
    .join("\n");
}

/** Nanoseconds as microseconds, to three figures. */
export function microseconds(ns) {
  const us = ns / 1000;
  return `${us >= 100 ? us.toFixed(0) : us >= 10 ? us.toFixed(1) : us.toFixed(2)} us`;
}
