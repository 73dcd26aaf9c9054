// The elements beside a review or a text area: results, findings about wording, and the golden thread.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { ELEMENTS, hostPage, UNTYPED } from "./host-page.mjs";
import { startHosts } from "./hosts.mjs";

const host = (body) => hostPage(`<main><h1>Case</h1>${body}</main>${ELEMENTS}`, { policy: UNTYPED });

let hosts;

before(async () => {
  hosts = await startHosts({
    "/results": host(
      `<ehcp-qa-panel for="review"></ehcp-qa-panel><ehcp-qa-panel for="review" compact></ehcp-qa-panel>
        <ehcp-qa-review id="review" parts="criteria C"></ehcp-qa-review>`,
    ),
    "/before": host(`<ehcp-qa-panel for="review"></ehcp-qa-panel><div id="place"></div>`),
    "/writing": host(
      `<div id="place"><textarea id="text" aria-label="Section F"></textarea></div>
        <ehcp-qa-wording for="text" section="F"></ehcp-qa-wording>`,
    ),
    "/thread": host(`<ehcp-qa-thread></ehcp-qa-thread>`),
    "/bound": `<!doctype html><html lang="cy"><title>Host</title>
      <input data-ehcp-qa="B1" value="no"><input data-ehcp-qa="B.score" value="3">
      <output data-ehcp-qa-out="findings.count"></output>`,
    // An UpdatePanel of ASP.NET replaces what is in it, with the same ids.
    "/replaced": host(
      `<ehcp-qa-panel for="review" compact></ehcp-qa-panel><ehcp-qa-panel for="review" id="results"></ehcp-qa-panel>
       <div id="up1"><ehcp-qa-review id="review" parts="criteria"></ehcp-qa-review></div>
       <div id="up2"><textarea id="t" aria-label="Section F"></textarea></div>
       <ehcp-qa-wording for="t" section="F"></ehcp-qa-wording>`,
    ),
  });
});

after(() => hosts?.close());

const wording = (page) => page.locator("ehcp-qa-wording");
const results = (page) => page.locator("ehcp-qa-panel:not([compact])");
const compact = (page) => page.locator("ehcp-qa-panel[compact]");
const built = (page) => page.locator("ehcp-qa-review .eqa-body").waitFor();
const checks = (page, text) =>
  page.waitForFunction(
    (text) =>
      document.querySelector("textarea").value === text &&
      document.querySelector("ehcp-qa-wording").lint?.receipt !== undefined &&
      document.querySelector("ehcp-qa-wording").shadowRoot.querySelector(".eqa-marked")?.textContent === text,
    text,
  );
/** Types into the text area, and waits until its text is checked. */
async function fill(page, text) {
  await page.locator("textarea").fill(text);
  await checks(page, text);
}
/** The part with a message, and whether its reasons are unfolded. */
const part = (locator, message) => locator.locator(".eqa-finding").filter({ hasText: message });
const isOpen = (part) => part.locator("details").evaluate(({ open }) => open);

test("words that are set after the first render are shown, with the results", () =>
  hosts.open("/results", async (page) => {
    await results(page).locator(".eqa-grade").waitFor();
    await page.evaluate(() => {
      for (const panel of document.querySelectorAll("ehcp-qa-panel"))
        panel.words = { results: "Canlyniadau", overall: "Yn gyffredinol" };
    });
    await results(page).getByRole("heading", { name: "Canlyniadau" }).waitFor();
    assert.equal(await results(page).locator(".eqa-grade").textContent(), "1 Outstanding to 4 Inadequate");
    assert.match(await compact(page).locator(".eqa-glimpse").textContent(), /^Yn gyffredinol: 1 Outstanding/);
    await page.locator('[data-pointer="/criteria/no_admin_errors"]').getByLabel("Not met").check();
    assert.equal(await results(page).locator(".eqa-grade").textContent(), "4 Inadequate");
    assert.match(await compact(page).locator(".eqa-glimpse").textContent(), /4 Inadequate/);
  }));

test("words that are set after the first render are shown with the findings and the thread", async () => {
  await hosts.open("/writing", async (page) => {
    await wording(page).locator(".eqa-findings").waitFor({ state: "attached" });
    await fill(page, "Jo will have regular support.");
    await wording(page).evaluate((element) => (element.words = { why: "Pam?", warning: "Rhybudd" }));
    await wording(page).getByText("Pam?").first().waitFor();
    assert.equal(
      await part(wording(page), "It does not say how often.").locator("strong").first().textContent(),
      "Rhybudd",
    );
  });
  await hosts.open("/thread", async (page) => {
    const thread = page.locator("ehcp-qa-thread");
    await thread.evaluate((element) => (element.plan = { items: [{ id: "B1", section: "B", text: "Reading" }] }));
    await thread.locator("svg").waitFor();
    await thread.evaluate((element) => (element.words = { need: "Anghenion" }));
    await thread.getByText("Anghenion: 0").waitFor();
  });
});

test("results that stand in the page before their review begin with it", () =>
  hosts.open("/before", async (page) => {
    await page.evaluate(() => customElements.whenDefined("ehcp-qa-panel"));
    await page.evaluate(() => {
      const review = document.createElement("ehcp-qa-review");
      review.id = "review";
      review.setAttribute("parts", "criteria");
      document.querySelector("#place").append(review);
    });
    await page.locator("ehcp-qa-review .eqa-body").waitFor();
    await results(page).locator(".eqa-grade").waitFor({ timeout: 3000 });
    await page.locator('[data-pointer="/criteria/no_admin_errors"]').getByLabel("Not met").check();
    assert.equal(await results(page).locator(".eqa-grade").textContent(), "4 Inadequate");
  }));

test("a review that is replaced leaves no old results, and links lead to the new one", () =>
  hosts.open("/replaced", async (page) => {
    await built(page);
    await results(page).locator(".eqa-grade").waitFor();
    await page.evaluate(async () => {
      const place = document.querySelector("#up1");
      place.innerHTML = '<ehcp-qa-review id="review" parts="criteria"></ehcp-qa-review>';
      const review = document.querySelector("#review");
      await new Promise((ready) => review.addEventListener("ehcp-qa-ready", ready, { once: true }));
      review.review = { framework: "shropshire-2023", criteria: { no_admin_errors: "not_met" } };
    });
    assert.equal(await results(page).locator(".eqa-grade").textContent(), "4 Inadequate");
    assert.match(await compact(page).locator(".eqa-glimpse").textContent(), /4 Inadequate/);
    await results(page).getByText("Complies with the key requirements").first().click();
    assert.equal(
      await page.evaluate(() => {
        const { activeElement } = document;
        return (activeElement.shadowRoot?.activeElement ?? activeElement).closest("[data-pointer]")?.dataset.pointer;
      }),
      "/criteria/complies",
    );
  }));

test("a text area that is replaced leaves no old findings, and links lead to the new one", () =>
  hosts.open("/replaced", async (page) => {
    await wording(page).locator(".eqa-findings").waitFor({ state: "attached" });
    await fill(page, "Jo will have regular support.");
    const replace = (text) =>
      page.evaluate((text) => {
        document.querySelector("#up2").innerHTML = '<textarea id="t" aria-label="Section F"></textarea>';
        document.querySelector("#t").value = text;
      }, text);

    await replace("Jo will have access to support as required.");
    await page.locator("#t").dispatchEvent("input");
    await checks(page, "Jo will have access to support as required.");
    await wording(page).getByRole("button", { name: "Show in the text: as required" }).click();
    assert.equal(
      await page.locator("#t").evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)),
      "as required",
    );

    // Without an event, as a script that sets the value.
    await replace("Jo will have weekly support.");
    await wording(page).evaluate((element) => element.refresh());
    await checks(page, "Jo will have weekly support.");
    assert.equal(await part(wording(page), "as required").count(), 0);

    // A finding about words that are gone selects no others.
    await replace("No support is needed at all, and this text is longer.");
    await wording(page).getByRole("button", { name: "Show in the text: support", exact: true }).click();
    await checks(page, "No support is needed at all, and this text is longer.");
    assert.equal(
      await page.locator("#t").evaluate((area) => area.selectionEnd - area.selectionStart),
      0,
      "the new text is checked first",
    );
  }));

test("reasons that are unfolded stay so while the text is typed, and so does the focus", () =>
  hosts.open("/writing", async (page) => {
    await wording(page).locator(".eqa-findings").waitFor({ state: "attached" });
    const first = "Jo will have regular support.";
    const second = "A teaching assistant will help as required.";
    await fill(page, `${first} ${second}`);
    const regular = part(wording(page), "“regular”");
    const required = part(wording(page), "“as required”");
    for (const found of [regular, required]) {
      await found.getByText("Why?").click();
      await found.locator(".eqa-cites li").first().waitFor();
    }

    const typed = async (text) => {
      await page.evaluate((text) => {
        const area = document.querySelector("textarea");
        area.value = text;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }, text);
      await checks(page, text);
    };
    await required.locator("summary").focus();
    const isFocused = () =>
      required.locator("summary").evaluate((summary) => summary === summary.getRootNode().activeElement);
    const edits = [
      ["behind both", (text) => `${text} And`],
      ["within the second", (text) => text.replace("help", "help Jo")],
      ["before both", (text) => `Jo likes frequent praise. ${text}`],
      ["within the first", (text) => text.replace("Jo will", "Amira will")],
      ["between them", (text) => text.replace("support. ", "support. Often. ")],
    ];
    let text = `${first} ${second}`;
    for (const [change, edit] of edits) {
      text = edit(text);
      await typed(text);
      assert.deepEqual([await isOpen(regular), await isOpen(required)], [true, true], change);
      assert.ok(await isFocused(), change);
    }
    await typed(text.replace(/Amira.*?\. /, ""));
    assert.equal(await regular.count(), 0, "what is no longer there is no longer shown");
    assert.ok(await isOpen(required));
  }));

test("reasons that are unfolded stay so while the items of a thread change", () =>
  hosts.open("/thread", async (page) => {
    const thread = page.locator("ehcp-qa-thread");
    const draw = (...texts) =>
      thread.evaluate(
        (element, texts) =>
          (element.plan = { items: texts.map((text, at) => ({ id: `B${at + 1}`, section: "B", text })) }),
        texts,
      );
    await draw("Reading");
    await thread.locator(".eqa-finding").first().waitFor();
    const first = thread.locator(".eqa-finding").first();
    await first.getByText("Why?").click();
    await first.locator("summary").focus();
    await draw("Reading and writing", "Number");
    assert.ok(await isOpen(first));
    assert.ok(await first.locator("summary").evaluate((summary) => summary === summary.getRootNode().activeElement));
  }));

const HOW_MANY = [
  // [the number of findings, in Welsh]
  [0, "Dim canfyddiadau."],
  [1, "1 canfyddiad."],
  [2, "2 ganfyddiad."],
  [3, "3 chanfyddiad."],
  [4, "4 canfyddiad."],
  [6, "6 chanfyddiad."],
];

test("the Welsh words of the documentation have their plural forms", async () => {
  const embedding = await readFile(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const [, words] = /```js\nconst wording = .*?\nwording\.words = (\{.*?\n\});\n```/s.exec(embedding);
  await hosts.open("/thread", async (page) => {
    const thread = page.locator("ehcp-qa-thread");
    await page.evaluate(`Object.assign(document.querySelector("ehcp-qa-thread"), { lang: "cy", words: ${words} })`);
    await thread.locator(".eqa-findings").waitFor({ state: "attached" });
    for (const [count, expected] of HOW_MANY) {
      // An item alone has one finding: it has no line to any other.
      await thread.evaluate((element, count) => {
        element.plan = {
          items: Array.from({ length: count }, (_, at) => ({ id: `K${at}`, section: "K", text: "Advice" })),
        };
      }, count);
      assert.equal(await thread.evaluate(({ thread }) => thread.findings.length), count);
      const summary = await thread.locator(".eqa-strong").first().textContent();
      assert.ok(summary.endsWith(` ${expected}`), summary);
    }
    // Without the language of the page, the forms are those of English, which has two.
    await thread.evaluate((element) => {
      element.lang = "en";
      element.words = { ...element.words };
    });
    await thread.getByText("6 canfyddiad.").waitFor();
  });
});

test("words follow the language of an element, and of what it stands in", () =>
  hosts.open("/thread", async (page) => {
    const thread = page.locator("ehcp-qa-thread");
    await thread.locator(".eqa-findings").waitFor({ state: "attached" });
    const [inEnglish, inWelsh] = ["2 canfyddiad.", "2 ganfyddiad."];
    const shows = (text) => thread.getByText(text).waitFor();
    await thread.evaluate((element) => {
      element.plan = { items: ["K1", "K2"].map((id) => ({ id, section: "K", text: "Advice" })) };
      element.words = { findingCount: { two: "{count} ganfyddiad.", other: "{count} canfyddiad." } };
    });
    await shows(inEnglish);
    await thread.evaluate((element) => (element.lang = "cy"));
    await shows(inWelsh);
    await thread.evaluate((element) => element.removeAttribute("lang"));
    await shows(inEnglish);
    await page.evaluate(() => (document.documentElement.lang = "cy"));
    await shows(inWelsh);
    await page.evaluate(() => {
      const host = document.createElement("div");
      host.lang = "en";
      document.querySelector("main").append(host);
      host.attachShadow({ mode: "open" }).append(document.querySelector("ehcp-qa-thread"));
    });
    await shows(inEnglish);
    await page.evaluate(() => (document.querySelector("main > div").lang = "cy"));
    await shows(inWelsh);
    const readies = await thread.evaluate(async (element) => {
      let count = 0;
      element.addEventListener("ehcp-qa-ready", () => (count += 1));
      // The nearest language stays. One beside it, begun later, follows the page: when that is ready, so is this one.
      const beside = document.createElement("ehcp-qa-thread");
      beside.words = element.words;
      const ready = () => new Promise((next) => beside.addEventListener("ehcp-qa-ready", next, { once: true }));
      const begun = ready();
      document.body.append(beside);
      await begun;
      for (const lang of ["en", "cy"]) {
        const followed = ready();
        document.documentElement.lang = lang;
        await followed;
      }
      beside.remove();
      return count;
    });
    assert.equal(readies, 0, "nothing is drawn again for another's language");
  }));

test("a bound form has the plural forms of the page's language", () =>
  hosts.open("/bound", async (page) => {
    const count = await page.evaluate(async () => {
      const { attach } = await import("/wasm/dist/form.js");
      await attach(document, { words: { warningCount: { two: "{count} rybudd", other: "{count} rhybudd" } } });
      return document.querySelector("output").textContent;
    });
    assert.equal(count, "2 rybudd", "a score without a rationale, and an answer without an improvement");
    const refused = await page.evaluate(async () => {
      const { attach } = await import("/wasm/dist/form.js");
      return attach(document, { words: { warningCount: "{rhif} rhybudd" } }).catch(({ code }) => code);
    });
    assert.equal(refused, "invalid_words");
  }));

test("words that cannot be used are refused with every mistake, and change nothing", () =>
  hosts.open("/results", async (page) => {
    await results(page).locator(".eqa-grade").waitFor();
    const refused = await results(page).evaluate((element) => {
      element.words = { results: "Canlyniadau" };
      try {
        element.words = {
          yess: "Oes",
          constructor: "x",
          pathTo: "Llwybr i {gradd}",
          ofAnswered: "{} o {total}",
          notYet: { other: "Ddim eto" },
          pathSteps: { one: "{count} cam", lots: "{count} cam" },
          errors: 4,
          errorCount: { other: 4 },
        };
      } catch ({ name, code, message, problems }) {
        return { name, code, message, problems: problems.map(({ pointer, message }) => [pointer, message]) };
      }
      return "taken";
    });
    assert.deepEqual(refused.problems, [
      ["/yess", "There is no text of this name."],
      ["/constructor", "There is no text of this name."],
      ["/pathTo", "{gradd} is no part of this text, which has {grade}."],
      ["/ofAnswered", "{} is no part of this text, which has {answered}, {total}."],
      ["/notYet", "This text has no plural forms."],
      ["/pathSteps", "The form `other` is missing."],
      ["/pathSteps/lots", "There is no such plural form: the forms are zero, one, two, few, many, other."],
      ["/errors", "There is no text of this name."],
      ["/errorCount/other", "This must be a text."],
    ]);
    assert.deepEqual([refused.name, refused.code], ["EhcpQaError", "invalid_words"]);
    assert.match(
      refused.message,
      /^The words cannot be used\. \/yess: There is no text of this name\. \/constructor: /,
    );
    assert.deepEqual(await results(page).evaluate(({ words }) => words), { results: "Canlyniadau" });
    await results(page).getByRole("heading", { name: "Canlyniadau" }).waitFor();
    assert.equal(await results(page).locator(".eqa-grade").textContent(), "1 Outstanding to 4 Inadequate");
  }));

test("findings are read, unfolded, shown in the text and dismissed by keyboard alone", () =>
  hosts.open("/writing", async (page) => {
    await wording(page).locator(".eqa-findings").waitFor({ state: "attached" });
    await page.keyboard.press("Tab");
    await page.keyboard.type("Jo will have regular support.");
    await checks(page, "Jo will have regular support.");
    const name = () =>
      wording(page).evaluate(
        ({ shadowRoot: { activeElement } }) => activeElement.ariaLabel ?? activeElement.textContent,
      );
    const tabs = [];
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press("Tab");
      tabs.push(await name());
    }
    assert.deepEqual(tabs, [
      "Why? “regular”: It does not say how often.",
      "Show in the text: regular",
      "Dismiss: It does not say how often.",
    ]);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await part(wording(page), "“regular”").locator(".eqa-cites li").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const selected = await page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement;
      return value.slice(selectionStart, selectionEnd);
    });
    assert.equal(selected, "regular");
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await part(wording(page), "“regular”").count(), 0);
    assert.match(await name(), /^3 findings\./, "the focus goes to the number of those that are left");
    await accessible(page, "after a finding is dismissed", "ehcp-qa-wording");
  }));

const SPECIFIED = "A teacher will teach Jo phonics with Numicon for 20 minutes every day, 1:1.";
const BLANKS = "[how often] [what is done], delivered by [by whom] for [how long]";
const TEMPLATES = [
  // [the text, the text with the template in it]
  ["Jo will have regular support.", `Jo will have ${BLANKS}.`],
  [`${SPECIFIED} Jo will have regular support. ${SPECIFIED}`, `${SPECIFIED} Jo will have ${BLANKS}. ${SPECIFIED}`],
  [`${SPECIFIED}\nJo will have regular support`, `${SPECIFIED}\nJo will have ${BLANKS}.`],
  ["Jo [the child] will have regular support!", `Jo [the child] will have ${BLANKS}!`],
];
const template = (page) => wording(page).getByRole("button", { name: /^Use this template: Jo/ });
const status = (page) => wording(page).getByRole("status").textContent();

test("a template is put in the place of its statement by keyboard alone, its blanks are the person's", () =>
  hosts.open("/writing", async (page) => {
    await wording(page).locator(".eqa-findings").waitFor({ state: "attached" });
    await page.evaluate(() => {
      window.heard = 0;
      document.addEventListener("input", () => (window.heard += 1));
    });
    for (const [text, filled] of TEMPLATES) {
      await fill(page, text);
      const isReached = () => template(page).evaluate((button) => button.getRootNode().activeElement === button);
      for (let step = 0; step < 60 && !(await isReached()); step += 1) await page.keyboard.press("Tab");
      const heard = await page.evaluate(() => window.heard);
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("textarea").inputValue(), filled);
      assert.equal(await page.evaluate(() => window.heard), heard + 1, "the page hears it once");
      assert.equal(await status(page), "The template is in the text. Blanks to fill from the advice: 4.");
      await accessible(page, "with a template in the text", "ehcp-qa-wording");
      await page.keyboard.type("daily");
      await checks(page, filled.replace("[how often]", "daily"));
      await page.keyboard.press("Control+z");
      await checks(page, filled);
      await page.keyboard.press("Control+z");
      await checks(page, text);
    }
  }));

test("a template is not offered where the text cannot take it", () =>
  hosts.open("/writing", async (page) => {
    await wording(page).locator(".eqa-findings").waitFor({ state: "attached" });
    const [text, filled] = TEMPLATES[0];
    await fill(page, text);
    const offered = async (property, value) => {
      await page.evaluate(
        ([property, value]) => {
          document.querySelector("textarea")[property] = value;
          document.querySelector("ehcp-qa-wording").refresh();
        },
        [property, value],
      );
      return template(page).count();
    };
    assert.equal(await offered("maxLength", filled.length), 1);
    assert.equal(await offered("maxLength", filled.length - 1), 0);
    assert.equal(await offered("maxLength", 2_000), 1);
    assert.equal(await offered("readOnly", true), 0);
    assert.equal(await offered("readOnly", false), 1);
    // A text area that can no longer be edited when the button is pressed.
    await template(page).evaluate((button) => {
      document.querySelector("textarea").disabled = true;
      button.click();
    });
    assert.equal(await page.locator("textarea").inputValue(), text);
    assert.equal(await template(page).count(), 0);
  }));

test("a section that the framework does not have is reported in the element", () =>
  hosts.open("/writing", async (page) => {
    await wording(page).locator(".eqa-findings").waitFor({ state: "attached" });
    await wording(page).evaluate((element) => (element.section = "Z"));
    assert.match(await wording(page).getByRole("alert").textContent(), /This must be one of: A, E, B/);
    await wording(page).evaluate((element) => (element.section = "F"));
    assert.equal(await wording(page).getByRole("alert").count(), 0);
  }));

test("what is set at once is one build, and one `ehcp-qa-ready`", async () => {
  const readies = (page, selector) =>
    page.evaluate(async (selector) => {
      const element = document.querySelector(selector);
      let count = 0;
      element.addEventListener("ehcp-qa-ready", () => (count += 1));
      element.words = { findings: "Canfyddiadau" };
      element.words = { findings: "Canfyddiadau", why: "Pam?" };
      element.setAttribute("for", "text");
      // One beside it, begun later and twice: when that is ready, so is whatever this one has begun.
      const beside = document.createElement(selector);
      const ready = () => new Promise((next) => beside.addEventListener("ehcp-qa-ready", next, { once: true }));
      for (const begin of [() => element.after(beside), () => (beside.words = element.words)]) {
        const begun = ready();
        begin();
        await begun;
      }
      beside.remove();
      return count;
    }, selector);
  await hosts.open("/writing", async (page) => {
    await wording(page).locator(".eqa-findings").waitFor({ state: "attached" });
    assert.equal(await readies(page, "ehcp-qa-wording"), 1);
    assert.equal(await wording(page).locator(".eqa-findings").first().getAttribute("aria-label"), "Canfyddiadau");
  });
  await hosts.open("/thread", async (page) => {
    await page.locator("ehcp-qa-thread .eqa-findings").waitFor({ state: "attached" });
    assert.equal(await readies(page, "ehcp-qa-thread"), 1);
  });
});

test("the reasons of findings are on paper, although they are folded", () =>
  hosts.open("/writing", async (page) => {
    await wording(page).locator(".eqa-findings").waitFor({ state: "attached" });
    await fill(page, "Jo will have regular support.");
    const reason = part(wording(page), "“regular”").locator("details .eqa-text");
    assert.equal(await reason.textContent(), "", "nothing is made before it is asked for");
    const lint = await wording(page).evaluate((element) => element.lint);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await reason.textContent(), lint.findings[0].parts[0].why);
  }));
