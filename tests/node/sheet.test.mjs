// Spreadsheets read by `ehcp-qa/sheet`: the same records as `ehcp-qa import` makes of the same file, and every failure
// with its sentence.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { countFiles, Engine, init as initService } from "../../wasm/dist/service-node.js";
import { init, mostSheetBytes, openSheet, sen2Map } from "../../wasm/dist/sheet-node.js";
import { linesOf, run } from "../frameworks/command-line.mjs";
import { pack, workbook } from "./workbook.mjs";

await Promise.all([init(), initService()]);

const folder = mkdtempSync(join(tmpdir(), "ehcp-qa-sheet-"));
after(() => rmSync(folder, { recursive: true }));

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const TERM = read("cli/tests/fixtures/term.csv");
const BINARY = process.env.EHCP_QA ?? fileURLToPath(new URL("../../target/debug/ehcp-qa", import.meta.url));

/** What the command line makes of a file, and what the module makes of it. */
function both(bytes, { map, sheet, framework } = {}) {
  const file = join(folder, "sheet");
  writeFileSync(file, bytes);
  const args = ["import", file];
  if (sheet !== undefined) args.push("--sheet", sheet);
  if (framework !== undefined) args.push("--framework", framework);
  if (map !== undefined) {
    const path = join(folder, "map.json");
    writeFileSync(path, JSON.stringify(map));
    args.push("--map", path);
  }
  const { stdout, stderr } = spawnSync(BINARY, args, { encoding: "utf8", maxBuffer: 2 ** 29 });
  const text = framework === undefined ? undefined : readFileSync(framework, "utf8");
  const open = openSheet(bytes, { sheet, framework: text });
  const made = { stdout, stderr, view: open.view(map), records: open.records(map) };
  open.free();
  return made;
}

/** Asserts that both read the same records, and returns them. */
function same(bytes, options) {
  const { stdout, records, ...rest } = both(bytes, options);
  assert.equal(records.ndjson, stdout);
  assert.equal(linesOf(stdout).length, records.records);
  return { records, ...rest };
}

/** The text in UTF-16, with its mark. */
const wide = (text, isLittle) => {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return isLittle ? bytes : bytes.swap16();
};

test("CSV as programs save it: separators, marks and encodings", () => {
  const text = TERM.toString();
  const expected = linesOf(same(TERM).records.ndjson);
  // The rows of the fixture.
  assert.deepEqual(
    expected.map((line) => JSON.parse(line).review.sections.overall.score),
    [2, 3],
  );
  const ways = [
    text.replaceAll(",", ";"),
    text.replaceAll(",", "\t"),
    `\uFEFF${text}`,
    text.replaceAll("\n", "\r\n"),
    wide(text, true),
    wide(text, false),
  ];
  for (const way of ways) assert.deepEqual(linesOf(same(Buffer.from(way)).records.ndjson), expected);
  // Windows-1252, in which 0x96 is a dash: nothing given.
  const latin = same(Buffer.from("Overall grade;Primary need\r\n2;\x96\r\n", "latin1"));
  assert.equal(latin.records.records, 1);
  assert.equal(latin.view.columns[1].cells[0].written, null);
});

test("the empty sheet with one row, and a workbook by the name of a sheet", () => {
  const template = spawnSync(BINARY, ["template"]).stdout;
  const { view, records } = same(template);
  assert.deepEqual(view.sheets, ["Plans", "Lists"]);
  assert.equal(view.sheet, "Plans");
  assert.ok(view.columns.every(({ field }) => field !== null));
  assert.deepEqual([records.records, records.refused, view.rows], [0, 0, 0]);

  const book = workbook({
    Notes: [["Overall grade"]],
    "Autumn term": [[], ["Overall grade", "Issued", "Requested on"], ["Good", 45_236, 45_096], ["Fair", "", ""]],
  });
  // 45,096 is 19 June 2023 and 45,236 is 6 November, by the numbers that Excel gives to days.
  const map = {
    columns: [
      { heading: "Overall grade", field: "/review/sections/overall/score" },
      { heading: "issued", field: "/dates/issued" },
      { heading: "Requested on", field: "/dates/received" },
    ],
  };
  const autumn = same(book, { sheet: "autumn TERM", map });
  assert.deepEqual(JSON.parse(autumn.records.ndjson).dates, { received: "2023-06-19", issued: "2023-11-06" });
  assert.deepEqual([autumn.records.records, autumn.records.refused], [1, 1]);
  const [{ row, column, problem }] = autumn.records.problems;
  assert.deepEqual([row, column, problem.code], [4, "A", "unread_cell"]);
  // The command line tells the same of the same place.
  assert.match(autumn.stderr, /sheet Autumn term, row 4, column A: error: \/review\/sections\/overall\/score: /);
  assert.ok(autumn.stderr.includes(problem.message));
  assert.equal(same(book).view.sheet, "Notes");
});

/** A cell of CSV. */
const quoted = (value) => `"${String(value ?? "").replaceAll('"', '""')}"`;

test("a term of made-up records as a spreadsheet", async () => {
  const originals = linesOf(run(["synth", "--seed", "3", "--count", "60"])).map((line) => JSON.parse(line));
  const columns = {
    Stage: ({ review }) => review.plan?.stage,
    "Year group": ({ review }) => review.plan?.year_group,
    Level: ({ review }) => review.review?.level,
    "Date of review": ({ review }) => review.review?.date?.split("-").reverse().join("/"),
    "Overall grade": ({ review }) => review.sections?.overall?.score,
    "Section F": ({ review }) => review.sections?.F?.score,
    F3: ({ review }) => review.sections?.F?.descriptors?.F3,
    "Request received": ({ dates }) => dates?.received,
    "Plan issued": ({ dates }) => dates?.issued,
    "Primary need": ({ dimensions }) => dimensions?.need,
  };
  const lines = originals.map((record) =>
    Object.values(columns)
      .map((value) => quoted(value(record)))
      .join(","),
  );
  const { records } = same(Buffer.from([Object.keys(columns).join(","), ...lines].join("\r\n")));
  assert.deepEqual([records.records, records.refused], [60, 0]);
  const made = linesOf(records.ndjson).map((line) => JSON.parse(line));
  for (const [at, record] of made.entries()) {
    for (const [heading, value] of Object.entries(columns)) {
      assert.equal(value(record) ?? null, value(originals[at]) ?? null, `${heading} of ${at}`);
    }
  }
  // The records are counted as any others are.
  const engine = new Engine();
  const counts = await countFiles(engine, [new File([records.ndjson], "term.csv")]);
  assert.deepEqual([counts.records, counts.skipped], [60, 0]);
  counts.summary.free();
});

test("a person-level extract of the SEN2 return is known without a map", () => {
  const extract = Buffer.from(
    "UPN,ReceivedDate,RequestOutcomeDate,AssessmentOutcomeDate,StartDate,SENSetting\n" +
      "A1,2023-06-19,2023-07-31,2023-10-09,2023-11-06,Mainstream\nA2,19/06/2023,31/07/2023,,,\n",
  );
  const { view, records } = same(extract);
  assert.equal(view.basis, "sen2");
  assert.equal(records.records, 2);
  assert.ok(!records.ndjson.includes("A1"), "a child's number is no part of a record");
  assert.equal(same(extract, { map: sen2Map() }).records.ndjson, records.ndjson);
});

test("under another framework its own words are read", () => {
  const framework = fileURLToPath(new URL("../../tests/frameworks/green-amber-red.json", import.meta.url));
  // Its scale goes from 0 to 10, where that of the built-in framework ends at 4.
  const sheet = Buffer.from("Overall\n10\n7\n");
  const { view, records } = same(sheet, { framework });
  assert.deepEqual([view.columns[0].unread, records.records], [[], 2]);
  assert.deepEqual(both(sheet).view.columns[0].unread, ["10", "7"]);
});

/** Asserts how a call is refused. */
const refused = (call, code, message) =>
  assert.throws(call, (error) => {
    assert.equal(error.code, code);
    assert.match(error.problems[0]?.message ?? error.message, message);
    return true;
  });

test("what is no spreadsheet is refused with what it is, and the next one is read", () => {
  const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const kinds = [
    [old, /before 2007 \(\.xls\)/],
    [Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le")]), /protected by a password/],
    [pack({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }), /LibreOffice \(\.ods\)/],
    [pack({ "word/document.xml": "<w/>" }), /This is a Word document\./],
    [Buffer.from("%PDF-1.7"), /This is a PDF\./],
    [Buffer.from("PK\x03\x04 nothing"), /damaged/],
    [Buffer.from('{"review": {}}'), /This is JSON\./],
    [Buffer.alloc(mostSheetBytes() + 1, ","), /too large/],
    [Buffer.alloc(4 * mostSheetBytes(), ","), /too large/],
  ];
  for (const [bytes, message] of kinds) refused(() => openSheet(bytes), "invalid_sheet", message);
  refused(() => openSheet(TERM, { framework: "{}" }), "invalid_framework", /required/);
  refused(() => openSheet(workbook({ A: [["Grade"]] }), { sheet: "B" }), "invalid_sheet", /There are: A\./);
  refused(() => openSheet("text"), "invalid_argument", /bytes/);
  refused(() => openSheet(TERM, { sheet: 1 }), "invalid_argument", /sheet/);
  const open = openSheet(TERM.buffer.slice(TERM.byteOffset, TERM.byteOffset + TERM.length));
  assert.equal(open.records().records, 2);
  const field = [{ heading: "Ref", field: "/review/sections/Z/score" }];
  refused(() => open.view({ columns: field }), "invalid_map", /no field/);
  refused(() => open.records("no"), "invalid_map", /not valid JSON/);
  refused(() => open.view({ columns: [{ heading: "Lost", field: "/phase" }] }), "invalid_sheet", /No row/);
  assert.equal(open.records().records, 2);
  open.free();
  refused(() => open.view(), "closed", /closed/);
});
