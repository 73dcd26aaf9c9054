// Advice in the module of plans, on the plan and the report of a few lines that the command line is tested with.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import {
  EhcpQaError,
  Engine,
  EngineCrashed,
  init,
  openAdvice,
  openPlan,
  readAdvice,
  readMarkdown,
} from "../../wasm/dist/plan-node.js";

const fixture = (name) => readFileSync(new URL(`../../cli/tests/fixtures/advice/${name}`, import.meta.url), "utf8");
const REPORT = fixture("psychology.md");
const PLAN = fixture("plan.md");
const report = { kind: "markdown", text: REPORT };
const [swims] = /A swimming .*/.exec(REPORT);

before(() => init());

/** The error that a call throws, as far as a program relies on it. */
function refusal(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof EhcpQaError, String(error));
    const { code, problems } = error;
    return [code, ...problems.map((problem) => [problem.pointer, problem.code])];
  }
  return assert.fail("nothing was thrown");
}

const statuses = ({ advices }) => advices.map(({ statements }) => statements.map(({ status }) => status));

test("a piece of advice is read with its author and its parts", () => {
  const { author, role, date, needs, outcomes, provision } = readAdvice(report);
  assert.deepEqual([author, role, date], ["Priya Nair", "Educational Psychologist", "2026-03-04"]);
  assert.deepEqual(
    [needs, outcomes, provision].map((blocks) => blocks.length),
    [1, 0, 2],
  );
  const html = "<h1>Needs</h1><ul><li>She reads 40 words.</li></ul>";
  assert.equal(readAdvice({ kind: "html", text: html }).needs.length, 1);
  assert.equal(readAdvice({ kind: "text", text: "Needs\nShe reads 40 words.\n" }).author, undefined);
});

test("what is asked of advice is the framework's, or that of an agency", () => {
  const engine = new Engine();
  const advice = readAdvice(report);
  const asked = (check) => check.findings.filter(({ place }) => place === undefined).map(({ rule }) => rule);
  const check = engine.adviceCheck(advice, { requested: "2026-01-01" });
  assert.equal(check.questions, "advice-2026");
  assert.deepEqual(asked(check), ["agency", "in_time", "outcomes", "child", "parents"]);
  const { cites } = check.findings.find(({ rule }) => rule === "outcomes");
  assert.deepEqual(
    cites.map(({ place }) => place),
    ["SEND Regulations 2014, regulation 6(1)", "SEND Code of Practice 2015, 9.51"],
  );
  // 22 January and six weeks is 5 March.
  assert.ok(!asked(engine.adviceCheck(advice, { requested: "2026-01-22" })).includes("in_time"));
  const ours = engine.adviceCheck(advice, undefined, fixture("questions.json"));
  assert.deepEqual([ours.questions, asked(ours)], ["our-team", ["parents"]]);
  assert.equal(engine.adviceComments(advice).length, engine.adviceCheck(advice).findings.length);
  const page = engine.adviceFeedbackHtml(advice);
  assert.ok(page.startsWith("<!DOCTYPE html>") && page.includes("SEND Code of Practice 2015, 9.51"));

  const framework = structuredClone(engine.framework);
  delete framework.interpretation.advice;
  const without = new Engine(framework).adviceCheck(advice);
  assert.deepEqual([without.questions, asked(without)], [undefined, []]);
});

test("advice is compared with a plan, and what it bears on is told", () => {
  const engine = new Engine();
  const found = engine.coverage([readAdvice(report)], readMarkdown(PLAN));
  assert.deepEqual(statuses(found), [["whole", "weaker", "not_found"]]);
  assert.deepEqual(
    found.descriptors.map(({ descriptor, against, speaks_for: speaksFor }) => [descriptor, against, speaksFor]),
    [
      ["B1", [], ["/advices/0/statements/0"]],
      ["F1", ["/advices/0/statements/1", "/advices/0/statements/2", "/unsourced/0"], []],
      ["K1", ["/listed/0"], []],
    ],
  );
  assert.ok(engine.coverageHtml([readAdvice(report)], readMarkdown(PLAN)).includes(swims));
  assert.deepEqual(engine.coverage([], readMarkdown(PLAN)).advices, []);
});

test("what is open stands wherever a document does", () => {
  const engine = new Engine();
  const [advice, plan] = [openAdvice(report), openPlan({ kind: "markdown", text: PLAN })];
  const [advised, planned] = [readAdvice(report), readMarkdown(PLAN)];
  assert.deepEqual(advice.document, advised);
  assert.deepEqual(engine.adviceCheck(advice), engine.adviceCheck(JSON.stringify(advised)));
  assert.deepEqual(engine.coverage([advice, advised], plan), engine.coverage([advised, advice], planned));
  const comments = engine.coverageComments([advice], plan);
  assert.deepEqual(comments, engine.coverageComments([advised], planned));
  assert.equal(comments.length, 4);
  assert.equal(engine.adviceCoverageComments([advice], 0, plan).length, 2);
  assert.deepEqual(engine.adviceCoverageComments([advice], 1, plan), []);
  advice.free();
  assert.deepEqual(
    refusal(() => engine.coverage([advice], plan)),
    ["closed"],
  );
});

test("a person pairs and parts, and a choice that fits nothing is told", () => {
  const engine = new Engine();
  const [advice, plan] = [readAdvice(report), readMarkdown(PLAN)];
  const before = engine.coverage([advice], plan);
  const [{ statements }] = before.advices;
  const therapist = before.plan.find(({ text }) => text.startsWith("A speech"));
  const pair = { advice: 0, place: statements[2].place, plan: [therapist.place] };
  const part = { advice: 0, place: statements[0].place, plan: [] };
  const after = engine.coverage([advice], plan, [pair, part]);
  assert.deepEqual(statuses(after), [["not_found", "weaker", "weaker"]]);
  assert.deepEqual(
    after.advices[0].statements.map(({ chosen }) => chosen ?? false),
    [true, false, true],
  );
  const nowhere = { part: 9, block: 0, at: 0, length: 1 };
  const unknown = engine.coverage([advice], plan, [{ ...part, place: nowhere }]);
  assert.deepEqual(
    unknown.unknown.map(({ choice, pointer }) => [choice, pointer]),
    [[0, "/0/place"]],
  );
  assert.deepEqual(unknown.advices, before.advices);
});

test("every problem is reported, by code and place", () => {
  const engine = new Engine();
  const [advice, plan] = [readAdvice(report), readMarkdown(PLAN)];
  assert.deepEqual(
    refusal(() => readAdvice({ kind: "word", bytes: new TextEncoder().encode("%PDF-1.7") })),
    ["invalid_plan_file", ["", "pdf"]],
  );
  assert.deepEqual(
    refusal(() => engine.adviceCheck({ ...advice, date: "4 March", needs: null })),
    ["invalid_advice", ["/date", "no_such_date"], ["/needs", "missing"]],
  );
  assert.deepEqual(
    refusal(() => engine.adviceCheck(advice, { requested: "yesterday", year_group: 16 })),
    ["invalid_context", ["/requested", "no_such_date"], ["/year_group", "out_of_range"]],
  );
  assert.deepEqual(
    refusal(() => engine.adviceCheck(advice, undefined, { id: "ours", title: "Ours", items: [{ asks: "age" }] }))[0],
    "invalid_questions",
  );
  assert.deepEqual(
    refusal(() => engine.coverage([advice], plan, [{ advice: 0 }])),
    ["invalid_choices", ["/0/place", "missing"], ["/0/plan", "missing"]],
  );
  assert.deepEqual(refusal(() => engine.coverage(advice, plan))[0], "invalid_argument");
  assert.deepEqual(refusal(() => engine.coverage([advice, null], plan))[0], "invalid_advice");
});

test("advice that was lost with the engine is refused plainly, and can be opened again", () => {
  const engine = new Engine();
  const advice = openAdvice(report);
  assert.throws(
    () =>
      engine.call(() => {
        throw new RangeError();
      }),
    EngineCrashed,
  );
  assert.deepEqual(
    refusal(() => engine.adviceCheck(advice)),
    ["closed"],
  );
  assert.ok(engine.adviceCheck(openAdvice(report)).findings.length > 0);
});
