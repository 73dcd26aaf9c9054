// The names of the elements.

import { FindingsElement } from "./findings.js";
import { PanelElement } from "./panel.js";
import { ReviewElement } from "./review.js";
import { ThreadElement } from "./thread.js";
import { WordingElement } from "./wording.js";

/** Makes the elements known to the page. Where another version of this package was first, its elements stay. */
export function defineElements(): void {
  const known = globalThis.customElements;
  if (known === undefined) return;
  const elements: Record<string, CustomElementConstructor> = {
    "ehcp-qa-review": ReviewElement,
    "ehcp-qa-panel": PanelElement,
    "ehcp-qa-wording": WordingElement,
    "ehcp-qa-thread": ThreadElement,
    "ehcp-qa-findings": FindingsElement,
  };
  for (const [name, element] of Object.entries(elements)) {
    if (known.get(name) === undefined) known.define(name, element);
  }
}
