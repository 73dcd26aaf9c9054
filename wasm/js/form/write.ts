// Writes results into the places of a page, and puts back what was there.

import type { Result } from "./results.js";

/** The attribute that makes an element the place of a result. */
export const OUT = "data-ehcp-qa-out";

/** Writes into elements, each of which it can restore. */
export interface Writer {
  /** Writes a result where something differs: what stays as it is, is not read out again. */
  write(element: Element, result: Result): void;
  /** Puts back what was in every element. */
  restore(): void;
}

/** A writer. It keeps what was in each element before it was first written to. */
export function writer(): Writer {
  const before = new Map<Element, () => void>();

  function remember(element: Element): void {
    if (before.has(element)) return;
    if (isField(element)) {
      const { value } = element;
      before.set(element, () => {
        element.value = value;
      });
    } else {
      const nodes = [...element.childNodes];
      before.set(element, () => element.replaceChildren(...nodes));
    }
  }

  return {
    write(element, result) {
      const lines = typeof result === "string" ? [result] : result;
      const isList = typeof result !== "string" && (element.tagName === "UL" || element.tagName === "OL");
      if (shows(element, lines, isList)) return;
      remember(element);
      if (isField(element)) element.value = lines.join("\n");
      else if (isList) element.replaceChildren(...lines.map((line) => entry(element.ownerDocument, line)));
      else element.textContent = lines.join("\n");
    },
    restore() {
      for (const putBack of before.values()) putBack();
      before.clear();
    },
  };
}

function shows(element: Element, lines: readonly string[], isList: boolean): boolean {
  if (isField(element)) return element.value === lines.join("\n");
  if (!isList) return element.textContent === lines.join("\n");
  const { children } = element;
  return children.length === lines.length && lines.every((line, at) => children[at]?.textContent === line);
}

function entry(page: Document, text: string): HTMLLIElement {
  const item = page.createElement("li");
  item.textContent = text;
  return item;
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.tagName === "INPUT" || element.tagName === "TEXTAREA";
}
