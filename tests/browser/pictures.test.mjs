// The pictures of README.md are those of the demo as it is now. Fonts differ from machine to machine, so words are
// compared as words, and pixels on a coarse grid.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { withDemoPage } from "./demo-page.mjs";
import { startHosts } from "./hosts.mjs";

const REMAKE = "PICTURES=write node --test tests/browser/pictures.test.mjs";
const VIEW = { viewport: { width: 1280, height: 800 } };
const LARGEST = 250_000;
/** The grid, in cells. A cell is 40 pixels wide and high. */
const GRID = { across: 32, down: 20 };
/** Cells differ by more than this, of 255; and so many of them may, because other fonts move what is drawn. */
const STEP = 24;
const MOST_DIFFERENT = 0.25;

const PLAN = fileURLToPath(new URL("../plans/02_brackenford_big_tables.docx", import.meta.url));

let hosts;

before(async () => {
  hosts = await startHosts();
});

after(() => hosts?.close());

/** In the page: the texts that the screen shows, or those whose middle is in its middle half. */
function texts(middle) {
  const [top, bottom] = middle ? [innerHeight / 4, (3 * innerHeight) / 4] : [0, innerHeight];
  const found = new Set();
  const visit = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.shadowRoot) visit(node.shadowRoot);
      const text = node.nodeType === Node.TEXT_NODE ? node.data.replace(/\s+/g, " ").trim() : "";
      if (text === "" || !node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNode(node);
      const { y, height, width } = range.getBoundingClientRect();
      if (width > 1 && height > 1 && y + height / 2 >= top && y + height / 2 <= bottom) found.add(text);
    }
  };
  visit(document.body);
  return [...found].sort();
}

/** In the page: every text that it has, shown on the screen or not. */
function allTexts() {
  const roots = (root) => [
    root,
    ...[...root.querySelectorAll("*")].flatMap((one) => (one.shadowRoot ? roots(one.shadowRoot) : [])),
  ];
  return roots(document.body).flatMap((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode.data.replace(/\s+/g, " ").trim());
    return found;
  });
}

/** The mean colour of each cell of the grid, as Chromium scales a picture down. */
async function cellsOf(context, png) {
  const page = await context.newPage();
  try {
    return await page.evaluate(
      async ([base64, { across, down }]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const options = { resizeWidth: across, resizeHeight: down, resizeQuality: "high" };
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }), options);
        const context = new OffscreenCanvas(across, down).getContext("2d");
        context.drawImage(bitmap, 0, 0);
        return [...context.getImageData(0, 0, across, down).data];
      },
      [png.toString("base64"), GRID],
    );
  } finally {
    await page.close();
  }
}

/** The share of cells in which a colour differs. */
function different(one, other) {
  const cells = GRID.across * GRID.down;
  let count = 0;
  for (let cell = 0; cell < cells; cell += 1) {
    const at = [0, 1, 2].map((colour) => 4 * cell + colour);
    if (at.some((place) => Math.abs(one[place] - other[place]) > STEP)) count += 1;
  }
  return count / cells;
}

/** Binds the words of a picture to it. */
const digest = (bytes) => `sha256 ${createHash("sha256").update(bytes).digest("hex")}`;

async function compare(name, page, context) {
  const file = (ending) => new URL(`../../docs/pictures/${name}.${ending}`, import.meta.url);
  const taken = await page.screenshot();
  if (process.env.PICTURES === "write") {
    await writeFile(file("png"), taken);
    await writeFile(file("txt"), `${[digest(taken), ...(await page.evaluate(texts, false))].join("\n")}\n`);
  }
  const kept = await readFile(file("png"));
  const [written, ...words] = (await readFile(file("txt"), "utf8")).trimEnd().split("\n");
  const remake = `docs/pictures/${name}.png is not the demo as it is now. Look at both, and run ${REMAKE}`;
  assert.ok(kept.length < LARGEST, `${kept.length} bytes`);
  assert.equal(digest(kept), written, `${remake}\nIts words are those of another picture`);
  const there = new Set(await page.evaluate(allTexts));
  assert.deepEqual(
    words.filter((text) => !there.has(text)),
    [],
    `${remake}\nThese words are on the picture only`,
  );
  const middle = await page.evaluate(texts, true);
  assert.deepEqual(
    middle.filter((text) => !words.includes(text)),
    [],
    `${remake}\nThese words are on the page only`,
  );
  const share = different(await cellsOf(context, kept), await cellsOf(context, taken));
  if (process.env.PICTURES === "measure") console.log(`${name}: ${(100 * share).toFixed(1)} % of the cells differ`);
  assert.ok(share <= MOST_DIFFERENT, `${remake}\n${Math.round(100 * share)} % of its cells differ`);
}

test("a section of a plan with its findings and its questions", () =>
  withDemoPage(
    hosts,
    "",
    async (page, context) => {
      await page.locator("#plan-file").setInputFiles(PLAN);
      await page.getByText("The plan is read.").waitFor();
      await page.getByRole("link", { name: "Section F" }).click();
      await page.locator("ehcp-qa-findings .eqa-finding").first().waitFor();
      await page.locator('ehcp-qa-review [data-pointer="/sections/F"]').waitFor();
      await compare("workspace", page, context);
    },
    VIEW,
  ));

test("a review with its results", () =>
  withDemoPage(
    hosts,
    "#answers",
    async (page, context) => {
      await page.getByLabel("Sample review").selectOption({ label: "A half-filled review: draft, Year 7" });
      await page.getByRole("button", { name: "Load sample" }).click();
      await page.locator('ehcp-qa-review [data-pointer="/sections/E"]').evaluate((section) => section.scrollIntoView());
      await compare("review", page, context);
    },
    VIEW,
  ));

test("a section with its findings", () =>
  withDemoPage(
    hosts,
    "wording.html",
    async (page, context) => {
      await page.locator("ehcp-qa-wording .eqa-finding").first().waitFor();
      await page.getByLabel("Text of the section").evaluate((area) => area.scrollIntoView());
      await compare("wording", page, context);
    },
    VIEW,
  ));
