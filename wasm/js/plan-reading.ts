// Word files and texts read as plans.

import * as glue from "../pkg/ehcp_qa_plan.js";
import { $given, $members, tagOf } from "./arguments.js";
import type { NewComment, PlanDocument, SectionChoices } from "./documents.js";
import { EhcpQaError } from "./errors.js";
import { toText } from "./json.js";
import { Runtime } from "./module.js";
import { fromTape } from "./tape.js";

/** The module. */
export const runtime = new Runtime({ initSync: glue.initSync });

/** The bytes of a file, as `file.arrayBuffer()` in a page and `readFile` in Node give them. */
export type FileBytes = ArrayBuffer | Uint8Array;

/** What a plan is read from. */
export type PlanSource = { kind: "word"; bytes: FileBytes } | { kind: "text" | "markdown" | "html"; text: string };

/** A plan as an object or JSON text, or one that is open in the module. */
export type PlanInput = PlanDocument | string | OpenPlan;

/** A plan that is open, for a call of the engine. */
export let inModule: (plan: OpenPlan) => glue.OpenPlan;

/**
 * A plan that stays in the module, so that it does not cross again at each call. A page keeps one while it works with a
 * plan, and frees it.
 */
export class OpenPlan {
  static {
    inModule = (plan) => plan.#inModule();
  }

  readonly #instance: number;
  #plan: glue.OpenPlan | undefined;
  #document: PlanDocument | undefined;

  /** Called by `openPlan`. */
  constructor(open: () => glue.OpenPlan) {
    this.#instance = runtime.instance();
    this.#plan = runtime.call(open);
  }

  #inModule(): glue.OpenPlan {
    if (this.#plan === undefined) throw new EhcpQaError("closed", "This plan was closed: open it again.");
    if (this.#instance !== runtime.instance()) {
      throw new EhcpQaError("closed", "This plan was lost when the engine stopped: open it again.");
    }
    return this.#plan;
  }

  /** The plan as a document. */
  get document(): PlanDocument {
    this.#document ??= runtime.call(() => fromTape<PlanDocument>(this.#inModule().document()));
    return this.#document;
  }

  /** Lets go of the module's memory. */
  free(): void {
    const plan = this.#plan;
    this.#plan = undefined;
    if (plan !== undefined && this.#instance === runtime.instance()) plan.free();
  }

  [Symbol.dispose](): void {
    this.free();
  }
}

/**
 * Reads a plan and leaves it open in the module. Nothing of a file but its plan is kept.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @throws EhcpQaError `invalid_plan_file`, with why the file cannot be read, or `invalid_choices`.
 */
export function openPlan(from: PlanSource, choices?: SectionChoices | string): OpenPlan {
  const known = choices === undefined ? undefined : toText(choices, "invalid_choices");
  return new OpenPlan(() => {
    // What is longer is refused, and so need not be given in full.
    const most = glue.mostFileBytes() + 1;
    const source = $members(from, "source");
    if (source.kind === "word") return glue.openWord(bytesOf(source.bytes).subarray(0, most), known);
    $given(source.text, "text", "string", false);
    const text = source.text.slice(0, most);
    if (source.kind === "markdown") return glue.openMarkdown(text, known);
    return source.kind === "html" ? glue.openHtml(text, known) : glue.openText(text, known);
  });
}

/** Runs with a plan; one that is not open is open meanwhile. */
export function withOpen<T>(plan: PlanInput, run: (plan: OpenPlan) => T): T {
  if (plan instanceof OpenPlan) return run(plan);
  const text = toText(plan, "invalid_plan");
  const opened = new OpenPlan(() => glue.OpenPlan.ofDocument(text));
  try {
    return run(opened);
  } finally {
    opened.free();
  }
}

/**
 * Reads a Word file (`.docx`) as a plan: its sections, their blocks, and the place of each in the file. Nothing of
 * the file is kept.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @throws EhcpQaError `invalid_plan_file`, with why the file cannot be read, or `invalid_choices`.
 */
export function readWord(bytes: FileBytes, choices?: SectionChoices | string): PlanDocument {
  return read({ kind: "word", bytes }, choices);
}

/**
 * Reads plain text as a plan: a line is a paragraph, and tabs part the cells of a row.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @throws EhcpQaError `invalid_plan_file`, with why the text cannot be read, or `invalid_choices`.
 */
export function readText(text: string, choices?: SectionChoices | string): PlanDocument {
  return read({ kind: "text", text }, choices);
}

/**
 * Reads Markdown as a plan.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @throws EhcpQaError `invalid_plan_file`, with why the text cannot be read, or `invalid_choices`.
 */
export function readMarkdown(markdown: string, choices?: SectionChoices | string): PlanDocument {
  return read({ kind: "markdown", text: markdown }, choices);
}

/**
 * Reads HTML as a plan, as a clipboard has it (`text/html`) when a part of a plan is copied. No script of it runs, and
 * nothing that it names is fetched.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @throws EhcpQaError `invalid_plan_file`, with why the text cannot be read, or `invalid_choices`.
 */
export function readHtml(html: string, choices?: SectionChoices | string): PlanDocument {
  return read({ kind: "html", text: html }, choices);
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

function bytesOf(bytes: FileBytes): Uint8Array {
  // A buffer of another window is one too.
  const given = tagOf(bytes) === "[object ArrayBuffer]" ? new Uint8Array(bytes as ArrayBuffer) : bytes;
  $given(given, "bytes", "bytes", false);
  return given as Uint8Array;
}

function read(source: PlanSource, choices: SectionChoices | string | undefined): PlanDocument {
  const plan = openPlan(source, choices);
  try {
    return plan.document;
  } finally {
    plan.free();
  }
}
