import type { Assessment, Problem, Review } from "./index.js";
import type { Plural } from "./elements.js";

/** What the iframe opens, and what it calls. */
export interface Embedded {
  review?: Review | string;
  /** Which parts of the form are shown, parted by spaces: `details`, `plan`, `criteria`, the ids of sections. */
  parts?: string;
  /** Texts by the names of `TEXTS`, with plural forms where there is a number. */
  words?: Record<string, string | Plural>;
  disabled?: boolean;
  changed?(now: { review: Review; assessment: Assessment; line: string }): void;
  failed?(failure: { code: string; message: string; problems: readonly Problem[] }): void;
}

/** Puts a review into an iframe; the function it returns lets go of it. */
export function embed(frame: HTMLIFrameElement, embedded?: Embedded): () => void;
