// The floor: the same grading written by hand in plain JavaScript, with nothing
// between the review and the answer.

import {
  applicabilityOf,
  CAP,
  CRITERIA,
  GATE,
  GRADE_TABLE,
  INADEQUATE,
  OVERALL,
  SECTIONS,
  SUGGESTION,
  UNCAPPED,
} from "./rules.mjs";

export const name = "hand-written JavaScript";

// What the context says about a descriptor.
const OUT = 0;
const MUST_ANSWER = 1;
const MAY_EXCLUDE = 2;

// Descriptors with the same applicability share one entry, judged once per review.
const applicabilities = [];
const sectionOf = new Map();
const sections = SECTIONS.map(({ id, descriptors }, place) => {
  const section = { id, entries: [] };
  for (const descriptor of descriptors) {
    const rule = applicabilityOf(descriptor);
    const key = JSON.stringify(rule);
    let index = applicabilities.findIndex((known) => known.key === key);
    if (index < 0) index = applicabilities.push({ key, ...rule }) - 1;
    section.entries.push({ id: descriptor, applicability: index });
    sectionOf.set(descriptor, place);
  }
  return section;
});

const overallIndex = SECTIONS.findIndex((section) => section.id === OVERALL);
const criteria = Object.keys(CRITERIA);
const gradeTable = GRADE_TABLE.map(({ score, needs }) => ({
  score,
  needs: Object.entries(needs).map(([id, value]) => ({
    index: criteria.indexOf(id),
    rank: CRITERIA[id].indexOf(value),
  })),
}));

const NOTHING = {};

function judge({ conditions, mayExclude }, plan) {
  let known = true;
  for (const { field, equals, atLeast, under } of conditions) {
    const value = plan[field] ?? null;
    if (value === null) known = false;
    else if (equals !== undefined) {
      if (value !== equals) return OUT;
    } else if (atLeast !== undefined) {
      if (value < atLeast) return OUT;
    } else if (value >= under) return OUT;
  }
  return known && !mayExclude ? MUST_ANSWER : MAY_EXCLUDE;
}

function suggestedScore(yes, no) {
  if (no === 0) return SUGGESTION.withoutNo;
  return yes >= no ? SUGGESTION.atLeastHalfYes : INADEQUATE;
}

function suggestSection(section, answers, standing) {
  let yes = 0;
  let no = 0;
  let open = 0;
  for (const { id, applicability } of section.entries) {
    const stands = standing[applicability];
    if (stands === OUT) continue;
    const answer = answers[id];
    if (answer === "yes") yes += 1;
    else if (answer === "no") no += 1;
    else if (answer !== "not_applicable" || stands === MUST_ANSWER) open += 1;
  }
  if (yes + no + open === 0) return null;
  return { best: suggestedScore(yes + open, no), worst: suggestedScore(yes, no + open) };
}

function gradeOf(ranks) {
  for (const { score, needs } of gradeTable) {
    if (needs.every(({ index, rank }) => ranks[index] >= rank)) return score;
  }
  return INADEQUATE;
}

function gradeCriteria(answers) {
  const best = [];
  const worst = [];
  for (const id of criteria) {
    const rank = CRITERIA[id].indexOf(answers[id]);
    best.push(rank < 0 ? CRITERIA[id].length - 1 : rank);
    worst.push(Math.max(rank, 0));
  }
  return { best: gradeOf(best), worst: gradeOf(worst) };
}

function capAt(worstSection) {
  for (const { anyAt, atBest } of CAP) if (worstSection >= anyAt) return atBest;
  return UNCAPPED;
}

function gradePlan(graded, suggestions, recorded) {
  let best = 0;
  let worst = 0;
  for (let i = 0; i < suggestions.length; i += 1) {
    const suggested = suggestions[i];
    if (suggested === null) continue;
    const score = i === overallIndex ? null : recorded[i];
    best = Math.max(best, score ?? suggested.best);
    worst = Math.max(worst, score ?? suggested.worst);
  }
  return { best: Math.max(graded.best, capAt(best)), worst: Math.max(graded.worst, capAt(worst)) };
}

function gateOf(score) {
  if (score === null) return GATE.open;
  return score <= GATE.atMost ? GATE.issued : GATE.returned;
}

function gradeParts(review) {
  const plan = review.plan ?? NOTHING;
  const standing = applicabilities.map((rule) => judge(rule, plan));
  const blocks = review.sections ?? NOTHING;
  const suggestions = [];
  const recorded = [];
  for (const section of sections) {
    const block = blocks[section.id] ?? NOTHING;
    suggestions.push(suggestSection(section, block.descriptors ?? NOTHING, standing));
    recorded.push(block.score ?? null);
  }
  return { standing, suggestions, recorded, graded: gradeCriteria(review.criteria ?? NOTHING) };
}

export async function prepare() {
  return { grade };
}

function grade(review) {
  const { suggestions, recorded, graded } = gradeParts(review);
  const bySection = {};
  sections.forEach(({ id }, i) => {
    bySection[id] = suggestions[i];
  });
  return {
    sections: bySection,
    plan: gradePlan(graded, suggestions, recorded),
    gate: gateOf(recorded[overallIndex]),
  };
}

/**
 * A review held open for editing: one answer changes its section, then the plan. What
 * comes back is only what changed. The gate rests on the recorded score, which no answer
 * changes, and so is never among it.
 */
export function open(review) {
  const { standing, suggestions, recorded, graded } = gradeParts(review);
  const answers = sections.map(({ id }) => ({ ...review.sections?.[id]?.descriptors }));
  let plan = gradePlan(graded, suggestions, recorded);

  return {
    answer(id, value) {
      const index = sectionOf.get(id);
      answers[index][id] = value;
      const suggested = suggestSection(sections[index], answers[index], standing);
      const changed = {};
      if (same(suggested, suggestions[index])) return changed;
      suggestions[index] = suggested;
      changed.section = { id: sections[index].id, suggested };
      const after = gradePlan(graded, suggestions, recorded);
      if (!same(after, plan)) {
        plan = after;
        changed.plan = after;
      }
      return changed;
    },
  };
}

function same(a, b) {
  if (a === null || b === null) return a === b;
  return a.best === b.best && a.worst === b.worst;
}
