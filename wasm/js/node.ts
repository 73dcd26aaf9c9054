// For Node: the .wasm file is read from the package's folder.

import type { InitInput } from "./module.js";
import { bytesOf } from "./node-file.js";
import { runtime } from "./writing-engine.js";

export * from "./api.js";
export { Engine, type EngineOptions } from "./writing-engine.js";

const bytes = () => bytesOf(new URL("./ehcp_qa_bg.wasm", import.meta.url));

/**
 * Starts the engine; further calls change nothing.
 * @param source Where the WebAssembly comes from, if not from the package's folder.
 * @throws EhcpQaError `wasm_not_found` or `wasm_invalid`.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(() => source ?? bytes());
}

/**
 * Starts the engine without waiting.
 * @throws EhcpQaError `wasm_not_found`.
 */
export function initSync(): void {
  runtime.startSync(bytes);
}

export default init;
