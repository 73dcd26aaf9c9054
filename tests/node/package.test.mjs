// The npm package as a host uses it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { Engine, EhcpQaError, EngineCrashed, init, initSync } from "../../wasm/dist/node.js";

const NODE = new URL("../../wasm/dist/node.js", import.meta.url);
const F = "shropshire-2023";

await init();

/** What a script prints in a process of its own. */
function printed(script) {
  return execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
}

/** The error that a call throws. */
function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("before init, a plain message", () => {
  const script = `import { Engine } from ${JSON.stringify(NODE.href)};
    try { new Engine(); } catch (error) { console.log(error.name, error.code, error.message); }`;
  const output = printed(script);
  assert.equal(output, "EhcpQaError not_started The engine has not been started: await init() first.\n");
});

test("init takes bytes, a module, a response and a promise of one, and only the first counts", () => {
  const wasm = fileURLToPath(new URL("../../wasm/dist/ehcp_qa_bg.wasm", import.meta.url));
  const sources = {
    bytes: "bytes",
    buffer: "bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)",
    module: "new WebAssembly.Module(bytes)",
    response: "new Response(bytes)",
    "response of another type": "new Response(bytes, { headers: { 'content-type': 'text/plain' } })",
    promise: "Promise.resolve(new Response(bytes))",
    nothing: "undefined",
  };
  for (const [name, source] of Object.entries(sources)) {
    const script = `import { readFileSync } from "node:fs";
      import { Engine, init } from ${JSON.stringify(NODE.href)};
      const bytes = readFileSync(${JSON.stringify(wasm)});
      const first = init(${source});
      await Promise.all([first, init(), init("http://127.0.0.1:1/never-fetched")]);
      console.log(new Engine().framework.id);`;
    const output = printed(script);
    assert.equal(output, `${F}\n`, name);
  }
  initSync();
});

test("init reports its failure, and can be tried again", () => {
  const script = `import { Engine, init } from ${JSON.stringify(NODE.href)};
    const missing = new URL("http://127.0.0.1:1/none.wasm");
    for (const source of [new Response("", { status: 404 }), new Uint8Array([1, 2, 3]), missing]) {
      await init(source).catch((error) => console.log(error.code, error.message));
    }
    await init();
    console.log(new Engine().check({}).length);`;
  const output = printed(script);
  assert.equal(
    output,
    "wasm_not_found The engine's .wasm file was not found: the server answered 404.\n" +
      "wasm_invalid The engine's .wasm file is not WebAssembly.\n" +
      "wasm_not_found The engine's .wasm file cannot be fetched.\n1\n",
  );
});

test("a review with problems throws an Error that lists them all", () => {
  const engine = new Engine();
  const review = { framework: F, plan: { age: 99 }, sections: { A: { score: 0 } } };
  for (const call of [
    () => engine.assess(review),
    () => engine.toLine(review),
    () => engine.pathTo(review, 2),
    () => engine.open(review),
  ]) {
    const error = thrown(call);
    assert.ok(error instanceof EhcpQaError && error instanceof Error);
    assert.equal(error.name, "EhcpQaError");
    assert.equal(error.code, "invalid_review");
    assert.equal(
      error.message,
      "The review has a problem at /plan/age: This must be a whole number from 0 to 25. (and 1 more)",
    );
    assert.deepEqual(error.problems, engine.check(review));
    assert.deepEqual(error.problems, [
      {
        pointer: "/plan/age",
        code: "out_of_range",
        params: { least: 0, most: 25 },
        message: "This must be a whole number from 0 to 25.",
      },
      {
        pointer: "/sections/A/score",
        code: "out_of_range",
        params: { least: 1, most: 4 },
        message: "This must be a whole number from 1 to 4.",
      },
    ]);
  }
});

test("a value that JSON does not have becomes a problem with its place, and never vanishes", () => {
  const engine = new Engine();
  const codes = (review) => engine.check(review).map(({ pointer, code }) => `${pointer} ${code}`);
  for (const odd of [NaN, Infinity, 10n, () => 1, Symbol("1"), new Map(), new Date(0), [1], new Uint8Array(1)]) {
    assert.deepEqual(
      codes({ framework: F, sections: { A: { score: odd } } }),
      ["/sections/A/score wrong_type"],
      String(odd),
    );
  }
  assert.deepEqual(codes({ framework: F, sections: { A: { score: undefined } } }), []);
  assert.deepEqual(codes(undefined), [" wrong_type"]);
  assert.deepEqual(codes(NaN), [" wrong_type"]);
  const cycle = { framework: F };
  cycle.plan = cycle;
  assert.equal(thrown(() => engine.check(cycle)).problems[0].code, "not_writable");
  let bush = {};
  for (let level = 0; level < 40; level += 1) bush = { a: bush, b: bush };
  assert.equal(thrown(() => engine.check({ framework: F, plan: bush })).problems[0].code, "not_writable");
});

test("another framework is used, or refused with every problem", () => {
  const framework = structuredClone(new Engine().framework);
  framework.id = "council-2026";
  framework.interpretation.section_suggestion[1].yes_at_least = { of: 3, out_of: 4 };
  const engine = new Engine(framework);
  assert.deepEqual(engine.framework, framework);
  const review = { framework: "council-2026", sections: { C: { descriptors: { C1: "yes", C2: "no" } } } };
  // One of two is half: 3 under the built-in policy, but less than three quarters here.
  const c = engine.assess(review).sections.find(({ id }) => id === "C");
  assert.deepEqual(c.suggested, { best: 4, worst: 4 });
  assert.equal(new Engine(JSON.stringify(framework)).framework.id, "council-2026");

  framework.interpretation.grade_table[1].requires.unheard_of = "met";
  framework.wording.overall.id = "K";
  const error = thrown(() => new Engine(framework));
  assert.equal(error.code, "invalid_framework");
  assert.deepEqual(
    error.problems.map(({ pointer, code }) => [pointer, code]),
    [
      ["/wording/overall/id", "duplicate"],
      ["/interpretation/grade_table/1/requires/unheard_of", "unknown_id"],
    ],
  );
});

test("the score line restores all that the grade rests on", () => {
  const engine = new Engine();
  const review = {
    framework: F,
    plan: { stage: "final", year_group: -2, age: 0, health_needs: false, medical_diagnosis: true },
    criteria: { complies: "met", writing: "not_met" },
    sections: { A: { descriptors: { A1: "yes", A2: "no" }, score: 3 }, overall: { score: 4 } },
  };
  const full = structuredClone(review);
  full.plan.reference = "P-1";
  full.review = { reviewer: { id: "R-1" }, date: "2023-11-06" };
  full.sections.A.rationale = "Thin on history.";
  const line = engine.toLine(full);
  assert.deepEqual(engine.fromLine(`  ${line}\n`), review);
  assert.equal(engine.toLine(engine.fromLine(line)), line);
  const damaged = line.replace("A:yn", "A:ny");
  assert.notEqual(damaged, line);
  assert.equal(thrown(() => engine.fromLine(damaged)).code, "invalid_line");
});

test("a live session reports the changes of each edit, and ends where assess does", () => {
  const engine = new Engine();
  const session = engine.open();
  // With 1 yes and 1 open C can no longer be 4; the other sections still can, and so nothing of the
  // plan changes.
  assert.deepEqual(session.answer("C1", "yes"), { section: { id: "C", suggested: { best: 2, worst: 3 } } });
  assert.deepEqual(session.answer("C1", "yes"), {});
  assert.deepEqual(session.answer("C2", "yes"), { section: { id: "C", suggested: { best: 2, worst: 2 } } });
  const plan = session.criterion("no_admin_errors", "not_met").plan;
  assert.deepEqual(plan.suggested, { best: 4, worst: 4 });
  assert.deepEqual(plan.gate, { state: "undecided", suggestion: "outside" });
  assert.deepEqual(session.score("overall", 4).plan.gate, { state: "not_to_be_issued", suggestion: "outside" });
  assert.equal(session.context("health_needs", false).everything, true);
  session.text("C", "rationale", "Both met.");
  const review = {
    framework: F,
    plan: { health_needs: false },
    criteria: { no_admin_errors: "not_met" },
    sections: { C: { descriptors: { C1: "yes", C2: "yes" }, rationale: "Both met." }, overall: { score: 4 } },
  };
  assert.deepEqual(session.review(), review);
  assert.deepEqual(session.assessment(), engine.assess(review));
  session.free();
  assert.equal(thrown(() => session.review()).code, "closed");
});

test("a refused edit gives its reason and changes nothing", () => {
  const session = new Engine().open({ framework: F, sections: { A: { descriptors: { A1: "yes" } } } });
  const before = session.review();
  const refused = [
    [() => session.answer("A1", "not_applicable"), "always_applies"],
    [() => session.answer("A1", "maybe"), "not_one_of"],
    [() => session.answer("Z9", "yes"), "unknown_id"],
    [() => session.score("A", 5), "out_of_range"],
    [() => session.score("Z", 1), "unknown_id"],
    [() => session.criterion("writing", "superb"), undefined],
    [() => session.criterion("unheard_of", "met"), "unknown_id"],
    [() => session.context("age", 26), "out_of_range"],
    [() => session.context("age", 300), "out_of_range"],
    [() => session.context("age", 1.5), "wrong_type"],
    [() => session.context("age", NaN), "wrong_type"],
    [() => session.context("stage", "Draft"), "not_one_of"],
    [() => session.context("health_needs", "yes"), "wrong_type"],
    [() => session.context("shoe_size", 7), "unknown_field"],
    [() => session.text("A", "rationale", "x".repeat(20_001)), "too_long"],
    [() => session.text("A", "poem", "x"), "unknown_field"],
  ];
  for (const [edit, code] of refused) {
    const error = thrown(edit);
    assert.equal(error.code, "invalid_edit", String(edit));
    if (code !== undefined) assert.equal(error.problems[0].code, code, String(edit));
    assert.match(error.problems[0].message, /\.$/);
  }
  assert.deepEqual(session.review(), before);
});

test("after a crash a new engine takes over", async () => {
  const engine = new Engine();
  const session = engine.open();
  const crash = new WebAssembly.Instance(
    // (module (func (export "f") unreachable))
    new WebAssembly.Module(
      new Uint8Array([
        0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11,
      ]),
    ),
  ).exports.f;
  const error = thrown(() => engine.call(() => crash()));
  assert.ok(error instanceof EngineCrashed && error.cause instanceof WebAssembly.RuntimeError);
  assert.equal(error.name, "EngineCrashed");
  assert.equal(error.code, "engine_crashed");
  assert.equal(engine.assess({ framework: F }).plan.suggested.best, 1);
  assert.equal(thrown(() => session.review()).code, "closed");
  assert.equal(engine.open().review().framework, F);
});

/** An engine for the functions about many plans. */
async function service() {
  const { Engine, init } = await import("../../wasm/dist/service-node.js");
  await init();
  return new Engine();
}

test("a case is followed by its events, up to one that does not fit", async () => {
  const engine = await service();
  const by = (kind, date, role, id, more = {}) => ({ kind, date, role, by: id, ...more });
  const events = [
    by("draft_submitted", "2024-03-01", "case_officer", "CO-7"),
    by("graded", "2024-03-04", "senior_case_officer", "SCO-3", { score: 3 }),
    by("feedback_given", "2024-03-05", "senior_case_officer", "SCO-3", { extent: "minimal" }),
    by("amended", "2024-03-06", "senior_case_officer", "SCO-3"),
    by("graded_again", "2024-03-07", "senior_case_officer", "SCO-3", { score: 2 }),
    by("graded_again", "2024-03-08", "senior_case_officer", "SCO-4", { score: 2 }),
  ];
  const states = events.map((_, at) => engine.caseStatus({ events: events.slice(0, at + 1) }).state);
  assert.deepEqual(states, ["submitted", "below_good", "minimal_changes", "amended", "graded_once", "may_be_issued"]);
  assert.equal(engine.caseStatus({ events }).may_issue, true, "two separate grades are Good");
  // The second grade is another officer's.
  const twice = [...events.slice(0, 5), { ...events[5], by: "SCO-3" }];
  const { refused, may_issue } = engine.caseStatus({ events: twice });
  assert.deepEqual([refused.pointer, refused.code, may_issue], ["/events/5", "same_grader", false]);
  const error = thrown(() => engine.caseStatus({ events: [{ kind: "graded", date: "2024-02-30" }] }));
  assert.equal(error.code, "invalid_case");
  assert.ok(error.problems.length >= 3, "every problem at once");
});

test("a sample is drawn again, with the reasons", async () => {
  const engine = await service();
  const plans = ["P-0417", "P-0418", "P-0419"].map((reference) => ({ reference }));
  const request = { purpose: "team_manager", period: "2024-autumn", mode: "rate", plans };
  // By siphash24 1.9 from PyPI: f66eeb0e8d6e6885, 745cbb27c53cda43 and this one, which alone is below 2^64 / 5.
  const drawn = [{ reference: "P-0419", phase: null, hash: "0096484a0e2904ee" }];
  assert.deepEqual(engine.sample(request).drawn, drawn);
  assert.deepEqual(engine.sample({ ...request, plans: [...plans].reverse() }).drawn, drawn, "in any order");
  assert.equal(engine.whySampled(request, "P-0418").drawn, false);
  assert.equal(thrown(() => engine.sample({ ...request, purpose: "curiosity" })).code, "invalid_sample");
});

test("agreement returns its figures, or the reason for having none", async () => {
  const engine = await service();
  const { pairs, exact, across_good } = engine.agreement({
    matrix: [
      [4, 1, 0, 0],
      [2, 11, 3, 0],
      [0, 2, 6, 1],
      [0, 0, 1, 2],
    ],
  });
  // On the diagonal 4 + 11 + 6 + 2 of 33; across Good, between 2 and 3, 3 and 2.
  assert.deepEqual([pairs, exact.count, exact.share.value, across_good.count], [33, 23, 0.697, 5]);
  const none = engine.agreement({
    matrix: [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  });
  assert.equal(none.exact.share.value, null);
  assert.match(none.exact.share.message, /\.$/);
});

test("a summary is added to and merged in any order, and hides small numbers", async () => {
  const engine = await service();
  const record = (score) => ({ review: { framework: F, plan: { year_group: 3 }, sections: { overall: { score } } } });
  const [one, other, all] = [engine.summary(), engine.summary(), engine.summary()];
  for (const score of [2, 2, 2, 2, 2, 2]) one.add(record(score));
  for (const score of [3, 3, 3, 3, 3, 3, 4]) other.add(JSON.stringify(record(score)));
  all.merge(other.counts());
  all.merge(one.counts());
  assert.equal(all.plans, 13);
  assert.deepEqual(
    [all.counts().all.scores.good, all.counts().all.scores.requires_improvement, all.counts().all.scores.inadequate],
    [6, 6, 1],
  );
  one.merge(other.counts());
  assert.deepEqual(one.counts(), all.counts(), "in any order");
  const error = thrown(() => all.add({ review: { framework: F, plan: { age: 99 } }, dimensions: { need: 3 } }));
  assert.equal(error.code, "invalid_summary");
  assert.equal(all.plans, 13, "nothing is added");
  // One plan is Inadequate: its cell is hidden, and another with it, or the total would give it away.
  const [grades] = all.report().tables;
  assert.match(all.html("Autumn 2024"), /^<!doctype html>/i);
  assert.equal(grades.id, "grades");
  assert.ok(!/"4 Inadequate",1\b/.test(JSON.stringify(grades)));
  all.free();
  assert.equal(thrown(() => all.plans).code, "closed");
});

test("documents come out as they are, whatever their texts and names", async () => {
  // A byte order mark, letters of one to four bytes, and texts of which one is the end of another.
  const sections = {
    A: { strengths: "\ufeffn\u00e9e \u{1f600} \u2019", improvements: "\u2019", rationale: "e \u{1f600} \u2019" },
    B: { strengths: "\ufeffn\u00e9e \u{1f600} \u2019" },
  };
  const { A, B } = new Engine().open({ framework: F, sections }).review().sections;
  assert.deepEqual(
    [A.strengths, A.improvements, A.rationale, B.strengths],
    [...Object.values(sections.A), A.strengths],
  );
  assert.equal("score" in A, false, "what is not given is not there");
  const summary = (await service()).summary();
  summary.add(`{"review": {"framework": "${F}"}, "dimensions": {"__proto__": "__proto__"}}`);
  const { dimensions } = summary.counts();
  assert.ok(Object.hasOwn(dimensions, "__proto__") && Object.hasOwn(Object.values(dimensions)[0], "__proto__"));
  assert.equal(Object.getPrototypeOf(dimensions), Object.prototype);
});

test("a summary of learning is drafted from the shown counts, edited, checked and printed", async () => {
  const engine = await service();
  const summary = engine.summary();
  const record = (score, B3) => ({ review: { framework: F, sections: { B: { score, descriptors: { B3 } } } } });
  for (let plan = 0; plan < 13; plan += 1) summary.add(record(plan < 7 ? 2 : 3, plan < 2 ? "no" : "yes"));
  // Of B3, 2 of 13 are hidden, and with them the others; the 7 and 6 of the grades are shown.
  const form = summary.learning();
  const { title } = engine.framework.wording.sections.find(({ id }) => id === "B");
  const feedback = "Recorded grades: 2 Good (7 of 13 plans); 3 Requires improvement (6 of 13 plans).";
  assert.deepEqual(form, {
    framework: F,
    areas_represented: [],
    rows: [{ area: title, feedback, drafted: feedback }],
    actions: [],
  });
  assert.match(summary.learning("none").rows[0].feedback, /^Most often not met: B3: .* \(2 of 13 plans\)\.$/m);
  assert.deepEqual(engine.checkLearning(form), []);
  assert.match(engine.learningHtml(form), /Drafted from counts/);
  form.rows[0].feedback = "<script>alert(1)</script>";
  form.actions.push({ what: "Train", state: "open" });
  const page = engine.learningHtml(form);
  assert.ok(page.includes("&lt;script&gt;alert(1)&lt;/script&gt;") && !page.includes("Drafted from counts"));
  assert.ok(engine.learningMarkdown(form).endsWith("\n- Train\n  - **How it stands:** Open\n"));
  assert.deepEqual(engine.carriedActions(form), form.actions);
  delete form.rows[0].area;
  const problems = [["/rows/0/area", "missing"]];
  assert.deepEqual(
    engine.checkLearning(form).map(({ pointer, code }) => [pointer, code]),
    problems,
  );
  const refused = thrown(() => engine.learningMarkdown(form));
  assert.deepEqual(
    [refused.code, refused.problems.map(({ pointer, code }) => [pointer, code])],
    ["invalid_learning", problems],
  );
  summary.free();
  assert.equal(thrown(() => summary.learning()).code, "closed");
});

/** The parts of all findings about wording. */
const parts = ({ findings }) => findings.flatMap((finding) => finding.parts);

test("wording is checked, with places that slice the text", () => {
  const engine = new Engine();
  // The emoji is two UTF-16 code units.
  const text = "\u{1f600} Amira will have access to a counsellor.";
  const lint = engine.lint("F", text, { stage: "draft", year_group: 5, names: ["Amira"] });
  const access = parts(lint).find(({ rule }) => rule === "availability");
  assert.equal(text.slice(access.span.start, access.span.end), "have access to");
  assert.equal(access.severity, "warning");
  const [statement] = lint.findings;
  assert.equal(text.slice(statement.span.start, statement.span.end), text.slice(0, -1));
  assert.equal(statement.severity, "warning");
  assert.deepEqual(statement.missing, ["how_often"]);
  assert.deepEqual(lint.not_checked, []);
  const again = engine.lint("F", text, { dismissed: [access.fingerprint] });
  assert.equal(
    parts(again).some(({ rule }) => rule === "availability"),
    false,
  );
  assert.deepEqual(engine.lint("F", text, { dismissed: [statement.fingerprint] }).findings, []);
  assert.equal(engine.lexicon.id, "wording-2023");
});

test("wording refuses invalid arguments, without repeating it", () => {
  const engine = new Engine();
  const section = thrown(() => engine.lint("Z", "Amira"));
  assert.equal(section.code, "invalid_section");
  assert.equal(section.problems[0].code, "not_one_of");
  const context = thrown(() => engine.lint("F", "", { stage: "Amira", year_group: 99 }));
  assert.equal(context.code, "invalid_context");
  assert.deepEqual(
    context.problems.map(({ pointer }) => pointer),
    ["/stage", "/year_group"],
  );
  assert.equal(
    context.problems.some(({ message }) => message.includes("Amira")),
    false,
  );
  assert.equal(thrown(() => new Engine(undefined, { lexicon: {} })).code, "invalid_lexicon");
});

test("the lexicon of a council adds to the built-in one", () => {
  const lexicon = {
    id: "ours",
    edition: "1",
    language: "en-GB",
    extends: "wording-2023",
    words: [],
    terms: [],
    rules: [
      {
        id: "usual",
        title: "Usual",
        sections: ["F"],
        severity: "warning",
        action: "reword",
        message: "m",
        why: "w",
        instead: "i",
        cites: [{ basis: "interpretation", place: "ours" }],
        phrases: [{ says: ["usual package"] }],
      },
    ],
  };
  const lint = new Engine(undefined, { lexicon }).lint("F", "The usual package of regular support.");
  const rules = parts(lint).map(({ rule }) => rule);
  assert.ok(rules.includes("usual") && rules.includes("vague-frequency"), rules.join());
});

test("the timescales of a plan", () => {
  const engine = new Engine();
  // 1 January 2024 and 42, 112 and 140 days.
  const found = engine.timescales({ received: "2024-01-01", decided: "2024-02-13", issued: "2024-05-20" });
  assert.deepEqual(
    found.map(({ due, state }) => [due, state]),
    [
      ["2024-02-12", "not_met"],
      ["2024-04-22", "open"],
      ["2024-05-20", "met"],
    ],
  );
  const refused = thrown(() => engine.timescales({ received: "2023-02-29" }));
  assert.equal(refused.code, "invalid_dates");
  assert.deepEqual(
    refused.problems.map(({ pointer, code }) => [pointer, code]),
    [["/received", "no_such_date"]],
  );
});

test("the feedback form is drafted, checked and printed", () => {
  const engine = new Engine();
  const review = {
    framework: F,
    plan: { stage: "draft" },
    sections: { G: { descriptors: { G1: "no" } }, overall: { score: 3 } },
  };
  const form = engine.feedback(review, { F: "Amira will have access to a counsellor." });
  assert.deepEqual([form.rating, form.type_of_plan, form.sections.map(({ id }) => id)], [3, "draft", ["F", "G"]]);
  assert.equal(form.sections[0].comments[0].quote, "have access to");
  form.main_need = { on_synergy: "cognition_and_learning", on_plan: "communication_and_interaction" };
  assert.deepEqual(
    engine.checkFeedback(form).findings.map(({ rule, at }) => [rule, at]),
    [["main-need-differs", "/main_need"]],
  );
  form.name = "<script>alert(1)</script>";
  assert.ok(engine.feedbackHtml(form).includes("&lt;script&gt;alert(1)&lt;/script&gt;"));
  assert.ok(engine.feedbackMarkdown(form).includes("**Reword \\(blue\\):** “have access to”"));
  const refused = thrown(() => engine.feedbackHtml({ framework: F, sections: [{ id: "Z", texts: [], comments: [] }] }));
  assert.deepEqual(
    [refused.code, refused.problems.map(({ pointer, code }) => [pointer, code])],
    ["invalid_feedback", [["/sections/0/id", "unknown_id"]]],
  );
  assert.equal(thrown(() => engine.feedback(review, { Z: "" })).code, "invalid_section");
});

test("the golden thread is described and drawn", () => {
  const engine = new Engine();
  const items = [
    { id: "A1", section: "A", text: "To read the football results" },
    { id: "B1", section: "B", text: "Reading", links: ["F1", "E1", "K1"] },
    { id: "E1", section: "E", text: "Reads a page aloud", links: ["A1"] },
    { id: "F1", section: "F", text: "Phonics", links: ["E1"] },
    { id: "K1", section: "K", text: "EP advice" },
  ];
  assert.deepEqual(engine.thread({ items }).findings, []);
  const broken = items
    .filter(({ id }) => id !== "F1")
    .map((item) => ({ ...item, links: item.links?.filter((id) => id !== "F1") }));
  const thread = engine.thread({ items: broken });
  assert.deepEqual(
    thread.findings.map(({ item, at }) => [item, at]),
    [["B1", "/items/1"]],
  );
  const picture = engine.threadSvg({ items: broken }, "mine");
  assert.ok(picture.startsWith("<svg") && picture.includes('id="mine-') && !picture.includes("style="));
  assert.ok(engine.threadMermaid({ items }).startsWith("flowchart LR"));
  const refused = thrown(() => engine.thread({ items: [{ id: "A1", section: "Z", text: "Amira" }] }));
  assert.deepEqual([refused.code, refused.problems[0].pointer], ["invalid_thread", "/items/0/section"]);
});

test("the package lists its exports", () => {
  const folder = new URL("../../wasm/", import.meta.url);
  const { exports, dependencies } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  assert.equal(dependencies, undefined);
  const targets = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(targets));
  assert.ok(targets(exports).length > Object.keys(exports).length, "most have types too");
  for (const target of targets(exports)) {
    assert.ok(readFileSync(new URL(target, folder)).length > 0, target);
  }
});

test("a module has the parts of the framework that it uses, and names the whole document", async () => {
  const [grading, service, plan] = await Promise.all(
    ["grading", "service-node", "plan-node"].map((name) => import(`../../wasm/dist/${name}.js`)),
  );
  await grading.init(readFileSync(new URL("../../wasm/dist/ehcp_qa_grading_bg.wasm", import.meta.url)));
  await Promise.all([service.init(), plan.init()]);
  const full = JSON.parse(readFileSync(new URL("../../core/frameworks/shropshire-2023.json", import.meta.url), "utf8"));
  // What is printed about many plans and the process keeps its shape in the modules about one plan.
  const one = structuredClone(full);
  for (const name of ["actions", "improvement_process", "continuous_improvement", "learning_summary"]) {
    one.wording[name] = emptied(one.wording[name]);
  }
  const { levels } = one.wording;
  Object.assign(levels, { introduction: [], closing: "" });
  for (const level of levels.items) {
    Object.assign(level, { text: "", who: [], sample: [], how_often: [], reports_to: [] });
  }
  // And in the one that only grades, what is printed beside sections, scale and standards.
  const bare = structuredClone(one);
  const printed = ["introduction", "vision", "principles", "feedback", "scoring", "descriptor_table", "feedback_form"];
  for (const name of printed) bare.wording[name] = emptied(bare.wording[name]);
  bare.wording.standards.introduction = [];
  for (const standard of bare.wording.standards.items) standard.text = "";
  bare.interpretation.readings = [];
  const parts = [
    "feedback",
    "thread",
    "plan",
    "advice",
    "bearing",
    "sampling",
    "timescales",
    "process",
    "report",
    "families",
  ];
  for (const [module, from, used] of [
    [grading, bare, []],
    [service, full, ["thread", "sampling", "process", "report", "families"]],
    [{ Engine }, one, ["feedback", "thread", "timescales"]],
    [plan, one, ["feedback", "thread", "plan", "advice", "bearing", "timescales"]],
  ]) {
    const engine = new module.Engine();
    const left = structuredClone(from);
    for (const part of parts) if (!used.includes(part)) delete left.interpretation[part];
    assert.deepEqual(engine.framework, left);
    // What the program prints for `ehcp-qa framework digest`, computed here from the sorted document.
    assert.equal(engine.assess({ framework: F }).receipt.framework.sha256, sha256(full));
  }
});

test("a module checks the parts of another framework that it uses", async () => {
  const [grading, service, plan] = await Promise.all(
    ["grading", "service-node", "plan-node"].map((name) => import(`../../wasm/dist/${name}.js`)),
  );
  await grading.init(readFileSync(new URL("../../wasm/dist/ehcp_qa_grading_bg.wasm", import.meta.url)));
  await Promise.all([service.init(), plan.init()]);
  const framework = JSON.parse(
    readFileSync(new URL("../../core/frameworks/shropshire-2023.json", import.meta.url), "utf8"),
  );
  framework.interpretation.process.place = "Annex B";
  framework.interpretation.bearing[0].descriptors = ["Z9"];
  const problems = (module) =>
    thrown(() => new module.Engine(framework)).problems.map(({ pointer, code }) => `${pointer} ${code}`);
  assert.deepEqual(problems(plan), ["/interpretation/bearing/0/descriptors/0 unknown_id"]);
  assert.deepEqual(problems(service), ["/interpretation/process/place wrong_type"]);
  // The others do without both.
  assert.equal(new grading.Engine(framework).framework.id, F);
  assert.equal(new Engine(framework).framework.id, F);
  // What all of them use is checked by all.
  framework.interpretation.gate.issue_at = 9;
  for (const module of [{ Engine }, grading, service, plan]) {
    assert.ok(problems(module).some((problem) => problem.startsWith("/interpretation/gate/issue_at ")));
  }
});

/** A part of a document without its texts and entries. */
function emptied(value) {
  if (typeof value === "string") return "";
  if (Array.isArray(value)) return [];
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, emptied(field)]));
}

/** The SHA-256 of canonical JSON; the framework's numbers and keys are written alike by every writer. */
function sha256(document) {
  const sorted = (value) =>
    Array.isArray(value)
      ? value.map(sorted)
      : value !== null && typeof value === "object"
        ? Object.fromEntries(
            Object.keys(value)
              .sort()
              .map((name) => [name, sorted(value[name])]),
          )
        : value;
  return createHash("sha256")
    .update(JSON.stringify(sorted(document)))
    .digest("hex");
}

test("grading alone gives the same from a separate module", async () => {
  const grading = await import("../../wasm/dist/grading.js");
  await grading.init(readFileSync(new URL("../../wasm/dist/ehcp_qa_grading_bg.wasm", import.meta.url)));
  const full = new Engine();
  const alone = new grading.Engine();
  const folder = new URL("../../js-demo/samples/", import.meta.url);
  const reviews = readdirSync(folder).filter((name) => name.endsWith(".json"));
  assert.ok(reviews.length >= 3);
  for (const name of reviews) {
    const review = readFileSync(new URL(name, folder), "utf8");
    assert.deepEqual(alone.assess(review), full.assess(review), name);
    assert.deepEqual(alone.pathTo(review, 2), full.pathTo(review, 2), name);
    assert.equal(alone.toLine(review), full.toLine(review), name);
  }
  const session = alone.open({ framework: F });
  assert.deepEqual(session.answer("A1", "no"), full.open({ framework: F }).answer("A1", "no"));
  // One error class for both.
  assert.ok(thrown(() => alone.assess("{")) instanceof EhcpQaError);
  assert.equal(alone.lint, undefined);
  session.free();
});

test("the notices of every crate in the modules go with the package", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const line = ["tree", "-p", "ehcp-qa-wasm", "-e", "normal,no-proc-macro", "--target", "wasm32-unknown-unknown"];
  const printed = execFileSync("cargo", [...line, "--prefix", "none", "--format", "{p}"], {
    cwd: root,
    encoding: "utf8",
  });
  const crates = [...printed.matchAll(/^(\S+) v(\S+)(.*)$/gm)].filter(([, , , path]) => !path.includes("/"));
  assert.ok(crates.length > 20, printed);
  const notices = readFileSync(new URL("../../wasm/dist/THIRD-PARTY-NOTICES.txt", import.meta.url), "utf8");
  for (const [, name, version] of crates) assert.ok(notices.includes(`\n${name} ${version}, `), name);
  for (const words of [
    "Permission is hereby granted, free of charge",
    "Apache License",
    "This software is provided 'as-is'",
  ]) {
    assert.ok(notices.includes(words), words);
  }
  assert.ok(!notices.includes(root), "no path of this machine");
});
