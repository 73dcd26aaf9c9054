// The engine by its command line, for tests that compare it. EHCP_QA in the environment names another program.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const BINARY = process.env.EHCP_QA ?? fileURLToPath(new URL("../../target/debug/ehcp-qa", import.meta.url));

/** What the program prints. It ends with the exit code 0, or with another that is expected. */
export function run(args, input, expected = 0) {
  const { status, stdout, stderr, error } = spawnSync(BINARY, args, { input, encoding: "utf8", maxBuffer: 2 ** 29 });
  if (error) throw error;
  assert.equal(status, expected, `${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}

export const linesOf = (text) => text.split("\n").filter((line) => line !== "");

/** Texts that are each a line. */
export const inLines = (texts) => texts.map((text) => `${text}\n`).join("");

/** Asserts that a framework has no problem. */
export const assertFine = (file) => run(["framework", "check", file]);

/** The assessment of a review. */
export function assessOne(file, review) {
  return JSON.parse(run(["assess", "--framework", file, "--format", "json", "-"], JSON.stringify(review)));
}

/** The assessments of reviews, made by one process. */
export function assessAll(file, reviews) {
  if (reviews.length === 0) return [];
  const input = inLines(reviews.map((review) => JSON.stringify(review)));
  const printed = run(["assess", "--framework", file, "--format", "json", "--ndjson", "-"], input);
  return JSON.parse(printed).map(({ result }) => result);
}

/** The score lines of reviews. */
export function linesFor(file, reviews) {
  const input = inLines(reviews.map((review) => JSON.stringify(review)));
  return linesOf(run(["line", "--framework", file, "--ndjson", "-"], input));
}

/** The reviews of score lines, as JSON texts. */
export const reviewsBack = (file, lines) => linesOf(run(["line", "--framework", file, "--back", "-"], inLines(lines)));

/** The problems of texts that are each a line, and at least one of which has some: for each text its list. */
export function problemsOf(file, texts) {
  const args = ["validate", "--framework", file, "--as", "review", "--ndjson", "--format", "json", "-"];
  const { documents, faults } = JSON.parse(run(args, inLines(texts), 2));
  assert.equal(documents, texts.length);
  return texts.map((_, index) => faults.filter(({ line }) => line === index + 1));
}
