// The same bytes from the native engine and from WebAssembly in Node.

import assert from "node:assert/strict";
import test from "node:test";
import { Engine, init } from "../../wasm/dist/node.js";
import { line, native } from "../native/run.mjs";
import { broken, texts } from "../native/texts.mjs";
import { differences } from "../vectors/check.mjs";
import { vectors } from "../vectors/files.mjs";

await init();
const engine = new Engine();

test("the vectors have the results worked out by hand", () => {
  let expectations = 0;
  for (const vector of vectors) {
    const pathTo = (score) => engine.pathTo(vector.review, score);
    assert.deepEqual(differences(vector, engine.assess(vector.review), { pathTo }), []);
    expectations += Object.keys(vector.expect).length;
  }
  assert.deepEqual([vectors.length, expectations], [18, 63]);
});

test("native and WebAssembly give the same bytes", () => {
  const all = texts(500);
  const expected = native(all);
  assert.equal(expected.length, all.length);
  for (const [index, text] of all.entries()) assert.equal(line(engine, text), expected[index], `document ${index}`);
  const refused = expected.filter((result) => result.startsWith('{"problems"'));
  // The last broken document is fine but for its odd characters.
  assert.equal(refused.length, broken.length - 1);
});

test("an object and its JSON text come to the same", () => {
  for (const { review } of vectors) {
    assert.deepEqual(engine.assess(review), engine.assess(JSON.stringify(review)));
  }
});
