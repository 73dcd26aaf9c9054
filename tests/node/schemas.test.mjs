// The committed schemas under Ajv, the validator that JavaScript developers use.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Engine, init } from "../../wasm/dist/node.js";
import { randomReview } from "../reference/random-review.mjs";
import { vectors } from "../vectors/files.mjs";

await init();
const engine = new Engine();
const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false, strictRequired: false });
addFormats(ajv);

const schemas = Object.fromEntries(
  [
    "framework",
    "review",
    "assessment",
    "lexicon",
    "wording-context",
    "lint",
    "plan-document",
    "section-choices",
    "advice-document",
    "advice-context",
    "advice-questions",
    "coverage-choices",
    "advice-check",
    "coverage",
    "thread-plan",
    "thread",
    "timescales",
    "deadlines",
    "feedback",
    "feedback-check",
    "case",
    "case-status",
    "sample-request",
    "sample",
    "sample-why",
    "agreement",
    "agreement-figures",
    "summary-record",
    "family-feedback",
    "summary",
    "report",
    "learning",
  ].map((name) => {
    const schema = JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), "utf8"));
    return [name, { schema, validate: ajv.compile(schema) }];
  }),
);

function accepts(name, document, what) {
  const { validate } = schemas[name];
  assert.ok(validate(document), `${what}: ${ajv.errorsText(validate.errors)}`);
}

test("every schema has an id, a title and examples that validate", () => {
  for (const [name, { schema }] of Object.entries(schemas)) {
    assert.equal(schema.$id, `urn:ehcp-qa:schema:${name}:1`);
    assert.ok(schema.title.length > 0 && schema.examples.length > 0, name);
    for (const example of schema.examples) accepts(name, example, `example of ${name}`);
  }
});

test("the built-in framework is valid", () => accepts("framework", engine.framework, "built-in framework"));

test("the built-in lexicon and its findings are valid", () => {
  accepts("lexicon", engine.lexicon, "built-in lexicon");
  const texts = ["", "Regular support as required.", "By July 2027, Jo will be able to read.", "K1 Report 12/05/2024"];
  for (const { id } of engine.framework.wording.sections) {
    for (const text of texts) accepts("lint", engine.lint(id, text, { stage: "final" }), `${id}: ${text}`);
  }
});

test("reviews and their assessments are valid", () => {
  const samples = new URL("../../js-demo/samples/", import.meta.url);
  const files = readdirSync(samples).filter((file) => file.endsWith(".json"));
  assert.equal(files.length, 3);
  const reviews = [
    ...vectors.map(({ review }) => review),
    ...Array.from({ length: 300 }, (_, seed) => randomReview(seed + 1)),
    ...files.map((file) => JSON.parse(readFileSync(new URL(file, samples), "utf8"))),
  ];
  for (const review of reviews) {
    accepts("review", review, JSON.stringify(review).slice(0, 80));
    accepts("review", engine.fromLine(engine.toLine(review)), "a restored review");
    accepts("assessment", engine.assess(review), "an assessment");
  }
});

test("the schema of a review refuses documents that the engine refuses", () => {
  const framework = "shropshire-2023";
  const refused = [
    {},
    { framework: "another" },
    { framework, unknown: 1 },
    { framework, plan: { stage: "Draft" } },
    { framework, plan: { year_group: 16 } },
    { framework, plan: { age: 2.5 } },
    { framework, plan: { reference: "x".repeat(65) } },
    { framework, review: { level: 6 } },
    { framework, review: { date: "2023-02-29" } },
    { framework, criteria: { complies: "mostly_well_written" } },
    { framework, criteria: { unheard_of: "met" } },
    { framework, sections: { L: {} } },
    { framework, sections: { A: { score: 0 } } },
    { framework, sections: { A: { descriptors: { B1: "yes" } } } },
    { framework, sections: { A: { descriptors: { A1: "not_applicable" } } } },
    { framework, sections: { A: { rationale: "😀".repeat(20_001) } } },
  ];
  for (const review of refused) {
    assert.equal(schemas.review.validate(review), false, JSON.stringify(review).slice(0, 80));
    assert.notEqual(engine.check(review).length, 0, JSON.stringify(review).slice(0, 80));
  }
  const accepted = [
    { framework, plan: null, sections: { C: { descriptors: { C2: "not_applicable", C1: null } } } },
    { framework, plan: { year_group: -2, age: 25 }, sections: { A: { score: 2.0 }, B: null } },
  ];
  for (const review of accepted) {
    accepts("review", review, JSON.stringify(review));
    assert.deepEqual(engine.check(review), []);
  }
});
