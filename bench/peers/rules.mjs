// The grading tables, typed out once. Each peer turns these into its own kind of
// rule; nothing here computes a grade.

const range = (prefix, count) => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);

/** The sections in printed order, the overall block last. */
export const SECTIONS = [
  { id: "A", descriptors: range("A", 5) },
  { id: "E", descriptors: range("E", 5) },
  { id: "B", descriptors: range("B", 3) },
  { id: "C", descriptors: range("C", 2) },
  { id: "D", descriptors: range("D", 3) },
  { id: "F", descriptors: range("F", 5) },
  { id: "G", descriptors: range("G", 4) },
  { id: "H1", descriptors: range("H1.", 4) },
  { id: "H2", descriptors: range("H2.", 3) },
  { id: "I", descriptors: range("I", 3) },
  { id: "J", descriptors: range("J", 3) },
  { id: "K", descriptors: range("K", 3) },
  { id: "overall", descriptors: range("overall.", 5) },
];

/** The block whose recorded score is the plan's own and so stays out of the cap. */
export const OVERALL = "overall";

const healthNeeds = { field: "health_needs", equals: true };
const socialCareNeeds = { field: "social_care_needs", equals: true };
const noSocialCareNeeds = { field: "social_care_needs", equals: false };
const personalBudget = { field: "personal_budget", equals: true };
const finalPlan = { field: "stage", equals: "final" };
const fromYear9 = { field: "year_group", atLeast: 9 };
const under18 = { field: "age", under: 18 };

const applicability = new Map();
const apply = (descriptors, conditions, mayExclude = false) => {
  for (const id of descriptors) applicability.set(id, { conditions, mayExclude });
};
apply(["C2", "D3"], [], true);
apply(["D1"], [socialCareNeeds]);
apply(["D2"], [noSocialCareNeeds]);
apply(["G1", "G2", "G3"], [healthNeeds]);
apply(["G4"], [healthNeeds, fromYear9], true);
apply(range("H1.", 4), [socialCareNeeds, under18]);
apply(range("H2.", 3), [socialCareNeeds]);
apply(["I1", "K2"], [finalPlan]);
apply(["I2", "I3"], [finalPlan], true);
apply(["J2", "J3"], [personalBudget], true);

const ALWAYS = { conditions: [], mayExclude: false };

/**
 * When a descriptor applies: all of `conditions`, where a context value that is not
 * known counts as holding. `mayExclude` lets the assessor answer not_applicable
 * whatever the context; so does any condition whose value is not known.
 */
export const applicabilityOf = (id) => applicability.get(id) ?? ALWAYS;

/** The stages a plan can be at. */
export const STAGES = ["draft", "final", "proposed_amended"];

/** The plan-level criteria, each with its values from worst to best. */
export const CRITERIA = {
  complies: ["not_met", "met"],
  correct_sections: ["not_met", "met"],
  no_admin_errors: ["not_met", "met"],
  agreed_font: ["not_met", "met"],
  writing: ["not_met", "mostly_well_written", "well_written_and_clear"],
  appropriate_detail: ["not_met", "met"],
  smart_outcomes: ["not_met", "met"],
  specific_provision: ["not_met", "met"],
  golden_thread: ["not_met", "met"],
  pfa_age_appropriate: ["not_met", "met"],
};

const requiresImprovement = { complies: "met", no_admin_errors: "met", agreed_font: "met" };
const good = {
  ...requiresImprovement,
  correct_sections: "met",
  writing: "mostly_well_written",
  appropriate_detail: "met",
};
const outstanding = {
  ...good,
  writing: "well_written_and_clear",
  smart_outcomes: "met",
  specific_provision: "met",
  golden_thread: "met",
  pfa_age_appropriate: "met",
};

/** The grade is the first row whose needs are all met (at least the value named). */
export const GRADE_TABLE = [
  { score: 1, needs: outstanding },
  { score: 2, needs: good },
  { score: 3, needs: requiresImprovement },
];

/** The grade when no row of the table is met, and of a section with mostly "no". */
export const INADEQUATE = 4;

/** The suggestion for a section from its counted answers; otherwise inadequate. */
export const SUGGESTION = { withoutNo: 2, atLeastHalfYes: 3 };

/** The best overall score while any section stands at `anyAt`; the first row that holds. */
export const CAP = [
  { anyAt: 4, atBest: 3 },
  { anyAt: 3, atBest: 2 },
];

/** The best score there is, where nothing caps it. */
export const UNCAPPED = 1;

/** A plan may be issued when the recorded overall score is at most this. */
export const GATE = { atMost: 2, issued: "may_be_issued", returned: "annex_b", open: "undecided" };

/**
 * The same table read from the worst row up, for rules that stop at the first failure:
 * the criteria a row needs beyond the row below, the values too low for it, and the
 * score where one of them is found.
 */
export const GRADE_STEPS = GRADE_TABLE.map(({ score, needs }, i) => {
  const below = GRADE_TABLE[i + 1] ?? { score: INADEQUATE, needs: {} };
  const criteria = Object.keys(needs).filter((id) => needs[id] !== below.needs[id]);
  const tooLow = criteria.flatMap((id) => CRITERIA[id].slice(0, CRITERIA[id].indexOf(needs[id])));
  return { score, criteria, tooLow: [...new Set(tooLow)], otherwise: below.score };
}).reverse();

const points = [1, 2, 3, 4].map((score) => ({ best: score, worst: score }));

/** Every interval that a section can stand at, suggested or recorded. */
export const STANDINGS = [
  ...points,
  { best: SUGGESTION.withoutNo, worst: SUGGESTION.atLeastHalfYes },
  { best: SUGGESTION.withoutNo, worst: INADEQUATE },
  { best: SUGGESTION.atLeastHalfYes, worst: INADEQUATE },
];
