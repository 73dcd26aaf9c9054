// The form of the worked example in `docs/framework-format.md`: the marks that it gives by hand, from the engine and
// from the reference. A mark is worked out beside each plan as one would on paper: the share of green in a section
// (amber is half), the mark of the section (1: 10, from 3/4: 8, from 1/2: 5, else 2), and the mean, in which provision
// weighs twice: (aims + 2 x provision) / 3, without its fraction. Without "Says who provides" a plan has 5 at best.
// Run with: EHCP_QA=path/to/ehcp-qa node --test tests/frameworks/

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertFine, assessOne } from "./command-line.mjs";
import { applySteps, assess, leastChanges, reaches } from "./reference.mjs";

const FILE = fileURLToPath(new URL("green-amber-red.json", import.meta.url));
const FRAMEWORK = JSON.parse(readFileSync(FILE, "utf8"));

const point = (mark) => ({ best: mark, worst: mark });
const range = (best, worst) => ({ best, worst });
const ANSWERS = { g: "green", a: "amber", r: "red" };

/** Answers in printed order: g, a, r, or - for none. The second of provision is the must. */
function section(id, answers, score) {
  const given = [...answers].map((letter, index) => [`${id}.${index + 1}`, ANSWERS[letter]]);
  return { descriptors: Object.fromEntries(given.filter(([, answer]) => answer !== undefined)), score };
}

const planOf = ({ aims, aimsScore, provision, provisionScore, mark }) => ({
  framework: FRAMEWORK.id,
  sections: {
    aims: section("aims", aims, aimsScore),
    provision: section("provision", provision, provisionScore),
    overall: { score: mark },
  },
});

const PLANS = [
  {
    // 3/3: 10; 4/4: 10; (10 + 20) / 3 = 10.
    name: "all green",
    plan: { aims: "ggg", provision: "gggg" },
    expected: { aims: point(10), provision: point(10), mean: point(10), must: point(10), mark: point(10), steps: 0 },
  },
  {
    // 2 1/2 of 3: 8; 3 of 4, on the border: 8; 24 / 3 = 8.
    name: "three quarters to the point",
    plan: { aims: "gga", provision: "ggaa" },
    expected: { aims: point(8), provision: point(8), mean: point(8), must: point(10), mark: point(8), steps: 0 },
  },
  {
    // 1 1/2 of 3, on the border: 5; 1 of 4: 2; (5 + 4) / 3 = 3, on the border. For a 6 a sum of 18 is needed: with
    // one change provision has at most 5 and aims at most 8; with two greens more provision has 8, 5 + 16 = 21.
    name: "half to the point, and a mean to the point",
    plan: { aims: "gar", provision: "rgrr" },
    expected: { aims: point(5), provision: point(2), mean: point(3), must: point(10), mark: point(3), steps: 2 },
  },
  {
    // 10; 3 1/2 of 4: 8; 26 / 3 = 8 2/3: 8. The must is amber: 5 at best. Green, it is one change.
    name: "the must is met in part",
    plan: { aims: "ggg", provision: "gagg" },
    expected: { aims: point(10), provision: point(8), mean: point(8), must: point(5), mark: point(5), steps: 1 },
  },
  {
    // 10; 3 of 4: 8; 8 2/3: 8. The must is red.
    name: "the must is not met",
    plan: { aims: "ggg", provision: "grgg" },
    expected: { aims: point(10), provision: point(8), mean: point(8), must: point(5), mark: point(5), steps: 1 },
  },
  {
    // The must holds back no plan that is worse anyhow: 0 of 3: 2; 1 of 4: 2; mean 2. For a 6: the must and two more
    // of provision, 3 of 4: 8, 2 + 16 = 18; one of the three is green already.
    name: "a poor plan without the must",
    plan: { aims: "rrr", provision: "grrr" },
    expected: { aims: point(2), provision: point(2), mean: point(2), must: point(5), mark: point(2), steps: 2 },
  },
  {
    // All may be green, or none. For a 6 three of provision, the must among them: 2 + 16 = 18.
    name: "nothing is answered",
    plan: { aims: "---", provision: "----" },
    expected: {
      aims: range(10, 2),
      provision: range(10, 2),
      mean: range(10, 2),
      must: range(10, 5),
      mark: range(10, 2),
      steps: 3,
    },
  },
  {
    // 10; 4 of 4 or 3 of 4: 10 or 8; 10 or 8 2/3. The must may still be not met: then 5.
    name: "only the must is open",
    plan: { aims: "ggg", provision: "g-gg" },
    expected: {
      aims: point(10),
      provision: range(10, 8),
      mean: range(10, 8),
      must: range(10, 5),
      mark: range(10, 5),
      steps: 1,
    },
  },
  {
    // 2 of 3 or 1 of 3: 5 or 2; 2 of 4, on the border: 5; 15 / 3 = 5 or 12 / 3 = 4. For a 6 the red of provision
    // turns green: 3 of 4: 8, and with aims at worst 2 + 16 = 18.
    name: "one aim is open",
    plan: { aims: "aa-", provision: "agar" },
    expected: {
      aims: range(5, 2),
      provision: point(5),
      mean: range(5, 4),
      must: point(10),
      mark: range(5, 4),
      steps: 1,
    },
  },
  {
    // The mark that a person gave to aims counts, 7, not the 2 of its answers: (7 + 20) / 3 = 9. The mark that they
    // gave the plan is theirs alone.
    name: "a recorded mark of a section",
    plan: { aims: "rrr", aimsScore: 7, provision: "gggg", mark: 4 },
    expected: { aims: point(2), provision: point(10), mean: point(9), must: point(10), mark: point(9), steps: 0 },
  },
  {
    // (8 + 10) / 3 = 6, just good enough.
    name: "recorded marks on the border of Good",
    plan: { aims: "ggg", aimsScore: 8, provision: "gggg", provisionScore: 5 },
    expected: { aims: point(10), provision: point(10), mean: point(6), must: point(10), mark: point(6), steps: 0 },
  },
  {
    // (8 + 8) / 3 = 5 1/3: 5. One other mark is enough, such as 5 for provision.
    name: "recorded marks just below it",
    plan: { aims: "ggg", aimsScore: 8, provision: "gggg", provisionScore: 4 },
    expected: { aims: point(10), provision: point(10), mean: point(5), must: point(10), mark: point(5), steps: 1 },
  },
];

test("the framework is fine", () => assertFine(FILE));

for (const { name, plan, expected } of PLANS) {
  const review = planOf(plan);

  test(`by the reference: ${name}`, () => {
    const { sections, plan } = assess(FRAMEWORK, review);
    const { aims, provision } = sections;
    const seen = { aims: aims.suggested, provision: provision.suggested, mean: plan.mean, must: plan.required };
    assert.deepEqual({ ...seen, mark: plan.suggested, steps: leastChanges(FRAMEWORK, review, 6) }, expected);
  });

  test(`by the engine: ${name}`, () => {
    const { sections, plan, path } = assessOne(FILE, review);
    const [aims, provision] = sections;
    const seen = { aims: aims.suggested, provision: provision.suggested, mean: plan.mean, must: plan.required };
    assert.deepEqual({ ...seen, mark: plan.suggested, steps: path.steps.length }, expected);
    assert.deepEqual([path.to, path.reachable], [6, true]);
    assert.ok(reaches(FRAMEWORK, applySteps(review, path.steps), 6), "the path leads to a 6 or better");
    const suggestion = expected.mark.worst >= 6 ? "inside" : expected.mark.best < 6 ? "outside" : "across";
    assert.equal(plan.gate.suggestion, suggestion);
  });
}
