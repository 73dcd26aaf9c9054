// The packed package in the hands of those who use it. Each of them grades the same review.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build, createLogger } from "vite";
import webpack from "webpack";
import { launch } from "../browser/chromium.mjs";
import { startHosts } from "../browser/hosts.mjs";
import { freshFolder, install, pack } from "./pack.mjs";

// One of the two descriptors of C is met: half, and so 3. With errors of administration a plan is 4, whatever
// the answers that are still missing.
const RESULT = "C 3 to 3, plan 4 to 4";

const { resolve } = createRequire(import.meta.url);

let folder;
let tarball;

before(() => {
  folder = freshFolder();
  tarball = pack(folder);
});

after(() => rmSync(folder, { recursive: true, force: true }));

/** Serves a folder, opens its page, and waits until it shows the result of the review. */
async function open(root, look = () => {}) {
  const hosts = await startHosts({}, {}, root);
  try {
    await hosts.open("/index.html", async (page) => {
      await page.locator("#result:not(:empty)").waitFor();
      assert.equal(await page.locator("#result").textContent(), RESULT);
      await look(page);
    });
    return hosts.requests.filter((request) => request.endsWith(".wasm"));
  } finally {
    await hosts.close();
  }
}

test("Vite bundles a page", async () => {
  const root = install(tarball, folder, "vite");
  const said = [];
  const customLogger = {
    ...createLogger("warn"),
    warn: (text) => said.push(text),
    warnOnce: (text) => said.push(text),
  };
  await build({ root, configFile: false, logLevel: "warn", customLogger });
  assert.deepEqual(said, []);
  const fetched = await open(join(root, "dist"));
  assert.equal(fetched.length, 1, fetched.join());
});

test("webpack bundles a page with elements", async () => {
  const context = install(tarball, folder, "webpack");
  const stats = await new Promise((resolve, reject) => {
    const output = { path: join(context, "dist") };
    // It would warn of any file of more than 244 kB, of which the .wasm is one.
    webpack(
      { context, mode: "production", entry: "./main.js", output, performance: { hints: false } },
      (error, stats) => (error ? reject(error) : resolve(stats)),
    );
  });
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  assert.deepEqual([errors, warnings], [[], []]);
  const fetched = await open(context, (page) => page.locator("ehcp-qa-review .eqa-body").waitFor());
  assert.equal(fetched.length, 1, `one module serves both: ${fetched.join()}`);
});

test("a page without modules is opened from its folder", async () => {
  const root = install(tarball, folder, "plain");
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const asked = [];
    const wrong = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    await page.goto(pathToFileURL(join(root, "index.html")).href);
    await page.locator("#result:not(:empty)").waitFor();
    assert.equal(await page.locator("#result").textContent(), RESULT);
    const files = ["index.html", "node_modules/ehcp-qa/dist/ehcp-qa.global.js", "main.js"];
    assert.deepEqual(
      asked,
      files.map((file) => pathToFileURL(join(root, file)).href),
    );
    assert.deepEqual(wrong, []);
  } finally {
    await browser.close();
  }
});

/** Runs Node in a folder, and returns all that it prints. */
function node(cwd, ...arguments_) {
  const { status, stdout, stderr } = spawnSync(process.execPath, arguments_, { cwd, encoding: "utf8" });
  return { status, printed: stdout + stderr };
}

test("Node imports and requires it", () => {
  const root = install(tarball, folder, "node");
  for (const file of ["main.mjs", "main.cjs"]) {
    assert.deepEqual(node(root, file), { status: 0, printed: `${RESULT}\n` }, file);
  }
});

test("TypeScript checks hosts and the types themselves, and compiles", () => {
  const root = install(tarball, folder, "typescript");
  const tsc = resolve("typescript/bin/tsc");
  const types = ["--types", "node", "--typeRoots", dirname(dirname(resolve("@types/node/package.json")))];
  assert.deepEqual(node(root, tsc, "--project", "tsconfig.page.json"), { status: 0, printed: "" });
  assert.deepEqual(node(root, tsc, "--project", "tsconfig.node.json", ...types), { status: 0, printed: "" });
  for (const file of ["out/host.mjs", "out/host.cjs"]) {
    assert.deepEqual(node(root, file), { status: 0, printed: `${RESULT}\n` }, file);
  }
});
