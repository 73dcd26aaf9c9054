// One version: of the package, of the engine in each entry and its receipts, and of the command line.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { run } from "../frameworks/command-line.mjs";

const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");
const { version } = JSON.parse(await read("wasm/package.json"));

test("the package has the version of the workspace", async () => {
  const [, written] = /\[workspace\.package\]\nversion = "([^"]+)"/.exec(await read("Cargo.toml"));
  assert.equal(version, written);
  assert.match(version, /^\d+\.\d+\.\d+$/);
});

for (const entry of ["node", "plan-node", "service-node"]) {
  test(`the engine of ${entry} and its receipt have the version of the package`, async () => {
    const { Engine, init } = await import(`../../wasm/dist/${entry}.js`);
    await init();
    const engine = new Engine();
    assert.equal(engine.version, version);
    assert.equal(engine.assess({ framework: "shropshire-2023" }).receipt.engine, version);
  });
}

test("an engine of another framework has a version too", async () => {
  const { Engine, init } = await import("../../wasm/dist/node.js");
  await init();
  for (const id of ["example-ten-points", "example-checklist"]) {
    assert.equal(new Engine(await read(`core/frameworks/${id}.json`)).version, version);
  }
});

test("the command line and its receipt have the version of the package", () => {
  assert.equal(run(["--version"]).trim(), `ehcp-qa ${version}`);
  const printed = run(["assess", "--format", "json", "-"], JSON.stringify({ framework: "shropshire-2023" }));
  assert.equal(JSON.parse(printed).receipt.engine, version);
});
