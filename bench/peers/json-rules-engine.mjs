// json-rules-engine: the grading as rules of one condition each, in stages by priority:
// what applies, then the sections and the criteria, then the cap. Events carry the
// results from one stage to the next, as the library's rule chaining does.
//
// Two things cannot be said as conditions, which only compare one fact with one value:
// counting answers, and preferring a recorded score to a suggested one. They are the
// dynamic facts `counts` and `standings`.
//
// Cost is per rule and per fact, so the facts are few objects read by path, with a
// resolver in place of the JSONPath one; a dynamic fact is not cached, because hashing
// its cache key costs more than the fact; and a score that no rule raises or lowers
// stays as it was instead of having a rule of its own.

import jsonRules from "json-rules-engine";
import {
  applicabilityOf,
  CAP,
  CRITERIA,
  GATE,
  GRADE_TABLE,
  INADEQUATE,
  OVERALL,
  SECTIONS,
  STAGES,
  SUGGESTION,
  UNCAPPED,
} from "./rules.mjs";

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

function failsAt({ field, equals, atLeast, under }) {
  if (typeof equals === "boolean") return compare("context", field, "equal", !equals);
  if (equals !== undefined) {
    return compare(
      "context",
      field,
      "in",
      STAGES.filter((stage) => stage !== equals),
    );
  }
  if (atLeast !== undefined) return compare("context", field, "lessThan", atLeast);
  return compare("context", field, "greaterThanInclusive", under);
}

// Rules with the same conditions are one: what it takes out, and where it leaves
// not_applicable without effect, so that the answer is still owed.
function applicabilityRules() {
  const found = new Map();
  const note = (conditions, effect, id) => {
    const same = JSON.stringify(conditions);
    if (!found.has(same)) found.set(same, { conditions, out: [], owed: [] });
    found.get(same)[effect].push(id);
  };
  for (const id of SECTIONS.flatMap(({ descriptors }) => descriptors)) {
    const { conditions, mayExclude } = applicabilityOf(id);
    for (const condition of conditions) note([failsAt(condition)], "out", id);
    if (conditions.length > 0 && !mayExclude) note(conditions.map(holdsAt), "owed", id);
  }
  return [...found.values()].map(({ conditions, out, owed }) =>
    rule(FIRST, conditions, "applicability", { out, owed }),
  );
}

const mayBeEmpty = ({ descriptors }) =>
  descriptors.every((id) => applicabilityOf(id).conditions.length > 0 || applicabilityOf(id).mayExclude);

function sectionRules() {
  return SECTIONS.flatMap((section) => {
    const { id } = section;
    const rules = ENDS.flatMap((end) => {
      const no = `${id} no at ${end}`;
      const yes = { fact: "counts", path: `${id} yes at ${end}` };
      return [
        rule(SECOND, compare("counts", no, "equal", 0), "section", { id, end, score: SUGGESTION.withoutNo }),
        rule(SECOND, compare("counts", no, "lessThanInclusive", yes), "section", {
          id,
          end,
          score: SUGGESTION.atLeastHalfYes,
        }),
      ];
    });
    if (mayBeEmpty(section)) rules.push(rule(SECOND, compare("counts", id, "equal", 0), "nothing", { id }));
    return rules;
  });
}

function criteriaRules() {
  return GRADE_TABLE.flatMap(({ score, needs }) => {
    const enough = Object.entries(needs).flatMap(([id, value]) => CRITERIA[id].slice(CRITERIA[id].indexOf(value)));
    const accepted = { best: [...new Set(enough), null], worst: [...new Set(enough)] };
    return ENDS.map((end) =>
      rule(SECOND, compare("criteria", String(score), "everyFact:in", accepted[end]), "criteria", { end, score }),
    );
  });
}

function capRules() {
  return CAP.flatMap(({ anyAt, atBest }) =>
    ENDS.map((end) => rule(THIRD, compare("standings", end, "contains", anyAt), "cap", { end, score: atBest })),
  );
}

const gateRules = [
  rule(FIRST, compare("context", "recorded", "lessThanInclusive", GATE.atMost), "gate", { state: GATE.issued }),
  rule(FIRST, compare("context", "recorded", "greaterThan", GATE.atMost), "gate", { state: GATE.returned }),
];

// The run under way. An engine runs one set of facts at a time: its status is its own.
let run;

function countAnswers({ review, out, owed }) {
  const counts = {};
  for (const { id, descriptors } of SECTIONS) {
    const answers = review.sections?.[id]?.descriptors ?? {};
    let yes = 0;
    let no = 0;
    let open = 0;
    for (const descriptor of descriptors) {
      if (out.has(descriptor)) continue;
      const answer = answers[descriptor];
      if (answer === "yes") yes += 1;
      else if (answer === "no") no += 1;
      else if (answer !== "not_applicable" || owed.has(descriptor)) open += 1;
    }
    counts[id] = yes + no + open;
    counts[`${id} yes at best`] = yes + open;
    counts[`${id} no at best`] = no;
    counts[`${id} yes at worst`] = yes;
    counts[`${id} no at worst`] = no + open;
  }
  return counts;
}

function standingsOf({ review, sections }) {
  const standings = { best: [], worst: [] };
  for (const { id } of SECTIONS) {
    const suggested = sections[id];
    if (suggested === null) continue;
    const recorded = id === OVERALL ? null : (review.sections?.[id]?.score ?? null);
    for (const end of ENDS) standings[end].push(recorded ?? suggested[end]);
  }
  return standings;
}

const HANDLERS = {
  applicability({ out, owed }) {
    for (const id of out) run.out.add(id);
    for (const id of owed) run.owed.add(id);
  },
  section({ id, end, score }) {
    const suggested = run.sections[id];
    if (suggested !== null && score < suggested[end]) suggested[end] = score;
  },
  nothing({ id }) {
    run.sections[id] = null;
  },
  criteria({ end, score }) {
    run.criteria[end] = Math.min(run.criteria[end], score);
  },
  cap({ end, score }) {
    run.cap[end] = Math.max(run.cap[end], score);
  },
  gate({ state }) {
    run.gate = state;
  },
};

export async function prepare() {
  const rules = [applicabilityRules(), gateRules, sectionRules(), criteriaRules(), capRules()].flat();
  const engine = new Engine(rules, { pathResolver: (value, path) => value[path] });
  engine.addFact("counts", () => (run.counts ??= countAnswers(run)), { cache: false });
  engine.addFact("standings", () => (run.standings ??= standingsOf(run)), { cache: false });
  for (const [type, handle] of Object.entries(HANDLERS)) engine.on(type, handle);
  return {
    async grade(review) {
      run = newRun(review);
      await engine.run(factsOf(review));
      const { sections, criteria, cap, gate } = run;
      const plan = { best: Math.max(criteria.best, cap.best), worst: Math.max(criteria.worst, cap.worst) };
      return { sections, plan, gate };
    },
  };
}

function newRun(review) {
  const sections = {};
  for (const { id } of SECTIONS) sections[id] = { best: INADEQUATE, worst: INADEQUATE };
  return {
    review,
    out: new Set(),
    owed: new Set(),
    counts: undefined,
    standings: undefined,
    sections,
    criteria: { best: INADEQUATE, worst: INADEQUATE },
    cap: { best: UNCAPPED, worst: UNCAPPED },
    gate: GATE.open,
  };
}

const rows = GRADE_TABLE.map(({ score, needs }) => ({ score, ids: Object.keys(needs) }));

function factsOf(review) {
  const answers = review.criteria ?? {};
  const criteria = {};
  for (const { score, ids } of rows) criteria[score] = ids.map((id) => answers[id] ?? null);
  return { context: { ...review.plan, recorded: review.sections?.[OVERALL]?.score }, criteria };
}
