// How the engine's file arrives: compiled while it does where its type allows that, and a plain error for each way in
// which a server does not send it.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./chromium.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };
const PAGE = `<!doctype html><html lang=en><title>Host</title><p data-ehcp-qa-out="problems"></p>`;
const wasm = await readFile(new URL("../../wasm/dist/ehcp_qa_grading_bg.wasm", import.meta.url));

/** What the server answers, by address. */
const ANSWERS = {
  "/page": (response) =>
    response.writeHead(200, { "content-type": "text/html", "content-security-policy": POLICY }).end(PAGE),
  "/streamed.wasm": (response) => response.writeHead(200, { "content-type": "application/wasm" }).end(wasm),
  "/octets.wasm": (response) => response.writeHead(200, { "content-type": "application/octet-stream" }).end(wasm),
  "/with-charset.wasm": (response) =>
    response.writeHead(200, { "content-type": "application/wasm; charset=utf-8" }).end(wasm),
  "/no-type.wasm": (response) => response.writeHead(200).end(wasm),
  "/fallback.wasm": (response) => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PAGE),
  "/page-as-wasm.wasm": (response) => response.writeHead(200, { "content-type": "application/wasm" }).end(PAGE),
  "/forbidden.wasm": (response) => response.writeHead(403, { "content-type": "text/html" }).end(PAGE),
  "/broken.wasm": (response) => breakOff(response, "application/wasm"),
  "/broken-octets.wasm": (response) => breakOff(response, "application/octet-stream"),
};

/** Sends half of the file, and ends the connection. */
function breakOff(response, type) {
  response.writeHead(200, { "content-type": type, "content-length": wasm.length });
  response.write(wasm.subarray(0, wasm.length / 2), () => setTimeout(() => response.destroy(), 50));
}

let browser;
let server;
let origin;
let requests = [];

before(async () => {
  browser = await launch();
  server = createServer(async ({ url }, response) => {
    requests.push(url);
    if (url in ANSWERS) ANSWERS[url](response);
    else if (url.startsWith("/dist/")) {
      const body = await readFile(new URL(`../../wasm${url}`, import.meta.url)).catch(() => undefined);
      if (body === undefined) response.writeHead(404).end();
      else response.writeHead(200, { "content-type": TYPES[extname(url)] }).end(body);
    } else response.writeHead(204).end();
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${server.address().port}`;
});

after(async () => {
  await browser?.close();
  await new Promise((closed) => server?.close(closed));
});

/** Runs a function in a fresh page. It fails if the page has an error that nobody handles. */
async function inPage(run, argument) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${origin}/page`);
    requests = [];
    const result = await page.evaluate(run, argument);
    assert.deepEqual(errors, []);
    return result;
  } finally {
    await context.close();
  }
}

/** Starts the engine from addresses, one after the other: how each is compiled, or the error. */
const start = (...addresses) =>
  inPage(async (addresses) => {
    const { compile, compileStreaming } = WebAssembly;
    let ways = [];
    const noting =
      (way, call) =>
      (...given) => {
        ways.push(way);
        return call(...given);
      };
    WebAssembly.compile = noting("bytes", compile);
    WebAssembly.compileStreaming = noting("stream", compileStreaming);
    const { Engine, init } = await import("/dist/grading.js");
    const results = [];
    for (const address of addresses) {
      ways = [];
      const failed = await init(address).then(
        () => undefined,
        (error) => `${error.name} ${error.code}: ${error.message}`,
      );
      results.push(failed ?? `${ways.join()}: ${new Engine().framework.id}`);
    }
    return results;
  }, addresses);

test("a file with the type of WebAssembly is compiled while it arrives, in one request", async () => {
  assert.deepEqual(await start("/streamed.wasm"), ["stream: shropshire-2023"]);
  assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1);
});

test("a file with any other type, or none, is compiled from its bytes, in one request", async () => {
  for (const address of ["/octets.wasm", "/with-charset.wasm", "/no-type.wasm"]) {
    assert.deepEqual(await start(address), ["bytes: shropshire-2023"], address);
    assert.equal(requests.filter((url) => url.endsWith(".wasm")).length, 1);
  }
});

test("a page in place of the file, a refusal and a download that breaks off are plain errors", async () => {
  const brokenOff = "EhcpQaError wasm_not_found: The download of the engine's .wasm file broke off: try again.";
  assert.deepEqual(
    await start(
      "/fallback.wasm",
      "/page-as-wasm.wasm",
      "/forbidden.wasm",
      "/broken.wasm",
      "/broken-octets.wasm",
      "/streamed.wasm",
    ),
    [
      "EhcpQaError wasm_invalid: The engine's .wasm file is not WebAssembly. " +
        "The server answered with a page: put the file where the package's modules are.",
      "EhcpQaError wasm_invalid: The engine's .wasm file is not WebAssembly.",
      "EhcpQaError wasm_not_found: The engine's .wasm file was not found: the server answered 403.",
      brokenOff,
      brokenOff,
      "stream: shropshire-2023",
    ],
    "after each failure the engine can be started again",
  );
});

test("a form shows a download that breaks off in its place for problems, and can be bound again", async () => {
  const [failed, shown, bound] = await inPage(async () => {
    const { attach } = await import("/dist/form.js");
    const failed = await attach(document.body, { modules: { grading: "/broken.wasm" } }).catch(({ code }) => code);
    const shown = document.querySelector("p").textContent;
    const { detail } = await attach(document.body, { modules: { grading: "/streamed.wasm" } });
    return [failed, shown, detail.assessment.framework];
  });
  assert.deepEqual(
    [failed, shown, bound],
    ["wasm_not_found", "The download of the engine's .wasm file broke off: try again.", "shropshire-2023"],
  );
});
