// What a page does with its parts: an UpdatePanel replaces them, a morph makes them like the server's copy, a script
// takes their places. The form and the elements that stand on them follow, with no call by the page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { ELEMENTS, hostPage, UNTYPED } from "./host-page.mjs";
import { attach, shown, startHosts } from "./hosts.mjs";

const { resolve } = createRequire(import.meta.url);
const script = async (path) => ({ type: "text/javascript", body: await readFile(path) });
const FORM = `<form id=form><div id=panel>
  <select name=a1 data-ehcp-qa="A1"><option value=""></option><option value=Yes>Yes</option><option value=No>No</option></select>
  <label><input type=radio name=a2 data-ehcp-qa="A2" value=Yes>Yes</label>
  <label><input type=radio name=a2 data-ehcp-qa="A2" value=No>No</label>
  <input name=a3 data-ehcp-qa="A3"><p data-ehcp-qa="A4"></p>
  <textarea name=text data-ehcp-qa="A.rationale"></textarea>
  <output data-ehcp-qa-out="A.progress"></output></div></form>`;
/** The server's copy of the panel, with answers. */
const ANSWERED = FORM.replace(/^<form id=form>|<\/form>$/g, "")
  .replace("value=Yes>Yes</option>", "value=Yes selected>Yes</option>")
  .replace("value=No>No</label>", "value=No checked>No</label>")
  .replace('data-ehcp-qa="A3"', 'data-ehcp-qa="A3" value="yes"')
  .replace('"A4"></p>', '"A4">no</p>')
  .replace("</textarea>", "From the server.</textarea>");
const WRITING = `<div id=up><textarea id=t aria-label="Section F"></textarea></div>
  <ehcp-qa-wording for=t section=F></ehcp-qa-wording>
  <div id=up1><ehcp-qa-review id=review parts=criteria></ehcp-qa-review></div>
  <ehcp-qa-panel for=review compact></ehcp-qa-panel>${ELEMENTS}`;

let hosts;

before(async () => {
  hosts = await startHosts({
    "/form": hostPage(FORM, { policy: UNTYPED }),
    "/parted": hostPage(`<table><form id=form><tr><td><input data-ehcp-qa="A1" value=yes></td></tr>
      <tr><td><span data-ehcp-qa="A2"><input type=radio name=a2 value=no checked></span></td></tr></form></table>
      <form id=two><input data-ehcp-qa="A1" value=no><input form=form data-ehcp-qa="A3" value=no></form>`),
    "/jquery": hostPage(`<form id=form><select data-ehcp-qa="A1"><option><option>Yes<option>No</select></form>`, {
      policy: UNTYPED,
    }),
    "/writing": hostPage(WRITING, { policy: UNTYPED }),
    "/idiomorph.js": await script(resolve("idiomorph/dist/idiomorph.esm.js")),
    "/jquery.js": await script(resolve("jquery/dist/jquery.min.js")),
    "/bundled.js": {
      type: "text/javascript",
      body: `const module = { exports: {} };\n${await readFile(resolve("jquery/dist/jquery.js"), "utf8")}
        export default module.exports;`,
    },
  });
});

after(() => hosts?.close());

const WAYS = {
  "an UpdatePanel": (html, id) => (document.getElementById(id).outerHTML = html),
  "a morph": async (html, id) => {
    const { Idiomorph } = await import("/idiomorph.js");
    Idiomorph.morph(document.getElementById(id), html);
  },
};

for (const [name, replace] of Object.entries(WAYS)) {
  test(`a form follows ${name}`, () =>
    hosts.open("/form", async (page) => {
      await attach(page, {}, "#form");
      assert.equal(await shown(page, "A.progress"), "0 of 6");
      await page.evaluate(replaceWith(replace, ANSWERED, "panel"));
      await page.waitForFunction(() => window.bound.detail.review.sections?.A?.rationale === "From the server.");
      assert.deepEqual(await page.evaluate(() => window.bound.detail.review.sections.A.descriptors), {
        A1: "yes",
        A2: "no",
        A3: "yes",
        A4: "no",
      });
      await page.waitForFunction(() => document.querySelector("output").textContent === "4 of 6");
      await page.locator("select").selectOption("No");
      await page.locator("[name=text]").fill("By hand.");
      const { A } = await page.evaluate(() => window.bound.detail.review.sections);
      assert.deepEqual([A.descriptors.A1, A.rationale], ["no", "By hand."]);
    }));

  test(`elements follow ${name}`, () =>
    hosts.open("/writing", async (page) => {
      await page.locator("ehcp-qa-panel .eqa-glimpse").waitFor();
      await page.locator("#t").fill("Jo will have regular support.");
      await page.locator("ehcp-qa-wording").getByText("“regular”").first().waitFor();
      const text = `<div id=up><textarea id=t aria-label="Section F">Jo will have help as required.</textarea></div>`;
      await page.evaluate(replaceWith(replace, text, "up"));
      await page.locator("ehcp-qa-wording").getByText("“as required”").first().waitFor();

      const review = `<div id=up1><p>Saved</p><ehcp-qa-review id=review parts=criteria
        value='{"framework":"shropshire-2023","criteria":{"no_admin_errors":"not_met"}}'></ehcp-qa-review></div>`;
      await page.evaluate(replaceWith(replace, review, "up1"));
      await page.locator("ehcp-qa-review .eqa-body").waitFor();
      await page.locator("#review").evaluate((element) => {
        element.review = { framework: "shropshire-2023", criteria: { no_admin_errors: "not_met" } };
      });
      await page.locator("ehcp-qa-panel").getByText("4 Inadequate").waitFor();
      await page.locator('[data-pointer="/criteria/no_admin_errors"]').getByLabel("Met", { exact: true }).check();
      await page.locator("ehcp-qa-panel").getByText("1 Outstanding to").waitFor();
      assert.equal(await page.locator("[role=alert]").count(), 0);
    }));
}

/** The text of a call that a page makes: its functions know nothing of the test's. */
function replaceWith(replace, html, id) {
  return `(${replace})(${JSON.stringify(html)}, ${JSON.stringify(id)})`;
}

test("a form that a table has parted from its controls has them, and none of another form", () =>
  hosts.open("/parted", async (page) => {
    await attach(page, {}, "#form");
    const answers = (bound) => bound.detail.review.sections.A.descriptors;
    assert.deepEqual(await page.evaluate(`(${answers})(window.bound)`), { A1: "yes", A2: "no", A3: "no" });
    const two = await page.evaluate(async () => {
      const { attach } = await import("/wasm/dist/form.js");
      return (await attach(document.querySelector("#two"))).detail.review.sections.A.descriptors;
    });
    assert.deepEqual(two, { A1: "no" }, "both are bound, with the same names");
  }));

const chosen = (page) => page.evaluate(() => window.bound.detail.review.sections.A.descriptors.A1);

test("events of a jQuery under another name are noticed, before the form is bound or after", () =>
  hosts.open("/jquery", async (page) => {
    await attach(page, {}, "#form");
    await page.evaluate(async () => {
      const script = document.createElement("script");
      script.src = "/jquery.js";
      const loaded = new Promise((resolve) => script.addEventListener("load", resolve));
      document.head.append(script);
      await loaded;
      window.$council = window.jQuery.noConflict(true);
      window.$council("select").val("No").trigger("change");
    });
    assert.equal(await chosen(page), "no");
  }));

test("events of a jQuery within a bundle are noticed, and the page's handler stays", () =>
  hosts.open("/jquery", async (page) => {
    await page.evaluate(() => {
      window.heard = [];
      document.querySelector("#form").onchange = ({ type }) => window.heard.push(type);
    });
    await attach(page, {}, "#form");
    await page.evaluate(async () => {
      const { default: $ } = await import("/bundled.js");
      window.global = typeof window.jQuery;
      $("select").val("Yes").trigger("change");
    });
    assert.equal(await page.evaluate(() => window.global), "undefined");
    assert.equal(await chosen(page), "yes");
    await page.evaluate(() => window.bound.detach());
    await page.locator("select").selectOption("No");
    assert.deepEqual(await page.evaluate(() => window.heard), ["change", "change"]);
  }));
