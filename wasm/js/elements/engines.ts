// The engines that the elements of a page share: each is started once, by the first element that needs it.

import type { LearnedWeights, LexiconDocument } from "../documents.js";
import type { FrameworkInput, Grader } from "../engine.js";
import type { InitInput, Modules } from "../module.js";
import type { WritingEngine } from "../writing.js";

/** What all elements of a page share; to be set before the first is in the page. */
export interface Configuration {
  /** A framework; without one, the Shropshire framework of 2023. */
  framework?: FrameworkInput | undefined;
  /** A lexicon; without one, the built-in one. */
  lexicon?: LexiconDocument | string;
  /** Weights learned from labelled examples; without them, the built-in ones. */
  weights?: LearnedWeights | string;
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
let engines: Engines | undefined;
let grading: Promise<Grader> | undefined;
let writing: Promise<WritingEngine> | undefined;

/** Sets what all elements share. */
export function configure(options: Configuration): void {
  configuration = { ...configuration, ...options };
  [grading, writing] = [undefined, undefined];
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
