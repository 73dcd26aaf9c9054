// The page that reviews a plan by another framework.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { withDemoPage } from "./demo-page.mjs";
import { startHosts } from "./hosts.mjs";

const read = (id) => JSON.parse(readFileSync(new URL(`../../core/frameworks/${id}.json`, import.meta.url), "utf8"));

let hosts;

before(async () => {
  hosts = await startHosts({});
});

after(() => hosts?.close());

const withPage = (run, options) => withDemoPage(hosts, "framework.html", run, options);

/** Chooses a framework and waits for its form. */
async function choose(page, id) {
  await page.getByLabel("Framework", { exact: true }).selectOption(id);
  await page.locator(`#answers [data-block], ehcp-qa-panel [data-block="progress"]`).first().waitFor();
}

/** The names of the blocks of results. */
const blocks = (page) =>
  page.locator("ehcp-qa-panel [data-block]").evaluateAll((all) => all.map(({ dataset }) => dataset.block));

test("ten points: yes, partly and no, a mean, and what every plan must meet", () =>
  withPage(async (page) => {
    const framework = read("example-ten-points");
    await choose(page, framework.id);
    assert.deepEqual(await blocks(page), ["suggested", "gate", "progress", "glance", "findings", "path"]);
    const [section] = framework.wording.sections;
    const [descriptor] = section.descriptors;
    const field = page.getByRole("group", { name: descriptor.text });
    await field.getByLabel("Partly").check();
    const results = page.locator("ehcp-qa-panel");
    await results.getByText("Weighted mean of the sections").waitFor();
    await results.getByText("Allowed by what every plan must meet").waitFor();
    // The suggestion is the engine's own.
    const [shown, suggested] = await page.evaluate(() => {
      const { assessment } = document.querySelector("ehcp-qa-review");
      const text = document.querySelector("ehcp-qa-panel").shadowRoot.querySelector(".eqa-grade").textContent;
      return [text, assessment.plan.suggested];
    });
    assert.ok(shown.startsWith(`${suggested.best} `) || shown.includes(`${suggested.best} to`), shown);
    assert.match(await page.locator(".app-line").innerText(), /example-ten-points|^\S+$/);
  }));

test("a checklist: no score and no gate, but what is met and what is not", () =>
  withPage(async (page) => {
    const framework = read("example-checklist");
    await choose(page, framework.id);
    assert.deepEqual(await blocks(page), ["progress", "glance", "findings", "standards"]);
    assert.equal(await page.getByRole("group", { name: /score/i }).count(), 0);
    const [section] = framework.wording.sections;
    const [first, second] = section.descriptors;
    await page.getByRole("group", { name: first.text }).getByLabel("Yes").check();
    await page.getByRole("group", { name: second.text }).getByLabel("No", { exact: true }).check();
    const row = page.locator(`ehcp-qa-panel tr[data-section="${section.id}"]`);
    await row.getByText(second.id).waitFor();
    assert.deepEqual(await row.locator("td").allInnerTexts(), ["1", second.id]);
    // A line that is not met leads to its field.
    await row.getByText(second.id).click();
    assert.match(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.value ?? ""), /no/);
  }));

test("a file is read as a framework, or every problem is listed", () =>
  withPage(async (page) => {
    const own = page.getByLabel("Or your own framework, as a JSON file");
    const broken = read("example-checklist");
    broken.interpretation.applicability[0].descriptors.push("Z9");
    const file = (framework) => ({
      name: "framework.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(framework)),
    });
    await own.setInputFiles(file(broken));
    const refused = page.getByRole("alert");
    const at = `/interpretation/applicability/0/descriptors/${broken.interpretation.applicability[0].descriptors.length - 1}`;
    await refused
      .getByRole("listitem")
      .filter({ hasText: `${at} The framework has no descriptor` })
      .waitFor();
    assert.equal(await own.getAttribute("aria-invalid"), "true");
    await accessible(page, "a framework that is refused");
    const mine = { ...read("example-ten-points"), id: "ours" };
    mine.wording = { ...mine.wording, title: "Our framework" };
    await own.setInputFiles(file(mine));
    await page.getByRole("heading", { name: "Our framework" }).waitFor();
    assert.equal(await refused.count(), 0);
    assert.equal(await own.getAttribute("aria-invalid"), null);
    assert.equal(await page.evaluate(() => document.querySelector("ehcp-qa-review").framework.id), "ours");
  }));

test("no choice violates what axe knows of, or scrolls sideways", () =>
  withPage(async (page) => {
    for (const id of ["shropshire-2023", "example-ten-points", "example-checklist"]) {
      await choose(page, id);
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const [wide, room] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        assert.ok(wide <= room, `${id} at ${width}: ${wide} of ${room}`);
        await accessible(page, `${id} at ${width}`);
      }
    }
  }));

/** Presses the button of a part, and returns the place where it is made. */
async function makePart(page, id, button) {
  await page.locator(`#${id}`).getByRole("button", { name: button }).click();
  await page.locator("#made").filter({ hasText: "shown below its button" }).waitFor({ state: "attached" });
  return page.locator(id === "report" ? "#counted" : `#${id} .app-part`);
}

/** Answers a descriptor in the form. */
const answer = (page, text, word) => page.getByRole("group", { name: text }).getByLabel(word, { exact: true }).check();

test("feedback on a draft, in the form of each framework", () =>
  withPage(async (page) => {
    for (const [id, title, word] of [
      ["example-ten-points", "Feedback on a draft plan", "No"],
      ["example-checklist", "What to look at again in the plan", "No"],
    ]) {
      await choose(page, id);
      const [section] = read(id).wording.sections;
      const [descriptor] = section.descriptors;
      await answer(page, descriptor.text, word);
      const made = await makePart(page, "feedback", "Draft the form from the review");
      assert.equal(await made.getByRole("heading").innerText(), title);
      assert.deepEqual(await made.locator("dt").allInnerTexts(), [`Section A: ${section.title}`]);
      assert.deepEqual(await made.locator("dd").allInnerTexts(), [
        `Descriptor ${descriptor.id} is answered no: ${descriptor.text}`,
      ]);
      const saved = page.waitForEvent("download");
      await made.getByRole("button", { name: "Download the form to print" }).click();
      const html = readFileSync(await (await saved).path(), "utf8");
      assert.ok(html.includes(`<h1>${title}</h1>`), html.slice(0, 200));
    }
  }));

test("the golden thread by the rules of a framework, or that it has none", () =>
  withPage(async (page) => {
    await choose(page, "example-ten-points");
    await makePart(page, "thread", "Show the thread of a made-up plan");
    const missing = page.locator("ehcp-qa-thread").getByText("Need B3 has no provision.");
    await missing.filter({ visible: true }).first().waitFor();
    await choose(page, "example-checklist");
    const said = "This framework has no rules for the golden thread, so no line is asked for.";
    assert.equal(await page.locator("#thread").innerText(), said);
  }));

test("a report on made-up reviews, counted by each framework", () =>
  withPage(async (page) => {
    for (const id of ["example-ten-points", "example-checklist"]) {
      await choose(page, id);
      const made = await makePart(page, "report", "Count 300 made-up reviews");
      await made.getByText("300 records counted, 0 skipped.").waitFor();
      const titles = await made.getByRole("heading", { level: 3 }).allInnerTexts();
      assert.ok(titles.includes("Descriptors"), titles.join("; "));
      // A checklist has no sections with a grade.
      assert.equal(titles.includes("Sections by recorded grade"), id === "example-ten-points", titles.join("; "));
    }
  }));

test("the schema of a review by a framework", () =>
  withPage(async (page) => {
    await choose(page, "example-checklist");
    const made = await makePart(page, "schema", "Make the schema of a review");
    const saved = page.waitForEvent("download");
    await made.getByRole("button").click();
    const download = await saved;
    assert.equal(download.suggestedFilename(), "review-example-checklist.schema.json");
    const schema = JSON.stringify(JSON.parse(readFileSync(await download.path(), "utf8")));
    for (const { id } of read("example-checklist").wording.sections) assert.ok(schema.includes(`"${id}"`), id);
  }));

test("what is made violates nothing that axe knows of, and scrolls by itself alone", () =>
  withPage(async (page) => {
    await choose(page, "example-ten-points");
    await answer(page, read("example-ten-points").wording.sections[0].descriptors[0].text, "No");
    await makePart(page, "feedback", "Draft the form from the review");
    await makePart(page, "thread", "Show the thread of a made-up plan");
    await makePart(page, "report", "Count 300 made-up reviews");
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const [wide, room] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.ok(wide <= room, `at ${width}: ${wide} of ${room}`);
      await accessible(page, `what is made, at ${width}`);
    }
  }));
