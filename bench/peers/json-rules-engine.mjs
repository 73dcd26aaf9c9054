// json-rules-engine: the grading as rules of one condition each, in stages by priority:
// what applies, then the sections, the criteria and what is required, then the limits and the mean. Events carry the
// results from one stage to the next, as the library's rule chaining does.
//
// Two things cannot be said as conditions, which only compare one fact with one value:
// adding up, and preferring a recorded score to a suggested one. They are the
// dynamic facts `shares` and `standings`.
//
// Cost is per rule and per fact, so the facts are few objects read by path, with a
// resolver in place of the JSONPath one; a dynamic fact is not cached, because hashing
// its cache key costs more than the fact; and a rank that no rule raises or lowers
// stays as it was instead of having a rule of its own.

import jsonRules from "json-rules-engine";

import { alwaysSuggests, contextOf, intervalOf } from "./rules.mjs";

const { Engine } = jsonRules;

export const name = "json-rules-engine";

const ENDS = ["best", "worst"];
const FIRST = 3;
const SECOND = 2;
const THIRD = 1;

const rule = (priority, condition, type, params) => ({
  priority,
  conditions: { all: [condition].flat() },
  event: { type, params },
});
const compare = (fact, path, operator, value) => ({ fact, path, operator, value });

// Applicability: a context value that is not known meets neither kind of condition.

function holdsAt({ field, equals, atLeast, under }) {
  if (equals !== undefined) return compare("context", field, "equal", equals);
  if (atLeast !== undefined) return compare("context", field, "greaterThanInclusive", atLeast);
  return compare("context", field, "lessThan", under);
}

function failsAt({ wordsOf }, { field, equals, atLeast, under }) {
  if (typeof equals === "boolean") return [compare("context", field, "equal", !equals)];
  if (typeof equals === "string") {
    return [
      compare(
        "context",
        field,
        "in",
        wordsOf(field).filter((word) => word !== equals),
      ),
    ];
  }
  // A number that is not known is no number, and is neither more nor less.
  if (equals !== undefined) {
    return [compare("context", field, "lessThan", equals), compare("context", field, "greaterThan", equals)];
  }
  if (atLeast !== undefined) return [compare("context", field, "lessThan", atLeast)];
  return [compare("context", field, "greaterThanInclusive", under)];
}

// Rules with the same conditions are one: what it takes out, and where it leaves
// an answer that excludes without effect, so that the answer is still owed.
function applicabilityRules(rules) {
  const found = new Map();
  const note = (conditions, effect, id) => {
    const same = JSON.stringify(conditions);
    if (!found.has(same)) found.set(same, { conditions, out: [], owed: [] });
    found.get(same)[effect].push(id);
  };
  for (const { id, conditions, mayExclude } of rules.sections.flatMap(({ descriptors }) => descriptors)) {
    for (const fails of conditions.flatMap((condition) => failsAt(rules, condition))) note([fails], "out", id);
    if (conditions.length > 0 && !mayExclude) note(conditions.map(holdsAt), "owed", id);
  }
  return [...found.values()].map(({ conditions, out, owed }) =>
    rule(FIRST, conditions, "applicability", { out, owed }),
  );
}

const mayBeEmpty = ({ descriptors }) =>
  descriptors.every(({ conditions, mayExclude }) => conditions.length > 0 || mayExclude);

/** A rule for each band and end; the last band is where a section stands before any rule. */
function bandRules(bands, priority, fact, pathOf, type, params) {
  return bands
    .slice(0, -1)
    .flatMap(({ rank, of, outOf }) =>
      ENDS.map((end) =>
        rule(priority, compare(fact, pathOf(end), "greaterThanInclusive", of / outOf), type, { ...params, end, rank }),
      ),
    );
}

function sectionRules({ sections, bands }) {
  return sections.flatMap((section) => {
    const { id } = section;
    const rules = bandRules(bands, SECOND, "shares", (end) => `${id} at ${end}`, "section", { id });
    if (mayBeEmpty(section)) rules.push(rule(SECOND, compare("shares", id, "equal", 0), "nothing", { id }));
    return rules;
  });
}

function criteriaRules({ gradeTable, criteria }) {
  return gradeTable.flatMap(({ rank, needs }) => {
    const enough = Object.entries(needs).flatMap(([id, value]) => criteria[id].slice(criteria[id].indexOf(value)));
    const accepted = { best: [...new Set(enough), null], worst: [...new Set(enough)] };
    return ENDS.map((end) =>
      rule(SECOND, compare("criteria", String(rank), "everyFact:in", accepted[end]), "criteria", { end, rank }),
    );
  });
}

function requiredRules({ required }) {
  return required.flatMap(({ descriptors, rank }) =>
    ENDS.map((end) => ({
      priority: SECOND,
      conditions: { any: descriptors.map((id) => compare("shares", `lacking at ${end}`, "contains", id)) },
      event: { type: "limit", params: { end, rank } },
    })),
  );
}

function planRules({ caps, mean }) {
  const limits = caps.flatMap(({ from, rank }) =>
    ENDS.map((end) => rule(THIRD, compare("standings", end, "greaterThanInclusive", from), "limit", { end, rank })),
  );
  return mean === null
    ? limits
    : [...limits, ...bandRules(mean.bands, THIRD, "standings", (end) => `mean at ${end}`, "mean", {})];
}

const gateRules = ({ gate }) => [
  rule(FIRST, compare("context", "recorded_plan", "lessThanInclusive", gate.atMost), "gate", { state: gate.issued }),
  rule(FIRST, compare("context", "recorded_plan", "greaterThan", gate.atMost), "gate", { state: gate.returned }),
];

function sharesOf({ sections, units, credits }, { review, out, owed }) {
  const shares = { "lacking at best": [], "lacking at worst": [] };
  for (const { id, descriptors } of sections) {
    const answers = review.sections?.[id]?.descriptors ?? {};
    let credit = 0;
    let counted = 0;
    let open = 0;
    for (const { id: descriptor } of descriptors) {
      if (out.has(descriptor)) continue;
      const given = credits[answers[descriptor]];
      if (given === null && !owed.has(descriptor)) continue;
      counted += 1;
      if (given === undefined || given === null) open += 1;
      else credit += given;
      if (given === units) continue;
      shares["lacking at worst"].push(descriptor);
      if (given !== undefined && given !== null) shares["lacking at best"].push(descriptor);
    }
    shares[id] = counted;
    shares[`${id} at best`] = counted === 0 ? null : (credit + open * units) / (counted * units);
    shares[`${id} at worst`] = counted === 0 ? null : credit / (counted * units);
  }
  return shares;
}

function standingsOf({ sections, rankOf, mean }, run) {
  const standings = { best: 0, worst: 0, "mean at best": null, "mean at worst": null };
  let weights = 0;
  const points = { best: 0, worst: 0 };
  for (const { id, isOverall, weight } of sections) {
    const suggested = run.sections[id];
    if (suggested === null) continue;
    const recorded = isOverall ? null : rankOf(run.review.sections?.[id]?.score);
    weights += weight;
    for (const end of ENDS) {
      const rank = recorded ?? suggested[end];
      standings[end] = Math.max(standings[end], rank);
      if (mean !== null) points[end] += weight * mean.points[rank - 1];
    }
  }
  run.hasMean = mean !== null && weights > 0;
  if (run.hasMean) for (const end of ENDS) standings[`mean at ${end}`] = points[end] / weights;
  return standings;
}

export async function prepare(rules) {
  const { sections, bands, gradeTable, gradeSteps, mean } = rules;
  // The run under way. An engine runs one set of facts at a time: its status is its own.
  let run;
  const last = { section: bands.at(-1).rank, mean: mean?.bands.at(-1).rank, criteria: gradeSteps[0]?.otherwise ?? 1 };
  const handlers = {
    applicability({ out, owed }) {
      for (const id of out) run.out.add(id);
      for (const id of owed) run.owed.add(id);
    },
    section({ id, end, rank }) {
      const suggested = run.sections[id];
      if (suggested !== null && rank < suggested[end]) suggested[end] = rank;
    },
    nothing({ id }) {
      run.sections[id] = null;
    },
    criteria({ end, rank }) {
      run.criteria[end] = Math.min(run.criteria[end], rank);
    },
    mean({ end, rank }) {
      run.mean[end] = Math.min(run.mean[end], rank);
    },
    limit({ end, rank }) {
      run.limit[end] = Math.max(run.limit[end], rank);
    },
    gate({ state }) {
      run.gate = state;
    },
  };
  const bothAt = (rank) => ({ best: rank, worst: rank });
  const newRun = (review) => ({
    review,
    out: new Set(),
    owed: new Set(),
    shares: undefined,
    standings: undefined,
    hasMean: false,
    sections: Object.fromEntries(sections.map(({ id }) => [id, bothAt(last.section)])),
    criteria: bothAt(last.criteria),
    mean: bothAt(last.mean),
    limit: bothAt(1),
    gate: rules.gate.open,
  });
  const written = [applicabilityRules, gateRules, sectionRules, criteriaRules, requiredRules, planRules];
  const engine = new Engine(
    written.flatMap((rulesFor) => rulesFor(rules)),
    { pathResolver: (value, path) => value[path] },
  );
  engine.addFact("shares", () => (run.shares ??= sharesOf(rules, run)), { cache: false });
  engine.addFact("standings", () => (run.standings ??= standingsOf(rules, run)), { cache: false });
  for (const [type, handle] of Object.entries(handlers)) engine.on(type, handle);

  const rows = gradeTable.map(({ rank, needs }) => ({ rank, ids: Object.keys(needs) }));
  const factsOf = (review) => {
    const answers = review.criteria ?? {};
    const criteria = {};
    for (const { rank, ids } of rows) criteria[rank] = ids.map((id) => answers[id] ?? null);
    return { context: contextOf(rules, review), criteria };
  };
  const planAt = (end) => Math.max(run.criteria[end], run.limit[end], run.hasMean ? run.mean[end] : 1);

  return {
    async grade(review) {
      run = newRun(review);
      await engine.run(factsOf(review));
      const suggests = run.hasMean || alwaysSuggests(rules);
      const inScores = ([id, ranks]) => [id, ranks === null ? null : intervalOf(rules, ranks.best, ranks.worst)];
      return {
        sections: Object.fromEntries(Object.entries(run.sections).map(inScores)),
        plan: suggests ? intervalOf(rules, planAt("best"), planAt("worst")) : null,
        gate: run.gate,
      };
    },
  };
}
