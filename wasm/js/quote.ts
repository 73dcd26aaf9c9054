// Words of a text, as a finding about them quotes them.

import type { Span } from "./documents.js";

/** Of longer words only the beginning is quoted, unless all of them are asked for. */
const MOST_QUOTED = 90;

/** The words of a stretch of a text in quotation marks. */
export function quoted(text: string, { start, end }: Span, most = MOST_QUOTED): string {
  const words = text.slice(start, Math.min(end, start + most));
  return end - start > most ? `“${words}…”` : `“${words}”`;
}
