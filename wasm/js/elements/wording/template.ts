// A template put in the place of its statement: the author's words, with blanks that only the advice can fill.

import type { Span } from "../../documents.js";

/** A blank, such as `[how often]`. */
const BLANK = /\[[^[\]]+\]/g;
/** What a text may have behind a statement. */
const ENDS = /^[.!?;:,]/;

export type TextField = HTMLTextAreaElement | HTMLInputElement;

/** The words to put in the place of a stretch of a text: its template ends as the text does there. */
export function wordsFor(text: string, { end }: Span, template: string): string {
  return template.endsWith(".") && ENDS.test(text.slice(end)) ? template.slice(0, -1) : template;
}

/** The blanks of a template, as stretches of it, without what the author wrote in brackets. */
export function blanksOf(template: string, statement: string): Span[] {
  return [...template.matchAll(BLANK)]
    .filter(([blank]) => !statement.includes(blank))
    .map(({ 0: blank, index }) => ({ start: index, end: index + blank.length }));
}

/** The longest text that a person may leave in a field: none where it cannot be edited. */
export function longestIn(field: TextField): number {
  if (!field.matches(":read-write")) return 0;
  return field.maxLength < 0 ? Infinity : field.maxLength;
}

/** Writes words over a stretch of a field as if they were typed: the page hears it, and the browser can undo it. */
export function typeOver(field: TextField, { start, end }: Span, words: string): void {
  field.focus();
  field.setSelectionRange(start, end);
  // Nothing else that a script can write is undone by the browser.
  if (field.ownerDocument.execCommand("insertText", false, words)) return;
  field.setRangeText(words, start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
}
