// For `<script src>`: everything in one global, the WebAssembly inside, nothing fetched.

import { optionsOf, provide } from "./elements/engines.js";
import { defineElements } from "./elements/define.js";
import { bind, type FormBinding, type FormOptions } from "./form/attach.js";
import { Engine, init, type EngineOptions } from "./inline.js";
import type { FrameworkInput } from "./engine.js";

export * from "./inline.js";
export { configure } from "./elements/engines.js";
export { TEXTS } from "./elements/texts.js";
export type { FormBinding, FormDetail, FormOptions } from "./form/attach.js";

async function engine(framework?: FrameworkInput, options: EngineOptions = {}): Promise<Engine> {
  await init();
  return new Engine(framework, options);
}

/** Binds a form that a page already has, as `attach` of `ehcp-qa/form` does. */
export function attach(root: ParentNode & Node, options: FormOptions = {}): Promise<FormBinding> {
  const { framework, messages } = options;
  const started = (): Promise<Engine> => engine(framework, { ...(messages !== undefined && { messages }) });
  return bind({ grading: started, writing: started }, root, options);
}

provide({
  grading: (configuration) => engine(configuration.framework, optionsOf(configuration)),
  writing: (configuration) => engine(configuration.framework, optionsOf(configuration)),
});
defineElements();
