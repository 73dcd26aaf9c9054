// The conformance kit through WebAssembly in Node.

import assert from "node:assert/strict";
import test from "node:test";
import { Engine, init } from "../../wasm/dist/node.js";
import { run } from "../vectors/check.mjs";
import { frameworkOf, KITS, kitOf } from "../vectors/files.mjs";

await init();

for (const id of KITS) {
  test(`${id}: every case of the kit`, () => {
    const { framework, cases } = kitOf(id);
    const engine = new Engine(frameworkOf(id));
    assert.equal(engine.assess({ framework: id }).receipt.framework.sha256, framework.sha256);
    const found = cases.flatMap((vector) => run(engine, vector));
    assert.equal(found.length, 0, found.slice(0, 10).join("\n"));
  });
}
