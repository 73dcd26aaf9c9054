// What the developer of a page got wrong is said, by its name, where the page can be seen and in the console.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ELEMENTS, hostPage, UNTYPED } from "./host-page.mjs";
import { attach, shown, startHosts } from "./hosts.mjs";

const FIELDS = `<select id=q1><option value=""><option>Yes<option>No</select><div id=step></div>
  <output data-ehcp-qa-out="A.progress"></output><ul data-ehcp-qa-out="problems"></ul>`;

let hosts;

before(async () => {
  hosts = await startHosts({
    "/form": hostPage(FIELDS, { policy: UNTYPED }),
    "/none": hostPage(`<ul data-ehcp-qa-out="problems"></ul>`),
    "/elements": hostPage(
      `<ehcp-qa-panel for="reveiw"></ehcp-qa-panel>
       <ehcp-qa-wording for="text" section="F"></ehcp-qa-wording>
       <ehcp-qa-review id="review" parts="criteria Z B"></ehcp-qa-review><p id="text">No field</p>${ELEMENTS}`,
    ),
    "/refused": hostPage(`<ehcp-qa-panel></ehcp-qa-panel><ehcp-qa-review value="{"></ehcp-qa-review>${ELEMENTS}`),
  });
});

after(() => hosts?.close());

/** What the page writes into its console. */
function consoleOf(page) {
  const lines = [];
  page.on("console", (message) => lines.push(message.text()));
  return lines;
}

test("a selector that finds nothing, one that is not valid and names that do not exist", () =>
  hosts.open("/form", async (page) => {
    const lines = consoleOf(page);
    await attach(page, {
      map: { A1: "#q1", A2: "#nope", A3: "#ctl00$M$q3", A9: "#q1" },
      outputs: { gate: "#lost", gaet: "output" },
      values: { A10: { J: "yes" } },
    });
    const expected = [
      "A9: There is no field of this name.",
      "A10: There is no field of this name.",
      'A2: The selector of the option "map" finds nothing: #nope',
      'A3: The selector of the option "map" is not valid; CSS.escape() writes ids with marks: #ctl00$M$q3',
      'gate: The selector of the option "outputs" finds nothing: #lost',
      "gaet: There is no result of this name.",
    ].sort();
    assert.deepEqual((await shown(page, "problems")).sort(), expected);
    assert.equal(await shown(page, "A.progress"), "0 of 6", "the rest of the form is bound");
    await page.locator("#q1").selectOption("Yes");
    assert.equal(await shown(page, "A.progress"), "1 of 6");
    const said = lines.map((line) => line.replace(/^ehcp-qa: /, "").replace(/ JSHandle@.*$/, "")).sort();
    assert.deepEqual(said, expected, "each once in the console");
  }));

test("a field that comes later, or is gone again, is no mistake", () =>
  hosts.open("/form", async (page) => {
    const lines = consoleOf(page);
    await attach(page, { map: { A2: "#q2" } });
    assert.deepEqual(await shown(page, "problems"), ['A2: The selector of the option "map" finds nothing: #q2']);
    await page.evaluate(() => (document.querySelector("#step").innerHTML = `<input id=q2 value=yes>`));
    await page.waitForFunction(() => window.bound.detail.problems.length === 0);
    assert.equal(await shown(page, "A.progress"), "1 of 6");
    await page.evaluate(() => document.querySelector("#step").replaceChildren());
    await page.waitForFunction(() => document.querySelector("output").textContent === "0 of 6");
    assert.deepEqual(await shown(page, "problems"), []);
    assert.equal(lines.length, 1);
  }));

test("a form that is not there", () =>
  hosts.open("/none", async (page) => {
    const lines = consoleOf(page);
    const errors = await page.evaluate(async () => {
      const { attach } = await import("/wasm/dist/form.js");
      const codes = [];
      for (const root of [document.querySelector("#form"), undefined, "#form"]) {
        codes.push(await attach(root).catch(({ name, code }) => `${name} ${code}`));
      }
      return codes;
    });
    assert.deepEqual(errors, Array(3).fill("EhcpQaError invalid_argument"));
    const message =
      "attach() was not given an element or a document. " +
      "A selector that finds nothing gives null: check the one for the form.";
    assert.deepEqual(await shown(page, "problems"), [message]);
    assert.deepEqual(lines, Array(3).fill(`ehcp-qa: ${message}`));
  }));

test("elements whose attributes name nothing do not go on starting", () =>
  hosts.open("/elements", async (page) => {
    const lines = consoleOf(page);
    const alert = (name) => page.locator(name).getByRole("alert");
    const messages = [
      ["ehcp-qa-panel", 'This page has no ehcp-qa-review with the id "reveiw", which the attribute "for" names.'],
      ["ehcp-qa-wording", 'This page has no text area with the id "text", which the attribute "for" names.'],
      [
        "ehcp-qa-review",
        'The attribute "parts" names what the review does not have: Z. ' +
          "It has details plan criteria A E B C D F G H1 H2 I J K overall.",
      ],
    ];
    for (const [name, message] of messages) {
      await alert(name).waitFor();
      assert.equal(await alert(name).textContent(), message);
      assert.ok(
        lines.some((line) => line.startsWith(`ehcp-qa: ${message}`)),
        lines.join("\n"),
      );
    }
    assert.equal(await page.locator("ehcp-qa-review [data-pointer='/sections/B/descriptors/B1']").count(), 1);

    // The page corrects itself.
    await page.locator("ehcp-qa-panel").evaluate((panel) => panel.setAttribute("for", "review"));
    await page.locator("ehcp-qa-panel .eqa-grade").waitFor();
    await page.evaluate(() => {
      const area = document.createElement("textarea");
      area.id = "text";
      area.value = "Jo will have regular support.";
      document.querySelector("#text").replaceWith(area);
    });
    await page.locator("ehcp-qa-wording .eqa-finding").first().waitFor();
    for (const name of ["ehcp-qa-panel", "ehcp-qa-wording"]) assert.equal(await alert(name).count(), 0);
  }));

test("results of a review that cannot be shown give its reason", () =>
  hosts.open("/refused", async (page) => {
    const reason = await page.locator("ehcp-qa-review").getByRole("alert").textContent();
    assert.match(reason, /^The review has a problem/);
    await page.locator("ehcp-qa-panel").getByText(reason).waitFor();
    assert.equal(await page.getByText("Starting…").count(), 0);
  }));
