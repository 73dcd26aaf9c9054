// A block of the results: made once, and shown again with each assessment.

import type { Assessment, FrameworkDocument } from "../../documents.js";
import type { Words } from "../../words.js";
import { h, setAttribute } from "../dom.js";
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

/** A link to a section by its id. People who hear the page are given its title too, behind the words that are shown. */
export function sectionLink({ say, words, framework, link }: BlockOptions, id: string): HTMLElement {
  const pointer = `/sections/${id}`;
  const shown = id === framework.wording.overall.id ? say("overall") : id;
  const title = words.place(pointer);
  const go = link(pointer, shown);
  setAttribute(go, "aria-label", title.includes(shown) ? title : `${shown}: ${title}`);
  return go;
}

/** The element of a block. */
export function block(name: string, ...children: (Node | null)[]): HTMLElement {
  return h("div", { class: "eqa-block", "data-block": name }, ...children);
}
