// The figures, all measured in one run:
//
//   node run.mjs
//
// The WebAssembly engine from ../wasm, three rule engines from npm and the same grading
// by hand in JavaScript assess the same reviews. First all must agree; then they are
// timed in turn. Linting is timed beside a general spelling and grammar checker, which does
// other work on the same text. Exits with 1 if they disagree, and with 0 whatever the figures are.

import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";

import { Dialect, LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";

import {
  disagreements,
  ENGINES,
  gradeByReference,
  liveDisagreements,
  outline,
  preparePeers,
  report,
  reviewsToCompare,
  setAnswer,
} from "./agree.mjs";
import { browserFigures } from "./browser.mjs";
import * as floor from "./peers/floor.mjs";
import { edits, reviewToEdit, timedReviews } from "./reviews.mjs";
import { median, microseconds, quantile, ratio, table, time } from "./stats.mjs";

const ENTRY = new URL("../wasm/dist/node.js", import.meta.url);
const MODULES = { "the whole": "ehcp_qa_bg.wasm", "grading alone": "ehcp_qa_grading_bg.wasm" };
const ENGINE_NAME = "ehcp-qa (WebAssembly, with reasons)";
const INIT_PROCESSES = 20;

const TO_REACH = { assessTimesFaster: 5, editTimesFloor: 3, brotliBytes: 90_000, initMs: 10, lintMs: 5 };

async function main() {
  const [cpu] = cpus();
  console.log(`Node ${process.version}, ${cpu?.model ?? "unknown processor"}, ${cpus().length} cores`);
  const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  console.log(ENGINES.map(({ name }) => `${name} ${dependencies[name]}`).join(", "));
  const engine = await loadEngine();
  const peers = await preparePeers();

  const reviews = reviewsToCompare();
  const graders = [...peers];
  if (engine !== null) graders.unshift({ name: ENGINE_NAME, grade: (review) => resultOf(engine.assess(review)) });
  const found = [...(await disagreements(graders, reviews)), ...liveDisagreements(reviews.slice(0, 50))];
  if (engine !== null) found.push(...sessionDisagreements(engine));
  if (report(found)) {
    console.error("They do not agree, so nothing is timed.");
    process.exitCode = 1;
    return;
  }
  console.log(`${graders.length} ways of grading agree with the reference on ${reviews.length} reviews.\n`);

  const assessed = await timeAssessing(engine, peers);
  const edited = await timeEditing(engine);
  if (engine === null) return;
  const linted = await timeLinting(engine);
  const figures = [assessed, edited, ...linted, ...brotliFigures(), ...(await initFigures()), ...(await browserFigures())];
  console.log("Figures");
  console.log(table([["figure", "measured", "to reach", "reached"], ...figures]));
}

async function loadEngine() {
  if (!existsSync(ENTRY)) {
    console.log("The WebAssembly engine has not been built (there is no wasm/dist/node.js),");
    console.log("so only its peers are timed.");
    return null;
  }
  const { init, Engine } = await import(ENTRY.href);
  await init();
  return new Engine();
}

/** An assessment in the shape in which peers answer. */
function resultOf({ sections, plan }) {
  const suggested = sections.map((section) => [section.id, section.suggested]);
  return { sections: Object.fromEntries(suggested), plan: plan.suggested, gate: plan.gate.state };
}

function sessionDisagreements(engine) {
  const edited = reviewToEdit();
  const session = engine.open(reviewToEdit());
  const found = [];
  for (const [place, { id, value }] of edits().entries()) {
    session.answer(id, value);
    setAnswer(edited, id, value);
    const got = outline(resultOf(session.assessment()));
    const expected = outline(gradeByReference(edited));
    if (got !== expected) found.push({ name: `session after ${id} ${value}`, place, got, expected });
  }
  session.free();
  return found;
}

async function timeAssessing(engine, peers) {
  const reviews = timedReviews();
  const contestants = peers.map(({ name, grade, inFlight }) => ({ name, run: grade, inFlight }));
  if (engine !== null) contestants.unshift({ name: ENGINE_NAME, run: (review) => engine.assess(review) });
  const entries = await time(contestants, reviews);
  const hand = entries.find(({ name }) => name === floor.name);
  console.log(`Assessing a review, from object to object (${reviews.length} reviews in turn)`);
  console.log(`${table(timeRows(entries, hand))}\n`);
  if (engine === null) return null;

  const own = entries.find(({ name }) => name === ENGINE_NAME);
  const engines = entries.filter(({ name }) => ENGINES.some((peer) => name.startsWith(peer.name)));
  engines.sort((a, b) => median(a.rounds) - median(b.rounds));
  const [fastest] = engines;
  const times = ratio(fastest, own);
  const { assessTimesFaster: least } = TO_REACH;
  const figure = `assess, against the fastest rule engine (${fastest.name})`;
  const measured = times < 1 ? `${(1 / times).toFixed(1)}x as long` : `${times.toFixed(1)}x faster`;
  return [figure, measured, `at least ${least}x faster`, yesOrNo(times >= least)];
}

async function timeEditing(engine) {
  const changes = edits();
  const byHand = floor.open(reviewToEdit());
  const contestants = [{ name: floor.name, run: ({ id, value }) => byHand.answer(id, value) }];
  if (engine !== null) {
    const session = engine.open(reviewToEdit());
    contestants.unshift({ name: ENGINE_NAME, run: ({ id, value }) => session.answer(id, value) });
  }
  const entries = await time(contestants, changes);
  const hand = entries.at(-1);
  console.log(`One live edit (${changes.length} answers in turn)`);
  console.log(`${table(timeRows(entries, hand))}\n`);
  if (engine === null) return null;

  const times = ratio(entries[0], hand);
  const { editTimesFloor: most } = TO_REACH;
  const figure = "live edit, against hand-written JavaScript";
  return [figure, `${times.toFixed(1)}x as long`, `at most ${most}x`, yesOrNo(times <= most)];
}

/** A section of 20 kB, of statements that no finding spares. */
async function timeLinting(engine) {
  const path = new URL("../tests/wording/development/provision.json", import.meta.url);
  const statements = JSON.parse(readFileSync(path, "utf8")).map(({ text }) => text).join("\n\n");
  const section = statements.repeat(3).slice(0, 20_000);
  const bytes = new TextEncoder().encode(section);
  const harper = new LocalLinter({ binary: binaryInlined, dialect: Dialect.British });
  await harper.setup();
  const entries = await time(
    [
      { name: "ehcp-qa, lint", run: (text) => engine.lint("F", text) },
      // It remembers sentences that it has seen, so all but its first pass are spared work.
      { name: "harper.js, a general checker", run: (text) => harper.lint(text) },
      { name: "a bare pass over the bytes", run: (text) => bytes.reduce((sum, byte) => sum ^ byte, text.length) },
    ],
    [section],
  );
  console.log(`Linting a section of ${bytes.length} bytes`);
  console.log(`${table(timeRows(entries, entries.at(-1)))}\n`);
  const ms = median(entries[0].rounds) / 1e6;
  const { lintMs: most } = TO_REACH;
  const measured = `${ms.toFixed(2)} ms, ${(bytes.length / ms / 1000).toFixed(1)} MB/s`;
  return [
    ["lint of a section of 20 kB", measured, `at most ${most} ms`, yesOrNo(ms <= most)],
    ["the same, against harper.js", `${ratio(entries[1], entries[0]).toFixed(1)}x faster`, "-", "-"],
  ];
}

function timeRows(entries, hand) {
  const heading = ["", "median", "middle half of the rounds", "to the floor"];
  const rows = entries.map((entry) => [
    entry.name,
    microseconds(median(entry.rounds)),
    `${microseconds(quantile(entry.rounds, 0.25))} to ${microseconds(quantile(entry.rounds, 0.75))}`,
    `${ratio(entry, hand).toFixed(1)}x`,
  ]);
  return [heading, ...rows];
}

function brotliFigures() {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const { brotliBytes: most } = TO_REACH;
  return Object.entries(MODULES).map(([name, file]) => {
    const { length } = brotliCompressSync(readFileSync(new URL(`../wasm/dist/${file}`, import.meta.url)), quality);
    return [`.wasm under brotli, ${name}`, `${length} bytes`, `at most ${most}`, yesOrNo(length <= most)];
  });
}

async function initFigures() {
  const script = fileURLToPath(new URL("init-time.mjs", import.meta.url));
  const times = [];
  for (let i = 0; i < INIT_PROCESSES; i += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ENTRY.href]);
    const { init, engine } = JSON.parse(stdout);
    times.push([init, init + engine]);
  }
  const { initMs: most } = TO_REACH;
  return ["init", "init and the first engine"].map((what, part) => {
    const ms = median(times.map((parts) => parts[part]));
    const figure = `${what}, ${INIT_PROCESSES} fresh processes`;
    return [figure, `${ms.toFixed(1)} ms`, `under ${most} ms`, yesOrNo(ms < most)];
  });
}

const yesOrNo = (reached) => (reached ? "yes" : "no");

await main();
