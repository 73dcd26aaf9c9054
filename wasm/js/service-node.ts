// Beyond one plan, in Node: the .wasm file is read from the package's folder.

import type { InitInput } from "./module.js";
import { bytesOf } from "./node-file.js";
import { runtime } from "./service-engine.js";

export * from "./api.js";
export * from "./service-api.js";

/**
 * Starts the engine; further calls change nothing.
 * @param source Where the WebAssembly comes from, if not from the package's folder.
 * @throws EhcpQaError `wasm_not_found` or `wasm_invalid`.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(() => source ?? bytesOf(new URL("./ehcp_qa_service_bg.wasm", import.meta.url)));
}

export default init;
