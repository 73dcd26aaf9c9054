// Files of records are counted line by line, what is none is listed with its place, and what people wrote in a
// summary of learning survives another draft.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { countFiles, Engine, init, refillLearning } from "../../wasm/dist/service-node.js";

const F = "shropshire-2023";
const record = (score) => JSON.stringify({ review: { framework: F, sections: { overall: { score } } } });
const good = record(2);
const pretty = JSON.stringify(JSON.parse(good), null, 2);

let engine;

before(async () => {
  await init();
  engine = new Engine();
});

/** Counts files that are given by name. */
const counted = (files, options) =>
  countFiles(
    engine,
    Object.entries(files).map(([name, text]) => new File([text], name)),
    options,
  );

test("records are counted however their lines end, and after a byte order mark", async () => {
  const counts = await counted({
    "a.ndjson": `${good}\n${good}\n`,
    "b.ndjson": `\ufeff${good}\r\n\r\n${record(3)}`,
    "one.json": `\ufeff${pretty}`,
    "empty.ndjson": "",
  });
  const { records, skipped, merged, refused, bytes, of, summary } = counts;
  assert.deepEqual({ records, skipped, merged, refused }, { records: 5, skipped: 0, merged: 0, refused: [] });
  assert.equal(bytes, of);
  assert.deepEqual(summary.counts().all.scores.good, 4);
  assert.deepEqual(summary.counts().all.scores.requires_improvement, 1);
  summary.free();
});

test("what is no record is listed with its place, and the rest is counted", async () => {
  const many = { review: { framework: F, sections: Object.fromEntries("UVWXYZ".split("").map((id) => [id, {}])) } };
  const { records, skipped, refused } = await counted({
    "term.ndjson": `${good}\nnot JSON\n\n${JSON.stringify({ review: { framework: F, plan: { age: 99 } } })}\n${good}`,
    "case.json": JSON.stringify({ events: [] }),
    "many.ndjson": `${JSON.stringify(many)}\n${good}`,
  });
  assert.deepEqual([records, skipped], [3, 4]);
  assert.deepEqual(
    refused.map(({ file, line, problems: [{ pointer, code }], more }) => [file, line, pointer, code, more]),
    [
      ["term.ndjson", 2, "", "not_json", 0],
      ["term.ndjson", 4, "/review/plan/age", "out_of_range", 0],
      ["case.json", 1, "", "wrong_kind", 0],
      ["many.ndjson", 1, "/review/sections/U", "unknown_id", 1],
    ],
  );
  assert.ok(refused.every(({ problems }) => problems.every(({ message }) => !message.includes("99"))));
});

test("a line longer than a document may be is refused, and the lines after it are counted", async () => {
  const most = engine.limits.documentBytes;
  const { records, refused } = await counted({ "long.ndjson": `${good}\n${"x".repeat(most + 10)}\n${good}\n` });
  assert.equal(records, 2);
  assert.deepEqual(
    refused.map(({ line, problems }) => [line, problems[0].code]),
    [[2, "too_large"]],
  );
});

test("a summary made elsewhere is merged, and another is refused as a file", async () => {
  const first = await counted({ "a.ndjson": `${good}\n${record(4)}` });
  const made = first.summary.counts();
  const { records, merged, skipped, refused, summary } = await counted({
    "county.json": JSON.stringify(made),
    "broken.json": JSON.stringify({ ...made, all: { plans: -1 } }),
    "b.ndjson": good,
  });
  assert.deepEqual([records, merged, skipped, summary.plans], [1, 2, 1, 3]);
  assert.deepEqual([refused[0].file, refused[0].line], ["broken.json", null]);
});

test("reading is cancelled with the signal's reason, and progress is reported meanwhile", async () => {
  const cancel = new AbortController();
  const steps = [];
  const progress = ({ records, bytes, of }) => {
    steps.push(records);
    assert.ok(bytes <= of);
    cancel.abort(new Error("another file was chosen"));
  };
  const lines = `${good}\n`.repeat(50_000);
  await assert.rejects(counted({ "term.ndjson": lines }, { signal: cancel.signal, progress }), {
    message: "another file was chosen",
  });
  assert.equal(steps.length, 1);
  const before = new AbortController();
  before.abort(new Error("never begun"));
  await assert.rejects(counted({ "a.ndjson": good }, { signal: before.signal }), { message: "never begun" });
});

test("another draft replaces what nobody changed, and keeps what people wrote", () => {
  const row = (area, feedback, more = {}) => ({ area, feedback, ...more });
  const base = { framework: F, areas_represented: ["School"], actions: [{ what: "Train", state: "open" }] };
  const form = {
    ...base,
    rows: [
      row("Needs", "3 of 9 plans", { drafted: "3 of 9 plans" }),
      row("Outcomes", "In our words", { drafted: "1 of 9 plans" }),
      row("Provision", "2 of 9 plans", { drafted: "2 of 9 plans", learning: "Train the team" }),
      row("Old area", "4 of 9 plans", { drafted: "4 of 9 plans" }),
      row("Added", "By hand"),
    ],
  };
  const draft = {
    framework: F,
    areas_represented: [],
    actions: [],
    rows: ["Needs", "Outcomes", "Provision", "Health"].map((area) => row(area, "new", { drafted: "new" })),
  };
  const given = structuredClone({ form, draft });
  const { form: next, kept } = refillLearning(form, draft, new Set(["Needs", "Outcomes", "Provision", "Old area"]));
  assert.deepEqual(next, {
    ...base,
    rows: [
      row("Needs", "new", { drafted: "new" }),
      row("Outcomes", "In our words", { drafted: "new" }),
      row("Provision", "new", { drafted: "new", learning: "Train the team" }),
      row("Health", "new", { drafted: "new" }),
      row("Added", "By hand"),
    ],
  });
  assert.equal(kept, 3, "the feedback on outcomes, the learning on provision, the row that was added");
  assert.deepEqual({ form, draft }, given, "neither is changed");
});
