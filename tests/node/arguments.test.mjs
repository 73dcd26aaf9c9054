// Every function of the package is given a value of every type in the place of each argument. What it refuses has a
// code, and what others have open stays open.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as api from "../../wasm/dist/node.js";
import * as plans from "../../wasm/dist/plan-node.js";
import * as schemas from "../../wasm/dist/schema-node.js";
import * as service from "../../wasm/dist/service-node.js";

const F = "shropshire-2023";
const review = { framework: F, sections: { A: { descriptors: { A1: "yes" } } } };

before(() => Promise.all([api, schemas, service, plans].map(({ init }) => init())));

class Sealed {
  #framework = F;
  framework() {
    return this.#framework;
  }
}

const cyclic = {};
cyclic.self = cyclic;
const throwing = (error) => ({
  get framework() {
    throw error;
  },
});
const refusing = new Proxy(
  {},
  {
    get() {
      throw new Error("not here");
    },
    ownKeys() {
      throw new RangeError("nor here");
    },
  },
);

const VALUES = {
  undefined: undefined,
  null: null,
  true: true,
  zero: 0,
  number: 5,
  NaN,
  Infinity,
  bigint: 5n,
  symbol: Symbol("review"),
  empty: "",
  text: "x",
  "a lone surrogate": "\ud800",
  "a name of every object": "constructor",
  function: () => review,
  object: {},
  array: [],
  "an array of numbers": [1, 2],
  date: new Date(0),
  "no date": new Date(NaN),
  map: new Map([["framework", F]]),
  set: new Set([F]),
  promise: Promise.resolve(review),
  "an object of a class": new Sealed(),
  error: new Error("review"),
  bytes: new Uint8Array(3),
  "no prototype": Object.create(null),
  cyclic,
  "a getter that throws": throwing(new Error("the host's own")),
  "a getter that throws a RangeError": throwing(new RangeError("the host's own")),
  proxy: refusing,
  toJSON: {
    toJSON() {
      throw new RangeError("the host's own");
    },
  },
  valueOf: {
    valueOf() {
      throw new RangeError("the host's own");
    },
  },
};

/** The methods of an object of the package, but for those that end it. */
function methods(object) {
  const names = new Set();
  for (let at = Object.getPrototypeOf(object); at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof value === "function" && !["constructor", "call", "free"].includes(name)) names.add(name);
    }
  }
  return [...names];
}

/** Arguments of the right types, for the places that are not tried. */
const RIGHT = {
  lint: ["F", "Ann will have support.", {}],
  feedback: [review, { F: "Ann will have support." }, {}],
  planFeedback: [review, { blocks: [], sections: [] }, {}],
  pathTo: [review, 2],
  schema: ["review", undefined],
  threadSvg: [{ items: [] }, "thread"],
  whySampled: [{ purpose: "panel", period: "p", mode: "rate", plans: [] }, "x"],
  answer: ["A1", "yes"],
  score: ["A", 2],
  criterion: ["complies", "met"],
  context: ["year_group", 9],
  text: ["A", "strengths", "x"],
  detail: ["date", "2025-03-14"],
  edit: ["/sections/A/descriptors/A1", "yes", {}],
  html: ["2025", 5],
};

/** Calls a function with each value in the place of each argument, and returns what was thrown without a code. */
function uncoded(name, run, places) {
  const found = [];
  const right = RIGHT[name] ?? [];
  for (let place = 0; place < Math.max(places, right.length); place++) {
    for (const [kind, value] of Object.entries(VALUES)) {
      const given = right.slice();
      while (given.length < place) given.push(review);
      given[place] = value;
      try {
        run(...given);
      } catch (error) {
        const isCoded = error instanceof api.EhcpQaError || error instanceof service.EhcpQaError;
        if (!isCoded || error.code === "engine_crashed") found.push(`${name}, argument ${place}: ${kind}: ${error}`);
      }
    }
  }
  return found;
}

test("no argument of any type stops the engine or is refused without a code", () => {
  const [engine, other] = [new api.Engine(), new service.Engine()];
  const mine = engine.open(review);
  const counted = other.summary();
  counted.add({ review });
  const found = [];
  for (const object of [engine, engine.open(), other, other.summary()]) {
    for (const name of methods(object)) {
      found.push(...uncoded(name, (...given) => object[name](...given), object[name].length || 1));
    }
  }
  for (const Engine of [api.Engine, service.Engine])
    found.push(...uncoded("new", (...given) => new Engine(...given), 2));
  for (const [name, run] of Object.entries(plans)) {
    // `init` takes what `fetch` and `WebAssembly.compile` take.
    if (/^(read|comment)/.test(name)) found.push(...uncoded(name, run, 3));
  }
  for (const run of [schemas.schema, schemas.schemaNames]) found.push(...uncoded(run.name, run, 2));
  assert.deepEqual(found, []);
  assert.equal(mine.review().sections.A.descriptors.A1, "yes", "what was open is open");
  assert.equal(counted.plans, 1);
});

test("an argument of another type is named, and its value is not", () => {
  const engine = new api.Engine();
  assert.throws(
    () => engine.lint("F", 417),
    (error) => {
      assert.equal(error.code, "invalid_argument");
      assert.deepEqual(error.problems, [
        {
          pointer: "/text",
          code: "wrong_type",
          params: { expected: "text" },
          message: "The argument `text` must be text.",
        },
      ]);
      assert.doesNotMatch(error.message, /417/);
      return true;
    },
  );
});

test("what JSON has nothing of is refused where it stands, and not taken for an empty object", () => {
  const engine = new api.Engine();
  for (const foreign of [new Map([["A", {}]]), new Set(["A"]), Promise.resolve({}), new Sealed(), new WeakMap()]) {
    const [problem, ...others] = engine.check({ framework: F, sections: foreign });
    assert.deepEqual([problem.pointer, problem.code, others.length], ["/sections", "wrong_type", 0]);
    assert.throws(() => engine.lint("F", "Ann will have support.", foreign), { code: "invalid_context" });
  }
  assert.deepEqual(engine.check({ framework: F, sections: {} }), []);
  assert.deepEqual(engine.check({ framework: F, sections: Object.create(null) }), []);
});

test("an edit takes what a document takes, and nothing that looks like it", () => {
  for (const score of [true, false, "", [], [1], "2", new Date(1), { valueOf: () => 1 }, 0, 5, 1.5, NaN]) {
    const session = new api.Engine().open({ ...review, sections: { overall: { score: 4 } } });
    assert.throws(() => session.score("overall", score), { name: "EhcpQaError" }, String(score));
    assert.equal(session.review().sections.overall.score, 4);
  }
  for (const answer of ["constructor", "toString", "__proto__", "maybe", "", undefined, 1, true]) {
    const session = new api.Engine().open(review);
    assert.throws(() => session.answer("A1", answer), { name: "EhcpQaError" }, String(answer));
    assert.equal(session.review().sections.A.descriptors.A1, "yes");
  }
});
