// Documents as JSON text, which is how they enter and leave the engine.

import type { Problem } from "./documents.js";
import type { RefusalCode } from "./error-codes.js";
import { refusal } from "./errors.js";

/** The JSON text of a document. Text is passed on as it is. */
export function toText(document: unknown, code: RefusalCode): string {
  if (typeof document === "string") return document;
  try {
    left = MOST_PLAIN;
    return (isPlain(document, MOST_LEVELS) ? JSON.stringify(document) : marked(document)) ?? "null";
  } catch (cause) {
    // Also what a host's own accessors throw.
    throw refusal(code, [NOT_WRITABLE], { cause });
  }
}

/** The document that JSON text holds. As the engine does, it takes a byte order mark before the text. */
export function parse<T>(text: string): T {
  return JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text) as T;
}

const BYTE_ORDER_MARK = "\ufeff";

/** No more values than this are written: an object that is named many times stands for text without end. */
const MOST_VALUES = 1_000_000;

/** As many values are checked before writing; a framework has a fraction of them. */
const MOST_PLAIN = 50_000;
const MOST_LEVELS = 50;
let left = 0;

/**
 * Whether JSON has all of this as it stands. The check takes a fraction of the time that `JSON.stringify`
 * takes where it calls a function for each value.
 */
function isPlain(value: unknown, levels: number): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object":
      return value === null || isPlainObject(value, levels);
    default:
      return false;
  }
}

function isPlainObject(value: object, levels: number): boolean {
  if (levels === 0 || "toJSON" in value) return false;
  if (Array.isArray(value)) {
    left -= value.length;
    return left > 0 && value.every((entry) => isPlain(entry, levels - 1));
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const name in value) {
    left -= 1;
    if (left <= 0 || !isPlain((value as Record<string, unknown>)[name], levels - 1)) return false;
  }
  return true;
}

/**
 * The text of what JSON does not have all of: that would be dropped or become null, which means not
 * given. A list is wrong wherever it stands, and so becomes a problem with its place.
 */
function marked(document: unknown): string | undefined {
  let values = 0;
  return JSON.stringify(document, (_: string, value: unknown): unknown => {
    values += 1;
    if (values > MOST_VALUES) throw new RangeError();
    if (typeof value === "number") return Number.isFinite(value) ? value : [];
    if (typeof value === "object") return value !== null && isForeign(value) ? [] : value;
    return typeof value === "bigint" || typeof value === "function" || typeof value === "symbol" ? [] : value;
  }) as string | undefined;
}

/**
 * Whether JSON has nothing of an object that is no empty object: a `Map`, a `Set`, a promise, an object of a class
 * whose fields are private. A plain object of another window has another prototype, which itself has none.
 */
function isForeign(value: object): boolean {
  if (Array.isArray(value) || Object.keys(value).length > 0) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

const NOT_WRITABLE: Problem = {
  pointer: "",
  code: "not_writable",
  params: {},
  message: "This cannot be written as JSON: it refers to itself, or it is too large or too deep.",
};
