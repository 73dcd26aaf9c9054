// What the functions of the engine are given is checked before any of it reaches a module, where a value of another
// type would stop the engine or be taken for another. `scripts/glue.mjs` writes a call of these into each function
// that wasm-bindgen makes, from the types that it states.

import type { Problem } from "./documents.js";
import { EhcpQaError } from "./errors.js";

/** What an argument has to be, by its type. */
const EXPECTED = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  bytes: "bytes, in a Uint8Array",
  strings: "a list of texts",
  list: "a list",
  object: "an object",
};

/** A type of an argument. */
export type ArgumentType = keyof typeof EXPECTED;

/**
 * Checks an argument by its type. What may be left out is `undefined` then.
 * @throws EhcpQaError `invalid_argument`
 */
export function $given(value: unknown, name: string, type: ArgumentType, optional: boolean): void {
  if ((typeof value === type && value !== null) || (optional && value === undefined)) return;
  // An array of another window is one too.
  if (type === "bytes" && tagOf(value) === "[object Uint8Array]") return;
  if (type === "list" && Array.isArray(value)) return;
  if (type === "strings" && Array.isArray(value) && value.every((entry) => typeof entry === "string")) return;
  throw refused(name, type);
}

/**
 * The members of an object in a plain one.
 * @throws EhcpQaError `invalid_argument`, also where a host's own accessors throw.
 */
export function $members<T extends object>(value: T, name: string): T {
  $given(value, name, "object", false);
  try {
    return { ...value };
  } catch (cause) {
    throw refused(name, "object", { cause });
  }
}

function refused(name: string, type: ArgumentType, options?: ErrorOptions): EhcpQaError {
  const expected = EXPECTED[type];
  const message = `The argument \`${name}\` must be ${expected}.`;
  const problem: Problem = { pointer: `/${name}`, code: "wrong_type", params: { expected }, message };
  return new EhcpQaError("invalid_argument", message, [problem], options);
}

/** What an object calls itself, whatever window it is from; empty where it refuses to say. */
export function tagOf(value: unknown): string {
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return "";
  }
}
