// How long a click takes to be painted, in Chromium: beside a page that writes one word, which no page can beat,
// with the wait for the next frame of a display of 60 Hz and without it.

import { readFileSync } from "node:fs";
import { loadavg } from "node:os";

import { quantile } from "simple-statistics";

import { launch } from "../tests/browser/chromium.mjs";

const ROUNDS = 5;
const CLICKS = 40;
const WARM_UP = 20;
const FRAME_MS = 1000 / 60;
const TO_REACH_MS = 16;
/** A frame as soon as there is something to paint: the time left is script, style, layout and paint. */
const NO_WAIT = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];
const ANSWERS = 'input[value="yes"], input[value="no"]';

const { wording } = JSON.parse(
  readFileSync(new URL("../core/frameworks/shropshire-2023.json", import.meta.url), "utf8"),
);
const ids = [...wording.sections, wording.overall].flatMap(({ descriptors }) => descriptors.map(({ id }) => id));
const choice = (id, value) =>
  `<label><input type="radio" name="${id}" value="${value}" data-ehcp-qa="${id}">${value}</label>`;
const questions = ids.map((id) => `<p>${id} ${choice(id, "yes")} ${choice(id, "no")}</p>`).join("");
const outputs = ["summary", "gate", "path"]
  .map((name) => `<p><output data-ehcp-qa-out="${name}"></output></p>`)
  .join("");
const page = (body, script) =>
  `<!doctype html><html lang="en"><title>Bench</title><body>${body}<script type="module">${script}</script>`;

const FLOOR = "/clicks/floor";
const NAMES = {
  [FLOOR]: "a page that writes one word",
  "/clicks/form": "a form that is bound",
  "/clicks/elements": "review and panel",
};
const PATHS = Object.keys(NAMES);

/** The pages, by their paths. */
export const CLICKED = {
  [FLOOR]: page(
    `<form>${questions}</form><output id="said"></output>`,
    `document.forms[0].addEventListener("click", ({ target }) => { said.textContent = target.name + target.value; });`,
  ),
  "/clicks/form": page(
    `<form>${questions}</form>${outputs}`,
    `import { attach } from "/wasm/dist/form.js"; await attach(document.body);`,
  ),
  "/clicks/elements": page(
    "<ehcp-qa-review></ehcp-qa-review><ehcp-qa-panel></ehcp-qa-panel>",
    `import "/wasm/dist/elements.js";`,
  ),
};

/** Rows of figure, measured, to reach, reached. */
export async function clickFigures(origin) {
  const atSixty = await measure(origin, []);
  const atOnce = await measure(origin, NO_WAIT);
  const spread = (times, path, less = 0) =>
    [0.5, 0.95]
      .map((share) => (quantile(times.get(path), share) - less * quantile(times.get(FLOOR), share)).toFixed(1))
      .join(" and ");
  return [
    [
      "frames a second, as usual and at once; the load meanwhile",
      `${atSixty.frames} and ${atOnce.frames}; ${loadavg()[0].toFixed(1)}`,
      "-",
      "-",
    ],
    ...PATHS.map((path) => {
      const isReached = quantile(atSixty.times.get(path), 0.95) < TO_REACH_MS;
      return [
        `click to painted, p50 and p95: ${NAMES[path]}`,
        `${spread(atSixty.times, path)} ms`,
        `p95 under ${TO_REACH_MS} ms`,
        isReached ? "yes" : "no",
      ];
    }),
    ...PATHS.slice(1).map((path) => [
      `beyond the page that writes one word: ${NAMES[path]}`,
      `${spread(atSixty.times, path, 1)} ms`,
      "-",
      "-",
    ]),
    ...PATHS.map((path) => [
      `click to painted, no frame waited for: ${NAMES[path]}`,
      `${spread(atOnce.times, path)} ms`,
      "-",
      "-",
    ]),
  ];
}

/** The times of all clicks by page, the pages in turn, so that other work of the machine falls on all of them. */
async function measure(origin, args) {
  const browser = await launch(args);
  try {
    const tabs = new Map();
    for (const path of PATHS) {
      const tab = await browser.newPage();
      await tab.goto(origin + path);
      await tab.locator(ANSWERS).first().waitFor();
      await tab.evaluate(watch);
      await click(tab, 0, WARM_UP);
      tabs.set(path, tab);
    }
    const frames = await tabs.get(FLOOR).evaluate(framesPerSecond);
    const times = new Map(PATHS.map((path) => [path, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [path, tab] of tabs) times.get(path).push(...(await click(tab, WARM_UP + round * CLICKS, CLICKS)));
    }
    return { frames, times };
  } finally {
    await browser.close();
  }
}

/** In the page: times each click until behind the frame in which its change is painted. */
function watch() {
  window.times = [];
  addEventListener(
    "click",
    (event) => {
      if (!(event.composedPath()[0] instanceof HTMLInputElement)) return;
      const start = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.times.push(performance.now() - start);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

/** In the page: how many frames there are in a second in which each has something to paint. */
function framesPerSecond() {
  return new Promise((counted) => {
    const until = performance.now() + 1000;
    let frames = 0;
    requestAnimationFrame(function next() {
      frames += 1;
      document.getElementById("said").textContent = String(frames);
      if (performance.now() < until) requestAnimationFrame(next);
      else counted(frames);
    });
  });
}

async function click(tab, from, clicks) {
  await tab.evaluate(() => (window.times = []));
  const answers = tab.locator(ANSWERS);
  const count = await answers.count();
  for (let i = from; i < from + clicks; i += 1) {
    // The button is let go of at any moment within a frame.
    await answers.nth((i * 7) % count).click({ delay: FRAME_MS * (1 + Math.random()) });
  }
  await tab.waitForFunction((clicks) => window.times.length === clicks, clicks);
  return tab.evaluate(() => window.times);
}
