// A block of the results: made once, and shown again with each assessment.

import type { Assessment, FrameworkDocument } from "../../documents.js";
import type { Words } from "../../words.js";
import { h } from "../dom.js";
import type { LinkTo } from "../reasons.js";
import type { Say } from "../texts.js";

export interface Block {
  element: HTMLElement;
  show(assessment: Assessment): void;
}

/** What blocks are made with. */
export interface BlockOptions {
  say: Say;
  words: Words;
  framework: FrameworkDocument;
  /** Moves the focus to a field of the review, by its JSON Pointer. */
  goTo(pointer: string): void;
  /** Makes a link to a field of the review. */
  link: LinkTo;
}

/** The element of a block. */
export function block(name: string, ...children: (Node | null)[]): HTMLElement {
  return h("div", { class: "eqa-block", "data-block": name }, ...children);
}
