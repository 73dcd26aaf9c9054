// What a page pays, in Chromium: from its script to the first assessment, from a click to the painted
// panel, and on the wire for each entry point.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

import { launch, serve } from "../tests/browser/chromium.mjs";
import { median, quantile } from "./stats.mjs";

const STARTS = 20;
const CLICKS = 120;
const TO_REACH = { startMs: 100, clickMs: 16, formBytes: 80_000 };

const FIELDS = Array.from({ length: 5 }, (_, at) =>
  ["yes", "no"].map((value) => `<label><input type="radio" name="a${at}" value="${value}" data-ehcp-qa="A${at + 1}">${value}</label>`).join("")).join("");
const page = (body) => `<!doctype html><html lang="en"><title>Bench</title><body>${body}`;

const PAGES = {
  "/favicon.ico": { status: 204, body: "" },
  "/form": page(`<form>${FIELDS}</form><output data-ehcp-qa-out="A.suggested"></output>`),
  "/elements": page(`<ehcp-qa-review></ehcp-qa-review><ehcp-qa-panel></ehcp-qa-panel><script type="module" src="/wasm/dist/elements.js"></script>`),
};
/** What each entry point loads before it can assess a review. */
const ENTRIES = {
  "ehcp-qa": `import("/wasm/dist/index.js").then(({ init }) => init())`,
  "ehcp-qa/grading": `import("/wasm/dist/grading.js").then(({ init }) => init())`,
  "ehcp-qa/form": `import("/wasm/dist/form.js").then(({ attach }) => attach(document.body))`,
  "ehcp-qa/elements, review and panel": `import("/wasm/dist/elements.js").then(() => new Promise((ready) => {
    document.body.innerHTML = "<ehcp-qa-review></ehcp-qa-review><ehcp-qa-panel></ehcp-qa-panel>";
    document.querySelector("ehcp-qa-review").addEventListener("ehcp-qa:ready", ready);
  }).then(() => {}))`,
  "ehcp-qa/inline": `import("/wasm/dist/inline.js").then(({ init }) => init())`,
  "ehcp-qa/global": `new Promise((loaded) => {
    const script = document.createElement("script");
    script.src = "/wasm/dist/ehcp-qa.global.js";
    script.onload = () => loaded();
    document.head.append(script);
  })`,
};

const compressed = new Map();

function brotli(path) {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  if (!compressed.has(path)) compressed.set(path, brotliCompressSync(readFileSync(new URL(`..${path}`, import.meta.url)), quality).length);
  return compressed.get(path);
}

/** Rows of figure, measured, to reach, reached. */
export async function browserFigures() {
  const browser = await launch();
  const server = await serve(PAGES);
  try {
    return [await firstAssessment(browser, server), ...(await clicks(browser, server)), ...(await wire(browser, server))];
  } finally {
    await browser.close();
    await server.close();
  }
}

async function fresh(browser, address, run) {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    await tab.goto(address);
    return await run(tab);
  } finally {
    await context.close();
  }
}

async function firstAssessment(browser, { origin }) {
  const times = [];
  for (let i = 0; i < STARTS; i += 1) {
    times.push(await fresh(browser, `${origin}/form`, (tab) => tab.evaluate(async () => {
      const start = performance.now();
      const { attach } = await import("/wasm/dist/form.js");
      await attach(document.body);
      return performance.now() - start;
    })));
  }
  const ms = median(times);
  return [`script to first assessment, ${STARTS} fresh pages in Chromium`, `${ms.toFixed(0)} ms`, `within ${TO_REACH.startMs} ms`, ms <= TO_REACH.startMs ? "yes" : "no"];
}

async function clicks(browser, { origin }) {
  const { times, work } = await fresh(browser, `${origin}/elements`, async (tab) => {
    await tab.locator("ehcp-qa-panel .eqa-grade").waitFor();
    await tab.evaluate(() => {
      window.times = [];
      addEventListener("click", (event) => {
        if (!(event.target instanceof HTMLInputElement)) return;
        const start = performance.now();
        // Behind the frame in which the panel is painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.times.push(performance.now() - start);
          port2.postMessage(null);
        });
      }, { capture: true });
    });
    const selector = 'ehcp-qa-review [data-pointer^="/sections/"][data-pointer*="/descriptors/"] input';
    const answers = tab.locator(selector);
    const count = await answers.count();
    for (let i = 0; i < CLICKS; i += 1) await answers.nth((i * 7) % count).click();
    await tab.waitForTimeout(200);
    // The work alone, without the wait for the next frame of a display of 60 Hz: script, style and layout.
    const work = await tab.evaluate(([selector, clicks]) => {
      const answers = document.querySelectorAll(selector);
      return Array.from({ length: clicks }, (_, i) => {
        const start = performance.now();
        answers[(i * 11) % answers.length].click();
        document.body.getBoundingClientRect();
        return performance.now() - start;
      });
    }, [selector, CLICKS]);
    return { times: await tab.evaluate((clicks) => window.times.slice(0, clicks), CLICKS), work };
  });
  const both = (values) => `${quantile(values, 0.5).toFixed(1)} and ${quantile(values, 0.95).toFixed(1)} ms`;
  const p95 = quantile(times, 0.95);
  return [[`the work of a click, without the wait for a frame, p50 and p95`, both(work), "-", "-"], [`click to painted panel, ${times.length} clicks, p50 and p95`, both(times), `p95 under ${TO_REACH.clickMs} ms`, p95 < TO_REACH.clickMs ? "yes" : "no"]];
}

async function wire(browser, server) {
  const rows = [];
  for (const [entry, load] of Object.entries(ENTRIES)) {
    server.requests.length = 0;
    await fresh(browser, `${server.origin}/form`, (tab) => tab.evaluate(load));
    const bytes = server.requests.filter((path) => path.startsWith("/wasm/")).reduce((sum, path) => sum + brotli(path), 0);
    const isForm = entry === "ehcp-qa/form";
    rows.push([`${entry} on the wire, brotli, script and WASM`, `${bytes} bytes`, isForm ? `at most ${TO_REACH.formBytes}` : "-", isForm ? (bytes <= TO_REACH.formBytes ? "yes" : "no") : "-"]);
  }
  return rows;
}
