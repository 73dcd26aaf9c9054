// Facts of every kind, answers of a descriptor of its own, and counts of findings, through the package: packed or as
// text, in a session, and as a schema.

import assert from "node:assert/strict";
import test from "node:test";
import { Engine, EhcpQaError, init } from "../../wasm/dist/node.js";
import { frameworkOfKinds } from "../frameworks/kinds.mjs";

await init();
const framework = frameworkOfKinds();
const engine = new Engine(framework);

const PLAN = { stage: "draft", age: 9, hours: -5, placement: "other", received: "2024-02-29" };
const REVIEW = {
  framework: framework.id,
  plan: PLAN,
  sections: {
    N: { descriptors: { N1: "yes", N4: "amber" } },
    overall: { descriptors: { "overall.1": { critical: 0, standard: 7 } } },
  },
};
/** The same members under another prototype, which the wrapper passes on as text. */
const asText = (review) => Object.assign(Object.create({}), review);

test("the facts of a framework have their kinds", () => {
  const of = (id) => {
    const { kind, range, words } = engine.facts.get(id);
    return { kind, range, words };
  };
  assert.deepEqual(of("hours"), { kind: "number", range: { least: -5, most: 400 }, words: [] });
  assert.deepEqual(of("placement"), { kind: "choice", range: null, words: ["mainstream", "special", "other"] });
  assert.deepEqual(of("received"), { kind: "date", range: null, words: [] });
  assert.deepEqual(of("home_educated"), { kind: "flag", range: null, words: [] });
});

test("a review comes to the same packed and as text", () => {
  const { received: _, ...plan } = PLAN;
  const others = [
    { ...REVIEW, plan },
    { ...REVIEW, plan: { ...plan, hours: 400 } },
    { ...REVIEW, plan: { ...plan, hours: 249, placement: "special" } },
    { ...REVIEW, sections: { overall: { descriptors: { "overall.1": { critical: 1, standard: 9999 } } } } },
  ];
  for (const review of [REVIEW, ...others]) {
    assert.deepEqual(engine.assess(review), engine.assess(asText(review)));
    assert.deepEqual(engine.grade(review), engine.grade(asText(review)));
  }
  const { plan: assessed, sections } = engine.assess(REVIEW);
  assert.deepEqual(assessed.counts, [
    { id: "critical", label: "Critical findings", given: 0, open: 0 },
    { id: "standard", label: "Standard findings", given: 7, open: 0 },
  ]);
  assert.deepEqual(sections[0].descriptors.partly, ["N4"]);
  assert.deepEqual(sections[1].descriptors.does_not_apply, ["P1"]);
});

test("a value that cannot be is refused where it stands, packed or not", () => {
  const wrong = {
    ...REVIEW,
    plan: { hours: 401, placement: "home", received: "2023-02-29" },
    sections: {
      N: { descriptors: { N1: "green", N4: "yes" } },
      overall: { descriptors: { "overall.1": { critical: -1, minor: 1 } } },
    },
  };
  const expected = [
    ["/plan/hours", "out_of_range"],
    ["/plan/placement", "not_one_of"],
    ["/plan/received", "no_such_date"],
    ["/sections/N/descriptors/N1", "not_one_of"],
    ["/sections/N/descriptors/N4", "not_one_of"],
    ["/sections/overall/descriptors/overall.1/critical", "out_of_range"],
    ["/sections/overall/descriptors/overall.1/minor", "unknown_id"],
  ];
  for (const review of [wrong, asText(wrong)]) {
    assert.throws(
      () => engine.assess(review),
      (error) => {
        assert.ok(error instanceof EhcpQaError);
        assert.deepEqual(
          error.problems.map(({ pointer, code }) => [pointer, code]),
          expected,
        );
        return true;
      },
    );
  }
});

test("a session records them one by one, and a line restores them", () => {
  const session = engine.open();
  for (const [field, value] of Object.entries(PLAN)) session.context(field, value);
  session.answer("N1", "yes");
  session.answer("N4", "amber");
  session.count("overall.1", "critical", 0);
  session.count("overall.1", "standard", 7);
  assert.deepEqual(session.review(), REVIEW);
  const line = session.line();
  assert.match(line, /\/p=d-2\/a=9\/f=-5,20240229\/n=-,-,0,7\/N:y--1\/k=/);
  assert.deepEqual(engine.fromLine(line), REVIEW);
  const problem = (pointer, value) => session.edit(pointer, value).problem?.code;
  assert.equal(problem("/plan/hours", 401), "out_of_range");
  assert.equal(problem("/plan/hours", 2.5), "wrong_type");
  assert.equal(problem("/plan/placement", "home"), "not_one_of");
  assert.equal(problem("/plan/received", "2023-02-29"), "no_such_date");
  assert.equal(problem("/sections/N/descriptors/N4", "yes"), "not_one_of");
  assert.equal(problem("/sections/overall/descriptors/overall.1/critical", -1), "out_of_range");
  assert.equal(problem("/sections/overall/descriptors/overall.1/minor", 1), "unknown_id");
  assert.throws(() => session.answer("N4", "yes"), { code: "invalid_edit" });
  assert.deepEqual(session.review(), REVIEW);
  session.count("overall.1", "standard", null);
  session.context("received", null);
  const { plan, sections } = session.review();
  assert.equal(plan.received, undefined);
  assert.deepEqual(sections.overall.descriptors["overall.1"], { critical: 0 });
  session.free();
});
