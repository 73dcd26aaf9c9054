// The page that counts records into a termly report. The expected values are counted by hand from the records
// beside them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessible } from "./axe.mjs";
import { withDemoPage } from "./demo-page.mjs";
import { downloaded, drop, exported } from "./files.mjs";
import { startHosts } from "./hosts.mjs";
import { focused, pressUntil, tabTo } from "./keyboard.mjs";
import { MADE_UP_TERM, madeUpRecords, record, reviewOf } from "./made-up.mjs";

let hosts;

before(async () => {
  hosts = await startHosts();
});

after(() => hosts?.close());

const records = await madeUpRecords();

/** Opens the page once it can be used; from then on it must request only the files that the test names. */
function withReport(run, { asks = [], ...options } = {}) {
  return withDemoPage(
    hosts,
    "report.html",
    async (page, context) => {
      const asked = [];
      page.on(
        "request",
        (request) => request.url().startsWith("blob:") || asked.push(`${request.method()} ${request.url()}`),
      );
      await run(page, context);
      assert.deepEqual(
        asked,
        asks.map((path) => `GET ${hosts.origin}${path}`),
        "nothing else is asked for or sent",
      );
    },
    options,
  );
}

/** The table of a title, which scrolls by itself, or its card where there is no table. */
const region = (page, title) => {
  const by = { name: title, exact: true };
  return page.getByRole("region", by).or(page.getByRole("group", by)).last();
};
/** The counts of a row, without their shares. */
const rowOf = async (page, title, row) =>
  (
    await region(page, title)
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: row, exact: true }) })
      .getByRole("cell")
      .allInnerTexts()
  ).map((text) =>
    text
      .replace(/\s+/g, " ")
      .replace(/ \d+ %$/, "")
      .trim(),
  );
const text = (page, id) => page.locator(`#${id}`).innerText();

async function hideBelow(page, number) {
  await page.getByLabel("Hide counts below").fill(String(number));
  await page.keyboard.press("Enter");
}

const unfold = (page) => page.getByRole("button", { name: "Unfold all tables" }).click();

async function madeUp(page) {
  await page.getByRole("button", { name: "Use fictional plans" }).click();
  await page.locator("#totals").getByText("300 records counted").waitFor();
}

test("a file is dropped: records are counted, and those that cannot be read are listed by their line", () =>
  withReport(async (page) => {
    // A byte order mark, CR LF, an empty line, and no end of the last line. Lines 2 and 5 cannot be read.
    const lines = [
      record(2),
      '{"review": "Jo Smith',
      record(2),
      "",
      '{"review": {"framework": "shropshire-2023", "plan": {"age": 99}}}',
      record(3),
    ];
    await drop(page, { "autumn.ndjson": `\uFEFF${lines.join("\r\n")}` });
    await page.locator("#report").waitFor();
    assert.equal(await text(page, "totals"), "3 records counted, 2 skipped.");
    assert.equal(await text(page, "status"), "The report is ready. 3 records counted, 2 skipped.");
    assert.equal(await focused(page), "report-heading");
    assert.equal(await text(page, "plans"), "So few plans were reviewed that nothing is shown.");
    assert.deepEqual(await rowOf(page, "Plans by recorded grade", "All plans"), Array(6).fill("c (not shown)"));

    const skipped = await page.locator("#skipped-list li").allInnerTexts();
    assert.equal(skipped.length, 2);
    // The text of it ends after its 20 characters.
    assert.equal(skipped[0], "autumn.ndjson, line 2: This is not valid JSON: it goes wrong at column 21.");
    assert.equal(skipped[1], "autumn.ndjson, line 5: /review/plan/age: This must be a whole number from 0 to 25.");
    assert.doesNotMatch(await page.locator("main").innerText(), /Jo Smith|99/);
    const list = await exported(page, "Download the list");
    assert.equal(list.text, `${skipped.join("\n")}\n`);

    await hideBelow(page, "none");
    assert.deepEqual(await rowOf(page, "Plans by recorded grade", "All plans"), ["0", "2", "1", "0", "0", "3"]);
    assert.ok(await page.locator("#below-warning").isVisible());
    await hideBelow(page, 1);
    const summary = page.locator(".govuk-error-summary");
    assert.ok(await summary.evaluate((element) => element === document.activeElement));
    assert.match(await summary.innerText(), /must be a whole number from 2, or none/);
    assert.deepEqual(
      await rowOf(page, "Plans by recorded grade", "All plans"),
      ["0", "2", "1", "0", "0", "3"],
      "the report is as it was",
    );
    await hideBelow(page, 2);
    assert.equal(await summary.count(), 0);
    assert.equal(await page.locator("#below-warning").isVisible(), false);
    // Of 2 and 1 one is small: all of its row is hidden but the sum.
    assert.deepEqual(await rowOf(page, "Plans by recorded grade", "All plans"), [
      ...Array(5).fill("c (not shown)"),
      "3",
    ]);
  }));

test("many refused records are all counted, and the first twenty are listed", () =>
  withReport(async (page) => {
    await drop(page, {
      "a.ndjson": `${record(1)}\n${"[]\n".repeat(15)}`,
      "b.ndjson": `${"[]\n".repeat(8)}${record(1)}`,
    });
    await page.locator("#report").waitFor();
    assert.equal(await text(page, "totals"), "2 records counted, 23 skipped.");
    const skipped = await page.locator("#skipped-list li").allInnerTexts();
    assert.equal(skipped.length, 20);
    assert.match(skipped[0], /^a\.ndjson, line 2: /);
    assert.match(skipped[14], /^a\.ndjson, line 16: /);
    assert.match(skipped[15], /^b\.ndjson, line 1: /);
    assert.equal(await text(page, "skipped-more"), "These are the first 20 of 23.");
    assert.equal((await exported(page, "Download the list")).text.trimEnd().split("\n").length, 23);
  }));

test("files without a record that can be read are reported as a mistake, and the report stays", () =>
  withReport(async (page) => {
    await drop(page, { "one.ndjson": record(1) });
    await page.locator("#report").waitFor();
    await drop(page, { "empty.ndjson": "\n\n" });
    const summary = page.locator(".govuk-error-summary");
    await summary.getByText("The files have no records").waitFor();
    await drop(page, { "bad.ndjson": "no\n{}\n" });
    await summary.getByText("None of 2 records could be read").waitFor();
    assert.match(await summary.innerText(), /bad\.ndjson, line 1: /);
    assert.match(await summary.innerText(), /bad\.ndjson, line 2: /);
    assert.ok(await summary.evaluate((element) => element === document.activeElement), "the summary has the focus");
    assert.equal(await text(page, "totals"), "1 record counted, 0 skipped.");
  }));

test("no letter is torn where a piece of the file ends", () =>
  withReport(async (page) => {
    // As many letters as a text may have, of three bytes each: a torn one would be two letters, and one too many.
    const letters = await page.evaluateHandle(
      (review) => {
        review.sections.overall.improvements = "€".repeat(20_000);
        return new File([`${JSON.stringify({ review })}\n`.repeat(60)], "letters.ndjson");
      },
      reviewOf({ sections: { overall: { score: 2 } } }),
    );
    await drop(page, letters);
    await page.locator("#report").waitFor();
    assert.equal(await text(page, "totals"), "60 records counted, 0 skipped.");
  }));

// 80,000 records, a quarter of them of each score.
const large = (page) =>
  page.evaluateHandle(
    (review) => {
      const lines = Array.from({ length: 80_000 }, (_, at) => {
        review.sections.overall = { score: (at % 4) + 1, improvements: "x".repeat(200) };
        return JSON.stringify({ review });
      });
      return new File([lines.join("\n")], "large.ndjson");
    },
    reviewOf({ sections: {} }),
  );

test("the page stays live while a large file is read, and shows its progress", () =>
  withReport(async (page) => {
    const file = await large(page);
    await page.evaluate(() => {
      const began = performance.now();
      let last = began;
      window.live = { gap: 0, values: [] };
      const timer = setInterval(() => {
        const now = performance.now();
        window.live.gap = Math.max(window.live.gap, now - last);
        last = now;
        window.live.values.push(document.querySelector("progress").value);
        if (document.getElementById("report").hidden) return;
        clearInterval(timer);
        window.live.all = now - began;
      }, 5);
    });
    await drop(page, file);
    await page.locator("#report").waitFor({ timeout: 120_000 });
    await page.waitForFunction(() => window.live.all !== undefined);
    assert.equal(await text(page, "totals"), "80,000 records counted, 0 skipped.");
    assert.deepEqual(await rowOf(page, "Plans by recorded grade", "All plans"), [
      "20,000",
      "20,000",
      "20,000",
      "20,000",
      "0",
      "80,000",
    ]);
    const { gap, values, all } = await page.evaluate(() => window.live);
    assert.ok(gap < all / 4, `it stood still for ${gap} ms of ${all}`);
    assert.ok(new Set(values).size > 5, `progress was ${[...new Set(values)]}`);
    assert.deepEqual(
      values,
      values.toSorted((one, other) => one - other),
      "progress never goes back",
    );
    assert.equal(await page.locator("#reading").isVisible(), false);
  }));

test("reading is cancelled, and the report before it stays", () =>
  withReport(async (page) => {
    await drop(page, { "one.ndjson": record(1) });
    await page.locator("#report").waitFor();
    const file = await large(page);
    // As soon as some of it is read.
    await page.evaluate(() => {
      const progress = document.getElementById("progress-text");
      new MutationObserver((_, observer) => {
        if (/^0 %/.test(progress.textContent)) return;
        observer.disconnect();
        document.getElementById("cancel").click();
      }).observe(progress, { childList: true, characterData: true, subtree: true });
    });
    await drop(page, file);
    await page.getByText("Reading is cancelled. Nothing of these files is counted.").waitFor();
    assert.equal(await focused(page), "files");
    assert.equal(await page.locator("#reading").isVisible(), false);
    assert.equal(await text(page, "totals"), "1 record counted, 0 skipped.");
  }));

test("a made-up term comes from the file beside the page, with every table filled", () =>
  withReport(
    async (page) => {
      const count = (test) => String(records.filter(test).length);
      assert.equal(records.length, 300);
      assert.equal(
        count(({ review }) => review.plan.reference.startsWith("MADE-UP-")),
        "300",
        "every record says that it is made up",
      );
      await madeUp(page);
      await unfold(page);
      assert.equal(await text(page, "totals"), "300 records counted, 0 skipped.");
      const graded =
        (id, score) =>
        ({ review }) =>
          review.sections[id].score === score;
      for (const [id, title, row] of [
        ["overall", "Plans by recorded grade", "All plans"],
        ["F", "Sections by recorded grade", "Section F: Special educational provision"],
      ]) {
        assert.deepEqual(
          await rowOf(page, title, row),
          [...[1, 2, 3, 4, undefined].map((score) => count(graded(id, score))), "300"],
          row,
        );
      }
      // The report shows a trend over three terms, some shades, and the agreement of graders.
      const terms = await region(page, "Plans by term")
        .locator("xpath=..")
        .locator(".app-bars__number")
        .allInnerTexts();
      const good = ([from, to]) => {
        const within = records.filter(
          ({ review }) =>
            review.review.date >= from && review.review.date < to && review.sections.overall.score !== undefined,
        );
        const atLeast = within.filter(({ review }) => review.sections.overall.score <= 2);
        return `${Math.round((100 * atLeast.length) / within.length)} % (${atLeast.length} of ${within.length})`;
      };
      assert.deepEqual(
        terms,
        [
          ["2025-09", "2026-01"],
          ["2026-01", "2026-04"],
          ["2026-04", "2026-08"],
        ].map(good),
      );
      const shades = await region(page, "Sections by recorded grade")
        .locator("td")
        .evaluateAll((cells) =>
          cells.flatMap(({ classList }) => [...classList].filter((name) => name.startsWith("app-shade-"))),
        );
      assert.ok(new Set(shades).size > 1, `shades ${[...new Set(shades)]}`);
      const pairs = records.flatMap(({ graded_twice: pair }) => (pair === undefined ? [] : [pair]));
      const same = pairs.filter(({ first, second }) => first === second).length;
      const figures = await region(page, "Plans graded by two people: the first grade, by the second")
        .locator("xpath=..")
        .locator(".app-figures dd")
        .allInnerTexts();
      assert.equal(figures[0], `${(same / pairs.length).toFixed(3)} (${same} of ${pairs.length} plans)`);
      assert.equal(await page.getByText("Nothing was found.").count(), 0);
      assert.ok((await region(page, "Plans by need").getByRole("row").count()) > 5);
      assert.ok((await region(page, "Plans by setting").getByRole("row").count()) > 4);

      const { name, text: lines } = await downloaded(page, () =>
        page.getByRole("link", { name: "Download their records" }).click(),
      );
      assert.equal(name, "made-up-term.ndjson");
      assert.equal(lines.split("\n").length, 301, "a line each, and an end");
    },
    { asks: [MADE_UP_TERM] },
  ));

test("where the made-up records are not beside the page, it gives the remedy and stays as it was", () =>
  withReport(
    async (page) => {
      await drop(page, { "one.ndjson": record(1) });
      await page.locator("#report").waitFor();
      await page.route(`**${MADE_UP_TERM}`, (route) => route.fulfill({ status: 404, body: "<!doctype html>" }));
      await page.getByRole("button", { name: "Use fictional plans" }).click();
      const summary = page.locator(".govuk-error-summary");
      await summary.getByText("The fictional plans could not be fetched.").waitFor();
      assert.ok(await summary.evaluate((element) => element === document.activeElement), "the summary has the focus");
      await page.unroute(`**${MADE_UP_TERM}`);
      await page.route(`**${MADE_UP_TERM}`, (route) => route.abort());
      await summary.getByRole("link").click();
      assert.equal(await focused(page), "made-up");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement.classList.contains("govuk-error-summary"));
      assert.match(await text(page, "made-up-error"), /Open this page from a server/);
      assert.equal(await text(page, "totals"), "1 record counted, 0 skipped.");
      await accessible(page, "made-up records that are not there");
    },
    { asks: [MADE_UP_TERM, MADE_UP_TERM], allowed: [/Failed to load resource/] },
  ));

test("the report is exported, and exact counts are added to records", () =>
  withReport(
    async (page) => {
      await madeUp(page);
      assert.equal(await text(page, "totals"), "300 records counted, 0 skipped.");
      await page.getByLabel("Title of the report").fill("Autumn <term>");
      const shown = await rowOf(page, "Plans by recorded grade", "All plans");
      const [outstanding] = shown;

      const html = await exported(page, "Export as a page (HTML)");
      assert.equal(html.name, "termly-report.html");
      assert.ok(html.text.includes("<h1>Quality of Education, Health and Care Plans: Autumn &lt;term&gt;</h1>"));
      const csv = await exported(page, "Export for a spreadsheet (CSV)");
      assert.equal(csv.name, "termly-report.csv");
      assert.ok(csv.text.includes(`grades,total,1,All plans,1 Outstanding,${outstanding}\r\n`));
      const json = await exported(page, "Export as JSON");
      assert.equal(json.name, "termly-report.json");
      const report = JSON.parse(json.text);
      assert.equal(report.hidden_below, 5);
      assert.deepEqual(report.tables[0].rows[0].counts.map(String), shown);
      assert.deepEqual(await page.locator("#contents a").allInnerTexts(), [
        ...report.tables.map(({ title }) => title),
        "Notes",
      ]);

      const exact = await exported(page, "Export exact counts");
      assert.equal(exact.name, "exact-counts.json");
      await drop(page, { "exact-counts.json": exact.text, "more.ndjson": `${record(1)}\n${record(1)}\n` });
      await page
        .getByText("2 records counted, 0 skipped, 300 plans added from counts made elsewhere.", { exact: true })
        .waitFor();
      const added = await rowOf(page, "Plans by recorded grade", "All plans");
      assert.deepEqual(added, [String(Number(outstanding) + 2), ...shown.slice(1, 5), "302"]);
    },
    { asks: [MADE_UP_TERM] },
  ));

test("each table comes as the report has it, with pictures of some", () =>
  withReport(async (page) => {
    const dated = (score, date) =>
      JSON.stringify({
        review: { framework: "shropshire-2023", review: { date }, sections: { overall: { score }, A: { score: 4 } } },
      });
    // Of 8 plans in autumn 6 are at least Good; of 6 in spring 3; two have no date.
    const lines = [
      ...[1, 1, 2, 2, 2, 2, 3, 4].map((score) => dated(score, "2025-10-01")),
      ...[2, 2, 2, 3, 3, 3].map((score) => dated(score, "2026-02-01")),
      record(1),
      record(2),
    ];
    await drop(page, { "two-terms.ndjson": lines.join("\n") });
    await page.locator("#report").waitFor();
    await hideBelow(page, "none");
    const bars = (title) =>
      region(page, title)
        .locator("xpath=..")
        .locator(".app-bars__row")
        .evaluateAll((rows) =>
          rows.map((row) => [
            row.querySelector("dt").textContent,
            row.querySelector(".app-bars__number").textContent,
            row.querySelector("rect").getAttribute("width"),
          ]),
        );
    assert.deepEqual(await bars("Plans by term"), [
      ["Autumn 2025-26", "75 % (6 of 8)", "75.0%"],
      ["Spring 2025-26", "50 % (3 of 6)", "50.0%"],
    ]);
    // The most is 8 Good: 4, 3 and one without a date.
    assert.deepEqual((await bars("Plans by recorded grade")).slice(0, 2), [
      ["1 Outstanding", "3", "37.5%"],
      ["2 Good", "8", "100.0%"],
    ]);
    // 14 of 16 plans have section A graded: more than three quarters.
    const row = region(page, "Sections by recorded grade").getByRole("row").nth(1);
    const shadeOf = async (name) =>
      /app-shade-\d/.exec(await row.getByRole("cell", { name }).getAttribute("class"))?.[0];
    assert.deepEqual([await shadeOf("14"), await shadeOf("2")], ["app-shade-4", "app-shade-1"]);
    await unfold(page);
    assert.equal(
      await text(page, "headline"),
      "In Spring 2025-26, 50 % of graded plans are 2 Good or better (3 of 6), 25 points down on Autumn 2025-26.",
    );
    // Beside 8 of 16 stands the share.
    const cell = region(page, "Plans by recorded grade").getByRole("cell", { name: "8", exact: false }).first();
    assert.match(await cell.innerText(), /^8\s+50 %$/);
    assert.deepEqual(await rowOf(page, "Plans by term", "Not known"), ["1", "1", "0", "0", "0", "2"]);
    assert.deepEqual(await page.locator("#tables h3").allInnerTexts(), [
      "Plans by recorded grade",
      "Sections by recorded grade",
      "Plans by term",
    ]);
    assert.match(await text(page, "nothing-counted"), /^Left out, since nothing is counted in them: Plans by level; /);
  }));

test("agreement of graders is shown beside its table, and hidden with it", () =>
  withReport(async (page) => {
    const pairs = [
      [1, 2],
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 2],
      [2, 3],
      [2, 3],
      [3, 2],
    ];
    await drop(page, {
      "twice.ndjson": pairs.map(([first, second]) => record(second, { graded_twice: { first, second } })).join("\n"),
    });
    await page.locator("#report").waitFor();
    await unfold(page);
    const figures = async () =>
      await region(page, "Plans graded by two people: the first grade, by the second")
        .locator("xpath=..")
        .locator(".app-figures dd")
        .allInnerTexts();
    assert.deepEqual(await figures(), Array(9).fill("c"));
    await hideBelow(page, "none");
    const [kappa, ac2] = (await figures()).slice(7);
    // Six of ten are the same; one, two and one are one grade apart, the last three across Good.
    assert.deepEqual((await figures()).slice(0, 7), [
      "0.600 (6 of 10 plans)",
      "1.000 (10 of 10 plans)",
      "0.300 (3 of 10 plans)",
      "0.100 (1 of 10 plans)",
      "0.300 (3 of 10 plans)",
      "0.200 (2 of 10 plans)",
      "0.100 (1 of 10 plans)",
    ]);
    // The squares of the distances are 4 of 10 as observed. By chance they are
    // (1·8·1 + 1·2·4 + 8·2·1 + 1·8·1) of 100, which is the same.
    assert.equal(kappa, "0.000");
    assert.match(ac2, /^0\.\d{3}$/);
  }));

test("breaks of the golden thread are shown as they come", () =>
  withReport(async (page) => {
    const lines = [
      record(2, { thread: { "thread-orphan": 2 } }),
      record(2, { thread: {} }),
      record(2, { thread: {} }),
      record(2),
    ];
    await drop(page, { "thread.ndjson": lines.join("\n") });
    await page.locator("#report").waitFor();
    await unfold(page);
    await hideBelow(page, "none");
    const table = region(page, "Where the golden thread breaks");
    const rows = await table
      .locator("tbody tr")
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll("td")].map(({ firstChild }) => firstChild.textContent).join(" ")),
      );
    // Three of the four were checked; in one an item hangs on nothing.
    assert.deepEqual([...new Set(rows)].toSorted(), ["0 3 3", "1 2 3"]);
    assert.equal(rows.filter((row) => row === "1 2 3").length, 1);
    const bars = await table.locator("xpath=..").locator(".app-bars__number").allInnerTexts();
    assert.deepEqual(
      bars,
      rows.map((row) => row.split(" ")[0]),
    );
  }));

test("a sample is drawn, the same in any order, and problems are listed by their line", () =>
  withReport(async (page) => {
    await page.getByText("Draw a sample of plans").click();
    const draw = page.getByRole("button", { name: "Draw the sample" });
    const drawn = async () =>
      (await page.locator("#drawn-why li").allInnerTexts()).map(
        (sentence) => /^Plan (P-\d+) is drawn for /.exec(sentence)?.[1],
      );
    const references = page.getByLabel("References, one on each line");
    // The year groups beside the references: 3 up to Reception, 4 in Years 1 to 6, 3 in Years 7 to 11, 2 later.
    await page.getByLabel("Purpose").selectOption("strategic");
    await page.getByLabel("Plans from each phase").fill("3");
    await draw.click();
    assert.deepEqual(await page.locator("#drawn-groups li").allInnerTexts(), [
      "Early Years: 3 of 3",
      "Key Stage 1 and 2: 3 of 4",
      "Key Stage 3 and 4: 3 of 3",
      "Post 16: 2 of 2, 1 too few",
    ]);
    assert.equal(await text(page, "drawn"), "11 of 12 plans are drawn.");
    const first = await drawn();
    assert.equal(new Set(first).size, 11);
    await references.fill((await references.inputValue()).split("\n").reverse().join("\n"));
    await draw.click();
    assert.deepEqual(await drawn(), first);

    await page.getByLabel("Purpose").selectOption("team_manager");
    assert.equal(await page.getByLabel("Plans from each phase").isVisible(), false);
    await references.fill("P-1\n\nP-2\nP-1");
    await draw.click();
    assert.match(
      await page.locator(".govuk-error-summary").innerText(),
      /Line 4: This plan is there already: it can stand only once\./,
    );
    await page.getByRole("link", { name: "The sample could not be drawn" }).click();
    assert.equal(await focused(page), "references");
    await accessible(page, "a sample that cannot be drawn");
  }));

test("a case under Annex B shows its state and who may act next", () =>
  withReport(async (page) => {
    await page.getByText("Follow a plan below Good (Annex B)").click();
    const cases = page.getByLabel("A fictional case");
    const next = () => text(page, "case-next");
    assert.equal(await text(page, "case-issue"), "The plan may not be issued.");
    assert.match(await next(), /^Give feedback to the plan writer.*Senior case officer\.$/m);
    assert.equal(await text(page, "case-regraded"), "It does not count as re-graded yet.");
    // One of two grades is below Good, so that a grade has to be agreed; both are given, and so it is re-graded.
    await cases.selectOption({ label: "Graded again, on both sides of Good" });
    assert.equal(await page.locator("#case-events li").count(), 6);
    assert.equal(
      await page.locator("#case-events li").last().innerText(),
      "17 October 2025: Graded again, 3 Requires improvement (Senior case officer SCO-5)",
    );
    assert.equal(await text(page, "case-issue"), "The plan may not be issued.");
    assert.equal(await text(page, "case-regraded"), "It counts as re-graded.");
    await cases.selectOption({ label: "Graded again, twice at least Good" });
    assert.equal(await text(page, "case-issue"), "The plan may be issued.");
    await accessible(page, "a case");
  }));

test("it works by keyboard alone on a narrow screen, and only tables scroll sideways", () =>
  withReport(
    async (page) => {
      await tabTo(page, "files");
      await page.keyboard.press("Tab");
      assert.equal(await focused(page), "made-up");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement.id === "report-heading");
      const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= screen, `${content} wide on a screen of ${screen}`);
      await pressUntil(page, (element) => element.parentElement?.dataset.table === "by-phase");
      await page.keyboard.press("Enter");
      await pressUntil(page, (element) => element.getAttribute("aria-labelledby") === "table-by-phase");
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
      await accessible(page, "a report on a narrow screen");
    },
    { viewport: { width: 320, height: 700 }, asks: [MADE_UP_TERM] },
  ));

test("the page has no violation that axe knows of, in each of its states", () =>
  withReport(
    async (page) => {
      await accessible(page, "nothing is chosen");
      await drop(page, { "bad.ndjson": "no\n" });
      await page.locator(".govuk-error-summary").waitFor();
      await accessible(page, "a mistake");
      await drop(page, { "some.ndjson": `${record(1)}\nno\n` });
      await page.locator("#report").waitFor();
      await hideBelow(page, "none");
      await accessible(page, "records that could not be read, and a warning");
      await madeUp(page);
      await unfold(page);
      await page.evaluate(() => (document.getElementById("reading").hidden = false));
      await accessible(page, "a whole report, and progress");
    },
    { asks: [MADE_UP_TERM] },
  ));

test("tables are folded but for the first, unfold from the contents, and stay unfolded", () =>
  withReport(
    async (page) => {
      await madeUp(page);
      const open = () =>
        page.locator("#tables section").evaluateAll((sections) =>
          sections.flatMap((section) => {
            const table = section.querySelector("table");
            return table?.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) === true
              ? [section.querySelector("h3").textContent]
              : [];
          }),
        );
      const first = ["Plans by recorded grade", "Sections by recorded grade", "Plans by term"];
      assert.deepEqual(await open(), first);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      assert.ok(height < 9_000, `${height} pixels high`);
      await page.locator("#contents").getByRole("link", { name: "Where the golden thread breaks" }).click();
      assert.deepEqual(await open(), [...first, "Where the golden thread breaks"]);
      await hideBelow(page, 6);
      assert.deepEqual(await open(), [...first, "Where the golden thread breaks"]);
      await page.getByRole("button", { name: "Unfold all tables" }).click();
      assert.equal((await open()).length, await page.locator("#tables table").count());
    },
    { asks: [MADE_UP_TERM] },
  ));

test("the headline has what the tables have, and nothing where they hide it", () =>
  withReport(
    async (page) => {
      await madeUp(page);
      await unfold(page);
      const headline = await text(page, "headline");
      const [inTime, , , issued] = (
        await rowOf(page, "Plans issued, by the time from the request", "With exceptions")
      ).map(Number);
      const again = (
        await rowOf(page, "Plans graded again: the grade before, by the grade after", "All grades before")
      ).at(-1);
      const last = await region(page, "Plans by term")
        .locator("xpath=..")
        .locator(".app-bars__number")
        .last()
        .innerText();
      const [, share, of] = /^(\d+ %) (\(.*\))$/.exec(last);
      assert.ok(headline.includes(`${share} of graded plans are 2 Good or better ${of}`), headline);
      assert.ok(headline.includes(`; ${again} of 300 plans were graded again; `), headline);
      const issuedInTime = `${Math.round((100 * inTime) / issued)} % of plans issued were issued within 20 weeks`;
      assert.ok(headline.endsWith(`; ${issuedInTime} (${inTime} of ${issued}).`), headline);
      assert.equal(await page.locator("#first ol li").count(), 3, "three themes");
      // So many that everything is hidden.
      await hideBelow(page, 400);
      assert.deepEqual([await text(page, "headline"), await text(page, "first")], ["", ""]);
    },
    { asks: [MADE_UP_TERM] },
  ));

test("a report is compared with the exact counts of the term before, and with no file of another kind", () =>
  withReport(async (page) => {
    const term = (scores, date) =>
      scores
        .map((score) =>
          JSON.stringify({
            review: { framework: "shropshire-2023", review: { date }, sections: { overall: { score } } },
          }),
        )
        .join("\n");
    // Of 20 plans in autumn 10 are at least Good, and 15 in spring.
    const scored = (good, rest) => [...Array(good).fill(2), ...Array(rest).fill(3)];
    await drop(page, { "autumn.ndjson": term(scored(10, 10), "2025-10-01") });
    await page.locator("#report").waitFor();
    const { text: exact } = await exported(page, "Export exact counts");
    await drop(page, { "spring.ndjson": term(scored(15, 5), "2026-02-01") });
    await page.locator("#headline").getByText("75 % of graded plans").waitFor();
    const compareWith = (text) =>
      page
        .locator("#before")
        .setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await compareWith(exact);
    await page.getByText("What changed since Autumn 2025-26").waitFor();
    assert.equal(
      await text(page, "headline"),
      "75 % of graded plans are 2 Good or better (15 of 20), 25 points up on Autumn 2025-26.",
    );
    await accessible(page, "a report that is compared");
    await page.getByRole("button", { name: "Compare with none" }).click();
    assert.equal(await text(page, "headline"), "75 % of graded plans are 2 Good or better (15 of 20).");
    await compareWith("{}");
    await page.locator(".govuk-error-summary").getByText("This is no file of exact counts").waitFor();
    assert.equal(await text(page, "headline"), "75 % of graded plans are 2 Good or better (15 of 20).");
  }));

test("with forced colours bars stand out from the page, and no key explains shades", () =>
  withReport(
    async (page) => {
      await madeUp(page);
      assert.equal(await page.locator(".app-key").first().isVisible(), true);
      await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
      assert.equal(await page.locator(".app-key").first().isVisible(), false);
      const colours = await page
        .locator(".app-bars__bar")
        .first()
        .evaluate((bar) => [getComputedStyle(bar).backgroundColor, getComputedStyle(bar.querySelector("rect")).fill]);
      assert.deepEqual(colours, ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    },
    { asks: [MADE_UP_TERM] },
  ));

test("on paper the report stands alone", () =>
  withReport(
    async (page) => {
      await madeUp(page);
      await page.emulateMedia({ media: "print" });
      for (const id of ["files", "export-html", "contents", "made-up"])
        assert.equal(await page.locator(`#${id}`).isVisible(), false, id);
      for (const id of ["report-heading", "totals", "table-grades", "notes"])
        assert.equal(await page.locator(`#${id}`).isVisible(), true, id);
      const [content, paper] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= paper, `${content} wide on paper of ${paper}`);
    },
    { viewport: { width: 700, height: 1000 }, asks: [MADE_UP_TERM] },
  ));
