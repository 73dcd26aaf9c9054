// Small valid frameworks and reviews for them, made up from a seed: the same seed gives the same documents, key order
// included. Everything that `docs/framework-format.md` lets a framework choose about what is computed is chosen here.

import { chooserOf } from "./chance.mjs";
import { answersListed, scoresOf } from "./reference.mjs";

const BASIS = { basis: "interpretation", reason: "Made up." };
const share = (of, out_of) => ({ of, out_of });
const WORDS = ["", "Maple", "Birch", "Rowan", "Alder", "Hazel"];

// ---- Scale --------------------------------------------------------------------------------

/** Grades by their numbers, the least first: each begins after the one before, sometimes after a gap. */
function randomGrades(choose) {
  const scores = choose.between(2, 11);
  const grades = [];
  let number = choose.weighted([0, 1, choose.between(2, 40)], [3, 3, 1]);
  for (let left = scores; left > 0; ) {
    // At least two grades: the first leaves a score.
    const most = Math.min(left, 4, grades.length === 0 ? left - 1 : left);
    const count = choose.chance(0.6) ? 1 : choose.between(1, most);
    grades.push({ score: number, up_to: count > 1 ? number + count - 1 : undefined });
    number += count + (choose.chance(0.2) ? choose.between(1, 7) : 0);
    left -= count;
  }
  return grades;
}

function randomScale(choose) {
  const grades = randomGrades(choose);
  const greatest = choose.chance(0.5);
  const ids = choose.chance(0.3);
  const written = grades.map(({ score, up_to }, index) => ({
    id: ids ? `grade-${index}` : undefined,
    score,
    up_to,
    heading: `Grade ${index}`,
    label: `Label ${index}`,
    criteria: choose.chance(0.5) ? [] : ["Printed under it."],
  }));
  const scores = grades.flatMap(({ score, up_to }) =>
    Array.from({ length: (up_to ?? score) - score + 1 }, (_, index) => score + index),
  );
  // Both best first.
  return {
    greatest,
    grades: greatest ? written.reverse() : written,
    scores: greatest ? scores.reverse() : scores,
  };
}

// ---- Sections -----------------------------------------------------------------------------

function randomSections(choose) {
  const count = choose.between(1, 5);
  const lawful = choose.chance(0.2);
  const ids = lawful ? choose.some(["A", "E", "B", "C", "F", "H1", "K"], count) : undefined;
  const weights = choose.chance(0.6);
  return Array.from({ length: count }, (_, index) => {
    const id = ids?.[index] ?? `s${index + 1}`;
    return {
      id,
      title: `Section ${index + 1}`,
      weight: weights && choose.chance(0.7) ? choose.pick([1, 2, 3, 5, 100]) : undefined,
      descriptors: randomDescriptors(choose, id, choose.weighted([0, 1, 2, 3, 4], [1, 3, 4, 4, 4])),
    };
  });
}

const randomDescriptors = (choose, section, count) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${section}.${index + 1}`,
    text: `${choose.pick(["Says", "States", "Names"])} thing ${index + 1} of ${section}.`,
  }));

// ---- Answers ------------------------------------------------------------------------------

function randomAnswers(choose) {
  return choose.chance(0.35) ? undefined : answerList(choose, [...PARTS, ...MORE_PARTS]);
}

/** Some sections and descriptors have other answers; no more than two sets, and none is named in both. */
function randomAnswerSets(choose, sections) {
  if (choose.chance(0.6)) return undefined;
  const [first, second] = [choose.between(0, sections.length), choose.between(0, sections.length)].sort(
    (a, b) => a - b,
  );
  const shuffled = choose.shuffled(sections.map(({ id }) => id));
  const descriptors = choose.shuffled(sections.flatMap((section) => section.descriptors.map(({ id }) => id)));
  const some = choose.between(0, Math.min(3, descriptors.length));
  return [
    { sections: shuffled.slice(0, first), descriptors: descriptors.slice(0, some) },
    {
      sections: shuffled.slice(first, second),
      descriptors: choose.chance(0.5) ? undefined : descriptors.slice(some, some + 1),
    },
  ].map((named, index) => ({ id: `set-${index}`, ...named, answers: answerList(choose), ...BASIS }));
}

/** Shares of an answer that says met in part. */
const PARTS = [
  [],
  [share(1, 2)],
  [share(1, 3), share(2, 3)],
  // As many answers as there can be, together with those that are met, not met and excluded.
  Array.from({ length: 16 }, (_, index) => share(index + 1, 17)),
];
/** With these the common denominator of all answers is nearly as great as it can be. */
const MORE_PARTS = [
  [share(1, 2), share(1, 3), share(2, 3), share(2, 4)],
  [share(3, 7), share(1, 255), share(254, 255)],
];

function answerList(choose, all = PARTS) {
  const parts = choose.pick(all);
  const answers = [
    { id: "full", label: "Full", credit: share(1, 1) },
    ...parts.map((credit, index) => ({ id: `part-${index}`, label: `Part ${index}`, credit })),
    { id: "none", label: "None", credit: share(0, 1) },
  ];
  if (choose.chance(0.7)) answers.push({ id: "out", label: "Out" });
  if (choose.chance(0.15)) answers.push({ id: "left_out", label: "Left out" });
  return (choose.chance(0.4) ? choose.shuffled(answers) : answers).map((answer) => ({ ...answer, ...BASIS }));
}

const excludes = (answers) => answers === undefined || answers.some(({ credit }) => credit === undefined);

// ---- Counts of findings -------------------------------------------------------------------

/** Some descriptors are counted, by one or two severities. */
function randomCounts(choose, ids) {
  if (choose.chance(0.6)) return undefined;
  return {
    severities: ["critical", "standard"].slice(0, choose.between(1, 2)).map((id) => ({ id, label: `${id} findings` })),
    descriptors: choose.shuffled(ids).slice(0, choose.between(1, 2)),
    ...BASIS,
  };
}

/** Bounds on findings for the rows of a grade table, all but the last; or a table of bounds alone. Bounds only ask for
 *  more, so that no row comes to imply a better one. */
function boundGrades(choose, { grades }, table, { severities }) {
  if (table.length === 0) {
    const { id } = choose.pick(severities);
    const last = grades.length - 1;
    return grades.map(({ score }, index) => ({
      score,
      requires: {},
      at_most: index === last ? undefined : { [id]: index * choose.between(index, index + 1) },
      ...BASIS,
    }));
  }
  const bound = () =>
    Object.fromEntries(severities.filter(() => choose.chance(0.7)).map(({ id }) => [id, choose.pick([0, 1, 3])]));
  return table.map((row, index) => (index === table.length - 1 ? row : { ...row, at_most: bound() }));
}

// ---- Which descriptors count --------------------------------------------------------------

const FACTS = [
  { field: "stage", name: "stage", label: "Stage?", values: ["draft", "final", "proposed_amended"] },
  { field: "year_group", name: "year group", label: "Year group?" },
  { field: "age", name: "age", label: "Age?" },
  { field: "health_needs", name: "health needs", label: "Health needs?" },
  { field: "home_educated", name: "home education", label: "At home?" },
  { field: "boards", name: "boarding", label: "Boards?", kind: "flag" },
  { field: "hours", name: "hours", label: "Hours?", kind: "number", least: -3, most: 40 },
  {
    field: "weeks",
    name: "weeks",
    label: "Weeks?",
    kind: "number",
    least: 0,
    most: 9999,
    labels: [{ number: 0, label: "None" }],
  },
  { field: "placement", name: "placement", label: "Where?", kind: "choice", values: ["special", "home", "elsewhere"] },
  {
    field: "region",
    name: "region",
    label: "Which?",
    kind: "choice",
    values: Array.from({ length: 36 }, (_, index) => `r${index}`),
  },
  { field: "received", name: "date of receipt", label: "When?", kind: "date" },
];

const DAYS = ["1999-12-31", "2024-02-29", "2024-03-01", "2025-01-01"];

const contextOf = (facts) =>
  facts.map(({ values, ...fact }) => ({ ...fact, values: values?.map((id) => ({ id, label: id })) }));

function randomCondition(choose, { field, kind, values }) {
  // The final stage alone, as most frameworks have it.
  if (field === "stage") return { field, equals: "final" };
  if (field === "year_group" || field === "age") {
    const number = field === "age" ? choose.pick([5, 16, 19]) : choose.pick([0, 7, 9]);
    return choose.pick([
      { field, at_least: number },
      { field, under: number },
      { field, equals: number },
    ]);
  }
  if (kind === "number") {
    const number = choose.pick([0, 1, 20]);
    return { field, [choose.pick(["at_least", "under", "equals"])]: number };
  }
  if (kind === "choice") {
    if (choose.chance(0.4)) return { field, equals: choose.pick(values) };
    return { field, one_of: choose.some(values, choose.between(1, values.length)) };
  }
  if (kind === "date") return { field, [choose.pick(["from", "before"])]: choose.pick(DAYS) };
  return { field, equals: choose.chance(0.6) };
}

function randomApplicability(choose, ids, facts, mayExclude) {
  const entries = [];
  let left = choose.shuffled(ids);
  const plain = choose.pick([0.2, 0.5, 0.8, 1]);
  while (left.length > 0) {
    const count = choose.between(1, left.length);
    const [taken, rest] = [left.slice(0, count), left.slice(count)];
    left = rest;
    const conditions =
      facts.length === 0 || choose.chance(plain)
        ? []
        : choose.some(facts, choose.between(1, Math.min(2, facts.length)));
    entries.push({
      descriptors: taken,
      all_of: conditions.map((fact) => randomCondition(choose, fact)),
      may_exclude: mayExclude && choose.chance(0.3),
      ...BASIS,
    });
  }
  return entries;
}

/** Some of a section stand in place of some of the others; none stands in two alternatives. */
function randomAlternatives(choose, sections) {
  const alternatives = [];
  for (const { descriptors } of sections) {
    let left = choose.shuffled(descriptors.map(({ id }) => id));
    while (left.length >= 2 && choose.chance(0.4)) {
      const [descriptor, ...others] = left;
      const instead_of = others.slice(0, choose.between(1, others.length));
      alternatives.push({ descriptor, instead_of, place: "Alternatives", ...BASIS });
      left = others.slice(instead_of.length);
    }
  }
  return alternatives;
}

// ---- Scores of sections and of the plan ---------------------------------------------------

const SHARES = [
  [1, 1],
  [9, 10],
  [5, 6],
  [3, 4],
  [2, 3],
  [1, 2],
  [1, 3],
  [1, 4],
  [1, 255],
];

/** Some of the scores, best first, mostly with the best of all. */
function mostlyFromBest(choose, scores, count) {
  if (choose.chance(0.2)) return choose.some(scores, count);
  return [scores[0], ...choose.some(scores.slice(1), count - 1)];
}

/** Scores for some shares, best first, the last for any. */
function randomBands(choose, scores) {
  const count = choose.between(1, Math.min(scores.length, 6));
  const banded = mostlyFromBest(choose, scores, count);
  const shares = choose.some(SHARES, count - 1);
  return banded.map((score, index) => ({
    id: `band-${index}`,
    score,
    yes_at_least: share(...(shares[index] ?? [0, 1])),
    ...BASIS,
  }));
}

function randomCriteria(choose) {
  return Array.from({ length: choose.between(1, 4) }, (_, index) => ({
    id: `c${index + 1}`,
    label: `Criterion ${index + 1}`,
    hint: "Made up.",
    values: ["bad", "fair", "good", "superb"].slice(0, choose.between(2, 4)).map((id) => ({ id, label: id })),
    ...BASIS,
  }));
}

/** Whether whatever meets these requirements meets the others too. Requirements are numbers, 0 for none. */
const implies = (these, others) => others.every((least, index) => these[index] >= least);

/** Requirements of each grade, best first, none of which implies those of a better one; null where it did not work
 *  out. Every criterion is asked for. */
function randomRequirements(choose, grades, criteria) {
  const most = criteria.map(({ values }) => values.length - 1);
  const rows = [most.map((level) => choose.between(1, level))];
  for (let tries = 0; rows.length < grades - 1 && tries < 100; tries += 1) {
    const last = rows.at(-1);
    const row = choose.chance(0.7)
      ? last.map((level) => Math.max(0, level - choose.between(0, 1)))
      : most.map((level) => choose.between(0, level));
    if (row.some((level) => level > 0) && !rows.some((better) => implies(row, better))) rows.push(row);
  }
  return rows.length < grades - 1 ? null : [...rows, most.map(() => 0)];
}

/** A row for each grade, best first, whose score is one of its grade's; an empty table where there is none. */
function randomGradeTable(choose, { grades, greatest }, criteria) {
  const rows = randomRequirements(choose, grades.length, criteria);
  return (rows ?? []).map((row, index) => {
    const { score, up_to } = grades[index];
    const asked = criteria.filter((_, at) => row[at] > 0);
    const requires = asked.map(({ id, values }) => [id, values[row[criteria.findIndex((each) => each.id === id)]].id]);
    // Seldom can the answers to the criteria not bring the best score.
    const best = greatest ? (up_to ?? score) : score;
    const any = choose.between(score, up_to ?? score);
    return { score: index === 0 && choose.chance(0.9) ? best : any, requires: Object.fromEntries(requires), ...BASIS };
  });
}

/** More points for a better score, and bands that all can be reached. */
function randomMean(choose, scores) {
  const greatest = choose.pick([10, 20, 60, 255]);
  const points = [];
  let left = greatest;
  for (const score of scores) {
    points.push({ score, points: left });
    left = Math.max(0, left - choose.between(1, Math.ceil(greatest / scores.length)));
  }
  const count = choose.between(1, scores.length);
  const least = new Map();
  while (least.size < count - 1) {
    const out_of = choose.pick([1, 1, 2, 3, 7]);
    const of = choose.between(1, Math.min(255, greatest * out_of));
    least.set(of / out_of, share(of, out_of));
  }
  const bounds = [...least].sort(([a], [b]) => b - a).map(([, bound]) => bound);
  const bands = mostlyFromBest(choose, scores, bounds.length + 1).map((score, index) => ({
    id: `mean-${index}`,
    score,
    mean_at_least: bounds[index] ?? share(0, 1),
    ...BASIS,
  }));
  return { points: choose.chance(0.3) ? choose.shuffled(points) : points, bands, place: "Mean" };
}

/** No descriptor is required twice. */
function randomRequired(choose, ids, scores) {
  const left = choose.shuffled(ids);
  const entries = [];
  for (let count = choose.between(1, 2); count > 0 && left.length > 0; count -= 1) {
    const descriptors = left.splice(0, choose.between(1, 3));
    entries.push({ descriptors, plan_at_best: choose.pick(scores.slice(1)), place: "Musts", ...BASIS });
  }
  return entries;
}

/** Worse sections allow no better plans. Seldom does the best score of a section limit the plan. */
function randomLimits(choose, scores) {
  const from = choose.chance(0.1) ? scores : scores.slice(1);
  const reached = choose.some(from, choose.between(1, Math.min(3, from.length)));
  const allowed = choose.some(scores.slice(1), reached.length);
  return allowed.map((plan_at_best, index) => ({ section_score: reached[index], plan_at_best, ...BASIS }));
}

function traceOf() {
  const entry = { place: "Somewhere", ...BASIS };
  return {
    section_suggestion: "Bands",
    section_cap: "Limits",
    applicability: "Which plans",
    nothing_applies: entry,
    recorded_score: entry,
    no_limit: entry,
    worse_of_both: entry,
  };
}

/** Every check that is built in. */
const BUILT_IN = [
  "recorded-better-than-criteria",
  "recorded-better-than-cap",
  "recorded-outstanding-with-no",
  "recorded-far-from-suggestion",
  "not-applicable-but-applies",
  "answer-does-not-apply",
  "neither-alternative",
  "score-without-rationale",
  "no-without-improvement",
  "score-where-nothing-applies",
  "context-not-known",
];

function checksOf() {
  const severities = ["error", "warning", "information"];
  const words = { basis: "interpretation", why: "Made up.", clear: "Made up.", cites: [] };
  return BUILT_IN.map((id, place) => ({ id, severity: severities[place % severities.length], ...words }));
}

/** A valid framework. */
export function randomFramework(seed) {
  const choose = chooserOf(seed);
  const { greatest, grades, scores } = randomScale(choose);
  const sections = randomSections(choose);
  const overall = { id: choose.chance(0.85) ? "overall" : "whole", title: "The whole plan", descriptors: [] };
  overall.descriptors = randomDescriptors(choose, overall.id, choose.weighted([0, 1, 2], [2, 1, 1]));
  const all = [...sections, overall];
  if (all.every(({ descriptors }) => descriptors.length === 0)) {
    sections[0].descriptors = randomDescriptors(choose, sections[0].id, 2);
  }
  // A section without descriptors is not made where scores are only entered.
  const banded = choose.chance(0.85);
  for (const section of banded ? [] : sections) {
    if (section.descriptors.length === 0) section.descriptors = randomDescriptors(choose, section.id, 1);
  }
  const ids = all.flatMap(({ descriptors }) => descriptors.map(({ id }) => id));
  const facts = choose.some(FACTS, choose.between(0, 7));
  const answers = randomAnswers(choose);
  const answer_sets = randomAnswerSets(choose, all);
  const counts = randomCounts(choose, ids);
  const isAnswered = ({ id }) => !counts?.descriptors.includes(id);
  const withAnswers = all.map((section) => ({ ...section, descriptors: section.descriptors.filter(isAnswered) }));
  const alternatives = choose.chance(0.5) ? randomAlternatives(choose, withAnswers) : [];
  const asked = choose.chance(0.6) ? randomCriteria(choose) : [];
  const unbounded =
    asked.length > 0 && choose.chance(0.85) ? randomGradeTable(choose, { grades, greatest }, asked) : [];
  const isBounded = counts !== undefined && choose.chance(0.7);
  const grade_table = isBounded ? boundGrades(choose, { grades }, unbounded, counts) : unbounded;
  // Without a table no grade requires a criterion, so there is none.
  const criteria = unbounded.length > 0 ? asked : [];
  const mean = choose.chance(0.55);
  const required = choose.chance(criteria.length > 0 || mean ? 0.4 : 0.8);
  const framework = {
    id: `made-up-${seed}`,
    edition: "1",
    language: "en-GB",
    source: { title: "Made up", note: `From the seed ${seed}.` },
    wording: {
      title: `Framework ${choose.pick(WORDS)}`,
      continuous_improvement: [],
      scale: { heading: "Scale", introduction: [], grades: choose.chance(0.6) ? grades : choose.shuffled(grades) },
      sections,
      overall,
    },
    interpretation: {
      readings: [],
      scale: greatest || choose.chance(0.3) ? { best: greatest ? "greatest" : "least", ...BASIS } : undefined,
      answers,
      answer_sets,
      counts,
      context: contextOf(facts),
      criteria,
      grade_table,
      applicability: randomApplicability(
        choose,
        ids,
        facts,
        [answers, ...(answer_sets ?? []).map((set) => set.answers)].some(excludes),
      ),
      alternatives: alternatives.length > 0 ? alternatives : undefined,
      evidence: [],
      section_suggestion: banded ? randomBands(choose, scores) : [],
      plan_mean: mean ? randomMean(choose, scores) : undefined,
      required: required
        ? randomRequired(
            choose,
            ids.filter((id) => isAnswered({ id })),
            scores,
          )
        : undefined,
      section_cap: choose.chance(0.6) ? randomLimits(choose, scores) : [],
      gate: {
        issue_at: choose.chance(0.4) ? scores[0] : choose.pick(scores),
        ...BASIS,
        cites: [{ basis: "interpretation", place: "Gate" }],
      },
      trace: traceOf(),
      checks: checksOf(),
    },
  };
  return JSON.parse(JSON.stringify(framework));
}

// ---- Reviews ------------------------------------------------------------------------------

/** Weights of full, part, none and excluding answers, and of no answer. */
const ANSWERING = [
  [1, 0, 0, 0, 0],
  [80, 8, 5, 3, 4],
  [8, 8, 74, 5, 5],
  [35, 25, 25, 5, 10],
  [40, 5, 8, 4, 43],
  [10, 5, 5, 70, 10],
  [5, 3, 2, 2, 88],
  [1, 1, 1, 1, 1],
  [0, 0, 0, 0, 1],
];

function answersByKind(framework, id) {
  const answers = answersListed(framework, id);
  if (answers === undefined) return [["yes"], [], ["no"], ["not_applicable"]];
  const ofKind = (test) => answers.filter(test).map(({ id }) => id);
  return [
    ofKind(({ credit }) => credit && credit.of === credit.out_of),
    ofKind(({ credit }) => credit && credit.of > 0 && credit.of < credit.out_of),
    ofKind(({ credit }) => credit?.of === 0),
    ofKind(({ credit }) => !credit),
  ];
}

function randomFact(choose, { field, kind, values, least, most }) {
  if (values) return choose.pick(values).id;
  if (kind === "number")
    return choose.chance(0.5) ? choose.pick([-1, 0, 1, 19, 20].filter((n) => n >= least)) : choose.between(least, most);
  if (kind === "date") return choose.pick(DAYS);
  if (field === "age") return choose.chance(0.5) ? choose.pick([4, 5, 15, 16, 18, 19]) : choose.between(0, 25);
  if (field === "year_group") return choose.chance(0.5) ? choose.pick([-1, 0, 6, 7, 8, 9]) : choose.between(-2, 15);
  return choose.chance(0.6);
}

function randomCount(choose, { severities }, known) {
  const count = () => choose.weighted([0, 1, 2, choose.between(3, 9999)], [5, 3, 2, 1]);
  return Object.fromEntries(severities.map(({ id }) => [id, choose.chance(known) ? count() : null]));
}

/** A valid review of the framework; `number` tells those of one framework apart. */
export function randomReview(framework, seed, number) {
  const choose = chooserOf(seed * 1000 + number);
  const { wording, interpretation } = framework;
  const manner = choose.pick(ANSWERING);
  const scored = choose.pick([0, 0, 0.3, 0.7, 1]);
  const known = choose.pick([0, 0.5, 0.9, 1]);
  const nulls = choose.pick([0, 0, 0.3]);
  const scores = scoresOf(framework);
  const put = (object, key, value) => {
    if (value !== undefined) object[key] = value;
    else if (choose.chance(nulls)) object[key] = null;
  };
  const plan = {};
  for (const fact of interpretation.context) {
    put(plan, fact.field, choose.chance(known) ? randomFact(choose, fact) : undefined);
  }
  const criteria = {};
  const lean = choose.pick([0, 0, 0.5, 1]);
  for (const { id, values } of interpretation.criteria) {
    const value = choose.chance(lean) ? values.at(-1).id : choose.pick(values).id;
    put(criteria, id, choose.chance(known) ? value : undefined);
  }
  const sections = {};
  for (const section of [...wording.sections, wording.overall]) {
    const descriptors = {};
    const answering = choose.chance(0.15) ? choose.pick(ANSWERING) : manner;
    for (const { id } of section.descriptors) {
      if (interpretation.counts?.descriptors.includes(id)) {
        put(descriptors, id, choose.chance(0.9) ? randomCount(choose, interpretation.counts, known) : undefined);
        continue;
      }
      const { all_of, may_exclude } = interpretation.applicability.find((entry) => entry.descriptors.includes(id));
      const kinds = answersByKind(framework, id);
      const offered = all_of.length > 0 || may_exclude ? kinds : kinds.with(3, []);
      const weights = answering.map((weight, kind) => (kind === 4 || offered[kind].length > 0 ? weight : 0));
      const total = weights.reduce((a, b) => a + b, 0);
      const kind = total === 0 ? 4 : choose.weighted([0, 1, 2, 3, 4], weights);
      put(descriptors, id, kind === 4 ? undefined : choose.pick(offered[kind]));
    }
    const fields = {};
    if (Object.keys(descriptors).length > 0) fields.descriptors = descriptors;
    if (scores.length > 0) put(fields, "score", choose.chance(scored) ? choose.pick(scores) : undefined);
    if (Object.keys(fields).length > 0) sections[section.id] = fields;
  }
  const review = { framework: framework.id };
  if (Object.keys(plan).length > 0) review.plan = plan;
  if (Object.keys(criteria).length > 0) review.criteria = criteria;
  if (Object.keys(sections).length > 0) review.sections = sections;
  return review;
}
