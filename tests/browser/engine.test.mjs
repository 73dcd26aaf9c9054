// The package in a real browser: the same bytes as the native engine, and plain errors where a host
// page stands in the way.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { native } from "../native/run.mjs";
import { texts } from "../native/texts.mjs";
import { launch } from "./chromium.mjs";
import { hostPage, NO_CONNECT, NO_WASM } from "./host-page.mjs";
import { serve } from "./server.mjs";

const page = (options) => hostPage("<p>A host page</p>", options);
const wasm = await readFile(new URL("../../wasm/dist/ehcp_qa_bg.wasm", import.meta.url));

const documents = texts(200);
/** The results of the native engine, for all entries. */
let expected;
let browser;
let server;

before(async () => {
  expected = native(documents);
  browser = await launch();
  server = await serve({
    "/strict": page(),
    "/no-wasm": page({ policy: NO_WASM }),
    "/no-connect": page({ policy: NO_CONNECT }),
    "/as-text.wasm": { type: "text/plain", body: wasm },
  });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Runs a function in a page with one of the package's entries, `ehcp`, as its argument. */
async function inPage(path, entry, run, argument) {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const errors = [];
    tab.on("pageerror", (error) => errors.push(String(error)));
    await tab.goto(server.origin + path);
    const source = `async ([entry, argument]) => (${run})(await import(entry), argument)`;
    const result = await tab.evaluate(`(${source})(${JSON.stringify([`/wasm/dist/${entry}.js`, argument ?? null])})`);
    assert.deepEqual(errors, []);
    return result;
  } finally {
    await context.close();
  }
}

const lines = `async ({ Engine, init }, texts) => {
  await init();
  const engine = new Engine();
  return texts.map((text) => {
    const problems = engine.check(text);
    if (problems.length > 0) return '{"problems":' + JSON.stringify(problems) + "}";
    const [assessment, line] = [engine.assess(text), engine.toLine(text)].map((value) => JSON.stringify(value));
    return '{"assessment":' + assessment + ',"line":' + line + "}";
  });
}`;

for (const [entry, path] of [
  ["index", "/strict"],
  ["grading", "/strict"],
  ["inline", "/no-connect"],
]) {
  test(`${entry}: the same bytes as the native engine, under a strict policy`, async () => {
    const found = await inPage(path, entry, lines, documents);
    assert.equal(found.length, expected.length);
    for (const [index, line] of found.entries()) assert.equal(line, expected[index], `document ${index}`);
  });
}

const failing = `async ({ init }, source) => {
  const reported = ({ code, message }) => code + ": " + message;
  return init(source ?? undefined).then(() => "started", reported);
}`;

test("the error under a policy without 'wasm-unsafe-eval' names it", async () => {
  assert.equal(
    await inPage("/no-wasm", "index", failing),
    "wasm_blocked: This page's Content-Security-Policy does not allow WebAssembly: " +
      "add 'wasm-unsafe-eval' to its script-src.",
  );
});

test("the error of a missing file names it, and any content type will do", async () => {
  assert.equal(
    await inPage("/strict", "index", failing, "/wasm/dist/missing.wasm"),
    "wasm_not_found: The engine's .wasm file was not found: the server answered 404.",
  );
  assert.equal(await inPage("/strict", "index", failing, "/as-text.wasm"), "started");
});

test("only the files of the package are requested, and nothing is stored", async () => {
  server.requests.length = 0;
  const stored = await inPage(
    "/strict",
    "index",
    `async ({ Engine, init }) => {
    await init();
    const session = new Engine().open();
    session.answer("A1", "yes");
    session.text("A", "rationale", "Thorough.");
    session.assessment();
    return [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length];
  }`,
  );
  assert.deepEqual(stored, [0, 0, "", 0]);
  const others = server.requests.filter(
    (path) => path !== "/strict" && path !== "/favicon.ico" && !path.startsWith("/wasm/dist/"),
  );
  assert.deepEqual(others, []);
});
