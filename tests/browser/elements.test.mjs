// The custom elements in pages as hosts have them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { ELEMENTS, hostPage, NO_WASM, STRICT } from "./host-page.mjs";
import { startHosts } from "./hosts.mjs";
import { atFocus, pressUntil } from "./keyboard.mjs";

const host = (body, { script = ELEMENTS, ...options } = {}) =>
  hostPage(`<main><h1>Case</h1>${body}</main>${script}`, options);
const REVIEW = `<form id="host" action="/sent" method="get">
  <label>Case <input name="case" value="0412"></label>
  <ehcp-qa-review id="one" name="review"></ehcp-qa-review>
  <button id="save">Save</button></form>`;
const wasm = await readFile(new URL("../../wasm/dist/ehcp_qa_grading_bg.wasm", import.meta.url));

let hosts;

before(async () => {
  hosts = await startHosts(
    {
      "/page": host(`${REVIEW}<ehcp-qa-panel for="one"></ehcp-qa-panel>`),
      "/styled": host(`${REVIEW}<ehcp-qa-panel for="one"></ehcp-qa-panel>`, {
        head: `<link rel="stylesheet" href="/tests/browser/case-page/host.css">`,
      }),
      "/dark": host(`${REVIEW}<ehcp-qa-panel for="one"></ehcp-qa-panel>`, {
        head: `<meta name="color-scheme" content="dark"><link rel="stylesheet" href="/dark.css">`,
      }),
      "/dark.css": { type: "text/css", body: "body { background: #111417; color: #f0f2f4; }" },
      "/two": host(
        `<ehcp-qa-review id="one" parts="B"></ehcp-qa-review>
        <ehcp-qa-review id="two" parts="B"></ehcp-qa-review><ehcp-qa-panel for="two"></ehcp-qa-panel>`,
      ),
      "/writing": host(
        `<label for="text">Section F</label><textarea id="text"></textarea>
        <ehcp-qa-wording for="text" section="F"></ehcp-qa-wording><ehcp-qa-thread></ehcp-qa-thread>`,
      ),
      "/versions": host(REVIEW, { script: `${ELEMENTS}<script type="module" src="/other/elements.js"></script>` }),
      "/blocked": host(`${REVIEW}<p id="rest">The rest of the page</p>`, {
        policy: NO_WASM,
      }),
      "/missing": host(`<ehcp-qa-review></ehcp-qa-review>`, {
        script: `<script type="module" src="/broken/elements.js"></script>`,
      }),
      "/astext": host(`<ehcp-qa-review></ehcp-qa-review>`, {
        script: `<script type="module" src="/astext/elements.js"></script>`,
      }),
      "/broken/ehcp_qa_grading_bg.wasm": { status: 404, body: "" },
      "/astext/ehcp_qa_grading_bg.wasm": { type: "text/plain", body: wasm },
      "/sent": { headers: { "content-security-policy": STRICT }, body: "<!doctype html><title>Sent</title>" },
    },
    { "/other/": "/wasm/dist/", "/broken/": "/wasm/dist/", "/astext/": "/wasm/dist/" },
  );
});

after(() => hosts?.close());

const review = (page, id = "one") => page.locator(`#${id}`);
const field = (page, pointer, id = "one") => review(page, id).locator(`[data-pointer="${pointer}"]`);
const choose = (page, pointer, label, id) => field(page, pointer, id).getByLabel(label, { exact: true }).check();
const ready = (page, id = "one") => review(page, id).locator(".eqa-body").waitFor();
const grade = (page) => page.locator("ehcp-qa-panel .eqa-grade").textContent();
const answers = (page, id = "one") => review(page, id).evaluate((element) => element.review);

test("a review is filled in, submitted under its name, reset and disabled with the form", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    await page.locator("ehcp-qa-panel .eqa-grade").waitFor();
    assert.equal(await grade(page), "1 Outstanding to 4 Inadequate");
    await choose(page, "/criteria/no_admin_errors", "Not met");
    assert.equal(await grade(page), "4 Inadequate", "every better grade requires that there are none");
    await field(page, "/plan/reference").fill("EHC-0412");
    await field(page, "/plan/reference").blur();

    await page.locator("#host").evaluate((form) => form.reset());
    assert.deepEqual(await answers(page), { framework: "shropshire-2023" });
    assert.equal(await grade(page), "1 Outstanding to 4 Inadequate");
    assert.equal(await field(page, "/criteria/no_admin_errors").locator("input:checked").count(), 0);

    await review(page).evaluate((element) => (element.disabled = true));
    assert.equal(await review(page).locator("input:not(:disabled)").count(), 0);
    assert.equal(
      await page.evaluate(() => new FormData(document.querySelector("#host")).has("review")),
      false,
      "what is disabled is not sent",
    );
    await review(page).evaluate((element) => (element.disabled = false));

    await choose(page, "/sections/B/descriptors/B1", "No");
    // Enter in a field of the element submits nothing: only the button of the host does.
    await field(page, "/plan/age").press("Enter");
    assert.equal(new URL(page.url()).pathname, "/page");
    await page.locator("#save").click();
    await page.waitForURL(/\/sent/);
    const sent = new URL(page.url()).searchParams;
    assert.deepEqual([...sent.keys()], ["case", "review"], "no field of the element is sent but the whole of it");
    assert.deepEqual(JSON.parse(sent.get("review")), {
      framework: "shropshire-2023",
      sections: { B: { descriptors: { B1: "no" } } },
    });

    // Back, and the browser gives the answers back too.
    await page.goBack();
    await ready(page);
    await page.waitForFunction(() => document.querySelector("#one").review?.sections?.B?.descriptors?.B1 === "no");
  }));

test("a page's style sheet does not reach the elements, nor theirs the page", () =>
  hosts.open("/styled", async (page) => {
    await ready(page);
    const style = (selector) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { textTransform, letterSpacing, fontSize, display, listStyleType, paddingLeft } =
            getComputedStyle(element);
          return { textTransform, letterSpacing, fontSize, display, listStyleType, paddingLeft };
        });
    const label = await style("ehcp-qa-review .eqa-label");
    assert.deepEqual(
      [label.textTransform, label.letterSpacing, label.fontSize, label.display],
      ["none", "normal", "16px", "block"],
    );
    assert.equal((await style("ehcp-qa-panel .eqa-scale")).display, "block", "although the page hides every drawing");
    assert.ok((await page.locator("ehcp-qa-review .eqa-radio").first().boundingBox()).width >= 24);
    const outside = await style("h1");
    assert.deepEqual(
      [outside.textTransform, outside.letterSpacing, outside.display],
      ["uppercase", "1px", "inline"],
      "the page looks as it did",
    );
    await accessible(page, "in a hostile page", "ehcp-qa-review, ehcp-qa-panel");
  }));

test("several stand on one page, and one may be moved and removed", () =>
  hosts.open("/two", async (page) => {
    await ready(page, "one");
    await ready(page, "two");
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length, "no id stands twice");
    await choose(page, "/sections/B/descriptors/B1", "Yes", "one");
    await choose(page, "/sections/B/descriptors/B1", "No", "two");
    assert.equal((await answers(page, "one")).sections.B.descriptors.B1, "yes");
    assert.equal(
      await page.locator("ehcp-qa-panel [data-section=B] td").first().locator("span").textContent(),
      "3 to 4",
      "2 of 3 at best is at least half",
    );
    await page.evaluate(() => document.querySelector("main").prepend(document.querySelector("#two")));
    assert.equal((await answers(page, "two")).sections.B.descriptors.B1, "no", "moved with its answers");
    await choose(page, "/sections/B/descriptors/B2", "No", "two");
    assert.equal(
      await page.locator("ehcp-qa-panel [data-section=B] td").first().locator("span").textContent(),
      "4 Inadequate",
      "1 of 3 at best is less than half",
    );
    await page.evaluate(() => document.querySelector("#one").remove());
    await choose(page, "/sections/B/descriptors/B2", "Yes", "two");
    assert.equal(
      await page.locator("ehcp-qa-panel [data-section=B] td").first().locator("span").textContent(),
      "3 to 4",
    );
  }));

test("the complete form is filled in by keyboard, with keys for answers, the next one and undo", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    const focusedField = () => atFocus(page, (element) => element.closest("[data-pointer]")?.dataset.pointer);
    await pressUntil(page, (element) => element.closest('[data-pointer="/sections/A/descriptors/A1"]') !== null);
    await page.keyboard.press("y");
    await page.keyboard.press("u");
    await page.keyboard.press("n");
    const { A1, A2 } = (await answers(page)).sections.A.descriptors;
    assert.deepEqual([A1, A2], ["yes", "no"]);
    assert.equal(await focusedField(), "/sections/A/descriptors/A2", "the focus stays while the results change");
    await page.keyboard.press("Control+z");
    assert.equal((await answers(page)).sections.A.descriptors.A2, undefined);

    // From the first field to the last by Tab alone: every field is reached, and none holds the focus.
    await pressUntil(page, ({ name }) => name === "case", { key: "Shift+Tab" });
    const reached = new Set();
    do {
      await page.keyboard.press("Tab");
      reached.add(await focusedField());
    } while ((await atFocus(page, ({ id }) => id)) !== "save" && reached.size < 400);
    const all = await review(page).evaluate((element) =>
      [
        ...element.shadowRoot.querySelectorAll(
          "fieldset[data-pointer], input[data-pointer], select[data-pointer], textarea[data-pointer]",
        ),
      ].map((one) => one.dataset.pointer),
    );
    assert.deepEqual(
      all.filter((pointer) => !reached.has(pointer)),
      [],
    );
  }));

test("a refused value is reported beside its field, and the record stays unchanged", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    await field(page, "/plan/age").fill("99");
    await field(page, "/plan/age").blur();
    const error = review(page).locator(".eqa-error:not([hidden])");
    assert.equal((await error.textContent()).trim(), "Error: This must be a whole number from 0 to 25.");
    assert.equal(await field(page, "/plan/age").getAttribute("aria-invalid"), "true");
    assert.equal((await answers(page)).plan.age, null);
    const refused = await review(page).evaluate((element) => {
      try {
        element.review = { framework: "shropshire-2023", sections: { A: { score: 9 } } };
      } catch (error) {
        return [error.code, error.problems[0].pointer];
      }
    });
    assert.deepEqual(refused, ["invalid_review", "/sections/A/score"]);
    await accessible(page, "with an error", "ehcp-qa-review");
  }));

test("words are replaced, and the style follows custom properties", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    await review(page).evaluate((element) => {
      element.words = { yes: "Oes", aboutPlan: "Am y cynllun", notYet: "Ddim eto", fromTo: "{from} i {to}" };
      element.style.setProperty("--ehcp-qa-text", "rgb(1, 2, 3)");
    });
    await review(page).getByText("Am y cynllun").waitFor();
    assert.ok((await field(page, "/sections/A/descriptors/A1").textContent()).includes("Oes"));
    const facts = await field(page, "/sections/A").locator(".eqa-facts").textContent();
    assert.ok(facts.includes("2 Good i 4 Inadequate") && facts.includes("Ddim eto"), facts);
    assert.equal(
      await review(page)
        .locator(".eqa-label")
        .first()
        .evaluate((label) => getComputedStyle(label).color),
      "rgb(1, 2, 3)",
    );
  }));

test("wording is followed as it is typed, findings are dismissed, the thread is drawn", () =>
  hosts.open("/writing", async (page) => {
    const wording = page.locator("ehcp-qa-wording");
    await wording.locator(".eqa-findings").waitFor({ state: "attached" });
    await page.locator("#text").fill("Small group teaching.");
    await wording.getByText("The size of the group or the ratio is not said.").waitFor();
    assert.ok((await wording.locator(".eqa-chips").textContent()).includes("How often: missing"));
    await accessible(page, "with findings", "ehcp-qa-wording");
    const before = await wording.locator(".eqa-finding").count();
    await wording.getByRole("button", { name: /^Dismiss: The size of the group/ }).click();
    assert.equal(await wording.locator(".eqa-finding").count(), before - 1);
    assert.ok(await wording.evaluate((element) => element.contains(document.activeElement)), "the focus is not lost");
    assert.match((await wording.evaluate((element) => element.dismissed))[0], /^[0-9a-f]{16}$/);

    const thread = page.locator("ehcp-qa-thread");
    await thread.evaluate(
      (element) => (element.plan = { items: [{ id: "B1", section: "B", text: "<b>Reading</b>", links: [] }] }),
    );
    assert.equal(await thread.locator("svg title").first().count(), 1);
    assert.equal(await thread.locator("b").count(), 0);
    await thread.evaluate((element) => (element.plan = { items: [{ id: "B1", section: "Z", text: "" }] }));
    assert.ok((await thread.getByRole("alert").textContent()).includes("/items/0/section"));
    await accessible(page, "with problems", "ehcp-qa-thread");
  }));

test("of a long thread the findings of 200 items are drawn, and the others counted", () =>
  hosts.open("/writing", async (page) => {
    const thread = page.locator("ehcp-qa-thread");
    await thread.locator(".eqa-picture").waitFor({ state: "attached" });
    const items = Array.from({ length: 300 }, (_, at) => ({ id: `B${at}`, section: "B", text: "Reading", links: [] }));
    const found = await thread.evaluate((element, items) => {
      element.plan = { items };
      return element.thread.findings.length + element.thread.more;
    }, items);
    assert.ok(found >= 300, `${found} findings: no need has an outcome or provision`);
    await page.waitForFunction(
      () => document.querySelector("ehcp-qa-thread").shadowRoot.querySelectorAll(".eqa-statement").length === 200,
    );
    const shown = await thread.locator(".eqa-finding").count();
    await thread.getByText(`And ${found - shown} more findings.`).waitFor();
  }));

test("a thread that another engine has made is drawn as it is given", () =>
  hosts.open("/writing", async (page) => {
    const thread = page.locator("ehcp-qa-thread").first();
    await thread.locator(".eqa-picture").waitFor({ state: "attached" });
    const [words, title] = await thread.evaluate(async (element) => {
      element.plan = { items: [{ id: "B1", section: "B", text: "Reading", links: [] }] };
      const other = document.createElement("ehcp-qa-thread");
      const isReady = new Promise((resolve) => other.addEventListener("ehcp-qa-ready", resolve));
      other.draw(element.thread, `<svg xmlns="http://www.w3.org/2000/svg"><title>Drawn elsewhere</title></svg>`);
      element.after(other);
      await isReady;
      return [
        other.shadowRoot.querySelector(".eqa-statement .eqa-strong").textContent,
        other.shadowRoot.querySelector("svg title").textContent,
      ];
    });
    assert.ok(words.includes("B1: Reading"), words);
    assert.equal(title, "Drawn elsewhere");
  }));

test("a folded part is made when it is opened, and is followed while it is open", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    const shown = () => field(page, "/sections/B").locator(".eqa-reasons .eqa-text").allTextContents();
    const reasons = () =>
      review(page).evaluate(({ assessment }) =>
        assessment.sections.find(({ id }) => id === "B").because.map(({ message }) => message),
      );
    await choose(page, "/sections/B/descriptors/B1", "No");
    const before = await reasons();
    assert.ok(before.length > 0);
    await field(page, "/sections/B").getByText("Why?").click();
    await field(page, "/sections/B").locator(".eqa-reasons li").first().waitFor();
    assert.deepEqual(await shown(), before);
    await choose(page, "/sections/B/descriptors/B2", "No");
    const now = await reasons();
    assert.notDeepEqual(now, before);
    assert.deepEqual(await shown(), now);
  }));

test("a change is announced once, when typing has come to rest, and in one sentence", () =>
  hosts.open("/writing", async (page) => {
    const live = page.locator("ehcp-qa-wording [aria-live=polite]");
    await live.waitFor({ state: "attached" });
    await live.evaluate((region) => {
      window.heard = [];
      new MutationObserver(() => window.heard.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await page.locator("#text").pressSequentially("Small group teaching and regular support.", { delay: 30 });
    assert.deepEqual(await page.evaluate(() => window.heard), [], "not at each key");
    await page.waitForFunction(() => window.heard.length > 0);
    const heard = await page.evaluate(() => window.heard);
    assert.equal(heard.length, 1);
    assert.match(heard[0], /^\d findings\.$/);
    await page.locator("#text").press("End");
    await page.clock.install();
    await page.locator("#text").press("Space");
    await page.clock.runFor(5000);
    assert.equal((await page.evaluate(() => window.heard)).length, 1, "an unchanged result is not sent again");
  }));

test("two versions stand on one page", () =>
  hosts.open("/versions", async (page) => {
    await ready(page);
    await page.waitForFunction(
      () => performance.getEntriesByName(new URL("/other/elements.js", location).href).length === 1,
    );
    await choose(page, "/sections/B/descriptors/B1", "Yes");
    assert.equal((await answers(page)).sections.B.descriptors.B1, "yes");
  }));

test("where the engine cannot start the element shows the reason, and the page goes on", async () => {
  await hosts.open(
    "/blocked",
    async (page) => {
      await page.getByRole("alert").waitFor();
      assert.equal(
        await page.getByRole("alert").textContent(),
        "This page's Content-Security-Policy does not allow WebAssembly: add 'wasm-unsafe-eval' to its script-src.",
      );
      assert.ok(await page.locator("#rest").isVisible());
      await page.locator("#save").click();
      await page.waitForURL(/\/sent\?case=0412/);
    },
    { allowed: [/Content Security Policy/] },
  );
  await hosts.open(
    "/missing",
    async (page) => {
      assert.equal(
        await page.getByRole("alert").textContent(),
        "The engine's .wasm file was not found: the server answered 404.",
      );
    },
    { allowed: [/404/] },
  );
  await hosts.open("/astext", async (page) => {
    await page.locator(".eqa-body").waitFor();
  });
});

test("once loaded it works without a network", () =>
  hosts.open("/page", async (page, context) => {
    await ready(page);
    await context.setOffline(true);
    await choose(page, "/criteria/no_admin_errors", "Not met");
    assert.equal(await grade(page), "4 Inadequate");
  }));

for (const [name, options, path = "/page"] of [
  ["a narrow screen", { viewport: { width: 320, height: 640 } }],
  ["200 % zoom", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ["forced colours", { forcedColors: "active" }],
  ["reduced motion", { reducedMotion: "reduce" }],
  ["a dark page", {}, "/dark"],
]) {
  test(`${name}: nothing is cut off, and axe finds nothing`, () =>
    hosts.open(
      path,
      async (page) => {
        await ready(page);
        await choose(page, "/criteria/no_admin_errors", "Not met");
        const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(content <= screen, `${content} wide on a screen of ${screen}`);
        const small = await page.evaluate(() =>
          [...document.querySelectorAll("ehcp-qa-review, ehcp-qa-panel")].flatMap((element) =>
            [...element.shadowRoot.querySelectorAll("button, input, select, textarea, summary")]
              .filter((target) => {
                const { width, height } = target.getBoundingClientRect();
                return width > 0 && (width < 24 || height < 24);
              })
              .map(({ outerHTML }) => outerHTML.slice(0, 80)),
          ),
        );
        assert.deepEqual(small, [], "every target is 24 px or more");
        assert.deepEqual(await page.evaluate(() => document.getAnimations().length), 0);
        await accessible(page, name);
      },
      options,
    ));
}

test("the elements are as dark as their page, and not as a person prefers", async () => {
  const colours = (page) =>
    page.locator("ehcp-qa-panel .eqa-panel").evaluate((panel) => {
      const { backgroundColor, color } = getComputedStyle(panel);
      return [backgroundColor, color];
    });
  const [light, dark] = [
    ["rgb(255, 255, 255)", "rgb(11, 12, 12)"],
    ["rgb(27, 31, 36)", "rgb(240, 242, 244)"],
  ];
  for (const [path, expected] of [
    ["/page", light],
    ["/dark", dark],
  ]) {
    await hosts.open(
      path,
      async (page) => {
        await ready(page);
        assert.deepEqual(await colours(page), expected, path);
        await page.emulateMedia({ media: "print" });
        assert.deepEqual(await colours(page), light, `${path} on paper`);
      },
      { colorScheme: "dark" },
    );
  }
});

test("on paper nothing is lost but the buttons", () =>
  hosts.open("/page", async (page) => {
    await ready(page);
    await choose(page, "/criteria/no_admin_errors", "Not met");
    await page.emulateMedia({ media: "print" });
    assert.equal(await review(page).getByRole("button", { name: "Undo" }).isVisible(), false);
    assert.ok(await field(page, "/criteria/no_admin_errors").isVisible());
    assert.ok((await page.pdf({ format: "A4" })).length > 20_000);
  }));
