// What a review comes to, by the reference alone: the expectations of a vector. `README.md` says what each is.

import { findingsOf } from "../frameworks/findings.mjs";
import {
  assess,
  countsOf,
  creditsOf,
  given,
  isAll,
  leastChanges,
  scaleOf,
  sectionsOf,
} from "../frameworks/reference.mjs";
import { lineOf } from "../frameworks/score-line.mjs";
import { progressOf, statesOf } from "../frameworks/states.mjs";

const ends = (interval) => interval && [interval.best, interval.worst];

/** The parts of the suggestion for the plan that a framework has. */
function partsOf({ wording, interpretation: { grade_table, plan_mean, required } }) {
  if (!wording.scale) return [];
  const parts = { criteria: grade_table?.length > 0, mean: plan_mean, required: required?.length > 0 };
  return [...Object.keys(parts).filter((part) => parts[part]), "cap", "suggested"];
}

function gateOf(framework, { recorded, suggested }) {
  const { issue_at } = framework.interpretation.gate;
  const { isGoodEnough } = scaleOf(framework);
  const state =
    recorded === null ? "undecided" : isGoodEnough(recorded, issue_at) ? "may_be_issued" : "not_to_be_issued";
  if (suggested === null) return [state, null];
  if (isGoodEnough(suggested.worst, issue_at)) return [state, "inside"];
  return [state, isGoodEnough(suggested.best, issue_at) ? "across" : "outside"];
}

/** What rests on a scale. */
function gradesOf(framework, review) {
  const { sections, plan } = assess(framework, review);
  const recorded = given(review, "sections", framework.wording.overall.id, "score");
  const { issue_at } = framework.interpretation.gate;
  const named = Object.keys(review.sections ?? {});
  return {
    sections: Object.fromEntries(named.map((id) => [id, ends(sections[id].suggested)])),
    ...Object.fromEntries(partsOf(framework).map((part) => [part, ends(plan[part])])),
    recorded,
    gate: gateOf(framework, { recorded, suggested: plan.suggested }),
    path_length: [issue_at, leastChanges(framework, review, issue_at)],
  };
}

/** The descriptors that stand in each way that a reader has to act on. */
function listsOf(framework, review) {
  const states = Object.entries(statesOf(framework, review));
  const isPart = (credit) => credit !== null && credit.of > 0n && !isAll(credit);
  const ids = sectionsOf(framework).flatMap(({ descriptors }) => descriptors.map(({ id }) => id));
  const hasPart = ids.some((id) => Object.values(creditsOf(framework, id)).some(isPart));
  const partly = hasPart ? ["partly"] : [];
  const lists = [...partly, "no", "not_applicable", "does_not_apply"].map((wanted) => [
    wanted,
    states.filter(([, state]) => state === wanted).map(([id]) => id),
  ]);
  return Object.fromEntries(lists);
}

/** Every expectation of a valid review. */
export function expectedOf(framework, review) {
  const findings = findingsOf(framework, review);
  const { answered, total } = progressOf(framework, review);
  return {
    ...(framework.wording.scale ? gradesOf(framework, review) : {}),
    ...listsOf(framework, review),
    ...(framework.interpretation.counts ? { counts: countsOf(framework, review) } : {}),
    progress: [answered, total],
    findings: findings.map(({ rule }) => rule),
    places: findings.map(({ at }) => at),
    line: lineOf(framework, review),
  };
}
