// Timing of several contestants in one run, with tinybench. Each round times every contestant once, so that other work
// of the machine falls on all of them. Ratios are taken within a round before the median, and so do not drift with it.

import { median } from "simple-statistics";
import { Bench, hrtimeNow } from "tinybench";

const ROUNDS = 21;
const WARM_UP_MS = 400;
const ROUND_MS = 25;

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
  const entries = contestants.flatMap((contestant) => entriesOf(contestant, inputs, copy));
  await runOnce(entries, WARM_UP_MS);
  const rounds = new Map(entries.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    // The order moves on by one each round: nobody always follows the same neighbour.
    const first = round % entries.length;
    const taken = await runOnce([...entries.slice(first), ...entries.slice(0, first)], ROUND_MS);
    for (const [name, ns] of taken) rounds.get(name).push(ns);
  }
  return [...rounds].map(([name, rounds]) => ({ name, rounds }));
}

/** The nanoseconds that a call takes, by the names of the entries. */
async function runOnce(entries, ms) {
  const bench = new Bench({ time: ms, iterations: 1, warmup: false, throws: true, now: hrtimeNow });
  for (const { name, fresh, pass, isAsync } of entries) {
    // The inputs of a pass are made before its time is taken, and not sooner: many at once would bring the collector of
    // garbage into the time.
    let given;
    const beforeEach = () => {
      given = fresh();
    };
    bench.add(name, () => pass(given), { async: isAsync, beforeEach });
  }
  await bench.run();
  return entries.map(({ name, calls }) => [name, (bench.getTask(name).result.latency.mean * 1e6) / calls]);
}

function entriesOf({ name, run, inFlight }, inputs, copy) {
  const entry = (title, calls, isAsync, pass) => ({
    name: title,
    calls,
    isAsync,
    pass,
    fresh: () => Array.from({ length: calls }, (_, call) => copy(inputs[call % inputs.length])),
  });
  const isAsync = typeof run(copy(inputs[0]))?.then === "function";
  if (!isAsync) return [entry(name, inputs.length, false, (given) => passSync(run, given))];
  const inTurn = entry(name, inputs.length, true, (given) => passAtOnce(run, given, 1));
  if (inFlight === undefined) return [inTurn];
  // Enough calls that starting up and running dry weigh little.
  const calls = Math.ceil((inFlight * 4) / inputs.length) * inputs.length;
  return [inTurn, entry(`${name}, ${inFlight} at once`, calls, true, (given) => passAtOnce(run, given, inFlight))];
}

function passSync(run, inputs) {
  for (const input of inputs) lastResult = run(input);
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

/** The ratio of one time to the other: the median over the rounds. */
export function ratio(entry, other) {
  return median(entry.rounds.map((ns, round) => ns / other.rounds[round]));
}
