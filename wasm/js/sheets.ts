// Spreadsheets, CSV and XLSX: a file read as a sheet, the map of its columns, and its records.

// For Symbol.dispose, which the usual libraries of TypeScript do not have yet.
/// <reference lib="esnext.disposable" preserve="true" />

import * as glue from "../pkg/ehcp_qa_sheet.js";
import { $given, $members, tagOf } from "./arguments.js";
import type { SheetMap, SheetRecords, SheetView } from "./documents.js";
import type { FrameworkInput } from "./engine.js";
import { EhcpQaError } from "./errors.js";
import { toText } from "./json.js";
import { Runtime } from "./module.js";
import { fromTape } from "./tape.js";

export const runtime = new Runtime({ initSync: glue.initSync });

/** The bytes of a file, as `file.arrayBuffer()` in a page and `readFile` in Node give them. */
export type FileBytes = ArrayBuffer | Uint8Array;

/** How a file is read. */
export interface SheetOptions {
  /** The name of the sheet; without it, the first of the workbook. */
  sheet?: string | undefined;
  /** The framework that the records are for; without it, the Shropshire framework of 2023. */
  framework?: FrameworkInput | undefined;
}

/** A sheet that is open in the module. */
export class OpenSheet {
  readonly #instance: number;
  #handle: glue.OpenSheet | undefined;

  /** Called by `openSheet`. */
  constructor(open: () => glue.OpenSheet) {
    this.#instance = runtime.instance();
    this.#handle = runtime.call(open);
  }

  /**
   * The sheet as it is read by a map: each column with what it holds, three cells, and the words in it that are not
   * read. Without a map, one is proposed from the headings.
   * @throws EhcpQaError `invalid_map`, with every problem found, or `invalid_sheet` where no headings are known.
   */
  view(map?: SheetMap | string): SheetView {
    return this.#ask<SheetView>(map, (handle, text) => handle.view(text));
  }

  /**
   * The records of the rows as NDJSON, for `countFiles` of `ehcp-qa/service`, and each cell that cannot be read.
   * @throws EhcpQaError `invalid_map`, with every problem found, or `invalid_sheet` where no headings are known.
   */
  records(map?: SheetMap | string): SheetRecords {
    return this.#ask<SheetRecords>(map, (handle, text) => handle.records(text));
  }

  #ask<T>(
    map: SheetMap | string | undefined,
    answer: (handle: glue.OpenSheet, text: string | undefined) => Uint32Array,
  ): T {
    const text = map === undefined ? undefined : toText(map, "invalid_map");
    return runtime.call(() => fromTape<T>(answer(this.#inModule(), text)));
  }

  #inModule(): glue.OpenSheet {
    if (this.#handle === undefined) throw new EhcpQaError("closed", "This sheet was closed: open it again.");
    if (this.#instance !== runtime.instance()) {
      throw new EhcpQaError("closed", "This sheet was lost when the engine stopped: open it again.");
    }
    return this.#handle;
  }

  /** Lets go of the module's memory. */
  free(): void {
    const handle = this.#handle;
    this.#handle = undefined;
    if (handle !== undefined && this.#instance === runtime.instance()) handle.free();
  }

  [Symbol.dispose](): void {
    this.free();
  }
}

/**
 * Reads a file and leaves its sheet open in the module.
 * @throws EhcpQaError `invalid_sheet`, with why the file cannot be read, or `invalid_framework`, with every problem
 * found.
 */
export function openSheet(bytes: FileBytes, options: SheetOptions = {}): OpenSheet {
  const { sheet, framework } = $members(options, "options");
  if (sheet !== undefined) $given(sheet, "sheet", "string", false);
  const text = framework === undefined ? undefined : toText(framework, "invalid_framework");
  const given = tagOf(bytes) === "[object ArrayBuffer]" ? new Uint8Array(bytes) : (bytes as Uint8Array);
  $given(given, "bytes", "bytes", false);
  // What is longer than is read is refused, and so is not given in full.
  return new OpenSheet(() => glue.openSheet(given.subarray(0, glue.mostSheetBytes() + 1), sheet, text));
}

/** The largest file that is read, in bytes. */
export function mostSheetBytes(): number {
  runtime.instance();
  return runtime.call(() => glue.mostSheetBytes());
}

/** The map of person-level extracts of the SEN2 return. */
export function sen2Map(): SheetMap {
  runtime.instance();
  return JSON.parse(runtime.call(() => glue.sen2Map())) as SheetMap;
}
