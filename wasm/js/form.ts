// Binds a form that a page already has: for pages that grade, with wording fetched only where it is used.

import { bind, type FormBinding, type FormOptions } from "./form/attach.js";
import { Engine, init } from "./grading.js";

export * from "./api.js";
export { Engine, init };
export type { FormBinding, FormDetail, FormOptions } from "./form/attach.js";
export type * from "./events.js";
export type { ValueMap } from "./form/fields.js";
export type { FieldProblem } from "./form/read.js";
export { WORDS, type Word } from "./words.js";

/**
 * Binds what is inside an element, or the page, to the engine. Fields with `data-ehcp-qa`, or those that `map`
 * selects, are read; results are written into places with `data-ehcp-qa-out`, or those that `outputs` selects.
 * @throws EhcpQaError `wasm_not_found`, `wasm_blocked` or `wasm_invalid`, which the page's place for `problems` shows
 * too; `invalid_framework` or `invalid_review`.
 */
export function attach(root: ParentNode & Node, options: FormOptions = {}): Promise<FormBinding> {
  const { framework, messages } = options;
  const given = messages === undefined ? {} : { messages };
  return bind(
    {
      async grading(modules) {
        await init(modules.grading);
        return new Engine(framework, given);
      },
      async writing(modules) {
        const writing = await import("./index.js");
        await writing.init(modules.writing);
        return new writing.Engine(framework, given);
      },
    },
    root,
    options,
  );
}
