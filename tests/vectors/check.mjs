// Checks the assessments of an engine against the vectors worked out by hand.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

export const vectors = JSON.parse(readFileSync(new URL("grading.json", import.meta.url), "utf8"));

const ends = (interval) => interval && [interval.best, interval.worst];

const read = {
  criteria: ({ plan }) => ends(plan.criteria),
  cap: ({ plan }) => ends(plan.cap),
  suggested: ({ plan }) => ends(plan.suggested),
  recorded: ({ plan }) => plan.recorded,
  gate: ({ plan }) => [plan.gate.state, plan.gate.suggestion],
  findings: ({ findings }) => findings.map(({ rule }) => rule),
  progress: ({ progress }) => [progress.total.answered, progress.total.total],
  sections: ({ sections }, expected) =>
    Object.fromEntries(
      Object.keys(expected).map((id) => [id, ends(sections.find((section) => section.id === id).suggested)]),
    ),
  path: (_, [to], pathTo) => [to, pathTo(to).steps.map(({ at, value, state }) => [at, value, state])],
};

/**
 * Checks one vector.
 * @returns the number of its expectations.
 */
export function check({ name, expect }, assessment, pathTo) {
  for (const [key, expected] of Object.entries(expect)) {
    assert.ok(key in read, `${name} expects ${key}, which no runner knows`);
    assert.deepEqual(read[key](assessment, expected, pathTo), expected, `${name}: ${key}`);
  }
  return Object.keys(expect).length;
}
