// Word files and texts read as plans.

import * as glue from "../pkg/ehcp_qa_plan.js";
import type { NewComment, PlanDocument, SectionChoices } from "./documents.js";
import { toText } from "./json.js";
import { Runtime } from "./module.js";
import { fromTape } from "./tape.js";

/** The module. */
export const runtime = new Runtime(glue);

/** The bytes of a file, as `file.arrayBuffer()` in a page and `readFile` in Node give them. */
export type FileBytes = ArrayBuffer | Uint8Array;

/**
 * Reads a Word file (`.docx`) as a plan: its sections, their blocks, and the place of each in the file. Nothing of
 * the file is kept.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @throws EhcpQaError `invalid_plan_file`, with why the file cannot be read, or `invalid_choices`.
 */
export function readWord(bytes: FileBytes, choices?: SectionChoices | string): PlanDocument {
  const given = bytesOf(bytes);
  return read((most, known) => glue.readWord(given.subarray(0, most), known), choices);
}

/**
 * The same Word file with comments at the words they are about; every part of it but the document and its comments
 * stays byte for byte.
 * @param author Who the comments are from, where they name nobody; without it, "EHCP QA".
 * @throws EhcpQaError `invalid_plan_file`, with why the file cannot be read or has no place for a comment, or
 * `invalid_comments`.
 */
export function commentWord(
  bytes: FileBytes,
  comments: NewComment[] | string,
  author?: string,
): Uint8Array<ArrayBuffer> {
  const text = toText(comments, "invalid_comments");
  const given = bytesOf(bytes);
  runtime.instance();
  const write = () => glue.commentWord(given.subarray(0, glue.mostFileBytes() + 1), text, author);
  return runtime.call(write) as Uint8Array<ArrayBuffer>;
}

const bytesOf = (bytes: FileBytes) => (ArrayBuffer.isView(bytes) ? bytes : new Uint8Array(bytes));

/**
 * Reads plain text as a plan: a line is a paragraph, and tabs part the cells of a row.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @throws EhcpQaError `invalid_plan_file`, with why the text cannot be read, or `invalid_choices`.
 */
export function readText(text: string, choices?: SectionChoices | string): PlanDocument {
  return read((most, known) => glue.readText(text.slice(0, most), known), choices);
}

/**
 * Reads Markdown as a plan.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @throws EhcpQaError `invalid_plan_file`, with why the text cannot be read, or `invalid_choices`.
 */
export function readMarkdown(markdown: string, choices?: SectionChoices | string): PlanDocument {
  return read((most, known) => glue.readMarkdown(markdown.slice(0, most), known), choices);
}

/**
 * Reads HTML as a plan, as a clipboard has it (`text/html`) when a part of a plan is copied. No script of it runs, and
 * nothing that it names is fetched.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @throws EhcpQaError `invalid_plan_file`, with why the text cannot be read, or `invalid_choices`.
 */
export function readHtml(html: string, choices?: SectionChoices | string): PlanDocument {
  return read((most, known) => glue.readHtml(html.slice(0, most), known), choices);
}

/** Calls a reader, which is refused what is longer than `most` and so need not be given more. */
function read(
  reader: (most: number, choices: string | undefined) => Uint32Array,
  choices: SectionChoices | string | undefined,
): PlanDocument {
  const known = choices === undefined ? undefined : toText(choices, "invalid_choices");
  runtime.instance();
  return runtime.call(() => fromTape<PlanDocument>(reader(glue.mostFileBytes() + 1, known)));
}
