// How descriptors stand by name, and how much of a review is answered: the second reading of both, from
// `docs/framework-format.md` alone.

import {
  applicabilityOf,
  assess,
  creditsOf,
  given,
  holds,
  isAll,
  isAnswered,
  recordedScore,
  sectionsOf,
  standingsOf,
} from "./reference.mjs";

const answerOf = (review, section, id) => given(review, "sections", section.id, "descriptors", id);

/** Whether an alternative that is met takes a descriptor out of the count. */
function givesWay(framework, standings, id) {
  const alternatives = framework.interpretation.alternatives ?? [];
  return alternatives.some(
    ({ descriptor, instead_of }) =>
      instead_of.includes(id) && isAnswered(standings[descriptor]) && isAll(standings[descriptor]),
  );
}

/** The name of a descriptor's standing. One that is out of the count is excluded by a person, or does not apply. */
function stateOf(framework, review, section, standings, id) {
  const standing = standings[id];
  // The engine lists a descriptor whose findings are still to be counted as one that is open.
  if (standing === "open" || standing === "to_count") return "open";
  if (standing === "counted") return "counted";
  if (isAnswered(standing)) return isAll(standing) ? "yes" : standing.of === 0n ? "no" : "partly";
  const { all_of, may_exclude } = applicabilityOf(framework, id);
  const conditions = all_of.map((condition) => holds(review, condition));
  if (conditions.includes(false) || givesWay(framework, standings, id)) return "does_not_apply";
  const answer = answerOf(review, section, id);
  const isExcluded = answer !== null && creditsOf(framework, id)[answer] === null;
  return isExcluded && (may_exclude || conditions.includes(null)) ? "not_applicable" : "does_not_apply";
}

/** Each descriptor's state by its id, in printed order. */
export function statesOf(framework, review) {
  const states = {};
  for (const section of sectionsOf(framework)) {
    const standings = standingsOf(framework, review, section);
    for (const id of Object.keys(standings)) states[id] = stateOf(framework, review, section, standings, id);
  }
  return states;
}

/** The sections of which a score can be recorded that counts. */
export function scored(framework, review) {
  if (!framework.wording.scale) return [];
  const { sections } = assess(framework, review);
  // The score of the block about the plan is the plan's, whatever of the block applies.
  return sectionsOf(framework).filter(
    (section) => section === framework.wording.overall || sections[section.id].counts,
  );
}

/** How many criteria, descriptors that apply and scores are answered, of how many. */
export function progressOf(framework, review) {
  const criteria = framework.interpretation.criteria.map(({ id }) => given(review, "criteria", id) !== null);
  const states = Object.values(statesOf(framework, review)).filter((state) => state !== "does_not_apply");
  const scores = scored(framework, review).map((section) => recordedScore(review, section) !== null);
  const all = [...criteria, ...states.map((state) => state !== "open"), ...scores];
  return { answered: all.filter((answered) => answered).length, total: all.length };
}
