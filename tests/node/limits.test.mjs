// The facts of a framework and the bounds of the engine, as the engine has them, and byte order marks.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { Engine, init } from "../../wasm/dist/node.js";
import { Engine as Service, init as initService } from "../../wasm/dist/service-node.js";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const SMALL = read("core/tests/small-framework.json");
const MARK = "\ufeff";
const F = "shropshire-2023";

before(() => Promise.all([init(), initService()]));

test("the facts have their kinds and ranges, whatever the framework", () => {
  const flag = { kind: "flag", range: null };
  const all = ({ facts }) => [...facts].map(([field, { kind, range }]) => [field, { kind, range }]);
  assert.deepEqual(all(new Engine()), [
    ["stage", { kind: "stage", range: null }],
    ["year_group", { kind: "year_group", range: { least: -2, most: 15 } }],
    ["age", { kind: "age", range: { least: 0, most: 25 } }],
    ["health_needs", flag],
    ["social_care_needs", flag],
    ["personal_budget", flag],
    ["home_educated", flag],
    ["medical_diagnosis", flag],
  ]);
  const small = new Map(all(new Engine(SMALL)));
  assert.deepEqual(small.get("home_educated"), flag);
  assert.deepEqual(small.get("age"), { kind: "age", range: { least: 0, most: 25 } });
});

test("the year groups are called what schools call them", () => {
  const engine = new Engine(SMALL);
  const years = engine.facts.get("year_group").years.map(({ number, name, year }) => [number, name, year]);
  assert.deepEqual(years.slice(0, 4), [
    [-2, "before_nursery", -2],
    [-1, "nursery", -1],
    [0, "reception", 0],
    [1, "year", 1],
  ]);
  assert.deepEqual(years.slice(-2), [
    [14, "year", 14],
    [15, "beyond_year", 14],
  ]);
  assert.equal(years.length, 18);
  assert.deepEqual(engine.facts.get("age").years, []);
});

test("the descriptors that may be answered not applicable are those of the framework", () => {
  for (const engine of [new Engine(), new Engine(SMALL)]) {
    const { wording, interpretation } = engine.framework;
    // Where the framework has a condition, or lets a person leave it out.
    const free = interpretation.applicability.filter(({ may_exclude, all_of }) => may_exclude || all_of.length > 0);
    const expected = free.flatMap(({ descriptors }) => descriptors).sort();
    assert.ok(expected.length > 0);
    assert.deepEqual([...engine.mayNotApply].sort(), expected);
    for (const { id: section, descriptors } of [...wording.sections, wording.overall]) {
      for (const { id } of descriptors) {
        const answered = {
          framework: engine.framework.id,
          sections: { [section]: { descriptors: { [id]: "not_applicable" } } },
        };
        assert.equal(engine.check(answered).length === 0, engine.mayNotApply.has(id), id);
      }
    }
  }
});

test("the ends of each range are accepted, and the next numbers are not", () => {
  const engine = new Engine();
  for (const [field, { range }] of engine.facts) {
    if (range === null) continue;
    const problems = (value) => engine.check({ framework: F, plan: { [field]: value } });
    for (const value of [range.least, range.most]) {
      assert.deepEqual(problems(value), []);
      engine.grade({ framework: F, plan: { [field]: value } });
    }
    for (const value of [range.least - 1, range.most + 1]) {
      assert.deepEqual(
        problems(value).map(({ pointer, code }) => [pointer, code]),
        [[`/plan/${field}`, "out_of_range"]],
      );
      assert.throws(() => engine.grade({ framework: F, plan: { [field]: value } }), { code: "invalid_review" });
    }
  }
});

test("a document of the largest size is read, and one byte more is not", () => {
  const engine = new Engine();
  const { documentBytes, textLength, referenceLength } = engine.limits;
  assert.deepEqual([documentBytes, textLength, referenceLength], [2_000_000, 20_000, 64]);
  const review = `{"framework":"${F}"}`;
  assert.deepEqual(engine.check(review.padEnd(documentBytes)), []);
  assert.deepEqual(
    engine.check(review.padEnd(documentBytes + 1)).map(({ code }) => code),
    ["too_large"],
  );
  const written = (length) => ({ framework: F, sections: { A: { rationale: "x".repeat(length) } } });
  assert.deepEqual(engine.grade(written(textLength)), engine.grade(written(1)));
  assert.throws(() => engine.grade(written(textLength + 1)), { code: "invalid_review" });
  const referred = (length) => ({ framework: F, plan: { reference: "x".repeat(length) } });
  assert.deepEqual(engine.check(referred(referenceLength)), []);
  assert.equal(engine.check(referred(referenceLength + 1)).length, 1);
});

test("counts below the engine's usual number are hidden where none is given", () => {
  const summary = new Service().summary();
  assert.equal(summary.report().hidden_below, 5);
  assert.deepEqual(summary.report(), summary.report(5));
  assert.equal(summary.report(3).hidden_below, 3);
  assert.equal(summary.csv(), summary.csv(5));
  assert.equal(summary.html("2025"), summary.html("2025", 5));
  assert.deepEqual(summary.learning(), summary.learning(5));
});

test("a threshold that is none is refused by all four printers, and to show all counts is a word", () => {
  const summary = new Service().summary();
  const scored = (score) => ({ review: { framework: F, sections: { overall: { score } } } });
  for (let number = 0; number < 12; number++) summary.add(scored(2));
  summary.add(scored(4));
  const printers = [
    (below) => summary.report(below),
    (below) => summary.csv(below),
    (below) => summary.html("2025", below),
    (below) => summary.learning(below),
  ];
  for (const print of printers) {
    for (const below of [null, NaN, "", false, 0, 1, 2.5, -1, 2 ** 32, Infinity, -Infinity]) {
      assert.throws(() => print(below), { code: "invalid_threshold" }, String(below));
    }
    for (const below of ["five", "5", "None", {}, [], true, 5n, () => 5, Symbol("5")]) {
      assert.throws(() => print(below), { code: "invalid_argument" }, String(below));
    }
  }
  const { hidden_below: below, hidden_note: note, tables } = summary.report("none");
  assert.equal(below, "none");
  assert.deepEqual(tables[0].rows[0].counts, [0, 12, 0, 1, 0, 13]);
  assert.match(note, /^All counts are shown/);
  assert.ok(summary.html("2025", "none").includes(note));
  assert.ok(summary.csv("none").includes("Counts hidden below,Report,none"));
  assert.equal(summary.report(2).hidden_below, 2);
});

test("a byte order mark stands before any document", () => {
  const engine = new Engine(MARK + SMALL, { lexicon: MARK + JSON.stringify(new Engine().lexicon) });
  assert.equal(engine.framework.id, JSON.parse(SMALL).id);
  assert.equal(engine.lexicon.id, new Engine().lexicon.id);
  const review = `{"framework":"${engine.framework.id}"}`;
  assert.deepEqual(engine.assess(MARK + review), engine.assess(review));
  assert.deepEqual(engine.open(MARK + review).review(), engine.open(review).review());
});
