// Grading alone, half of the other module on the wire: for pages without wording, thread or feedback form.

import { Core, initSync } from "../pkg/ehcp_qa_grading.js";
import { GradingEngine, type FrameworkInput, type GradingOptions } from "./engine.js";
import { Runtime, type InitInput } from "./module.js";

export * from "./api.js";

const runtime = new Runtime({ initSync });

/** Grades reviews by a framework. */
export class Engine extends GradingEngine {
  /**
   * Takes a framework as an object or JSON text; without one, the built-in one.
   * @throws EhcpQaError `invalid_framework` or `invalid_messages`, with every problem found.
   */
  constructor(framework?: FrameworkInput, options: GradingOptions = {}) {
    super(runtime, Core, framework, options);
  }
}

/**
 * Starts the engine; further calls change nothing.
 * @param source Where the WebAssembly comes from, if not from the file beside this module.
 * @throws EhcpQaError `wasm_not_found`, `wasm_blocked`, `wasm_invalid` or `wasm_unsupported`.
 */
export function init(source?: InitInput | PromiseLike<InitInput>): Promise<void> {
  return runtime.start(() => source ?? new URL("./ehcp_qa_grading_bg.wasm", import.meta.url));
}

export default init;
