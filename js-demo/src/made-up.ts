// Records of fictional plans, the same ones every time: no plan of a child has anything to do with them.

import type { Engine, SummaryRecord } from "ehcp-qa/service";

const PLANS = 300;

/** Three terms, oldest first: the first day of each, and how many per cent of all plans come up to it. */
const TERMS = [
  { from: "2025-01-06", upTo: 28, better: 0 },
  { from: "2025-04-22", upTo: 58, better: 0.04 },
  { from: "2025-09-03", upTo: 100, better: 0.08 },
];
/** Needs and settings, the likelier ones more often. */
const NEEDS = ["autism", "autism", "autism", "speech_language_communication", "speech_language_communication", "social_emotional_mental_health", "social_emotional_mental_health", "moderate_learning_difficulty", "hearing_impairment"];
const SETTINGS = ["mainstream", "mainstream", "mainstream", "special_school", "special_school", "resource_base"];
/** Descriptors that are met less often than others. */
const HARD = new Set(["F1", "F2", "F3", "E2", "E3", "C2", "B3"]);
/** Wording rules, and how often each finds something in a plan that is no better than others. */
const WORDING: Record<string, Record<string, number>> = {
  B: { "provision-in-needs": 0.22 },
  E: { "outcome-no-date": 0.3, "outcome-not-measurable": 0.42 },
  F: { availability: 0.45, "vague-frequency": 0.5, "undefined-group": 0.28, "no-quantity": 0.38, "nobody-named": 0.33 },
};

/** The same of rules of the golden thread. */
const THREAD: Record<string, number> = {
  "thread-need-without-provision": 0.25,
  "thread-need-without-outcome": 0.18,
  "thread-provision-without-outcome": 0.3,
  "thread-outcome-without-aspiration": 0.22,
  "thread-need-without-advice": 0.12,
};
/** What a second grader gives a plan where two differ: by the first one's score. */
const OTHERWISE = { 1: 2, 2: 3, 3: 2, 4: 4 } as const;

/** Numbers from 0 up to 1 that look random: mulberry32. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Records of plans that never were, one a line. */
export function madeUpTerm({ framework }: Engine): string {
  const next = numbers(10);
  const { sections, overall } = framework.wording;
  const records = Array.from({ length: PLANS }, (_, number): SummaryRecord => {
    const term = TERMS.find(({ upTo }) => number < (PLANS * upTo) / 100)!;
    const reviewed = later(term.from, next() * 90);
    const yearGroup = Math.floor(next() ** 0.8 * 16) - 1;
    // How good the plan is, from 0 to 1.
    const quality = Math.min(1, (next() + next()) / 2 + 0.08 + term.better);
    const score = (wobble: number): 1 | 2 | 3 | 4 => {
      const told = quality + (next() - 0.5) * wobble;
      return told > 0.83 ? 1 : told > 0.5 ? 2 : told > 0.32 ? 3 : 4;
    };
    const answered = sections.map(({ id, descriptors }) => [id, {
      ...(next() < 0.96 ? { score: score(0.35) } : {}),
      descriptors: Object.fromEntries(descriptors.map((one) => [one.id, next() < quality + (HARD.has(one.id) ? 0 : 0.3) ? "yes" : "no"])),
    }]);
    const found = (rules: Record<string, number>): Record<string, number> =>
      Object.fromEntries(Object.entries(rules).filter(([, often]) => next() < often * (1.6 - quality)).map(([rule]) => [rule, 1 + Math.floor(next() * 4)]));
    const wording = Object.fromEntries(Object.entries(WORDING).map(([section, rules]) => [section, found(rules)]));
    const overallScore = score(0.1);
    return {
      review: {
        framework: framework.id as "shropshire-2023",
        plan: { reference: `MADE-UP-${String(number + 1).padStart(3, "0")}`, stage: next() < 0.7 ? "draft" : "final", year_group: yearGroup },
        review: { level: next() < 0.75 ? 2 : next() < 0.7 ? 4 : 5, date: reviewed },
        sections: { ...Object.fromEntries(answered), ...(next() < 0.93 ? { [overall.id]: { score: overallScore } } : {}) },
      },
      dimensions: { need: pick(NEEDS, next()), setting: yearGroup > 11 && next() < 0.6 ? "further_education" : pick(SETTINGS, next()) },
      wording,
      ...(next() < 0.9 ? { thread: found(THREAD) } : {}),
      ...(next() < 0.8 ? { graded_twice: { first: overallScore, second: next() < 0.8 ? overallScore : OTHERWISE[overallScore] } } : {}),
      // A plan below Good is amended and graded again; few stay where they were.
      ...(overallScore > 2 && next() < 0.8 ? { regraded: { before: overallScore, after: next() < 0.8 ? 2 : 3 } } : {}),
      ...(next() < 0.85 ? { dates: dates(reviewed, next) } : {}),
    };
  });
  return `${records.map((record) => JSON.stringify(record)).join("\n")}\n`;
}

/** When a plan was asked for and issued: most within 20 weeks, some of them later with an exception. */
function dates(reviewed: string, next: () => number): NonNullable<SummaryRecord["dates"]> {
  const isLate = next() < 0.35;
  const days = isLate ? 141 + next() ** 2 * 290 : 100 + next() * 40;
  const issued = later(reviewed, 5 + next() * 20);
  return { received: later(issued, -days), issued, ...(isLate && next() < 0.3 ? { exception: "exceptional_circumstances" } : {}) };
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + Math.round(days) * 86_400_000).toISOString().slice(0, 10);
}

function pick(from: readonly string[], at: number): string {
  return from[Math.floor(at * from.length)] ?? "";
}
