// Where a page of the demo cannot start, a sentence and a code stand in the place of its content.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { NO_WASM } from "./host-page.mjs";
import { startHosts } from "./hosts.mjs";

const PAGES = ["index", "wording", "report", "framework", "about"];
const read = (name) => readFile(new URL(`../../js-demo/dist/${name}.html`, import.meta.url), "utf8");

let hosts;

before(async () => {
  // Beside the demo's files, so that their addresses hold. A page obeys the policies of its server and of its head.
  const blocked = PAGES.map(async (name) => [
    `/js-demo/dist/blocked-${name}.html`,
    {
      headers: { "content-security-policy": NO_WASM },
      body: await read(name),
    },
  ]);
  hosts = await startHosts(Object.fromEntries(await Promise.all(blocked)));
});

after(() => hosts?.close());

/** Expects a failure on the page, which has its heading still. */
async function fails(page, { code, message }) {
  const failure = page.locator("#app").getByRole("alert");
  await failure.waitFor();
  assert.equal(await failure.innerText(), `This page could not start\n\n${message}\n\nCode: ${code}`);
  assert.equal(await page.getByRole("heading", { level: 1 }).isVisible(), true);
  assert.equal(await page.locator("main").getAttribute("data-state"), "failed");
  await accessible(page, code);
}

for (const name of PAGES) {
  test(`${name}: a policy that blocks WebAssembly is named`, () =>
    hosts.open(
      `/js-demo/dist/blocked-${name}.html`,
      (page) =>
        fails(page, {
          code: "wasm_blocked",
          message:
            "This page's Content-Security-Policy does not allow WebAssembly: add 'wasm-unsafe-eval' to its script-src.",
        }),
      { allowed: [/Content Security Policy/] },
    ));

  test(`${name}: a missing engine is named`, () =>
    hosts.open(
      "/wasm/dist/embed.css",
      async (page) => {
        await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
        await page.goto(`${hosts.origin}/js-demo/dist/${name}.html`);
        await fails(page, {
          code: "wasm_not_found",
          message: "The engine's .wasm file was not found: the server answered 404.",
        });
      },
      { allowed: [/404/] },
    ));

  test(`${name}: a browser without WebAssembly is named`, () =>
    hosts.open("/wasm/dist/embed.css", async (page) => {
      await page.addInitScript(() => delete globalThis.WebAssembly);
      await page.goto(`${hosts.origin}/js-demo/dist/${name}.html`);
      await fails(page, {
        code: "wasm_unsupported",
        message:
          "This browser does not run WebAssembly, which Edge's enhanced security mode and Apple's Lockdown Mode switch off. " +
          "Ask your IT desk to exempt this site.",
      });
    }));
}
