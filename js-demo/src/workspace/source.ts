// A file that a person gives, as the source of a plan.

import type { PlanSource } from "./case.ts";

/** The type of a Word file. */
export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** More bytes than the engine reads, which then says why; fewer than a browser cannot hold. */
const MOST_BYTES = 40_000_000;

export function isTooLarge({ size }: File): boolean {
  return size > MOST_BYTES;
}

export async function sourceOf(file: File): Promise<PlanSource> {
  const { name } = file;
  if (/\.html?$/i.test(name)) return { kind: "html", name, text: await file.text() };
  if (/\.txt$/i.test(name)) return { kind: "text", name, text: await file.text() };
  if (/\.(md|markdown)$/i.test(name)) return { kind: "markdown", name, text: await file.text() };
  return { kind: "word", name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
