// A text that is longer than sections of plans are. What checks it is fetched where there is one.

import type { Lint } from "./documents.js";

/** A longer text is checked in pieces. A statement that stands in two of them is two. */
const LONGEST = 50_000;

/** Whether a text is checked in pieces. */
export const isLong = (text: string): boolean => text.length > LONGEST;

/** Checks a long text by a check of its pieces; `undefined` where it is no longer wanted. */
export async function lintLong(
  text: string,
  lint: (piece: string) => Lint,
  isWanted: () => boolean,
): Promise<Lint | undefined> {
  const { lintPieces } = await import("./pieces.js");
  return lintPieces(text, lint, isWanted);
}
