// Opens host pages. A test fails if a page has an error, sends anything elsewhere or stores anything.

import assert from "node:assert/strict";
import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";

/** A browser and a server for the tests of one file. */
export async function startHosts(pages = {}, folders = {}, root = undefined) {
  const browser = await launch();
  const server = await serve(pages, folders, root);
  return {
    origin: server.origin,
    requests: server.requests,
    async close() {
      await browser.close();
      await server.close();
    },
    /**
     * Opens a page, runs the test in it, and checks the messages and requests of the page. Its console may have the
     * `allowed` messages; with `foreign`, the test itself checks the requests to other hosts.
     */
    async open(path, run, { viewport, allowed = [], foreign = false, ...options } = {}) {
      const context = await browser.newContext({ viewport: viewport ?? { width: 1000, height: 800 }, ...options });
      try {
        const page = await context.newPage();
        const wrong = [];
        page.on("pageerror", (error) => wrong.push(String(error)));
        page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
        page.on("request", (request) => {
          const { origin, protocol } = new URL(request.url());
          if (!foreign && origin !== server.origin && !["data:", "blob:"].includes(protocol)) wrong.push(request.url());
        });
        await page.goto(server.origin + path);
        await run(page, context);
        assert.deepEqual(
          wrong.filter((text) => !allowed.some((pattern) => pattern.test(text))),
          [],
        );
        assert.deepEqual(
          await page.evaluate(async () => [
            localStorage.length,
            sessionStorage.length,
            document.cookie,
            (await indexedDB.databases()).length,
          ]),
          [0, 0, "", 0],
        );
      } finally {
        await context.close();
      }
    },
  };
}

/** Binds the page, or a part of it, and keeps the binding and its events where the tests find them. */
export async function attach(page, options = {}, selector = "body") {
  await page.evaluate(
    async ([options, selector]) => {
      const { attach } = await import("/wasm/dist/form.js");
      window.received = [];
      const root = document.querySelector(selector);
      root.addEventListener("ehcp-qa-assessment", ({ detail }) =>
        window.received.push({ fields: detail.fields, results: detail.results }),
      );
      window.bound = await attach(root, options);
    },
    [options, selector],
  );
}

/** The texts that the page shows for a result. */
export const shown = (page, name) =>
  page
    .locator(`[data-ehcp-qa-out="${name}"]`)
    .evaluate((element) =>
      "value" in element && element.tagName !== "LI"
        ? element.value
        : element.tagName === "UL"
          ? [...element.children].map((item) => item.textContent)
          : element.textContent,
    );
