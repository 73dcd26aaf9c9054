// The WebAssembly is inside this module: nothing is fetched.

import base64 from "./wasm-base64.js";
import { start, type InitInput } from "./module.js";

export * from "./api.js";

/**
 * Starts the engine; further calls change nothing.
 * @param source Another WebAssembly than the one inside this module.
 * @throws EhcpQaError `wasm_blocked`.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return start(() => source ?? Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

export default init;
