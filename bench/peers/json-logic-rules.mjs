// The grading as four JSONLogic rules, applied one after the other because JSONLogic has no names for intermediate
// results. Every JSONLogic library among the peers takes the same rules and facts.
//
// Interpreters walk the rule anew at every call, so the rules are written to have few nodes: answers enter as weights
// that one sum can count, context is branched on once for all the sections it decides, and the two ends of an interval
// are one number. No custom operator is needed.

import { alwaysSuggests, intervalOf, refuse } from "./rules.mjs";

const NOTHING = {};

// Places are written as texts: one library takes the number 0 for no place.
const value = (key) => ({ var: String(key) });
const item = value("");
const anyOf = (tests) => (tests.length === 1 ? tests[0] : { or: tests });
const greatestOf = (terms) => (terms.length === 1 ? terms[0] : { max: terms });
const sumOf = (terms) => (terms.length === 0 ? 0 : terms.length === 1 ? terms[0] : { "+": terms });

/** The value of the first step that `x` reaches, the steps from the greatest; the last is for all others. */
function firstReached(x, steps) {
  if (steps.length === 1) return steps[0].value;
  const half = steps.length >> 1;
  const test = { ">=": [x, steps[half - 1].at] };
  const rest = firstReached(x, steps.slice(half));
  return { if: [test, firstReached(x, steps.slice(0, half)), ...(rest.if ?? [rest])] };
}

/**
 * Grades by the four rules: `compile(rule)` gives a function from facts to the result. Facts are lists, which are made
 * and copied faster than objects with as many names; a rule has only those that it reads.
 */
export function gradeWith(rules, compile) {
  const weights = weightsOf(rules);
  const codes = codesOf(rules);
  const placed = placesOf(rules);
  const suggest = compile(suggestionRule(rules, placed, weights, codes));
  const stand = compile(placed.sections.map((section) => standing(section)));
  const total = compile(totalsRule(placed, codes));
  const conclude = compile(planRule(rules, codes));
  const count = placed.sections.length;

  return (review) => {
    const blocks = review.sections ?? NOTHING;
    const facts = placed.fields.map((field) => review.plan?.[field] ?? null);
    const recorded = [];
    for (const { id, descriptors } of placed.sections) {
      const block = blocks[id] ?? NOTHING;
      const given = block.descriptors ?? NOTHING;
      for (const { id: descriptor } of descriptors) facts.push(weights.of[given[descriptor]] ?? weights.open);
      recorded.push(codes.recorded[block.score] ?? null);
    }
    const [suggested, lackBest, lackWorst] = suggest(facts);
    const [best, worst, sum] = total(stand([...suggested, ...recorded]));
    const ends = [best, worst, sum, lackBest, lackWorst, rules.rankOf(blocks[placed.overall]?.score)];
    const criteria = review.criteria ?? NOTHING;
    for (const { criteria: ids } of rules.gradeSteps) ends.push(ids.map((id) => criteria[id] ?? null));
    const [planBest, planWorst, gate] = conclude(ends);

    const sections = {};
    for (let place = 0; place < count; place += 1) {
      const code = suggested[place];
      const [first, last] = [Math.floor(code / codes.pair), code % codes.pair];
      sections[placed.sections[place].id] = intervalOf(rules, codes.rankOf(first), codes.rankOf(last));
    }
    return { sections, plan: intervalOf(rules, planBest, planWorst), gate };
  };
}

// Answers. The weight of a counted answer is its credit times `count`, and 1; so a sum by `count` leaves how many there
// are, and the sum through it is 1 and `count` times their mean credit. An open answer weighs `open`: by `worst` it
// leaves an answer without credit, and by `best` one with all.

function weightsOf({ sections, units, credits }) {
  const most = Math.max(...sections.map(({ descriptors }) => descriptors.length));
  const count = most + 1;
  const worst = count * (most * units + units + 2);
  const weightOf = (credit) => (credit === null ? 0 : credit * count + 1);
  return {
    of: Object.fromEntries(Object.entries(credits).map(([id, credit]) => [id, weightOf(credit)])),
    open: worst + 1,
    lacking: [...new Set(Object.values(credits))]
      .filter((credit) => credit !== null && credit < units)
      .map((credit) => weightOf(credit)),
    full: weightOf(units),
    count,
    worst,
    best: worst - units * count,
  };
}

// Ranks. A code has the rank, then the points, then 1, so that the greatest code is the worst rank, and a weighted sum
// of codes has that of the points and that of the weights. An interval is the code of its best times `pair`, and that
// of its worst. Nothing that counts is 0.

function codesOf({ sections, scores, mean }) {
  const weight = sections.reduce((sum, section) => sum + section.weight, 0);
  const points = mean?.points ?? scores.map(() => 0);
  const weights = weight + 1;
  const rank = weights * (weight * Math.max(...points) + 1);
  const codeOf = (place) => rank * place + points[place - 1] * weights + 1;
  const pair = rank * (weight * (scores.length + 1) + scores.length + 2);
  const intervalOf = (best, worst) => codeOf(best) * pair + codeOf(worst);
  refuse("more points than a number has room for", pair * pair > Number.MAX_SAFE_INTEGER);
  return {
    weights,
    rank,
    pair,
    codeOf,
    intervalOf,
    rankOf: (code) => Math.floor(code / rank),
    // A recorded score is an interval whose ends are one.
    recorded: Object.fromEntries(scores.map((score, place) => [score, intervalOf(place + 1, place + 1)])),
  };
}

/** The sections, those that hang on the same first field side by side, with the places of their facts. */
function placesOf({ sections, fields }) {
  const groups = new Map();
  for (const section of sections) {
    const asked = [...new Set(section.descriptors.flatMap(({ conditions }) => conditions.map(({ field }) => field)))];
    groups.set(asked[0], [...(groups.get(asked[0]) ?? []), { ...section, fields: asked }]);
  }
  // The fields come first, then the answers.
  let [place, answers] = [0, fields.length];
  const placed = [...groups.values()].map((group) =>
    group.map((section) => ({
      ...section,
      key: place++,
      recorded: sections.length + place - 1,
      descriptors: section.descriptors.map((descriptor) => ({ ...descriptor, key: answers++ })),
    })),
  );
  return { fields, groups: placed, sections: placed.flat(), overall: sections.at(-1).id };
}

/** The places of the facts of the last rule; those of the rows of the grade table follow. */
const ENDS = { best: 0, worst: 1, sum: 2, lack_best: 3, lack_worst: 4, recorded_plan: 5, rows: 6 };

// Sums of weights, context first.

function weigh({ key, conditions, mayExclude }, context, { open }) {
  if (conditions.some((condition) => holds(condition, context) === false)) return null;
  const unknown = conditions.some((condition) => holds(condition, context) === null);
  // A descriptor that always applies is never answered with an answer that excludes.
  if (conditions.length === 0 || unknown || mayExclude) return value(key);
  // An answer that excludes weighs nothing, which `or` reads as "none given".
  return { or: [value(key), open] };
}

function holds({ field, equals, atLeast, under }, context) {
  const known = context[field];
  if (known === undefined) return null;
  if (equals !== undefined) return known === equals;
  return atLeast !== undefined ? known >= atLeast : known < under;
}

/** The ways a context field can stand, each with its test; the last one is "else". */
function casesOf(field, { fields, conditions }) {
  const known = value(fields.indexOf(field));
  const asked = conditions.filter((condition) => condition.field === field);
  const equals = [...new Set(asked.map((condition) => condition.equals).filter((each) => each !== undefined))];
  if (equals.some((each) => typeof each === "boolean")) {
    return [
      { test: known, context: { [field]: true } },
      { test: { "===": [known, false] }, context: { [field]: false } },
      { context: {} },
    ];
  }
  if (equals.some((each) => typeof each === "string")) {
    return [
      ...equals.map((each) => ({ test: { "===": [known, each] }, context: { [field]: each } })),
      { test: known, context: { [field]: "" } },
      { context: {} },
    ];
  }
  const from = asked.flatMap(({ equals, atLeast, under }) =>
    equals === undefined ? [atLeast ?? under] : [equals, equals + 1],
  );
  const limits = [...new Set(from)].sort((a, b) => a - b);
  return [
    { test: { "===": [known, null] }, context: {} },
    ...limits.map((limit) => ({ test: { "<": [known, limit] }, context: { [field]: limit - 1 } })),
    { context: { [field]: limits.at(-1) } },
  ];
}

function branch(fields, rules, leaf, context = {}) {
  if (fields.length === 0) return leaf(context);
  const [field, ...rest] = fields;
  const steps = casesOf(field, rules).map(({ test, context: known }) => ({
    test,
    result: branch(rest, rules, leaf, { ...context, ...known }),
  }));
  const distinct = new Set(steps.map(({ result }) => JSON.stringify(result)));
  if (distinct.size === 1) return steps[0].result;
  return { if: steps.flatMap(({ test, result }) => (test === undefined ? [result] : [test, result])) };
}

function sumsOf(rules, { groups }, weights) {
  const weighed = ({ descriptors }, context) =>
    sumOf(descriptors.map((each) => weigh(each, context, weights)).filter((term) => term !== null));
  const sums = groups.map((sections) => {
    const [first] = sections[0].fields;
    const leaf = (context) =>
      sections.map((section) => branch(section.fields.slice(1), rules, (known) => weighed(section, known), context));
    return first === undefined ? leaf({}) : branch([first], rules, leaf);
  });
  return { merge: sums };
}

// The first rule: what is suggested for each section, and at what the required descriptors hold the plan.

function suggestionRule(rules, placed, weights, codes) {
  const { count, worst, best } = weights;
  const shareBy = (modulus) => ({ "/": [{ "%": [item, modulus] }, { "%": [item, count] }] });
  const reached = (share, bands, valueOf) =>
    firstReached(
      share,
      bands.map(({ rank, of, outOf }) => ({
        at: (outOf + count * rules.units * of) / outOf,
        value: valueOf(rank),
      })),
    );
  const share = { "/": [item, { "%": [item, count] }] };
  const answered = (bands) => reached(share, bands, (rank) => codes.intervalOf(rank, rank));
  const [first, ...others] = rules.bands;
  // The sum of full answers alone is so many times that of one, which takes less to see than their share.
  const isFull = { "!": [{ "%": [item, weights.full] }] };
  const suggestion = {
    if: [
      { "<": [0, item, worst] },
      first.of === first.outOf
        ? { if: [isFull, codes.intervalOf(first.rank, first.rank), answered(others)] }
        : answered(rules.bands),
      item,
      {
        "+": [
          reached(shareBy(best), rules.bands, (rank) => codes.codeOf(rank) * codes.pair),
          reached(shareBy(worst), rules.bands, (rank) => codes.codeOf(rank)),
        ],
      },
      0,
    ],
  };
  const suggestions = { map: [sumsOf(rules, placed, weights), suggestion] };
  return [suggestions, lackRule(rules, placed, weights, "best"), lackRule(rules, placed, weights, "worst")];
}

function lackRule(rules, { sections }, weights, end) {
  const descriptors = new Map(sections.flatMap((section) => section.descriptors).map((each) => [each.id, each]));
  const failing = end === "best" ? weights.lacking : [...weights.lacking, weights.open];
  const fails = (descriptor) => {
    const fields = [...new Set(descriptor.conditions.map(({ field }) => field))];
    return branch(fields, rules, (context) => {
      const weight = weigh(descriptor, context, weights);
      return weight === null ? false : { in: [weight, failing] };
    });
  };
  const steps = [...rules.required]
    .sort((a, b) => b.rank - a.rank)
    .flatMap(({ descriptors: ids, rank }) => [anyOf(ids.map((id) => fails(descriptors.get(id)))), rank]);
  return steps.length === 0 ? 0 : { if: [...steps, 0] };
}

// The second: how each section stands, its recorded score, or else what is suggested for it. Where nothing applies (0)
// neither counts.

function standing({ key, recorded, isOverall, descriptors }) {
  if (isOverall) return value(key);
  const stands = { or: [value(recorded), value(key)] };
  return descriptors.every(({ conditions, mayExclude }) => conditions.length > 0 || mayExclude)
    ? { and: [value(key), stands] }
    : stands;
}

// The third: the worst of the sections at both ends, and their weighted sum where there is a mean.

function totalsRule({ sections }, { pair, rank, weights }) {
  const worst = sections.map(({ key }) => ({ "%": [value(key), pair] }));
  const weighed = sections
    .filter(({ weight }) => weight > 0)
    .map(({ key, weight }) => (weight === 1 ? value(key) : { "*": [value(key), weight] }));
  const hasMean = rank > weights;
  return [greatestOf(sections.map(({ key }) => value(key))), greatestOf(worst), hasMean ? sumOf(weighed) : 0];
}

// The fourth: the plan, the worst of all its parts.

function planRule(rules, codes) {
  const parts = { best: [], worst: [] };
  for (const end of ["best", "worst"]) {
    if (rules.caps.length > 0) parts[end].push(cap(rules, codes, end));
    if (rules.gradeSteps.length > 0) parts[end].push(grade(rules, end));
    if (rules.required.length > 0) parts[end].push(value(ENDS[`lack_${end}`]));
    if (rules.mean !== null) parts[end].push(mean(rules, codes, end));
    // No part is better than the best.
    if (parts[end].length === 0 || rules.caps.length === 0) parts[end].push(1);
  }
  const graded = (end) => {
    if (alwaysSuggests(rules)) return greatestOf(parts[end]);
    return rules.mean === null ? 0 : { if: [value(ENDS.sum), greatestOf(parts[end]), 0] };
  };
  return [graded("best"), graded("worst"), gateRule(rules)];
}

function cap({ caps }, { codeOf, pair }, end) {
  const unit = end === "best" ? pair : 1;
  const steps = caps.map(({ from, rank }) => ({ at: codeOf(from) * unit, value: rank }));
  return firstReached(value(ENDS[end]), [...steps, { value: 1 }]);
}

// The mean is read like the share of a section: the sum through the weights is 1 and `weights` times the mean.
function mean({ mean: { bands } }, { weights, rank, pair }, end) {
  const sum = value(ENDS.sum);
  const ofEnd = end === "best" ? { "/": [{ "-": [sum, { "%": [sum, pair] }] }, pair] } : sum;
  const share = { "/": [{ "%": [ofEnd, rank] }, { "%": [sum, weights] }] };
  const steps = bands.map((band) => ({ at: (band.outOf + weights * band.of) / band.outOf, value: band.rank }));
  // A list of one, so that the share is worked out once.
  const reached = { reduce: [[share], firstReached(value("current"), steps), 0] };
  return { if: [sum, reached, 0] };
}

// The grade table from the worst row up. The criteria that a row adds are one fact.
function grade({ gradeSteps }, end) {
  const steps = gradeSteps.flatMap(({ tooLow, otherwise }, place) => {
    const failing = end === "best" ? tooLow : [...tooLow, null];
    return [anyOf(failing.map((answer) => ({ in: [answer, value(ENDS.rows + place)] }))), otherwise];
  });
  return { if: [...steps, gradeSteps.at(-1).rank] };
}

function gateRule({ gate }) {
  const recorded = value(ENDS.recorded_plan);
  return {
    if: [{ "===": [recorded, null] }, gate.open, { "<=": [recorded, gate.atMost] }, gate.issued, gate.returned],
  };
}
