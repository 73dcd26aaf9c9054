// The same package in Firefox: the ways in, a hostile style sheet, a refusal. EHCP_QA_FIREFOX names the program.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { CASE_PAGE, caseFiles } from "./case-page.mjs";
import { ELEMENTS, hostPage, NO_WASM } from "./host-page.mjs";
import { serve } from "./server.mjs";

const page = (options) =>
  hostPage(`<form><ehcp-qa-review name="review"></ehcp-qa-review><ehcp-qa-panel></ehcp-qa-panel></form>${ELEMENTS}`, {
    head: `<link rel="stylesheet" href="/tests/browser/case-page/host.css">`,
    ...options,
  });

const { EHCP_QA_FIREFOX: executablePath } = process.env;
const options = { skip: !executablePath && "EHCP_QA_FIREFOX names no Firefox; cargo xtask test --all sets it" };
let browser;
let server;

before(async () => {
  if (options.skip) return;
  browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  server = await serve({
    ...(await caseFiles()),
    "/review": page(),
    "/blocked": page({ policy: NO_WASM }),
  });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path, run) {
  const tab = await browser.newPage();
  try {
    const wrong = [];
    // Firefox reports a request that a policy of these pages stops as an error of the page.
    tab.on("pageerror", (error) => String(error).includes("Content-Security-Policy:") || wrong.push(String(error)));
    await tab.goto(server.origin + path);
    await run(tab);
    assert.deepEqual(wrong, []);
    assert.deepEqual(await tab.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
      0,
      0,
      "",
    ]);
  } finally {
    await tab.close();
  }
}

test("Firefox: a review is filled in, handed to its form and reset with it, whatever the page's style", options, () =>
  open("/review", async (tab) => {
    await tab.waitForSelector("ehcp-qa-panel >>> .eqa-grade");
    const grade = () => tab.$eval("ehcp-qa-panel >>> .eqa-grade", (element) => element.textContent);
    await tab.$eval('ehcp-qa-review >>> [data-pointer="/criteria/no_admin_errors"] input[value="not_met"]', (radio) =>
      radio.click(),
    );
    assert.equal(await grade(), "4 Inadequate", "every better grade requires that there are none");
    const sent = await tab.evaluate(() => [...new FormData(document.querySelector("form"))]);
    assert.deepEqual(
      sent.map(([name, value]) => [name, JSON.parse(value)]),
      [["review", { framework: "shropshire-2023", criteria: { no_admin_errors: "not_met" } }]],
    );
    const { textTransform, letterSpacing, fontSize } = await tab.$eval("ehcp-qa-review >>> .eqa-label", (label) => {
      const { textTransform, letterSpacing, fontSize } = getComputedStyle(label);
      return { textTransform, letterSpacing, fontSize };
    });
    assert.deepEqual([textTransform, letterSpacing, fontSize], ["none", "normal", "16px"]);
    await tab.$eval("form", (form) => form.reset());
    assert.equal(await grade(), "1 Outstanding to 4 Inadequate");
  }),
);

test("Firefox: a case-management page is bound", options, () =>
  open(CASE_PAGE, async (tab) => {
    await tab.waitForFunction(() => window.binding);
    for (const [number, answer] of [
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 1],
      [5, 1],
    ])
      await tab.$eval(`#rbl${number}_${answer}`, (radio) => radio.click());
    const suggested = () => tab.$eval('[data-ehcp-qa-out="A.suggested"]', (element) => element.textContent);
    assert.equal(await suggested(), "4 Inadequate", "2 of 5 are fewer than half");
    await tab.evaluate(() => updatePanel());
    await tab.$eval("#rbl3_0", (radio) => radio.click());
    assert.equal(await suggested(), "3 Requires improvement", "3 of 5, in a field that came later");
  }),
);

test("Firefox: a page that forbids WebAssembly is given an error", options, () =>
  open("/blocked", async (tab) => {
    await tab.waitForSelector('ehcp-qa-review >>> [role="alert"]');
    assert.equal(
      await tab.$eval('ehcp-qa-review >>> [role="alert"]', (element) => element.textContent),
      "This page's Content-Security-Policy does not allow WebAssembly: add 'wasm-unsafe-eval' to its script-src.",
    );
  }),
);
