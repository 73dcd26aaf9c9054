// The custom elements. To import this module makes them known to the page.

import { optionsOf, provide } from "./elements/engines.js";
import { defineElements } from "./elements/define.js";
import type { FindingsElement } from "./elements/findings.js";
import type { PanelElement } from "./elements/panel.js";
import type { ReviewElement } from "./elements/review.js";
import type { ThreadElement } from "./elements/thread.js";
import type { WordingElement } from "./elements/wording.js";
import * as grading from "./grading.js";

export { answersTo, type LabelledAnswer } from "./answers.js";
export * from "./api.js";
export { configure, type Configuration } from "./elements/engines.js";
export { FindingsElement, type Found, type ShownFinding } from "./elements/findings.js";
export { PanelElement } from "./elements/panel.js";
export { ReviewElement } from "./elements/review.js";
export { TEXTS, type ReplacedTexts, type Text } from "./elements/texts.js";
export { ThreadElement } from "./elements/thread.js";
export { WordingElement } from "./elements/wording.js";
export type * from "./events.js";
export type { Plural } from "./sentences.js";

provide({
  async grading(configuration) {
    const { framework, modules, gradingWasm } = configuration;
    await grading.init(modules?.grading ?? gradingWasm);
    return new grading.Engine(framework, optionsOf(configuration));
  },
  // Fetched only by the elements that check wording and draw threads.
  async writing(configuration) {
    const { framework, modules, wasm } = configuration;
    const { Engine, init } = await import("./index.js");
    await init(modules?.writing ?? wasm);
    return new Engine(framework, optionsOf(configuration));
  },
});
defineElements();

declare global {
  interface HTMLElementTagNameMap {
    "ehcp-qa-review": ReviewElement;
    "ehcp-qa-panel": PanelElement;
    "ehcp-qa-wording": WordingElement;
    "ehcp-qa-thread": ThreadElement;
    "ehcp-qa-findings": FindingsElement;
  }
}
