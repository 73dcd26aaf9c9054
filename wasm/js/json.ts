// Objects as JSON text, which is how they enter the engine.

import { refusal, type ErrorCode, type Problem } from "./errors.js";

/** No document of the size allowed has more values than this. */
const MOST_VALUES = 1_000_000;

/** The JSON text of a document; text is passed on as it is. */
export function toText(document: unknown, code: ErrorCode): string {
  if (typeof document === "string") return document;
  let values = 0;
  const value = (_: string, value: unknown): unknown => {
    values += 1;
    if (values > MOST_VALUES) throw new RangeError();
    // What JSON does not have would be dropped or become null, which means not given. A list is
    // wrong wherever it stands, and so becomes a problem with its place.
    if (typeof value === "number") return Number.isFinite(value) ? value : [];
    return typeof value === "bigint" || typeof value === "function" || typeof value === "symbol" ? [] : value;
  };
  try {
    return JSON.stringify(document, value) ?? "null";
  } catch (thrown) {
    if (thrown instanceof TypeError || thrown instanceof RangeError) {
      throw refusal(code, [NOT_WRITABLE]);
    }
    throw thrown;
  }
}

const NOT_WRITABLE: Problem = {
  pointer: "",
  code: "not_writable",
  params: {},
  message: "This cannot be written as JSON: it refers to itself, or it is too large or too deep.",
};
