// The review element through its life on a page: set before it is defined, moved, restored, undone, printed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { ELEMENTS, hostPage, UNTYPED } from "./host-page.mjs";
import { startHosts } from "./hosts.mjs";

const policy = `${UNTYPED}; frame-src 'self'`;
const host = (body, script = ELEMENTS) => hostPage(`<main><h1>Case</h1>${body}</main>${script}`, { policy });
const FORM = `<form id="host" action="/sent">
  <ehcp-qa-review id="one" name="review"></ehcp-qa-review><button id="save">Save</button></form>`;
const small = await readFile(new URL("../../core/tests/small-framework.json", import.meta.url), "utf8");

/** A page whose framework is another when the person comes back to it. */
const CHANGED = `
import { configure } from "/wasm/dist/elements.js";
const [{ type }] = performance.getEntriesByType("navigation");
const framework = type === "back_forward" ? await (await fetch("/small.json")).json() : undefined;
configure(framework === undefined ? {} : { framework });
const form = document.querySelector("#host");
form.insertAdjacentHTML("afterbegin", '<ehcp-qa-review id="one" name="review"></ehcp-qa-review>');
`;

let hosts;

before(async () => {
  hosts = await startHosts({
    "/page": host(FORM),
    "/beside": host(
      `<ehcp-qa-review id="one" parts="B criteria"><p slot="B1">Two findings</p><p slot="complies">Three findings</p><p slot="none">Nowhere</p></ehcp-qa-review>`,
    ),
    "/findings": host(`<ehcp-qa-findings></ehcp-qa-findings>`),
    "/late": host(
      `<ehcp-qa-review id="one"></ehcp-qa-review><ehcp-qa-panel for="one"></ehcp-qa-panel>
        <textarea id="text" aria-label="Text"></textarea><ehcp-qa-wording for="text"></ehcp-qa-wording>
        <ehcp-qa-thread></ehcp-qa-thread>`,
      "",
    ),
    "/set": host(
      `<form id="host">
        <fieldset id="set" disabled><ehcp-qa-review id="one" name="review"></ehcp-qa-review></fieldset></form>`,
    ),
    "/changed": host(
      `<form id="host" action="/sent"><button id="save">Save</button></form>`,
      `<script type="module" src="/changed.js"></script>`,
    ),
    "/changed.js": { type: "text/javascript", body: CHANGED },
    "/small.json": { type: "application/json", body: small },
    "/frame": host(`${FORM}<iframe id="frame" title="Other" src="/empty"></iframe>`),
    "/labelled": host(
      `<link rel="stylesheet" href="/spaced.css"><form id="host" lang="cy">
        <label for="one">Review of the plan</label>
        <ehcp-qa-review id="one" class="spaced"></ehcp-qa-review></form>`,
    ),
    "/spaced.css": { type: "text/css", body: ".spaced { padding: 2rem }" },
    "/layered": host(`<link rel="stylesheet" href="/layered.css">${FORM}`),
    "/layered.css": {
      type: "text/css",
      body: `@layer reset { * { margin: 0 !important; border: 0 !important;
        letter-spacing: 2px !important; text-transform: uppercase !important } }`,
    },
    "/empty": hostPage("", { policy }),
    "/sent": hostPage("", { policy }),
  });
});

after(() => hosts?.close());

const review = (page) => page.locator("#one");
const field = (page, pointer) => review(page).locator(`[data-pointer="${pointer}"]`);
const choose = (page, pointer, label) => field(page, pointer).getByLabel(label, { exact: true }).check();
const ready = (page) => review(page).locator(".eqa-body").waitFor();
const now = (page) => review(page).evaluate((element) => element.review);
const B1 = "/sections/B/descriptors/B1";
const B2 = "/sections/B/descriptors/B2";
const FRAMEWORK = "shropshire-2023";
const answered = (descriptors) => ({ framework: FRAMEWORK, sections: { B: { descriptors } } });

test("what a page sets before the elements are defined holds, and can be set again", () =>
  hosts.open("/late", async (page) => {
    await page.evaluate(
      async (given) => {
        const [one, panel, wording, thread] = ["review", "panel", "wording", "thread"].map((name) =>
          document.querySelector(`ehcp-qa-${name}`),
        );
        one.review = given;
        one.disabled = true;
        one.words = { yes: "Oes" };
        panel.words = { results: "Canlyniadau" };
        wording.section = "E";
        wording.dismissed = ["0123456789abcdef"];
        thread.plan = { items: [{ id: "B1", section: "B", text: "Reading", links: [] }] };
        await import("/wasm/dist/elements.js");
      },
      answered({ B1: "no" }),
    );
    await ready(page);
    assert.deepEqual(await now(page), answered({ B1: "no" }));
    assert.ok((await field(page, B1).textContent()).includes("Oes"));
    assert.equal(await review(page).locator("input:not(:disabled)").count(), 0);
    await page.getByRole("heading", { name: "Canlyniadau" }).waitFor();
    await page.locator("ehcp-qa-thread svg title").first().waitFor({ state: "attached" });
    const wording = page.locator("ehcp-qa-wording");
    assert.equal(await wording.getAttribute("section"), "E");
    assert.deepEqual(await wording.evaluate(({ dismissed }) => dismissed), ["0123456789abcdef"]);

    await review(page).evaluate((element, given) => (element.review = given), answered({ B2: "yes" }));
    assert.ok(await field(page, B2).getByLabel("Oes", { exact: true }).isChecked());
  }));

test("a score line that is set before the engine has started holds, and a later review takes its place", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    await choose(page, B1, "No");
    const read = (set) =>
      page.evaluate(
        async ([set, line, given]) => {
          const element = document.createElement("ehcp-qa-review");
          const started = new Promise((resolve) => element.addEventListener("ehcp-qa-ready", resolve, { once: true }));
          document.body.append(element);
          for (const name of set) element[name] = name === "line" ? line : given;
          await started;
          const { review } = element;
          element.remove();
          return review;
        },
        [set, lineOfB1, answered({ B2: "yes" })],
      );
    const lineOfB1 = await review(page).evaluate(({ line }) => line);
    assert.deepEqual((await read(["line"])).sections.B.descriptors, { B1: "no" });
    assert.deepEqual((await read(["line", "review"])).sections.B.descriptors, { B2: "yes" });
    assert.deepEqual((await read(["review", "line"])).sections.B.descriptors, { B1: "no" });
  }));

test("within a disabled fieldset the review stays disabled, however its attribute is toggled", () =>
  hosts.open("/set", async (page) => {
    await ready(page);
    const isDisabled = () =>
      review(page)
        .locator(".eqa-body")
        .evaluate((body) => body.disabled);
    const set = (selector, disabled) =>
      page.locator(selector).evaluate((element, disabled) => (element.disabled = disabled), disabled);
    assert.ok(await isDisabled());
    await set("#one", true);
    await set("#one", false);
    assert.ok(await isDisabled(), "the fieldset is still disabled");
    await set("#set", false);
    assert.ok(!(await isDisabled()));
    await set("#one", true);
    await set("#set", true);
    await set("#set", false);
    assert.ok(await isDisabled(), "its attribute is still there");
    await set("#one", false);
    assert.ok(!(await isDisabled()));
  }));

test("a reset after Back clears what the browser restored", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    await choose(page, B1, "No");
    await page.locator("#save").click();
    await page.waitForURL(/\/sent/);
    await page.goBack();
    await ready(page);
    assert.deepEqual(await now(page), answered({ B1: "no" }), "restored");
    await page.locator("#host").evaluate((form) => form.reset());
    assert.deepEqual(await now(page), { framework: FRAMEWORK });
    assert.equal(await field(page, B1).locator("input:checked").count(), 0);
  }));

test("a restored review of another framework is left out, and the form stays", () =>
  hosts.open("/changed", async (page) => {
    await ready(page);
    await choose(page, B1, "No");
    await page.locator("#save").click();
    await page.waitForURL(/\/sent/);
    await page.goBack();
    await ready(page);
    assert.deepEqual(await now(page), { framework: "riverside-2025" });
    // The browser may also restore once the form is there.
    await review(page).evaluate(
      (element, state) => {
        element.formStateRestoreCallback(state, "restore");
      },
      JSON.stringify(answered({ B1: "no" })),
    );
    assert.deepEqual(await now(page), { framework: "riverside-2025" });
  }));

test("an undo takes back a field, not a key", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    await choose(page, B1, "No");
    const [strengths, rationale] = [field(page, "/sections/B/strengths"), field(page, "/sections/B/rationale")];
    await strengths.pressSequentially("a".repeat(210));
    const undo = review(page).getByRole("button", { name: "Undo" });
    await undo.click();
    assert.equal(await strengths.inputValue(), "");
    assert.deepEqual((await now(page)).sections.B.descriptors, { B1: "no" });
    await undo.click();
    assert.equal((await now(page)).sections?.B?.descriptors?.B1, undefined);
    assert.equal(await field(page, B1).locator("input:checked").count(), 0);

    await strengths.pressSequentially("ab");
    await rationale.pressSequentially("cd");
    await strengths.pressSequentially("ef");
    await undo.click();
    assert.deepEqual([await strengths.inputValue(), await rationale.inputValue()], ["ab", "cd"]);
    await rationale.pressSequentially("gh");
    await undo.click();
    assert.deepEqual(
      [await strengths.inputValue(), await rationale.inputValue()],
      ["ab", "cd"],
      "what follows an undo is a step of its own",
    );
    await undo.click();
    assert.deepEqual([await strengths.inputValue(), await rationale.inputValue()], ["ab", ""]);
  }));

test("words and parts that are set together build the form once", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    const counted = await page.evaluate(async () => {
      const element = document.createElement("ehcp-qa-review");
      const seen = { ready: 0, builds: 0 };
      element.addEventListener("ehcp-qa-ready", () => (seen.ready += 1));
      new MutationObserver((records) => {
        const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
        seen.builds += added.filter((node) => node.classList?.contains("eqa-body")).length;
      }).observe(element.shadowRoot ?? element, { childList: true, subtree: true });
      // All promises have been kept by the next message.
      const settled = () => new Promise((resolve) => setTimeout(resolve));
      document.body.append(element);
      element.words = { yes: "Oes" };
      element.setAttribute("parts", "B");
      await settled();
      const first = { ...seen };
      element.words = { yes: "Ie" };
      element.setAttribute("parts", "F");
      element.words = { yes: "Iawn" };
      await settled();
      return { first, second: seen, text: (element.shadowRoot ?? element).textContent };
    });
    assert.deepEqual(counted.first, { ready: 1, builds: 1 });
    assert.deepEqual(counted.second, { ready: 2, builds: 2 });
    assert.ok(counted.text.includes("Iawn") && !counted.text.includes("Oes"));
  }));

test("a review may be moved into another document and back", () =>
  hosts.open("/frame", async (page) => {
    await ready(page);
    await choose(page, B1, "No");
    const frame = page.frameLocator("#frame");
    await frame.locator("body").waitFor({ state: "attached" });
    await page.evaluate(() =>
      document.querySelector("#frame").contentDocument.body.append(document.querySelector("#one")),
    );
    const moved = frame.locator("#one");
    await moved.locator(`[data-pointer="${B2}"]`).getByLabel("No", { exact: true }).check();
    const border = (card) => card.first().evaluate((element) => getComputedStyle(element).borderTopWidth);
    assert.equal(await border(moved.locator(".eqa-card")), "1px", "with its style");
    await page.evaluate(() =>
      document.querySelector("#host").append(document.querySelector("#frame").contentDocument.querySelector("#one")),
    );
    await choose(page, "/sections/B/descriptors/B3", "Yes");
    assert.deepEqual(await now(page), answered({ B1: "no", B2: "no", B3: "yes" }));
    assert.equal(await border(review(page).locator(".eqa-card")), "1px");
  }));

test("a choice that is refused is reported beside its field, and the radio goes back", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    await choose(page, B1, "No");
    await choose(page, B2, "Yes");
    const yes = field(page, B1).locator("input").first();
    // An answer that no framework has.
    await yes.evaluate((input) => (input.value = "maybe"));
    await yes.click();
    const error = field(page, B1).locator(".eqa-error");
    await error.waitFor();
    const message = (await error.textContent()).trim();
    assert.match(message, /^Error: \S/);
    assert.equal(
      await field(page, B1).evaluate((group) =>
        (group.getAttribute("aria-describedby") ?? "")
          .split(" ")
          .map((id) => group.getRootNode().getElementById(id)?.textContent.trim())
          .join(),
      ),
      message,
      "the group is described by its error",
    );
    assert.ok(await field(page, B1).getByLabel("No", { exact: true }).isChecked(), "back on the answer that holds");
    assert.deepEqual(await now(page), answered({ B1: "no", B2: "yes" }));
    assert.equal(await review(page).locator("[role=status]").textContent(), message, "and it is announced");
    await accessible(page, "with a refused choice", "#one");

    // What was refused is no step that could be undone.
    await review(page).getByRole("button", { name: "Undo" }).click();
    assert.deepEqual(await now(page), answered({ B1: "no" }));
    await yes.evaluate((input) => (input.value = "yes"));
    await choose(page, B1, "Yes");
    assert.equal(await error.isVisible(), false, "an answer that is taken clears the error");
  }));

test("on paper every reason can be read", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    await choose(page, B1, "No");
    const reasons = field(page, "/sections/B").locator(".eqa-reasons .eqa-text");
    const expected = await review(page).evaluate(({ assessment }) =>
      assessment.sections.find(({ id }) => id === "B").because.map(({ message }) => message),
    );
    assert.ok(expected.length > 0);
    await page.emulateMedia({ media: "print" });
    await reasons.first().waitFor();
    assert.deepEqual(await reasons.allTextContents(), expected);
    await page.emulateMedia({ media: "screen" });
    assert.equal(await reasons.first().isVisible(), false, "folded again on the screen");
  }));

test("a page that is printed at once has its reasons too", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    await choose(page, B1, "No");
    await page.pdf({ format: "A4" });
    assert.ok((await field(page, "/sections/B").locator(".eqa-reasons li").count()) > 0);
  }));

test("the page sees one control, its label leads into it, and its handlers hear it", () =>
  hosts.open("/labelled", async (page) => {
    await ready(page);
    const seen = await page.evaluate(() => {
      const form = document.querySelector("#host");
      return [[...form.elements].map(({ localName }) => localName), form.querySelectorAll("input").length];
    });
    assert.deepEqual(seen, [["ehcp-qa-review"], 0]);
    // The role is that of the element's internals, which only the browser knows.
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    assert.ok(nodes.some(({ role, name }) => role?.value === "group" && name?.value === "Review of the plan"));
    await page.getByText("Review of the plan").click();
    const focused = () => review(page).evaluate(({ shadowRoot }) => shadowRoot.activeElement?.dataset.pointer ?? null);
    assert.equal(await focused(), "/review/level");
    await page.evaluate(() => document.activeElement.blur());
    const { x, y } = await review(page).boundingBox();
    await page.mouse.click(x + 5, y + 40);
    assert.equal(await focused(), null, "a click beside the form is no click on its label");

    await page.evaluate(() => {
      window.heard = [];
      for (const name of ["input", "change"])
        document
          .querySelector("#host")
          .addEventListener(name, ({ target, type }) => window.heard.push([type, target.id]));
    });
    await choose(page, B1, "No");
    assert.deepEqual(await page.evaluate(() => window.heard), [
      ["input", "one"],
      ["change", "one"],
    ]);
    assert.ok(
      await field(page, B1)
        .locator("legend")
        .evaluate((legend) => legend.matches(":lang(cy)")),
      "the language is that of the page around it",
    );
  }));

test("no layer of a page's style sheet reaches the elements, however important", () =>
  hosts.open("/layered", async (page) => {
    await ready(page);
    const style = (element) => {
      const { marginBottom, borderTopWidth, letterSpacing, textTransform } = getComputedStyle(element);
      return [marginBottom, borderTopWidth, letterSpacing, textTransform];
    };
    assert.deepEqual(await review(page).locator(".eqa-card").first().evaluate(style), [
      "24px",
      "1px",
      "normal",
      "none",
    ]);
  }));

test("what a page knows stands beneath a question, and every answer has a key", () =>
  hosts.open("/beside", async (page) => {
    await ready(page);
    const below = async (words, pointer) => {
      const [note, question] = await Promise.all([
        page.getByText(words).boundingBox(),
        field(page, pointer).locator("legend").boundingBox(),
      ]);
      return note.y - question.y;
    };
    assert.ok((await below("Two findings", B1)) > 0);
    assert.ok((await below("Three findings", "/criteria/complies")) > 0);
    assert.equal(await page.getByText("Nowhere").isVisible(), false);
    const press = async (pointer, key) => {
      await field(page, pointer).locator("input").first().focus();
      await page.keyboard.press(key);
    };
    await press("/criteria/complies", "n");
    await press("/criteria/writing", "1");
    for (const id of ["B1", "B2", "B3"]) await press(`/sections/B/descriptors/${id}`, "y");
    await press("/sections/B/score", "4");
    assert.deepEqual(await now(page), {
      framework: FRAMEWORK,
      criteria: { complies: "not_met", writing: "well_written_and_clear" },
      sections: { B: { descriptors: { B1: "yes", B2: "yes", B3: "yes" }, score: 4 } },
    });
    // All are met, which suggests 2.
    const difference = page.getByText("Recorded 4 Inadequate, suggested 2 Good");
    assert.equal(await difference.isVisible(), true);
    await press("/sections/B/score", "2");
    assert.equal(await difference.isVisible(), false);
    await accessible(page, "with what the page knows");
  }));

test("a field that is not shown is reported to the page", () =>
  hosts.open("/beside", async (page) => {
    await ready(page);
    const pointers = await review(page).evaluate((element) => {
      const heard = [];
      element.addEventListener("ehcp-qa-elsewhere", ({ detail }) => heard.push(detail.pointer));
      for (const pointer of ["/sections/B/score", "/sections/C/score"]) element.focusField(pointer);
      return heard;
    });
    assert.deepEqual(pointers, ["/sections/C/score"]);
  }));

test("findings about a plan are drawn with their numbers, walked by a key and dismissed", () =>
  hosts.open("/findings", async (page) => {
    const part = {
      severity: "warning",
      message: "It does not say how often.",
      why: "Why.",
      instead: "Say it.",
      action: "reword",
      cites: [],
    };
    await page.evaluate((part) => {
      const list = document.querySelector("ehcp-qa-findings");
      window.heard = [];
      const finding = (number, more) => ({
        fingerprint: `f${number}`,
        number,
        words: `<b>Words ${number}</b>`,
        parts: [part],
        hasPlace: true,
        ...more,
      });
      list.findings = [
        finding("1", { also: "E, H1" }),
        finding("2", { rewrite: "Put [how often]", learned: "Judged by labelled examples." }),
        finding("3", { hasPlace: false }),
      ];
      list.addEventListener("ehcp-qa-show", ({ detail }) => window.heard.push(["show", detail.fingerprint]));
      list.addEventListener("ehcp-qa-dismiss", ({ detail }) => {
        window.heard.push(["dismiss", detail.fingerprint]);
        list.findings = list.findings.filter(({ fingerprint }) => fingerprint !== detail.fingerprint);
      });
    }, part);
    const rows = page.locator("ehcp-qa-findings .eqa-statement");
    await rows.nth(2).waitFor();
    assert.match(await rows.first().innerText(), /1\s*<b>Words 1<\/b>\s+Also in E, H1/);
    assert.ok((await rows.nth(1).innerText()).includes("Put [how often]"));
    // What a learned judgement rests on stands with the findings that have one.
    const isLearned = async (row) => (await row.innerText()).includes("Judged by labelled examples.");
    assert.deepEqual(await Promise.all([0, 1, 2].map((at) => isLearned(rows.nth(at)))), [false, true, false]);
    assert.equal(await rows.nth(2).getByRole("button", { name: "Show in the text" }).count(), 0);
    await rows.first().focus();
    await page.keyboard.press("u");
    await page.keyboard.press("d");
    await rows.nth(1).getByRole("button", { name: "Dismiss" }).waitFor();
    assert.equal(await rows.count(), 2);
    assert.ok(await rows.nth(1).evaluate((row) => row === row.getRootNode().activeElement), "the next has the focus");
    await rows.first().getByRole("button", { name: "Show in the text" }).click();
    assert.deepEqual(await page.evaluate(() => window.heard), [
      ["dismiss", "f2"],
      ["show", "f1"],
    ]);
    await accessible(page, "findings of a plan");
  }));
