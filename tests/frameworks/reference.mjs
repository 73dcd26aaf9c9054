// A second, independent reading of how any framework is computed with, written from
// `docs/framework-format.md` alone and kept apart from the engine, so that the two can be compared.
// Nothing is done for speed: intervals are counted out, and a path is looked for among all sets of changes.
// It expects a valid framework and a valid review of it; a field that is null is a field that is not given.

// ---- Fractions ----------------------------------------------------------------------------

const fraction = (of, outOf) => ({ of: BigInt(of), outOf: BigInt(outOf) });
const readFraction = (given) => (typeof given === "number" ? fraction(given, 1) : fraction(given.of, given.out_of));
const sum = (a, b) => ({ of: a.of * b.outOf + b.of * a.outOf, outOf: a.outOf * b.outOf });
const isAtLeast = (a, b) => a.of * b.outOf >= b.of * a.outOf;
const NOTHING = fraction(0, 1);
const ALL = fraction(1, 1);
export const isAll = (credit) => credit?.of !== undefined && credit.of === credit.outOf;

// ---- Scale --------------------------------------------------------------------------------

/** Every score of the scale, the best first; none where the framework has no scale. */
export function scoresOf(framework) {
  const scores = [];
  for (const { score, up_to } of framework.wording.scale?.grades ?? []) {
    for (let each = score; each <= (up_to ?? score); each += 1) scores.push(each);
  }
  const greatestIsBest = framework.interpretation.scale?.best === "greatest";
  return scores.sort((a, b) => (greatestIsBest ? b - a : a - b));
}

/** Comparing scores of a scale: a lower rank is a better score. A grade can have several scores. */
export function scaleOf(framework) {
  const scores = scoresOf(framework);
  const rank = (score) => scores.indexOf(score);
  const { grades } = framework.wording.scale ?? { grades: [] };
  const gradeOf = (number) => grades.findIndex(({ score, up_to }) => score <= number && number <= (up_to ?? score));
  const byRank = grades.map((_, index) => index).sort((a, b) => rank(grades[a].score) - rank(grades[b].score));
  return {
    best: scores[0],
    worst: scores.at(-1),
    /** The place of a score's grade, 0 for the best. */
    gradeRank: (score) => byRank.indexOf(gradeOf(score)),
    isGoodEnough: (score, asked) => rank(score) <= rank(asked),
    worstOf: (list) => list.reduce((a, b) => (rank(a) >= rank(b) ? a : b), scores[0]),
  };
}

// ---- Answers ------------------------------------------------------------------------------

const USUAL = { yes: ALL, no: NOTHING, not_applicable: null };

/** The answers that a descriptor can have, as they are listed: those of its set, of its section's, or of all. */
export function answersListed(framework, id) {
  const sets = framework.interpretation.answer_sets ?? [];
  const section = sectionsOf(framework).find(({ descriptors }) => descriptors.some((each) => each.id === id));
  const set =
    sets.find(({ descriptors }) => descriptors?.includes(id)) ??
    sets.find(({ sections }) => sections?.includes(section?.id));
  return (set ?? framework.interpretation).answers ?? undefined;
}

/** The credit of each answer to a descriptor by its id; null for one that excludes. Without a descriptor, of those of
 *  the framework. */
export function creditsOf(framework, id) {
  const answers = answersListed(framework, id);
  if (answers === undefined) return USUAL;
  return Object.fromEntries(answers.map(({ id, credit }) => [id, credit ? readFraction(credit) : null]));
}

/** The first answer that says met. */
export const metAnswer = (framework, id) =>
  Object.entries(creditsOf(framework, id)).find(([, credit]) => isAll(credit))[0];

/** All sections, the block about the whole plan last. */
export const sectionsOf = (framework) => [...framework.wording.sections, framework.wording.overall];
const isOverall = (framework, section) => section === framework.wording.overall;

/** The value at the end of the keys, or null where any part of the way is missing or null. */
export function given(review, ...keys) {
  let value = review;
  for (const key of keys) value = value?.[key];
  return value ?? null;
}

export const recordedScore = (review, section) => given(review, "sections", section.id, "score");

// ---- Which descriptors count --------------------------------------------------------------

/** true, false, or null where the fact is not known. */
export function holds(review, condition) {
  const value = given(review, "plan", condition.field);
  if (value === null) return null;
  if (condition.equals !== undefined) return value === condition.equals;
  if (condition.one_of !== undefined) return condition.one_of.includes(value);
  if (condition.at_least !== undefined) return value >= condition.at_least;
  if (condition.under !== undefined) return value < condition.under;
  // Days written YYYY-MM-DD stand in the order of their texts.
  if (condition.from !== undefined) return value >= condition.from;
  return value < condition.before;
}

export const applicabilityOf = (framework, id) =>
  framework.interpretation.applicability.find(({ descriptors }) => descriptors.includes(id));

/** Whether a descriptor asks for counts of findings. */
export const isCounted = (framework, id) => framework.interpretation.counts?.descriptors.includes(id) ?? false;

export const severitiesOf = (framework) => (framework.interpretation.counts?.severities ?? []).map(({ id }) => id);

/** How a descriptor stands by itself: its credit, "open", or "out" of the count; one with findings is "counted", or
 *  "to_count" while a count is not given. */
function standingAlone(framework, review, section, id) {
  const { all_of, may_exclude } = applicabilityOf(framework, id);
  const conditions = all_of.map((condition) => holds(review, condition));
  if (conditions.includes(false)) return "out";
  const answer = given(review, "sections", section.id, "descriptors", id);
  if (isCounted(framework, id)) {
    return severitiesOf(framework).every((severity) => given(answer, severity) !== null) ? "counted" : "to_count";
  }
  if (answer === null) return "open";
  const credit = creditsOf(framework, id)[answer];
  if (credit !== null) return credit;
  // An answer that excludes where nothing lets it is as none.
  return may_exclude || conditions.includes(null) ? "out" : "open";
}

export const isAnswered = (standing) => typeof standing === "object";

/** How each descriptor of a section stands, by its id, alternatives considered. */
export function standingsOf(framework, review, section) {
  const alone = Object.fromEntries(
    section.descriptors.map(({ id }) => [id, standingAlone(framework, review, section, id)]),
  );
  const standings = { ...alone };
  for (const { descriptor, instead_of } of framework.interpretation.alternatives ?? []) {
    if (alone[descriptor] === undefined) continue;
    if (isAnswered(alone[descriptor])) {
      // Where it is met, it counts, whatever the others have.
      if (isAll(alone[descriptor])) for (const id of instead_of) standings[id] = "out";
      else standings[descriptor] = "out";
    } else if (instead_of.some((id) => isAnswered(alone[id]))) {
      standings[descriptor] = "out";
    }
  }
  return standings;
}

// ---- The score of a section ---------------------------------------------------------------

/** { counts, suggested }; what is suggested is an interval or null. */
function sectionSuggestion(framework, standings) {
  const counted = Object.values(standings).filter((standing) => standing === "open" || isAnswered(standing));
  if (counted.length === 0) {
    // A section without descriptors that have answers has a score where scores are only entered.
    const entered = framework.interpretation.section_suggestion.length === 0;
    return { counts: entered && Object.keys(standings).every((id) => isCounted(framework, id)), suggested: null };
  }
  const scoreWith = (credit) => {
    const total = counted.map((standing) => (standing === "open" ? credit : standing)).reduce(sum, NOTHING);
    const share = { of: total.of, outOf: total.outOf * BigInt(counted.length) };
    return framework.interpretation.section_suggestion.find((band) => isAtLeast(share, readFraction(band.yes_at_least)))
      .score;
  };
  if (framework.interpretation.section_suggestion.length === 0) return { counts: true, suggested: null };
  return { counts: true, suggested: { best: scoreWith(ALL), worst: scoreWith(NOTHING) } };
}

/** What a section counts as for the plan: an interval, or null for nothing. */
function countsAs(framework, review, section, { counts, suggested }) {
  if (!counts || !framework.wording.scale) return null;
  // The score recorded for the whole plan is the plan's, so its block counts as it is suggested.
  if (isOverall(framework, section)) return suggested;
  const recorded = recordedScore(review, section);
  if (recorded !== null) return { best: recorded, worst: recorded };
  const { best, worst } = scaleOf(framework);
  return suggested ?? { best, worst };
}

// ---- The grade of the plan ----------------------------------------------------------------

function isMet(framework, criterion, value, least) {
  const order = framework.interpretation.criteria.find(({ id }) => id === criterion).values.map(({ id }) => id);
  return order.indexOf(value) >= order.indexOf(least);
}

/** How many findings of a severity there are in all, with so many for each count that is not given. */
function findingsOf(framework, review, severity, notGiven) {
  return sectionsOf(framework)
    .flatMap((section) => section.descriptors.map(({ id }) => ({ section, id })))
    .filter(({ section, id }) => isCounted(framework, id) && standingAlone(framework, review, section, id) !== "out")
    .map(({ section, id }) => given(review, "sections", section.id, "descriptors", id, severity) ?? notGiven)
    .reduce((a, b) => a + b, 0);
}

/** Each severity with how many findings of it are given, and in how many places they are still to be counted. */
export function countsOf(framework, review) {
  const counted = sectionsOf(framework)
    .flatMap((section) => section.descriptors.map(({ id }) => ({ section, id })))
    .filter(({ section, id }) => isCounted(framework, id) && standingAlone(framework, review, section, id) !== "out");
  return severitiesOf(framework).map((severity) => {
    const counts = counted.map(({ section, id }) => given(review, "sections", section.id, "descriptors", id, severity));
    const known = counts.filter((count) => count !== null);
    return [severity, known.reduce((a, b) => a + b, 0), counts.length - known.length];
  });
}

function criteriaInterval(framework, review) {
  const { criteria, grade_table } = framework.interpretation;
  if (grade_table.length === 0) return null;
  const gradeWith = (choose, notGiven) => {
    const values = Object.fromEntries(
      criteria.map(({ id, values }) => [id, given(review, "criteria", id) ?? choose(values).id]),
    );
    const fits = ([severity, most]) => findingsOf(framework, review, severity, notGiven) <= most;
    return grade_table.find(
      ({ requires, at_most }) =>
        Object.entries(requires).every(([id, least]) => isMet(framework, id, values[id], least)) &&
        Object.entries(at_most ?? {}).every(fits),
    ).score;
  };
  return { best: gradeWith((values) => values.at(-1), 0), worst: gradeWith((values) => values[0], Infinity) };
}

const pointsOf = ({ points }, score) =>
  Array.isArray(points) ? points.find((each) => each.score === score).points : points[score];
const meanGrade = ({ bands }, mean) => bands.find((band) => isAtLeast(mean, readFraction(band.mean_at_least))).score;

/** Nothing where no section counts. */
function meanInterval(framework, counted) {
  const mean = framework.interpretation.plan_mean;
  if (!mean) return null;
  const weighing = counted.filter(({ section, as }) => as !== null && !isOverall(framework, section));
  if (weighing.length === 0) return null;
  const weight = weighing.reduce((total, { section }) => total + (section.weight ?? 1), 0);
  const gradeAt = (end) => {
    const points = weighing.reduce(
      (total, { section, as }) => total + (section.weight ?? 1) * pointsOf(mean, as[end]),
      0,
    );
    return meanGrade(mean, fraction(points, weight));
  };
  return { best: gradeAt("best"), worst: gradeAt("worst") };
}

/** The best grade that required descriptors allow, given which ways of standing fail. */
function requiredGrade(framework, standings, fails) {
  const failed = framework.interpretation.required.filter(({ descriptors }) =>
    descriptors.some((id) => fails(standings[id])),
  );
  return scaleOf(framework).worstOf(failed.map(({ plan_at_best }) => plan_at_best));
}

function requiredInterval(framework, standings) {
  if ((framework.interpretation.required ?? []).length === 0) return null;
  const isFailed = (standing) => isAnswered(standing) && !isAll(standing);
  return {
    best: requiredGrade(framework, standings, isFailed),
    worst: requiredGrade(framework, standings, (standing) => standing === "open" || isFailed(standing)),
  };
}

/** The best grade that a section with this score allows. */
function capOf(framework, score) {
  const { isGoodEnough, worstOf } = scaleOf(framework);
  const reached = framework.interpretation.section_cap.filter(({ section_score }) =>
    isGoodEnough(section_score, score),
  );
  return worstOf(reached.map(({ plan_at_best }) => plan_at_best));
}

function capInterval(framework, counted) {
  const { worstOf } = scaleOf(framework);
  const standing = counted.filter(({ as }) => as !== null);
  const at = (end) => worstOf(standing.map(({ as }) => capOf(framework, as[end])));
  return { best: at("best"), worst: at("worst") };
}

/** The suggested intervals of the sections, and for the plan those of each part and of all of them. */
export function assess(framework, review) {
  const sections = {};
  const counted = [];
  const descriptors = {};
  for (const section of sectionsOf(framework)) {
    const standings = standingsOf(framework, review, section);
    Object.assign(descriptors, standings);
    const suggestion = sectionSuggestion(framework, standings);
    sections[section.id] = {
      suggested: suggestion.suggested,
      counts: suggestion.counts,
      counted: countsAs(framework, review, section, suggestion),
      recorded: recordedScore(review, section),
    };
    counted.push({ section, as: countsAs(framework, review, section, suggestion) });
  }
  // Without a scale nothing is graded: no part suggests anything, and nothing is limited.
  if (!framework.wording.scale) {
    return { sections, plan: { criteria: null, mean: null, required: null, cap: null, suggested: null } };
  }
  const criteria = criteriaInterval(framework, review);
  const mean = meanInterval(framework, counted);
  const required = requiredInterval(framework, descriptors);
  const cap = capInterval(framework, counted);
  const suggesting = [criteria, mean, required].filter((part) => part !== null);
  const { worstOf } = scaleOf(framework);
  const at = (end) => worstOf([...suggesting, cap].map((part) => part[end]));
  // Limits alone suggest nothing, also where a mean has no section to count.
  const suggested = suggesting.length === 0 ? null : { best: at("best"), worst: at("worst") };
  return { sections, plan: { criteria, mean, required, cap, suggested } };
}

// ---- Path to a grade ----------------------------------------------------------------------

/** A new review in which every step's value stands at the step's place. */
export function applySteps(review, steps) {
  const changed = structuredClone(review);
  for (const step of steps) {
    const keys = step.at.split("/").slice(1);
    const last = keys.pop();
    let place = changed;
    for (const key of keys) place = place[key] ??= {};
    place[last] = step.value;
  }
  return changed;
}

/** Whether the worst end of the suggestion is the score or better. */
export function reaches(framework, review, score) {
  const { suggested } = assess(framework, review).plan;
  return suggested !== null && scaleOf(framework).isGoodEnough(suggested.worst, score);
}

/** The change of each criterion that is not at its best, and of each count that is not 0. A better answer never harms,
 *  nor does a lower count, so the best stands for all. */
function criterionChanges(framework, review) {
  const criteria = framework.interpretation.criteria
    .filter(({ id, values }) => given(review, "criteria", id) !== values.at(-1).id)
    .map(({ id, values }) => ({ at: `/criteria/${id}`, value: values.at(-1).id }));
  const counts = sectionsOf(framework)
    .flatMap((section) => section.descriptors.map(({ id }) => ({ section, id })))
    .filter(({ id }) => isCounted(framework, id))
    .flatMap(({ section, id }) =>
      severitiesOf(framework)
        .filter((severity) => given(review, "sections", section.id, "descriptors", id, severity) !== 0)
        .map((severity) => ({ at: `/sections/${section.id}/descriptors/${id}/${severity}`, value: 0 })),
    );
  return [...criteria, ...counts];
}

/** Each descriptor that counts and is not met, to be met; but an alternative only where nothing counts that it stands
 *  in place of. */
function answerChanges(framework, review, section) {
  const standings = standingsOf(framework, review, section);
  const alternatives = framework.interpretation.alternatives ?? [];
  const givesWay = (id) =>
    alternatives.some(
      ({ descriptor, instead_of }) => descriptor === id && instead_of.some((other) => standings[other] !== "out"),
    );
  return Object.entries(standings)
    .filter(([, standing]) => standing === "open" || (isAnswered(standing) && !isAll(standing)))
    .filter(([id]) => !givesWay(id))
    .map(([id]) => ({ at: `/sections/${section.id}/descriptors/${id}`, value: metAnswer(framework, id) }));
}

/** Whether a section may be given a score, or another one, on the way to the score. For a mean alone it may be
 *  given none where none is recorded. */
function mayBeScored(framework, review, section, score) {
  if (isOverall(framework, section)) return false;
  const { isGoodEnough } = scaleOf(framework);
  const standings = standingsOf(framework, review, section);
  const { counts } = sectionSuggestion(framework, standings);
  if (!counts) return false;
  if (recordedScore(review, section) !== null) return true;
  const met = applySteps(review, answerChanges(framework, review, section));
  const { suggested } = sectionSuggestion(framework, standingsOf(framework, met, section));
  // Without bands "scores are only entered".
  if (suggested === null) return true;
  return !isGoodEnough(capOf(framework, suggested.worst), score);
}

/** The changes in a section. A better score never harms, so the best of the scale stands for all. */
function sectionChanges(framework, review, section, score) {
  const changes = answerChanges(framework, review, section);
  if (mayBeScored(framework, review, section, score)) {
    changes.push({ at: `/sections/${section.id}/score`, value: scaleOf(framework).best });
  }
  return changes;
}

function* subsetsOf(list) {
  for (let bits = 0; bits < 2 ** list.length; bits += 1) yield list.filter((_, index) => (bits >> index) & 1);
}

/** The least number of criteria to change. */
function leastForCriteria(framework, review, score) {
  const { isGoodEnough } = scaleOf(framework);
  let least = null;
  for (const steps of subsetsOf(criterionChanges(framework, review))) {
    const interval = criteriaInterval(framework, applySteps(review, steps));
    if (interval !== null && !isGoodEnough(interval.worst, score)) continue;
    if (least === null || steps.length < least) least = steps.length;
  }
  return least;
}

/** For each number of points that a section can have, the least number of changes with which neither
 *  its limits nor its required descriptors stand in the way. Without a mean all points are 0. */
function waysFor(framework, review, section, score) {
  const { isGoodEnough } = scaleOf(framework);
  const required = (framework.interpretation.required ?? []).filter(
    (entry) => !isGoodEnough(entry.plan_at_best, score),
  );
  const asked = new Set(required.flatMap(({ descriptors }) => descriptors));
  const mean = framework.interpretation.plan_mean;
  const ways = new Map();
  for (const steps of subsetsOf(sectionChanges(framework, review, section, score))) {
    const changed = applySteps(review, steps);
    const standings = standingsOf(framework, changed, section);
    const unmet = Object.entries(standings).some(
      ([id, standing]) => asked.has(id) && standing !== "out" && !isAll(standing),
    );
    if (unmet) continue;
    const as = countsAs(framework, changed, section, sectionSuggestion(framework, standings));
    if (as !== null && !isGoodEnough(capOf(framework, as.worst), score)) continue;
    const weighs = mean && as !== null && !isOverall(framework, section);
    const points = weighs ? (section.weight ?? 1) * pointsOf(mean, as.worst) : 0;
    const weight = weighs ? (section.weight ?? 1) : 0;
    const way = ways.get(points);
    if (way === undefined || steps.length < way.changes) ways.set(points, { points, weight, changes: steps.length });
  }
  return [...ways.values()];
}

/** Sections put together: for each number of points in all, the least number of changes. */
function together(all, ways) {
  const sums = new Map();
  for (const a of all) {
    for (const b of ways) {
      const points = a.points + b.points;
      const changes = a.changes + b.changes;
      if (!sums.has(points) || changes < sums.get(points).changes) {
        sums.set(points, { points, weight: a.weight + b.weight, changes });
      }
    }
  }
  return [...sums.values()];
}

/** The least number of changes after which the worst end of the suggestion is the score or better; null for none.
 *
 *  All sets of changes of a section are tried, and those of the criteria, and put together. This is sound: of the
 *  parts of which the suggestion is the worst, only the mean rests on more than one section, and of each section it
 *  takes the points alone. `leastByTrying` does without this, and a test compares the two. */
export function leastChanges(framework, review, score) {
  if (assess(framework, review).plan.suggested === null) return null;
  const mean = framework.interpretation.plan_mean;
  const { isGoodEnough } = scaleOf(framework);
  const criteria = leastForCriteria(framework, review, score);
  const changes = sectionsOf(framework)
    .map((section) => waysFor(framework, review, section, score))
    .reduce(together, [{ points: 0, weight: 0, changes: 0 }])
    .filter(
      ({ points, weight }) => !mean || weight === 0 || isGoodEnough(meanGrade(mean, fraction(points, weight)), score),
    )
    .map((way) => way.changes);
  return criteria === null || changes.length === 0 ? null : criteria + Math.min(...changes);
}

/** All changes from which a path is made, those of the criteria first. */
export function changesTo(framework, review, score) {
  const sections = sectionsOf(framework).flatMap((section) => sectionChanges(framework, review, section, score));
  return [...criterionChanges(framework, review), ...sections];
}

/** The same number by trying every set of all changes in order of size; for reviews with few of them. */
export function leastByTrying(framework, review, score) {
  if (assess(framework, review).plan.suggested === null) return null;
  const bySize = [...subsetsOf(changesTo(framework, review, score))].sort((a, b) => a.length - b.length);
  return bySize.find((steps) => reaches(framework, applySteps(review, steps), score))?.length ?? null;
}
