// Looks at the texts of sections a moment after the last change, with an engine that is fetched only then.

import type { Lint, WordingContext } from "../documents.js";
import type { Engine } from "../writing.js";

/** As long as people pause between words, and not at each key. */
const PAUSE = 250;

interface Looked {
  text: string;
  context: string;
  lint: Lint;
}

/** What is found in each section's text; `news` is called with the sections for which that is new. */
export function lookout(fetchEngine: () => Promise<Engine>, news: (sections: readonly string[]) => void) {
  let engine: Engine | undefined;
  let fetching = false;
  let trouble: unknown;
  let looked = new Map<string, Looked>();
  let texts: ReadonlyMap<string, string> = new Map();
  let context = "";
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function lookNow(): void {
    if (engine === undefined || isOver) return;
    const now = new Map<string, Looked>();
    const fresh: string[] = [];
    for (const [section, text] of texts) {
      const before = looked.get(section);
      if (before?.text === text && before.context === context) now.set(section, before);
      else {
        now.set(section, { text, context, lint: engine.lint(section, text, context) });
        fresh.push(section);
      }
    }
    const isFewer = now.size < looked.size;
    looked = now;
    if (fresh.length > 0 || isFewer) news(fresh);
  }

  function fetchIt(): void {
    if (fetching || isOver) return;
    fetching = true;
    trouble = undefined;
    fetchEngine().then((fetched) => {
      engine = fetched;
      lookNow();
    }).catch((error: unknown) => {
      fetching = false;
      trouble = error;
      if (!isOver) news([]);
    });
  }

  return {
    /** Takes the texts as they now stand. */
    take(now: ReadonlyMap<string, string>, known: WordingContext): void {
      const same = JSON.stringify(known) === context && now.size === texts.size && [...now].every(([section, text]) => texts.get(section) === text);
      if (same) return;
      [texts, context] = [now, JSON.stringify(known)];
      clearTimeout(waiting);
      if (engine !== undefined) waiting = setTimeout(lookNow, PAUSE);
      else if (texts.size > 0) fetchIt();
    },
    lints: (): Map<string, Lint> => new Map([...looked].map(([section, { lint }]) => [section, lint])),
    /** Why the texts cannot be looked at, if they cannot. */
    trouble: (): unknown => trouble,
    stop(): void {
      isOver = true;
      clearTimeout(waiting);
      engine?.free();
    },
  };
}
