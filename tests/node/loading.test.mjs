// Where the engine's file comes from in Node, and plain errors where it cannot be had.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const dist = fileURLToPath(new URL("../../wasm/dist", import.meta.url));
/** Runs a module in a process of its own, and returns what it prints. */
const run = (script) =>
  execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" }).trim();
const report = `(error) => console.log(error.name, error.code, error.message)`;
const entry = (name, folder = dist) => JSON.stringify(pathToFileURL(join(folder, `${name}.js`)).href);

for (const name of ["index", "grading", "plan", "schema", "service", "sheet"]) {
  test(`${name}, an entry for pages, names the one for Node`, () => {
    const printed = run(`const { init } = await import(${entry(name)});
      await init().catch(${report});
      await init().catch(${report});`);
    const line =
      "EhcpQaError wasm_not_found The engine's .wasm file cannot be fetched from a folder. Import ehcp-qa/node in " +
      "Node and ehcp-qa/inline in a page that is opened as a file, or give init() the bytes.";
    assert.equal(printed, `${line}\n${line}`);
  });
}

test("in Node a missing file is an error of this package, and init can be tried again", () => {
  const folder = mkdtempSync(join(tmpdir(), "ehcp-qa-"));
  try {
    for (const name of readdirSync(dist)) {
      if (/\.(js|cjs)$/.test(name)) cpSync(join(dist, name), join(folder, name));
    }
    cpSync(join(dist, "../package.json"), join(folder, "package.json"));
    const line =
      "EhcpQaError wasm_not_found The engine's .wasm file was not found beside the package's modules: leave ehcp-qa " +
      "out of the bundle, or give init() the bytes.";
    for (const [name, bytes] of [
      ["node", "ehcp_qa_bg.wasm"],
      ["service-node", "ehcp_qa_service_bg.wasm"],
    ]) {
      const printed = run(`import { readFileSync } from "node:fs";
        const { Engine, init } = await import(${entry(name, folder)});
        // A promise that is rejected, and nothing thrown.
        await init().catch(${report});
        await init(readFileSync(${JSON.stringify(join(dist, bytes))}));
        console.log(new Engine().framework.id);`);
      assert.equal(printed, `${line}\nshropshire-2023`, name);
    }
    const sync = run(`const { initSync } = await import(${entry("node", folder)});
      try { initSync(); } catch (error) { (${report})(error); }`);
    assert.equal(sync, line);
    const required = run(`import { createRequire } from "node:module";
      const { init } = createRequire(import.meta.url)(${JSON.stringify(join(folder, "node.cjs"))});
      await init().catch(${report});`);
    assert.equal(required, line);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

for (const name of ["index", "grading", "plan", "plan-node", "schema", "service", "sheet", "inline", "node"]) {
  test(`${name}: without WebAssembly there is a plain error`, () => {
    const printed = run(`delete globalThis.WebAssembly;
      const { init } = await import(${entry(name)});
      await init().catch(${report});`);
    assert.equal(
      printed,
      "EhcpQaError wasm_unsupported This browser does not run WebAssembly, which Edge's enhanced security mode and " +
        "Apple's Lockdown Mode switch off. Ask your IT desk to exempt this site.",
    );
  });
}

test("a response is compiled while it arrives where its type allows that, and read once", () => {
  const each = ["application/wasm", "application/wasm; charset=utf-8", "text/plain"];
  const ways = each.map((type) =>
    run(`import { readFileSync } from "node:fs";
      const bytes = readFileSync(${JSON.stringify(join(dist, "ehcp_qa_bg.wasm"))});
      const { compile, compileStreaming } = WebAssembly;
      const ways = [];
      // Node compiles small modules of its own.
      const isEngine = (source) => source.byteLength === bytes.byteLength;
      WebAssembly.compile = (source) => (isEngine(source) && ways.push("bytes"), compile(source));
      WebAssembly.compileStreaming = (source) => (ways.push("stream"), compileStreaming(source));
      const { Engine, init } = await import(${entry("node")});
      await init(new Response(bytes, { headers: { "content-type": ${JSON.stringify(type)} } }));
      new Engine();
      console.log(ways.join());`),
  );
  assert.deepEqual(ways, ["stream", "bytes", "bytes"]);
});

test("a response that is no WebAssembly, was read before or refuses to stream", () => {
  const printed = run(`import { readFileSync } from "node:fs";
    const bytes = readFileSync(${JSON.stringify(join(dist, "ehcp_qa_bg.wasm"))});
    const { init } = await import(${entry("node")});
    const headers = { "content-type": "application/wasm" };
    await init(new Response("<!doctype html>", { headers })).catch(${report});
    const html = { "content-type": "text/html; charset=utf-8" };
    await init(new Response("<!doctype html>", { headers: html })).catch(${report});
    const read = new Response(bytes);
    await read.arrayBuffer();
    await init(read).catch(${report});
    WebAssembly.compileStreaming = () => Promise.reject(new TypeError("not streamed"));
    await init(new Response(bytes, { headers }));
    console.log("started");`);
  assert.deepEqual(printed.split("\n"), [
    "EhcpQaError wasm_invalid The engine's .wasm file is not WebAssembly.",
    "EhcpQaError wasm_invalid The engine's .wasm file is not WebAssembly. The server answered with a page: put the " +
      "file where the package's modules are.",
    "EhcpQaError wasm_not_found The response with the engine's .wasm file has been read before.",
    "started",
  ]);
});
