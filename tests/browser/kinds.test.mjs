// The elements and a bound form under a framework with facts of every kind, answers of a descriptor of its own, and
// counts of findings.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { frameworkOfKinds } from "../frameworks/kinds.mjs";
import { accessible } from "./axe.mjs";
import { hostPage } from "./host-page.mjs";
import { attach, startHosts } from "./hosts.mjs";

const SCRIPT = `
import { configure } from "/wasm/dist/elements.js";
configure({ framework: await (await fetch("/kinds.json")).json() });
document.querySelector("main").insertAdjacentHTML(
  "beforeend",
  '<ehcp-qa-review id="one"></ehcp-qa-review><ehcp-qa-panel for="one"></ehcp-qa-panel>',
);
`;
const FIELDS = ["plan.hours", "plan.placement", "plan.received", "N4", "overall.1.critical", "overall.1.standard"];

let hosts;

before(async () => {
  hosts = await startHosts({
    "/page": hostPage(`<main><h1>Case</h1></main><script type="module" src="/page.js"></script>`, {
      policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'",
    }),
    "/page.js": { type: "text/javascript", body: SCRIPT },
    "/kinds.json": { type: "application/json", body: JSON.stringify(frameworkOfKinds()) },
    "/form": hostPage(`<form>${FIELDS.map((name) => `<input data-ehcp-qa="${name}">`).join("")}</form>`),
  });
});

after(() => hosts?.close());

const reviewOf = (page) => page.evaluate(() => document.querySelector("ehcp-qa-review").review);

test("each fact has a field of its kind, and each descriptor what it asks for", () =>
  hosts.open("/page", async (page) => {
    await page.getByLabel("Hours of provision").fill("12");
    await page.getByRole("group", { name: "Kind of placement" }).getByLabel("In special").check();
    const received = page.getByRole("group", { name: "Date of the request" });
    for (const [part, value] of [
      ["Day", "29"],
      ["Month", "2"],
      ["Year", "2024"],
    ]) {
      await received.getByLabel(part, { exact: true }).fill(value);
    }
    const colours = page.getByRole("group", { name: /^N4 / });
    assert.deepEqual(await colours.getByRole("radio").evaluateAll((all) => all.map(({ value }) => value)), [
      "green",
      "amber",
      "red",
    ]);
    await colours.getByLabel("Amber").check();
    const counted = page.getByRole("group", { name: /^overall\.1 / });
    await counted.getByLabel("Critical findings").fill("0");
    await counted.getByLabel("Standard findings").fill("7");
    await counted.getByLabel("Standard findings").press("Tab");
    const { plan, sections } = await reviewOf(page);
    assert.deepEqual(plan, { hours: 12, placement: "special", received: "2024-02-29" });
    assert.deepEqual(sections.N.descriptors, { N4: "amber" });
    assert.deepEqual(sections.overall.descriptors, { "overall.1": { critical: 0, standard: 7 } });
    await page.locator("ehcp-qa-panel").getByText("0 Critical findings, 7 Standard findings").waitFor();
    await accessible(page, "facts of every kind");
  }));

test("a value that cannot be is refused beside its field", () =>
  hosts.open("/page", async (page) => {
    const hours = page.getByLabel("Hours of provision");
    assert.match(
      await page.locator("ehcp-qa-review").evaluate((element) => element.shadowRoot.textContent),
      /A whole number from -5 to 400\. Leave blank if it is not known\. 0: none\./,
    );
    await hours.fill("401");
    await hours.press("Tab");
    await page.getByText("This must be a whole number from -5 to 400.").first().waitFor();
    const counted = page.getByRole("group", { name: /^overall\.1 / });
    await counted.getByLabel("Critical findings").fill("none");
    await counted.getByLabel("Critical findings").press("Tab");
    await counted.getByText("This must be a whole number.").waitFor();
    const { plan, sections } = await reviewOf(page);
    // Null is not given.
    assert.equal(plan?.hours ?? null, null);
    assert.equal(sections?.overall?.descriptors?.["overall.1"]?.critical ?? null, null);
  }));

test("a bound form reads them by their labels or ids", () =>
  hosts.open("/form", async (page) => {
    await attach(page, { framework: frameworkOfKinds() });
    const enter = (name, value) => page.locator(`[data-ehcp-qa="${name}"]`).fill(value);
    await enter("plan.hours", "none");
    await enter("plan.placement", "In special");
    await enter("plan.received", "29/2/2024");
    await enter("N4", "Amber");
    await enter("overall.1.critical", "0");
    await enter("overall.1.standard", "7");
    const review = await page.evaluate(() => window.bound.detail.review);
    assert.deepEqual(review.plan, { hours: 0, placement: "special", received: "2024-02-29" });
    assert.deepEqual(review.sections.N.descriptors, { N4: "amber" });
    assert.deepEqual(review.sections.overall.descriptors, { "overall.1": { critical: 0, standard: 7 } });
  }));
