// The engine against an independent implementation of the rules, over random reviews.

import assert from "node:assert/strict";
import test from "node:test";
import { Engine, init } from "../../wasm/dist/node.js";
import * as reference from "../reference/reference.mjs";
import { randomReview } from "../reference/random-review.mjs";

const REVIEWS = 3000;

/** The parts of an assessment that the reference has too. */
function comparable(assessment) {
  const { plan } = assessment;
  const descriptors = {};
  for (const section of assessment.sections) {
    for (const [state, ids] of Object.entries(section.descriptors)) {
      for (const id of ids) descriptors[id] = state;
    }
  }
  const pick = (key) => Object.fromEntries(assessment.sections.map((section) => [section.id, key(section)]));
  const findings = assessment.findings.map(({ rule, severity, at, fields, not_checked }) => {
    return rule === "context-not-known"
      ? { rule, severity, at, params: { fields, rules: not_checked ?? [] } }
      : { rule, severity, at };
  });
  const order = (a, b) => (a.rule + a.at < b.rule + b.at ? -1 : 1);
  return {
    plan: {
      criteria: plan.criteria,
      cap: plan.cap,
      suggested: plan.suggested,
      recorded: plan.recorded,
      gate: { state: plan.gate.state, suggestion: plan.gate.suggestion },
    },
    sections: pick(({ suggested, recorded }) => ({ suggested, recorded })),
    descriptors,
    progress: {
      criteria: assessment.progress.criteria,
      sections: pick(({ progress }) => progress),
      total: assessment.progress.total,
    },
    findings: findings.sort(order),
  };
}

function expected(review) {
  const assessed = reference.assess(review);
  const order = (a, b) => (a.rule + a.at < b.rule + b.at ? -1 : 1);
  const sorted = (params) => params && { fields: params.fields, rules: [...params.rules].sort() };
  const findings = assessed.findings.map((finding) =>
    finding.params ? { ...finding, params: sorted(finding.params) } : finding,
  );
  return { ...assessed, findings: findings.sort(order) };
}

test(`${REVIEWS} random reviews come to what the reference says`, async () => {
  await init();
  const engine = new Engine();
  const rules = new Set();
  let compared = 0;
  for (let seed = 1; seed <= REVIEWS; seed += 1) {
    const review = randomReview(seed);
    const found = comparable(engine.assess(review));
    for (const finding of found.findings) {
      rules.add(finding.rule);
      finding.params?.rules.sort();
    }
    assert.deepEqual(found, expected(review), `seed ${seed}`);
    for (const score of [1, 2, 3, 4]) {
      const { steps, reachable } = engine.pathTo(review, score);
      const path = steps.map(({ kind, at, value, state }) => ({ kind, at, value, state }));
      assert.deepEqual(path, reference.pathTo(review, score), `seed ${seed}, path to ${score}`);
      assert.equal(reachable, true);
    }
    compared += 1;
  }
  assert.equal(compared, REVIEWS);
  // Every check fired at least once, or the comparison would say little about it.
  const checks = engine.framework.interpretation.checks.map(({ id }) => id);
  assert.deepEqual([...rules].sort(), checks.sort());
});
