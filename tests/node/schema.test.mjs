// The schemas of `ehcp-qa/schema` are those that the command line prints, name by name, under each framework.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Engine, init as initEngine } from "../../wasm/dist/node.js";
import { init, schema, schemaNames } from "../../wasm/dist/schema-node.js";
import { linesOf, run } from "../frameworks/command-line.mjs";

await Promise.all([init(), initEngine()]);

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path) => readFileSync(file(path), "utf8");

/** Frameworks, each with what it has no documents of. */
const FRAMEWORKS = {
  "core/frameworks/example-ten-points.json": ["case", "sample-request", "family-feedback"],
  "core/frameworks/example-checklist.json": ["case", "sample-request", "family-feedback"],
  "core/tests/small-framework.json": [],
  "tests/frameworks/green-amber-red.json": ["case", "sample-request", "family-feedback"],
};

const WRITTEN = [
  ...["framework", "review", "lexicon", "learned-weights", "messages", "wording-context", "section-choices"],
  ...["plan-context", "new-comment", "advice-document", "advice-context"],
  ...["advice-questions", "coverage-choices"],
  ...["thread-plan", "timescales", "case", "sample-request", "agreement"],
  ...["summary-record", "family-feedback", "sheet-map"],
];

for (const [path, missing] of Object.entries(FRAMEWORKS)) {
  test(`under ${path} they are those of the command line`, () => {
    const framework = read(path);
    const names = schemaNames(framework);
    assert.deepEqual(
      names,
      WRITTEN.filter((name) => !missing.includes(name)),
    );
    const args = ["schema", "--framework", file(path)];
    assert.deepEqual(linesOf(run([...args, "--list"])), names);
    for (const name of names) assert.deepEqual(schema(name, framework), JSON.parse(run([...args, name])), name);
  });
}

test("under the built-in framework, given as a file or not, they are those that are committed", () => {
  const path = "core/frameworks/shropshire-2023.json";
  const framework = read(path);
  assert.deepEqual(schemaNames(), WRITTEN);
  for (const name of WRITTEN) {
    const committed = JSON.parse(read(`schema/${name}.schema.json`));
    assert.deepEqual(schema(name), committed, name);
    assert.deepEqual(schema(name, framework), committed, name);
    assert.deepEqual(JSON.parse(run(["schema", "--framework", file(path), name])), committed, name);
  }
});

test("an editor completes ids by them, and shows what each stands for", () => {
  const { properties } = schema("review", JSON.parse(read("core/tests/small-framework.json")));
  assert.equal(properties.framework.const, "riverside-2025");
  assert.equal(properties.sections.properties.N.title, "Part N: Needs");
  assert.equal(properties.sections.properties.N.properties.descriptors.properties.N1.description, "Needs are listed.");
});

test("a validator refuses by them what the engine refuses", () => {
  const framework = read("core/tests/small-framework.json");
  const engine = new Engine(framework);
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  addFormats(ajv);
  const validate = ajv.compile(schema("review", framework));
  for (const [sections, isFine] of [
    [{ N: { descriptors: { N1: "yes" } } }, true],
    [{ N: { descriptors: { N1: "perhaps" } } }, false],
    [{ Q: {} }, false],
  ]) {
    const review = { framework: "riverside-2025", sections };
    assert.equal(validate(review), isFine, JSON.stringify(review));
    assert.equal(engine.check(review).length === 0, isFine, JSON.stringify(review));
  }
});

test("a name that there is not is refused, and not repeated", () => {
  for (const name of ["revue", "", "assessment", "constructor", "review.schema.json"]) {
    assert.throws(
      () => schema(name),
      (error) => {
        assert.deepEqual([error.name, error.code], ["EhcpQaError", "invalid_argument"]);
        assert.equal(error.message, `There is no schema of this name. There are: ${WRITTEN.join(", ")}.`);
        return true;
      },
    );
  }
});

test("a framework that is at fault is refused with every problem, and the module goes on", () => {
  for (const refused of [() => schema("review", "{}"), () => schemaNames({ id: "ours" })]) {
    assert.throws(refused, (error) => error.code === "invalid_framework" && error.problems.length > 1);
  }
  assert.equal(schema("review").title, "A review of one plan");
});
