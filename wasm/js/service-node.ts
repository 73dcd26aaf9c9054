// The same in Node: the .wasm file is read from the package's folder.

import { readFile } from "node:fs/promises";
import { type InitInput } from "./module.js";
import { runtime } from "./service-engine.js";

export * from "./api.js";
export { Engine } from "./service-engine.js";
export type { OpenSummary } from "./summary.js";

/**
 * Starts the engine; further calls change nothing.
 * @param source Where the WebAssembly comes from, if not from the package's folder.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(
    async () => source ?? new Uint8Array(await readFile(new URL("./ehcp_qa_service_bg.wasm", import.meta.url))),
  );
}

export default init;
