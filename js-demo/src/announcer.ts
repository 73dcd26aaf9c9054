// One polite live region for the whole page.

import { byId } from "./dom.ts";

const QUIET_MS = 1200;
let waiting: ReturnType<typeof setTimeout> | undefined;
let lastChange: string | undefined;

/** Says something that the person has just asked for. */
export function say(text: string): void {
  clearTimeout(waiting);
  byId("announcer").textContent = text;
}

/** Says what the assessment has come to, once it has been left alone for a while and if it is news. */
export function sayChange(text: string): void {
  if (lastChange === undefined) lastChange = text;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (text === lastChange) return;
    lastChange = text;
    byId("announcer").textContent = text;
  }, QUIET_MS);
}
