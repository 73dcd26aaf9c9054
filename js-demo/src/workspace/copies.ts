// Copies of cases that the browser keeps on request: one for each case, under the name of the case. A tab writes the
// copy of its case only, and stops when another tab has taken it over.

import { randomName } from "./case.ts";

const PREFIX = "ehcp-qa-case-";
/** Names this tab in the copies that it writes. */
const WRITER = randomName();

interface Copy {
  writer: string;
  /** When it was written, in milliseconds. */
  at: number;
  text: string;
}

export interface KeptCopy {
  id: string;
  at: number;
  text: string;
}

/** The copies that the browser keeps, the newest first; none where it keeps nothing. */
export function keptCopies(): KeptCopy[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    return names
      .map((name) => ({ id: name.slice(PREFIX.length), copy: read(name) }))
      .flatMap(({ id, copy }) => (copy === null ? [] : [{ id, at: copy.at, text: copy.text }]))
      .sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

/** Writes a copy; returns why it could not be written, or `null`. */
export function keepCopy(id: string, text: string, isTaken = false): "refused" | "elsewhere" | null {
  try {
    const before = read(PREFIX + id);
    if (before !== null && before.writer !== WRITER && !isTaken) return "elsewhere";
    const copy: Copy = { writer: WRITER, at: Date.now(), text };
    localStorage.setItem(PREFIX + id, JSON.stringify(copy));
    return null;
  } catch {
    return "refused";
  }
}

export function deleteCopy(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Nothing is kept where nothing may be.
  }
}

function read(name: string): Copy | null {
  const text = localStorage.getItem(name);
  if (text === null) return null;
  try {
    const copy = JSON.parse(text) as Partial<Copy> | null;
    return typeof copy?.text === "string" && typeof copy.writer === "string" && typeof copy.at === "number"
      ? (copy as Copy)
      : null;
  } catch {
    return null;
  }
}
