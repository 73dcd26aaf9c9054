// The steps that can be taken back.

import type { Review } from "../documents.js";

const MOST_STEPS = 200;

/** The reviews before each step. A run of edits of one field is one step. */
export class History {
  readonly #before: Review[] = [];
  /** The field of the step that is still open. */
  #field: string | null = null;

  /** Remembers a review before a field is edited; with `null`, before it is replaced. */
  remember(review: Review, field: string | null): void {
    const isSameStep = field !== null && field === this.#field;
    this.#field = field;
    if (isSameStep) return;
    this.#before.push(review);
    if (this.#before.length > MOST_STEPS) this.#before.shift();
  }

  /** Removes the last step and returns the review before it. */
  pop(): Review | undefined {
    this.#field = null;
    return this.#before.pop();
  }
}
