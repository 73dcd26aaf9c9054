// The errors of this package. Their codes stand in `error-codes.ts`, made from the engine's list.

import type { Problem } from "./documents.js";
import { SUBJECTS, type RefusalCode } from "./error-codes.js";

/** What went wrong: a document was refused, or the engine cannot be used. */
export type ErrorCode =
  | RefusalCode
  | "invalid_argument"
  | "not_started"
  | "wasm_not_found"
  | "wasm_blocked"
  | "wasm_invalid"
  | "wasm_unsupported"
  | "closed"
  | "engine_crashed"
  | "invalid_words";

/** An error of this package. Its `code` says which. */
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

/** The error for a document with problems. */
export function refusal(code: RefusalCode, problems: readonly Problem[], options?: ErrorOptions): EhcpQaError {
  const [first] = problems;
  const rest = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  const place = first?.pointer ? ` at ${first.pointer}` : "";
  return new EhcpQaError(code, `${SUBJECTS[code]} has a problem${place}: ${first?.message}${rest}`, problems, options);
}
