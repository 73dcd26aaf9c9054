// json-logic-js: the grading as three JSONLogic rules, applied one after the other
// because JSONLogic has no names for intermediate results.
//
// The library walks the rule anew at every call, so the rules are written to have few
// nodes: answers enter as weights that one sum can count, context is branched on once
// for all the sections it decides, and intervals are two-digit numbers (23: best 2,
// worst 3). No custom operator is needed; adding one to count was no faster.

import jsonLogic from "json-logic-js";
import {
  applicabilityOf,
  CAP,
  contextOf,
  GATE,
  GRADE_STEPS,
  GRADE_TABLE,
  INADEQUATE,
  OVERALL,
  SECTIONS,
  STANDINGS,
  SUGGESTION,
  UNCAPPED,
} from "./rules.mjs";

export const name = "json-logic-js";

// With at most five descriptors to a section, one sum gives how many answers of each
// kind there are: a sum below OPEN is yes answers alone, and one below NO is without a
// no. OPEN and NO are both one less than a multiple of 17, so that the remainder by 17
// is yes - open - no; by 15, OPEN counts up and NO down, which gives yes + open - no.
// Differences from 0 to 5 stay as they are, and negative ones come out above them.
const WEIGHTS = { yes: 1, open: 16, no: 254, not_applicable: 0 };
const MOST_DESCRIPTORS = 5;
const NO_FEWER_THAN_REST_MODULUS = 17;
const NO_FEWER_THAN_NO_MODULUS = 15;

const value = (key) => ({ var: key });
const item = value("");
const key = (id) => id.replaceAll(".", "_");
const interval = (best, worst) => best * 10 + worst;

// Sums of weights, context first.

function weigh(id, context) {
  const { conditions, mayExclude } = applicabilityOf(id);
  if (conditions.some((condition) => holds(condition, context) === false)) return null;
  const unknown = conditions.some((condition) => holds(condition, context) === null);
  // An answer of not_applicable weighs nothing, which `or` reads as "none given".
  if (conditions.length === 0 || unknown || mayExclude) return value(key(id));
  return { or: [value(key(id)), WEIGHTS.open] };
}

function holds({ field, equals, atLeast, under }, context) {
  const known = context[field];
  if (known === undefined) return null;
  if (equals !== undefined) return known === equals;
  return atLeast !== undefined ? known >= atLeast : known < under;
}

function sumOf(sectionId, context) {
  const { descriptors } = SECTIONS.find(({ id }) => id === sectionId);
  const terms = descriptors.map((id) => weigh(id, context)).filter((term) => term !== null);
  if (terms.length === 0) return 0;
  return terms.length === 1 ? terms[0] : { "+": terms };
}

/** The ways a context field can stand, each with its test; the last one is "else". */
function casesOf({ field, equals, atLeast, under }) {
  const known = value(field);
  if (typeof equals === "boolean") {
    return [
      { test: known, context: { [field]: true } },
      { test: { "===": [known, false] }, context: { [field]: false } },
      { context: {} },
    ];
  }
  if (equals !== undefined) {
    return [
      { test: { "===": [known, equals] }, context: { [field]: equals } },
      { test: known, context: { [field]: "another" } },
      { context: {} },
    ];
  }
  const limit = atLeast ?? under;
  return [
    { test: { "===": [known, null] }, context: {} },
    { test: { "<": [known, limit] }, context: { [field]: limit - 1 } },
    { context: { [field]: limit } },
  ];
}

function branch(conditions, leaf, context = {}) {
  if (conditions.length === 0) return leaf(context);
  const [condition, ...rest] = conditions;
  const steps = casesOf(condition).map(({ test, context: known }) => ({
    test,
    result: branch(rest, leaf, { ...context, ...known }),
  }));
  const distinct = new Set(steps.map(({ result }) => JSON.stringify(result)));
  if (distinct.size === 1) return steps[0].result;
  return { if: steps.flatMap(({ test, result }) => (test === undefined ? [result] : [test, result])) };
}

const decidingConditions = (sectionId) => {
  const { descriptors } = SECTIONS.find(({ id }) => id === sectionId);
  const found = new Map();
  for (const id of descriptors) {
    for (const condition of applicabilityOf(id).conditions) found.set(condition.field, condition);
  }
  return [...found.values()];
};

// Sections that hang on the same first field are branched on together.
function sumsBySection() {
  const groups = new Map();
  for (const { id } of SECTIONS) {
    const field = decidingConditions(id)[0]?.field;
    groups.set(field, [...(groups.get(field) ?? []), id]);
  }
  const sums = [...groups.values()].map((ids) => {
    const [first] = decidingConditions(ids[0]);
    const later = (id) => decidingConditions(id).slice(1);
    const leaf = (context) => ids.map((id) => branch(later(id), (c) => sumOf(id, c), context));
    return first === undefined ? leaf({}) : branch([first], leaf);
  });
  return { order: [...groups.values()].flat(), sums: { merge: sums } };
}

function suggestionRule() {
  const { withoutNo, atLeastHalfYes } = SUGGESTION;
  const noFewer = (modulus) => ({ "<=": [{ "%": [item, modulus] }, MOST_DESCRIPTORS] });
  return {
    if: [
      { "<": [item, WEIGHTS.open] },
      { if: [item, interval(withoutNo, withoutNo), 0] },
      { "<": [item, WEIGHTS.no] },
      {
        if: [noFewer(NO_FEWER_THAN_REST_MODULUS), interval(withoutNo, atLeastHalfYes), interval(withoutNo, INADEQUATE)],
      },
      noFewer(NO_FEWER_THAN_REST_MODULUS),
      interval(atLeastHalfYes, atLeastHalfYes),
      noFewer(NO_FEWER_THAN_NO_MODULUS),
      interval(atLeastHalfYes, INADEQUATE),
      interval(INADEQUATE, INADEQUATE),
    ],
  };
}

const { order, sums } = sumsBySection();
const suggestions = { map: [sums, suggestionRule()] };

// How each section stands: its recorded score, or else what is suggested for it. Where
// nothing applies (0) neither counts.
const suggestedKeys = order.map((id) => `suggested_${id}`);
const recordedKeys = order.map((id) => `recorded_${id}`);
const standings = order.map((id, i) => {
  if (id === OVERALL) return value(suggestedKeys[i]);
  const standing = { or: [value(recordedKeys[i]), value(suggestedKeys[i])] };
  return decidingConditions(id).length === 0 ? standing : { and: [value(suggestedKeys[i]), standing] };
});

const anyOf = (tests) => (tests.length === 1 ? tests[0] : { or: tests });

function cap(end) {
  const anyAt = (score) => {
    const standings = STANDINGS.filter((standing) => standing[end] === score);
    return anyOf(standings.map(({ best, worst }) => ({ in: [interval(best, worst), value("standings")] })));
  };
  return { if: [...CAP.flatMap(({ anyAt: score, atBest }) => [anyAt(score), atBest]), UNCAPPED] };
}

// The grade table from the worst row up. The criteria that a row adds are one fact.
const rows = GRADE_STEPS.map((step) => ({ ...step, key: `criteria_${step.score}` }));

function grade(end) {
  const steps = rows.flatMap(({ key: row, tooLow, otherwise }) => {
    const failing = end === "best" ? tooLow : [...tooLow, null];
    return [anyOf(failing.map((answer) => ({ in: [answer, value(row)] }))), otherwise];
  });
  return { if: [...steps, GRADE_TABLE[0].score] };
}

const gate = {
  if: [
    { "===": [value("recorded_plan"), null] },
    GATE.open,
    { "<=": [value("recorded_plan"), GATE.atMost] },
    GATE.issued,
    GATE.returned,
  ],
};

const plan = [{ max: [cap("best"), grade("best")] }, { max: [cap("worst"), grade("worst")] }, gate];

// The adapter: facts in, result out.

const NOTHING = {};
const keyed = SECTIONS.map(({ id, descriptors }) => ({
  id,
  recorded: `recorded_${id}`,
  suggested: `suggested_${id}`,
  answers: descriptors.map((descriptor) => ({ descriptor, key: key(descriptor) })),
}));

function factsOf(review) {
  const criteria = review.criteria ?? NOTHING;
  const facts = contextOf(review);
  facts.standings = null;
  for (const { id, recorded, answers } of keyed) {
    const block = review.sections?.[id] ?? NOTHING;
    const given = block.descriptors ?? NOTHING;
    for (let i = 0; i < answers.length; i += 1) {
      facts[answers[i].key] = WEIGHTS[given[answers[i].descriptor]] ?? WEIGHTS.open;
    }
    // A recorded score is an interval whose ends are one.
    facts[recorded] = block.score ? interval(block.score, block.score) : null;
  }
  for (const { key: row, criteria: ids } of rows) facts[row] = ids.map((id) => criteria[id] ?? null);
  return facts;
}

function gradeReview(review) {
  const facts = factsOf(review);
  const suggested = jsonLogic.apply(suggestions, facts);
  for (let i = 0; i < suggested.length; i += 1) facts[suggestedKeys[i]] = suggested[i];
  facts.standings = jsonLogic.apply(standings, facts);
  const [best, worst, state] = jsonLogic.apply(plan, facts);
  const sections = {};
  for (const { id, suggested: slot } of keyed) {
    const code = facts[slot];
    sections[id] = code === 0 ? null : { best: Math.trunc(code / 10), worst: code % 10 };
  }
  return { sections, plan: { best, worst }, gate: state };
}

export async function prepare() {
  return { grade: gradeReview };
}
