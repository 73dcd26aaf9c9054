// The reviews that are timed, as a reviewer of a fictional plan hands them in, with
// commentary. A good plan, an inadequate one and a half-filled form, each in four contexts.

import { CRITERIA, OVERALL, SECTIONS, applicabilityOf } from "./peers/rules.mjs";

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

/** The answer of each kind of review to the nth descriptor or criterion; null is no answer. */
const KINDS = {
  good: {
    answer: (n) => (n % 23 === 22 ? "no" : "yes"),
    criterion: (n, values) => (n === 8 ? values[0] : values.at(-1)),
    score: () => 2,
    texts: ["strengths", "improvements", "rationale"],
  },
  inadequate: {
    answer: (n) => (n % 5 < 3 ? "no" : "yes"),
    criterion: (n, values) => (n % 3 === 0 ? values.at(-1) : values[0]),
    score: (n) => (n % 3 === 0 ? 3 : 4),
    texts: ["improvements", "rationale"],
  },
  half_filled: {
    answer: (n) => (n % 2 === 0 ? null : n % 7 === 0 ? "no" : "yes"),
    criterion: (n, values) => (n % 2 === 0 ? values.at(-1) : null),
    score: (n) => (n % 4 === 0 ? 2 : null),
    texts: ["strengths"],
  },
};

/** The twelve reviews, each with its kind. */
export function timedReviews() {
  return Object.keys(KINDS).flatMap((kind) => CONTEXTS.map((plan, i) => reviewOf(kind, plan, i + 1)));
}

/** A form half way, with every other descriptor still open: where live edits are timed. */
export function reviewToEdit() {
  return reviewOf("half_filled", CONTEXTS[0], 1);
}

/** Answers turned to no and back to yes again, one descriptor after the other. */
export function edits() {
  const ids = SECTIONS.flatMap(({ descriptors }) => descriptors).filter((_, n) => n % 2 === 1);
  return ids.flatMap((id) => [
    { id, value: "no" },
    { id, value: "yes" },
  ]);
}

function reviewOf(kind, plan, number) {
  const { answer, criterion, score, texts } = KINDS[kind];
  let n = 0;
  const sections = {};
  SECTIONS.forEach(({ id, descriptors }, place) => {
    const answers = {};
    for (const descriptor of descriptors) {
      const given = applies(descriptor, plan) ? answer(n) : "not_applicable";
      if (given !== null) answers[descriptor] = given;
      n += 1;
    }
    const section = { descriptors: answers };
    const recorded = id === OVERALL ? score(0) : score(place);
    if (recorded !== null) section.score = recorded;
    for (const text of texts) section[text] = TEXTS[text];
    sections[id] = section;
  });
  const criteria = {};
  Object.entries(CRITERIA).forEach(([id, values], place) => {
    const given = criterion(place, values);
    if (given !== null) criteria[id] = given;
  });
  return {
    framework: "shropshire-2023",
    plan: { reference: `EX-${String(number).padStart(4, "0")}`, ...plan },
    review: { level: 2, reviewer: { role: "Senior Case Officer", id: "reviewer-7" }, date: "2024-05-14" },
    criteria,
    sections,
  };
}

function applies(id, plan) {
  return applicabilityOf(id).conditions.every(({ field, equals, atLeast, under }) => {
    const value = plan[field];
    if (value === undefined) return true;
    if (equals !== undefined) return value === equals;
    return atLeast !== undefined ? value >= atLeast : value < under;
  });
}
