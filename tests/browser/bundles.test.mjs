// The ways in without modules: one global, an iframe, and one file that is opened from a folder.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { choose as chooseFile, exported } from "./files.mjs";
import { hostPage, NO_CONNECT } from "./host-page.mjs";
import { startHosts } from "./hosts.mjs";
import { TOO_OLD, WITH_ERRORS } from "./made-up.mjs";

const dist = new URL("../../wasm/dist/", import.meta.url);
const embed = await readFile(new URL("embed.html", dist), "utf8");

let hosts;
let other;

before(async () => {
  hosts = await startHosts({
    "/classic": hostPage(
      `<select data-ehcp-qa="B1"><option value="">?<option>Yes<option>No</select>
        <output data-ehcp-qa-out="B.suggested"></output>
        <ehcp-qa-review parts="B"></ehcp-qa-review><script src="/wasm/dist/ehcp-qa.global.js"></script>`,
      { policy: NO_CONNECT },
    ),
  });
  // The server of a council, which names the hosts that may send messages to the page in the iframe.
  other = await startHosts(
    {
      "/dist/embed.html": embed.replace(
        'name="ehcp-qa-hosts" content=""',
        `name="ehcp-qa-hosts" content="${hosts.origin} https://cases.example"`,
      ),
      "/stranger/embed.html": embed.replace(
        'name="ehcp-qa-hosts" content=""',
        'name="ehcp-qa-hosts" content="https://cases.example"',
      ),
    },
    { "/dist/": "/wasm/dist/", "/stranger/": "/wasm/dist/" },
  );
});

after(async () => {
  await hosts?.close();
  await other?.close();
});

test("a classic script brings one global, and fetches nothing", () =>
  hosts.open("/classic", async (page) => {
    const added = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement("iframe"));
      const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow));
      frame.remove();
      return Object.getOwnPropertyNames(window).filter(
        (name) => !usual.has(name) && !/^(__playwright|__pw|\d+$)/.test(name),
      );
    });
    assert.deepEqual(added, ["EhcpQa"]);
    await page.evaluate(() => EhcpQa.attach(document.body));
    await page.locator("[data-ehcp-qa=B1]").selectOption("No");
    assert.equal(
      await page.locator("[data-ehcp-qa-out]").textContent(),
      "3 Requires improvement to 4 Inadequate",
      "2 of 3 at best",
    );
    await page.locator("ehcp-qa-review .eqa-body").waitFor();
    assert.deepEqual(
      hosts.requests.filter((path) => path.endsWith(".wasm")),
      [],
    );
  }));

const FRAMED = { foreign: true };

test("an iframe is opened by a host that it names, reports each change and follows its content", () =>
  hosts.open(
    "/wasm/dist/embed.css",
    async (page) => {
      await page.setContent(
        `<title>Host</title>
        <iframe id="frame" title="Review" width="800" src="${other.origin}/dist/embed.html"></iframe>`,
      );
      await page.evaluate(async (address) => {
        const { embed } = await import(address);
        window.received = [];
        embed(document.querySelector("iframe"), {
          parts: "B",
          review: { framework: "shropshire-2023", sections: { B: { descriptors: { B1: "no" } } } },
          changed: ({ review, line, assessment }) =>
            window.received.push([review, line, assessment.sections.find(({ id }) => id === "B").suggested]),
          failed: (failure) => window.received.push(failure),
        });
      }, `${hosts.origin}/wasm/dist/embed-host.js`);
      await page.waitForFunction(() => window.received.at(-1)?.[0]?.sections?.B?.descriptors?.B1 === "no");
      assert.deepEqual((await page.evaluate(() => window.received.at(-1)))[2], { best: 3, worst: 4 });
      const frame = page.frameLocator("iframe");
      await frame.locator('[data-pointer="/sections/B/descriptors/B2"]').getByLabel("No", { exact: true }).check();
      await page.waitForFunction(() => window.received.at(-1)[2].best === 4);
      const [height, content] = [
        await page.locator("iframe").evaluate(({ offsetHeight }) => offsetHeight),
        await frame.locator("html").evaluate((root) => root.getBoundingClientRect().height),
      ];
      assert.ok(Math.abs(height - content) < 8 && height > 500, `${height} for ${content}`);
      await page.evaluate(() =>
        document
          .querySelector("iframe")
          .contentWindow.postMessage({ ehcpQa: 1, type: "open", review: { framework: "x" } }, "*"),
      );
      await page.waitForFunction(() => window.received.some(({ code }) => code === "invalid_review"));
    },
    FRAMED,
  ));

/**
 * What a host hears from a frame to which it sends a message. The frame sends a mark when it has heard the message and
 * painted twice, and so behind any answer.
 */
async function answersTo(path, message) {
  let heard;
  await hosts.open(
    "/wasm/dist/embed.css",
    async (page) => {
      await page.setContent(`<title>Host</title><iframe title="Review" src="${other.origin}${path}"></iframe>`);
      await page.frameLocator("iframe").locator(".eqa-body").waitFor();
      const frame = page.frames().find((one) => one.url().startsWith(other.origin));
      await frame.evaluate(() =>
        addEventListener("message", () =>
          requestAnimationFrame(() => requestAnimationFrame(() => parent.postMessage("mark", "*"))),
        ),
      );
      heard = await page.evaluate(
        (message) =>
          new Promise((marked) => {
            const heard = [];
            addEventListener("message", ({ data }) => (data === "mark" ? marked(heard) : heard.push(data.type)));
            document.querySelector("iframe").contentWindow.postMessage(message, "*");
          }),
        message,
      );
    },
    FRAMED,
  );
  return heard;
}

test("an iframe does not answer a host that it does not name, nor another version", async () => {
  const named = await answersTo("/dist/embed.html", { ehcpQa: 1, type: "open" });
  assert.ok(named.includes("ready") && named.includes("assessment"), named.join());
  assert.deepEqual(await answersTo("/stranger/embed.html", { ehcpQa: 1, type: "open" }), []);
  assert.deepEqual(await answersTo("/dist/embed.html", { ehcpQa: 2, type: "open" }), []);
});

test("one file is opened from a folder, filled in, saved and opened again", async () => {
  const address = new URL("ehcp-qa.html", dist);
  await hosts.open(
    "/wasm/dist/embed.css",
    async (page) => {
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(address.href);
      await page.locator("ehcp-qa-panel .eqa-grade").waitFor();
      const choose = (pointer, label) =>
        page.locator(`[data-pointer="${pointer}"]`).getByLabel(label, { exact: true }).check();
      await choose("/criteria/no_admin_errors", "Not met");
      assert.equal(await page.locator(".eqa-grade").textContent(), "4 Inadequate");
      await accessible(page, "the page in one file");
      const { text: saved } = await exported(page, "Save the review");
      assert.deepEqual(JSON.parse(saved), JSON.parse(WITH_ERRORS));
      await page.getByRole("button", { name: "Start again" }).click();
      assert.equal(await page.locator(".eqa-grade").textContent(), "1 Outstanding to 4 Inadequate");
      await chooseFile(page.locator("#file"), saved);
      await page.waitForFunction(
        () =>
          document.querySelector("ehcp-qa-panel").shadowRoot.querySelector(".eqa-grade").textContent === "4 Inadequate",
      );
      await chooseFile(page.locator("#file"), TOO_OLD);
      await page.getByText("/plan/age: This must be a whole number from 0 to 25.").waitFor();
      assert.equal(await page.locator(".eqa-grade").textContent(), "4 Inadequate", "a refused file changes nothing");
      assert.equal((await exported(page, "Save the feedback form")).name, "feedback-form.html");
      assert.deepEqual(
        asked.filter((url) => !url.startsWith("blob:")),
        [address.href],
      );
      await page.goto(`${hosts.origin}/wasm/dist/embed.css`);
    },
    { foreign: true },
  );
});

test("the one file has the wording of sections and the golden thread", () =>
  hosts.open(
    "/wasm/dist/embed.css",
    async (page) => {
      await page.goto(new URL("ehcp-qa.html", dist).href);
      await page.locator("#section option").first().waitFor({ state: "attached" });
      assert.equal(await page.locator("#section").inputValue(), "F");
      const text = page.getByLabel("Text of the section");
      await text.fill("Sam will have regular support.");
      await page.getByText("It does not say how often.").waitFor();
      await page.getByLabel("Section", { exact: true }).selectOption("B");
      assert.equal(await text.inputValue(), "");
      await page.getByText("It does not say how often.").waitFor({ state: "detached" });
      const hint = page.getByText("Each one is open to interpretation");
      assert.equal(await hint.isVisible(), false, "there are no findings to speak of");
      await page.getByLabel("Section", { exact: true }).selectOption("F");
      assert.equal(await text.inputValue(), "Sam will have regular support.");
      await hint.waitFor();
      const form = await exported(page, "Save the feedback form");
      assert.ok(form.text.includes("regular support"), "the form has what is found in the section");
      // Of the example, F2 is provision for nothing.
      const thread = page.locator("ehcp-qa-thread");
      await thread.locator("svg").waitFor();
      assert.ok((await thread.locator("li").allTextContents()).some((item) => item.includes("F2")));
      await page.goto(`${hosts.origin}/wasm/dist/embed.css`);
    },
    { foreign: true },
  ));

test("the one file works in a browser that has no symbol for `using`", () =>
  hosts.open(
    "/wasm/dist/embed.css",
    async (page) => {
      await page.addInitScript(() => {
        const { dispose, ...others } = Object.getOwnPropertyDescriptors(Symbol);
        const Real = Symbol;
        window.Symbol = Object.defineProperties((text) => Real(text), others);
      });
      await page.goto(new URL("ehcp-qa.html", dist).href);
      await page.locator("ehcp-qa-panel .eqa-grade").waitFor();
      assert.equal(await page.evaluate(() => Symbol.dispose), undefined);
      assert.equal((await exported(page, "Save the feedback form")).name, "feedback-form.html");
      await page.goto(`${hosts.origin}/wasm/dist/embed.css`);
    },
    { foreign: true },
  ));

/** The snippets of the demo: each a page that works as it stands. */
const SNIPPETS = {
  "form.html": async (page) => {
    await page.waitForFunction(() => document.querySelector("output").textContent !== "");
    await page.getByLabel("No").check();
    assert.equal(
      await page.locator("output").textContent(),
      "3 Requires improvement to 4 Inadequate",
      "2 of 3 at best",
    );
    assert.equal(JSON.parse(await page.locator("[name=review]").inputValue()).sections.B.descriptors.B1, "no");
  },
  "elements.html": async (page) => {
    await page.locator('[data-pointer="/criteria/no_admin_errors"]').getByLabel("Not met").check();
    assert.equal(await page.locator("ehcp-qa-panel .eqa-grade").textContent(), "4 Inadequate");
    await page.getByLabel("Section F", { exact: true }).fill("Regular support.");
    await page.getByText("It does not say how often.").waitFor();
  },
  "classic.html": async (page) => {
    await page.waitForFunction(() => document.querySelector("output").textContent !== "");
    await page.locator("select").selectOption("No");
    assert.equal(
      await page.locator("output").textContent(),
      "3 Requires improvement to 4 Inadequate",
      "2 of 3 at best",
    );
  },
  "welsh.html": async (page) => {
    await page.locator('[data-pointer="/sections/B/descriptors/B2"]').getByLabel("Nac ydy", { exact: true }).check();
    await page.getByText("Canlyniadau hyd yma").waitFor();
    await page.getByText("Yn adran B, atebwyd na i 1 disgrifydd, ond ni nodwyd unrhyw welliant.").waitFor();
    await accessible(page, "the snippet in Welsh");
  },
  "iframe.html": async (page) => {
    await page.waitForFunction(() => document.querySelector("output").textContent !== "");
    const before = await page.locator("output").textContent();
    await page
      .frameLocator("iframe")
      .locator('[data-pointer="/sections/B/descriptors/B2"]')
      .getByLabel("No", { exact: true })
      .check();
    await page.waitForFunction((before) => document.querySelector("output").textContent !== before, before);
  },
};

for (const [file, run] of Object.entries(SNIPPETS)) {
  test(`the snippet ${file} works as it stands`, () => hosts.open(`/js-demo/dist/snippets/${file}`, run));
}
