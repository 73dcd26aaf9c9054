// The schemas of documents, in Node: the .wasm file is read from the package's folder.

import type { InitInput } from "./module.js";
import { bytesOf } from "./node-file.js";
import { runtime } from "./schemas.js";

export type { FrameworkDocument, Problem } from "./documents.js";
export type { FrameworkInput } from "./engine.js";
export { EhcpQaError, EngineCrashed, type ErrorCode } from "./errors.js";
export type { InitInput } from "./module.js";
export { schema, schemaNames, type JsonSchema } from "./schemas.js";

/**
 * Starts the module; further calls change nothing.
 * @param source Where the WebAssembly comes from, if not from the package's folder.
 * @throws EhcpQaError `wasm_not_found` or `wasm_invalid`.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(() => source ?? bytesOf(new URL("./ehcp_qa_schema_bg.wasm", import.meta.url)));
}

export default init;
