// Binds a form that a page already has: for pages that grade, with wording fetched only where it is used.

import { bind, type FormBinding, type FormOptions } from "./form/attach.js";
import { Engine, init } from "./grading.js";

export * from "./api.js";
export { Engine, init };
export type { FormBinding, FormDetail, FormOptions } from "./form/attach.js";
export type * from "./events.js";
export type { FieldProblem, ValueMap } from "./form/fields.js";
export { WORDS, type Word } from "./words.js";

/**
 * Binds what is inside an element, or the whole page, to the engine: fields with `data-ehcp-qa`, or those
 * that `map` selects, are read; results are written where `data-ehcp-qa-out`, or `outputs`, says.
 * @throws EhcpQaError `wasm_not_found`, `wasm_blocked` or `wasm_invalid`, said in the page's place for
 * `problems` too; `invalid_framework` or `invalid_review`.
 */
export function attach(root: ParentNode & Node, options: FormOptions = {}): Promise<FormBinding> {
  return bind(
    {
      async grading(framework, wasm) {
        await init(wasm);
        return new Engine(framework);
      },
      async writing(framework) {
        const writing = await import("./index.js");
        await writing.init();
        return new writing.Engine(framework);
      },
    },
    root,
    options,
  );
}
