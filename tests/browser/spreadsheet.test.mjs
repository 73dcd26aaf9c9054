// A spreadsheet on the page of the report: dropped, its columns corrected, its map saved, and counted. The expected
// values are worked out by hand from the rows beside them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { workbook } from "../node/workbook.mjs";
import { accessible } from "./axe.mjs";
import { withDemoPage } from "./demo-page.mjs";
import { drop, exported } from "./files.mjs";
import { startHosts } from "./hosts.mjs";
import { focused, tabTo } from "./keyboard.mjs";

let hosts;

before(async () => {
  hosts = await startHosts();
});

after(() => hosts?.close());

/** Opens the page, which asks for the module of spreadsheets once, and for nothing else. */
function withReport(run, { viewport = { width: 1280, height: 900 }, isAsked = true } = {}) {
  return withDemoPage(
    hosts,
    "report.html",
    async (page) => {
      const asked = [];
      page.on(
        "request",
        (request) => request.url().startsWith("blob:") || asked.push(`${request.method()} ${request.url()}`),
      );
      await run(page);
      const names = asked.map((line) => line.replace(/-[\w-]{8}\.(\w+)$/, ".$1"));
      const from = `GET ${hosts.origin}/js-demo/dist/assets`;
      assert.deepEqual(names, isAsked ? [`${from}/spreadsheet.js`, `${from}/ehcp_qa_sheet_bg.wasm`] : []);
    },
    { viewport },
  );
}

const ROWS = [
  ["Ref", "RAG rating", "Date of QA", "Requested", "Main need", "Section F comments"],
  ["P-1", "Green", "6/11/2023", "1/9/2023", "SLCN", "x"],
  ["P-2", "Amber", "07/11/2023", "4/9/2023", "SEMH", ""],
  ["P-3", "2", "31/11/2023", "", "SEMH", ""],
  ["P-4", "Green", "2023-11-09", "", "", ""],
];
const TERM = workbook({ Notes: [["For the team"]], "Autumn term": [["Autumn"], [], ...ROWS] });
const CSV = ROWS.map((row) => row.join(";")).join("\r\n");

/** Drops a file of bytes. */
async function dropBytes(page, name, bytes) {
  const file = await page.evaluateHandle(
    ([name, letters]) => {
      const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
      return new File([bytes], name);
    },
    [name, bytes.toString("base64")],
  );
  await drop(page, file);
}

const column = (page, letters) => page.locator(`#column-${letters}`);
const chosen = (page, letters) => column(page, letters).evaluate((select) => select.selectedOptions[0].text);
const cells = (page, letters) => page.locator(`#column-${letters}-cells li`).allInnerTexts();
const text = (page, id) => page.locator(`#${id}`).innerText();
const problems = (page) => page.locator("#spreadsheet-problems li").allInnerTexts();
const summary = (page) => page.locator(".govuk-error-summary").innerText();

test("a workbook is dropped, a person corrects its columns, saves the map, and has the report", () =>
  withReport(async (page) => {
    await dropBytes(page, "term.xlsx", TERM);
    await page.locator("#spreadsheet").waitFor();
    assert.equal(await focused(page), "spreadsheet-heading");
    assert.match(await text(page, "spreadsheet-content"), /No heading is known, so nothing is read yet\./);
    await page.getByLabel("Sheet", { exact: true }).selectOption("Autumn term");
    await column(page, "F").waitFor();
    assert.equal(await focused(page), "spreadsheet-sheet");
    assert.deepEqual(await Promise.all([..."ABCDEF"].map((letters) => chosen(page, letters))), [
      "Reference",
      "Overall quality of the EHCP",
      "Date of review",
      "Not read",
      "Primary need",
      "Not read",
    ]);
    assert.deepEqual(await cells(page, "B"), ["Green cannot be read", "Amber cannot be read", "2"]);
    assert.deepEqual(await cells(page, "C"), [
      "6/11/2023 read as 2023-11-06",
      "07/11/2023 read as 2023-11-07",
      "31/11/2023 cannot be read",
    ]);
    assert.match(await text(page, "spreadsheet-rows"), /^0 of 4 rows can be read\./);
    await accessible(page, "the columns of a spreadsheet");

    // The date of the request is proposed from no heading like it: a person says it.
    await column(page, "D").focus();
    await column(page, "D").selectOption({ label: "Request received" });
    assert.equal(await focused(page), "column-D");
    assert.equal(await text(page, "status"), "Column D, Requested, is read as Request received.");
    // The words stand in the order of the alphabet.
    await page.getByLabel("Green", { exact: true }).focus();
    await page.getByLabel("Green", { exact: true }).selectOption({ label: "2 Good" });
    assert.equal(await focused(page), "column-B-word-2");
    assert.match(await text(page, "spreadsheet-rows"), /^2 of 4 rows can be read\./);
    await page.getByLabel("Amber", { exact: true }).selectOption({ label: "3 Requires improvement" });
    assert.match(await text(page, "spreadsheet-rows"), /^3 of 4 rows can be read\./);
    assert.deepEqual(await problems(page), [
      "Sheet Autumn term, row 6, column C: This is not read. It must be a date such as 6/11/2023, the day first, or YYYY-MM-DD.",
    ]);
    const saved = await exported(page, "Save the map");
    assert.equal(saved.name, "map.json");
    const map = JSON.parse(saved.text);
    assert.deepEqual(map, {
      framework: "shropshire-2023",
      sheet: "Autumn term",
      columns: [
        { heading: "Ref", field: "/review/plan/reference" },
        {
          heading: "RAG rating",
          field: "/review/sections/overall/score",
          words: [
            { written: "Green", means: "2 Good" },
            { written: "Amber", means: "3 Requires improvement" },
          ],
        },
        { heading: "Date of QA", field: "/review/review/date" },
        { heading: "Requested", field: "/dates/received" },
        { heading: "Main need", field: "/dimensions/need" },
        { heading: "Section F comments" },
      ],
    });

    await page.getByRole("button", { name: "Make the report" }).click();
    await page.locator("#report").waitFor();
    assert.equal(await focused(page), "report-heading");
    assert.equal(await text(page, "totals"), "3 records counted, 1 skipped.");
    assert.deepEqual(await page.locator("#skipped-list li").allInnerTexts(), [
      "term.xlsx, sheet Autumn term, row 6: Column C: This is not read. It must be a date such as 6/11/2023, the day first, or YYYY-MM-DD.",
    ]);
    await page.getByLabel("Hide counts below").fill("none");
    await page.keyboard.press("Enter");
    // Two are Green, which is Good, and one is Amber.
    const grades = page.locator("#tables table").first().getByRole("row").last().getByRole("cell");
    const counts = (await grades.allInnerTexts()).map((cell) => cell.split(/\s/)[0]);
    assert.deepEqual(counts, ["0", "2", "1", "0", "0", "3"]);
    await accessible(page, "the report of a spreadsheet");

    // The saved map reads the next file of the same layout: it is dropped as the files are.
    await drop(page, { "term.csv": CSV });
    await page.locator("#spreadsheet-content").getByText("term.csv: 4 rows below the headings").waitFor();
    assert.match(await text(page, "spreadsheet-rows"), /^0 of 4/);
    await drop(page, { "ours.json": saved.text });
    await page.locator("#spreadsheet-content").getByText("The columns are read by a map.").waitFor();
    assert.equal(await text(page, "status"), "The columns are read by ours.json.");
    assert.match(await text(page, "spreadsheet-rows"), /^3 of 4 rows/);
    assert.equal(await chosen(page, "D"), "Request received");
    await page.getByRole("button", { name: "Put the spreadsheet away" }).click();
    assert.equal(await page.locator("#spreadsheet").isVisible(), false);
    assert.equal(await focused(page), "files");
  }));

test("a field stands in one column, and a column can be counted by its own name", () =>
  withReport(async (page) => {
    await drop(page, { "term.csv": CSV });
    await column(page, "E").waitFor();
    await column(page, "F").selectOption({ label: "Primary need" });
    assert.deepEqual([await chosen(page, "E"), await chosen(page, "F")], ["Not read", "Primary need"]);
    await column(page, "E").selectOption({ label: "Counted by: main-need" });
    assert.equal(await chosen(page, "E"), "Counted by: main-need");
    await drop(page, { "twice.csv": "Overall grade,Date,Date\n2,1/9/2023,\n" });
    await column(page, "C").waitFor();
    assert.deepEqual([await column(page, "B").isDisabled(), await column(page, "C").isDisabled()], [true, true]);
    await accessible(page, "two columns with one heading");
  }));

test("an extract of the SEN2 return is known by its headings", () =>
  withReport(async (page) => {
    const row = "2023-06-19,2023-07-31,2023-10-09,2023-11-06,Mainstream";
    const headings = "ReceivedDate,RequestOutcomeDate,AssessmentOutcomeDate,StartDate,SENSetting";
    await drop(page, { "sen2.csv": `${headings}\n${row}\n${row}\n` });
    await page.getByText("are those of a person-level extract of the SEN2 return").waitFor();
    assert.equal(await chosen(page, "D"), "Plan issued");
    await page.getByRole("button", { name: "Make the report" }).click();
    await page.locator("#report").waitFor();
    // From 19 June to 6 November 2023 are 140 days, which is 20 weeks.
    await page.getByLabel("Hide counts below").fill("none");
    await page.keyboard.press("Enter");
    assert.match(await text(page, "headline"), /100 % of plans issued were issued within 20 weeks \(2 of 2\)/);
  }));

test("what is no spreadsheet is told with its kind, and what was there stays", () =>
  withReport(async (page) => {
    await drop(page, { "term.csv": CSV });
    await column(page, "A").waitFor();
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const [name, bytes, message] of [
      ["term.xls", old, /term\.xls: This is a workbook in the format of Excel before 2007 \(\.xls\)\./],
      ["plan.pdf", Buffer.from("%PDF-1.7\n"), /plan\.pdf: This is a PDF\. Spreadsheets are read as XLSX or CSV\./],
      ["term.csv", Buffer.from("<html><table>"), /This is a web page or XML\./],
      ["term.xlsx", Buffer.from("PK\x03\x04 cut"), /This workbook is damaged\./],
      ["large.csv", Buffer.alloc(20_000_001, ","), /This is too large/],
    ]) {
      await dropBytes(page, name, bytes);
      await page.locator(".govuk-error-summary").getByText(message).waitFor();
      assert.equal(await text(page, "status"), "");
    }
    await drop(page, { "a.csv": CSV, "b.csv": CSV });
    assert.match(await summary(page), /Choose one spreadsheet at a time/);
    // A map that is not one, and one of another layout.
    const choose = (content) =>
      page.locator("#spreadsheet-map").setInputFiles({ name: "m.json", mimeType: "", buffer: Buffer.from(content) });
    await choose('{"columns": [{"heading": "Ref", "field": "/no"}]}');
    await page.locator(".govuk-error-summary").getByText("The map has problems").waitFor();
    assert.match(await summary(page), /\/columns\/0\/field A record has no field at this pointer/);
    await page.getByRole("link", { name: "The map has problems" }).click();
    assert.equal(await focused(page), "spreadsheet-map");
    await choose('{"columns": [{"heading": "Lost", "field": "/phase"}]}');
    await page.locator(".govuk-error-summary").getByText("No row of this sheet has headings").waitFor();
    assert.match(await text(page, "spreadsheet-rows"), /^0 of 4 rows/);
    await accessible(page, "a map with a mistake");
  }));

test("on a narrow screen all of it works by keyboard, and nothing scrolls sideways", () =>
  withReport(
    async (page) => {
      await drop(page, { "term.csv": CSV });
      await column(page, "A").waitFor();
      await tabTo(page, "column-D");
      // The first letters of a choice choose it. On the way it is the reference, which column A keeps in the end.
      await page.keyboard.type("Request rec");
      assert.equal(await chosen(page, "D"), "Request received");
      assert.equal(await chosen(page, "A"), "Reference");
      assert.equal(await focused(page), "column-D");
      const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= screen, `${content} wide on a screen of ${screen}`);
      await accessible(page, "the columns of a spreadsheet on a narrow screen");
    },
    { viewport: { width: 320, height: 700 } },
  ));

test("without a spreadsheet its module is not asked for", () =>
  withReport(
    async (page) => {
      const record = { review: { framework: "shropshire-2023", sections: { overall: { score: 2 } } } };
      await drop(page, { "a.ndjson": `${JSON.stringify(record)}\n` });
      await page.locator("#report").waitFor();
      await drop(page, { "map.json": '{"columns": []}' });
      await page.locator(".govuk-error-summary").getByText("This is the map of a sheet.").waitFor();
    },
    { isAsked: false },
  ));
