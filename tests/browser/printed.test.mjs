// The summary of learning as a page of its own: accessible, and no wider than a narrow screen.

import assert from "node:assert/strict";
import test from "node:test";
import { Engine, init } from "../../wasm/dist/service-node.js";
import { accessible } from "./axe.mjs";
import { launch } from "./chromium.mjs";

await init();
const engine = new Engine();
const summary = engine.summary();
const review = (score, B3) => ({
  framework: "shropshire-2023",
  sections: { B: { score, descriptors: { B3 } }, overall: { score } },
});
for (let plan = 0; plan < 13; plan += 1) summary.add({ review: review(plan < 7 ? 2 : 3, plan < 6 ? "no" : "yes") });
const form = {
  ...summary.learning(),
  date: "2023-11-30",
  delivered_by: "A team manager",
  areas_represented: ["Health", "SENDIASS"],
  earlier: [{ what: "Write", agreed: "2023-06-30", state: "done", outcome: "x".repeat(200) }],
  actions: [
    { what: "Train", who: "A team manager", by: "2024-03-31", state: "open" },
    { what: "Share", state: "open" },
  ],
};
form.rows[0].learning = "x".repeat(400);

test("the summary of learning is accessible, filled in or empty", async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    for (const [state, document] of Object.entries({
      filled: form,
      empty: { ...form, rows: [], earlier: [], actions: [] },
    })) {
      await page.setContent(engine.learningHtml(document));
      await accessible(page, state);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${state}: ${width} pixels wide`);
    }
  } finally {
    await browser.close();
  }
});
