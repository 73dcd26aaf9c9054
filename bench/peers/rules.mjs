// The tables of grading, read from the framework. Each peer turns them into its own kind of rule; nothing here
// computes a grade.

import { readFileSync } from "node:fs";

const { wording, interpretation } = JSON.parse(
  readFileSync(new URL("../../core/frameworks/shropshire-2023.json", import.meta.url), "utf8"),
);

/** The block whose recorded score is that of the plan and so stays out of the cap. */
export const OVERALL = wording.overall.id;

/** The sections in printed order, the overall block last. */
export const SECTIONS = [...wording.sections, wording.overall].map(({ id, descriptors }) => ({
  id,
  descriptors: descriptors.map((descriptor) => descriptor.id),
}));

const applicability = new Map(
  interpretation.applicability.flatMap(({ descriptors, all_of: conditions, may_exclude: mayExclude }) =>
    descriptors.map((id) => [
      id,
      { conditions: conditions.map(({ at_least: atLeast, ...rest }) => ({ ...rest, atLeast })), mayExclude },
    ]),
  ),
);

/**
 * When a descriptor applies: all of `conditions`, each on a field that `equals`, is `atLeast` or `under` a value, where
 * a value that is not known counts as holding. `mayExclude` lets the assessor answer not_applicable whatever the
 * context; so does any condition whose value is not known.
 */
export const applicabilityOf = (id) => applicability.get(id);

/** The stages a plan can be at. */
export const STAGES = interpretation.context.find(({ field }) => field === "stage").values.map(({ id }) => id);

/** The plan-level criteria, each with its values from worst to best. */
export const CRITERIA = Object.fromEntries(
  interpretation.criteria.map(({ id, values }) => [id, values.map((value) => value.id)]),
);

const rows = interpretation.grade_table.map(({ score, requires }) => ({ score, needs: requires }));

/** The grade is the first row whose needs are all met (at least the value named). */
export const GRADE_TABLE = rows.slice(0, -1);

/** The grade when no row of the table is met, and of a section with mostly "no". */
export const INADEQUATE = rows.at(-1).score;

/** The score of the band that asks for a share of yes answers. */
function bandFor(of, outOf) {
  const bands = interpretation.section_suggestion;
  return bands.find(({ yes_at_least: share }) => share.of === of && share.out_of === outOf).score;
}

/** The suggestion for a section from its counted answers; otherwise inadequate. */
export const SUGGESTION = { withoutNo: bandFor(1, 1), atLeastHalfYes: bandFor(1, 2) };

/** The best overall score while any section stands at `anyAt`; the first row that holds. */
export const CAP = interpretation.section_cap.map(({ section_score: anyAt, plan_at_best: atBest }) => ({
  anyAt,
  atBest,
}));

/** The best score there is, where nothing caps it. */
export const UNCAPPED = GRADE_TABLE[0].score;

/** A plan may be issued when the recorded overall score is at most this. */
export const GATE = {
  atMost: interpretation.gate.issue_at,
  issued: "may_be_issued",
  returned: "annex_b",
  open: "undecided",
};

/**
 * The same table read from the worst row up, for rules that stop at the first failure:
 * the criteria a row needs beyond the row below, the values too low for it, and the
 * score where one of them is found.
 */
export const GRADE_STEPS = GRADE_TABLE.map(({ score, needs }, i) => {
  const below = rows[i + 1];
  const criteria = Object.keys(needs).filter((id) => needs[id] !== below.needs[id]);
  const tooLow = criteria.flatMap((id) => CRITERIA[id].slice(0, CRITERIA[id].indexOf(needs[id])));
  return { score, criteria, tooLow: [...new Set(tooLow)], otherwise: below.score };
}).reverse();

const points = rows.map(({ score }) => ({ best: score, worst: score }));

/** Every interval that a section can stand at, suggested or recorded. */
export const STANDINGS = [
  ...points,
  { best: SUGGESTION.withoutNo, worst: SUGGESTION.atLeastHalfYes },
  { best: SUGGESTION.withoutNo, worst: INADEQUATE },
  { best: SUGGESTION.atLeastHalfYes, worst: INADEQUATE },
];

const NOTHING = {};

/** The facts of a review that conditions and the gate name, as engines take them; null is not known. */
export function contextOf(review) {
  const context = review.plan ?? NOTHING;
  return {
    stage: context.stage ?? null,
    year_group: context.year_group ?? null,
    age: context.age ?? null,
    health_needs: context.health_needs ?? null,
    social_care_needs: context.social_care_needs ?? null,
    personal_budget: context.personal_budget ?? null,
    recorded_plan: review.sections?.[OVERALL]?.score ?? null,
  };
}
