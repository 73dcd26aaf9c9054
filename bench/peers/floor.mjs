// The floor: the same grading written by hand in plain JavaScript, with nothing
// between the review and the answer.

import { alwaysSuggests, intervalOf } from "./rules.mjs";

export const name = "hand-written JavaScript";

// What the context says about a descriptor.
const OUT = 0;
const MUST_ANSWER = 1;
const MAY_EXCLUDE = 2;

const NOTHING = {};
const NOTHING_COUNTS = { best: 0, worst: 0, lackBest: 0, lackWorst: 0 };

/** Ways to grade by the rules: `grade` at once, and `open` for editing. */
export async function prepare(rules) {
  const { units, credits, bands, mean, caps, gate } = rules;
  const { sections, applicabilities, sectionOf } = tablesOf(rules);
  const criteria = Object.keys(rules.criteria);
  const gradeTable = rules.gradeTable.map(({ rank, needs }) => ({
    rank,
    needs: Object.entries(needs).map(([id, value]) => ({
      index: criteria.indexOf(id),
      least: rules.criteria[id].indexOf(value),
    })),
  }));
  const inadequate = rules.gradeSteps[0]?.otherwise ?? 0;
  const suggestsAlways = alwaysSuggests(rules);

  /** The rank of the first band that so much credit of so much to get reaches. */
  function bandOf(among, credit, all) {
    for (let i = 0; i < among.length; i += 1) {
      const band = among[i];
      if (credit * band.outOf >= all * band.of) return band.rank;
    }
    return 0;
  }

  /** Ranks by the answers, 0 where nothing counts, and those at which required descriptors hold the plan. */
  function suggestSection(section, answers, standing) {
    let credit = 0;
    let counted = 0;
    let open = 0;
    let lackBest = 0;
    let lackWorst = 0;
    for (const { id, applicability, required } of section.entries) {
      const stands = standing[applicability];
      if (stands === OUT) continue;
      const given = credits[answers[id]];
      if (given === null && stands === MAY_EXCLUDE) continue;
      counted += 1;
      if (given === units) {
        credit += units;
      } else if (given === undefined || given === null) {
        open += 1;
        if (required > lackWorst) lackWorst = required;
      } else {
        credit += given;
        if (required > lackBest) lackBest = required;
        if (required > lackWorst) lackWorst = required;
      }
    }
    if (counted === 0) return NOTHING_COUNTS;
    const worst = bandOf(bands, credit, counted * units);
    const best = open === 0 ? worst : bandOf(bands, credit + open * units, counted * units);
    return { best, worst, lackBest, lackWorst };
  }

  function gradeOf(places) {
    for (const { rank, needs } of gradeTable) {
      if (needs.every(({ index, least }) => places[index] >= least)) return rank;
    }
    return inadequate;
  }

  function gradeCriteria(answers) {
    const best = [];
    const worst = [];
    for (const id of criteria) {
      const place = rules.criteria[id].indexOf(answers[id]);
      best.push(place < 0 ? rules.criteria[id].length - 1 : place);
      worst.push(Math.max(place, 0));
    }
    return { best: gradeOf(best), worst: gradeOf(worst) };
  }

  function capAt(worstSection) {
    for (const { from, rank } of caps) if (worstSection >= from) return rank;
    return 1;
  }

  function gradePlan(graded, suggestions, recorded) {
    let [best, worst] = [0, 0];
    let [lackBest, lackWorst] = [0, 0];
    let [bestPoints, worstPoints, weights] = [0, 0, 0];
    for (let i = 0; i < suggestions.length; i += 1) {
      const suggested = suggestions[i];
      if (suggested.best === 0) continue;
      const { isOverall, weight } = sections[i];
      const rank = isOverall ? null : recorded[i];
      const [atBest, atWorst] = [rank ?? suggested.best, rank ?? suggested.worst];
      best = Math.max(best, atBest);
      worst = Math.max(worst, atWorst);
      lackBest = Math.max(lackBest, suggested.lackBest);
      lackWorst = Math.max(lackWorst, suggested.lackWorst);
      if (mean !== null) {
        bestPoints += weight * mean.points[atBest - 1];
        worstPoints += weight * mean.points[atWorst - 1];
        weights += weight;
      }
    }
    if (weights === 0 && !suggestsAlways) return null;
    const [meanBest, meanWorst] =
      weights === 0 ? [0, 0] : [bandOf(mean.bands, bestPoints, weights), bandOf(mean.bands, worstPoints, weights)];
    return intervalOf(
      rules,
      Math.max(graded.best, capAt(best), lackBest, meanBest),
      Math.max(graded.worst, capAt(worst), lackWorst, meanWorst),
    );
  }

  function gateOf(rank) {
    if (rank === null) return gate.open;
    return rank <= gate.atMost ? gate.issued : gate.returned;
  }

  function gradeParts(review) {
    const plan = review.plan ?? NOTHING;
    const standing = applicabilities.map((rule) => judge(rule, plan));
    const blocks = review.sections ?? NOTHING;
    const suggestions = [];
    const recorded = [];
    for (const section of sections) {
      const block = blocks[section.id] ?? NOTHING;
      suggestions.push(suggestSection(section, block.descriptors ?? NOTHING, standing));
      recorded.push(rules.rankOf(block.score));
    }
    return { standing, suggestions, recorded, graded: gradeCriteria(review.criteria ?? NOTHING) };
  }

  function grade(review) {
    const { suggestions, recorded, graded } = gradeParts(review);
    const bySection = {};
    sections.forEach(({ id }, i) => {
      bySection[id] = intervalOf(rules, suggestions[i].best, suggestions[i].worst);
    });
    return { sections: bySection, plan: gradePlan(graded, suggestions, recorded), gate: gateOf(recorded.at(-1)) };
  }

  /**
   * A review held open for editing: one answer changes its section, then the plan. What
   * comes back is only what changed. The gate rests on the recorded score, which no answer
   * changes, and so is never among it.
   */
  function open(review) {
    const { standing, suggestions, recorded, graded } = gradeParts(review);
    const answers = sections.map(({ id }) => ({ ...review.sections?.[id]?.descriptors }));
    let plan = gradePlan(graded, suggestions, recorded);

    return {
      answer(id, value) {
        const index = sectionOf.get(id);
        answers[index][id] = value;
        const before = suggestions[index];
        const after = suggestSection(sections[index], answers[index], standing);
        const changed = {};
        if (sameRanks(before, after)) return changed;
        suggestions[index] = after;
        if (before.best !== after.best || before.worst !== after.worst) {
          changed.section = { id: sections[index].id, suggested: intervalOf(rules, after.best, after.worst) };
        }
        const next = gradePlan(graded, suggestions, recorded);
        if (!same(next, plan)) {
          plan = next;
          changed.plan = next;
        }
        return changed;
      },
    };
  }

  return { grade, open };
}

/** Descriptors with the same applicability share one entry, judged once per review. */
function tablesOf(rules) {
  const applicabilities = [];
  const sectionOf = new Map();
  const requiredOf = (id) =>
    Math.max(0, ...rules.required.filter(({ descriptors }) => descriptors.includes(id)).map(({ rank }) => rank));
  const sections = rules.sections.map(({ id, isOverall, weight, descriptors }, place) => ({
    id,
    isOverall,
    weight,
    entries: descriptors.map(({ id: descriptor, ...rule }) => {
      const key = JSON.stringify(rule);
      let index = applicabilities.findIndex((known) => known.key === key);
      if (index < 0) index = applicabilities.push({ key, ...rule }) - 1;
      sectionOf.set(descriptor, place);
      return { id: descriptor, applicability: index, required: requiredOf(descriptor) };
    }),
  }));
  return { sections, applicabilities, sectionOf };
}

function judge({ conditions, mayExclude }, plan) {
  let known = true;
  for (const { field, equals, atLeast, under } of conditions) {
    const value = plan[field] ?? null;
    if (value === null) known = false;
    else if (equals !== undefined) {
      if (value !== equals) return OUT;
    } else if (atLeast !== undefined) {
      if (value < atLeast) return OUT;
    } else if (value >= under) return OUT;
  }
  return known && !mayExclude ? MUST_ANSWER : MAY_EXCLUDE;
}

function sameRanks(a, b) {
  return a.best === b.best && a.worst === b.worst && a.lackBest === b.lackBest && a.lackWorst === b.lackWorst;
}

function same(a, b) {
  if (a === null || b === null) return a === b;
  return a.best === b.best && a.worst === b.worst;
}
