// Grading without reasons, and reviews that the wrapper packs into bytes: the result or the error is the same as
// for a review that the engine reads as text.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { randomReview } from "../reference/random-review.mjs";

const F = "shropshire-2023";
const RANDOM_REVIEWS = 400;

// Each call into the engine is noted, to see which way a review took.
const calls = [];
const { Instance } = WebAssembly;
// biome-ignore lint/complexity/useArrowFunction: it is called with `new`.
WebAssembly.Instance = function (module, imports) {
  const { exports } = new Instance(module, imports);
  const noted = ([name, value]) => {
    if (!name.startsWith("core_")) return [name, value];
    const call = (...given) => {
      calls.push(name);
      return value(...given);
    };
    return [name, call];
  };
  return { exports: Object.fromEntries(Object.entries(exports).map(noted)) };
};
const { Engine, init } = await import("../../wasm/dist/node.js");
await init();
const grading = await import("../../wasm/dist/grading.js");
await grading.init(readFileSync(new URL("../../wasm/dist/ehcp_qa_grading_bg.wasm", import.meta.url)));
const engine = new Engine();
engine.grade({ framework: F });

/** The same members under another prototype, which the wrapper passes on as text. */
const asText = (review) => Object.assign(Object.create({}), review);

function outcome(run) {
  calls.length = 0;
  try {
    return { result: run() };
  } catch (error) {
    return { name: error.name, code: error.code, message: error.message, problems: error.problems };
  }
}

/** Expects the same result from both ways; returns whether the review was packed. */
function same(review, name) {
  const short = outcome(() => engine.assess(review));
  const wasPacked = calls.includes("core_assessPacked") && !calls.includes("core_assess");
  const long = outcome(() => engine.assess(asText(review)));
  assert.ok(!calls.includes("core_assessPacked"), "the other way is by text");
  assert.deepEqual(short, long, name);
  assert.equal(JSON.stringify(short), JSON.stringify(long), `${name}: in the same order`);
  const [bare, bareText] = [outcome(() => engine.grade(review)), outcome(() => engine.grade(asText(review)))];
  assert.deepEqual(bare, bareText, name);
  if (short.result === undefined) assert.deepEqual(bare, short, `${name}: the same error`);
  return wasPacked;
}

test("random reviews are packed, with the result of their text", () => {
  let packed = 0;
  for (let seed = 1; seed <= RANDOM_REVIEWS; seed += 1) packed += same(randomReview(seed), `seed ${seed}`);
  // Only 29 February is passed on as text: a tenth of the dates, of which a third of the reviews have one.
  assert.ok(packed > 0.9 * RANDOM_REVIEWS, `${packed} were packed`);
});

test("odd values have the result of their text", () => {
  const holding = (value) => ({
    framework: { framework: value },
    plan: { framework: F, plan: value },
    reference: { framework: F, plan: { reference: value } },
    stage: { framework: F, plan: { stage: value } },
    year: { framework: F, plan: { year_group: value } },
    age: { framework: F, plan: { age: value } },
    flag: { framework: F, plan: { health_needs: value } },
    fact: { framework: F, plan: { shoe_size: value } },
    review: { framework: F, review: value },
    level: { framework: F, review: { level: value } },
    date: { framework: F, review: { date: value } },
    reviewer: { framework: F, review: { reviewer: value } },
    role: { framework: F, review: { reviewer: { role: value, id: value } } },
    criteria: { framework: F, criteria: value },
    criterion: { framework: F, criteria: { complies: value } },
    writing: { framework: F, criteria: { writing: value, unheard_of: value } },
    sections: { framework: F, sections: value },
    section: { framework: F, sections: { A: value } },
    unknown: { framework: F, sections: { Z: value } },
    descriptors: { framework: F, sections: { A: { descriptors: value } } },
    always: { framework: F, sections: { A: { descriptors: { A1: value } } } },
    sometimes: { framework: F, sections: { C: { descriptors: { C2: value } } } },
    elsewhere: { framework: F, sections: { A: { descriptors: { B1: value } } } },
    score: { framework: F, sections: { overall: { score: value } } },
    text: {
      framework: F,
      sections: { B: { descriptors: { B1: "no" }, score: 2, rationale: value, improvements: value } },
    },
    poem: { framework: F, sections: { B: { poem: value } } },
    more: { framework: F, more: value },
  });
  const inherited = Object.create({ A1: "yes" }, { A2: { value: "yes", enumerable: true } });
  const hidden = Object.defineProperty({}, "A1", { value: "yes" });
  const written = Object.defineProperty({ A1: "no" }, "toJSON", { value: () => ({ A1: "yes" }) });
  const values = [
    undefined,
    null,
    true,
    false,
    0,
    -0,
    1,
    2,
    3,
    4,
    5,
    9,
    -3,
    -2,
    15,
    16,
    25,
    26,
    127,
    128,
    200,
    255,
    256,
    1.5,
    1e300,
    NaN,
    Infinity,
    2n,
    "",
    " ",
    "\u0085",
    "\ufeff",
    "\u00a0\u3000",
    "–",
    "yes",
    "no",
    "not_applicable",
    "maybe",
    "draft",
    "final",
    "Draft",
    "met",
    "superb",
    "constructor",
    "__proto__",
    "2024-02-28",
    "2024-02-29",
    "2023-02-29",
    "2024-04-30",
    "2024-04-31",
    "2024-12-31",
    "0000-01-01",
    "2024-1-1",
    "\ud800",
    "x\udc00y",
    "\u{1f600}",
    "x".repeat(64),
    "x".repeat(65),
    "\u{1f600}".repeat(64),
    "x".repeat(20_000),
    "x".repeat(20_001),
    "\u{1f600}".repeat(20_000),
    F,
    [],
    ["yes"],
    {},
    { A1: "yes" },
    { A1: undefined, Z9: undefined },
    { toJSON: () => "yes" },
    new Date(0),
    new Map(),
    new String("yes"),
    new Number(2),
    () => 1,
    Symbol("1"),
    Object.create(null),
    inherited,
    hidden,
    written,
    { [Symbol("s")]: 1, A1: "yes" },
    new (class {
      A1 = "yes";
    })(),
    new Proxy({ A1: "yes" }, {}),
    {
      get A1() {
        throw new RangeError("no");
      },
    },
  ];
  let packed = 0;
  let tried = 0;
  for (const [number, value] of values.entries()) {
    for (const [place, review] of Object.entries(holding(value))) {
      packed += same(review, `value ${number}, a ${typeof value}, as ${place}`);
      tried += 1;
    }
  }
  assert.ok(packed > 100 && packed < tried - 100, `${packed} of ${tried} were packed`);
});

test("a review with much text is passed on as text, and refused where it is too large", () => {
  const ids = "A E B C D F G H1 H2 I J K overall".split(" ");
  const full = (letter) => {
    const text = letter.repeat(20_000);
    return {
      framework: F,
      sections: Object.fromEntries(ids.map((id) => [id, { strengths: text, improvements: text }])),
    };
  };
  const { A, B } = full("x").sections;
  assert.equal(same({ framework: F, sections: { A, B } }, "4 texts"), true);
  assert.equal(same(full("x"), "26 texts"), false);
  // As escapes of 6 bytes each, the letters come to more than 2,000,000 bytes.
  assert.equal(same(full("\u0001"), "26 texts of control characters"), false);
  assert.equal(outcome(() => engine.assess(full("\u0001"))).problems[0].code, "too_large");
});

test("a grading is the assessment without its reasons, in every module", () => {
  const alone = new grading.Engine();
  for (let seed = 1; seed <= RANDOM_REVIEWS; seed += 1) {
    const review = randomReview(seed);
    const { framework, plan, sections, findings } = engine.assess(review);
    const {
      criteria,
      cap,
      suggested,
      recorded,
      gate: { state, suggestion },
    } = plan;
    const expected = {
      framework,
      plan: { criteria, cap, suggested, recorded, gate: { state, suggestion } },
      sections: Object.fromEntries(sections.map(({ id, suggested }) => [id, suggested])),
      findings: findings.map(({ rule }) => rule),
    };
    assert.deepEqual(engine.grade(review), expected, `seed ${seed}`);
    assert.deepEqual(alone.grade(review), expected, `seed ${seed}, grading alone`);
    assert.deepEqual(alone.assess(review), engine.assess(review), `seed ${seed}`);
    assert.equal(JSON.stringify(engine.grade(review)), JSON.stringify(expected));
  }
});

test("gradings worked out by hand", () => {
  // Of 2 descriptors 1 is met: half, so 3. One administrative error leaves only 4. A recorded 3 goes to Annex B.
  const review = {
    framework: F,
    criteria: { no_admin_errors: "not_met" },
    sections: { C: { descriptors: { C1: "yes", C2: "no" } }, overall: { score: 3, rationale: "Errors." } },
  };
  const { plan, sections, findings } = engine.grade(review);
  assert.deepEqual(sections.C, { best: 3, worst: 3 });
  assert.deepEqual(plan.criteria, { best: 4, worst: 4 });
  assert.deepEqual(plan.suggested, { best: 4, worst: 4 });
  assert.equal(plan.recorded, 3);
  assert.deepEqual(plan.gate, { state: "not_to_be_issued", suggestion: "outside" });
  assert.ok(findings.includes("recorded-better-than-criteria"), findings.join());
});

test("the framework of another council is packed by its ids", () => {
  const framework = structuredClone(engine.framework);
  framework.id = "council-2026";
  const council = new Engine(framework);
  const review = { framework: "council-2026", sections: { C: { descriptors: { C1: "yes", C2: "yes" } } } };
  calls.length = 0;
  assert.deepEqual(council.grade(review).sections.C, { best: 2, worst: 2 });
  assert.ok(calls.includes("core_gradePacked"));
  assert.equal(outcome(() => council.grade({ framework: F })).problems[0].code, "wrong_framework");
});

test("each line of NDJSON has a grading or its problems, and no bad line stops the rest", () => {
  const good = { framework: F, sections: { C: { descriptors: { C1: "no", C2: "no" } } } };
  const lines = [
    JSON.stringify(good),
    "{",
    "",
    JSON.stringify({ framework: F, plan: { age: 99 }, sections: { A: { score: 0 } } }),
    "   ",
    "null",
    JSON.stringify(good),
  ];
  for (const end of ["\n", "\r\n"]) {
    const all = engine.gradeAll(lines.join(end) + end);
    assert.deepEqual(
      all.map(({ line }) => line),
      [1, 2, 4, 6, 7],
      "blank lines have no entry",
    );
    for (const at of [0, 4]) assert.deepEqual([all[at].grading, all[at].problems], [engine.grade(good), []]);
    assert.deepEqual([all[1].grading, all[1].problems.map(({ code }) => code)], [null, ["not_json"]]);
    assert.deepEqual(
      all[2].problems.map(({ pointer }) => pointer),
      ["/plan/age", "/sections/A/score"],
    );
    assert.deepEqual(
      all[3].problems.map(({ code }) => code),
      ["wrong_type"],
    );
  }
  assert.deepEqual(engine.gradeAll(""), []);
  assert.deepEqual(engine.gradeAll(`\ufeff${JSON.stringify(good)}`).length, 1);
  assert.deepEqual(new grading.Engine().gradeAll(JSON.stringify(good)), engine.gradeAll(JSON.stringify(good)));
});

test("a session writes its line, and records details", () => {
  const session = engine.open();
  session.answer("A1", "yes");
  session.detail("reference", "EHC-0412");
  session.detail("role", "Senior Case Officer");
  session.detail("id", "SCO-3");
  session.detail("date", "2025-03-14");
  session.level(2);
  const review = {
    framework: F,
    plan: { reference: "EHC-0412" },
    review: { level: 2, reviewer: { role: "Senior Case Officer", id: "SCO-3" }, date: "2025-03-14" },
    sections: { A: { descriptors: { A1: "yes" } } },
  };
  assert.deepEqual(session.review(), review);
  assert.equal(session.line(), engine.toLine(review));
  const refused = [
    [() => session.detail("reference", "x".repeat(65)), "/plan/reference", "too_long"],
    [() => session.detail("reference", 5), "/plan/reference", "wrong_type"],
    [() => session.detail("date", "2025-02-29"), "/review/date", "no_such_date"],
    [() => session.detail("name", "Jo"), "", "unknown_field"],
    [() => session.detail("constructor", "Jo"), "", "unknown_field"],
    [() => session.answer("A1", "constructor"), "/sections/A/descriptors/A1", "not_one_of"],
    [() => session.level(6), "/review/level", "out_of_range"],
    [() => session.level("x"), "/review/level", "wrong_type"],
    [() => session.score("A", 0), "/sections/A/score", "out_of_range"],
    [() => session.text("A", "rationale", 7), "/sections/A/rationale", "wrong_type"],
  ];
  for (const [edit, pointer, code] of refused) {
    const { problems } = outcome(edit);
    assert.deepEqual([problems[0].pointer, problems[0].code], [pointer, code], String(edit));
  }
  assert.deepEqual(session.review(), review);
  for (const field of ["reference", "role", "id", "date"]) session.detail(field, null);
  session.level(null);
  assert.deepEqual(session.review(), { framework: F, sections: { A: { descriptors: { A1: "yes" } } } });
  session.free();
});
