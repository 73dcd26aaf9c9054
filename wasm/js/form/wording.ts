// Checks the texts of sections a moment after the last change, with an engine that is fetched only then.

import type { Lint, WordingContext } from "../documents.js";
import type { Engine } from "../writing.js";

/** As long as people pause between words, and not at each key. */
const PAUSE = 250;

interface Checked {
  text: string;
  context: string;
  lint: Lint;
}

/** What is found in each section's text; `changed` is called with the sections for which that is new. */
export function textChecker(fetchEngine: () => Promise<Engine>, changed: (sections: readonly string[]) => void) {
  let engine: Engine | undefined;
  let fetching = false;
  let trouble: unknown;
  let checked = new Map<string, Checked>();
  let texts: ReadonlyMap<string, string> = new Map();
  let context = "";
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function checkNow(): void {
    if (engine === undefined || isOver) return;
    const now = new Map<string, Checked>();
    const fresh: string[] = [];
    for (const [section, text] of texts) {
      const before = checked.get(section);
      if (before?.text === text && before.context === context) now.set(section, before);
      else {
        now.set(section, { text, context, lint: engine.lint(section, text, context) });
        fresh.push(section);
      }
    }
    const isFewer = now.size < checked.size;
    checked = now;
    if (fresh.length > 0 || isFewer) changed(fresh);
  }

  function fetchOnce(): void {
    if (fetching || isOver) return;
    fetching = true;
    trouble = undefined;
    fetchEngine()
      .then((fetched) => {
        engine = fetched;
        checkNow();
      })
      .catch((error: unknown) => {
        fetching = false;
        trouble = error;
        if (!isOver) changed([]);
      });
  }

  return {
    /** Takes the texts as they now stand. */
    take(now: ReadonlyMap<string, string>, known: WordingContext): void {
      const same =
        JSON.stringify(known) === context &&
        now.size === texts.size &&
        [...now].every(([section, text]) => texts.get(section) === text);
      if (same) return;
      [texts, context] = [now, JSON.stringify(known)];
      clearTimeout(waiting);
      if (engine !== undefined) waiting = setTimeout(checkNow, PAUSE);
      else if (texts.size > 0) fetchOnce();
    },
    lints: (): Map<string, Lint> => new Map([...checked].map(([section, { lint }]) => [section, lint])),
    /** Why the texts cannot be checked, if they cannot. */
    trouble: (): unknown => trouble,
    stop(): void {
      isOver = true;
      clearTimeout(waiting);
      engine?.free();
    },
  };
}
