// What does not fit together in a review: a second reading of the checks of any framework, written from
// `docs/framework-format.md` alone and kept apart from the engine.

import {
  applicabilityOf,
  assess,
  creditsOf,
  given,
  holds,
  isAll,
  recordedScore,
  scaleOf,
  sectionsOf,
  standingsOf,
} from "./reference.mjs";
import { scored, statesOf } from "./states.mjs";

const SEVERITIES = ["error", "warning", "information"];
const isBlank = (text) => text === null || /^\p{White_Space}*$/u.test(text);

const scoreAt = ({ id }) => `/sections/${id}/score`;
const overallScore = ({ wording }) => scoreAt(wording.overall);

/** What the checks look at, worked out once. */
function viewOf(framework, review) {
  const states = statesOf(framework, review);
  const { sections, plan } = assess(framework, review);
  const sectionOf = new Map(
    sectionsOf(framework).flatMap((section) => section.descriptors.map(({ id }) => [id, section])),
  );
  const at = (id) => `/sections/${sectionOf.get(id).id}/descriptors/${id}`;
  const answer = (id) => given(review, "sections", sectionOf.get(id).id, "descriptors", id);
  const credit = (id) => (answer(id) === null ? undefined : creditsOf(framework, id)[answer(id)]);
  return { framework, review, states, sections, plan, at, credit, scale: scaleOf(framework) };
}

/** Each section with its recorded score and whether a descriptor of it counts and is not met. */
function scoredSections({ framework, review, states, sections, plan }) {
  return sectionsOf(framework).map((section) => ({
    section,
    recorded: recordedScore(review, section),
    // The score of the block about the plan is the plan's, and is held against the plan's suggestion.
    suggested: section === framework.wording.overall ? plan.suggested : sections[section.id].suggested,
    counts: scored(framework, review).includes(section),
    hasNo: section.descriptors.some(({ id }) => states[id] === "no"),
  }));
}

/** The recorded grade of the plan is better than the best end of a part of its suggestion. */
function recordedBetterThan({ framework, review, scale }, allowed) {
  const recorded = recordedScore(review, framework.wording.overall);
  const isBetter = recorded !== null && allowed !== null && !scale.isGoodEnough(allowed.best, recorded);
  return isBetter ? [overallScore(framework)] : [];
}

const isBestBesideNo = ({ scale }, { recorded, hasNo }) =>
  recorded !== null && scale.gradeRank(recorded) === 0 && hasNo;

/** More than one grade better than the best end, or worse than the worst. */
function isFar({ scale }, { recorded, suggested }) {
  if (recorded === null || suggested === null) return false;
  const grade = scale.gradeRank(recorded);
  return grade < scale.gradeRank(suggested.best) - 1 || grade > scale.gradeRank(suggested.worst) + 1;
}

/** An alternative that is answered no, while what it stands in place of is asked for: that is how it is meant. */
const isAlternativeThatGivesWay = ({ framework, review }, id) =>
  (framework.interpretation.alternatives ?? []).some(({ descriptor }) => descriptor === id) &&
  !applicabilityOf(framework, id).all_of.some((condition) => holds(review, condition) === false);

const descriptorsWhere = (view, test) =>
  Object.keys(view.states)
    .filter((id) => test(id))
    .map(view.at);

/** By id, the places where a check that is built in finds something, in printed order. */
const BUILT_IN = {
  "recorded-better-than-criteria": (view) => recordedBetterThan(view, view.plan.criteria),
  "recorded-better-than-cap": (view) => recordedBetterThan(view, view.plan.cap),
  "recorded-outstanding-with-no": (view) =>
    scoredSections(view)
      .filter((each) => isBestBesideNo(view, each))
      .map(({ section }) => scoreAt(section)),
  "recorded-far-from-suggestion": (view) =>
    scoredSections(view)
      .filter((each) => !isBestBesideNo(view, each) && isFar(view, each))
      .map(({ section }) => scoreAt(section)),
  "not-applicable-but-applies": (view) =>
    descriptorsWhere(view, (id) => view.credit(id) === null && view.states[id] === "open"),
  "answer-does-not-apply": (view) =>
    descriptorsWhere(
      view,
      (id) => view.credit(id) && view.states[id] === "does_not_apply" && !isAlternativeThatGivesWay(view, id),
    ),
  "neither-alternative": ({ framework, review, at }) =>
    (framework.interpretation.alternatives ?? [])
      .filter(({ descriptor, instead_of }) => {
        const section = sectionsOf(framework).find(({ descriptors }) =>
          descriptors.some(({ id }) => id === descriptor),
        );
        const standings = standingsOf(framework, review, section);
        return [descriptor, ...instead_of].every((id) => standings[id] === "out");
      })
      .map(({ descriptor }) => at(descriptor)),
  "score-without-rationale": (view) =>
    scoredSections(view)
      .filter(({ recorded }) => recorded !== null)
      .filter(({ section }) => isBlank(given(view.review, "sections", section.id, "rationale")))
      .map(({ section }) => `/sections/${section.id}/rationale`),
  "no-without-improvement": (view) =>
    scoredSections(view)
      .filter(({ hasNo }) => hasNo)
      .filter(({ section }) => isBlank(given(view.review, "sections", section.id, "improvements")))
      .map(({ section }) => `/sections/${section.id}/improvements`),
  "score-where-nothing-applies": (view) =>
    scoredSections(view)
      .filter(({ recorded, counts }) => recorded !== null && !counts)
      .map(({ section }) => scoreAt(section)),
  "context-not-known": (view) => (notKnown(view).length > 0 ? ["/plan"] : []),
};

/** The facts that a condition names and that are not given. */
function notKnown({ framework: { interpretation }, review }) {
  const conditions = [
    ...interpretation.applicability.flatMap(({ all_of }) => all_of),
    ...interpretation.checks.flatMap(({ when }) => when ?? []),
  ];
  const named = new Set(conditions.map(({ field }) => field));
  return interpretation.context.filter(({ field }) => named.has(field) && given(review, "plan", field) === null);
}

/** The ways in which a descriptor stands, as far as a check cares. */
function standsAs({ states, credit }, id) {
  const ways = { yes: "counted_yes", partly: "counted_partly", no: "counted_no" };
  const answered = credit(id);
  return [
    ways[states[id]] ?? states[id],
    answered && isAll(answered) && "answered_yes",
    answered?.of === 0n && "answered_no",
  ];
}

/** A check that compares answers and facts: the place of the first descriptor that it rests on. */
function comparing(view, { when, every, any }) {
  const isMet = (condition) =>
    condition.criterion
      ? given(view.review, "criteria", condition.criterion) === condition.equals
      : holds(view.review, condition) === true;
  if (!(when ?? []).every(isMet)) return [];
  const stands = ({ descriptor, is }) => is.some((way) => standsAs(view, descriptor).includes(way));
  const found = any?.find(stands) ?? (every?.length > 0 && every.every(stands) ? every[0] : undefined);
  return found ? [view.at(found.descriptor)] : [];
}

/** Every finding, the most serious first, then in the order of the framework's checks, then in printed order. */
export function findingsOf(framework, review) {
  const view = viewOf(framework, review);
  const found = framework.interpretation.checks.flatMap((check) =>
    (BUILT_IN[check.id]?.(view) ?? comparing(view, check)).map((at) => ({
      rule: check.id,
      severity: check.severity,
      at,
    })),
  );
  return found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
