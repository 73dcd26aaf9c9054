// Which cases the kit has of each framework.

import { randomReview } from "../frameworks/random-framework.mjs";
import {
  checksOneByOne,
  countsOneByOne,
  criteriaOneByOne,
  factsOneByOne,
  missingAnswers,
  recordedOneByOne,
  requiredOneByOne,
  scoresOneByOne,
} from "./patterns.mjs";

const NEEDS = { health_needs: true, social_care_needs: true, personal_budget: true };
const FINAL = { stage: "final", year_group: 10, age: 15 };
const DRAFT = { stage: "draft", year_group: 5, age: 9 };

/** For each framework: facts with which most applies, the small sections of which every pattern of answers is made, the
 *  sections of which every score is recorded, and how many reviews are made up. */
const CHOSEN = {
  "shropshire-2023": {
    plan: { ...FINAL, ...NEEDS },
    missing: [
      { section: "B" },
      { section: "C" },
      { section: "D", plan: { social_care_needs: true } },
      { section: "J", plan: { personal_budget: true } },
    ],
    scored: ["A", "G"],
    recorded: ["B"],
    random: 55,
  },
  "example-ten-points": {
    plan: { ...FINAL, ...NEEDS },
    missing: [{ section: "J", plan: { personal_budget: true } }, { section: "K" }, { section: "H2" }],
    scored: ["F", "K"],
    recorded: ["K"],
    random: 50,
  },
  "example-checklist": {
    plan: { ...FINAL, social_care_needs: true },
    missing: [{ section: "C" }, { section: "H2" }, { section: "I", plan: DRAFT }, { section: "overall" }],
    scored: [],
    recorded: [],
    random: 50,
  },
  "kinds-2026": {
    plan: { ...DRAFT, home_educated: false, hours: 120, placement: "special", received: "2023-12-31" },
    missing: [{ section: "P", plan: { age: 18, home_educated: false } }],
    scored: ["R"],
    recorded: ["R"],
    random: 60,
  },
};

/** Reviews that say nothing, in every way. */
function empty({ id, wording }) {
  const section = wording.sections[0].id;
  const nothing = { plan: null, review: null, criteria: null, sections: null };
  return [
    { name: "nothing is answered", review: { framework: id } },
    { name: "every part is null", review: { framework: id, ...nothing } },
    { name: "every part is empty", review: { framework: id, plan: {}, review: {}, criteria: {}, sections: {} } },
    { name: "a section is null", review: { framework: id, sections: { [section]: null } } },
    {
      name: "the fields of a section are null or blank",
      review: {
        framework: id,
        sections: { [section]: { descriptors: null, score: null, rationale: " \n", strengths: "" } },
      },
    },
  ].filter(({ review }) => wording.scale || !("score" in (review.sections?.[section] ?? {})));
}

/** A review at each level of checking that the framework has. */
function levelsOf({ id, wording }) {
  const levels = wording.levels?.items ?? [];
  return levels.map(({ level }) => ({ name: `level ${level}`, review: { framework: id, review: { level } } }));
}

const made = (framework, count) =>
  Array.from({ length: count }, (_, number) => ({
    name: `made up, number ${number + 1}`,
    review: randomReview(framework, 1, number),
  }));

/** Every valid review of a framework's kit. */
export function reviewsFor(framework) {
  const { plan, missing, scored, recorded, random } = CHOSEN[framework.id];
  return [
    ...empty(framework),
    ...levelsOf(framework),
    ...missing.flatMap((choice) => missingAnswers(framework, choice)),
    ...criteriaOneByOne(framework),
    ...factsOneByOne(framework, plan),
    ...requiredOneByOne(framework, plan),
    ...checksOneByOne(framework, plan),
    ...countsOneByOne(framework, plan),
    ...scored.flatMap((section) => scoresOneByOne(framework, { section, plan })),
    ...recorded.flatMap((section) => recordedOneByOne(framework, { section, plan })),
    ...made(framework, random),
  ];
}
