// Beyond one plan, in a page: a separate module.

import type { InitInput } from "./module.js";
import { runtime } from "./service-engine.js";

export * from "./api.js";
export * from "./service-api.js";

/**
 * Starts the engine; further calls change nothing.
 * @param source Where the WebAssembly comes from, if not from the file beside this module.
 * @throws EhcpQaError `wasm_not_found`, `wasm_blocked`, `wasm_invalid` or `wasm_unsupported`.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(() => source ?? new URL("./ehcp_qa_service_bg.wasm", import.meta.url));
}

export default init;
