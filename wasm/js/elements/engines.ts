// The engines that the elements of a page share: each is started once, by the first element that needs it.

import type { LearnedWeights, LexiconDocument, MessagesDocument } from "../documents.js";
import type { FrameworkInput, Grader } from "../engine.js";
import type { InitInput, Modules } from "../module.js";
import { checkWords } from "../sentences.js";
import type { EngineOptions, WritingEngine } from "../writing.js";
import { TEXTS, type ReplacedTexts } from "./texts.js";

/** What all elements of a page share. */
export interface Configuration {
  /** A framework; without one, the built-in one. */
  framework?: FrameworkInput | undefined;
  /** A lexicon; without one, the built-in one. */
  lexicon?: LexiconDocument | string;
  /** Weights learned from labelled examples; without them, the built-in ones. */
  weights?: LearnedWeights | string;
  /** A catalogue of messages, in which results are said; without one, in English. */
  messages?: MessagesDocument | string;
  /** Texts that replace the usual ones in all elements; those of an element's own `words` go before them. */
  words?: ReplacedTexts;
  /** Where the WebAssembly of each module comes from. Entries that contain the WebAssembly do not need it. */
  modules?: Modules;
  /** @deprecated The same as `modules: { grading }`. */
  gradingWasm?: InitInput | PromiseLike<InitInput>;
  /** @deprecated The same as `modules: { writing }`. */
  wasm?: InitInput | PromiseLike<InitInput>;
}

/** The engines of an entry point. */
export interface Engines {
  grading(configuration: Configuration): Promise<Grader>;
  writing(configuration: Configuration): Promise<WritingEngine>;
}

let configuration: Configuration = {};
/** How often `configure` was called, and what is to hear of it. */
let configured = 0;
const configurations = new EventTarget();
let engines: Engines | undefined;
let grading: Promise<Grader> | undefined;
let writing: Promise<WritingEngine> | undefined;

/**
 * Sets what all elements share. Those that are in the page already start again with it.
 * @throws EhcpQaError `invalid_words`, with every name and part that does not exist.
 */
export function configure(options: Configuration): void {
  if (options.words !== undefined) checkWords(TEXTS, options.words);
  configuration = { ...configuration, ...options };
  [grading, writing] = [undefined, undefined];
  configured += 1;
  configurations.dispatchEvent(new Event("configured"));
}

/** Calls `run` when `configure` was called. */
export function onConfigured(signal: AbortSignal, run: () => void): void {
  configurations.addEventListener("configured", run, { signal });
}

/** Fetches what an element stands on, and again where `configure` was called in the meantime. */
export async function started(start: () => Promise<void>): Promise<void> {
  for (let before = -1; before !== configured; ) {
    before = configured;
    await start();
  }
}

/** The texts that all elements replace. */
export function sharedWords(): ReplacedTexts {
  return configuration.words ?? {};
}

/** What an engine is given beside its framework. */
export function optionsOf({ messages, lexicon, weights }: Configuration): EngineOptions {
  return {
    ...(messages !== undefined && { messages }),
    ...(lexicon !== undefined && { lexicon }),
    ...(weights !== undefined && { weights }),
  };
}

/** Called by each entry point. */
export function provide(given: Engines): void {
  engines = given;
}

/** The engine for grading, started once; after a failure the next element tries again. */
export function gradingEngine(): Promise<Grader> {
  grading ??= engines!.grading(configuration);
  grading.catch(() => (grading = undefined));
  return grading;
}

/** The engine for all the rest, fetched only where an element needs it. */
export function writingEngine(): Promise<WritingEngine> {
  writing ??= engines!.writing(configuration);
  writing.catch(() => (writing = undefined));
  return writing;
}
