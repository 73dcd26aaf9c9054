// The accessibility trees of several states, as text. The expected ones in `trees/` were read by a person. After an
// intended change, run TREES=write node --test tests/browser/trees.test.mjs and read the difference.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { withDemoPage } from "./demo-page.mjs";
import { choose } from "./files.mjs";
import { startHosts } from "./hosts.mjs";
import { TOO_OLD } from "./made-up.mjs";

let hosts;

before(async () => {
  hosts = await startHosts();
});

after(() => hosts?.close());

async function reads(name, locator) {
  const tree = `${await locator.ariaSnapshot()}\n`;
  const file = new URL(`trees/${name}.yml`, import.meta.url);
  if (process.env.TREES === "write") await writeFile(file, tree);
  assert.equal(tree, await readFile(file, "utf8"), name);
}

test("a section of the review, its results, and an error", () =>
  withDemoPage(hosts, "#answers", async (page) => {
    await page.locator('[data-pointer="/plan/stage"]').getByLabel("Draft").check();
    await page.locator('[data-pointer="/plan/age"]').fill("99");
    await page.locator('[data-pointer="/plan/age"]').blur();
    await reads("plan-with-an-error", page.locator('ehcp-qa-review [data-pointer="/plan"]'));
    await page.locator('[data-pointer="/sections/B/descriptors/B1"]').getByLabel("No", { exact: true }).check();
    await page.locator('[data-pointer="/sections/B/score"]').getByLabel("3 Requires improvement").check();
    await reads("section-answered", page.locator('ehcp-qa-review [data-pointer="/sections/B"]'));
    await reads("results", page.locator("#results"));
  }));

test("a file that cannot be taken", () =>
  withDemoPage(hosts, "#answers", async (page) => {
    await choose(page.locator("#import-file"), TOO_OLD);
    await page.locator(".govuk-error-summary").waitFor();
    await reads("error-summary", page.locator(".govuk-error-summary"));
  }));

test("findings about a text", () =>
  withDemoPage(hosts, "wording.html", async (page) => {
    await page.getByLabel("Text of the section").fill("Jo will have regular support.");
    await page.locator("ehcp-qa-wording .eqa-finding").first().waitFor();
    await page.waitForFunction(() => document.querySelector("ehcp-qa-wording").lint.statements.length === 1);
    await reads("findings", page.locator("ehcp-qa-wording"));
  }));
