// The binding to forms that exist, in pages as hosts have them. Grades are worked out by hand from the
// bands of sections: 2 where every descriptor that counts is met, 3 where at least half are, else 4.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { CASE_PAGE, caseFiles } from "./case-page.mjs";
import { hostPage, NO_WASM } from "./host-page.mjs";
import { attach, shown, startHosts } from "./hosts.mjs";

const radio = (name, value) => `<label><input type=radio name="${name}" value="${value}">${value}</label>`;
const radios = (name, values) => `<fieldset data-ehcp-qa="${name}"><legend>${name}</legend>
  ${values.map((value) => radio(name, value)).join("")}</fieldset>`;
const outs = (...names) =>
  names
    .map((name) =>
      /findings$|problems|path|wording$/.test(name)
        ? `<ul data-ehcp-qa-out="${name}"></ul>`
        : `<p data-ehcp-qa-out="${name}">before</p>`,
    )
    .join("");
const B = ["B1", "B2", "B3"].map((id) => radios(id, ["Y", "N", "n/a"])).join("");

let hosts;

before(async () => {
  hosts = await startHosts({
    ...(await caseFiles()),
    "/radios": hostPage(`<form id=host>${B}</form>${outs("B.suggested", "B.progress", "problems", "B.findings")}`),
    "/mixed": hostPage(`<input type=checkbox data-ehcp-qa="B1">
      <span data-ehcp-qa="B2"><input type=checkbox data-ehcp-qa-unchecked=no></span>
      <select data-ehcp-qa="B3"><option value="">?<option value=7>Yes<option value=8>No</select>
      <select data-ehcp-qa="B.score"><option value="">?<option value=2>2 Good
        <option value=3>3 Requires improvement</select>
      <input data-ehcp-qa="plan.year_group"><input data-ehcp-qa="review.date">
      <textarea data-ehcp-qa="B.rationale"></textarea>
      <select data-ehcp-qa="criteria.writing"><option value="">?<option>Mostly well written<option>Not met</select>
      ${outs("B.suggested", "problems")}`),
    "/map": hostPage(`<div id=host><input name=q1><input name=q2><input name=q3><output id=grade>?</output></div>`),
    "/text": hostPage(`<textarea data-ehcp-qa="F.text"></textarea>${outs("F.wording", "F.wording.count", "problems")}`),
    "/blocked": hostPage(`<input data-ehcp-qa="B1">${outs("problems", "B.suggested")}`, { policy: NO_WASM }),
  });
});

after(() => hosts?.close());

test("radios are followed, and their result is written", () =>
  hosts.open("/radios", async (page) => {
    await attach(page);
    assert.equal(await shown(page, "B.suggested"), "2 Good to 4 Inadequate");
    await page.locator("[data-ehcp-qa=B1] input").nth(0).check();
    await page.locator("[data-ehcp-qa=B2] input").nth(0).check();
    assert.equal(await shown(page, "B.suggested"), "2 Good to 3 Requires improvement", "2 of 3 are at least half");
    await page.locator("[data-ehcp-qa=B3] input").nth(1).check();
    assert.equal(await shown(page, "B.suggested"), "3 Requires improvement");
    assert.equal(await shown(page, "B.progress"), "3 of 4", "the score is still to be given");
    assert.ok(
      (await shown(page, "B.findings")).includes(
        "Warning: In section B, 1 descriptor is answered no, but no improvement is noted.",
      ),
    );
    assert.deepEqual((await page.evaluate(() => window.received.at(-1))).fields, ["B3"]);
    assert.ok((await page.evaluate(() => window.received.at(-1))).results.includes("B.suggested"));
    await page.locator("#host").evaluate((form) => form.reset());
    await page.waitForFunction(
      () => document.querySelector("[data-ehcp-qa-out='B.suggested']").textContent === "2 Good to 4 Inadequate",
    );
  }));

test("detaching leaves the page as it was", () =>
  hosts.open("/radios", async (page) => {
    const body = () => page.locator("body").evaluate((element) => element.innerHTML);
    const before = await body();
    await attach(page);
    await page.locator("[data-ehcp-qa=B1] input").nth(0).check();
    assert.notEqual(await body(), before);
    await page.evaluate(() => window.bound.detach());
    assert.equal(await body(), before);
    const count = await page.evaluate(() => window.received.length);
    await page.locator("[data-ehcp-qa=B2] input").nth(0).check();
    await page.evaluate(() => window.bound.refresh());
    assert.equal(await page.evaluate(() => window.received.length), count, "nothing is followed any longer");
    assert.equal(await body(), before);
  }));

test("checkboxes, selects by their words, numbers and dates are read", () =>
  hosts.open("/mixed", async (page) => {
    await attach(page);
    const review = () => page.evaluate(() => window.bound.detail.review);
    assert.deepEqual(
      (await review()).sections.B.descriptors,
      { B1: null, B2: "no", B3: null },
      "an unchecked box says no only where the host asks for it",
    );
    await page.locator("[data-ehcp-qa=B1]").check();
    await page.locator("[data-ehcp-qa=B2] input").check();
    await page.locator("[data-ehcp-qa=B3]").selectOption("8");
    await page.locator("[data-ehcp-qa='B.score']").selectOption("3");
    await page.locator("[data-ehcp-qa='plan.year_group']").fill("Year 9");
    await page.locator("[data-ehcp-qa='review.date']").fill("4/3/2026");
    await page.locator("[data-ehcp-qa='B.rationale']").fill("Two of three.");
    await page.locator("[data-ehcp-qa='criteria.writing']").selectOption("Mostly well written");
    const { sections, plan, review: details, criteria } = await review();
    assert.deepEqual(sections.B, {
      descriptors: { B1: "yes", B2: "yes", B3: "no" },
      score: 3,
      rationale: "Two of three.",
    });
    assert.deepEqual([plan.year_group, details.date, criteria.writing], [9, "2026-03-04", "mostly_well_written"]);
    assert.equal(await shown(page, "B.suggested"), "3 Requires improvement");
    assert.deepEqual(await shown(page, "problems"), []);
  }));

test("values that cannot be read are left out, and reported without repeating it", () =>
  hosts.open("/mixed", async (page) => {
    await attach(page);
    await page.locator("[data-ehcp-qa='plan.year_group']").fill("40");
    await page.locator("[data-ehcp-qa='review.date']").fill("31/2/2026");
    const problems = await shown(page, "problems");
    assert.equal(problems.length, 2);
    assert.match(
      problems.find((text) => text.startsWith("plan.year_group: ")),
      /-2 to 15|from -2/,
    );
    assert.match(
      problems.find((text) => text.startsWith("review.date: ")),
      /date/,
    );
    assert.ok(problems.every((text) => !text.includes("40") && !text.includes("2026")));
    await page.locator("[data-ehcp-qa=B1]").evaluate((box) => box.setAttribute("data-ehcp-qa", "B9"));
    await page.waitForFunction(() =>
      window.bound.detail.problems.some(
        ({ name, message }) => name === "B9" && message === "There is no field of this name.",
      ),
    );
    // The words and the value of an option that contradict each other are not guessed at.
    await page.locator("[data-ehcp-qa=B3]").evaluate((select) => select.replaceChildren(new Option("No", "1")));
    await page.waitForFunction(() =>
      window.bound.detail.problems.some(
        ({ name, message }) =>
          name === "B3" && message.startsWith("Its value and the words beside it say different things."),
      ),
    );
  }));

test("selectors and value maps do for pages whose markup cannot be changed", () =>
  hosts.open("/map", async (page) => {
    await attach(
      page,
      {
        map: { B1: "[name=q1]", B2: "[name=q2]", B3: "[name=q3]" },
        outputs: { "B.suggested": "#grade" },
        values: { "*": { J: "yes", N: "no" }, B3: { J: "no" } },
      },
      "#host",
    );
    for (const name of ["q1", "q2", "q3"]) await page.locator(`[name=${name}]`).fill("J");
    assert.equal(await page.locator("#grade").textContent(), "3 Requires improvement", "of B3, J says no");
    await page.evaluate(() => window.bound.detach());
    assert.equal(await page.locator("#grade").textContent(), "?");
  }));

test("a page that forbids WebAssembly is given an error, and works as before", () =>
  hosts.open(
    "/blocked",
    async (page) => {
      const code = await page.evaluate(async () => {
        const { attach } = await import("/wasm/dist/form.js");
        return attach(document.body).then(
          () => "bound",
          (error) => error.code,
        );
      });
      assert.equal(code, "wasm_blocked");
      assert.deepEqual(await shown(page, "problems"), [
        "This page's Content-Security-Policy does not allow WebAssembly: add 'wasm-unsafe-eval' to its script-src.",
      ]);
      assert.equal(await shown(page, "B.suggested"), "before");
    },
    { allowed: [/Content Security Policy/] },
  ));

test("the text of a section is checked, with an engine fetched only then", () =>
  hosts.open("/text", async (page) => {
    const engine = "/wasm/dist/ehcp_qa_bg.wasm";
    assert.ok(!hosts.requests.includes(engine), "no page before this one has a text to check");
    await attach(page);
    await page.locator("textarea").fill("Jo will have regular support.");
    await page.waitForFunction(() => document.querySelector("[data-ehcp-qa-out='F.wording']").children.length > 0);
    assert.ok(hosts.requests.includes(engine));
    assert.match(await shown(page, "F.wording.count"), /^\d warnings?$/);
    await page.locator("textarea").fill("");
    await page.waitForFunction(() => document.querySelector("[data-ehcp-qa-out='F.wording']").children.length === 0);
    assert.equal(
      await page.evaluate(() => JSON.stringify(window.bound.detail.review).includes("Jo")),
      false,
      "the text is no part of the review",
    );
    await page.locator("textarea").fill("Jo will have regular support.");
    await page.waitForFunction(() => document.querySelector("[data-ehcp-qa-out='F.wording']").children.length > 0);
    await page.locator("textarea").evaluate((area) => area.remove());
    await page.waitForFunction(
      () => document.querySelector("[data-ehcp-qa-out='F.wording']").children.length === 0,
      null,
      { timeout: 5000 },
    );
  }));

test("a case-management page: value maps, post-backs, parts replaced, events of jQuery", () =>
  hosts.open(CASE_PAGE, async (page) => {
    await page.waitForFunction(() => window.binding);
    await page.evaluate(() => (window.bound = window.binding));
    assert.equal(await shown(page, "overall.suggested"), "1 Outstanding to 4 Inadequate");

    for (const number of [1, 2]) await page.locator(`#rbl${number}_0`).check();
    for (const number of [3, 4, 5]) await page.locator(`#rbl${number}_1`).check();
    assert.equal(await shown(page, "A.suggested"), "4 Inadequate", "2 of 5 are fewer than half");

    // A post-back sends the current values, although the handler of the page sends it at once.
    await page.locator("#ddlStage").selectOption("5");
    const sent = new URLSearchParams(await page.evaluate(() => window.postedBack));
    const review = JSON.parse(sent.get("ctl00$Main$hfReview"));
    assert.equal(review.plan.stage, "final");
    assert.deepEqual(review.sections.A.descriptors, { A1: "yes", A2: "yes", A3: "no", A4: "no", A5: "no" });
    assert.equal(sent.get("ctl00$Main$hfLine"), await shown(page, "line"));

    await page.evaluate(() => updatePanel());
    assert.equal(await shown(page, "A.suggested"), "4 Inadequate", "the same answers in new fields");
    await page.locator("#rbl3_0").check();
    assert.equal(await shown(page, "A.suggested"), "3 Requires improvement", "3 of 5, in a field that came later");

    await page.evaluate(() => jQuery("#ddlErrors").val("Y").trigger("change"));
    assert.equal(
      await shown(page, "overall.suggested"),
      "4 Inadequate",
      "errors were found, and every better grade requires that none are",
    );
    await page.evaluate(() => {
      document.getElementById("ddlErrors").value = "";
      window.bound.refresh();
    });
    assert.equal(
      await shown(page, "overall.suggested"),
      "2 Good to 4 Inadequate",
      "the criteria are open again; section A, at 3, keeps the plan from Outstanding",
    );

    await page.evaluate(() => document.getElementById("rbl1_0").closest("tr[class], table").remove());
    await page.waitForFunction(() => window.bound.detail.fields.includes("A1"));
    assert.equal(
      (await page.evaluate(() => window.bound.detail.review)).sections.A.descriptors.A1,
      undefined,
      "a field that is gone answers no more",
    );

    await page.evaluate(() => window.bound.detach());
    for (const name of ["A.suggested", "overall.suggested"]) assert.equal(await shown(page, name), "(not graded)");
    assert.equal(await page.locator("#hfReview").inputValue(), "unset");
  }));
