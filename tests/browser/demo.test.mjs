// The demo, filled in click by click, with the grade followed at each step. The expected grades are worked
// out by hand from the framework's rules; the working stands beside each step.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { ready, withDemoPage } from "./demo-page.mjs";
import { choose as chooseFile, drop, exported } from "./files.mjs";
import { startHosts } from "./hosts.mjs";
import { atFocus, focused, pressUntil } from "./keyboard.mjs";
import { sample, TOO_OLD, WITH_ERRORS } from "./made-up.mjs";

let hosts;

before(async () => {
  hosts = await startHosts();
});

after(() => hosts?.close());

/** The screen of the first page that has all questions. */
const withDemo = (run, options) => withDemoPage(hosts, "#answers", run, options);

const field = (page, pointer) => page.locator(`[data-pointer="${pointer}"]`);
const block = (page, name) => page.locator(`#results [data-block="${name}"]`);
const choose = (page, pointer, label) => field(page, pointer).getByLabel(label, { exact: true }).check();

async function reads(page, { overall, gate, progress, sections = {} }, working) {
  const text = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();
  assert.equal(await text(page.locator("#results .eqa-grade")), overall, working);
  const shown = await text(block(page, "gate"));
  assert.ok(shown.includes(gate), `${working}: ${shown}`);
  if (progress)
    assert.ok(
      (await text(block(page, "progress"))).includes(progress),
      `${working}: ${await text(block(page, "progress"))}`,
    );
  for (const [id, grade] of Object.entries(sections)) {
    const row = await text(page.locator(`#results [data-section="${id}"]`));
    assert.ok(row.includes(grade), `${working}: ${row}`);
  }
}

test("a review is filled in, and the grade is right at each step", () =>
  withDemo(async (page) => {
    await reads(
      page,
      { overall: "1 Outstanding to 4 Inadequate", gate: "Undecided", progress: "0 of 71", sections: { A: "2 to 4" } },
      "nothing is answered",
    );

    await choose(page, "/criteria/no_admin_errors", "Not met");
    await reads(
      page,
      { overall: "4 Inadequate", gate: "below 2 Good", progress: "1 of 71" },
      "every better grade requires no errors",
    );

    for (const id of ["no_admin_errors", "complies", "agreed_font"]) await choose(page, `/criteria/${id}`, "Met");
    await reads(
      page,
      { overall: "1 Outstanding to 3 Requires improvement", gate: "Undecided" },
      "these three are all that 3 requires",
    );

    await choose(page, "/criteria/correct_sections", "Not met");
    await reads(page, { overall: "3 Requires improvement", gate: "below 2 Good" }, "Good requires correct sections");

    await choose(page, "/criteria/correct_sections", "Met");
    await choose(page, "/criteria/appropriate_detail", "Met");
    await choose(page, "/criteria/writing", "Mostly well written");
    await reads(
      page,
      { overall: "2 Good to 3 Requires improvement", gate: "leave open" },
      "Good by the criteria; open sections may still cap at 3",
    );

    await choose(page, "/sections/B/descriptors/B1", "No");
    await choose(page, "/sections/B/descriptors/B2", "No");
    await reads(
      page,
      { overall: "3 Requires improvement", gate: "below 2 Good", sections: { B: "4 Inadequate" } },
      "1 of 3 at best is less than half: B is 4, the cap 3",
    );

    await choose(page, "/sections/B/descriptors/B1", "Yes");
    await reads(
      page,
      { overall: "2 Good to 3 Requires improvement", gate: "leave open", sections: { B: "3 to 4" } },
      "2 of 3 or 1 of 3: B is 3 to 4",
    );

    // B3 is open and B2 is no: the open one is asked for first, and one more yes is enough.
    await block(page, "path").getByText("The other 22 steps").click();
    await block(page, "path").getByText("Descriptor B3: yes (not answered yet)").waitFor();
    const path = await block(page, "path").textContent();
    assert.doesNotMatch(path, /Descriptor B2/);

    await choose(page, "/sections/overall/score", "2 Good");
    await reads(
      page,
      { overall: "2 Good to 3 Requires improvement", gate: "may be issued", progress: "9 of 71" },
      "the gate follows the record; 6 criteria, 2 descriptors and 1 score are answered",
    );
    await choose(page, "/sections/overall/score", "3 Requires improvement");
    await reads(
      page,
      { overall: "2 Good to 3 Requires improvement", gate: "not issued until it is at least 2 Good" },
      "worse than Good is recorded",
    );
  }));

test("a finding leads to its field and goes when it is cleared", () =>
  withDemo(async (page) => {
    await choose(page, "/sections/C/descriptors/C1", "No");
    const finding = block(page, "findings").getByText(
      "In section C, 1 descriptor is answered no, but no improvement is noted.",
    );
    await finding.waitFor();
    await finding.click();
    const improvements = field(page, "/sections/C/improvements");
    assert.ok(
      await improvements.evaluate((element) => element === element.getRootNode().activeElement),
      "the field has the focus",
    );
    await page.keyboard.type("Describe the needs in plain words.");
    await finding.waitFor({ state: "detached" });
    assert.ok(
      await improvements.evaluate((element) => element === element.getRootNode().activeElement),
      "the focus stays while the results change",
    );
  }));

test("a sample is loaded, exported, imported and restored from its score line", () =>
  withDemo(async (page) => {
    const good = JSON.parse(await sample("good"));
    const select = page.getByLabel("Sample review");
    await select.selectOption({ index: 1 });
    await page.getByRole("button", { name: "Load sample" }).click();
    await reads(page, { overall: "2 Good", gate: "may be issued" }, "the sample of a good plan");

    const { text } = await exported(page, "Export JSON");
    assert.deepEqual(JSON.parse(text), good);

    const line = await page.locator("input[readonly]").first().inputValue();
    await page.getByRole("button", { name: "Start again" }).click();
    page.on("dialog", (dialog) => dialog.accept());
    await page.getByLabel("Restore from a score line").fill(line.replace("A:y", "A:n"));
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await page.getByText("This score line is damaged").first().waitFor();
    await page.getByLabel("Restore from a score line").fill(line);
    await page.getByRole("button", { name: "Restore", exact: true }).click();
    await reads(page, { overall: "2 Good", gate: "may be issued" }, "restored from the line");

    const input = page.locator('input[type="file"]');
    await chooseFile(input, '{"framework":"shropshire-2023","plan":{"age":99},"sections":{"A":{"score":0}}}');
    const summary = page.locator(".govuk-error-summary");
    await summary.waitFor();
    assert.ok(await summary.evaluate((element) => element === document.activeElement), "the summary has the focus");
    const shown = await summary.innerText();
    assert.match(shown, /\/plan\/age/);
    assert.match(shown, /This must be a whole number from 0 to 25\./);
    assert.match(shown, /\/sections\/A\/score/);
    await reads(page, { overall: "2 Good", gate: "may be issued" }, "a refused file changes nothing");

    await chooseFile(input, text);
    await summary.waitFor({ state: "detached" });
    await reads(page, { overall: "2 Good", gate: "may be issued" }, "imported");
  }));

test("the form is filled in by keyboard alone", () =>
  withDemo(async (page) => {
    // Past the header by its link, and on to the first criterion.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "main");
    await pressUntil(page, (element) => element.closest('[data-pointer="/criteria/complies"]') !== null);
    await page.keyboard.press("Space");
    assert.equal(await atFocus(page, ({ checked }) => checked), true);
    await page.keyboard.press("ArrowRight");
    assert.ok((await block(page, "progress").innerText()).includes("1 of 71"));
  }));

test("nothing is wider than a narrow screen", () =>
  withDemo(
    async (page) => {
      await page.getByLabel("Sample review").selectOption({ index: 2 });
      await page.getByRole("button", { name: "Load sample" }).click();
      const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= screen, `${content} wide on a screen of ${screen}`);
    },
    { viewport: { width: 320, height: 700 } },
  ));

test("a section is written, and its findings follow the text", () =>
  withDemo(async (page) => {
    await page.getByRole("link", { name: "Write a section" }).click();
    const wording = page.locator("ehcp-qa-wording");
    await wording.locator(".eqa-finding").first().waitFor();
    const text = page.getByLabel("Text of the section");
    const summary = wording.locator(".eqa-strong").first();
    // One phrase of the example in the framework, and no amount, provider or content.
    await text.fill("Small group teaching.");
    await wording.getByText("The size of the group or the ratio is not said.").waitFor();
    const chips = await wording.locator(".eqa-chips").innerText();
    for (const missing of ["Who: missing", "How often: missing", "How long: missing"]) {
      assert.ok(chips.includes(missing), chips);
    }
    await page.getByRole("button", { name: "Show in the text: Small group", exact: true }).click();
    const selected = await text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
    assert.equal(selected, "Small group");
    await text.fill("A teacher will teach Jo phonics with Numicon for 20 minutes every day, 1:1.");
    await page.waitForFunction(
      () =>
        document.querySelector("ehcp-qa-wording").shadowRoot.querySelector(".eqa-strong").textContent ===
        "No findings. Not checked, because the stage or the year group of the plan is not known: " +
          "Preparation for adulthood.",
    );
    await page.getByLabel("Section", { exact: true }).selectOption("K");
    await page.waitForFunction(() => document.querySelector("ehcp-qa-wording").lint.section === "K");
    await page.getByLabel("Section", { exact: true }).selectOption("F");
    // Text is text, and never markup.
    await text.fill("<img src> regular support");
    await wording.getByText("It does not say how often.").waitFor();
    assert.equal(await page.locator("img").count(), 0);
    assert.ok((await summary.innerText()).includes("findings"));
    await accessible(page, "a section is written");
  }));

test("the golden thread is drawn, and a line that is taken away is missed", () =>
  withDemo(async (page) => {
    await page.getByRole("link", { name: "Write a section" }).click();
    const thread = page.locator("ehcp-qa-thread");
    await thread.locator("svg").waitFor();
    const items = page.getByLabel("The items of the plan, as JSON");
    assert.equal(await thread.locator("svg[role=img] title").count(), 1);
    const plan = (links) =>
      JSON.stringify({
        items: [
          { id: "A1", section: "A", text: "<b>To read</b>" },
          { id: "B1", section: "B", text: "Reading", links },
          { id: "E1", section: "E", text: "Reads a page", links: ["A1"] },
          { id: "F1", section: "F", text: "Phonics", links: ["E1", "B1"] },
          { id: "K1", section: "K", text: "Advice" },
        ],
      });
    const summary = thread.locator(".eqa-strong").first();
    await items.fill(plan(["E1", "K1"]));
    assert.ok((await summary.innerText()).endsWith("0 findings."));
    await items.fill(plan(["E1"]));
    // B1 cites no advice, and K1 has no line at all.
    assert.ok((await summary.innerText()).endsWith("2 findings."));
    await items.fill('{"items": [{"id": "A1", "section": "Z", "text": ""}]}');
    assert.ok((await thread.getByRole("alert").innerText()).includes("/items/0/section"));
    assert.equal(await page.locator("b").count(), 0);
  }));

test("the results stay in view, beside the form or as one line below it", async () => {
  await withDemo(async (page) => {
    await field(page, "/sections/K").evaluate((section) => section.scrollIntoView());
    assert.ok(
      await page.locator("#results .eqa-grade").evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    );
    assert.equal(await page.locator(".app-bar").isVisible(), false);
  });
  await withDemo(
    async (page) => {
      await field(page, "/sections/K").evaluate((section) => section.scrollIntoView());
      const { y, height } = await page.locator(".app-bar").boundingBox();
      assert.ok(y > 0 && y + height <= 641, `${y}`);
      assert.match(
        await page.locator(".app-bar .eqa-content").innerText(),
        /Overall: 1 Outstanding to 4 Inadequate\s+0 of 71 answered/,
      );
    },
    { viewport: { width: 320, height: 640 } },
  );
});

test("a file is dropped, changes are undone, and a copy is kept only where it is asked for", () =>
  withDemo(async (page) => {
    const copy = () => page.evaluate(() => localStorage.length);
    await drop(page, { "review.json": WITH_ERRORS });
    await page.getByText("The file is imported.").waitFor();
    await reads(page, { overall: "4 Inadequate", gate: "below 2 Good" }, "every better grade requires no errors");
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await reads(page, { overall: "1 Outstanding to 4 Inadequate", gate: "Undecided" }, "as it was");
    await choose(page, "/criteria/no_admin_errors", "Not met");
    assert.equal(await copy(), 0, "nothing is kept by itself");
    await page.getByLabel("Keep a copy in this browser").check();
    assert.equal(await copy(), 1);
    await page.reload();
    await page.getByText("The copy kept in this browser is opened.").waitFor();
    await reads(page, { overall: "4 Inadequate", gate: "below 2 Good" }, "from the copy");
    await page.getByRole("button", { name: "Delete the copy" }).click();
    assert.equal(await copy(), 0);
    assert.equal(await page.getByLabel("Keep a copy in this browser").isChecked(), false);
    await page.reload();
    await ready(page);
    await reads(page, { overall: "1 Outstanding to 4 Inadequate", gate: "Undecided" }, "the copy is gone");
  }));

test("every page has no violation that axe knows of, in each of its states", () =>
  withDemo(async (page) => {
    await accessible(page, "an empty review");
    await page.getByLabel("Sample review").selectOption({ index: 2 });
    await page.getByRole("button", { name: "Load sample" }).click();
    for (const details of await page.locator("details").all())
      await details.evaluate((element) => (element.open = true));
    await accessible(page, "a sample, with every reason unfolded");
    await chooseFile(page.locator("#import-file"), TOO_OLD);
    await page.locator(".govuk-error-summary").waitFor();
    await accessible(page, "a refused file");
    for (const name of ["Embed it", "About"]) {
      await page.getByRole("link", { name }).click();
      await ready(page);
      await accessible(page, name);
    }
  }));

test("the feedback form is exported as a page", () =>
  withDemo(async (page) => {
    const { name, text } = await exported(page, "Export feedback form");
    assert.equal(name, "feedback-form.html");
    assert.ok(text.includes("Annex A. Feedback for Draft Education"));
  }));
