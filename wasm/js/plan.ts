// A page with a plan: reading it, and all that is about it. A separate module, loaded when there is a plan.

import type { InitInput } from "./module.js";
import { runtime } from "./plan-reading.js";

export * from "./plan-api.js";

/**
 * Starts the module; further calls change nothing.
 * @param source Where the WebAssembly comes from, if not from the file beside this module.
 * @throws EhcpQaError `wasm_not_found`, `wasm_blocked`, `wasm_invalid` or `wasm_unsupported`.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(() => source ?? new URL("./ehcp_qa_plan_bg.wasm", import.meta.url));
}

export default init;
