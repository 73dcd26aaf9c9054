// The tables of grading, read from a framework. Each peer turns them into its own kind of rule; nothing here computes
// a grade. Scores are ranks here, 1 for the best, so that the worse of two is always the greater.

import { readFileSync } from "node:fs";

/** A framework of the repository, by its id. */
export function frameworkOf(id) {
  return JSON.parse(readFileSync(new URL(`../../core/frameworks/${id}.json`, import.meta.url), "utf8"));
}

/** The states of the gate. */
export const GATE = { issued: "may_be_issued", returned: "not_to_be_issued", open: "undecided" };

const NOTHING = {};
const USUAL_ANSWERS = [
  { id: "yes", credit: { of: 1, out_of: 1 } },
  { id: "no", credit: { of: 0, out_of: 1 } },
  { id: "not_applicable" },
];

/**
 * What a framework says about grading:
 *
 * - `scores`, the best first; `rankOf` gives the rank of a score.
 * - `sections` in printed order, the block about the whole plan last, each with `weight` and `descriptors`. The score
 *   recorded for that block is the plan's, so it stands for no section, and its `weight` is 0.
 * - A descriptor applies where all its `conditions` hold, each on a field that `equals`, is `atLeast` or `under` a
 *   value; one that is not known counts as holding. `mayExclude` lets the assessor exclude it whatever the context; so
 *   does any condition whose value is not known.
 * - `credits` of the answers in whole `units`, of which a full answer has all; null for one that excludes.
 * - `bands` from the best: the first whose share is reached gives the rank of a section.
 * - `mean`, or null: `points` by rank, and `bands` from the best over the weighted mean.
 * - `required`: while one of the `descriptors` is not met in full, the plan is at best at `rank`.
 * - `caps` from the worst: while any section stands at `from` or worse, the plan is at best at `rank`.
 * - `criteria`, each with its values from worst to best, and `gradeTable`: the first row whose needs are all met.
 * - `gate.atMost`: a plan may be issued when its recorded rank is at most this.
 */
export function rulesOf({ wording, interpretation }) {
  const scores = scoresOf(wording, interpretation);
  const ranks = new Map(scores.map((score, place) => [score, place + 1]));
  const rankOf = (score) => ranks.get(score) ?? null;
  const bandOf = ({ score }, { of, out_of: outOf }) => ({ rank: rankOf(score), of, outOf });
  const rows = interpretation.grade_table.map(({ score, requires }) => ({ rank: rankOf(score), needs: requires }));
  const criteria = Object.fromEntries(interpretation.criteria.map(({ id, values }) => [id, values.map((v) => v.id)]));
  const sections = sectionsOf(wording, interpretation.applicability);
  const conditions = sections.flatMap(({ descriptors }) => descriptors).flatMap((each) => each.conditions);
  const { plan_mean: mean, required = [] } = interpretation;
  const rules = {
    scores,
    rankOf,
    sections,
    fields: [...new Set(conditions.map(({ field }) => field))],
    conditions,
    wordsOf: (field) => interpretation.context.find((fact) => fact.field === field).values.map(({ id }) => id),
    ...creditsOf(interpretation.answers ?? USUAL_ANSWERS),
    bands: interpretation.section_suggestion.map((band) => bandOf(band, band.yes_at_least)),
    mean: mean
      ? {
          points: scores.map((score) => mean.points.find((each) => each.score === score).points),
          bands: mean.bands.map((band) => bandOf(band, band.mean_at_least)),
        }
      : null,
    required: required.map(({ descriptors, plan_at_best: atBest }) => ({ descriptors, rank: rankOf(atBest) })),
    caps: capsOf(interpretation.section_cap, rankOf),
    criteria,
    gradeTable: rows.slice(0, -1),
    gradeSteps: gradeStepsOf(rows, criteria),
    gate: { ...GATE, atMost: rankOf(interpretation.gate.issue_at) },
  };
  refuse("alternatives", (interpretation.alternatives ?? []).length > 0);
  refuse("sections whose scores are only entered", rules.bands.length === 0);
  return rules;
}

/** Whether anything but limits grades the plan, also where no section counts. */
export const alwaysSuggests = ({ gradeSteps, required }) => gradeSteps.length > 0 || required.length > 0;

/** The facts of a review that conditions and the gate name, as engines take them; null is not known. */
export function contextOf({ fields, sections, rankOf }, review) {
  const plan = review.plan ?? NOTHING;
  const context = {};
  for (const field of fields) context[field] = plan[field] ?? null;
  context.recorded_plan = rankOf(review.sections?.[sections.at(-1).id]?.score);
  return context;
}

/** Intervals of ranks in the shape in which peers answer; a rank of 0 or null is none. */
export function intervalOf({ scores }, best, worst) {
  return best ? { best: scores[best - 1], worst: scores[worst - 1] } : null;
}

function scoresOf({ scale }, interpretation) {
  refuse("frameworks without a scale", !scale);
  const scores = scale.grades.flatMap(({ score, up_to: last = score }) =>
    Array.from({ length: last - score + 1 }, (_, place) => score + place),
  );
  const isGreatestBest = interpretation.scale?.best === "greatest";
  return scores.sort((a, b) => (isGreatestBest ? b - a : a - b));
}

function sectionsOf(wording, applicability) {
  const entryOf = (id) => applicability.find(({ descriptors }) => descriptors.includes(id));
  return [...wording.sections, wording.overall].map((section) => ({
    id: section.id,
    isOverall: section === wording.overall,
    weight: section === wording.overall ? 0 : (section.weight ?? 1),
    descriptors: section.descriptors.map(({ id }) => {
      const { all_of: conditions, may_exclude: mayExclude } = entryOf(id);
      return { id, conditions: conditions.map(({ at_least: atLeast, ...rest }) => ({ ...rest, atLeast })), mayExclude };
    }),
  }));
}

function creditsOf(answers) {
  const units = answers.reduce((all, { credit }) => leastCommonMultiple(all, credit?.out_of ?? 1), 1);
  const credits = answers.map(({ id, credit }) => [id, credit ? (credit.of * units) / credit.out_of : null]);
  return { units, credits: Object.fromEntries(credits) };
}

function leastCommonMultiple(a, b) {
  let [divisor, rest] = [a, b];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}

/** The worse of all limits that a section reaches, where it is as bad as the limit asks or worse. */
function capsOf(limits, rankOf) {
  const caps = limits.map(({ section_score: score, plan_at_best: atBest }) => ({
    from: rankOf(score),
    rank: rankOf(atBest),
  }));
  return caps
    .map(({ from }) => ({ from, rank: Math.max(...caps.filter((cap) => cap.from <= from).map(({ rank }) => rank)) }))
    .sort((a, b) => b.from - a.from);
}

/**
 * The table read from the worst row up, for rules that stop at the first failure: the criteria a row needs beyond the
 * row below, the values too low for it, and the rank where one of them is found.
 */
function gradeStepsOf(rows, criteria) {
  return rows
    .slice(0, -1)
    .map(({ rank, needs }, place) => {
      const below = rows[place + 1];
      const added = Object.keys(needs).filter((id) => needs[id] !== below.needs[id]);
      const tooLowFor = (id) => criteria[id].slice(0, criteria[id].indexOf(needs[id]));
      const enoughFor = (id) => criteria[id].slice(criteria[id].indexOf(needs[id]));
      const tooLow = [...new Set(added.flatMap(tooLowFor))];
      const enough = Object.keys(needs).flatMap(enoughFor);
      const isStep = Object.keys(below.needs).every(
        (id) => id in needs && criteria[id].indexOf(needs[id]) >= criteria[id].indexOf(below.needs[id]),
      );
      refuse("rows that do not ask for all of the row below", !isStep);
      const isMixed = Object.keys(needs).some((id) => tooLowFor(id).some((value) => enough.includes(value)));
      refuse("criteria of a row that mean different things by a value", isMixed);
      return { rank, criteria: added, tooLow, otherwise: below.rank };
    })
    .reverse();
}

/** Why the peers cannot grade by a framework. */
export class NotHeld extends Error {}

/** Stops where a framework has a part that the peers do not hold. */
export function refuse(part, isThere) {
  if (isThere) throw new NotHeld(`the peers do not hold ${part}`);
}
