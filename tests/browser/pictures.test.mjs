// The pictures of README.md, taken of the demo: PICTURES=write node --test tests/browser/pictures.test.mjs

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { startHosts } from "./hosts.mjs";

const LARGEST = 250_000;
let hosts;

before(async () => {
  hosts = await startHosts();
});

after(() => hosts?.close());

async function picture(name, page) {
  const taken = await page.screenshot();
  const file = new URL(`../../docs/pictures/${name}.png`, import.meta.url);
  if (process.env.PICTURES === "write") await writeFile(file, taken);
  const kept = await readFile(file);
  assert.ok(kept.length < LARGEST);
  // Fonts differ from machine to machine: only the size can be compared.
  assert.deepEqual(kept.subarray(16, 24), taken.subarray(16, 24));
}

const VIEW = { viewport: { width: 1280, height: 800 } };

test("a review with its results", () =>
  hosts.open(
    "/js-demo/dist/index.html",
    async (page) => {
      await page.getByLabel("Sample review").selectOption({ label: "A half-filled review: draft, Year 7" });
      await page.getByRole("button", { name: "Load sample" }).click();
      await page.locator('ehcp-qa-review [data-pointer="/sections/E"]').evaluate((section) => section.scrollIntoView());
      await picture("review", page);
    },
    VIEW,
  ));

test("a section with its findings", () =>
  hosts.open(
    "/js-demo/dist/wording.html",
    async (page) => {
      await page.locator("ehcp-qa-wording .eqa-finding").first().waitFor();
      await page.getByLabel("Text of the section").evaluate((area) => area.scrollIntoView());
      await picture("wording", page);
    },
    VIEW,
  ));
