// One case in the workspace: a Word file is dropped, the questions are answered beside its text, the thread is
// confirmed, and the file goes back with comments. What is expected of a plan is its gold's (tests/plans/README.md).

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { withDemoPage } from "./demo-page.mjs";
import { downloaded, drop, exported } from "./files.mjs";
import { startHosts } from "./hosts.mjs";
import { atFocus, focused, pressUntil } from "./keyboard.mjs";
import { unzip } from "./unzip.mjs";

const plan = (name, ending) => new URL(`../plans/${name}.${ending}`, import.meta.url);
const TABLES = "02_brackenford_big_tables";
const PROSE = "01_wexmoor_headings_prose";
const bytes = await readFile(plan(TABLES, "docx"));
const gold = JSON.parse(await readFile(plan(TABLES, "gold.json"), "utf8"));
const SCREENS = [
  "plan",
  "advice",
  "about",
  "section-A",
  "section-F",
  "section-overall",
  "thread",
  "feedback",
  "issue",
  "answers",
  "print",
];
const WIDTHS = [320, 768, 1280];

let hosts;

before(async () => {
  hosts = await startHosts();
});

after(() => hosts?.close());

const withWorkspace = (run, options) => withDemoPage(hosts, "", run, options);
const heading = (page) => page.getByRole("heading", { level: 1 });
const task = (page, name) =>
  page.locator(".govuk-task-list__item").filter({ has: page.getByRole("link", { name: new RegExp(`^${name}`) }) });
const statusOf = (page, name) => task(page, name).locator(".govuk-task-list__status").innerText();
const hintOf = (page, name) => task(page, name).locator(".govuk-task-list__hint").innerText();
const review = (page) => page.locator("ehcp-qa-review").evaluate((element) => element.review);

/** The words of a part of the page, without the numbers of findings in them. */
const wordsOf = (page, selector) =>
  page.locator(selector).evaluate((element) => {
    const copy = element.cloneNode(true);
    for (const number of copy.querySelectorAll(".app-mark-number")) number.remove();
    return copy.textContent;
  });

/** Drops a Word file as a person does. */
async function dropPlan(page, name = TABLES) {
  const base64 = (await readFile(plan(name, "docx"))).toString("base64");
  const file = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new File([bytes], "plan.docx");
  }, base64);
  await drop(page, file);
  await page.getByText("The plan is read.").waitFor();
  await task(page, "Section F")
    .locator(".govuk-task-list__hint")
    .filter({ hasText: /finding|warning|error/ })
    .waitFor();
}

/** Goes to a screen by the address, as the back button does. */
async function goTo(page, hash) {
  await page.evaluate((hash) => (location.hash = hash), hash);
  await page.waitForFunction(
    (hash) => hash === "#answers" || document.querySelector("#screen").childElementCount > 0,
    hash,
  );
}

test("a Word file is dropped, and each task says how it stands", () =>
  withWorkspace(async (page) => {
    assert.equal(await statusOf(page, "The plan"), "Not started");
    await dropPlan(page);
    // The gold has a heading for each of the twelve sections.
    assert.equal(Object.keys(gold.headings).length, 12);
    assert.match(await hintOf(page, "The plan"), /^12 of 12 sections found/);
    assert.equal(await statusOf(page, "Section F"), "Not started");
    assert.match(await hintOf(page, "Section F"), /\d+ (error|warning)/);
    assert.ok(await page.locator("#intake-heading").isHidden());
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await page.getByText("The plan is as it was before.").waitFor();
    await task(page, "The plan").getByText("Not started").waitFor();
  }));

test("what the plan states is confirmed, and then stands in the review", () =>
  withWorkspace(async (page) => {
    await dropPlan(page);
    await page.getByRole("link", { name: "About the plan" }).click();
    assert.equal((await review(page)).plan, undefined, "nothing is recorded that nobody confirmed");
    await page.getByRole("button", { name: /^Confirm all/ }).click();
    const { plan: recorded } = await review(page);
    assert.equal(recorded.stage, gold.context.stage);
    assert.equal(`Year ${recorded.year_group}`, gold.context.year_group);
    assert.equal(recorded.social_care_needs, gold.context.social_care_needs);
    const names = await page.getByLabel("Names that the child goes by").inputValue();
    assert.ok(gold.context.names.includes(names.split("\n")[0]), names);
    assert.equal(JSON.stringify(await review(page)).includes(names.split("\n")[0]), false, "no name in a review");
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    assert.equal((await review(page)).plan, undefined);
  }));

test("a section stands with its findings beside its questions, which keys answer", () =>
  withWorkspace(async (page) => {
    await dropPlan(page);
    await page.getByRole("link", { name: "Section F" }).click();
    assert.equal(await focused(page), "title");
    assert.equal(await heading(page).innerText(), "Section F: Special educational provision");
    assert.ok((await page.title()).startsWith("Section F"));
    // A vague passage of the gold is underlined, and its number leads to the finding.
    const { quote } = gold.findings.find(
      ({ section, kind, quote }) => section === "F" && kind === "vague" && quote.startsWith("As and when"),
    );
    const marks = page.locator("#plan-text mark");
    const marked = await marks.allInnerTexts();
    assert.ok(
      marked.some((text) => quote.includes(text) || text.includes(quote)),
      marked.join(" / "),
    );
    assert.ok((await wordsOf(page, "#plan-text")).includes(quote));
    const number = page.locator("#plan-text button.app-mark-number").first();
    const named = await number.innerText();
    await number.click();
    assert.equal(await atFocus(page, (element) => element.querySelector(".eqa-number-tag")?.textContent), named);
    // From there a key goes on, and back into the text.
    await page.keyboard.press("u");
    const next = await atFocus(page, (element) => element.querySelector(".eqa-number-tag")?.textContent);
    assert.notEqual(next, named);
    // Errors first, then warnings, then what is for information.
    const severities = await page
      .locator("ehcp-qa-findings .eqa-statement")
      .evaluateAll((rows) =>
        rows.map((row) =>
          Math.min(
            ...["error", "warning", "information"].flatMap((severity, at) =>
              row.querySelector(`.eqa-tag--${severity}`) ? [at] : [],
            ),
          ),
        ),
      );
    assert.deepEqual(
      severities,
      [...severities].sort((one, other) => one - other),
    );

    await pressUntil(
      page,
      (element) => element.closest('[data-pointer="/sections/F/descriptors/F1"]') !== null && element.type === "radio",
    );
    for (const id of ["F1", "F2", "F3", "F4", "F5"]) {
      assert.ok(await atFocus(page, `(element) => element.id.startsWith("/sections/F/descriptors/${id}-")`), id);
      await page.keyboard.press("y");
      await page.keyboard.press("u");
    }
    // Every descriptor is met: 2 is suggested, and 3 is recorded.
    await page.keyboard.press("3");
    await page.getByText("Recorded 3 Requires improvement, suggested 2 Good").waitFor();
    assert.equal((await review(page)).sections.F.score, 3);
    await page.goBack();
    assert.equal(await heading(page).innerText(), "Review an EHC plan");
    assert.equal(await statusOf(page, "Section F"), "Completed");
  }));

test("criteria are answered by keys too", () =>
  withWorkspace(async (page) => {
    await goTo(page, "#section-overall");
    await page.locator('[data-pointer="/criteria/complies"] input').first().focus();
    await page.keyboard.press("n");
    assert.equal((await review(page)).criteria.complies, "not_met");
    await page.keyboard.press("y");
    assert.equal((await review(page)).criteria.complies, "met");
    await page.locator('[data-pointer="/criteria/writing"] input').first().focus();
    await page.keyboard.press("2");
    assert.equal((await review(page)).criteria.writing, "mostly_well_written");
  }));

test("a finding is dismissed and comes back", () =>
  withWorkspace(async (page) => {
    await dropPlan(page);
    await goTo(page, "#section-F");
    const rows = page.locator("ehcp-qa-findings .eqa-statement");
    await rows.first().waitFor();
    const [count, key] = [await rows.count(), await rows.first().getAttribute("data-key")];
    await rows.first().focus();
    await page.keyboard.press("d");
    await page.waitForFunction(
      (count) => document.querySelector("ehcp-qa-findings").findings.length === count - 1,
      count,
    );
    assert.ok(
      await atFocus(page, (element) => element.classList.contains("eqa-statement")),
      "the focus stays in the list",
    );
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await page.waitForFunction((count) => document.querySelector("ehcp-qa-findings").findings.length === count, count);
    assert.equal(await rows.first().getAttribute("data-key"), key);
  }));

test("a text is edited on the page, and its findings follow it", () =>
  withWorkspace(async (page) => {
    await dropPlan(page);
    await goTo(page, "#section-F");
    await page.getByRole("button", { name: "Edit the text" }).click();
    const area = page.getByLabel("Text of the section");
    assert.ok((await area.inputValue()).includes("access to a key adult"));
    await area.fill("Small group teaching.");
    await page.locator("ehcp-qa-findings").getByText("The size of the group or the ratio is not said.").waitFor();
    await page.getByText("the Word file is not changed").waitFor();
    await page.getByRole("button", { name: "Go back to the text of the plan" }).click();
    await page.locator("#plan-text mark").first().waitFor();
  }));

test("a line is said to start another section", () =>
  withWorkspace(async (page) => {
    await dropPlan(page, PROSE);
    await goTo(page, "#section-J");
    const before = await page.locator("#plan-text .app-plan-text").count();
    assert.equal(before, 1);
    await page.getByText("Is text in the wrong section?").click();
    const line = page.getByLabel("This line");
    await line.selectOption({ index: 1 });
    await page.getByLabel("What it is").selectOption({ label: "starts Section K: Advice and information" });
    await page.getByRole("button", { name: "Divide the plan again" }).click();
    await page.getByText("The plan is divided again.").waitFor();
    await page.getByText("This section was not found").or(page.locator("#plan-text")).first().waitFor();
    await page.waitForFunction(() => document.querySelector("#plan-text .app-plan-text__line") === null);
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await page.locator("#plan-text .app-plan-text__line").first().waitFor();
  }));

test("a link of the thread is confirmed on the screen", () =>
  withWorkspace(async (page) => {
    await dropPlan(page);
    await page.getByRole("link", { name: "Golden thread" }).click();
    const boxes = page.locator(".app-thread__item input[type=checkbox]");
    await boxes.first().waitFor();
    assert.equal(await page.locator(".app-thread__item input:checked").count(), 0, "nothing is confirmed beforehand");
    assert.ok(await page.locator("ehcp-qa-thread").isHidden());
    await boxes.first().focus();
    await page.keyboard.press("Space");
    await page.locator("ehcp-qa-thread svg[role=img]").waitFor();
    assert.equal(await boxes.first().isChecked(), true);
    await page.goBack();
    assert.equal(await statusOf(page, "Golden thread"), "1 link confirmed");
  }));

test("the Word file goes back with comments, and the feedback form as Word, HTML and Markdown", () =>
  withWorkspace(async (page) => {
    await dropPlan(page);
    await page.getByRole("link", { name: "Feedback form and comments" }).click();
    const commented = await exported(page, "Download the Word file with comments");
    assert.equal(commented.name, "plan-with-comments.docx");
    const [parts, original] = [unzip(commented.bytes), unzip(bytes)];
    const comments = parts.get("word/comments.xml").toString();
    const added =
      comments.match(/<w:comment /g).length -
      (original
        .get("word/comments.xml")
        ?.toString()
        .match(/<w:comment /g)?.length ?? 0);
    assert.ok(added > 10, `${added} comments`);
    assert.match(comments, /w:author="EHCP QA"/);
    // A vague passage of the gold is the anchor of a comment.
    const document = parts.get("word/document.xml").toString();
    assert.ok(document.match(/<w:commentRangeStart /g).length >= added);
    assert.deepEqual(parts.get("word/styles.xml"), original.get("word/styles.xml"), "the other parts are as they were");

    const form = await exported(page, "Download the form (Word)");
    assert.equal(form.name, "feedback-form.docx");
    const text = unzip(form.bytes)
      .get("word/document.xml")
      .toString()
      .replace(/<[^>]*>/g, "");
    assert.ok(text.includes("Annex A. Feedback for Draft Education"));
    assert.ok((await exported(page, "As a web page")).text.includes("Annex A. Feedback for Draft Education"));
    assert.ok((await exported(page, "As Markdown")).text.includes("Annex A. Feedback for Draft Education"));
  }));

test("the case is saved as one file, opened again, and is then as it was", () =>
  withWorkspace(async (page, context) => {
    await dropPlan(page);
    await goTo(page, "#section-F");
    await page.locator('[data-pointer="/sections/F/descriptors/F1"]').getByLabel("No", { exact: true }).check();
    const rows = page.locator("ehcp-qa-findings .eqa-statement");
    await rows.first().waitFor();
    await rows.first().focus();
    await page.keyboard.press("d");
    const left = await rows.count();
    await page.goBack();
    await page.getByText("There are changes that are in no file yet.").waitFor();
    const { name, text } = await exported(page, "Save the case");
    assert.equal(name, "ehc-plan-case.json");
    const file = JSON.parse(text);
    assert.deepEqual([file.format, file.version, file.dismissed.length], ["ehcp-qa-case", 1, 1]);
    assert.deepEqual(Buffer.from(file.plan.data, "base64"), bytes, "the Word file is in it");
    assert.ok(file.receipt !== null, "by what it was checked");

    const other = await context.newPage();
    await other.goto(page.url().split("#")[0]);
    await other.locator('main[data-state="ready"]').waitFor();
    await drop(other, { "case.json": text });
    await other.getByText("The case is opened.").waitFor();
    assert.equal((await review(other)).sections.F.descriptors.F1, "no");
    await task(other, "Section F")
      .locator(".govuk-task-list__hint")
      .filter({ hasText: /warning|error/ })
      .waitFor();
    await goTo(other, "#section-F");
    await other.waitForFunction((left) => document.querySelector("ehcp-qa-findings").findings.length === left, left);
    await goTo(other, "#tasks");
    assert.equal(await other.getByText("The case is as its file is.").count(), 1);

    await drop(other, { "case.json": text.replace('"version":1', '"version":7') });
    await other.getByText("This page reads version 1 of the files of cases. The file has another.").waitFor();
    await drop(other, { "case.json": text.replace('"F1":"no"', '"F1":"perhaps"') });
    await other.getByText("/review/sections/F/descriptors/F1").waitFor();
    assert.equal((await review(other)).sections.F.descriptors.F1, "no", "a refused case changes nothing");
    await other.close();
  }));

test("who leaves with unsaved changes is warned, and who has saved is not", () =>
  withWorkspace(async (page) => {
    const asked = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      return dialog.accept();
    });
    await goTo(page, "#section-F");
    await page.locator('[data-pointer="/sections/F/descriptors/F1"]').getByLabel("No", { exact: true }).check();
    await page.reload();
    assert.deepEqual(asked, ["beforeunload"]);
    await page.locator('main[data-state="ready"]').waitFor();
    await page.locator('[data-pointer="/sections/F/descriptors/F1"]').getByLabel("No", { exact: true }).check();
    await goTo(page, "#tasks");
    await exported(page, "Save the case");
    await page.reload();
    assert.deepEqual(asked, ["beforeunload"], "no second warning");
  }));

test("a second tab has a case of its own, and the copy of the first stays", () =>
  withWorkspace(async (page, context) => {
    const copies = (tab) => tab.evaluate(() => Object.keys(localStorage).length);
    const open = async () => {
      const tab = await context.newPage();
      await tab.goto(page.url().split("#")[0]);
      await tab.locator('main[data-state="ready"]').waitFor();
      return tab;
    };
    await page.getByLabel("Keep a copy in this browser").check();
    await goTo(page, "#section-B");
    await page.locator('[data-pointer="/sections/B/descriptors/B1"]').getByLabel("Yes", { exact: true }).check();
    const other = await open();
    await other.getByLabel("Keep a copy in this browser").check();
    await goTo(other, "#section-B");
    await other.locator('[data-pointer="/sections/B/descriptors/B1"]').getByLabel("No", { exact: true }).check();
    await goTo(other, "#tasks");
    await other.getByRole("button", { name: "Start again" }).click();
    await page.waitForFunction(() => Object.keys(localStorage).length === 2);
    await page.reload();
    await page.getByText("The copy kept in this browser is opened.").waitFor();
    assert.equal((await review(page)).sections.B.descriptors.B1, "yes", "its own copy");
    // A third tab takes the case of the first over: the first keeps nothing any more, and says so.
    const third = await open();
    const kept = third.locator(".app-case__copy");
    assert.equal(await kept.count(), 2);
    // The newest is the first tab's, which was loaded again last.
    await third.getByRole("button", { name: /^Open/ }).first().click();
    await third.getByText("The copy kept in this browser is opened.").waitFor();
    assert.equal((await review(third)).sections.B.descriptors.B1, "yes");
    await page.locator('[data-pointer="/sections/B/descriptors/B2"]').getByLabel("Yes", { exact: true }).check();
    await page.getByText("Another tab has opened this case").waitFor();
    assert.equal(await page.locator("#keep").isChecked(), false);
    await third.evaluate(() => localStorage.clear());
    assert.equal(await copies(page), 0);
    await other.close();
    await third.close();
  }));

test("a file that is no plan is refused in a sentence, and the plan before stays", () =>
  withWorkspace(async (page) => {
    await dropPlan(page);
    await drop(page, { "plan.pdf": "%PDF-1.7" });
    const summary = page.locator(".govuk-error-summary");
    await summary.waitFor();
    assert.match(await summary.innerText(), /This is a PDF, which does not keep sections and tables\./);
    assert.ok(await summary.evaluate((element) => element === document.activeElement));
    await goTo(page, "#tasks");
    assert.match(await hintOf(page, "The plan"), /^12 of 12 sections found/);
  }));

test("a part of a plan is pasted with its tables", () =>
  withWorkspace(async (page) => {
    await goTo(page, "#plan");
    await page.getByLabel("Text of the plan, with the titles of its sections").evaluate((area) => {
      const data = new DataTransfer();
      data.setData("text/plain", "words alone");
      data.setData(
        "text/html",
        "<h1>Section F: Special educational provision</h1><table><tr><th>Provision</th><th>How often</th></tr><tr><td>Regular support</td><td>Weekly</td></tr></table>",
      );
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.getByText("The plan is read.").waitFor();
    await goTo(page, "#section-F");
    await page.locator("#plan-text td").first().waitFor();
    const cells = await page.locator("#plan-text td").evaluateAll((cells) =>
      cells.map((cell) => {
        for (const number of cell.querySelectorAll(".app-mark-number")) number.remove();
        return cell.textContent;
      }),
    );
    assert.deepEqual(cells, ["Regular support", "Weekly"]);
  }));

test("everything stands on one page for paper: text, findings, answers and reasons", () =>
  withWorkspace(async (page) => {
    await dropPlan(page);
    await goTo(page, "#section-F");
    await page.locator('[data-pointer="/sections/F/descriptors/F1"]').getByLabel("No", { exact: true }).check();
    await goTo(page, "#print");
    await page.emulateMedia({ media: "print" });
    const section = page
      .locator(".app-print__section")
      .filter({ has: page.getByRole("heading", { name: "Section F: Special educational provision" }) });
    const text = await section.innerText();
    assert.ok((await wordsOf(page, ".app-print")).includes("access to a key adult throughout the day"));
    assert.match(text, /F1\. Provision is specified[\s\S]*No/);
    assert.ok(text.includes("Reasons for the suggestion"));
    const reasons = await section.locator("ehcp-qa-findings .eqa-details .eqa-text").first().isVisible();
    assert.ok(reasons, "why it matters is printed, though it was not unfolded");
    assert.ok(await page.getByRole("button", { name: "Print this page" }).isHidden());
  }));

test("no screen violates what axe knows of, or scrolls sideways", async () => {
  for (const width of WIDTHS) {
    await withWorkspace(
      async (page) => {
        await accessible(page, `tasks without a plan, ${width}`);
        await dropPlan(page);
        await accessible(page, `tasks, ${width}`);
        for (const screen of SCREENS) {
          await goTo(page, `#${screen}`);
          await page.locator("ehcp-qa-review .eqa-body").waitFor({ state: "attached" });
          if (screen.startsWith("section-")) await page.locator("ehcp-qa-findings .eqa-content").waitFor();
          for (const details of await page.locator("#screen details").all())
            await details.evaluate((element) => (element.open = true));
          await accessible(page, `${screen}, ${width}`);
          const content = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(content <= width, `${screen}: ${content} wide on a screen of ${width}`);
        }
      },
      { viewport: { width, height: 800 } },
    );
  }
});

test("forced colours and reduced motion keep all that is shown", () =>
  withWorkspace(
    async (page) => {
      await dropPlan(page);
      await goTo(page, "#section-F");
      const mark = page.locator("#plan-text mark").first();
      await mark.waitFor();
      assert.notEqual(await mark.evaluate((element) => getComputedStyle(element).textDecorationLine), "none");
      assert.notEqual(
        await page
          .locator(".app-mark-number")
          .first()
          .evaluate((element) => getComputedStyle(element).borderTopStyle),
        "none",
      );
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    },
    { forcedColors: "active", reducedMotion: "reduce" },
  ));

test("the main path is walked by keyboard alone", () =>
  withWorkspace(async (page) => {
    await dropPlan(page);
    await pressUntil(page, (element) => element.textContent.startsWith("Section F"));
    await page.keyboard.press("Enter");
    await pressUntil(page, (element) => element.textContent === "Skip to the questions");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "questions");
    await pressUntil(page, (element) => element.type === "radio");
    await page.keyboard.press("n");
    assert.equal((await review(page)).sections.F.descriptors.F1, "no");
    await pressUntil(page, (element) => element.id === "back", { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
    assert.equal(await heading(page).innerText(), "Review an EHC plan");
    await pressUntil(page, (element) => element.textContent.startsWith("Feedback form"));
    await page.keyboard.press("Enter");
    await pressUntil(page, (element) => element.textContent === "Download the Word file with comments");
    const { name } = await downloaded(page, () => page.keyboard.press("Enter"));
    assert.equal(name, "plan-with-comments.docx");
  }));

test("where Trusted Types allow no worker, the page itself reads and checks", async () => {
  const html = (await readFile(new URL("../../js-demo/dist/index.html", import.meta.url), "utf8")).replace(
    "trusted-types ehcp-qa-worker",
    "trusted-types 'none'",
  );
  const strict = await startHosts({ "/js-demo/dist/strict.html": html });
  try {
    await withDemoPage(strict, "strict.html", (page) => dropPlan(page), {
      allowed: [/trusted-types|TrustedTypePolicy|policy/i],
    });
  } finally {
    await strict.close();
  }
});

test("two versions are compared, and reduced provision comes first", () =>
  withDemoPage(hosts, "compare.html", async (page) => {
    const version = (minutes, more) =>
      `Section F: Special educational provision\nA teaching assistant will lead Colourful Semantics for ${minutes} minutes each week.\n${more}`;
    await drop(page, {
      "older.txt": version(45, ""),
      "newer.txt": version(30, "A teacher will teach phonics for 10 minutes every day."),
    });
    await page.getByText("1 statement of provision removed or reduced.").waitFor();
    const named = () =>
      page.locator("#old-file, #new-file").evaluateAll((all) => all.map(({ files }) => files[0].name));
    assert.deepEqual(await named(), ["older.txt", "newer.txt"]);
    const changes = page.locator(".app-change");
    assert.deepEqual(await changes.locator(".govuk-tag").allInnerTexts(), ["Reduced", "Added"]);
    assert.ok((await changes.first().locator("del").innerText()).includes("45"));
    assert.ok((await changes.first().locator("ins").innerText()).includes("30"));
    await accessible(page, "a comparison");
    await page.getByRole("button", { name: "Swap the versions" }).click();
    await page.getByText("1 statement of provision removed or reduced.").waitFor();
    // The other way round, the phonics are gone and the minutes are more.
    await changes.filter({ hasText: "Removed" }).filter({ hasText: "phonics" }).waitFor();
    assert.deepEqual(await named(), ["newer.txt", "older.txt"]);
    await page.setViewportSize({ width: 320, height: 700 });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    await page
      .locator("#new-file")
      .setInputFiles({ name: "x.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
    await page.locator(".govuk-error-summary").getByText("This is a PDF").waitFor();
  }));
