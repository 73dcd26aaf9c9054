// @gorules/zen-engine: the grading as a decision graph with one expression node, whose
// program is compiled once into the decision.
//
// Evaluation hands the facts to another thread and back, and each fact costs more to hand
// over than to use. So there are few: answers, criteria and recorded scores are three
// texts, which the program takes apart, with a letter for each answer and the answers
// that apply together side by side. One program is faster than a node for each of its lines, and mapping over
// the sections faster than writing each section out.

import zen from "@gorules/zen-engine";

import { alwaysSuggests, contextOf, intervalOf } from "./rules.mjs";

const { ZenDecisionContent, ZenEngine } = zen;

export const name = "@gorules/zen-engine";

/** Evaluations run on a pool of threads, so several may be under way at once. */
export const inFlight = 64;

const OPEN = "o";
const FIRST_LETTER = "A".charCodeAt(0);
const SEPARATOR = ",";
const NONE = "''";

const NOTHING = {};
const quote = (value) => (typeof value === "string" ? `'${value}'` : String(value));
const either = (tests) => tests.join(" or ");

/** A letter for each of some words. None of them is `OPEN`, which is small. */
const lettersOf = (words) =>
  Object.fromEntries(words.map((word, place) => [word, String.fromCharCode(FIRST_LETTER + place)]));

/** Numbered as they stand in the text of answers: descriptors with the same applicability are one part. */
function partsOf(rules) {
  let parts = 0;
  const groupsOf = (descriptors) => {
    const groups = new Map();
    for (const { id, ...rule } of descriptors) {
      const same = JSON.stringify(rule);
      if (!groups.has(same)) groups.set(same, { ...rule, fact: `answered[${parts++}]`, descriptors: [] });
      groups.get(same).descriptors.push(id);
    }
    return [...groups.values()];
  };
  const blocks = rules.sections.map((section) => ({ ...section, groups: groupsOf(section.descriptors) }));
  // What is required stands in the text once more, by itself.
  const requirements = rules.required.map(({ descriptors: ids, rank }) => ({
    rank,
    blocks: rules.sections
      .map(({ id, descriptors }) => ({ id, asked: descriptors.filter((each) => ids.includes(each.id)) }))
      .filter(({ asked }) => asked.length > 0)
      .map(({ id, asked }) => ({ id, groups: groupsOf(asked) })),
  }));
  return { blocks, requirements };
}

// Applicability.

function failsAt({ field, equals, atLeast, under }) {
  if (typeof equals === "boolean") return `${field} == ${!equals}`;
  if (equals !== undefined) return `(${field} != null and ${field} != ${quote(equals)})`;
  if (atLeast !== undefined) return `(${field} != null and ${field} < ${atLeast})`;
  return `(${field} != null and ${field} >= ${under})`;
}

function holdsAt({ field, equals, atLeast, under }) {
  if (equals !== undefined) return `${field} == ${quote(equals)}`;
  return `${field} != null and ${field} ${atLeast !== undefined ? `>= ${atLeast}` : `< ${under}`}`;
}

/** The letters that count, and the letters among them where an answer that excludes is none. */
function countedOf(groups) {
  const counted = groups.map(({ conditions, fact }) =>
    conditions.length === 0 ? fact : `(${either(conditions.map(failsAt))} ? '' : ${fact})`,
  );
  const owed = groups
    .filter(({ conditions, mayExclude }) => conditions.length > 0 && !mayExclude)
    .map(({ conditions, fact }) => `(${conditions.map(holdsAt).join(" and ")} ? ${fact} : '')`);
  return { counted: counted.join(" + ") || NONE, owed: owed.join(" + ") || NONE };
}

// Counting and thresholds; a text split at a letter has one part more than it has letters.

const sum = (terms) => (terms.length === 0 ? "0" : terms.join(" + "));
const times = (text, letter) => `(len(split(${text}, '${letter}')) - 1)`;

function entriesOf(letters, credits) {
  const entries = Object.entries(letters).map(([id, letter]) => ({ letter, credit: credits[id] }));
  return {
    crediting: entries.filter(({ credit }) => credit > 0),
    counting: entries.filter(({ credit }) => credit !== null),
    excluding: entries.filter(({ credit }) => credit === null),
  };
}

/** The credit at worst, what more there is at best, and what there is to get. */
function creditOf({ units }, { crediting, counting, excluding }) {
  const open = sum([times("#[0]", OPEN), ...excluding.map(({ letter }) => times("#[1]", letter))]);
  const credit = sum(crediting.map(({ letter, credit }) => `${credit} * ${times("#[0]", letter)}`));
  const count = sum(counting.map(({ letter }) => times("#[0]", letter)));
  return `[${credit}, ${units} * (${open}), ${units} * (${count} + ${open})]`;
}

function rankBy(bands, part, all) {
  const steps = bands.slice(0, -1).map(({ rank, of, outOf }) => `${part} * ${outOf} >= ${all} * ${of} ? ${rank} : `);
  return steps.join("") + bands.at(-1).rank;
}

// The limits.

const cap = ({ caps }, worst) => `${caps.map(({ from, rank }) => `${worst} >= ${from} ? ${rank} : `).join("")}1`;

function lacked(requirements, { counting, excluding }, units, end) {
  const failing = counting.filter(({ credit }) => credit < units).map(({ letter }) => letter);
  const steps = [...requirements]
    .sort((a, b) => b.rank - a.rank)
    .map(({ rank, blocks }) => {
      const tests = blocks.flatMap(({ groups }) => {
        const { counted, owed } = countedOf(groups);
        const at = (text, letters) => letters.map((letter) => `contains(${text}, '${letter}')`);
        if (end === "best") return at(`(${counted})`, failing);
        const open =
          owed === NONE
            ? []
            : at(
                `(${owed})`,
                excluding.map(({ letter }) => letter),
              );
        return [...at(`(${counted})`, [...failing, OPEN]), ...open];
      });
      return `${either(tests)} ? ${rank} : `;
    });
  return `${steps.join("")}1`;
}

// The grade table from the worst row up. The criteria that a row adds are one text.

function grade({ gradeSteps }, letters, end) {
  const steps = gradeSteps.map(({ tooLow, otherwise }, place) => {
    const failing = tooLow.map((value) => letters[value]);
    if (end === "worst") failing.push(OPEN);
    return `${either(failing.map((letter) => `contains(met[${place}], '${letter}')`))} ? ${otherwise} : `;
  });
  return steps.join("") + (gradeSteps.at(-1)?.rank ?? 1);
}

function programOf(rules, { blocks, requirements }, letters) {
  const { sections, units, bands, mean, gate } = rules;
  const entries = entriesOf(letters.answers, rules.credits);
  const texts = blocks.map(({ groups }) => countedOf(groups)).map(({ counted, owed }) => `[${counted}, ${owed}]`);
  const each = `[0..${sections.length - 1}]`;
  const standing = (suggested) =>
    `map(${each} as i, ${suggested}[i] == 0 or scored[i] == '' ? ${suggested}[i] : number(scored[i]))`;
  const suggested = (credit) => `map(credits, #[2] == 0 ? 0 : ${rankBy(bands, credit, "#[2]")})`;
  const lines = [
    `answered = split(answers, '${SEPARATOR}')`,
    `met = split(criteria, '${SEPARATOR}')`,
    `scored = split(recorded, '${SEPARATOR}')`,
    `texts = [${texts.join(", ")}]`,
    `credits = map(texts, ${creditOf(rules, entries)})`,
    `best = ${suggested("(#[0] + #[1])")}`,
    `worst = ${suggested("#[0]")}`,
    `standing_best = ${standing("best")}`,
    `standing_worst = ${standing("worst")}`,
  ];
  const parts = { best: [], worst: [] };
  for (const end of ["best", "worst"]) {
    lines.push(`worst_${end} = max(standing_${end})`);
    parts[end].push(cap(rules, `worst_${end}`), grade(rules, letters.criteria, end));
    parts[end].push(lacked(requirements, entries, units, end));
  }
  if (mean !== null) {
    // Points by rank; what does not count has none.
    lines.push(`points = [0, ${mean.points.join(", ")}]`);
    lines.push(`weights = [${sections.map(({ weight }) => weight).join(", ")}]`);
    lines.push(`weight = sum(map(${each} as i, best[i] == 0 ? 0 : weights[i]))`);
    for (const end of ["best", "worst"]) {
      lines.push(`mean_${end} = sum(map(${each} as i, weights[i] * points[standing_${end}[i]]))`);
      parts[end].push(`weight == 0 ? 1 : ${rankBy(mean.bands, `mean_${end}`, "weight")}`);
    }
  }
  const planAt = (end) => {
    const worst = `max([${parts[end].join(", ")}])`;
    if (alwaysSuggests(rules)) return worst;
    return mean === null ? "0" : `weight == 0 ? 0 : ${worst}`;
  };
  const state = `recorded_plan == null ? '${gate.open}'
    : recorded_plan <= ${gate.atMost} ? '${gate.issued}' : '${gate.returned}'`;
  return `${lines.join(";\n")};
  {
    best: best,
    worst: worst,
    plan: [${planAt("best")}, ${planAt("worst")}],
    gate: ${state}
  }`;
}

const graphOf = (program) => ({
  contentType: "application/vnd.gorules.decision",
  nodes: [
    { id: "review", type: "inputNode", name: "review", position: { x: 0, y: 0 } },
    {
      id: "grading",
      type: "expressionNode",
      name: "grading",
      position: { x: 300, y: 0 },
      content: {
        expressions: [{ id: "grading", key: "grading", value: program }],
        passThrough: false,
        inputField: null,
        outputPath: null,
        executionMode: "single",
      },
    },
    { id: "result", type: "outputNode", name: "result", position: { x: 600, y: 0 } },
  ],
  edges: [
    { id: "in", type: "edge", sourceId: "review", targetId: "grading" },
    { id: "out", type: "edge", sourceId: "grading", targetId: "result" },
  ],
});

export async function prepare(rules) {
  const { sections, gradeSteps, rankOf } = rules;
  const parts = partsOf(rules);
  const letters = {
    answers: lettersOf(Object.keys(rules.credits)),
    criteria: lettersOf([...new Set(Object.values(rules.criteria).flat())]),
  };
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(graphOf(programOf(rules, parts, letters))));
  // The answers in the order of their parts.
  const order = [...parts.blocks, ...parts.requirements.flatMap(({ blocks }) => blocks)].flatMap(({ id, groups }) =>
    groups.map(({ descriptors }) => ({ id, descriptors })),
  );

  function factsOf(review) {
    const values = review.criteria ?? NOTHING;
    let answers = "";
    for (const { id, descriptors } of order) {
      const given = review.sections?.[id]?.descriptors ?? NOTHING;
      for (const descriptor of descriptors) answers += letters.answers[given[descriptor]] ?? OPEN;
      answers += SEPARATOR;
    }
    let recorded = "";
    for (const { id, isOverall } of sections) {
      // The score recorded for the plan stands for no section.
      recorded += `${isOverall ? "" : (rankOf(review.sections?.[id]?.score) ?? "")}${SEPARATOR}`;
    }
    let criteria = "";
    for (const { criteria: ids } of gradeSteps) {
      for (const id of ids) criteria += letters.criteria[values[id]] ?? OPEN;
      criteria += SEPARATOR;
    }
    return { ...contextOf(rules, review), answers, criteria, recorded };
  }

  return {
    async grade(review) {
      const { result } = await decision.evaluate(factsOf(review));
      const { best, worst, plan, gate } = result.grading;
      const suggested = sections.map(({ id }, place) => [id, intervalOf(rules, best[place], worst[place])]);
      return { sections: Object.fromEntries(suggested), plan: intervalOf(rules, ...plan), gate };
    },
  };
}
