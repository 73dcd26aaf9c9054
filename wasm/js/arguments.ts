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
};

/** A type of an argument. */
export type ArgumentType = keyof typeof EXPECTED;

/**
 * Checks an argument by its type. What may be left out is `undefined` then.
 * @throws EhcpQaError `invalid_argument`
 */
export function $given(value: unknown, name: string, type: ArgumentType, optional: boolean): void {
  if (typeof value === type || (optional && value === undefined)) return;
  if (type === "bytes" && value instanceof Uint8Array) return;
  if (type === "strings" && Array.isArray(value) && value.every((entry) => typeof entry === "string")) return;
  const expected = EXPECTED[type];
  const message = `The argument \`${name}\` must be ${expected}.`;
  const problem: Problem = { pointer: `/${name}`, code: "wrong_type", params: { expected }, message };
  throw new EhcpQaError("invalid_argument", message, [problem]);
}
