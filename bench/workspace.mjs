// The workspace with a plan of 60 pages, in Chromium: from the drop of the file to findings on the screen, and from an
// edit of a section to its findings. The modules are loaded before. Run by itself, or as a part of all figures; the
// demo must be built.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { quantile } from "simple-statistics";

import { launch } from "../tests/browser/chromium.mjs";
import { joinedPlans } from "../tests/browser/joined.mjs";
import { serve } from "../tests/browser/server.mjs";
import { table } from "./table.mjs";

const DROPS = 10;
const EDITS = 30;
const TO_REACH = { dropMs: 150, editMs: 16, taskMs: 50 };
const PAGE = "/js-demo/dist/index.html";
const SECTION = "F";

/** Rows of figure, measured, to reach, reached. */
export async function workspaceFigures(origin) {
  if (!existsSync(new URL(`..${PAGE}`, import.meta.url)))
    return [["the workspace: the demo is not built", "-", "-", "-"]];
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(origin + PAGE);
    await page.locator('main[data-state="ready"]').waitFor();
    await page.evaluate(prepare, joinedPlans().toString("base64"));
    const drops = await page.evaluate(dropFigures, [SECTION, DROPS]);
    await page.evaluate((section) => (location.hash = `#section-${section}`), SECTION);
    await page.getByRole("button", { name: "Edit the text" }).click();
    await page.locator("#section-area").waitFor();
    await page.locator("ehcp-qa-findings .eqa-statement").first().waitFor();
    const edits = await page.evaluate(editFigures, EDITS);
    return [
      row("drop of 60 pages to findings on the screen, p50 and p95", drops.times, TO_REACH.dropMs),
      row("edit of a section of 60 pages to its findings, p50 and p95", edits.times, TO_REACH.editMs),
      row("the longest task of the page meanwhile", [...drops.tasks, ...edits.tasks, 0], TO_REACH.taskMs, [1]),
    ];
  } finally {
    await browser.close();
  }
}

function row(name, times, most, shares = [0.5, 0.95]) {
  const figures = shares.map((share) => quantile(times, share));
  const isReached = figures.at(-1) <= most;
  return [
    name,
    `${figures.map((ms) => ms.toFixed(1)).join(" and ")} ms`,
    `within ${most} ms`,
    isReached ? "yes" : "no",
  ];
}

/** In the page: keeps the file, and ways to wait until something is painted. */
function prepare(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  window.plan = new File([bytes], "plan.docx");
  window.painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      });
    });
  // A time that is asked for again and again is 4 ms late, so what changes is observed.
  window.changed = (root, isDone) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`not shown: ${document.body.innerText.slice(0, 400)}`)), 20_000);
      const observer = new MutationObserver(() => {
        if (!isDone()) return;
        observer.disconnect();
        clearTimeout(late);
        resolve();
      });
      observer.observe(root, { attributes: true, characterData: true, childList: true, subtree: true });
    });
  window.watched = (run) => {
    const tasks = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map(({ duration }) => duration)),
    );
    observer.observe({ type: "longtask" });
    return run().then((times) => ({
      times,
      tasks: [...tasks, ...observer.takeRecords().map(({ duration }) => duration)],
    }));
  };
}

/** In the page: drops the file again and again, and times each until the findings of a section are painted. */
function dropFigures([section, drops]) {
  const hint = () => document.getElementById(`section-${section}-hint`)?.textContent ?? "";
  return window.watched(async () => {
    const times = [];
    for (let i = 0; i < drops; i += 1) {
      const data = new DataTransfer();
      data.items.add(window.plan);
      let wasEmpty = false;
      const found = window.changed(document.body, () => {
        wasEmpty ||= hint() === "";
        return wasEmpty && /\d/.test(hint());
      });
      const start = performance.now();
      dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      await found;
      await window.painted();
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    return times;
  });
}

/** In the page: types into the text, and times each letter until the findings that follow from it are painted. */
function editFigures(edits) {
  const area = document.getElementById("section-area");
  const list = document.querySelector("ehcp-qa-findings");
  return window.watched(async () => {
    const times = [];
    for (let i = 0; i < edits; i += 1) {
      const before = list.findings.length;
      const found = window.changed(list.shadowRoot, () => list.findings.length > before);
      const start = performance.now();
      // Every edit adds a statement in which something is found.
      area.value = `${area.value}\nRegular support ${i}.`;
      area.dispatchEvent(new Event("input", { bubbles: true }));
      await found;
      times.push(performance.now() - start);
      await window.painted();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return times;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serve();
  try {
    console.log(table([["figure", "measured", "to reach", "reached"], ...(await workspaceFigures(server.origin))]));
  } finally {
    await server.close();
  }
}
