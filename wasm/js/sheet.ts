// Spreadsheets read as records, in a page: a separate module.

import type { InitInput } from "./module.js";
import { runtime } from "./sheets.js";

export type {
  FrameworkDocument,
  Problem,
  RowProblem,
  SheetColumn,
  SheetMap,
  SheetRecords,
  SheetView,
  SheetWord,
  TemplateColumn,
  ViewCell,
  ViewColumn,
} from "./documents.js";
export type { FrameworkInput } from "./engine.js";
export { EhcpQaError, EngineCrashed, type ErrorCode } from "./errors.js";
export type { InitInput } from "./module.js";
export { mostSheetBytes, openSheet, sen2Map, type FileBytes, type OpenSheet, type SheetOptions } from "./sheets.js";

/**
 * Starts the module; further calls change nothing.
 * @param source Where the WebAssembly comes from, if not from the file beside this module.
 * @throws EhcpQaError `wasm_not_found`, `wasm_blocked`, `wasm_invalid` or `wasm_unsupported`.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(() => source ?? new URL("./ehcp_qa_sheet_bg.wasm", import.meta.url));
}

export default init;
