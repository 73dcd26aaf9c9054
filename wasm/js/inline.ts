// The WebAssembly is inside this module: nothing is fetched.

import base64 from "../pkg/ehcp_qa_bg.wasm";
import type { InitInput } from "./module.js";
import { runtime } from "./writing-engine.js";

export * from "./api.js";
export { Engine, type EngineOptions } from "./writing-engine.js";

/**
 * Starts the engine; further calls change nothing.
 * @param source Another WebAssembly than the one inside this module.
 * @throws EhcpQaError `wasm_blocked` or `wasm_unsupported`.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(() => source ?? Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

export default init;
