// For `<script src>`: everything in one global, the WebAssembly inside, nothing fetched.

import { provide } from "./elements/engines.js";
import { defineElements } from "./elements/define.js";
import { bind, type FormBinding, type FormOptions } from "./form/attach.js";
import { Engine, init } from "./inline.js";
import type { FrameworkInput } from "./engine.js";

export * from "./inline.js";
export { configure } from "./elements/engines.js";
export { TEXTS } from "./elements/texts.js";
export type { FormBinding, FormDetail, FormOptions } from "./form/attach.js";

async function engine(framework?: FrameworkInput): Promise<Engine> {
  await init();
  return new Engine(framework);
}

/** Binds a form that a page already has, as `attach` of `ehcp-qa/form` does. */
export function attach(root: ParentNode & Node, options: FormOptions = {}): Promise<FormBinding> {
  return bind({ grading: engine, writing: engine }, root, options);
}

provide({
  grading: ({ framework }) => engine(framework),
  async writing({ framework, lexicon, weights }) {
    await init();
    return new Engine(framework, {
      ...(lexicon !== undefined && { lexicon }),
      ...(weights !== undefined && { weights }),
    });
  },
});
defineElements();
