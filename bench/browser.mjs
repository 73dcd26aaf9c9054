// The costs of a page in Chromium: from its script to the first assessment, from a click to the painted
// panel, and on the wire for each entry point.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

import { median } from "simple-statistics";

import { launch } from "../tests/browser/chromium.mjs";
import { serve } from "../tests/browser/server.mjs";
import { CLICKED, clickFigures } from "./clicks.mjs";
import { workspaceFigures } from "./workspace.mjs";

const STARTS = 20;
const TO_REACH = { startMs: 100, formBytes: 95_000 };

const FIELDS = Array.from({ length: 5 }, (_, at) =>
  ["yes", "no"]
    .map(
      (value) => `<label><input type="radio" name="a${at}" value="${value}" data-ehcp-qa="A${at + 1}">${value}</label>`,
    )
    .join(""),
).join("");
const page = (body) => `<!doctype html><html lang="en"><title>Bench</title><body>${body}`;

const PAGES = {
  ...CLICKED,
  "/form": page(`<form>${FIELDS}</form><output data-ehcp-qa-out="A.suggested"></output>`),
};
/** The files that each entry point loads before it can assess a review. */
const ENTRIES = {
  "ehcp-qa": `import("/wasm/dist/index.js").then(({ init }) => init())`,
  "ehcp-qa/grading": `import("/wasm/dist/grading.js").then(({ init }) => init())`,
  "ehcp-qa/form": `import("/wasm/dist/form.js").then(({ attach }) => attach(document.body))`,
  "ehcp-qa/elements, review and panel": `import("/wasm/dist/elements.js").then(() => new Promise((ready) => {
    document.body.innerHTML = "<ehcp-qa-review></ehcp-qa-review><ehcp-qa-panel></ehcp-qa-panel>";
    document.querySelector("ehcp-qa-review").addEventListener("ehcp-qa-ready", ready);
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
  if (!compressed.has(path))
    compressed.set(path, brotliCompressSync(readFileSync(new URL(`..${path}`, import.meta.url)), quality).length);
  return compressed.get(path);
}

/** Rows of figure, measured, to reach, reached. */
export async function browserFigures() {
  const browser = await launch();
  const server = await serve(PAGES);
  try {
    return [
      await firstAssessment(browser, server),
      ...(await clickFigures(server.origin)),
      ...(await wire(browser, server)),
      ...(await workspaceFigures(server.origin)),
    ];
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
    times.push(
      await fresh(browser, `${origin}/form`, (tab) =>
        tab.evaluate(async () => {
          const start = performance.now();
          const { attach } = await import("/wasm/dist/form.js");
          await attach(document.body);
          return performance.now() - start;
        }),
      ),
    );
  }
  const ms = median(times);
  return [
    `script to first assessment, ${STARTS} fresh pages in Chromium`,
    `${ms.toFixed(0)} ms`,
    `within ${TO_REACH.startMs} ms`,
    ms <= TO_REACH.startMs ? "yes" : "no",
  ];
}

async function wire(browser, server) {
  const rows = [];
  for (const [entry, load] of Object.entries(ENTRIES)) {
    server.requests.length = 0;
    await fresh(browser, `${server.origin}/form`, (tab) => tab.evaluate(load));
    const bytes = server.requests
      .filter((path) => path.startsWith("/wasm/"))
      .reduce((sum, path) => sum + brotli(path), 0);
    const isForm = entry === "ehcp-qa/form";
    rows.push([
      `${entry} on the wire, brotli, script and WASM`,
      `${bytes} bytes`,
      isForm ? `at most ${TO_REACH.formBytes}` : "-",
      isForm ? (bytes <= TO_REACH.formBytes ? "yes" : "no") : "-",
    ]);
  }
  return rows;
}
