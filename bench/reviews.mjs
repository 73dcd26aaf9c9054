// The reviews that are timed, as a reviewer of a fictional plan hands them in, with commentary: by any framework, a
// good plan, an inadequate one and a half-filled form, each in four contexts.

import { rulesOf } from "./peers/rules.mjs";

const CONTEXTS = [
  { stage: "final", year_group: 10, age: 15, health_needs: true, social_care_needs: true, personal_budget: true },
  { stage: "draft", year_group: 4, age: 8, health_needs: false, social_care_needs: false, personal_budget: false },
  { stage: "proposed_amended", year_group: 13, age: 18, health_needs: true, social_care_needs: true },
  { stage: "draft", year_group: 7 },
];

const TEXTS = {
  strengths:
    "The child's own words are quoted and marked as theirs, and the history is short and accurate. " +
    "Each need can be followed to the provision that meets it.",
  improvements:
    "Say who delivers the programme, how often and for how long. The review date is missing, and " +
    '"regular support" should be replaced by the number of sessions a week.',
  rationale: "Scored against the descriptors of this section; the reasons are in the two notes above.",
};

const MET = "met";
const PART = "part";
const NOT_MET = "not met";

/**
 * The answer of each kind of review to the nth descriptor or criterion, and the score of the nth section, from 0 for
 * the best to 1; null is none.
 */
const KINDS = {
  good: {
    answer: (n) => (n % 23 === 22 ? NOT_MET : n % 7 === 3 ? PART : MET),
    criterion: (n, values) => (n === 8 ? values[0] : values.at(-1)),
    score: () => 1 / 3,
    texts: ["strengths", "improvements", "rationale"],
  },
  inadequate: {
    answer: (n) => (n % 5 === 1 ? PART : n % 5 < 3 ? NOT_MET : MET),
    criterion: (n, values) => (n % 3 === 0 ? values.at(-1) : values[0]),
    score: (n) => (n % 3 === 0 ? 2 / 3 : 1),
    texts: ["improvements", "rationale"],
  },
  half_filled: {
    answer: (n) => (n % 2 === 0 ? null : n % 7 === 0 ? NOT_MET : n % 7 === 3 ? PART : MET),
    criterion: (n, values) => (n % 2 === 0 ? values.at(-1) : null),
    score: (n) => (n % 4 === 0 ? 1 / 3 : null),
    texts: ["strengths"],
  },
};

/** What an answer of a kind becomes where the framework has no answer for a part. */
const WITHOUT_PARTS = { good: MET, inadequate: NOT_MET, half_filled: MET };

/** The twelve reviews. */
export function timedReviews(framework) {
  return Object.keys(KINDS).flatMap((kind) => CONTEXTS.map((plan, i) => reviewOf(framework, kind, plan, i + 1)));
}

/** A form half way, with every other descriptor still open: where live edits are timed. */
export function reviewToEdit(framework) {
  return reviewOf(framework, "half_filled", CONTEXTS[0], 1);
}

/** Answers turned to not met and back to met again, one descriptor after the other. */
export function edits(framework) {
  const { sections, answers } = tablesOf(framework);
  const all = sections.flatMap(({ id: section, descriptors }) => descriptors.map(({ id }) => ({ section, id })));
  return all
    .filter((_, n) => n % 2 === 1)
    .flatMap((each) => [
      { ...each, value: answers[NOT_MET] },
      { ...each, value: answers[MET] },
    ]);
}

function tablesOf(framework) {
  const { sections, criteria, scores, credits, units } = rulesOf(framework);
  const answerWith = (test) => Object.keys(credits).find((id) => test(credits[id]));
  const answers = {
    [MET]: answerWith((credit) => credit === units),
    [PART]: answerWith((credit) => credit > 0 && credit < units),
    [NOT_MET]: answerWith((credit) => credit === 0),
    excluded: answerWith((credit) => credit === null),
  };
  const scoreAt = (share) => scores[Math.round(share * (scores.length - 1))];
  return { sections, criteria, answers, scoreAt };
}

function reviewOf(framework, kind, facts, number) {
  const { answer, criterion, score, texts } = KINDS[kind];
  const tables = tablesOf(framework);
  const { answers } = tables;
  const fields = framework.interpretation.context.map(({ field }) => field);
  const plan = Object.fromEntries(Object.entries(facts).filter(([field]) => fields.includes(field)));
  let n = 0;
  const sections = {};
  tables.sections.forEach(({ id, isOverall, descriptors }, place) => {
    const given = {};
    for (const descriptor of descriptors) {
      const wanted = answer(n);
      if (!applies(descriptor, plan)) {
        if (answers.excluded !== undefined) given[descriptor.id] = answers.excluded;
      } else if (wanted !== null) given[descriptor.id] = answers[wanted] ?? answers[WITHOUT_PARTS[kind]];
      n += 1;
    }
    const section = { descriptors: given };
    const recorded = score(isOverall ? 0 : place);
    if (recorded !== null) section.score = tables.scoreAt(recorded);
    for (const text of texts) section[text] = TEXTS[text];
    sections[id] = section;
  });
  const criteria = {};
  Object.entries(tables.criteria).forEach(([id, values], place) => {
    const given = criterion(place, values);
    if (given !== null) criteria[id] = given;
  });
  return {
    framework: framework.id,
    plan: { reference: `EX-${String(number).padStart(4, "0")}`, ...plan },
    review: { level: 2, reviewer: { role: "Senior Case Officer", id: "reviewer-7" }, date: "2024-05-14" },
    criteria,
    sections,
  };
}

function applies({ conditions }, plan) {
  return conditions.every(({ field, equals, atLeast, under }) => {
    const value = plan[field];
    if (value === undefined) return true;
    if (equals !== undefined) return value === equals;
    return atLeast !== undefined ? value >= atLeast : value < under;
  });
}
