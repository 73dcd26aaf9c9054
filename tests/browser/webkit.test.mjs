// The same package in WebKit, as WebKitGTK has it. EHCP_QA_WEBKIT names its driver, WebKitWebDriver, which opens
// WebKit's MiniBrowser on the display of the machine; `xvfb-run` gives one to a machine without.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { CASE_PAGE, caseFiles } from "./case-page.mjs";
import { ELEMENTS, hostPage, NO_WASM } from "./host-page.mjs";
import { serve } from "./server.mjs";

const REVIEW = `<form><ehcp-qa-review name="review"></ehcp-qa-review><ehcp-qa-panel></ehcp-qa-panel></form>${ELEMENTS}`;

const { EHCP_QA_WEBKIT: program } = process.env;
const options = { skip: !program && "EHCP_QA_WEBKIT names no WebKitWebDriver" };
let driver;
let session;
let server;

/** A port that is free. */
async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

/** Sends a command of the WebDriver protocol, and returns its value. */
async function send(address, method, body) {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

before(async () => {
  if (options.skip) return;
  const port = await freePort();
  const command =
    process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? [program] : ["xvfb-run", "--auto-servernum", program];
  driver = spawn(command[0], [...command.slice(1), `--port=${port}`], { detached: true, stdio: "ignore" });
  const address = `http://127.0.0.1:${port}`;
  await answered(`${address}/status`);
  const { sessionId } = await send(`${address}/session`, "POST", { capabilities: {} });
  session = `${address}/session/${sessionId}`;
  server = await serve({
    ...(await caseFiles()),
    "/review": hostPage(REVIEW),
    "/blocked": hostPage(REVIEW, { policy: NO_WASM }),
  });
});

after(async () => {
  if (session) await send(session, "DELETE");
  // The driver may be a child of xvfb-run: all of the group.
  if (driver) process.kill(-driver.pid);
  await server?.close();
});

/** Resolves once the driver listens. */
async function answered(address) {
  for (;;) {
    try {
      return await send(address, "GET");
    } catch (error) {
      if (driver.exitCode !== null) throw error;
    }
  }
}

/** The value of an expression in the page, once it is one. */
async function value(expression) {
  const script = `const done = arguments[0];
    const evaluate = () => { try { return ${expression}; } catch { return null; } };
    const settle = () => { const value = evaluate(); if (value) done(value); else requestAnimationFrame(settle); };
    settle();`;
  return send(`${session}/execute/async`, "POST", { script, args: [] });
}

/** In the page: what stands in an element of the package. */
const inside = (element, selector) =>
  `document.querySelector(${JSON.stringify(element)}).shadowRoot.querySelector(${JSON.stringify(selector)})`;

const open = (path) => send(`${session}/url`, "POST", { url: server.origin + path });

test("WebKit: a review is filled in, handed to its form and reset with it", options, async () => {
  await open("/review");
  const grade = `${inside("ehcp-qa-panel", ".eqa-grade")}.textContent`;
  assert.equal(await value(grade), "1 Outstanding to 4 Inadequate");
  const radio = await value(
    inside("ehcp-qa-review", '[data-pointer="/criteria/no_admin_errors"] input[value="not_met"]'),
  );
  await send(`${session}/element/${Object.values(radio)[0]}/click`, "POST", {});
  assert.equal(await value(grade), "4 Inadequate", "every better grade requires that there are none");
  assert.deepEqual(JSON.parse(await value(`new FormData(document.querySelector("form")).get("review")`)), {
    framework: "shropshire-2023",
    criteria: { no_admin_errors: "not_met" },
  });
  await value(`(document.querySelector("form").reset(), true)`);
  assert.equal(await value(grade), "1 Outstanding to 4 Inadequate");
});

test("WebKit: a case-management page is bound", options, async () => {
  await open(CASE_PAGE);
  await value("window.binding !== undefined");
  const chosen = ["rbl1_0", "rbl2_0", "rbl3_1", "rbl4_1", "rbl5_1"].map(
    (id) => `document.getElementById("${id}").click()`,
  );
  await value(`(${chosen.join(", ")}, true)`);
  const suggested = `document.querySelector('[data-ehcp-qa-out="A.suggested"]').textContent`;
  assert.equal(await value(suggested), "4 Inadequate", "2 of 5 are fewer than half");
});

test("WebKit: a page that forbids WebAssembly is given an error", options, async () => {
  await open("/blocked");
  assert.equal(
    await value(`${inside("ehcp-qa-review", '[role="alert"]')}.textContent`),
    "This page's Content-Security-Policy does not allow WebAssembly: add 'wasm-unsafe-eval' to its script-src.",
  );
});
