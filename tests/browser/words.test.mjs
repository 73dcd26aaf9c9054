// That a page can replace every word of a review and its results: with marks around each text and message, nothing is
// shown without marks but the words of the framework.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { hostPage, UNTYPED } from "./host-page.mjs";
import { startHosts } from "./hosts.mjs";

const read = (file) => readFile(new URL(`../../${file}`, import.meta.url), "utf8");
const [FRAMEWORK, MESSAGES] = await Promise.all(
  ["shropshire-2023", "messages"].map((name) => read(`core/frameworks/${name}.json`)),
);

const REVIEW = JSON.stringify({
  framework: "shropshire-2023",
  plan: { stage: "draft", year_group: 9 },
  criteria: { no_admin_errors: "not_met" },
  sections: {
    B: { score: 1, descriptors: { B1: "no", B2: "yes", B3: "no" } },
    G: { descriptors: { G1: "not_applicable" } },
    F: { score: 2, rationale: "Why", descriptors: { F1: "yes" } },
    overall: { score: 1 },
  },
});

let hosts;

before(async () => {
  hosts = await startHosts({
    "/words": hostPage(
      `<ehcp-qa-panel for="review"></ehcp-qa-panel><ehcp-qa-panel for="review" compact></ehcp-qa-panel>
       <ehcp-qa-review id="review"></ehcp-qa-review>
       <script type="module" src="/words.js"></script>`,
      { policy: UNTYPED },
    ),
    "/words.js": {
      headers: { "content-type": "text/javascript" },
      body: `
        import { configure, TEXTS } from "/wasm/dist/elements.js";
        const marked = (value) =>
          typeof value === "string"
            ? "⟦" + value + "⟧"
            : Object.fromEntries(Object.entries(value).map(([name, text]) => [name, marked(text)]));
        const messages = ${MESSAGES};
        configure({ words: marked(TEXTS), messages: { ...messages, texts: marked(messages.texts) } });
        document.querySelector("#review").value = ${JSON.stringify(REVIEW)};
      `,
    },
  });
});

after(() => hosts?.close());

test("the Welsh words have every text of the elements", () =>
  hosts.open("/words", async (page) => {
    const missing = await page.evaluate(async () => {
      const { TEXTS } = await import("/wasm/dist/elements.js");
      const welsh = await (await fetch("/wasm/dist/cy.json")).json();
      return Object.keys(TEXTS).filter((name) => !(name in welsh.words));
    });
    assert.deepEqual(missing, []);
  }));

/** Every text that is shown or read out, in the shadow trees too. */
function texts() {
  const found = [];
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt"];
  function walk(node) {
    if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent);
    if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return;
    if (["STYLE", "SCRIPT", "TEXTAREA"].includes(node.nodeName)) return;
    for (const name of ATTRIBUTES) if (node.getAttribute?.(name)) found.push(node.getAttribute(name));
    if (node.shadowRoot) walk(node.shadowRoot);
    for (const child of node.childNodes) walk(child);
  }
  walk(document.body);
  return [...new Set(found.map((text) => text.trim()))];
}

/** What is left of a text without what stands between marks. */
function unmarked(text) {
  for (let before; before !== text; ) {
    before = text;
    text = text.replace(/⟦[^⟦⟧]*⟧/g, "");
  }
  return text.trim();
}

test("every word of a review and its results can be replaced", () =>
  hosts.open("/words", async (page) => {
    await page.locator("ehcp-qa-panel:not([compact]) .eqa-grade").waitFor();
    // What is folded is made when it is unfolded.
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const shown = await page.evaluate(texts);
    assert.ok(shown.filter((text) => text.includes("⟦")).length > 150, `${shown.length} texts`);
    const isOfFramework = (text) =>
      !/\p{L}{2}/u.test(text) || FRAMEWORK.includes(JSON.stringify(text.trim()).slice(1, -1));
    // An id or a score stands before what it is called: "QS1 Quality Standard One".
    const isData = (text) => text.split(/(?<=^\S+) /).every(isOfFramework) || isOfFramework(text);
    const bare = shown
      .map(unmarked)
      .map((text) => text.replace(/^: /, ""))
      .filter((text) => text !== "" && !isData(text));
    assert.deepEqual(bare, []);
  }));
