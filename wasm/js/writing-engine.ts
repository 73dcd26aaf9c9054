// The module for grading and writing, which `ehcp-qa` stands on.

import { Core, initSync } from "../pkg/ehcp_qa.js";
import type { FrameworkInput } from "./engine.js";
import { Runtime } from "./module.js";
import { WritingEngine, type EngineOptions } from "./writing.js";

export type { EngineOptions };

/** The module. */
export const runtime = new Runtime({ initSync });

/** Grades reviews by a framework, and checks the wording of plans by a lexicon. */
export class Engine extends WritingEngine<Core> {
  /**
   * Takes a framework as an object or JSON text; without one, the built-in one.
   * @throws EhcpQaError `invalid_framework` or `invalid_lexicon`, with every problem found.
   */
  constructor(framework?: FrameworkInput, options: EngineOptions = {}) {
    super(runtime, Core, framework, options);
  }
}
