// A plan that is dropped on a page, read and checked there under a strict policy, with one module.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { hostPage } from "./host-page.mjs";
import { startHosts } from "./hosts.mjs";

const plans = new URL("../plans/", import.meta.url);
const NAME = "04_lower_aldane_form";

const SCRIPT = `
import { Engine, init, openPlan } from "/wasm/dist/plan.js";
const zone = document.querySelector("#zone");
const read = async (file) => {
  await init();
  try {
    const plan = openPlan({ kind: "word", bytes: await file.arrayBuffer() });
    window.findings = new Engine().checkPlan(plan).findings.length;
    window.plan = plan.document.parts.map(({ sections, blocks }) => [sections, blocks.map(({ text }) => text)]);
    zone.textContent = "read";
  } catch ({ code, problems }) {
    zone.textContent = code + ": " + problems[0].message;
  }
};
zone.addEventListener("dragover", (event) => event.preventDefault());
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  void read(event.dataTransfer.files[0]);
});
zone.textContent = "ready";`;

let hosts;

before(async () => {
  hosts = await startHosts({
    "/plan.js": { type: "text/javascript", body: SCRIPT },
    "/plan": hostPage(`<p id="zone"></p><script type="module" src="/plan.js"></script>`),
  });
});

after(() => hosts?.close());

/** Drops a file on the page, as a person does from a folder. */
async function drop(page, name, bytes) {
  const transfer = await page.evaluateHandle(
    ([name, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], name));
      return transfer;
    },
    [name, bytes.toString("base64")],
  );
  await page.dispatchEvent("#zone", "drop", { dataTransfer: transfer });
}

test("a plan is dropped, read and checked, and nothing but the module is fetched", async () => {
  const bytes = await readFile(new URL(`${NAME}.docx`, plans));
  const { sections: gold } = JSON.parse(await readFile(new URL(`${NAME}.gold.json`, plans), "utf8"));
  await hosts.open("/plan", async (page) => {
    await page.getByText("ready", { exact: true }).waitFor();
    await drop(page, "plan.docx", bytes);
    await page.getByText("read", { exact: true }).waitFor();
    const plan = await page.evaluate(() => window.plan);
    for (const [section, text] of Object.entries(gold)) {
      const blocks = plan.filter(([sections]) => sections.includes(section)).flatMap(([, blocks]) => blocks);
      assert.equal(blocks.filter((text) => text.trim() !== "").join("\n"), text, section);
    }
    assert.ok((await page.evaluate(() => window.findings)) > 0);
    await drop(page, "plan.pdf", Buffer.from("%PDF-1.7"));
    await page.getByText(/^invalid_plan_file: This is a PDF/).waitFor();
  });
  assert.deepEqual(
    hosts.requests.filter((path) => path.endsWith(".wasm")),
    ["/wasm/dist/ehcp_qa_plan_bg.wasm"],
  );
});
