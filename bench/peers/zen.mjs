// @gorules/zen-engine: the grading as a decision graph with one expression node, whose
// program is compiled once into the decision.
//
// Evaluation hands the facts to another thread and back, and each fact costs more to hand
// over than to use. So there are few: answers, criteria and recorded scores are three
// texts, which the program takes apart, with a letter for each answer and the answers
// that apply together side by side. An interval is a text of two digits ('23': best 2,
// worst 3). One program is faster than a node for each of its lines, and mapping over
// the sections faster than writing each section out.

import zen from "@gorules/zen-engine";
import {
  applicabilityOf,
  CAP,
  contextOf,
  GATE,
  GRADE_STEPS,
  GRADE_TABLE,
  INADEQUATE,
  OVERALL,
  SECTIONS,
  STANDINGS,
  SUGGESTION,
  UNCAPPED,
} from "./rules.mjs";

const { ZenDecisionContent, ZenEngine } = zen;

export const name = "@gorules/zen-engine";

/** Evaluations run on a pool of threads, so several may be under way at once. */
export const inFlight = 64;

const LETTERS = { yes: "y", no: "n", not_applicable: "x" };
const OPEN = "o";

const SEPARATOR = ",";

const interval = (best, worst) => `'${best}${worst}'`;
const NONE = "''";
const quote = (value) => (typeof value === "string" ? `'${value}'` : String(value));

// Descriptors of a section with the same applicability are one part of the answers.
let parts = 0;
const blocks = SECTIONS.map(({ id, descriptors }) => {
  const groups = new Map();
  for (const descriptor of descriptors) {
    const rule = applicabilityOf(descriptor);
    const same = JSON.stringify(rule);
    if (!groups.has(same)) groups.set(same, { ...rule, fact: `answered[${parts++}]`, descriptors: [] });
    groups.get(same).descriptors.push(descriptor);
  }
  return { id, groups: [...groups.values()] };
});

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

/** The letters that count, and the letters among them where not_applicable is no answer. */
function lettersOf({ groups }) {
  const counted = groups.map(({ conditions, fact }) =>
    conditions.length === 0 ? fact : `(${conditions.map(failsAt).join(" or ")} ? '' : ${fact})`,
  );
  const owed = groups
    .filter(({ conditions, mayExclude }) => conditions.length > 0 && !mayExclude)
    .map(({ conditions, fact }) => `(${conditions.map(holdsAt).join(" and ")} ? ${fact} : '')`);
  return { counted: counted.join(" + "), owed: owed.length === 0 ? NONE : owed.join(" + ") };
}

// Counting and thresholds; a text split at a letter has one part more than it has letters.

function suggestionFor(text, owed) {
  const count = (letter) => `(len(split(${text}, '${letter}')) - 1)`;
  const open = `(len(split(${text}, '${OPEN}')) + len(split(${owed}, '${LETTERS.not_applicable}')) - 2)`;
  const [yes, no] = [count(LETTERS.yes), count(LETTERS.no)];
  const { withoutNo, atLeastHalfYes } = SUGGESTION;
  const anyOpen = `contains(${text}, '${OPEN}') or contains(${owed}, '${LETTERS.not_applicable}')`;
  return `not contains(${text}, '${LETTERS.no}')
    ? (${anyOpen}
      ? (${yes} >= ${open} ? ${interval(withoutNo, atLeastHalfYes)} : ${interval(withoutNo, INADEQUATE)})
      : contains(${text}, '${LETTERS.yes}') ? ${interval(withoutNo, withoutNo)} : ${NONE})
    : ${yes} >= ${no} + ${open} ? ${interval(atLeastHalfYes, atLeastHalfYes)}
    : ${yes} + ${open} >= ${no} ? ${interval(atLeastHalfYes, INADEQUATE)}
    : ${interval(INADEQUATE, INADEQUATE)}`;
}

// The cap.

function cap(end) {
  const anyAt = (score) =>
    STANDINGS.filter((standing) => standing[end] === score)
      .map(({ best, worst }) => `${interval(best, worst)} in standings`)
      .join(" or ");
  return CAP.map(({ anyAt: score, atBest }) => `${anyAt(score)} ? ${atBest} : `).join("") + UNCAPPED;
}

// The grade table from the worst row up. The criteria that a row adds are one text.

const CRITERION_LETTERS = { not_met: "n", met: "y", mostly_well_written: "m", well_written_and_clear: "w" };

const rows = GRADE_STEPS.map((step, i) => ({ ...step, fact: `met[${i}]` }));

function grade(end) {
  const steps = rows.map(({ fact, tooLow, otherwise }) => {
    const failing = tooLow.map((answer) => CRITERION_LETTERS[answer]);
    if (end === "worst") failing.push(OPEN);
    return `${failing.map((letter) => `contains(${fact}, '${letter}')`).join(" or ")} ? ${otherwise} : `;
  });
  return steps.join("") + GRADE_TABLE[0].score;
}

const gate = `recorded_plan == null ? '${GATE.open}'
  : recorded_plan <= ${GATE.atMost} ? '${GATE.issued}' : '${GATE.returned}'`;

const sectionIndex = `[0..${SECTIONS.length - 1}]`;
const texts = blocks.map(lettersOf).map(({ counted, owed }) => `[${counted}, ${owed}]`);
const program = `
  answered = split(answers, '${SEPARATOR}');
  met = split(criteria, '${SEPARATOR}');
  scored = split(recorded, '${SEPARATOR}');
  texts = [${texts.join(", ")}];
  suggested = map(texts, ${suggestionFor("#[0]", "#[1]")});
  standings = map(${sectionIndex} as i,
    suggested[i] == '' or scored[i] == '' ? suggested[i] : scored[i]);
  {
    suggested: suggested,
    best: max([${cap("best")}, ${grade("best")}]),
    worst: max([${cap("worst")}, ${grade("worst")}]),
    gate: ${gate}
  }`;

const graph = {
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
};

// The adapter: facts in, result out.

const NOTHING = {};

function factsOf(review) {
  const values = review.criteria ?? NOTHING;
  let answers = "";
  let recorded = "";
  for (const { id, groups } of blocks) {
    const block = review.sections?.[id] ?? NOTHING;
    const given = block.descriptors ?? NOTHING;
    for (const { descriptors } of groups) {
      for (const descriptor of descriptors) answers += LETTERS[given[descriptor]] ?? OPEN;
      answers += SEPARATOR;
    }
    // A recorded score is an interval whose ends are one; the overall block has none here.
    if (id !== OVERALL && block.score) recorded += `${block.score}${block.score}`;
    recorded += SEPARATOR;
  }
  let criteria = "";
  for (const { criteria: ids } of rows) {
    for (const id of ids) criteria += CRITERION_LETTERS[values[id]] ?? OPEN;
    criteria += SEPARATOR;
  }
  const facts = contextOf(review);
  facts.answers = answers;
  facts.criteria = criteria;
  facts.recorded = recorded;
  return facts;
}

function resultOf({ suggested, best, worst, gate: state }) {
  const sections = {};
  blocks.forEach(({ id }, i) => {
    const [sectionBest, sectionWorst] = suggested[i];
    sections[id] = suggested[i] === "" ? null : { best: Number(sectionBest), worst: Number(sectionWorst) };
  });
  return { sections, plan: { best, worst }, gate: state };
}

export async function prepare() {
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(graph));
  return {
    async grade(review) {
      const { result } = await decision.evaluate(factsOf(review));
      return resultOf(result.grading);
    },
  };
}
