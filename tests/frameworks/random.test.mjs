// The engine beside the reference: the same reviews of the same made-up frameworks, by the command line.
// Run with: EHCP_QA=path/to/ehcp-qa node --test tests/frameworks/
// FRAMEWORKS=1-500 in the environment takes other seeds than the 50 first.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { assessAll, linesFor, reviewsBack } from "./command-line.mjs";
import { findingsOf } from "./findings.mjs";
import { randomFramework, randomReview } from "./random-framework.mjs";
import { applySteps, assess, changesTo, leastByTrying, leastChanges, reaches } from "./reference.mjs";
import { lineOf } from "./score-line.mjs";
import { progressOf, statesOf } from "./states.mjs";

const [FIRST, LAST] = (process.env.FRAMEWORKS ?? "1-50").split("-").map(Number);
const REVIEWS = 60;
/** With so few changes or fewer the reference is compared with the plainer one, which tries all sets of them. */
const FEW_CHANGES = 10;

const folder = mkdtempSync(join(tmpdir(), "frameworks-"));
after(() => rmSync(folder, { recursive: true }));

/** What a review says, without fields that are not given and objects that say nothing. */
function said(value) {
  if (typeof value !== "object" || value === null) return value ?? undefined;
  const entries = Object.entries(value).map(([key, inner]) => [key, said(inner)]);
  const kept = entries.filter(([, inner]) => inner !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** What differs in the assessment of one review, in words. */
function differencesOf(framework, review, engine) {
  const found = [];
  const compare = (what, theirs, ours) => {
    if (!isDeepStrictEqual(theirs ?? null, ours)) {
      found.push(`${what}: engine ${JSON.stringify(theirs ?? null)}, reference ${JSON.stringify(ours)}`);
    }
  };
  const reference = assess(framework, review);
  for (const part of ["criteria", "mean", "required", "cap", "suggested"]) {
    compare(`plan ${part}`, engine.plan[part], reference.plan[part]);
  }
  compare(
    "sections",
    engine.sections.map(({ id }) => id),
    Object.keys(reference.sections),
  );
  for (const { id, suggested, counted } of engine.sections) {
    compare(`section ${id} suggested`, suggested, reference.sections[id].suggested);
    compare(`section ${id} counted`, counted, reference.sections[id].counted);
  }
  const states = engine.sections.flatMap(({ descriptors }) =>
    Object.entries(descriptors).flatMap(([state, ids]) => ids.map((id) => [id, state])),
  );
  compare("states", Object.fromEntries(states), statesOf(framework, review));
  compare("progress", engine.progress.total, progressOf(framework, review));
  compare(
    "findings",
    engine.findings.map(({ rule, severity, at }) => ({ rule, severity, at })),
    findingsOf(framework, review),
  );
  const { to, reachable, steps } = engine.path;
  compare("path to", to, framework.interpretation.gate.issue_at);
  const least = leastChanges(framework, review, to);
  compare("path length", reachable ? steps.length : null, least);
  if (reachable && !reaches(framework, applySteps(review, steps), to)) {
    const after = assess(framework, applySteps(review, steps)).plan.suggested;
    found.push(`path: after its steps the reference suggests ${JSON.stringify(after)}, not ${to} or better`);
  }
  if (changesTo(framework, review, to).length <= FEW_CHANGES) {
    assert.equal(leastByTrying(framework, review, to), least, "the reference agrees with itself");
  }
  return found;
}

function check(seed) {
  const framework = randomFramework(seed);
  const file = join(folder, `${framework.id}.json`);
  writeFileSync(file, JSON.stringify(framework));
  const reviews = Array.from({ length: REVIEWS }, (_, number) => randomReview(framework, seed, number));
  const engine = assessAll(file, reviews);
  assert.equal(engine.length, REVIEWS);
  const found = reviews.flatMap((review, number) =>
    differencesOf(framework, review, engine[number]).map((difference) => `review ${number}: ${difference}`),
  );

  const walked = reviews.flatMap((review, number) => {
    const { reachable, steps } = engine[number].path;
    return reachable ? [{ number, review: applySteps(review, steps) }] : [];
  });
  for (const [index, { path }] of assessAll(
    file,
    walked.map(({ review }) => review),
  ).entries()) {
    if (!path.reachable || path.steps.length > 0) {
      found.push(`review ${walked[index].number}: path: after its steps the engine asks for more`);
    }
  }

  const lines = linesFor(file, reviews);
  for (const [number, review] of reviews.entries()) {
    const line = lineOf(framework, review);
    if (lines[number] !== line) found.push(`review ${number}: line ${lines[number]}, reference ${line}`);
  }
  const back = reviewsBack(file, lines);
  for (const [number, review] of reviews.entries()) {
    if (!isDeepStrictEqual(said(JSON.parse(back[number] ?? "null")), said(review))) {
      found.push(`review ${number}: line ${lines[number]} restores ${back[number]}`);
    }
  }
  const restored = back.map((text) => JSON.parse(text));
  assert.deepEqual(linesFor(file, restored), lines);
  return found;
}

for (let seed = FIRST; seed <= LAST; seed += 1) {
  test(`framework ${seed}`, () => {
    const found = check(seed);
    const few = found.slice(0, 5).join("\n");
    assert.equal(found.length, 0, `${found.length} differences with the framework of seed ${seed}\n${few}`);
  });
}

test("the same seed gives the same documents", () => {
  const framework = randomFramework(FIRST);
  assert.deepEqual(randomFramework(FIRST), framework);
  assert.deepEqual(randomReview(framework, FIRST, 7), randomReview(framework, FIRST, 7));
});
