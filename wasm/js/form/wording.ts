// Checks the texts of sections a moment after the last change, with an engine that is fetched only then.

import type { Lint, WordingContext } from "../documents.js";
import { isLong, lintLong } from "../long-text.js";
import type { WritingEngine } from "../writing.js";

/** As long as people pause between words, and not at each key. */
const PAUSE_MS = 250;

/** A text that has been checked, and what is known about the child. */
export interface Checked {
  text: string;
  context: string;
  lint: Lint;
}

/** The checks of the texts of a page. */
export interface TextChecker {
  /** Takes the texts as they stand now. */
  take(texts: ReadonlyMap<string, string>, known: WordingContext): void;
  /** The texts that have been checked, with what was found, by section. */
  checked(): ReadonlyMap<string, Checked>;
  /** Why the texts cannot be checked; `undefined` where they can. */
  failure(): unknown;
  stop(): void;
}

/** Checks texts. `changed` is called with the sections whose findings are new. */
export function textChecker(
  fetchEngine: () => Promise<WritingEngine>,
  changed: (sections: readonly string[]) => void,
): TextChecker {
  let engine: WritingEngine | undefined;
  let isFetching = false;
  let failure: unknown;
  let texts: ReadonlyMap<string, string> = new Map();
  let context = "";
  let checked: ReadonlyMap<string, Checked> = new Map();
  /** The long texts that are being checked, by section. */
  const checking = new Map<string, string>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function check(): void {
    if (engine === undefined || isOver) return;
    try {
      checkWith(engine);
    } catch (error) {
      failed(error);
    }
  }

  function failed(error: unknown): void {
    failure = error;
    if (!isOver) changed([]);
  }

  async function checkLong(engine: WritingEngine, section: string, text: string, known: string): Promise<void> {
    const isWanted = () => !isOver && texts.get(section) === text && context === known;
    if (checking.get(section) === text + known) return;
    checking.set(section, text + known);
    const lint = await lintLong(text, (piece) => engine.lint(section, piece, known), isWanted);
    checking.delete(section);
    if (lint === undefined) return;
    checked = new Map([...checked, [section, { text, context: known, lint }]]);
    changed([section]);
  }

  function checkWith(engine: WritingEngine): void {
    failure = undefined;
    const now = new Map<string, Checked>();
    const fresh: string[] = [];
    for (const [section, text] of texts) {
      const before = checked.get(section);
      if (before?.text === text && before.context === context) now.set(section, before);
      else if (isLong(text)) {
        if (before !== undefined) now.set(section, before);
        void checkLong(engine, section, text, context).catch(failed);
      } else {
        now.set(section, { text, context, lint: engine.lint(section, text, context) });
        fresh.push(section);
      }
    }
    const isFewer = [...checked.keys()].some((section) => !now.has(section));
    checked = now;
    if (fresh.length > 0 || isFewer) changed(fresh);
  }

  function fetchOnce(): void {
    if (isFetching || isOver) return;
    isFetching = true;
    failure = undefined;
    fetchEngine()
      .then((fetched) => {
        if (isOver) return fetched.free();
        engine = fetched;
        check();
      })
      .catch((error: unknown) => {
        isFetching = false;
        failed(error);
      });
  }

  return {
    take(now, known) {
      const nowKnown = JSON.stringify(known);
      const isSame =
        nowKnown === context &&
        now.size === texts.size &&
        [...now].every(([section, text]) => texts.get(section) === text);
      if (isSame) return;
      [texts, context] = [now, nowKnown];
      clearTimeout(waiting);
      if (engine !== undefined) waiting = setTimeout(check, PAUSE_MS);
      else if (texts.size > 0) fetchOnce();
    },
    checked: () => checked,
    failure: () => failure,
    stop() {
      isOver = true;
      clearTimeout(waiting);
      engine?.free();
    },
  };
}
