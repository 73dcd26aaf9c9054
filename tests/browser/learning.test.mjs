// The summary of learning below the termly report: drafted, edited, filled in again, kept and opened.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { withDemoPage } from "./demo-page.mjs";
import { choose, drop, exported } from "./files.mjs";
import { startHosts } from "./hosts.mjs";
import { focused, tabTo } from "./keyboard.mjs";
import { framework, reviewOf } from "./made-up.mjs";

const { learning_summary: printed, actions } = framework.wording;
const titleOf = (id) => framework.wording.sections.find((section) => section.id === id).title;

let hosts;

before(async () => {
  hosts = await startHosts();
});

after(() => hosts?.close());

const withPage = (run, options) => withDemoPage(hosts, "report.html", run, options);

/** Drops so many records, in which section F has a score and nothing else is known. */
async function records(page, count, score) {
  const line = JSON.stringify({ review: reviewOf({ sections: { F: { score } } }) });
  await drop(page, { "records.ndjson": Array(count).fill(line).join("\n") });
  await page.locator("#totals").getByText(`${count} records counted`).waitFor();
}

const button = (page, name) => page.getByRole("button", { name });
const fill = (page) => button(page, "Fill in from the report").click();
const rowOf = (page, area) => page.getByRole("group", { name: new RegExp(`^\\d+\\. ${area}$`) });
// Text that is visually hidden is read with a space around it.
/** Adds an action, and returns its fields. */
async function addAction(page, what, more = {}) {
  await page.getByRole("button", { name: "Add an action", exact: true }).click();
  const added = page.locator("#learning-agreed fieldset").last();
  await added.getByLabel("What is to be done").fill(what);
  for (const [label, text] of Object.entries(more)) await added.getByLabel(label).fill(text);
  return added;
}
const F = titleOf("F");
const status = (page) => page.locator("#learning-status").innerText();
const opened = (page, text) => choose(page.locator("#learning-file"), text, "form.json");
/** A form that somebody else has begun, as text. */
const OF_SAM = JSON.stringify({
  framework: framework.id,
  delivered_by: "Sam",
  areas_represented: [],
  rows: [],
  actions: [],
});

test("it is filled in from the report with the framework's labels, edited, exported and opened again", () =>
  withPage(async (page) => {
    await fill(page);
    assert.match(await page.locator(".govuk-error-summary").innerText(), /Choose records first/);
    await records(page, 12, 3);
    assert.equal(await page.locator(".govuk-error-summary").count(), 0);
    await fill(page);
    assert.equal(await status(page), "Filled in from the report.");
    assert.equal(await page.locator("#learning-title").innerText(), printed.title);
    const row = rowOf(page, F);
    assert.deepEqual(await row.locator("label").allInnerTexts(), printed.columns);
    assert.equal(
      await row.getByLabel("Feedback").inputValue(),
      "Recorded grades: 3 Requires improvement (12 of 12 plans).",
    );
    assert.ok(await row.getByText("Drafted from the counts of the report.").isVisible());

    const labels = Object.fromEntries(printed.fields.map(({ id, label }) => [id, label]));
    await page.getByLabel(labels.date_of_session, { exact: true }).fill("2025-11-30");
    await page.getByLabel(labels.delivered_by, { exact: true }).fill("A team manager");
    await page.getByLabel(labels.areas_represented, { exact: true }).fill("Health\n\n SENDIASS ");
    await row.getByLabel("Feedback").fill("Much <b>is</b> vague.");
    assert.equal(await row.getByText("Drafted from the counts of the report.").isVisible(), false);
    await row.getByLabel("Learning", { exact: true }).fill("Say how often.");
    await row.getByLabel("Tribunal Learning Element").fill("Specify.\nQuantify.");
    await addAction(page, "Train", { "Who does it": "A team manager", "By when": "2026-03-31" });
    await (await addAction(page, "Share")).getByLabel("How it stands").selectOption("Done");
    for (const text of actions.text) assert.ok(await page.getByText(text).isVisible());

    const json = await exported(page, "Export the form as JSON");
    assert.equal(json.name, "summary-of-learning.json");
    const form = JSON.parse(json.text);
    assert.deepEqual(
      { ...form, rows: form.rows.length },
      {
        framework: "shropshire-2023",
        date: "2025-11-30",
        delivered_by: "A team manager",
        areas_represented: ["Health", "SENDIASS"],
        rows: 1,
        actions: [
          { what: "Train", state: "open", who: "A team manager", by: "2026-03-31" },
          { what: "Share", state: "done" },
        ],
      },
    );
    assert.deepEqual(form.rows[0], {
      area: F,
      feedback: "Much <b>is</b> vague.",
      drafted: "Recorded grades: 3 Requires improvement (12 of 12 plans).",
      learning: "Say how often.",
      tribunal_learning: "Specify.\nQuantify.",
    });
    const html = await exported(page, "Export the form as a page (HTML)");
    assert.equal(html.name, "summary-of-learning.html");
    assert.ok(html.text.includes("Much &lt;b&gt;is&lt;/b&gt; vague.") && html.text.includes("2025-11-30"));
    const markdown = await exported(page, "Export the form as Markdown");
    assert.equal(markdown.name, "summary-of-learning.md");
    const listed = [
      "- Train",
      "  - **Who does it:** A team manager",
      "  - **By when:** 2026-03-31",
      "  - **How it stands:** Open",
      "- Share",
      "  - **How it stands:** Done",
    ];
    assert.ok(markdown.text.includes(listed.join("\n")), markdown.text);

    await button(page, "Clear the form").click();
    assert.equal(await page.locator("#learning-form").isVisible(), false);
    await opened(page, json.text);
    await page.locator("#learning-form").waitFor();
    assert.equal(await focused(page), "learning-title");
    assert.equal(await rowOf(page, F).getByLabel("Tribunal Learning Element").inputValue(), "Specify.\nQuantify.");
    assert.deepEqual(JSON.parse((await exported(page, "Export the form as JSON")).text), form);
  }));

test("filling it in again renews the draft and keeps the text of people", () =>
  withPage(async (page) => {
    await records(page, 12, 3);
    await fill(page);
    await button(page, "Add a row").click();
    assert.equal(await focused(page), "learning-rows-1-area");
    await page.keyboard.type("Annual reviews");
    await page.getByLabel("Delivered by").fill("Jo");
    await rowOf(page, F).getByLabel("Learning", { exact: true }).fill("Say how often.");
    await records(page, 20, 2);
    assert.equal(
      await rowOf(page, F).getByLabel("Feedback").inputValue(),
      "Recorded grades: 3 Requires improvement (12 of 12 plans).",
      "other records change nothing by themselves",
    );
    await fill(page);
    assert.equal(await status(page), "Filled in from the report. What people wrote is kept, in 2 rows.");
    assert.equal(await rowOf(page, F).getByLabel("Feedback").inputValue(), "Recorded grades: 2 Good (20 of 20 plans).");
    assert.equal(await rowOf(page, F).getByLabel("Learning", { exact: true }).inputValue(), "Say how often.");
    assert.equal(await rowOf(page, "Annual reviews").count(), 1);
    assert.equal(await page.getByLabel("Delivered by").inputValue(), "Jo");

    // Now people have changed the feedback.
    await rowOf(page, F).getByLabel("Feedback").fill("Better than before.");
    await records(page, 12, 3);
    await fill(page);
    assert.equal(await rowOf(page, F).getByLabel("Feedback").inputValue(), "Better than before.");
    await button(page, new RegExp(`^Remove this row\\s*: ${F}$`)).click();
    assert.equal(await rowOf(page, F).count(), 0);
    await button(page, "Undo").click();
    assert.equal(await rowOf(page, F).getByLabel("Feedback").inputValue(), "Better than before.");
    assert.equal(await focused(page), "learning-heading");
    await button(page, new RegExp(`^Remove this row\\s*: ${F}$`)).click();
    assert.equal(await focused(page), "learning-rows-0-area");
    await fill(page);
    assert.equal(
      await rowOf(page, F).getByLabel("Feedback").inputValue(),
      "Recorded grades: 3 Requires improvement (12 of 12 plans).",
      "a row that was removed is drafted anew",
    );

    // So few plans that nothing is shown: drafted rows go, and rows that people named stay.
    await records(page, 3, 3);
    await fill(page);
    assert.equal(await rowOf(page, F).count(), 0);
    assert.equal(await rowOf(page, "Annual reviews").count(), 1);
  }));

test("opening another form can be undone until something is written", () =>
  withPage(async (page) => {
    await button(page, "Start with an empty form").click();
    await page.getByLabel("Delivered by").fill("Jo");
    await opened(page, OF_SAM);
    await page.waitForFunction(() => document.getElementById("learning-delivered_by").value === "Sam");
    await button(page, "Undo").click();
    assert.equal(await page.getByLabel("Delivered by").inputValue(), "Jo");
    assert.equal(await button(page, "Undo").count(), 0);
    await opened(page, OF_SAM);
    await button(page, "Undo").waitFor();
    await page.getByLabel("Delivered by").fill("Sam and Jo");
    assert.equal(await button(page, "Undo").count(), 0);
    const asked = await page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    assert.equal(asked, true, "leaving the page asks first");
    await exported(page, "Export the form as JSON");
    assert.equal(await page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true }))), false);
  }));

test("problems stand at their fields and in the summary, in the same words", () =>
  withPage(async (page) => {
    await button(page, "Start with an empty form").click();
    await page.getByLabel("Date of session").fill("30 November");
    await button(page, "Add a row").click();
    await page.getByLabel("Learning", { exact: true }).fill("x".repeat(20_001));
    await addAction(page, "Train");
    const long = await addAction(page, "x".repeat(20_001));
    await button(page, "Export the form as Markdown").click();
    const summary = page.locator(".govuk-error-summary");
    assert.ok(await summary.evaluate((element) => element === document.activeElement));
    const messages = await summary.getByRole("link").allInnerTexts();
    assert.match(messages[0], /^Date of session: This must be a date that exists, written YYYY-MM-DD\.$/);
    assert.match(messages[1], /^Row 1, Learning: .*20,?000/);
    assert.match(messages[2], /^Action 2, What is to be done: .*20,?000/);
    assert.equal(messages.length, 3);
    for (const [id, message] of [
      ["learning-date", messages[0]],
      ["learning-rows-0-learning", messages[1]],
      ["learning-actions-1-what", messages[2]],
    ]) {
      assert.equal(await page.locator(`#${id}`).getAttribute("aria-invalid"), "true");
      assert.equal(await page.locator(`#${id}-error`).textContent(), `Error: ${message}`);
    }
    await summary.getByRole("link").nth(1).click();
    assert.equal(await focused(page), "learning-rows-0-learning");
    await accessible(page, "problems in the form");
    await page.getByLabel("Date of session").fill("2025-11-30");
    await page.getByLabel("Learning", { exact: true }).fill("Say how often.");
    await long.getByLabel("What is to be done").fill("Share");
    await exported(page, "Export the form as Markdown");
    assert.equal(await summary.count(), 0);

    await opened(page, '{"framework": "shropshire-2023", "areas_represented": [], "rows": [], "actions": "Jo Smith"}');
    await summary.getByText("/actions This must be a list.").waitFor();
    assert.doesNotMatch(await summary.innerText(), /Smith/);
    await opened(page, "no");
    await summary.getByText("This is not valid JSON").waitFor();
    await opened(page, " ".repeat(2_000_001));
    await summary.getByText("The file is too large to be one.").waitFor();
    assert.equal(await page.getByLabel("Date of session").inputValue(), "2025-11-30", "the form is as it was");
  }));

test("open actions of the session before are carried over, and say what became of them", () =>
  withPage(async (page) => {
    const before = {
      framework: "shropshire-2023",
      date: "2025-03-12",
      areas_represented: [],
      rows: [],
      actions: [
        { what: "Train", by: "2025-06-30", state: "open" },
        { what: "Share", state: "done" },
      ],
    };
    const carry = (text) =>
      page
        .getByLabel("Carry over the open actions of the session before")
        .setInputFiles({ name: "before.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await carry(JSON.stringify(before));
    await page.getByText("1 action is open, and carried over.").waitFor();
    const earlier = page.getByRole("group", { name: "Earlier action 1" });
    assert.ok(await earlier.getByText("Agreed on 2025-03-12.").isVisible());
    await earlier.getByLabel("How it stands").selectOption("Done");
    await earlier.getByLabel("What became of it").fill("All are trained.");
    await addAction(page, "Write");
    await accessible(page, "actions carried over");
    const { text } = await exported(page, "Export the form as JSON");
    assert.deepEqual(JSON.parse(text), {
      framework: "shropshire-2023",
      areas_represented: [],
      rows: [],
      earlier: [{ what: "Train", by: "2025-06-30", agreed: "2025-03-12", state: "done", outcome: "All are trained." }],
      actions: [{ what: "Write", state: "open" }],
    });
    const markdown = await exported(page, "Export the form as Markdown");
    assert.match(markdown.text, /\*\*What became of it:\*\* All are trained/);
    // What is done is not carried on.
    await button(page, "Clear the form").click();
    await carry(text);
    await page.getByText("1 action is open, and carried over.").waitFor();
    assert.equal(await page.locator("#learning-earlier-0-what").inputValue(), "Write");
    await carry("no");
    await page.locator(".govuk-error-summary").getByText("The actions could not be carried over").waitFor();
  }));

test("by keyboard alone on a narrow screen, and nothing is wider than it", () =>
  withPage(
    async (page) => {
      await tabTo(page, "made-up");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement.id === "report-heading");
      await accessible(page, "no form yet", "#learning");
      await tabTo(page, "learning-fill");
      await page.keyboard.press("Enter");
      assert.equal(await status(page), "Filled in from the report.");
      await tabTo(page, "learning-file");
      for (const id of [
        "learning-previous",
        "learning-undo",
        "learning-date",
        "learning-delivered_by",
        "learning-areas_represented",
        "learning-rows-0-area",
        "learning-rows-0-feedback",
        "learning-rows-0-learning",
        "learning-rows-0-tribunal_learning",
      ]) {
        await page.keyboard.press("Tab");
        assert.equal(await focused(page), id);
      }
      await page.keyboard.type("Specify.");
      assert.equal(await page.locator("#learning-rows-0-tribunal_learning").inputValue(), "Specify.");
      await tabTo(page, "learning-rows-0-feedback", { key: "Shift+Tab" });
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type("x".repeat(400));
      const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= screen, `${content} wide on a screen of ${screen}`);
      await accessible(page, "a form on a narrow screen");
    },
    { viewport: { width: 320, height: 700 } },
  ));

test("on paper the form has all that is written and nothing to press, and an untouched one is left out", () =>
  withPage(
    async (page) => {
      await records(page, 12, 3);
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("#learning").isVisible(), false);
      await page.emulateMedia({ media: "screen" });
      await fill(page);
      const text = Array.from({ length: 60 }, (_, line) => `Line ${line + 1}`).join("\n");
      await rowOf(page, F).getByLabel("Learning", { exact: true }).fill(text);
      await page.emulateMedia({ media: "print" });
      const paper = page.locator(".app-learning .app-paper").filter({ hasText: "Line 60" });
      assert.ok(await paper.isVisible());
      assert.equal(await paper.innerText(), text);
      assert.equal(
        await paper.evaluate((element) => element.scrollHeight <= element.clientHeight + 1),
        true,
        "nothing of it is cut",
      );
      for (const id of ["learning-fill", "learning-file", "learning-html", "learning-add", "learning-rows-0-learning"])
        assert.equal(await page.locator(`#${id}`).isVisible(), false, id);
      for (const part of [
        page.locator("#learning-title"),
        rowOf(page, F).getByText("Drafted from the counts of the report."),
      ])
        assert.ok(await part.isVisible());
      const [content, width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= width, `${content} wide on paper of ${width}`);
    },
    { viewport: { width: 700, height: 1000 } },
  ));
