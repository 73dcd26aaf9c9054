// How often a change on a page crosses into the engine, and with how much text. A change is one call, which edits and
// returns what the review then comes to. A review as text crosses when a page is opened or another review is put in its
// place, and never for a change.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ELEMENTS, hostPage } from "./host-page.mjs";
import { attach, startHosts } from "./hosts.mjs";

/** Stands before every module: notes each call of the engine, and each text or list of bytes that goes in. */
const COUNT = `
window.crossings = { calls: [], bytes: 0 };
const { Instance } = WebAssembly;
WebAssembly.Instance = function (module, imports) {
  const { exports } = new Instance(module, imports);
  const counted = ([name, value]) => {
    if (/^(core|livereview)_/.test(name)) return [name, (...given) => (crossings.calls.push(name), value(...given))];
    if (name === "__wbindgen_malloc") {
      return [name, (size, ...more) => ((crossings.bytes += size), value(size, ...more))];
    }
    return [name, value];
  };
  return { exports: Object.fromEntries(Object.entries(exports).map(counted)) };
};`;
/** More than an id or an answer has, and a fraction of the smallest review. */
const SHORT = 100;
const host = (body) => hostPage(body, { head: `<script src="/count.js"></script>` });

let hosts;

before(async () => {
  hosts = await startHosts({
    "/count.js": { type: "text/javascript", body: COUNT },
    "/element": host(`<ehcp-qa-review></ehcp-qa-review><ehcp-qa-panel></ehcp-qa-panel>${ELEMENTS}`),
    "/form": host(
      `<form><input data-ehcp-qa="B1"><input data-ehcp-qa="plan.age"></form><p data-ehcp-qa-out="line"></p>`,
    ),
    "/text": host(`<input data-ehcp-qa="B1"><textarea data-ehcp-qa="F.text"></textarea>`),
  });
});

after(() => hosts?.close());

/** The calls and texts that cross during an action on the page. */
async function crossing(page, act) {
  await page.evaluate(() => (window.crossings = { calls: [], bytes: 0 }));
  await act();
  const { calls, bytes } = await page.evaluate(() => window.crossings);
  return { calls: calls.filter((name) => !name.endsWith("_free")), bytes };
}

test("in the element a change is one call, with its assessment and its score line", () =>
  hosts.open("/element", async (page) => {
    await page.locator(".eqa-body").waitFor();
    const field = (pointer) => page.locator(`[data-pointer="${pointer}"]`);
    const edits = [
      () => field("/sections/B/descriptors/B1").getByLabel("No", { exact: true }).check(),
      () => field("/sections/B/score").locator("input").first().check(),
      () => field("/criteria/complies").locator("input").first().check(),
      () => field("/plan/year_group").selectOption("9"),
      () => field("/review/level").selectOption("2"),
      () => field("/sections/B/rationale").fill("Thin on history."),
    ];
    const changed = () => page.locator("ehcp-qa-review").evaluate(({ line, value }) => ({ line, value }));
    let before = await changed();
    for (const [number, act] of edits.entries()) {
      const { calls, bytes } = await crossing(page, act);
      assert.deepEqual(calls, ["livereview_edit"]);
      assert.ok(bytes < SHORT, `${bytes} bytes for edit ${number}`);
      const read = await crossing(page, async () => {
        const now = await changed();
        assert.notEqual(now.value, before.value, "the edit was made");
        before = now;
      });
      assert.deepEqual(read.calls, [], "the line came with the edit");
    }
    const refused = await crossing(page, async () => {
      await field("/plan/age").fill("99");
      await field("/plan/age").blur();
    });
    assert.deepEqual(refused.calls, ["livereview_edit"], "what is refused is taken back, and the page says why");
    const { review, line } = await page.locator("ehcp-qa-review").evaluate(({ review, line }) => ({ review, line }));
    assert.equal(review.plan.age, null);
    assert.match(line, /^EHCPQA:1\/shropshire-2023\/y=9\/l=2\//, "the line has no age either");
  }));

test("in a bound form a change is one call, with its assessment and its score line", () =>
  hosts.open("/form", async (page) => {
    await attach(page);
    const { calls, bytes } = await crossing(page, () => page.locator("[data-ehcp-qa=B1]").fill("yes"));
    assert.deepEqual(calls, ["livereview_edit"]);
    assert.ok(bytes < SHORT, `${bytes} bytes`);
    const again = await crossing(page, () => page.evaluate(() => window.bound.refresh()));
    assert.deepEqual(again.calls, [], "without a change nothing crosses");
  }));

test("in a bound form the text of a section crosses into the wording engine alone", () =>
  hosts.open("/text", async (page) => {
    await attach(page);
    const write = (text) =>
      page.evaluate(async (text) => {
        const area = document.querySelector("textarea");
        const heard = new Promise((heard) => document.body.addEventListener("ehcp-qa-wording", heard, { once: true }));
        area.value = text;
        area.dispatchEvent(new Event("input", { bubbles: true }));
        await heard;
        // What follows from it would cross before the second frame is painted.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      }, text);
    await write("Jo will have regular support.");
    const { calls } = await crossing(page, () => write("Jo will have weekly support."));
    assert.deepEqual(calls, ["core_lint"]);
  }));

test("an element that is taken out of the page and put back grades on", () =>
  hosts.open("/element", async (page) => {
    await page.locator(".eqa-body").waitFor();
    const answer = (id, label) =>
      page.locator(`[data-pointer="/sections/B/descriptors/${id}"]`).getByLabel(label, { exact: true }).check();
    await answer("B1", "No");
    await page.evaluate(() => {
      const element = document.querySelector("ehcp-qa-review");
      element.remove();
      document.body.append(element);
    });
    const { calls } = await crossing(page, () => answer("B2", "No"));
    assert.deepEqual(calls, ["core_open", "livereview_edit"]);
    const suggested = await page
      .locator("ehcp-qa-review")
      .evaluate(({ assessment }) => assessment.sections.find(({ id }) => id === "B").suggested);
    assert.deepEqual(suggested, { best: 4, worst: 4 }, "1 of 3 at best is less than half");
  }));
