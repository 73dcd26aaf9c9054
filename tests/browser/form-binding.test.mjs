// Where a bound form gets its modules, and pages that hosts have: boxes with a hidden twin, parts replaced by the
// server, fields that are disabled or stand elsewhere, jQuery that arrives late.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { hostPage, UNTYPED } from "./host-page.mjs";
import { attach, shown, startHosts } from "./hosts.mjs";

const host = (body) => hostPage(body, { policy: UNTYPED });
const module = async (name) => ({
  type: "application/wasm",
  body: await readFile(new URL(`../../wasm/dist/${name}_bg.wasm`, import.meta.url)),
});
const TEXT = `<input data-ehcp-qa="B1"><textarea data-ehcp-qa="F.text"></textarea>
  <ul data-ehcp-qa-out="F.wording"></ul><ul data-ehcp-qa-out="problems"></ul>`;
/** What matters here of jQuery: an event that it triggers reaches its handlers, and is none of the browser's. */
const JQUERY = `const bound = [];
  window.jQuery = (element) => ({
    on: (_, run) => bound.push({ element, run }),
    off: () => bound.splice(0),
    val: (value) => ((element.value = value), jQuery(element)),
    trigger: () => bound.filter((one) => one.element.contains(element)).forEach(({ run }) => run({})),
  });`;
const answers = (page) => page.evaluate(() => window.bound.detail.review.sections?.A?.descriptors);

let hosts;

before(async () => {
  hosts = await startHosts({
    "/moved/grading.wasm": await module("ehcp_qa_grading"),
    "/moved/writing.wasm": await module("ehcp_qa"),
    "/text": host(TEXT),
    "/empty": host(""),
    "/element": host(`<ehcp-qa-review></ehcp-qa-review><script type=module src="/wasm/dist/elements.js"></script>`),
    "/twin": host(`<form>
      <input type=checkbox name="Answers.A1" value=true checked><input type=hidden name="Answers.A1" value=false>
      <input type=checkbox name="Answers.A2" value=true><input type=hidden name="Answers.A2" value=false>
      <ul data-ehcp-qa-out="problems"></ul></form>`),
    "/post-back": host(`<form><div id=panel>
      <fieldset data-ehcp-qa="A1"><label><input type=radio name=A1 value=1 checked>Yes</label>
        <label><input type=radio name=A1 value=0>No</label></fieldset>
      <fieldset data-ehcp-qa="A2"><label><input type=radio name=A2 value=1>Yes</label>
        <label><input type=radio name=A2 value=0>No</label></fieldset>
      <output data-ehcp-qa-out="A.progress"></output></div></form>`),
    "/elsewhere": host(`<form id=one>
      <fieldset disabled><select data-ehcp-qa="G1"><option>Yes<option selected>No</select></fieldset>
      <span data-ehcp-qa="A1"><input type=radio name=A1 value=yes checked><input type=radio name=A1 value=no></span>
      <ul data-ehcp-qa-out="problems"></ul></form>
      <select form=one data-ehcp-qa="A2"><option>Yes<option selected>No</select>
      <form id=two><span data-ehcp-qa="A1"><input type=radio name=A1 value=no checked></span></form>`),
    "/late": host(`<form><select data-ehcp-qa="A1"><option value=""><option>Yes<option>No</select></form>`),
    "/jquery.js": { type: "text/javascript", body: JQUERY },
  });
});

after(() => hosts?.close());

/** The WebAssembly that a page requests. */
async function modulesOf(run) {
  const from = hosts.requests.length;
  await run();
  return hosts.requests.slice(from).filter((path) => path.endsWith(".wasm"));
}

const write = (page) => page.locator("textarea").fill("Jo will have regular support.");
const checked = (page) =>
  page.waitForFunction(() => document.querySelector("[data-ehcp-qa-out='F.wording']").children.length > 0);

test("each module comes from where the page keeps it", async () => {
  const modules = { grading: "/moved/grading.wasm", writing: "/moved/writing.wasm" };
  const requested = await modulesOf(() =>
    hosts.open("/text", async (page) => {
      await attach(page, { modules });
      await write(page);
      await checked(page);
    }),
  );
  assert.deepEqual(requested, ["/moved/grading.wasm", "/moved/writing.wasm"]);
});

test("the option wasm is the module for grading, as before", async () => {
  const requested = await modulesOf(() =>
    hosts.open("/text", async (page) => {
      await attach(page, { wasm: "/moved/grading.wasm" });
      await write(page);
      await checked(page);
    }),
  );
  assert.deepEqual(requested, ["/moved/grading.wasm", "/wasm/dist/ehcp_qa_bg.wasm"]);
});

test("the elements take their modules by the same names", async () => {
  const requested = await modulesOf(() =>
    hosts.open("/empty", async (page) => {
      await page.evaluate(async () => {
        const { configure } = await import("/wasm/dist/elements.js");
        configure({ modules: { grading: "/moved/grading.wasm", writing: "/moved/writing.wasm" } });
        for (const name of ["ehcp-qa-review", "ehcp-qa-thread"]) {
          const element = document.createElement(name);
          const ready = new Promise((resolve) => element.addEventListener("ehcp-qa-ready", resolve));
          document.body.append(element);
          await ready;
        }
      });
    }),
  );
  assert.deepEqual(requested, ["/moved/grading.wasm", "/moved/writing.wasm"]);
});

test("the page shows that texts cannot be checked, and grades on", () =>
  hosts.open(
    "/text",
    async (page) => {
      await attach(page, { modules: { writing: "/moved/none.wasm" } });
      await write(page);
      await page.waitForFunction(() => document.querySelector("[data-ehcp-qa-out='problems']").children.length > 0);
      assert.deepEqual(await shown(page, "problems"), [
        "wording: The engine's .wasm file was not found: the server answered 404.",
      ]);
      await page.locator("[data-ehcp-qa=B1]").fill("yes");
      assert.equal(await page.evaluate(() => window.bound.detail.review.sections.B.descriptors.B1), "yes");
    },
    { allowed: [/404/] },
  ));

const MARKED = `\ufeff{"framework":"shropshire-2023","plan":{"stage":"final"}}`;

test("a byte order mark before a review is accepted, in a form and in the element", async () => {
  await hosts.open("/text", async (page) => {
    await attach(page, { review: MARKED });
    assert.equal(await page.evaluate(() => window.bound.detail.review.plan.stage), "final");
  });
  await hosts.open("/element", async (page) => {
    await page.locator(".eqa-body").waitFor();
    const stage = await page.locator("ehcp-qa-review").evaluate((element, text) => {
      element.value = text;
      return element.review.plan.stage;
    }, MARKED);
    assert.equal(stage, "final");
  });
});

test("the hidden twin of a box is no answer", () =>
  hosts.open("/twin", async (page) => {
    await attach(page, { map: { A1: "[name='Answers.A1']", A2: "[name='Answers.A2']" } }, "form");
    assert.deepEqual(await answers(page), { A1: "yes", A2: null });
    assert.deepEqual(await shown(page, "problems"), []);
    await page.locator("[name='Answers.A2'][type=checkbox]").check();
    assert.deepEqual(await answers(page), { A1: "yes", A2: "yes" });
  }));

test("a part of the form that the server replaces is read again, with one event", () =>
  hosts.open("/post-back", async (page) => {
    await attach(page, {}, "form");
    await page.locator("[data-ehcp-qa=A1] input").first().focus();
    const events = await page.evaluate(async () => {
      const { length } = window.received;
      const panel = document.querySelector("#panel");
      const copy = panel.cloneNode(true);
      copy.querySelector("[name=A2][value='0']").setAttribute("checked", "");
      copy.querySelector("output").textContent = "";
      const heard = new Promise((heard) => document.body.addEventListener("ehcp-qa-assessment", heard, { once: true }));
      panel.innerHTML = copy.innerHTML;
      await heard;
      // A second event would come before the second frame is painted.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      return window.received.slice(length).map(({ fields }) => fields);
    });
    assert.deepEqual(events, [["A2"]]);
    assert.deepEqual(await answers(page), { A1: "yes", A2: "no" });
    assert.equal(await shown(page, "A.progress"), "2 of 6");
  }));

test("a form has its controls elsewhere in the page, and none of another form", () =>
  hosts.open("/elsewhere", async (page) => {
    await attach(page, {}, "#one");
    assert.deepEqual(await answers(page), { A1: "yes", A2: "no" });
    assert.deepEqual(await shown(page, "problems"), []);
    assert.equal(
      await page.evaluate(() => window.bound.detail.review.sections.G.descriptors.G1),
      "no",
      "a disabled field counts, as the documentation has it",
    );
    await page.locator("[form=one]").selectOption("Yes");
    assert.deepEqual(await answers(page), { A1: "yes", A2: "yes" });
    await page.evaluate(() => window.bound.detach());
    const count = await page.evaluate(() => window.received.length);
    await page.locator("[form=one]").selectOption("No");
    assert.equal(await page.evaluate(() => window.received.length), count, "nothing is followed any longer");
  }));

test("events of a jQuery that arrives later are noticed", () =>
  hosts.open("/late", async (page) => {
    await attach(page, {}, "form");
    await page.evaluate(async () => {
      const script = document.createElement("script");
      script.src = "/jquery.js";
      const loaded = new Promise((resolve) => script.addEventListener("load", resolve));
      document.head.append(script);
      await loaded;
      window.jQuery(document.querySelector("select")).val("No").trigger("change");
    });
    assert.deepEqual(await answers(page), { A1: "no" });
  }));

test("a criterion with two answers is read by yes and no under any framework", async () => {
  const framework = await readFile(new URL("../../core/tests/small-framework.json", import.meta.url), "utf8");
  await hosts.open("/empty", async (page) => {
    await page.evaluate(
      () => (document.body.innerHTML = `<input data-ehcp-qa="criteria.lawful"><input data-ehcp-qa="plan.age">`),
    );
    await attach(page, { framework });
    const read = async (words) => {
      await page.locator("[data-ehcp-qa='criteria.lawful']").fill(words);
      return page.evaluate(() => window.bound.detail.review.criteria.lawful);
    };
    assert.deepEqual([await read("Y"), await read("not met"), await read("")], ["yes", "no", null]);
    await page.locator("[data-ehcp-qa='plan.age']").fill("11");
    assert.equal(await page.evaluate(() => window.bound.detail.review.plan.age), 11);
  });
});
