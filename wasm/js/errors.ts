/** Something wrong with a document, and where. No value of the document is repeated. */
export interface Problem {
  /** A JSON Pointer into the document; empty for the document as a whole. */
  pointer: string;
  /** What is wrong: a stable code. */
  code: string;
  /** What the sentence is made of. */
  params: Record<string, string | number | string[]>;
  /** The same in a plain sentence. */
  message: string;
}

/** What went wrong. */
export type ErrorCode =
  | "not_started"
  | "wasm_not_found"
  | "wasm_blocked"
  | "wasm_invalid"
  | "invalid_framework"
  | "invalid_review"
  | "invalid_line"
  | "invalid_edit"
  | "invalid_lexicon"
  | "invalid_section"
  | "invalid_context"
  | "invalid_dates"
  | "invalid_feedback"
  | "invalid_thread"
  | "invalid_case"
  | "invalid_sample"
  | "invalid_agreement"
  | "invalid_summary"
  | "invalid_learning"
  | "closed"
  | "engine_crashed";

/** An error of this package: tell them apart by `code`. */
export class EhcpQaError extends Error {
  override readonly name: string = "EhcpQaError";
  /** What went wrong. */
  readonly code: ErrorCode;
  /** Everything wrong with a document; empty for other errors. */
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, message: string, problems: readonly Problem[] = [], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.problems = problems;
  }
}

/**
 * The engine stopped where it never should. A new one has taken its place: the next call works, and
 * only reviews that were open for live edits must be opened again.
 */
export class EngineCrashed extends EhcpQaError {
  override readonly name = "EngineCrashed";

  constructor(cause: unknown) {
    super("engine_crashed", "The engine stopped unexpectedly and was started again.", [], { cause });
  }
}

const WHAT: Partial<Record<ErrorCode, string>> = {
  invalid_framework: "The framework",
  invalid_review: "The review",
  invalid_line: "The score line",
  invalid_edit: "The edit",
};

/** The error for a document with problems. */
export function refusal(code: ErrorCode, problems: readonly Problem[]): EhcpQaError {
  const [first] = problems;
  const rest = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  const place = first?.pointer ? ` at ${first.pointer}` : "";
  return new EhcpQaError(code, `${WHAT[code] ?? "The document"} has a problem${place}: ${first?.message}${rest}`, problems);
}
