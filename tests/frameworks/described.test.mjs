// Small examples of what `docs/framework-format.md` says, where the engine and the reference once differed: each is
// as small as it can be, and what is expected is worked out by hand from the description, which is quoted.
// Run with: EHCP_QA=path/to/ehcp-qa node --test tests/frameworks/

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { assertFine, assessOne } from "./command-line.mjs";
import { assess, leastChanges } from "./reference.mjs";

const folder = mkdtempSync(join(tmpdir(), "described-"));
after(() => rmSync(folder, { recursive: true }));

const BASIS = { basis: "interpretation", reason: "For a test." };
const share = (of, out_of) => ({ of, out_of });
const HALF = [
  [1, 1, 2],
  [3, 0, 1],
];

/** Of a grade with several scores `[first, last]`. */
const gradeOf = ([score, up_to]) => ({ score, up_to, heading: `${score}`, label: `Grade ${score}`, criteria: [] });

/** A framework whose scores are 1 to 3, the least the best. Bands are `[score, of, out_of]`. */
function frameworkOf({
  sections,
  grades = [[1], [2], [3]],
  bands = HALF,
  facts = [],
  applicability,
  gate = 1,
  ...interpretation
}) {
  const entry = { place: "Somewhere", ...BASIS };
  const ids = Object.values(sections).flat();
  return {
    id: "small",
    edition: "1",
    language: "en-GB",
    source: { title: "Small", note: "For a test." },
    wording: {
      title: "Small",
      continuous_improvement: [],
      scale: { heading: "Scale", introduction: [], grades: grades.map(gradeOf) },
      sections: Object.entries(sections).map(([id, descriptors]) => ({
        id,
        title: id,
        descriptors: descriptors.map((descriptor) => ({ id: descriptor, text: descriptor })),
      })),
      overall: { id: "overall", title: "The plan", descriptors: [] },
    },
    interpretation: {
      readings: [],
      context: facts.map((field) => ({ field, name: field, label: field })),
      criteria: [],
      grade_table: [],
      applicability: applicability ?? [{ descriptors: ids, all_of: [], may_exclude: false, ...BASIS }],
      evidence: [],
      section_suggestion: bands.map(([score, of, out_of], index) => ({
        id: `band-${index}`,
        score,
        yes_at_least: share(of, out_of),
        ...BASIS,
      })),
      section_cap: [],
      gate: { issue_at: gate, ...BASIS, cites: [] },
      trace: {
        section_suggestion: "Bands",
        section_cap: "Limits",
        applicability: "Which plans",
        nothing_applies: entry,
        recorded_score: entry,
        no_limit: entry,
        worse_of_both: entry,
      },
      checks: [],
      ...interpretation,
    },
  };
}

const inPlaceOf = (descriptor, ...instead_of) => [{ descriptor, instead_of, place: "Alternatives", ...BASIS }];
const must = (plan_at_best, ...descriptors) => ({ descriptors, plan_at_best, place: "Musts", ...BASIS });
const limit = (section_score, plan_at_best) => ({ section_score, plan_at_best, ...BASIS });
const applies = (descriptors, ...all_of) => ({ descriptors, all_of, may_exclude: false, ...BASIS });
const sometimes = (...descriptors) => ({ descriptors, all_of: [], may_exclude: true, ...BASIS });
const meanOf = (points, bands) => ({
  points: points.map((each, index) => ({ score: index + 1, points: each })),
  bands: bands.map(([score, least]) => ({ id: `mean-${score}`, score, mean_at_least: share(least, 1), ...BASIS })),
  place: "Mean",
});

/** A mean whose points are 3, 2 and 1, and whose grade is its number of points from the best. */
const MEAN = meanOf(
  [3, 2, 1],
  [
    [1, 3],
    [2, 2],
    [3, 0],
  ],
);

function engineAssess(framework, review) {
  const file = join(folder, "framework.json");
  writeFileSync(file, JSON.stringify(framework));
  assertFine(file);
  return assessOne(file, { framework: "small", ...review });
}

/** The section and the plan as both see them; of the path, how many steps it has, or null where there is none. */
function both(framework, review, section) {
  const engine = engineAssess(framework, review);
  const reference = assess(framework, review);
  const { to, reachable, steps } = engine.path;
  return {
    engine: {
      section: engine.sections.find(({ id }) => id === section).suggested,
      plan: engine.plan.suggested,
      steps: reachable ? steps.length : null,
    },
    reference: {
      section: reference.sections[section].suggested,
      plan: reference.plan.suggested,
      steps: leastChanges(framework, review, to),
    },
  };
}

const point = (score) => ({ best: score, worst: score });
const range = (best, worst) => ({ best, worst });

function agree(framework, review, section, expected) {
  const { engine, reference } = both(framework, review, section);
  assert.deepEqual(reference, expected, "the reference");
  assert.deepEqual(engine, expected, "the engine");
}

const PROVISION = { field: "health_needs", equals: true };

test("an alternative that does not apply replaces nothing", () => {
  // "A condition that is known to fail takes the descriptor out of the count, whatever is answered."
  const framework = frameworkOf({
    sections: { s: ["none", "some"] },
    facts: ["health_needs"],
    applicability: [applies(["none"], { field: "health_needs", equals: false }), applies(["some"])],
    alternatives: inPlaceOf("none", "some"),
    required: [must(3, "some")],
  });
  const review = {
    plan: { health_needs: true },
    sections: { s: { descriptors: { none: "yes", some: "no" } } },
  };
  // "some" counts alone: 0 of 1. It is a must. To meet it is one change.
  agree(framework, review, "s", { section: point(3), plan: point(3), steps: 1 });
});

test("an answer to what does not apply does not replace the alternative", () => {
  // "... or one of the others has an answer that counts, it does not count itself."
  const framework = frameworkOf({
    sections: { s: ["none", "some"] },
    facts: ["health_needs"],
    applicability: [applies(["some"], PROVISION), applies(["none"])],
    alternatives: inPlaceOf("none", "some"),
    required: [must(3, "none")],
  });
  const review = { plan: { health_needs: false }, sections: { s: { descriptors: { some: "yes" } } } };
  // "none" is open, and the only one that counts.
  agree(framework, review, "s", { section: range(1, 3), plan: range(1, 3), steps: 1 });
});

test("an answer that cannot exclude leaves the alternative where it was", () => {
  // "... or one of the others has an answer that counts, it does not count itself."
  const framework = frameworkOf({
    sections: { s: ["none", "some"] },
    facts: ["health_needs"],
    applicability: [applies(["none"], { field: "health_needs", equals: false }), applies(["some"])],
    alternatives: inPlaceOf("none", "some"),
    required: [must(3, "some")],
  });
  const review = {
    plan: { health_needs: false },
    sections: { s: { descriptors: { none: "not_applicable", some: "no" } } },
  };
  // "none" applies, so it is not excluded; "some" is answered, so "none" does not count: 0 of 1.
  agree(framework, review, "s", { section: point(3), plan: point(3), steps: 1 });
});

test("the path takes one of an alternative and what it stands in place of", () => {
  // "The path to a grade is the smallest set of changes ..."
  const framework = frameworkOf({
    sections: { s: ["none", "some"] },
    bands: [
      [1, 1, 1],
      [3, 0, 1],
    ],
    alternatives: inPlaceOf("none", "some"),
    section_cap: [limit(3, 3)],
    required: [must(3, "none", "some")],
  });
  // Both are open: 2 of 2 to 0 of 2. Where one is met the other does not count, so one change is enough.
  agree(framework, {}, "s", { section: range(1, 3), plan: range(1, 3), steps: 1 });
});

test("the path reaches its grade where meeting one descriptor takes out another", () => {
  // "... after which the worst end of the suggestion is that grade or better."
  const framework = frameworkOf({
    sections: { s: ["none", "some", "third"] },
    bands: [
      [1, 2, 3],
      [3, 0, 1],
    ],
    alternatives: inPlaceOf("none", "some"),
    plan_mean: MEAN,
  });
  const review = { sections: { s: { descriptors: { third: "no" } } } };
  const { to, reachable, steps } = engineAssess(framework, review).path;
  assert.deepEqual([to, reachable], [1, true]);
  const descriptors = { third: "no" };
  for (const { at, value } of steps) descriptors[at.split("/").at(-1)] = value;
  const walked = { sections: { s: { descriptors } } };
  // Of an alternative and what it replaces one counts: with "third" not met that is 1 of 2, less than 2 of 3.
  assert.deepEqual(assess(framework, walked).plan.suggested, point(1), `after ${JSON.stringify(descriptors)}`);
});

test("a mean over no section is not in the way", () => {
  // "A section of which all descriptors are out of the count counts for nothing." The required descriptor "does not
  // count" and "is not asked for".
  const framework = frameworkOf({
    sections: { s: ["d"] },
    applicability: [sometimes("d")],
    plan_mean: meanOf(
      [3, 2, 1],
      [
        [2, 2],
        [3, 0],
      ],
    ),
    required: [must(3, "d")],
  });
  const review = { sections: { s: { descriptors: { d: "not_applicable" } } } };
  // The suggestion is the best grade already.
  agree(framework, review, "s", { section: null, plan: point(1), steps: 0 });
});

test("a grade that a limit keeps every section from is not reachable", () => {
  const framework = frameworkOf({
    sections: { s: ["d"] },
    section_cap: [limit(1, 2), limit(3, 3)],
    plan_mean: MEAN,
  });
  // A section with the best score allows a 2.
  agree(framework, {}, "s", { section: range(1, 3), plan: range(2, 3), steps: null });
});

test("a grade that is better than the first row of the grade table is not reachable", () => {
  const criterion = {
    id: "c",
    label: "C",
    hint: "C",
    values: [
      { id: "no", label: "No" },
      { id: "yes", label: "Yes" },
    ],
  };
  const framework = frameworkOf({
    sections: { s: ["d"] },
    grades: [[1, 2], [3]],
    criteria: [{ ...criterion, ...BASIS }],
    grade_table: [
      { score: 2, requires: { c: "yes" }, ...BASIS },
      { score: 3, requires: {}, ...BASIS },
    ],
    plan_mean: MEAN,
  });
  agree(framework, {}, "s", { section: range(1, 3), plan: range(2, 3), steps: null });
});

test("a score that is entered for a limit is good enough for the mean too", () => {
  // "... by another score ... where answers alone cannot be good enough for a limit. Across a mean it is the fewest
  // changes in all."
  const framework = frameworkOf({
    sections: { s: ["d"] },
    bands: [[3, 0, 1]],
    section_cap: [limit(3, 3)],
    plan_mean: meanOf(
      [10, 9, 0],
      [
        [1, 10],
        [2, 9],
        [3, 0],
      ],
    ),
  });
  // Answers bring a 3, which the limit forbids. A recorded 2 would do for the limit, and a 1 does for the mean.
  agree(framework, {}, "s", { section: point(3), plan: point(3), steps: 1 });
});

test("a condition on a stage holds for that stage alone", () => {
  // "A proposed amended plan is no draft to a condition."
  const framework = frameworkOf({
    sections: { s: ["d"] },
    facts: ["stage"],
    applicability: [applies(["d"], { field: "stage", equals: "draft" })],
    required: [must(3, "d")],
  });
  const at = (stage) => ({ plan: { stage }, sections: { s: { descriptors: { d: "no" } } } });
  agree(framework, at("draft"), "s", { section: point(3), plan: point(3), steps: 1 });
  agree(framework, at("proposed_amended"), "s", { section: null, plan: point(1), steps: 0 });
});

test("an open alternative counts beside what it stands in place of", () => {
  // "While neither is answered, all of them count as open: the interval then has every score that answers can bring,
  // and can have others."
  const framework = frameworkOf({
    sections: { s: ["none", "some", "third"] },
    bands: [
      [1, 2, 3],
      [3, 0, 1],
    ],
    alternatives: inPlaceOf("none", "some"),
    required: [must(3, "third")],
  });
  const suggested = (descriptors) =>
    both(framework, { sections: { s: { descriptors: { third: "no", ...descriptors } } } }, "s").engine.section;
  for (const none of ["yes", "no"]) {
    for (const some of ["yes", "no"]) assert.deepEqual(suggested({ none, some }), point(3));
  }
  assert.deepEqual(suggested({}), range(1, 3));
});
