// Builds a grading from the numbers in which the engine returns it, in the layout of `wasm/src/grading.rs`.

import type { GateState, GateSuggestion, Grading, Interval, Score } from "./documents.js";
import type { Numbers } from "./numbers.js";

/** The states of the gate and the places of a suggestion, in the order of their numbers. */
const GATES: GateState[] = ["may_be_issued", "not_to_be_issued", "undecided"];
const SUGGESTIONS: GateSuggestion[] = ["inside", "across", "outside"];

/** The gate by the numbers of its state and of where the suggestion lies; none for any other number. */
export function gateOf(state: number, suggestion: number): Grading["plan"]["gate"] {
  const found = GATES[state];
  return found === undefined ? null : { state: found, suggestion: SUGGESTIONS[suggestion] ?? null };
}

/** The grading that numbers stand for. */
export function unpack(from: Uint16Array, { framework, scores, sectionIds, checks }: Numbers): Grading {
  const score = (place: number): Score => scores[place - 1]!;
  const interval = (ends: number): Interval | null =>
    ends === 0 ? null : { best: score(ends & 255), worst: score(ends >> 8) };
  const count = sectionIds.length;
  const sections: Grading["sections"] = {};
  for (let at = 0; at < count; at += 1) sections[sectionIds[at]!] = interval(from[at]!);
  const findings: string[] = [];
  for (let at = count + 6; at < from.length; at += 1) findings.push(checks[from[at]!]!);
  const recorded = from[count + 3]!;
  return {
    framework,
    plan: {
      criteria: interval(from[count]!),
      cap: interval(from[count + 1]!),
      suggested: interval(from[count + 2]!),
      recorded: recorded === 0 ? null : score(recorded),
      gate: gateOf(from[count + 4]! - 1, from[count + 5]! - 1),
    },
    sections,
    findings,
  };
}
