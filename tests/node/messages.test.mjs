// What Ajv says of the broken documents in `tests/messages/`, beside what the others say: `tests/messages/beside.md`.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const folder = new URL("../messages/", import.meta.url);
const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false, strictRequired: false });
addFormats(ajv);

const documents = JSON.parse(readFileSync(new URL("documents.json", folder), "utf8"));

/** What `jsonschema` says of each, which the tests of `schema/` write. */
const jsonschema = readFileSync(new URL("jsonschema.txt", folder), "utf8")
  .split(/^# /m)
  .slice(1)
  .map((block) => block.trimEnd().split("\n"));

const validators = new Map();

function validator(kind) {
  if (!validators.has(kind)) {
    const schema = readFileSync(new URL(`../../schema/${kind}.schema.json`, import.meta.url), "utf8");
    validators.set(kind, ajv.compile(JSON.parse(schema)));
  }
  return validators.get(kind);
}

/** The text of a document; a mark at its start is left out, as `fetch` does. */
function textOf({ text, hex }) {
  const bytes = text === undefined ? Buffer.from(hex, "hex") : Buffer.from(text, "utf8");
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

function said(document) {
  let json;
  try {
    json = JSON.parse(textOf(document));
  } catch (error) {
    // The sentence is another in each version of V8.
    return [error instanceof SyntaxError ? "JSON.parse: a SyntaxError" : "TextDecoder: a TypeError"];
  }
  const validate = validator(document.as);
  validate(json);
  return (validate.errors ?? []).map(({ instancePath, message }) => [instancePath, message].filter(Boolean).join(": "));
}

/** Lines in a cell of a table. */
function cell(lines) {
  const shown = lines.length === 0 ? ["nothing: it is valid by its schema"] : lines;
  return shown.map((line) => line.replace(/[|\\<*_]/g, "\\$&")).join("<br>");
}

function section(document, index) {
  const [name, ...theirs] = jsonschema[index];
  assert.equal(name, document.name);
  const text = document.text?.replace("\ufeff", "") ?? `bytes: ${document.hex}`;
  return [
    `## ${document.name}`,
    "",
    `\`--as ${document.as}\``,
    "",
    "```text",
    // Bytes go on the next line.
    text.replace(/^(bytes: .{110})(.+)$/, "$1\n$2").trimEnd(),
    "```",
    "",
    "| by | what is said |",
    "|---|---|",
    `| ours | ${cell(document.expected)} |`,
    `| ajv | ${cell(said(document))} |`,
    `| jsonschema | ${cell(theirs)} |`,
    "",
  ].join("\n");
}

test("what is said of broken documents is what is stored", () => {
  assert.equal(jsonschema.length, documents.length);
  const head = "# Broken documents, and what three checkers say\n\nMade by `tests/node/messages.test.mjs`.\n";
  const page = [head, ...documents.map(section)].join("\n");
  const stored = new URL("beside.md", folder);
  if (process.env.MESSAGES === "write") writeFileSync(stored, page);
  assert.equal(page, readFileSync(stored, "utf8"), "MESSAGES=write node --test tests/node/messages.test.mjs");
});
