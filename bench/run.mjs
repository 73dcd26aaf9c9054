// The figures, all measured in one run:
//
//   node run.mjs
//
// The WebAssembly engine from ../wasm, five rule engines from npm and the same grading by hand in JavaScript assess
// the same reviews by each of two frameworks. First all must agree; then they are timed in turn. Linting is timed
// beside a general spelling and grammar checker, which does other work on the same text. Exits with 1 if they
// disagree, and with 0 whatever the figures are.

import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";

import { Dialect, LocalLinter } from "harper.js";
import { binaryInlined } from "harper.js/binaryInlined";
import { median, quantile } from "simple-statistics";

import {
  disagreements,
  ENGINES,
  FRAMEWORKS,
  gradeByReference,
  liveDisagreements,
  loadGrading,
  outline,
  preparePeers,
  report,
  resultOf,
  reviewsToCompare,
  setAnswer,
} from "./agree.mjs";
import { browserFigures } from "./browser.mjs";
import * as floor from "./peers/floor.mjs";
import { name as INTERPRETER } from "./peers/json-logic-js.mjs";
import { rulesOf } from "./peers/rules.mjs";
import { planFigures } from "./plans.mjs";
import { edits, reviewToEdit, timedReviews } from "./reviews.mjs";
import { microseconds, table } from "./table.mjs";
import { ratio, time } from "./timing.mjs";

const ENTRY = new URL("../wasm/dist/node.js", import.meta.url);
const MODULES = {
  "grading and writing": "ehcp_qa_bg.wasm",
  "grading alone": "ehcp_qa_grading_bg.wasm",
  "a page with a plan": "ehcp_qa_plan_bg.wasm",
  "schemas for an editor": "ehcp_qa_schema_bg.wasm",
  spreadsheets: "ehcp_qa_sheet_bg.wasm",
};
const NAMES = {
  assess: "ehcp-qa assess, every reason read",
  grade: "ehcp-qa grade, without reasons",
  edit: "ehcp-qa (WebAssembly)",
};
const INIT_PROCESSES = 20;
/** The built-in framework, by which live edits are timed. */
const [EDITED] = FRAMEWORKS;

// `grade` is compared with the fastest rule engine of the same run and with the fastest that needs no `eval`, `assess`
// with the one that interprets JSONLogic.
const TO_REACH = {
  gradeTimesFaster: 3,
  assessTimesAsLong: 2.5,
  editTimesFloor: 3,
  // Such a page was to load two modules, one of 205 kB with all about a plan and one of 110 kB that reads files.
  brotliBytes: {
    "grading and writing": 205_000,
    "grading alone": 85_000,
    "a page with a plan": 315_000,
    "schemas for an editor": 150_000,
    spreadsheets: 370_000,
  },
  initMs: 10,
  lintMs: 5,
};

async function main() {
  const [cpu] = cpus();
  console.log(`Node ${process.version}, ${cpu?.model ?? "unknown processor"}, ${cpus().length} cores`);
  const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const libraries = ENGINES.map(({ name }) => name).filter((name) => name in dependencies);
  console.log(libraries.map((name) => `${name} ${dependencies[name]}`).join(", "));
  const engine = await loadEngine();
  const ways = [];
  for (const framework of FRAMEWORKS) ways.push({ framework, ...(await waysToGrade(framework)) });
  const found = engine === null ? [] : sessionDisagreements(engine);
  for (const { framework, graders } of ways) {
    const reviews = reviewsToCompare(framework);
    found.push(...(await disagreements(framework, graders, reviews)));
    found.push(...(await liveDisagreements(framework, reviews.slice(0, 50))));
    console.log(`${framework.id}: ${graders.length} ways of grading, ${reviews.length} reviews.`);
  }
  if (report(found)) {
    console.error("They do not agree, so nothing is timed.");
    process.exitCode = 1;
    return;
  }
  console.log("All agree with the reference.\n");

  const assessed = [];
  for (const { framework, alone, peers } of ways) assessed.push(...(await timeAssessing(framework, alone, peers)));
  const edited = await timeEditing(engine);
  if (engine === null) return;
  const linted = await timeLinting(engine);
  const plans = await planFigures();
  const figures = [
    ...assessed,
    edited,
    ...linted,
    ...plans,
    ...brotliFigures(),
    ...(await initFigures()),
    ...(await browserFigures()),
  ];
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

/** The peers, the package's module for pages that grade, and all of them together. */
async function waysToGrade(framework) {
  const peers = await preparePeers(framework);
  const alone = await loadGrading(framework);
  const graders = [...peers];
  if (alone !== null) {
    graders.unshift(
      { name: NAMES.assess, grade: (review) => resultOf(alone.assess(review)) },
      { name: NAMES.grade, grade: (review) => resultOf(alone.grade(review)) },
    );
  }
  return { peers, alone, graders };
}

function sessionDisagreements(engine) {
  const edited = reviewToEdit(EDITED);
  const session = engine.open(reviewToEdit(EDITED));
  const found = [];
  for (const [place, { section, id, value }] of edits(EDITED).entries()) {
    session.answer(id, value);
    setAnswer(edited, section, id, value);
    const got = outline(resultOf(session.assessment()));
    const expected = outline(gradeByReference(EDITED, edited));
    if (got !== expected) found.push({ name: `session after ${id} ${value}`, place, got, expected });
  }
  session.free();
  return found;
}

/** Reads every reason, so that none could be left out or put off. */
function readAll({ plan, sections, path, findings }) {
  let length = plan.gate.message.length;
  for (const { message, rests_on } of plan.because) length += message.length + rests_on.length;
  for (const { because } of sections)
    for (const { message, rests_on } of because) length += message.length + rests_on.length;
  for (const { message, rests_on } of path.steps) length += message.length + rests_on.length;
  for (const { message, why, clear, cites } of findings)
    length += message.length + why.length + clear.length + cites.length;
  return length;
}

/** A fresh review with the same texts. */
function copyOf(value) {
  if (typeof value !== "object" || value === null) return value;
  const copy = {};
  for (const name of Object.keys(value)) copy[name] = copyOf(value[name]);
  return copy;
}

async function timeAssessing(framework, engine, peers) {
  const reviews = timedReviews(framework);
  const contestants = peers.map(({ name, grade, inFlight }) => ({ name, run: grade, inFlight }));
  if (engine !== null) {
    contestants.unshift(
      { name: NAMES.assess, run: (review) => readAll(engine.assess(review)) },
      { name: NAMES.grade, run: (review) => engine.grade(review) },
    );
  }
  const entries = await time(contestants, reviews, copyOf);
  const hand = entries.find(({ name }) => name === floor.name);
  console.log(
    `${framework.id}, from object to object (${reviews.length} reviews in turn, a fresh object at each call)`,
  );
  console.log(`${table(timeRows(entries, hand))}\n`);
  if (engine === null) return [];

  const entry = (wanted) => entries.find(({ name }) => name === wanted);
  const peerOf = (entry) => ENGINES.findLast(({ name }) => entry.name.startsWith(name));
  const engines = entries.filter((entry) => peerOf(entry) !== undefined);
  console.log("grade and assess against each engine");
  const against = engines.map((peer) => [
    peer.name,
    fasterOrSlower(ratio(peer, entry(NAMES.grade))),
    `${ratio(entry(NAMES.assess), peer).toFixed(2)}x as long`,
  ]);
  console.log(`${table([["", "grade", "assess"], ...against])}\n`);

  const bySpeed = [...engines].sort((a, b) => median(a.rounds) - median(b.rounds));
  const withoutEval = bySpeed.filter((peer) => !peerOf(peer).needsEval);
  const asLong = ratio(entry(NAMES.assess), entry(INTERPRETER));
  const { gradeTimesFaster: least, assessTimesAsLong: most } = TO_REACH;
  return [
    ...[...new Set([bySpeed[0], withoutEval[0]])].map((peer) => {
      const faster = ratio(peer, entry(NAMES.grade));
      return [
        `${framework.id}, grade, against ${peer.name}`,
        fasterOrSlower(faster),
        `at least ${least}x faster`,
        yesOrNo(faster >= least),
      ];
    }),
    [
      `${framework.id}, assess, against ${INTERPRETER}`,
      `${asLong.toFixed(1)}x as long`,
      `at most ${most}x as long`,
      yesOrNo(asLong <= most),
    ],
  ];
}

async function timeEditing(engine) {
  const changes = edits(EDITED);
  const byHand = (await floor.prepare(rulesOf(EDITED))).open(reviewToEdit(EDITED));
  const contestants = [{ name: floor.name, run: ({ id, value }) => byHand.answer(id, value) }];
  if (engine !== null) {
    const session = engine.open(reviewToEdit(EDITED));
    contestants.unshift({ name: NAMES.edit, run: ({ id, value }) => session.answer(id, value) });
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
  const statements = JSON.parse(readFileSync(path, "utf8"))
    .map(({ text }) => text)
    .join("\n\n");
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
  return Object.entries(MODULES).map(([name, file]) => {
    const most = TO_REACH.brotliBytes[name];
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
  return ["init", "init and the first engine"].map((name, part) => {
    const ms = median(times.map((parts) => parts[part]));
    const figure = `${name}, ${INIT_PROCESSES} fresh processes`;
    return [figure, `${ms.toFixed(1)} ms`, `under ${most} ms`, yesOrNo(ms < most)];
  });
}

const fasterOrSlower = (times) => (times >= 1 ? `${times.toFixed(1)}x faster` : `${(1 / times).toFixed(1)}x slower`);

const yesOrNo = (reached) => (reached ? "yes" : "no");

await main();
