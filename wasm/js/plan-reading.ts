// Word files and texts read as plans.

import * as glue from "../pkg/ehcp_qa_plan.js";
import { $given, $members, tagOf } from "./arguments.js";
import type { AdviceDocument, MessagesDocument, NewComment, PlanDocument, SectionChoices } from "./documents.js";
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

/** A piece of advice as an object or JSON text, or one that is open in the module. */
export type AdviceInput = AdviceDocument | string | OpenAdvice;

/** A catalogue of messages, in which it is said why something is refused; without one, in English. */
export type MessagesInput = MessagesDocument | string;

/** What the module holds of a document that is open. */
interface Handle {
  document(): Uint32Array;
  free(): void;
}

/** What is open, for a call of the engine. */
export let inModule: <H extends Handle>(opened: Opened<H, unknown>) => H;

/** A document that stays in the module, so that it does not cross again at each call. */
abstract class Opened<H extends Handle, D> {
  static {
    inModule = (opened) => opened.#inModule();
  }

  readonly #what: string;
  readonly #instance: number;
  #handle: H | undefined;
  #document: D | undefined;

  constructor(what: string, open: () => H) {
    this.#what = what;
    this.#instance = runtime.instance();
    this.#handle = runtime.call(open);
  }

  #inModule(): H {
    if (this.#handle === undefined) throw new EhcpQaError("closed", `This ${this.#what} was closed: open it again.`);
    if (this.#instance !== runtime.instance()) {
      throw new EhcpQaError("closed", `This ${this.#what} was lost when the engine stopped: open it again.`);
    }
    return this.#handle;
  }

  /** What it holds, as a document. */
  get document(): D {
    this.#document ??= runtime.call(() => fromTape<D>(this.#inModule().document()));
    return this.#document;
  }

  /** Lets go of the module's memory. */
  free(): void {
    const handle = this.#handle;
    this.#handle = undefined;
    if (handle !== undefined && this.#instance === runtime.instance()) handle.free();
  }

  [Symbol.dispose](): void {
    this.free();
  }
}

/**
 * A plan that stays in the module, so that it does not cross again at each call. A page keeps one while it works with a
 * plan, and frees it.
 */
export class OpenPlan extends Opened<glue.OpenPlan, PlanDocument> {
  /** Called by `openPlan`. */
  constructor(open: () => glue.OpenPlan) {
    super("plan", open);
  }
}

/** A piece of advice that stays in the module, likewise. */
export class OpenAdvice extends Opened<glue.OpenAdvice, AdviceDocument> {
  /** Called by `openAdvice`. */
  constructor(open: () => glue.OpenAdvice) {
    super("advice", open);
  }
}

/**
 * Reads a plan and leaves it open in the module. Nothing of a file but its plan is kept.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @param messages In what it is said why it is refused.
 * @throws EhcpQaError `invalid_plan_file`, with why the file cannot be read, or `invalid_choices`.
 */
export function openPlan(from: PlanSource, choices?: SectionChoices | string, messages?: MessagesInput): OpenPlan {
  const known = choices === undefined ? undefined : toText(choices, "invalid_choices");
  const said = saidBy(messages);
  return new OpenPlan(() => {
    const source = given(from);
    if (source.kind === "word") return glue.openWord(source.bytes, known, said);
    if (source.kind === "markdown") return glue.openMarkdown(source.text, known, said);
    return source.kind === "html" ? glue.openHtml(source.text, known, said) : glue.openText(source.text, known, said);
  });
}

/**
 * Reads a piece of advice and leaves it open in the module. Nothing of a file but its advice is kept.
 * @param messages In what it is said why it is refused.
 * @throws EhcpQaError `invalid_plan_file`, with why the file cannot be read.
 */
export function openAdvice(from: PlanSource, messages?: MessagesInput): OpenAdvice {
  const said = saidBy(messages);
  return new OpenAdvice(() => {
    const source = given(from);
    if (source.kind === "word") return glue.openAdviceWord(source.bytes, said);
    if (source.kind === "markdown") return glue.openAdviceMarkdown(source.text, said);
    return source.kind === "html" ? glue.openAdviceHtml(source.text, said) : glue.openAdviceText(source.text, said);
  });
}

/**
 * Reads a piece of advice: who wrote it and when, and what it says of needs, outcomes and provision, each with its
 * place in the file.
 * @param messages In what it is said why it is refused.
 * @throws EhcpQaError `invalid_plan_file`, with why the file cannot be read.
 */
export function readAdvice(from: PlanSource, messages?: MessagesInput): AdviceDocument {
  return meanwhile(openAdvice(from, messages), (advice) => advice.document);
}

/** What is read, checked. What is longer than is read is refused, and so is not given in full. */
function given(from: PlanSource): { kind: "word"; bytes: Uint8Array } | Exclude<PlanSource, { kind: "word" }> {
  const most = glue.mostFileBytes() + 1;
  const source = $members(from, "source");
  if (source.kind === "word") return { kind: "word", bytes: bytesOf(source.bytes).subarray(0, most) };
  $given(source.text, "text", "string", false);
  return { kind: source.kind, text: source.text.slice(0, most) };
}

/** A catalogue as JSON text. */
export function saidBy(messages: MessagesInput | undefined): string | undefined {
  return messages === undefined ? undefined : toText(messages, "invalid_messages");
}

/** Runs with a plan; one that is not open is open meanwhile. */
export function withOpen<T>(plan: PlanInput, said: string | undefined, run: (plan: OpenPlan) => T): T {
  if (plan instanceof OpenPlan) return run(plan);
  const text = toText(plan, "invalid_plan");
  return meanwhile(new OpenPlan(() => glue.OpenPlan.ofDocument(text, said)), run);
}

/** Runs with a piece of advice, likewise. */
export function withOpenAdvice<T>(advice: AdviceInput, said: string | undefined, run: (advice: OpenAdvice) => T): T {
  if (advice instanceof OpenAdvice) return run(advice);
  const text = toText(advice, "invalid_advice");
  return meanwhile(new OpenAdvice(() => glue.OpenAdvice.ofDocument(text, said)), run);
}

function meanwhile<O extends { free(): void }, T>(opened: O, run: (opened: O) => T): T {
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
 * @param messages In what it is said why it is refused.
 * @throws EhcpQaError `invalid_plan_file`, with why the file cannot be read, or `invalid_choices`.
 */
export function readWord(bytes: FileBytes, choices?: SectionChoices | string, messages?: MessagesInput): PlanDocument {
  return read({ kind: "word", bytes }, choices, messages);
}

/**
 * Reads plain text as a plan: a line is a paragraph, and tabs part the cells of a row.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @param messages In what it is said why it is refused.
 * @throws EhcpQaError `invalid_plan_file`, with why the text cannot be read, or `invalid_choices`.
 */
export function readText(text: string, choices?: SectionChoices | string, messages?: MessagesInput): PlanDocument {
  return read({ kind: "text", text }, choices, messages);
}

/**
 * Reads Markdown as a plan.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @param messages In what it is said why it is refused.
 * @throws EhcpQaError `invalid_plan_file`, with why the text cannot be read, or `invalid_choices`.
 */
export function readMarkdown(
  markdown: string,
  choices?: SectionChoices | string,
  messages?: MessagesInput,
): PlanDocument {
  return read({ kind: "markdown", text: markdown }, choices, messages);
}

/**
 * Reads HTML as a plan, as a clipboard has it (`text/html`) when a part of a plan is copied. No script of it runs, and
 * nothing that it names is fetched.
 * @param choices What a person says of lines: that they open sections, or do not.
 * @param messages In what it is said why it is refused.
 * @throws EhcpQaError `invalid_plan_file`, with why the text cannot be read, or `invalid_choices`.
 */
export function readHtml(html: string, choices?: SectionChoices | string, messages?: MessagesInput): PlanDocument {
  return read({ kind: "html", text: html }, choices, messages);
}

/**
 * The same Word file with comments at the words they are about; every part of it but the document and its comments
 * stays byte for byte.
 * @param author Who the comments are from, where they name nobody; without it, "EHCP QA".
 * @param messages In what it is said why it is refused.
 * @throws EhcpQaError `invalid_plan_file`, with why the file cannot be read or has no place for a comment, or
 * `invalid_comments`.
 */
export function commentWord(
  bytes: FileBytes,
  comments: NewComment[] | string,
  author?: string,
  messages?: MessagesInput,
): Uint8Array<ArrayBuffer> {
  const text = toText(comments, "invalid_comments");
  const said = saidBy(messages);
  const given = bytesOf(bytes);
  runtime.instance();
  const write = () => glue.commentWord(given.subarray(0, glue.mostFileBytes() + 1), text, author, said);
  return runtime.call(write) as Uint8Array<ArrayBuffer>;
}

function bytesOf(bytes: FileBytes): Uint8Array {
  // A buffer of another window is one too.
  const given = tagOf(bytes) === "[object ArrayBuffer]" ? new Uint8Array(bytes as ArrayBuffer) : bytes;
  $given(given, "bytes", "bytes", false);
  return given as Uint8Array;
}

function read(
  source: PlanSource,
  choices: SectionChoices | string | undefined,
  messages: MessagesInput | undefined,
): PlanDocument {
  return meanwhile(openPlan(source, choices, messages), (plan) => plan.document);
}
