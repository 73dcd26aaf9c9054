// A second, independent reading of the grading rules, kept apart from the engine so that the two
// can be compared. It is written to be read beside the rules: every table is typed by hand, every
// interval is found by filling the open answers in twice, and nothing is done for speed.
// It expects a valid review document; a field that is null is a field that is not given.

import { applySteps } from "../frameworks/reference.mjs";

export { applySteps };

// ---- Tables -------------------------------------------------------------------------------

/** Sections in printed order, each with its descriptors in printed order. */
export const SECTIONS = [
  ["A", ["A1", "A2", "A3", "A4", "A5"]],
  ["E", ["E1", "E2", "E3", "E4", "E5"]],
  ["B", ["B1", "B2", "B3"]],
  ["C", ["C1", "C2"]],
  ["D", ["D1", "D2", "D3"]],
  ["F", ["F1", "F2", "F3", "F4", "F5"]],
  ["G", ["G1", "G2", "G3", "G4"]],
  ["H1", ["H1.1", "H1.2", "H1.3", "H1.4"]],
  ["H2", ["H2.1", "H2.2", "H2.3"]],
  ["I", ["I1", "I2", "I3"]],
  ["J", ["J1", "J2", "J3"]],
  ["K", ["K1", "K2", "K3"]],
  ["overall", ["overall.1", "overall.2", "overall.3", "overall.4", "overall.5"]],
];

const HEALTH_NEEDS = ["health_needs", (value) => value === true];
const SOCIAL_CARE_NEEDS = ["social_care_needs", (value) => value === true];
const NO_SOCIAL_CARE_NEEDS = ["social_care_needs", (value) => value === false];
const BUDGET_REQUESTED = ["personal_budget", (value) => value === true];
const FINAL_PLAN = ["stage", (value) => value === "final"];
const FROM_YEAR_9 = ["year_group", (value) => value >= 9];
const UNDER_18 = ["age", (value) => value < 18];

/** Conditions on the plan context. A descriptor that is not listed always applies. */
const CONDITIONS = {
  D1: [SOCIAL_CARE_NEEDS],
  D2: [NO_SOCIAL_CARE_NEEDS],
  G1: [HEALTH_NEEDS],
  G2: [HEALTH_NEEDS],
  G3: [HEALTH_NEEDS],
  G4: [HEALTH_NEEDS, FROM_YEAR_9],
  "H1.1": [SOCIAL_CARE_NEEDS, UNDER_18],
  "H1.2": [SOCIAL_CARE_NEEDS, UNDER_18],
  "H1.3": [SOCIAL_CARE_NEEDS, UNDER_18],
  "H1.4": [SOCIAL_CARE_NEEDS, UNDER_18],
  "H2.1": [SOCIAL_CARE_NEEDS],
  "H2.2": [SOCIAL_CARE_NEEDS],
  "H2.3": [SOCIAL_CARE_NEEDS],
  I1: [FINAL_PLAN],
  I2: [FINAL_PLAN],
  I3: [FINAL_PLAN],
  J2: [BUDGET_REQUESTED],
  J3: [BUDGET_REQUESTED],
  K2: [FINAL_PLAN],
};

/** Descriptors that the assessor may answer not_applicable even where they apply. */
const MAY_EXCLUDE = ["C2", "D3", "G4", "I2", "I3", "J2", "J3"];

/** Values of each criterion from worst to best, in framework order. */
export const CRITERIA = [
  ["complies", ["not_met", "met"]],
  ["correct_sections", ["not_met", "met"]],
  ["no_admin_errors", ["not_met", "met"]],
  ["agreed_font", ["not_met", "met"]],
  ["writing", ["not_met", "mostly_well_written", "well_written_and_clear"]],
  ["appropriate_detail", ["not_met", "met"]],
  ["smart_outcomes", ["not_met", "met"]],
  ["specific_provision", ["not_met", "met"]],
  ["golden_thread", ["not_met", "met"]],
  ["pfa_age_appropriate", ["not_met", "met"]],
];

/** The requirements of each grade, as the least value of a criterion that is enough. Grade 4 has none. */
const GRADE_TABLE = {
  1: {
    complies: "met",
    correct_sections: "met",
    no_admin_errors: "met",
    agreed_font: "met",
    writing: "well_written_and_clear",
    appropriate_detail: "met",
    smart_outcomes: "met",
    specific_provision: "met",
    golden_thread: "met",
    pfa_age_appropriate: "met",
  },
  2: {
    complies: "met",
    correct_sections: "met",
    no_admin_errors: "met",
    agreed_font: "met",
    writing: "mostly_well_written",
    appropriate_detail: "met",
  },
  3: { complies: "met", no_admin_errors: "met", agreed_font: "met" },
  4: {},
};

const CONTRADICTIONS = [
  ["golden-thread-against-overall-3", "golden_thread", "overall.3"],
  ["pfa-against-overall-5", "pfa_age_appropriate", "overall.5"],
  ["pfa-against-b3", "pfa_age_appropriate", "B3"],
  ["pfa-against-e3", "pfa_age_appropriate", "E3"],
  ["smart-outcomes-against-e2", "smart_outcomes", "E2"],
  ["specific-provision-against-f3", "specific_provision", "F3"],
];

const CONTEXT_FIELDS = ["stage", "year_group", "age", "health_needs", "social_care_needs", "personal_budget"];

/** Findings that cannot be looked for while the context field is not known. */
const CONTEXT_RULES = [
  ["health-need-without-provision", "health_needs"],
  ["social-care-need-without-provision", "social_care_needs"],
  ["placement-on-draft", "stage"],
  ["budget-silent-on-final", "stage"],
  ["pfa-from-year-9", "year_group"],
];

const SECTION_OF = Object.fromEntries(SECTIONS.flatMap(([section, ids]) => ids.map((id) => [id, section])));

// ---- Reading a review ---------------------------------------------------------------------

/** The value at the end of the keys, or null where any part of the way is missing or null. */
function given(review, ...keys) {
  let value = review;
  for (const key of keys) value = value?.[key];
  return value ?? null;
}

const answerTo = (review, id) => given(review, "sections", SECTION_OF[id], "descriptors", id);
const recordedScore = (review, section) => given(review, "sections", section, "score");
const isBlank = (text) => text === null || /^\p{White_Space}*$/u.test(text);

const descriptorAt = (id) => `/sections/${SECTION_OF[id]}/descriptors/${id}`;
const sectionAt = (section, field) => `/sections/${section}/${field}`;

/** "applies", "does_not_apply", or "not_known" while a condition rests on context not given. */
function applicability(review, id) {
  let unknown = false;
  for (const [field, holds] of CONDITIONS[id] ?? []) {
    const value = given(review, "plan", field);
    if (value === null) unknown = true;
    else if (!holds(value)) return "does_not_apply";
  }
  return unknown ? "not_known" : "applies";
}

/** A not_applicable that the context as now given does not leave room for. */
function isForbiddenExclusion(review, id) {
  return (
    answerTo(review, id) === "not_applicable" && applicability(review, id) === "applies" && !MAY_EXCLUDE.includes(id)
  );
}

function effectiveState(review, id) {
  if (applicability(review, id) === "does_not_apply") return "does_not_apply";
  if (isForbiddenExclusion(review, id)) return "open";
  return answerTo(review, id) ?? "open";
}

// ---- Grades -------------------------------------------------------------------------------

/** The score of a section whose counted answers are all in; null when nothing counts. */
function sectionGrade(yes, no) {
  if (yes + no === 0) return null;
  if (no === 0) return 2;
  return yes * 2 >= yes + no ? 3 : 4;
}

function sectionSuggestion(states) {
  const count = (state) => states.filter((each) => each === state).length;
  const [yes, no, open] = [count("yes"), count("no"), count("open")];
  if (yes + no + open === 0) return null;
  return { best: sectionGrade(yes + open, no), worst: sectionGrade(yes, no + open) };
}

/** Whether a criterion's value is at least as good as the one asked for. */
function isEnough(criterion, value, asked) {
  const [, fromWorstToBest] = CRITERIA.find(([id]) => id === criterion);
  return fromWorstToBest.indexOf(value) >= fromWorstToBest.indexOf(asked);
}

/** The best grade all of whose requirements are met by a full set of answers. */
function criteriaGrade(values) {
  for (const grade of [1, 2, 3]) {
    const asked = Object.entries(GRADE_TABLE[grade]);
    if (asked.every(([id, least]) => isEnough(id, values[id], least))) return grade;
  }
  return 4;
}

function criteriaInterval(review) {
  const withOpenOnes = (choose) =>
    Object.fromEntries(CRITERIA.map(([id, values]) => [id, given(review, "criteria", id) ?? choose(values)]));
  return {
    best: criteriaGrade(withOpenOnes((values) => values.at(-1))),
    worst: criteriaGrade(withOpenOnes((values) => values[0])),
  };
}

/** The best overall score that sections standing at these scores leave. */
function capOf(scores) {
  if (scores.includes(4)) return 3;
  if (scores.includes(3)) return 2;
  return 1;
}

/** The score of a section that counts in the cap: recorded, else suggested; null for none.
 *  The score recorded in the overall block is the plan's, so there the suggestion alone counts. */
function standing(section, suggested, recorded) {
  if (suggested === null) return null;
  if (section !== "overall" && recorded !== null) return { best: recorded, worst: recorded };
  return suggested;
}

function gateOf(recorded, suggested) {
  const suggestion = suggested.worst <= 2 ? "inside" : suggested.best > 2 ? "outside" : "across";
  if (recorded === null) return { state: "undecided", suggestion };
  return { state: recorded <= 2 ? "may_be_issued" : "not_to_be_issued", suggestion };
}

// ---- Assessment ---------------------------------------------------------------------------

export function assess(review) {
  const descriptors = {};
  const sections = {};
  const standings = [];
  for (const [section, ids] of SECTIONS) {
    for (const id of ids) descriptors[id] = effectiveState(review, id);
    const suggested = sectionSuggestion(ids.map((id) => descriptors[id]));
    const recorded = recordedScore(review, section);
    sections[section] = { suggested, recorded };
    const counted = standing(section, suggested, recorded);
    if (counted !== null) standings.push(counted);
  }
  const criteria = criteriaInterval(review);
  const cap = { best: capOf(standings.map((s) => s.best)), worst: capOf(standings.map((s) => s.worst)) };
  const suggested = { best: Math.max(criteria.best, cap.best), worst: Math.max(criteria.worst, cap.worst) };
  const recorded = sections.overall.recorded;
  const plan = { criteria, cap, suggested, recorded, gate: gateOf(recorded, suggested) };
  return {
    plan,
    sections,
    descriptors,
    progress: progressOf(review, sections, descriptors),
    findings: findingsOf(review, plan, sections, descriptors),
  };
}

function progressOf(review, sections, descriptors) {
  const criteria = {
    answered: CRITERIA.filter(([id]) => given(review, "criteria", id) !== null).length,
    total: CRITERIA.length,
  };
  const total = { ...criteria };
  const perSection = {};
  for (const [section, ids] of SECTIONS) {
    const applicable = ids.filter((id) => descriptors[id] !== "does_not_apply");
    const entry = {
      answered: applicable.filter((id) => descriptors[id] !== "open").length,
      total: applicable.length,
    };
    if (sections[section].suggested !== null) {
      entry.total += 1;
      if (sections[section].recorded !== null) entry.answered += 1;
    }
    perSection[section] = entry;
    total.answered += entry.answered;
    total.total += entry.total;
  }
  return { criteria, sections: perSection, total };
}

// ---- Findings -----------------------------------------------------------------------------

const warning = (rule, at) => ({ rule, severity: "warning", at });
const error = (rule, at) => ({ rule, severity: "error", at });
const information = (rule, at) => ({ rule, severity: "information", at });

const byRuleThenPlace = (a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

function findingsOf(review, plan, sections, descriptors) {
  return [
    ...sectionFindings(review, plan, sections, descriptors),
    ...planScoreFindings(plan),
    ...descriptorFindings(review, descriptors),
    ...contradictionFindings(review, descriptors),
    ...contextFindings(review, descriptors),
    ...contextNotKnown(review),
  ].sort(byRuleThenPlace);
}

function sectionFindings(review, plan, sections, descriptors) {
  const found = [];
  for (const [section, ids] of SECTIONS) {
    const { suggested, recorded } = sections[section];
    const hasNo = ids.some((id) => descriptors[id] === "no");
    const compared = section === "overall" ? plan.suggested : suggested;
    if (recorded === 1 && hasNo) {
      found.push(warning("recorded-outstanding-with-no", sectionAt(section, "score")));
    } else if (recorded !== null && compared !== null) {
      if (recorded < compared.best - 1 || recorded > compared.worst + 1) {
        found.push(warning("recorded-far-from-suggestion", sectionAt(section, "score")));
      }
    }
    if (recorded !== null && suggested === null) {
      found.push(information("score-where-nothing-applies", sectionAt(section, "score")));
    }
    if (recorded !== null && isBlank(given(review, "sections", section, "rationale"))) {
      found.push(warning("score-without-rationale", sectionAt(section, "rationale")));
    }
    if (hasNo && isBlank(given(review, "sections", section, "improvements"))) {
      found.push(warning("no-without-improvement", sectionAt(section, "improvements")));
    }
  }
  return found;
}

function planScoreFindings({ recorded, criteria, cap }) {
  const found = [];
  const at = sectionAt("overall", "score");
  if (recorded !== null && recorded < criteria.best) found.push(error("recorded-better-than-criteria", at));
  if (recorded !== null && recorded < cap.best) found.push(warning("recorded-better-than-cap", at));
  return found;
}

function descriptorFindings(review, descriptors) {
  const found = [];
  for (const id of Object.keys(descriptors)) {
    if (isForbiddenExclusion(review, id)) found.push(warning("not-applicable-but-applies", descriptorAt(id)));
    if (descriptors[id] === "does_not_apply" && ["yes", "no"].includes(answerTo(review, id))) {
      found.push(information("answer-does-not-apply", descriptorAt(id)));
    }
  }
  return found;
}

function contradictionFindings(review, descriptors) {
  return CONTRADICTIONS.filter(
    ([, criterion, id]) => given(review, "criteria", criterion) === "met" && descriptors[id] === "no",
  ).map(([rule, , id]) => warning(rule, descriptorAt(id)));
}

function contextFindings(review, descriptors) {
  const context = (field) => given(review, "plan", field);
  const isNo = (id) => descriptors[id] === "no";
  const found = [];
  if (context("health_needs") === true && isNo("G1")) {
    found.push(error("health-need-without-provision", descriptorAt("G1")));
  }
  const noH11 = ["no", "does_not_apply", "not_applicable"].includes(descriptors["H1.1"]);
  if (context("social_care_needs") === true && isNo("H2.1") && noH11) {
    found.push(error("social-care-need-without-provision", descriptorAt("H2.1")));
  }
  const placed = ["I1", "I2", "I3"].find((id) => answerTo(review, id) === "yes");
  if (context("stage") === "draft" && placed !== undefined) {
    found.push(error("placement-on-draft", descriptorAt(placed)));
  }
  if (context("stage") === "final" && isNo("J1")) found.push(error("budget-silent-on-final", descriptorAt("J1")));
  const everyPlan = ["B3", "E3"].find(isNo);
  if (everyPlan !== undefined) found.push(warning("pfa-every-plan", descriptorAt(everyPlan)));
  const fromYear9 = ["F1", "G4"].find(isNo);
  if (context("year_group") !== null && context("year_group") >= 9 && fromYear9 !== undefined) {
    found.push(warning("pfa-from-year-9", descriptorAt(fromYear9)));
  }
  return found;
}

function contextNotKnown(review) {
  const notKnown = (field) => given(review, "plan", field) === null;
  const fields = CONTEXT_FIELDS.filter(notKnown);
  if (fields.length === 0) return [];
  const rules = CONTEXT_RULES.filter(([, field]) => notKnown(field)).map(([rule]) => rule);
  return [{ rule: "context-not-known", severity: "information", at: "/plan", params: { fields, rules } }];
}

// ---- Path to a grade ----------------------------------------------------------------------

/** The worst score a section may stand at when the plan is to reach the score; null for any. */
const worstAllowed = (score) => ({ 1: 2, 2: 3 })[score] ?? null;

/** The steps after which the worst end of the plan's suggestion reaches the score. */
export function pathTo(review, score) {
  const steps = [];
  for (const [id] of CRITERIA) {
    const least = GRADE_TABLE[score][id];
    const value = given(review, "criteria", id);
    if (least === undefined || (value !== null && isEnough(id, value, least))) continue;
    const state = value === null ? "not_answered" : "answered_otherwise";
    steps.push({ kind: "criterion", at: `/criteria/${id}`, value: least, state });
  }
  const allowed = worstAllowed(score);
  if (allowed === null) return steps;
  const { sections, descriptors } = assess(review);
  for (const [section, ids] of SECTIONS) {
    const { suggested, recorded } = sections[section];
    const stands = standing(section, suggested, recorded);
    if (stands === null || stands.worst <= allowed) continue;
    if (section !== "overall" && recorded !== null) {
      steps.push({ kind: "rescore", at: sectionAt(section, "score"), value: allowed, state: "answered_otherwise" });
    } else {
      steps.push(...descriptorSteps(ids, descriptors, allowed));
    }
  }
  return steps;
}

/** The fewest descriptors to turn to yes: those not answered are taken first, then the failed ones,
 *  each in printed order; the steps themselves stand in printed order. */
function descriptorSteps(ids, descriptors, allowed) {
  const open = ids.filter((id) => descriptors[id] === "open");
  const failed = ids.filter((id) => descriptors[id] === "no");
  const candidates = [...open, ...failed];
  const turned = [];
  const worstAfter = () => sectionSuggestion(ids.map((id) => (turned.includes(id) ? "yes" : descriptors[id]))).worst;
  while (worstAfter() > allowed) turned.push(candidates[turned.length]);
  return ids
    .filter((id) => turned.includes(id))
    .map((id) => ({
      kind: "descriptor",
      at: descriptorAt(id),
      value: "yes",
      state: descriptors[id] === "open" ? "not_answered" : "answered_otherwise",
    }));
}

// ---- The smallest set of changes, by trying them all --------------------------------------

/** Every allowed change, in parts ("criteria" and each section). A part is a list of places, and a
 *  place the list of steps that may be taken there. A section has descriptors to turn to yes and,
 *  where a recorded score counts in the cap, that score to replace. */
export function allowedChanges(review) {
  const { sections, descriptors } = assess(review);
  const criteria = CRITERIA.map(([id, values]) => {
    const now = Math.max(0, values.indexOf(given(review, "criteria", id)));
    return values.slice(now + 1).map((value) => ({ at: `/criteria/${id}`, value }));
  }).filter((options) => options.length > 0);
  const parts = [["criteria", criteria]];
  for (const [section, ids] of SECTIONS) {
    const places = ids
      .filter((id) => ["open", "no"].includes(descriptors[id]))
      .map((id) => [{ at: descriptorAt(id), value: "yes" }]);
    const { suggested, recorded } = sections[section];
    if (section !== "overall" && recorded !== null && suggested !== null) {
      places.push([1, 2, 3, 4].map((value) => ({ at: sectionAt(section, "score"), value })));
    }
    parts.push([section, places]);
  }
  return parts;
}

/** The same review with every part but one as good as it can be. */
function withTheRestPerfect(review, part) {
  const changed = structuredClone(review);
  if (part !== "criteria") changed.criteria = Object.fromEntries(CRITERIA.map(([id, values]) => [id, values.at(-1)]));
  changed.sections = Object.fromEntries(
    SECTIONS.map(([section, ids]) => [
      section,
      section === part
        ? given(review, "sections", section)
        : { descriptors: Object.fromEntries(ids.map((id) => [id, "yes"])) },
    ]),
  );
  return changed;
}

/** Whether changing exactly `size` of the places, from the one at `from` on, can reach the score. */
function canReach(review, score, places, size, from = 0, chosen = []) {
  if (size === 0) return assess(applySteps(review, chosen)).plan.suggested.worst <= score;
  for (let index = from; index + size <= places.length; index += 1) {
    for (const step of places[index]) {
      if (canReach(review, score, places, size - 1, index + 1, [...chosen, step])) return true;
    }
  }
  return false;
}

/** The least number of changes among these places, looked for by increasing size. */
export function smallestAmong(review, score, places) {
  for (let size = 0; size <= places.length; size += 1) {
    if (canReach(review, score, places, size)) return size;
  }
  throw new Error("no set of allowed changes reaches the score");
}

/** The number of changes in a smallest set after which the suggestion is sure to reach the score.
 *
 *  The search is done part by part and the counts are added. This is sound: the worst end of the
 *  suggestion is the worst of what the criteria give and of what each section's standing gives, a
 *  change in one part leaves what the others give as it was, and so the plan reaches the score
 *  exactly when each part alone does. A smallest set for the whole is therefore one smallest set
 *  for each part, put together. A part is tried alone by making all the others perfect, which
 *  then bring no more than a 1. */
export function smallestChangeCount(review, score) {
  return allowedChanges(review)
    .map(([part, places]) => smallestAmong(withTheRestPerfect(review, part), score, places))
    .reduce((sum, count) => sum + count, 0);
}
