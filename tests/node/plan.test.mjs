// Plans from Word files and texts: what the native engine gives, and plain errors.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as writing from "../../wasm/dist/node.js";
import {
  EhcpQaError,
  Engine,
  EngineCrashed,
  init,
  openPlan,
  readHtml,
  readMarkdown,
  readText,
  readWord,
} from "../../wasm/dist/plan-node.js";
import { nativePlans } from "../native/run.mjs";

const PLANS = fileURLToPath(new URL("../plans/", import.meta.url));
const files = readdirSync(PLANS)
  .filter((name) => name.endsWith(".docx"))
  .map((name) => PLANS + name);
const MOST = 20_000_000;

before(() => Promise.all([init(), writing.init()]));

/** The sections that a plan has, with the texts of their blocks. */
const sections = ({ parts }) => parts.map(({ sections, blocks }) => [sections.join(), blocks.map(({ text }) => text)]);

/** The error that a call throws, as far as a program relies on it. */
function refusal(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof EhcpQaError);
    const { code, problems } = error;
    return [code, ...problems.map((problem) => [problem.pointer, problem.code])];
  }
  return assert.fail("nothing was thrown");
}

test("the five plans are read and checked as the native engine does", () => {
  const expected = nativePlans(files);
  assert.equal(expected.length, 5);
  const engine = new Engine();
  for (const [index, file] of files.entries()) {
    const bytes = readFileSync(file);
    const plan = readWord(bytes);
    const check = engine.checkPlan(plan);
    assert.equal(`{"plan":${JSON.stringify(plan)},"check":${JSON.stringify(check)}}`, expected[index], file);
    assert.deepEqual(engine.checkPlan(JSON.stringify(plan)), check, "as JSON text");
    assert.deepEqual(engine.planFacts(plan), check.facts);
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    assert.deepEqual(readWord(buffer), plan, "as a buffer");
  }
});

test("a plan is checked with what is known of it, and every problem of either is reported", () => {
  const engine = new Engine();
  const statement = "Sam will have access to a reading programme as required.";
  const plan = readText(`Section F: Special educational provision\n${statement}`);
  const { findings } = engine.checkPlan(plan);
  const [{ severity, fingerprint, place, parts }] = findings.filter(({ section }) => section === "F");
  assert.deepEqual([severity, place.part, place.block], ["warning", 0, 0]);
  const words = parts.map(({ rule, place }) => [rule, statement.slice(place.at, place.at + place.length)]);
  assert.ok(
    words.some(([rule, words]) => rule === "availability" && words === "have access to"),
    words.join(),
  );
  const without = engine.checkPlan(plan, { dismissed: [fingerprint] }).findings;
  assert.deepEqual(without.filter((finding) => finding.fingerprint === fingerprint).length, 0);
  assert.equal(without.length, findings.length - 1);
  assert.deepEqual(
    refusal(() => engine.checkPlan({ ...plan, doubts: undefined, parts: [{ ...plan.parts[0], sections: ["L"] }] })),
    ["invalid_plan", ["/parts/0/sections/0", "not_one_of"], ["/doubts", "missing"]],
  );
  assert.deepEqual(
    refusal(() => engine.checkPlan(plan, { year_group: 16 })),
    ["invalid_context", ["/year_group", "out_of_range"]],
  );
});

const PLAN =
  "Section B: Special educational needs\nReading is hard for Sam.\n" +
  "Section F: Special educational provision\nSam will have regular support with reading.";

test("a plan that is open stands wherever a document does", () => {
  const engine = new Engine();
  const review = { framework: "shropshire-2023" };
  const html = `<p>${PLAN.replaceAll("\n", "</p><p>")}</p>`;
  const other = readText(PLAN);
  const [bytes] = files.map((file) => readFileSync(file));
  for (const [source, document] of [
    [{ kind: "text", text: PLAN }, other],
    [{ kind: "markdown", text: PLAN }, readMarkdown(PLAN)],
    [{ kind: "html", text: html }, readHtml(html)],
    [{ kind: "word", bytes }, readWord(bytes)],
  ]) {
    const plan = openPlan(source);
    assert.deepEqual(plan.document, document);
    assert.ok(document.parts.length > 0, source.kind);
    const context = { names: ["Sam"] };
    assert.deepEqual(engine.checkPlan(plan, context), engine.checkPlan(document, context));
    assert.deepEqual(engine.planItems(plan), engine.planItems(document));
    assert.deepEqual(engine.planFacts(plan), engine.planFacts(document));
    assert.deepEqual(engine.planComments(plan, context), engine.planComments(document, context));
    assert.deepEqual(engine.planFeedback(review, plan), engine.planFeedback(review, document));
    assert.deepEqual(engine.comparePlans(plan, other), engine.comparePlans(document, other));
    assert.equal(engine.comparisonHtml(other, plan), engine.comparisonHtml(other, document));
    plan.free();
  }
  const choices = [{ file: 0, paragraph: 0, role: "text" }];
  assert.deepEqual(openPlan({ kind: "text", text: PLAN }, choices).document, readText(PLAN, choices));
});

test("a plan that is closed, or lost with the engine, is refused plainly", () => {
  const engine = new Engine();
  const [closed, lost] = [1, 2].map(() => openPlan({ kind: "text", text: PLAN }));
  closed.free();
  closed.free();
  const refused = ["closed"];
  assert.deepEqual(
    refusal(() => engine.checkPlan(closed)),
    refused,
  );
  assert.deepEqual(
    refusal(() => closed.document),
    refused,
  );
  // A crash, as the stack of a module that has run out makes it.
  assert.throws(
    () =>
      engine.call(() => {
        throw new RangeError();
      }),
    EngineCrashed,
  );
  assert.deepEqual(
    refusal(() => engine.checkPlan(lost)),
    refused,
  );
  lost.free();
  assert.ok(engine.checkPlan(openPlan({ kind: "text", text: PLAN })).findings.length > 0, "opened again");
});

test("the engine of a page with a plan does what that of `ehcp-qa` does, which has nothing about a whole plan", () => {
  const { lexicon, framework } = new writing.Engine();
  const [small, other] = [
    { ...framework, id: "council" },
    { ...lexicon, id: "other" },
  ];
  const dates = { received: "2024-01-01", issued: "2024-05-20" };
  const text = "Regular support as required.";
  const items = { items: [{ id: "B1", section: "B", text: "Reading", links: ["F1"] }] };
  const does = (engine) => {
    const review = { framework: engine.framework.id, sections: { A: { descriptors: { A1: "yes" }, score: 2 } } };
    const session = engine.open(review);
    const form = engine.feedback(review, { F: text });
    return [
      ...[engine.framework.id, engine.lexicon.id, engine.check({}), engine.assess(review), engine.grade(review)],
      ...[session.answer("A2", "no"), session.line(), engine.lint("F", text), form, engine.checkFeedback(form)],
      ...[engine.feedbackHtml(form), engine.feedbackMarkdown(form), engine.thread(items), engine.threadSvg(items)],
      ...[engine.threadMermaid(items), engine.timescales(dates)],
    ];
  };
  assert.deepEqual(does(new Engine()), does(new writing.Engine()));
  const [made, expected] = [Engine, writing.Engine].map((Engine) => does(new Engine(small, { lexicon: other })));
  assert.deepEqual(made.slice(0, 2), ["council", "other"]);
  assert.deepEqual(made, expected);
  const names = (Engine) => Object.getOwnPropertyNames(Engine.prototype).filter((name) => name !== "constructor");
  assert.ok(names(Engine).includes("checkPlan"));
  assert.deepEqual(names(writing.Engine), []);
});

test("a plan may be larger than other documents", () => {
  const text = `Section B: Special educational needs\n${"Reading is hard for Sam.\n".repeat(20_000)}`;
  const plan = readText(text);
  const json = JSON.stringify(plan);
  assert.ok(json.length > 2_000_000 && json.length < MOST, `${json.length}`);
  const engine = new Engine();
  assert.deepEqual(engine.planFacts(plan), engine.planFacts(json));
  assert.deepEqual(
    refusal(() => engine.planFacts(json.padEnd(MOST + 1))),
    ["invalid_plan", ["", "too_large"]],
  );
});

test("text, Markdown and HTML are read", () => {
  const expected = [
    ["B", ["Reading is hard for Sam."]],
    ["F", ["A reading programme\tDaily"]],
  ];
  const text = "Section B: Special educational needs\nReading is hard for Sam.\n";
  const plain = `${text}Section F: Special educational provision\nA reading programme\tDaily\n`;
  assert.deepEqual(sections(readText(plain)), expected);
  const [b, f] = ["Section B: Special educational needs", "Section F: Special educational provision"];
  const markdown =
    `# ${b}\n\nReading is hard for Sam.\n\n# ${f}\n\n` +
    `| What | How often |\n|---|---|\n| A reading programme | Daily |\n`;
  const html = `<h1>${b}</h1><p>Reading is <b>hard</b> for Sam.</p><h1>${f}</h1>
    <table><tr><th>What</th><th>How often</th></tr><tr><td>A reading programme</td><td>Daily</td></tr></table>
    <script>document.title = "read"</script>`;
  const [[, [statement]], [section, [heading, row]]] = expected.with(1, ["F", ["What\tHow often", expected[1][1][0]]]);
  for (const plan of [readMarkdown(markdown), readHtml(html)]) {
    assert.deepEqual(sections(plan), [
      ["B", [statement]],
      [section, [heading, row]],
    ]);
  }
});

test("what a person says of a line stands over what is recognised", () => {
  const text =
    "Section B: Special educational needs\nReading is hard for Sam.\nHelp at school\nAn adult reads with Sam.";
  assert.deepEqual(sections(readText(text)), [
    ["B", ["Reading is hard for Sam.", "Help at school", "An adult reads with Sam."]],
  ]);
  const choices = [{ file: 0, paragraph: 2, role: "heading", sections: ["F"] }];
  const expected = [
    ["B", ["Reading is hard for Sam."]],
    ["F", ["An adult reads with Sam."]],
  ];
  assert.deepEqual(sections(readText(text, choices)), expected);
  assert.deepEqual(sections(readText(text, JSON.stringify(choices))), expected);
  assert.deepEqual(
    refusal(() => readText(text, [{ file: 0, paragraph: -1, role: "title" }])),
    ["invalid_choices", ["/0/paragraph", "out_of_range"], ["/0/role", "not_one_of"]],
  );
});

test("a file that is no plan is refused with one sentence", () => {
  const bytes = (text) => new TextEncoder().encode(text);
  const refused = (code) => ["invalid_plan_file", ["", code]];
  assert.deepEqual(
    refusal(() => readWord(bytes("%PDF-1.7"))),
    refused("pdf"),
  );
  assert.deepEqual(
    refusal(() => readWord(bytes("{\\rtf1"))),
    refused("rtf"),
  );
  assert.deepEqual(
    refusal(() => readWord(new Uint8Array())),
    refused("not_word"),
  );
  const [file] = files;
  const content = readFileSync(file);
  assert.deepEqual(
    refusal(() => readWord(content.subarray(0, content.length / 2))),
    refused("damaged"),
  );
  assert.throws(() => readWord(bytes("%PDF-1.7")), {
    message:
      "The file has a problem: This is a PDF, which does not keep sections and tables. Open the Word document it " +
      "was made from.",
  });
  // An error of one entry is an error of all.
  assert.throws(() => readWord(bytes("%PDF-1.7")), writing.EhcpQaError);
  // A plan is read after a refusal.
  assert.ok(readWord(content).parts.length > 0);
});

test("what is larger than is read does not cross in full", () => {
  const refused = ["invalid_plan_file", ["", "file_too_large"]];
  // More than the memory of a module can grow to hold twice.
  const huge = new Uint8Array(2 ** 31);
  assert.deepEqual(
    refusal(() => readWord(huge)),
    refused,
  );
  for (const read of [readText, readMarkdown, readHtml]) {
    assert.deepEqual(
      refusal(() => read("x".repeat(2 ** 28))),
      refused,
    );
    assert.deepEqual(sections(read(" ".repeat(MOST))), []);
  }
});

test("before init, a plain message", () => {
  const entry = JSON.stringify(new URL("../../wasm/dist/plan-node.js", import.meta.url).href);
  const script = `const { readText } = await import(${entry});
    try { readText(""); } catch (error) { console.log(error.name, error.code); }`;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  assert.equal(printed, "EhcpQaError not_started\n");
});
