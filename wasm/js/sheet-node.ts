// Spreadsheets read as records, in Node: the .wasm file is read from the package's folder.

import type { InitInput } from "./module.js";
import { bytesOf } from "./node-file.js";
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
 * @param source Where the WebAssembly comes from, if not from the package's folder.
 * @throws EhcpQaError `wasm_not_found` or `wasm_invalid`.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(() => source ?? bytesOf(new URL("./ehcp_qa_sheet_bg.wasm", import.meta.url)));
}

export default init;
