// What the values of a page are read as: scores as the framework prints them and as people write them, values declared
// for all fields, words that are not read with the nearest that is, HTML of editors; and what the findings of a text
// say.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { hostPage, UNTYPED } from "./host-page.mjs";
import { attach, shown, startHosts } from "./hosts.mjs";

const host = (body, policy = UNTYPED) => hostPage(`${body}<ul data-ehcp-qa-out="problems"></ul>`, { policy });
const options = (...entries) => entries.map(([value, text]) => `<option value="${value}">${text}</option>`).join("");
const MAP_IT = `Say what its values mean with data-ehcp-qa-values or the option "values".`;
const SCORES = "1 Outstanding, 2 Good, 3 Requires improvement or 4 Inadequate";

let hosts;

before(async () => {
  hosts = await startHosts({
    "/field": host(`<input id=field>`),
    "/select": host(`<select id=field></select>`),
    "/shared": host(`<div data-ehcp-qa-values='{"5":"yes"}'>
      <select data-ehcp-qa="A1">${options([-1, "--"], [1, "Fully"], [2, "Partly"], [5, "Very"])}</select>
      <select data-ehcp-qa="overall.score">${options([-1, "--"], [1, "1"], [2, "2"], [3, "3"])}</select>
      <select data-ehcp-qa="plan.year_group">${options([-1, "--"], [1, "1"], [2, "2"], [5, "5"])}</select>
      <select data-ehcp-qa="plan.health_needs">${options([-1, "--"], [1, "?"], [2, "?"])}</select>
      <input data-ehcp-qa="A.rationale"></div>`),
    "/text": hostPage(
      `<textarea data-ehcp-qa="F.text"></textarea><div contenteditable data-ehcp-qa="A.strengths"></div>
       <ul data-ehcp-qa-out="F.wording"></ul><output data-ehcp-qa-out="F.wording.count"></output>
       <ul data-ehcp-qa-out="problems"></ul>`,
    ),
  });
});

after(() => hosts?.close());

/** Reads values one after the other under a name: what the review then has at its place, and what is told. */
function reading(name, path, values) {
  return hosts.open("/field", async (page) => {
    await attach(page, { map: { [name]: "#field" } });
    for (const [written, value, problem] of values) {
      await page.locator("#field").fill(written);
      const read = await page.evaluate(
        (path) => path.reduce((tree, key) => tree?.[key], window.bound.detail.review),
        path,
      );
      assert.equal(read ?? null, value, written);
      assert.deepEqual(await shown(page, "problems"), problem === undefined ? [] : [`${name}: ${problem}`], written);
    }
  });
}

const unread = (expected, near) =>
  `What it holds cannot be read: expected ${expected}.${near === undefined ? "" : ` The nearest is “${near}”.`} ${MAP_IT}`;

test("scores are read as headings print them, and as people write them", () =>
  reading(
    "A.score",
    ["sections", "A", "score"],
    [
      ["2. Good", 2],
      ["2 Good", 2],
      ["Good (2)", 2],
      ["Good - 2", 2],
      ["GOOD", 2],
      ["3. Requires Improvement", 3],
      ["requires_improvement", 3],
      ["Requires improvement: 3", 3],
      ["4", 4],
      ["1 – outstanding", 1],
      ["3 Good", null, "Its number and its words are different scores."],
      ["RI", null, unread(SCORES, "Requires improvement")],
      ["Outstandng", null, unread(SCORES, "Outstanding")],
      ["17", null, unread(SCORES)],
      ["2/4", null, unread(SCORES)],
      ["Fair", null, unread(SCORES)],
    ],
  ));

test("the value of an option and its words are one score", () =>
  hosts.open("/select", async (page) => {
    const choose = (value, text) =>
      page.evaluate(
        ([value, text]) => document.querySelector("#field").replaceChildren(new Option(text, value, true, true)),
        [value, text],
      );
    await choose("17", "Good (2)");
    await attach(page, { map: { "A.score": "#field" } });
    const read = () => page.evaluate(() => window.bound.detail.review.sections?.A?.score ?? null);
    assert.equal(await read(), 2, "the number of a row in a database is no score");
    await choose("3", "Good");
    await page.waitForFunction(() => window.bound.detail.problems.length === 1);
    assert.equal(await read(), null);
    assert.deepEqual(await shown(page, "problems"), [
      `A.score: Its value and the words beside it say different things. ${MAP_IT}`,
    ]);
  }));

test("stages that are not read are told, with the nearest", () => {
  const expected = "Draft, Proposed amended plan or Final";
  return reading(
    "plan.stage",
    ["plan", "stage"],
    [
      ["Final", "final"],
      ["PAP", null, unread(expected, "Proposed amended plan")],
      ["Proposed amended", null, unread(expected, "Proposed amended plan")],
      ["Final plan", null, unread(expected, "Final")],
      ["Fianl", null, unread(expected)],
      ["Finel", null, unread(expected, "Final")],
      ["Issued", null, unread(expected)],
    ],
  );
});

test("year groups that are not read are told, with the nearest", () =>
  reading(
    "plan.year_group",
    ["plan", "year_group"],
    [
      ["Year 9", 9],
      ["Yr 9", 9],
      ["9", 9],
      ["Reception", 0],
      ["NCY 9", null, unread("a year group", "Year 9")],
      ["NCY9", null, unread("a year group", "Year 9")],
      ["Recption", null, unread("a year group", "Reception")],
      ["9 to 10", null, unread("a year group")],
      ["Sixth form", null, unread("a year group")],
    ],
  ));

test("dates in another order or with other marks are told", () => {
  const expected = "a date, as YYYY-MM-DD or day/month/year";
  return reading(
    "review.date",
    ["review", "date"],
    [
      ["2026-03-04", "2026-03-04"],
      ["4/3/2026", "2026-03-04"],
      ["04.03.2026", "2026-03-04"],
      ["04/03/2026 00:00:00", "2026-03-04"],
      ["04-03-2026", null, unread(expected)],
      ["March 2026", null, unread(expected)],
    ],
  );
});

test("values declared for all fields are those of the fields that they fit", () =>
  hosts.open("/shared", async (page) => {
    await attach(page, { values: { "*": { "-1": null, 1: "yes", 2: "no" } } });
    const set = (name, value) => page.locator(`[data-ehcp-qa="${name}"]`).selectOption(value);
    await set("A1", "2");
    await set("overall.score", "2");
    await set("plan.year_group", "1");
    await set("plan.health_needs", "1");
    await page.locator("input").fill("1");
    const { sections, plan } = await page.evaluate(() => window.bound.detail.review);
    assert.deepEqual(
      [sections.A.descriptors.A1, sections.overall.score, plan.year_group, plan.health_needs, sections.A.rationale],
      ["no", 2, 1, true, "1"],
    );
    await set("A1", "5");
    await set("plan.year_group", "5");
    await set("overall.score", "-1");
    const now = await page.evaluate(() => window.bound.detail.review);
    assert.deepEqual(
      [now.sections.A.descriptors.A1, now.sections.overall.score, now.plan.year_group],
      ["yes", null, 5],
      "so are those declared around several fields",
    );
    assert.deepEqual(await shown(page, "problems"), []);
  }));

/** Writes a text, and waits until something is found in it. */
async function found(page, text, expected) {
  await page.locator("textarea").evaluate((area, text) => {
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
  await page.waitForFunction(
    (expected) => document.querySelector("[data-ehcp-qa-out='F.wording']").textContent.includes(expected),
    expected,
  );
  return shown(page, "F.wording");
}

test("each finding of a text quotes its words, and what to put instead", () =>
  hosts.open("/text", async (page) => {
    await attach(page);
    const [finding, ...others] = await found(page, "Jo will have regular support as required.", "regular");
    assert.equal(others.length, 0, "of one statement there is one finding");
    for (const words of ["“regular”: ", "“support”: ", "“as required”: "]) assert.ok(finding.includes(words), finding);
    const { parts } = await page.evaluate(async () => {
      const heard = new Promise((resolve) =>
        document.body.addEventListener("ehcp-qa-wording", ({ detail }) => resolve(detail.lint.findings[0])),
      );
      const area = document.querySelector("textarea");
      area.value += " ";
      area.dispatchEvent(new Event("input", { bubbles: true }));
      return heard;
    });
    assert.ok(parts.length > 1);
    for (const { message, instead } of parts) assert.ok(finding.includes(`${message} ${instead}`), finding);
  }));

test("the HTML of an editor is read as text, its paragraphs apart", () =>
  hosts.open("/text", async (page) => {
    await attach(page);
    const html =
      "<p>Jo will have <strong>regular</strong>&nbsp;support.</p>\n<ul><li>A caf&eacute; visit as required</li></ul>" +
      "<!-- <p>as appropriate</p> --><p>R&amp;D &ndash; daily</p>";
    const lines = await found(page, html, "as required");
    assert.ok(
      lines.some((line) => line.includes("“Jo will have regular support”")),
      lines.join("\n"),
    );
    assert.ok(
      lines.some((line) => line.includes("“A café visit as required”")),
      lines.join("\n"),
    );
    assert.ok(
      lines.every((line) => !/strong|nbsp|<p>|eacute|as appropriate/.test(line)),
      lines.join("\n"),
    );
    // Typed into an editor that is part of the page, of which no value can be asked.
    await page.locator("[contenteditable]").evaluate((editor) => {
      for (const words of ["Clear & warm.", "Names the school."]) {
        const paragraph = document.createElement("p");
        paragraph.textContent = words;
        editor.append(paragraph);
      }
    });
    await page.waitForFunction(() => window.bound.detail.review.sections?.A?.strengths);
    assert.equal(
      await page.evaluate(() => window.bound.detail.review.sections.A.strengths),
      "Clear & warm.\nNames the school.",
    );
  }));

test("blanks in angle brackets are no HTML", () =>
  hosts.open("/text", async (page) => {
    await attach(page);
    const lines = await found(page, "<name> will have regular support from <a teaching assistant>.", "regular");
    assert.ok(
      lines.some((line) => line.includes("<name>") || line.includes("<a teaching assistant>")),
      lines.join("\n"),
    );
  }));

test("of many findings 200 are listed, and the others counted", () =>
  hosts.open("/text", async (page) => {
    await attach(page);
    const lines = await found(page, "Jo will have regular support.\n\n".repeat(300), "more finding");
    assert.equal(lines.length, 201);
    const parts = await page.evaluate(async () => {
      const { Engine, init } = await import("/wasm/dist/index.js");
      await init();
      const lint = new Engine().lint("F", document.querySelector("textarea").value);
      return {
        all: lint.findings.reduce((sum, { parts }) => sum + parts.length, 0) + lint.absent.length + lint.more,
        listed: lint.findings.slice(0, 200).reduce((sum, { parts }) => sum + parts.length, 0),
      };
    });
    assert.equal(lines[200], `And ${parts.all - parts.listed} more findings.`);
  }));
