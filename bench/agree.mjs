// Checks that all contestants give the same grades: every peer, the live edit of the floor, and
// an independent reference written from the rules alone.
//
//   node agree.mjs

import { pathToFileURL } from "node:url";

import * as floor from "./peers/floor.mjs";
import * as jsonLogic from "./peers/json-logic.mjs";
import * as jsonRulesEngine from "./peers/json-rules-engine.mjs";
import { SECTIONS } from "./peers/rules.mjs";
import * as zen from "./peers/zen.mjs";
import { timedReviews } from "./reviews.mjs";
import { randomReview } from "../tests/reference/random-review.mjs";
import { assess } from "../tests/reference/reference.mjs";

const RANDOM_REVIEWS = 500;
const EDITED_REVIEWS = 100;

const descriptorCount = SECTIONS.flatMap(({ descriptors }) => descriptors).length;

/** The three rule engines. */
export const ENGINES = [jsonLogic, jsonRulesEngine, zen];

/** Peers ready to grade: `{ name, grade, inFlight? }`, the floor first. */
export async function preparePeers() {
  return Promise.all(
    [floor, ...ENGINES].map(async ({ name, inFlight, prepare }) => ({ name, inFlight, ...(await prepare()) })),
  );
}

/** The reviews compared: the ones that are timed, and random ones. */
export function reviewsToCompare() {
  return [...timedReviews(), ...Array.from({ length: RANDOM_REVIEWS }, (_, seed) => randomReview(seed + 1))];
}

/** The reference's assessment in the shape in which peers answer. */
export function gradeByReference(review) {
  const { sections, plan } = assess(review);
  const suggested = SECTIONS.map(({ id }) => [id, sections[id].suggested]);
  return { sections: Object.fromEntries(suggested), plan: plan.suggested, gate: plan.gate.state };
}

/**
 * Every review on which someone differs from the reference, as `{ name, place, got,
 * expected }` with the results in one line each.
 */
export async function disagreements(peers, reviews) {
  const found = [];
  for (const [place, review] of reviews.entries()) {
    const expected = outline(gradeByReference(review));
    for (const { name, grade } of peers) {
      const got = outline(await grade(review));
      if (got !== expected) found.push({ name, place, got, expected });
    }
  }
  return found;
}

/**
 * The same for live edits: each review is turned into the next one answer by answer, and
 * the reported changes, put together, are compared with a fresh assessment.
 */
export function liveDisagreements(reviews) {
  const found = [];
  for (const [place, review] of reviews.entries()) {
    const next = reviews[(place + 1) % reviews.length];
    const edited = structuredClone(review);
    const known = gradeByReference(review);
    const session = floor.open(review);
    for (const { id: section, descriptors } of SECTIONS) {
      for (const id of descriptors) {
        const value = next.sections?.[section]?.descriptors?.[id] ?? null;
        setAnswer(edited, id, value);
        const changed = session.answer(id, value);
        if (changed.section !== undefined) known.sections[changed.section.id] = changed.section.suggested;
        if (changed.plan !== undefined) known.plan = changed.plan;
        if (changed.gate !== undefined) known.gate = changed.gate;
        const [got, expected] = [outline(known), outline(gradeByReference(edited))];
        if (got !== expected) found.push({ name: `live edit of ${id}`, place, got, expected });
      }
    }
  }
  return found;
}

/** Puts one answer into a review document, making the missing objects on the way to it. */
export function setAnswer(review, id, value) {
  const { id: section } = SECTIONS.find(({ descriptors }) => descriptors.includes(id));
  review.sections ??= {};
  review.sections[section] ??= {};
  review.sections[section].descriptors ??= {};
  review.sections[section].descriptors[id] = value;
}

/** A result as one line: the thirteen suggestions, the plan's, and the gate. */
export function outline({ sections, plan, gate }) {
  const ends = (interval) => (interval === null ? "none" : `${interval.best}-${interval.worst}`);
  const suggested = SECTIONS.map(({ id }) => `${id} ${ends(sections[id])}`);
  const unknown = Object.keys(sections).filter((id) => !SECTIONS.some((section) => section.id === id));
  return [...suggested, ...unknown, `plan ${ends(plan)}`, gate].join(", ");
}

/** Prints the first few differences; returns whether there are any. */
export function report(found) {
  for (const { name, place, got, expected } of found.slice(0, 5)) {
    console.error(`${name} on review ${place}:\n  gives    ${got}\n  expected ${expected}`);
  }
  if (found.length > 5) console.error(`... and ${found.length - 5} more`);
  return found.length > 0;
}

async function main() {
  const peers = await preparePeers();
  const reviews = reviewsToCompare();
  const live = reviews.slice(0, EDITED_REVIEWS);
  const found = [...(await disagreements(peers, reviews)), ...liveDisagreements(live)];
  if (report(found)) {
    process.exitCode = 1;
    return;
  }
  const outlines = new Set(reviews.map((review) => outline(gradeByReference(review))));
  console.log(`${peers.map(({ name }) => name).join(", ")}:`);
  console.log(`the same as the reference on ${reviews.length} reviews with ${outlines.size} different results,`);
  console.log(`and after each of ${live.length * descriptorCount} live edits.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
