// For Node: the .wasm file is read from the package's folder.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type InitInput } from "./module.js";
import { runtime } from "./writing.js";

export * from "./api.js";
export { Engine, type EngineOptions } from "./writing.js";

function bytes(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(dirname(fileURLToPath(import.meta.url)), "ehcp_qa_bg.wasm")));
}

/**
 * Starts the engine; further calls change nothing.
 * @param source Where the WebAssembly comes from, if not from the package's folder.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(() => source ?? bytes());
}

/** Starts the engine without waiting. */
export function initSync(): void {
  runtime.startSync(bytes);
}

export default init;
