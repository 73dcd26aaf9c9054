// Made-up reviews for comparing two implementations: always valid, the same for the same seed,
// and mixed so that every rule comes up, including answers that the plan context contradicts.

import { chooserOf } from "../frameworks/chance.mjs";

const DESCRIPTORS = {
  A: "A1 A2 A3 A4 A5",
  E: "E1 E2 E3 E4 E5",
  B: "B1 B2 B3",
  C: "C1 C2",
  D: "D1 D2 D3",
  F: "F1 F2 F3 F4 F5",
  G: "G1 G2 G3 G4",
  H1: "H1.1 H1.2 H1.3 H1.4",
  H2: "H2.1 H2.2 H2.3",
  I: "I1 I2 I3",
  J: "J1 J2 J3",
  K: "K1 K2 K3",
  overall: "overall.1 overall.2 overall.3 overall.4 overall.5",
};

/** Where not_applicable is a valid answer: whatever the context says, it is never a problem here. */
const MAY_BE_EXCLUDED = new Set(
  "C2 D1 D2 D3 G1 G2 G3 G4 H1.1 H1.2 H1.3 H1.4 H2.1 H2.2 H2.3 I1 I2 I3 J2 J3 K2".split(" "),
);

const MET_OR_NOT = [
  "complies",
  "correct_sections",
  "no_admin_errors",
  "agreed_font",
  "appropriate_detail",
  "smart_outcomes",
  "specific_provision",
  "golden_thread",
  "pfa_age_appropriate",
];

/** Weights of the answers to a descriptor: yes, no, not_applicable (where valid), no answer. */
const ANSWERING = {
  all_yes: [1, 0, 0, 0],
  mostly_yes: [90, 4, 3, 3],
  mostly_no: [8, 84, 4, 4],
  even: [45, 45, 5, 5],
  half_filled: [40, 8, 4, 48],
  barely_filled: [5, 3, 2, 90],
  excluding: [15, 10, 65, 10],
  any: [1, 1, 1, 1],
  empty: [0, 0, 0, 1],
};

/** Weights of the answers to a criterion: best, between (writing only), not_met, no answer. */
const MEETING = {
  all_best: [1, 0, 0, 0],
  mostly_met: [80, 14, 3, 3],
  mostly_not_met: [10, 5, 80, 5],
  half_filled: [45, 10, 5, 40],
  any: [1, 1, 1, 1],
  empty: [0, 0, 0, 1],
};

/** Weights of the recorded scores: 1, 2, 3, 4, none. */
const SCORING = {
  none: [0, 0, 0, 0, 1],
  good: [8, 70, 10, 2, 10],
  poor: [2, 8, 40, 40, 10],
  any: [1, 1, 1, 1, 1],
  extremes: [4, 0, 0, 4, 2],
};

const NOTES = [
  "Clear throughout.",
  "Amounts missing.",
  "Reworded after discussion.",
  "See section K.",
  "x",
  "Two points:\n- dates\n- names",
  "  padded  ",
  "Café – “quoted” note 📘",
];
/** Each consists of white space in the sense of the Unicode property. */
const BLANKS = ["", " ", "   ", "\n", "\t \r\n", "\u00a0", "\u2003\u3000", "\u0085"];

/** One of the values of an object. */
const anyOf = (choose, object) => choose.pick(Object.values(object));

/** The object with absent fields dropped or now and then written as null, and its keys shuffled. */
function laidOut(choose, object, nulls) {
  const entries = [];
  for (const [key, value] of Object.entries(object)) {
    if (value !== undefined) entries.push([key, value]);
    else if (choose.chance(nulls)) entries.push([key, null]);
  }
  for (let index = entries.length - 1; index > 0; index -= 1) {
    const other = choose.between(0, index);
    [entries[index], entries[other]] = [entries[other], entries[index]];
  }
  return Object.fromEntries(entries);
}

/** An object that says nothing is left out, written as null, or kept empty. */
function sometimesLeftOut(choose, object) {
  if (Object.keys(object).length > 0) return object;
  return choose.weighted([undefined, null, object], [6, 1, 2]);
}

function randomPlan(choose, nulls) {
  const known = choose.pick([0, 0.5, 0.85, 1, 1]);
  const maybe = (value) => (choose.chance(known) ? value : undefined);
  const flag = () => maybe(choose.chance(0.6));
  const year = choose.chance(0.5) ? choose.pick([8, 9, 10]) : choose.between(-2, 15);
  const age = choose.chance(0.5) ? choose.pick([16, 17, 18]) : choose.between(0, 25);
  const plan = {
    reference: choose.chance(0.3) ? `REF-${choose.between(1, 9999)}` : undefined,
    stage: maybe(choose.weighted(["draft", "final", "proposed_amended"], [4, 5, 2])),
    year_group: maybe(year),
    age: maybe(age),
    health_needs: flag(),
    social_care_needs: flag(),
    personal_budget: flag(),
    home_educated: flag(),
    medical_diagnosis: flag(),
  };
  return laidOut(choose, plan, nulls);
}

function randomDate(choose) {
  if (choose.chance(0.1)) return "2024-02-29";
  const two = (number) => String(number).padStart(2, "0");
  return `${choose.between(2015, 2030)}-${two(choose.between(1, 12))}-${two(choose.between(1, 28))}`;
}

function randomReviewHeader(choose, nulls) {
  const reviewer = laidOut(
    choose,
    {
      role: choose.chance(0.7) ? choose.pick(["Senior Case Officer", "Team Manager", "Panel member"]) : undefined,
      id: choose.chance(0.7) ? `reviewer-${choose.between(1, 40)}` : undefined,
    },
    nulls,
  );
  const header = {
    level: choose.chance(0.7) ? choose.between(1, 5) : undefined,
    reviewer: sometimesLeftOut(choose, reviewer),
    date: choose.chance(0.7) ? randomDate(choose) : undefined,
  };
  return laidOut(choose, header, nulls);
}

function randomCriteria(choose, { meeting, nulls }) {
  const [best, middle, notMet, none] = meeting;
  const criteria = Object.fromEntries(
    MET_OR_NOT.map((id) => [id, choose.weighted(["met", "not_met", undefined], [best + middle, notMet, none])]),
  );
  criteria.writing = choose.weighted(
    ["well_written_and_clear", "mostly_well_written", "not_met", undefined],
    [best, middle, notMet, none],
  );
  return laidOut(choose, criteria, nulls);
}

function randomText(choose, noted) {
  if (choose.chance(noted)) return choose.pick(NOTES);
  return choose.chance(0.4) ? choose.pick(BLANKS) : undefined;
}

function randomSection(choose, section, { answering, scoring, straying, noted, nulls }) {
  const [yes, no, excluded, none] = choose.chance(straying) ? anyOf(choose, ANSWERING) : answering;
  const excludeAll = choose.chance(0.08);
  const descriptors = {};
  for (const id of DESCRIPTORS[section].split(" ")) {
    const mayBe = MAY_BE_EXCLUDED.has(id);
    // Where "excluding" may not exclude, its weight goes to yes, so that some answer is given.
    const weights = mayBe ? [yes, no, excluded, none] : [yes + excluded, no, 0, none];
    descriptors[id] =
      excludeAll && mayBe ? "not_applicable" : choose.weighted(["yes", "no", "not_applicable", undefined], weights);
  }
  const fields = {
    descriptors: sometimesLeftOut(choose, laidOut(choose, descriptors, nulls)),
    score: choose.weighted([1, 2, 3, 4, undefined], choose.chance(straying) ? SCORING.any : scoring),
    strengths: randomText(choose, noted),
    improvements: randomText(choose, noted),
    rationale: randomText(choose, noted),
  };
  return sometimesLeftOut(choose, laidOut(choose, fields, nulls));
}

/** How a review is filled in. `straying` is the chance that a section goes its own way; without
 *  sound reviews, in which little strays, hardly any plan would stand at Good or better. */
function randomManner(choose) {
  const sound = choose.chance(0.2);
  return {
    answering: sound ? ANSWERING.all_yes : anyOf(choose, ANSWERING),
    meeting: sound ? choose.pick([MEETING.all_best, MEETING.mostly_met]) : anyOf(choose, MEETING),
    scoring: sound ? choose.pick([SCORING.none, SCORING.good]) : anyOf(choose, SCORING),
    straying: sound ? 0.02 : 0.15,
    noted: choose.pick([0, 0.5, 0.9, 1]),
    nulls: choose.pick([0, 0, 0.05, 0.3]),
  };
}

/** A valid review; the same seed gives the same review, key order included. */
export function randomReview(seed) {
  const choose = chooserOf(seed);
  const bare = choose.chance(0.02);
  const manner = randomManner(choose);
  const { nulls } = manner;
  const sections = {};
  for (const section of Object.keys(DESCRIPTORS)) {
    sections[section] = bare ? undefined : randomSection(choose, section, manner);
  }
  const review = {
    framework: "shropshire-2023",
    plan: sometimesLeftOut(choose, bare ? {} : randomPlan(choose, nulls)),
    review: choose.chance(0.5) ? sometimesLeftOut(choose, randomReviewHeader(choose, nulls)) : undefined,
    criteria: sometimesLeftOut(choose, bare ? {} : randomCriteria(choose, manner)),
    sections: sometimesLeftOut(choose, laidOut(choose, sections, nulls)),
  };
  return laidOut(choose, review, nulls);
}
