// Checks that all contestants give the same grades by each framework: every peer, the live edit of the floor, the
// package where it is built, and an independent reference written from the description of the format alone.
//
//   node agree.mjs

import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import * as datalogic from "./peers/datalogic.mjs";
import * as floor from "./peers/floor.mjs";
import * as jsonLogic from "./peers/json-logic-js.mjs";
import * as jsonLogicEngine from "./peers/json-logic-engine.mjs";
import * as jsonRulesEngine from "./peers/json-rules-engine.mjs";
import { frameworkOf, GATE, NotHeld, rulesOf } from "./peers/rules.mjs";
import * as zen from "./peers/zen.mjs";
import { timedReviews } from "./reviews.mjs";
import { randomFramework, randomReview } from "../tests/frameworks/random-framework.mjs";
import { assess, recordedScore, scaleOf } from "../tests/frameworks/reference.mjs";

/** The frameworks by which all grade: one of four grades and criteria, one of ten points and a weighted mean. */
export const FRAMEWORKS = ["shropshire-2023", "example-ten-points"].map(frameworkOf);

const RANDOM_REVIEWS = 500;
const EDITED_REVIEWS = 100;
const SEED = 1;
const MADE_UP_FRAMEWORKS = 150;
const REVIEWS_OF_MADE_UP = 12;

/** The rule engines. */
export const ENGINES = [jsonLogic, jsonLogicEngine.compiled, jsonLogicEngine.closures, datalogic, jsonRulesEngine, zen];

const GRADING = new URL("../wasm/dist/grading.js", import.meta.url);
const GRADING_MODULE = new URL("../wasm/dist/ehcp_qa_grading_bg.wasm", import.meta.url);

/** The package's engine for pages that grade; null where it is not built. */
export async function loadGrading(framework) {
  if (!existsSync(GRADING)) return null;
  const { init, Engine } = await import(GRADING.href);
  await init(readFileSync(GRADING_MODULE));
  return new Engine(framework);
}

/** Peers ready to grade by a framework: `{ name, grade, inFlight? }`, the floor first. */
export async function preparePeers(framework) {
  const rules = rulesOf(framework);
  return Promise.all(
    [floor, ...ENGINES].map(async ({ name, inFlight, prepare }) => ({ name, inFlight, ...(await prepare(rules)) })),
  );
}

/** The reviews compared: the ones that are timed, and random ones. */
export function reviewsToCompare(framework) {
  const random = Array.from({ length: RANDOM_REVIEWS }, (_, number) => randomReview(framework, SEED, number));
  return [...timedReviews(framework), ...random];
}

/** The reference's assessment in the shape in which peers answer. */
export function gradeByReference(framework, review) {
  const { sections, plan } = assess(framework, review);
  const suggested = Object.entries(sections).map(([id, section]) => [id, section.suggested]);
  const recorded = recordedScore(review, framework.wording.overall);
  const isIssued = () => scaleOf(framework).isGoodEnough(recorded, framework.interpretation.gate.issue_at);
  const gate = recorded === null ? GATE.open : isIssued() ? GATE.issued : GATE.returned;
  return { sections: Object.fromEntries(suggested), plan: plan.suggested, gate };
}

/** An assessment or a grading of the package in the shape in which peers answer. */
export function resultOf({ sections, plan }) {
  const byId = Array.isArray(sections)
    ? Object.fromEntries(sections.map(({ id, suggested }) => [id, suggested]))
    : sections;
  return { sections: byId, plan: plan.suggested, gate: plan.gate.state };
}

/**
 * Every review on which someone differs from the reference, as `{ name, place, got,
 * expected }` with the results in one line each.
 */
export async function disagreements(framework, peers, reviews) {
  const found = [];
  for (const [place, review] of reviews.entries()) {
    const expected = outline(gradeByReference(framework, review));
    for (const { name, grade } of peers) {
      const got = outline(await grade(review));
      if (got !== expected) found.push({ name: `${name} by ${framework.id}`, place, got, expected });
    }
  }
  return found;
}

/**
 * The same for live edits: each review is turned into the next one answer by answer, and
 * the reported changes, put together, are compared with a fresh assessment.
 */
export async function liveDisagreements(framework, reviews) {
  const found = [];
  const { open } = await floor.prepare(rulesOf(framework));
  for (const [place, review] of reviews.entries()) {
    const next = reviews[(place + 1) % reviews.length];
    const edited = structuredClone(review);
    const known = gradeByReference(framework, review);
    const session = open(review);
    for (const { section, id } of descriptorsOf(framework)) {
      const value = next.sections?.[section]?.descriptors?.[id] ?? null;
      setAnswer(edited, section, id, value);
      const changed = session.answer(id, value);
      if (changed.section !== undefined) known.sections[changed.section.id] = changed.section.suggested;
      if (changed.plan !== undefined) known.plan = changed.plan;
      const [got, expected] = [outline(known), outline(gradeByReference(framework, edited))];
      if (got !== expected) found.push({ name: `live edit of ${id}`, place, got, expected });
    }
  }
  return found;
}

/** Every descriptor with its section. */
export function descriptorsOf({ wording }) {
  return [...wording.sections, wording.overall].flatMap(({ id: section, descriptors }) =>
    descriptors.map(({ id }) => ({ section, id })),
  );
}

/** Puts one answer into a review document, making the missing objects on the way to it. */
export function setAnswer(review, section, id, value) {
  review.sections ??= {};
  review.sections[section] ??= {};
  review.sections[section].descriptors ??= {};
  review.sections[section].descriptors[id] = value;
}

/** A result as one line: the suggestions of the sections by their ids, the plan's, and the gate. */
export function outline({ sections, plan, gate }) {
  const ends = (interval) => (interval === null ? "none" : `${interval.best}-${interval.worst}`);
  const suggested = Object.keys(sections)
    .sort()
    .map((id) => `${id} ${ends(sections[id])}`);
  return [...suggested, `plan ${ends(plan)}`, gate].join(", ");
}

/** Prints the first few differences; returns whether there are any. */
export function report(found) {
  for (const { name, place, got, expected } of found.slice(0, 5)) {
    console.error(`${name} on review ${place}:\n  gives    ${got}\n  expected ${expected}`);
  }
  if (found.length > 5) console.error(`... and ${found.length - 5} more`);
  return found.length > 0;
}

/** Compares all by one framework, and says so; returns whether they agree. */
async function compare(framework) {
  const graders = await preparePeers(framework);
  const engine = await loadGrading(framework);
  if (engine !== null) graders.push({ name: "ehcp-qa", grade: (review) => resultOf(engine.grade(review)) });
  const reviews = reviewsToCompare(framework);
  const live = reviews.slice(0, EDITED_REVIEWS);
  const found = [...(await disagreements(framework, graders, reviews)), ...(await liveDisagreements(framework, live))];
  if (report(found)) return false;
  const outlines = new Set(reviews.map((review) => outline(gradeByReference(framework, review))));
  console.log(`${framework.id}: ${graders.map(({ name }) => name).join(", ")}:`);
  console.log(`the same as the reference on ${reviews.length} reviews with ${outlines.size} different results,`);
  console.log(`and after each of ${live.length * descriptorsOf(framework).length} live edits.`);
  return true;
}

/** The same by made-up frameworks, of which the peers hold a part. */
async function compareMadeUp() {
  const found = [];
  let held = 0;
  for (let seed = 1; seed <= MADE_UP_FRAMEWORKS; seed += 1) {
    const framework = randomFramework(seed);
    try {
      const peers = await preparePeers(framework);
      const reviews = Array.from({ length: REVIEWS_OF_MADE_UP }, (_, number) => randomReview(framework, seed, number));
      found.push(...(await disagreements(framework, peers, reviews)));
      held += 1;
    } catch (error) {
      if (!(error instanceof NotHeld)) throw error;
    }
  }
  if (report(found)) return false;
  console.log(`${held} of ${MADE_UP_FRAMEWORKS} made-up frameworks, those that the peers hold: the same.`);
  return held > 0;
}

async function main() {
  for (const framework of FRAMEWORKS) if (!(await compare(framework))) process.exitCode = 1;
  if (!(await compareMadeUp())) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
