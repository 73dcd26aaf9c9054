// A megabyte in a field: the page answers while it is checked, 200 findings are drawn, and all are counted.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ELEMENTS, hostPage } from "./host-page.mjs";
import { attach, shown, startHosts } from "./hosts.mjs";

const STATEMENT = "Jo will have regular support as required.\n\n";
const STATEMENTS = Math.ceil(1_000_000 / STATEMENT.length);
const NUMBER = new Intl.NumberFormat("en-GB", { useGrouping: false });

let hosts;

before(async () => {
  hosts = await startHosts({
    "/form": hostPage(`<textarea id=text data-ehcp-qa="F.text"></textarea><input data-ehcp-qa="B1">
      <ul data-ehcp-qa-out="F.wording"></ul><output data-ehcp-qa-out="F.wording.count"></output>
      <ul data-ehcp-qa-out="problems"></ul>`),
    "/element": hostPage(
      `<textarea id=text></textarea><ehcp-qa-wording for=text section=F></ehcp-qa-wording>${ELEMENTS}`,
    ),
  });
});

after(() => hosts?.close());

/** Sets a text in the field: its findings, how long the check took, and the longest that the page did not answer. */
const check = (page, text) =>
  page.evaluate(async (text) => {
    const area = document.querySelector("#text");
    const heard = new Promise((resolve) =>
      document.body.addEventListener("ehcp-qa-wording", ({ detail }) => resolve(detail.lint), { once: true }),
    );
    // What the browser takes for the lines of the field itself is not measured.
    area.value = text;
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 0));
    const start = performance.now();
    let [last, longest, isOver] = [start, 0, false];
    const tick = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (!isOver) setTimeout(tick, 0);
    };
    area.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(tick, 0);
    const lint = await heard;
    isOver = true;
    const parts = lint.findings.reduce((sum, { parts }) => sum + parts.length, 0);
    return { listed: parts, all: parts + lint.absent.length + lint.more, took: last - start, longest };
  }, text);

/** The page answered many times while the text was checked, whatever the machine was doing else. */
function answered({ took, longest }) {
  assert.ok(longest < took / 5, `the page waited ${Math.round(longest)} of ${Math.round(took)} ms`);
}

test("a bound form", () =>
  hosts.open("/form", async (page) => {
    await attach(page);
    const one = await check(page, STATEMENT);
    const text = STATEMENT.repeat(STATEMENTS);
    const found = await check(page, text);
    answered(found);
    const absent = one.all - one.listed;
    assert.equal(found.all, one.listed * STATEMENTS + absent, "of each statement the same is found");
    const lines = await shown(page, "F.wording");
    assert.equal(lines.length, 201);
    assert.equal(lines[200], `And ${NUMBER.format(found.all - 200 * one.listed)} more findings.`);
    assert.ok((await shown(page, "F.wording.count")).endsWith("more findings."));
    await page.locator("[data-ehcp-qa=B1]").fill("yes");
    assert.equal(await page.evaluate(() => window.bound.detail.review.sections.B.descriptors.B1), "yes");
    await check(page, "Jo will have regular support.");
    assert.equal((await shown(page, "F.wording")).length, 1);
  }));

test("the element beside a text area", () =>
  hosts.open("/element", async (page) => {
    const wording = page.locator("ehcp-qa-wording");
    await wording.locator(".eqa-findings").waitFor({ state: "attached" });
    const one = await check(page, STATEMENT);
    const found = await check(page, STATEMENT.repeat(STATEMENTS));
    answered(found);
    const drawn = Math.floor(200 / one.listed) * one.listed;
    await wording.getByText(`And ${NUMBER.format(found.all - drawn)} more findings.`).waitFor();
    assert.equal(await wording.locator(".eqa-finding").count(), drawn);
    const summary = await wording.locator(".eqa-strong").first().textContent();
    assert.ok(summary.startsWith(`${NUMBER.format(found.all)} findings.`), summary);
    // What stands in the field meanwhile is what counts.
    await page.evaluate((text) => {
      const area = document.querySelector("#text");
      for (const value of [text, "Jo will have help."]) {
        area.value = value;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }, STATEMENT.repeat(STATEMENTS));
    await page.waitForFunction(() =>
      document.querySelector("ehcp-qa-wording").shadowRoot.querySelector(".eqa-marked").textContent.endsWith("help."),
    );
  }));
