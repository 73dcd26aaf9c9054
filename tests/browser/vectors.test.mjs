// The conformance kit in browsers: a page fetches the cases and a framework, and runs each under a strict policy. In
// Firefox where EHCP_QA_FIREFOX names the program.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { KITS, kitOf, placeOf } from "../vectors/files.mjs";
import { launch } from "./chromium.mjs";
import { hostPage } from "./host-page.mjs";
import { serve } from "./server.mjs";

const { EHCP_QA_FIREFOX: executablePath } = process.env;
const BROWSERS = {
  Chromium: { start: () => launch() },
  Firefox: {
    start: () => puppeteer.launch({ browser: "firefox", executablePath, headless: true }),
    skip: !executablePath && "EHCP_QA_FIREFOX names no Firefox; cargo xtask test --all sets it",
  },
};

let server;

before(async () => {
  server = await serve({ "/strict": hostPage("<p>A host page</p>") });
});

after(() => server?.close());

/** Runs in the page: what differs in any case of a kit, and how many cases there are. */
async function runKit({ id, place }) {
  const json = async (path) => (await fetch(path)).json();
  const [{ Engine, init }, { run }, framework, { cases }] = await Promise.all([
    import("/wasm/dist/index.js"),
    import("/tests/vectors/check.mjs"),
    json(`/${place}`),
    json(`/tests/vectors/${id}.json`),
  ]);
  await init();
  const engine = new Engine(framework);
  return { count: cases.length, found: cases.flatMap((vector) => run(engine, vector)) };
}

for (const [name, { start, skip }] of Object.entries(BROWSERS)) {
  test(`${name}: every case of the kit`, { skip }, async () => {
    const browser = await start();
    try {
      const page = await browser.newPage();
      await page.goto(`${server.origin}/strict`);
      for (const id of KITS) {
        const { count, found } = await page.evaluate(runKit, { id, place: placeOf(id) });
        assert.equal(count, kitOf(id).cases.length);
        assert.equal(found.length, 0, `${id}\n${found.slice(0, 10).join("\n")}`);
      }
    } finally {
      await browser.close();
    }
  });
}
