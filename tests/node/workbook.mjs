// Workbooks made by hand, for tests: XLSX with texts and numbers, without compression.

import { crc32 } from "node:zlib";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A workbook of sheets, each its name and its rows; a row is a list of texts and numbers, or nothing. */
export function workbook(sheets) {
  const names = Object.keys(sheets);
  const relation = (id, type, target) => `<Relationship Id="rId${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const relations = (all) => `<Relationships xmlns="${RELATIONS}">${all.join("")}</Relationships>`;
  return pack({
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": relations([relation(1, "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml":
      `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>` +
      names.map((name, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("") +
      "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": relations(
      names.map((_, at) => relation(at + 1, "worksheet", `worksheets/sheet${at + 1}.xml`)),
    ),
    ...Object.fromEntries(names.map((name, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(sheets[name])])),
  });
}

function sheetOf(rows) {
  const cell = (value, column, row) => {
    const at = `r="${String.fromCharCode(65 + column)}${row}"`;
    if (value === "" || value === undefined) return "";
    return typeof value === "number"
      ? `<c ${at}><v>${value}</v></c>`
      : `<c ${at} t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
  };
  const data = rows.map((row, at) =>
    row.length === 0
      ? ""
      : `<row r="${at + 1}">${row.map((value, column) => cell(value, column, at + 1)).join("")}</row>`,
  );
  return `<worksheet xmlns="${MAIN}"><sheetData>${data.join("")}</sheetData></worksheet>`;
}

/** A package of texts by their names. */
export function pack(parts) {
  const [files, directory] = [[], []];
  let start = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [called, bytes] = [Buffer.from(name), Buffer.from(text)];
    // Version, flags, no compression, time, checksum, both sizes, and the lengths of the name and of extra fields.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x21, 8);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(called.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, called, bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(start, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02"), Buffer.from([20, 0]), shared, rest, called]));
    files.push(local);
    start += local.length;
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(records.length, 8);
  end.writeUInt32LE(start, 12);
  return Buffer.concat([...files, records, Buffer.from("PK\x05\x06"), end]);
}
