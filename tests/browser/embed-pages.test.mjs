// The pages of hosts to copy: in React, in Vue, and as ASP.NET makes them. Each renders again, and parts of it are
// replaced, while the review goes on.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startHosts } from "./hosts.mjs";

const folder = "/js-demo/dist/embed";
const answers = (page) => page.locator("ehcp-qa-review").evaluate(({ review }) => review.sections?.B?.descriptors);
const field = (page, pointer) => page.locator(`ehcp-qa-review [data-pointer="${pointer}"]`);
const errorsOf = (page) => page.locator("[role=alert]").allTextContents();

let hosts;

before(async () => {
  hosts = await startHosts();
});

after(() => hosts?.close());

for (const name of ["react", "vue"]) {
  test(`${name}: the review is part of the page's state, which renders again at each change`, () =>
    hosts.open(`${folder}/${name}.html`, async (page) => {
      await page.locator("ehcp-qa-review .eqa-body").waitFor();
      await page.evaluate(() => {
        window.heard = 0;
        document.addEventListener("ehcp-qa-assessment", ({ target }) => {
          if (target.localName === "ehcp-qa-review") window.heard += 1;
        });
      });
      await field(page, "/sections/B/descriptors/B1").getByLabel("Yes", { exact: true }).check();
      await field(page, "/sections/B/descriptors/B2").getByLabel("No", { exact: true }).check();
      assert.deepEqual(await answers(page), { B1: "yes", B2: "no" });
      assert.match(await page.locator("#answered").textContent(), /^2 of \d+$/);
      assert.equal(await page.evaluate(() => window.heard), 2, "what goes back as a property is no change");
      assert.ok((await page.locator("ehcp-qa-panel .eqa-glimpse").textContent()).includes("2 of"));

      // Taken out of the page and put back, it has the state of the page.
      await page.getByRole("button", { name: "Close the review" }).click();
      assert.equal(await page.locator("ehcp-qa-review").count(), 0);
      await page.getByRole("button", { name: "Open the review" }).click();
      await page.locator("ehcp-qa-review .eqa-body").waitFor();
      assert.deepEqual(await answers(page), { B1: "yes", B2: "no" });
      await field(page, "/sections/B/descriptors/B3").getByLabel("Yes", { exact: true }).check();
      assert.match(await page.locator("#answered").textContent(), /^3 of \d+$/);
      await page.locator("ehcp-qa-panel .eqa-glimpse").waitFor();
      assert.deepEqual(await errorsOf(page), []);
    }));

  test(`${name}: a text that the page controls is followed, also where the page sets it`, () =>
    hosts.open(`${folder}/${name}.html`, async (page) => {
      await page.locator("ehcp-qa-wording .eqa-findings").waitFor({ state: "attached" });
      await page.locator("#provision").fill("Jo will have regular support.");
      await page.locator("ehcp-qa-wording .eqa-finding").first().waitFor();
      await page.getByRole("button", { name: "Clear section F" }).click();
      await page.waitForFunction(() => document.querySelector("ehcp-qa-wording").lint.findings.length === 0);
    }));

  test(`${name}: a form of the page is bound while it is shown`, () =>
    hosts.open(`${folder}/${name}.html`, async (page) => {
      const progress = page.locator("[data-ehcp-qa-out='C.progress']");
      await page.waitForFunction(() => /^0 of/.test(document.querySelector("[data-ehcp-qa-out]").textContent));
      await page.locator("[data-ehcp-qa=C1]").selectOption("No");
      assert.match(await progress.textContent(), /^1 of/);
      await page.locator("[data-ehcp-qa=C1]").selectOption("");
      await page.waitForFunction(() => /^0 of/.test(document.querySelector("[data-ehcp-qa-out]").textContent));
      // The framework chooses the option, without an event.
      await page.getByRole("button", { name: "Answer yes" }).click();
      await page.waitForFunction(() => /^1 of/.test(document.querySelector("[data-ehcp-qa-out]").textContent));
      assert.equal(await page.locator("[data-ehcp-qa-out=problems] li").count(), 0);
    }));
}

test("ASP.NET: the controls are bound by their ids, and partial post-backs are followed", () =>
  hosts.open(`${folder}/aspnet.html`, async (page) => {
    const id = (name) => page.locator(`#ctl00_Main_${name}`);
    const sectionA = id("lblA");
    await page.waitForFunction(() => document.querySelector("#ctl00_Main_lblA").textContent !== "Not graded");
    await id("ddlStage").selectOption("3");
    await id("ddlA1").selectOption("2");
    await id("chkA2").check();
    await id("ddlScore").selectOption("2");
    const review = async () => JSON.parse(await id("hidReview").inputValue());
    const expected = async () => {
      const { plan, sections } = await review();
      assert.equal(plan.stage, "final");
      assert.deepEqual(sections.A.descriptors, { A1: "no", A2: "yes" });
      assert.equal(sections.overall.score, 2);
    };
    await expected();
    await id("txtF").fill("Jo will have regular support.");
    await id("ulWording").locator("li").first().waitFor();
    assert.ok((await id("ulWording").textContent()).includes("“regular”"));

    const before = await sectionA.textContent();
    await id("btnRefresh").click();
    assert.deepEqual(JSON.parse((await page.locator("#sent").textContent()).slice("Sent: ".length)), await review());
    await page.waitForFunction(() => document.querySelector("#ctl00_Main_lblA").textContent !== "Not graded");
    assert.equal(await sectionA.textContent(), before, "the server knows nothing of results: they are written again");
    await expected();
    await id("ddlA1").selectOption("1");
    assert.equal((await review()).sections.A.descriptors.A1, "yes", "in the fields that came later");
    assert.equal(await id("ulProblems").locator("li").count(), 0);
  }));
