// The .wasm file in Node, which the package has beside its modules.

import { readFileSync } from "node:fs";
import { EhcpQaError } from "./errors.js";

/**
 * The bytes of a file.
 * @throws EhcpQaError `wasm_not_found`.
 */
export function bytesOf(file: URL): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (cause) {
    throw new EhcpQaError(
      "wasm_not_found",
      "The engine's .wasm file was not found beside the package's modules: leave ehcp-qa out of the bundle, or give " +
        "init() the bytes.",
      [],
      { cause },
    );
  }
}
