// Advice in the workspace: two reports and a plan in Word are dropped, what became of them is shown by advice, at the
// statements of the plan and at the descriptors, a person pairs and parts, and the files go back with comments. What is
// expected was worked out by hand from the few lines of the plan and of the reports.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { withDemoPage } from "./demo-page.mjs";
import { downloaded, drop } from "./files.mjs";
import { startHosts } from "./hosts.mjs";
import { zip } from "./joined.mjs";
import { pressUntil } from "./keyboard.mjs";
import { unzip } from "./unzip.mjs";

const fixture = (name) => readFile(new URL(`../../cli/tests/fixtures/advice/${name}`, import.meta.url), "utf8");
const PLAN = await fixture("plan.md");
const PSYCHOLOGY = await fixture("psychology.md");
/** The plan has what it recommends, and Section K does not list it. */
const THERAPY = `# Speech and language therapy advice

Author: Owen Bright, Speech and Language Therapist

Date of report: 9 February 2026

## Needs

## Recommendations

- A speech and language therapist should see Tamsin once a term.
`;

let hosts;

before(async () => {
  hosts = await startHosts();
});

after(() => hosts?.close());

const withWorkspace = (run, options) => withDemoPage(hosts, "", run, options);

/** A Word file of a text: a heading of it is a bold line. */
function word(text) {
  const lines = text.split("\n").filter((line) => line !== "");
  const paragraphs = lines.map((line) => {
    const bold = line.startsWith("#") ? "<w:rPr><w:b/></w:rPr>" : "";
    return `<w:p><w:r>${bold}<w:t>${line.replace(/^[#\- ]+/, "")}</w:t></w:r></w:p>`;
  });
  const open = "http://schemas.openxmlformats.org";
  const kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  const parts = {
    "[Content_Types].xml":
      `<Types xmlns="${open}/package/2006/content-types"><Default Extension="rels" ` +
      `ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Override PartName="/word/document.xml" ContentType="${kind}"/></Types>`,
    "_rels/.rels":
      `<Relationships xmlns="${open}/package/2006/relationships"><Relationship Id="r1" ` +
      `Type="${open}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${open}/wordprocessingml/2006/main"><w:body>${paragraphs.join("")}</w:body></w:document>`,
  };
  return zip(new Map(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml, "utf8")])));
}

/** Drops Word files at once, each with its text. */
async function dropWord(page, files) {
  const given = Object.entries(files).map(([name, text]) => [name, word(text).toString("base64")]);
  const handle = await page.evaluateHandle(
    (given) =>
      given.map(([name, base64]) => new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name)),
    given,
  );
  await drop(page, handle);
}

async function goTo(page, hash) {
  await page.evaluate((hash) => (location.hash = hash), hash);
  await page.waitForFunction((hash) => location.hash === hash, hash);
}

/** Drops the plan, and the advice on its own screen. */
async function begin(page) {
  await dropWord(page, { "plan.docx": PLAN });
  await page.getByText("The plan is read.").waitFor();
  await goTo(page, "#advice");
  await dropWord(page, { "psychology.docx": PSYCHOLOGY, "therapy.docx": THERAPY });
  await page.getByText("2 files are read as advice.").waitFor();
  await page.getByRole("heading", { name: "Across the advice" }).waitFor();
}

const group = (page, number, status) => page.locator(`#covered-${number}-${status}`);
const open = (details) => details.evaluate((element) => (element.open = true));
/** The first lines of the comments of a Word file. */
const comments = (bytes) => {
  const xml = unzip(bytes).get("word/comments.xml").toString("utf8");
  return [...xml.matchAll(/<w:comment .*?<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).sort();
};

test("advice that is dropped is listed with its author, role, date and findings", () =>
  withWorkspace(async (page) => {
    await begin(page);
    const cards = page.locator("#advice-list > section");
    assert.deepEqual(await cards.locator("h2").allInnerTexts(), ["Priya Nair", "Owen Bright"]);
    const facts = (await cards.first().locator("dd").allInnerTexts()).slice(0, 5);
    assert.deepEqual(facts, [
      "psychology.docx",
      "Educational Psychologist",
      "Not found",
      "4 March 2026",
      "1 paragraph on needs, 0 on outcomes, 2 on provision",
    ]);
    // No agency, no title, since a bold line is none, no outcomes, no views of the child and none of the parents.
    assert.equal(await cards.first().locator("summary").innerText(), "Asked of advice, and not there: 5");
    await goTo(page, "#tasks");
    const task = page.locator(".govuk-task-list__item").filter({ has: page.getByRole("link", { name: /^Advice/ }) });
    assert.equal(
      await task.locator(".govuk-task-list__hint").innerText(),
      "2 files; 1 statement not found in the plan",
    );
  }));

test("what became of it is listed by advice, and bears on the descriptors that ask for it", () =>
  withWorkspace(async (page) => {
    await begin(page);
    await open(group(page, 0, "not_found"));
    const lost = group(page, 0, "not_found").locator("li");
    assert.equal(await lost.count(), 1);
    assert.ok((await lost.innerText()).includes("A swimming instructor should teach her to float each Friday."));
    assert.equal(await group(page, 0, "weaker").locator("summary").first().innerText(), "Weaker in the plan: 1");
    assert.equal(await group(page, 1, "whole").locator("summary").first().innerText(), "Carried: 1");
    // The therapist is not in Section K, and the psychologist's date is another there.
    assert.ok(await page.getByText("Differences from Section K: 2").isVisible());

    await goTo(page, "#section-F");
    const sources = page.locator("section", { has: page.locator("#sources-heading") });
    assert.ok(await sources.getByText("2 of 2 statements have a source in the advice").isVisible());
    await open(sources.locator("details"));
    assert.ok(
      (await sources.innerText()).includes("Priya Nair, Educational Psychologist: “A teaching assistant should"),
    );
    const bears = page.locator('[slot="F1"]');
    await open(bears.locator("details"));
    const text = await bears.innerText();
    assert.ok(text.includes("float each Friday.” was not found in the plan."), text);
    assert.ok(text.includes("Owen Bright: “A speech"), text);
    assert.ok(text.includes("once a term.” is carried."), text);
    await goTo(page, "#section-K");
    await open(page.locator('[slot="K3"] details'));
    assert.ok((await page.locator('[slot="K3"]').innerText()).includes("does not list the advice of Owen Bright"));
  }));

test("a person pairs and parts with keys alone, and the case keeps it", () =>
  withWorkspace(async (page) => {
    await begin(page);
    const isSummary = (text) =>
      `(element) => element.localName === "summary" && element.innerText.startsWith("${text}")`;
    await page.locator("#title").focus();
    await pressUntil(page, isSummary("Not found in the plan: 1"));
    await page.keyboard.press("Enter");
    await pressUntil(page, isSummary("Pair with another statement"));
    await page.keyboard.press("Enter");
    await pressUntil(page, '(element) => element.localName === "select"');
    const options = await page.locator("#covered-0-not_found select option").allInnerTexts();
    assert.equal(options.length, 3, "two statements of provision, and none");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await pressUntil(page, '(element) => element.innerText === "Pair"');
    await page.keyboard.press("Enter");
    await page.getByText("The statements are paired.").waitFor();
    await page.getByText("Not found in the plan: none").first().waitFor();
    // Once a term is less than each Friday.
    await page.getByText("Weaker in the plan: 2").waitFor();

    await goTo(page, "#tasks");
    const saved = await downloaded(page, () => page.getByRole("button", { name: "Save the case" }).click());
    const { pairs, advices } = JSON.parse(saved.text);
    assert.deepEqual(
      advices.map(({ name }) => name),
      ["psychology.docx", "therapy.docx"],
    );
    assert.deepEqual([pairs.length, pairs[0].advice, pairs[0].plan.length], [1, 0, 1]);

    await goTo(page, "#advice");
    await open(group(page, 0, "weaker"));
    await group(page, 0, "weaker")
      .getByRole("button", { name: /^Take your decision back/ })
      .click();
    await group(page, 0, "not_found").waitFor();
    await open(group(page, 1, "whole"));
    await group(page, 1, "whole").getByRole("button", { name: /^Part/ }).click();
    await group(page, 1, "not_found").waitFor();
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await group(page, 1, "whole").waitFor();

    // A decision about a place where nothing stands any more is told, and can be taken out.
    const stale = JSON.parse(saved.text);
    stale.pairs = [{ ...stale.pairs[0], place: { part: 3, block: 99, at: 0, length: 5 } }];
    await goTo(page, "#tasks");
    await drop(page, { "case.json": JSON.stringify(stale) });
    await page.getByText("The case is opened.").waitFor();
    await goTo(page, "#advice");
    await page.getByText("1 decision about a pair names a place where nothing stands any more").waitFor();
    await page.getByRole("button", { name: "Take them out of the case" }).click();
    await page.getByText("1 decision about a pair").waitFor({ state: "detached" });
    stale.pairs = [{ advice: -1, place: {}, plan: null }];
    await goTo(page, "#tasks");
    await drop(page, { "case.json": JSON.stringify(stale) });
    await page.getByText("The case could not be opened").first().waitFor();
    assert.ok((await page.locator("#error-summary").innerText()).includes("/pairs/0"));
  }));

test("advice is removed, and brought back with what was said about it", () =>
  withWorkspace(async (page) => {
    await begin(page);
    await page.getByRole("button", { name: /^Remove.*Priya Nair/ }).click();
    await page.getByText("The advice of Priya Nair is removed.").waitFor();
    assert.deepEqual(await page.locator("#advice-list h2").allInnerTexts(), ["Owen Bright"]);
    await group(page, 0, "whole").waitFor();
    await page.locator("#notice").getByRole("button", { name: "Undo" }).click();
    await page.getByText("The advice is back.").waitFor();
    await page.getByText("Weaker in the plan: 1").waitFor();
    await drop(page, { "old.doc": "not a Word file" });
    await page.getByText("Some advice could not be read").first().waitFor();
    assert.equal(await page.locator("#advice-list > section").count(), 2);
  }));

test("the feedback, the advice and the plan are downloaded", () =>
  withWorkspace(async (page) => {
    await begin(page);
    const press = (name) => () => page.getByRole("button", { name }).click();
    const feedback = await downloaded(page, press(/^Download the feedback.*Priya Nair/));
    assert.equal(feedback.name, "feedback-on-advice.html");
    assert.ok(feedback.text.includes("SEND Regulations 2014, regulation 6(1); SEND Code of Practice 2015, 9.51"));
    const advice = await downloaded(page, press(/^Download with comments.*Priya Nair/));
    const inAdvice = comments(advice.bytes);
    for (const expected of [
      "No part of the advice was found that suggests outcomes.",
      "No statement of the plan was found that carries this.",
      "The plan says less than this advice.",
    ]) {
      assert.ok(inAdvice.includes(expected), `${expected}: ${inAdvice.join(" / ")}`);
    }
    const plan = await downloaded(page, press("Download the plan with these as comments"));
    assert.equal(plan.name, "plan-and-advice.docx");
    assert.deepEqual(
      comments(plan.bytes).map((text) => text.slice(0, 46)),
      [
        "Not found in the plan, and would stand in Sect",
        "Section K does not list the advice of Owen Bri",
        "Section K gives another date for the advice of",
        "The plan says less here than Priya Nair, Educa",
      ],
    );
  }));

test("no screen with advice violates what axe knows of, or scrolls sideways", async () => {
  for (const width of [320, 1280]) {
    await withWorkspace(
      async (page) => {
        await goTo(page, "#advice");
        await accessible(page, `without advice, ${width}`);
        await goTo(page, "#tasks");
        await begin(page);
        for (const screen of ["#advice", "#section-F", "#section-K"]) {
          await goTo(page, screen);
          await page.locator("#screen details").first().waitFor();
          for (let depth = 0; depth < 2; depth += 1)
            for (const details of await page.locator("#screen details").all()) await open(details);
          await accessible(page, `${screen}, ${width}`);
          const content = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(content <= width, `${screen}: ${content} wide on a screen of ${width}`);
        }
      },
      { viewport: { width, height: 900 } },
    );
  }
});
