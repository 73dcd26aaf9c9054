// For Symbol.dispose, which the usual libraries of TypeScript do not have yet.
/// <reference lib="esnext.disposable" preserve="true" />

import type { Core } from "./wasm/ehcp_qa_grading.js";
import type { Assessment, FrameworkDocument, Path, Review, Score } from "./documents.js";
import { type Problem } from "./errors.js";
import { toText } from "./json.js";
import { type Runtime } from "./module.js";
import { Session, type Numbers } from "./session.js";

/** A review as an object, or as JSON text. */
export type ReviewInput = Review | string | object;

/** A framework as an object, or as JSON text. */
export type FrameworkInput = FrameworkDocument | string | object;

/** What a module has of the engine. */
export interface CoreClass<C> {
  new (framework?: string | null): C;
  builtIn(): string;
}

/** Grades reviews by a framework: what an engine does with either module. */
export class GradingEngine<C extends Core = Core> {
  readonly #runtime: Runtime;
  readonly #Core: CoreClass<C>;
  readonly #prepare: (core: C) => void;
  readonly #text: string | undefined;
  #core: C;
  #instance: number;
  #numbers: Numbers | undefined;
  #framework: FrameworkDocument | undefined;

  /** Called by each entry point's `Engine`, which knows its module. */
  protected constructor(runtime: Runtime, Core: CoreClass<C>, framework?: FrameworkInput, prepare: (core: C) => void = () => {}) {
    this.#runtime = runtime;
    this.#Core = Core;
    this.#prepare = prepare;
    this.#text = framework === undefined ? undefined : toText(framework, "invalid_framework");
    this.#instance = runtime.instance();
    this.#core = runtime.call(() => this.#make());
  }

  #make(): C {
    const core = new this.#Core(this.#text);
    this.#prepare(core);
    return core;
  }

  /** Calls the engine's part in the current instance of the module. */
  protected call<T>(run: (core: C) => T): T {
    const current = this.#runtime.instance();
    return this.#runtime.call(() => {
      if (this.#instance !== current) {
        this.#core = this.#make();
        this.#instance = current;
      }
      return run(this.#core);
    });
  }

  /** The framework in use, wording and interpretation. */
  get framework(): FrameworkDocument {
    this.#framework ??= JSON.parse(this.#text?.replace(/^\uFEFF/, "") ?? this.#runtime.call(() => this.#Core.builtIn())) as FrameworkDocument;
    return this.#framework;
  }

  /** Everything wrong with a review; empty when it is fine. */
  check(review: ReviewInput): Problem[] {
    const text = toText(review, "invalid_review");
    return this.call((core) => core.check(text) as Problem[]);
  }

  /**
   * What a review comes to, and why.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  assess(review: ReviewInput): Assessment {
    const text = toText(review, "invalid_review");
    return this.call((core) => core.assess(text) as Assessment);
  }

  /**
   * The smallest set of changes after which the suggestion is sure to be a score or better.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  pathTo(review: ReviewInput, score: Score): Path {
    const text = toText(review, "invalid_review");
    return this.call((core) => core.pathTo(text, score) as Path);
  }

  /**
   * A review's answers and scores in one line of text, without its free text.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  toLine(review: ReviewInput): string {
    const text = toText(review, "invalid_review");
    return this.call((core) => core.toLine(text));
  }

  /**
   * The review that a score line restores.
   * @throws EhcpQaError `invalid_line`.
   */
  fromLine(line: string): Review {
    return this.call((core) => core.fromLine(line) as Review);
  }

  /**
   * Opens a review for live edits; without one, an empty one.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  open(review?: ReviewInput): Session {
    const text = review === undefined ? undefined : toText(review, "invalid_review");
    return this.call((core) => {
      this.#numbers ??= numbers(core);
      return new Session(this.#runtime, core.open(text), this.#numbers);
    });
  }

  /** Lets go of the engine's memory. */
  free(): void {
    if (this.#instance === this.#runtime.instance()) this.#core.free();
    this.#instance = -1;
  }

  [Symbol.dispose](): void {
    this.free();
  }
}

/** What forms and elements ask of an engine, whichever module it stands on. */
export type Grader = Pick<GradingEngine, "framework" | "check" | "assess" | "toLine" | "fromLine" | "free">;

interface NumbersFromCore {
  sections: string[];
  descriptors: [id: string, section: number][];
  criteria: [id: string, values: string[]][];
}

function numbers(core: Core): Numbers {
  const { sections, descriptors, criteria } = core.numbers() as NumbersFromCore;
  const byId = (ids: string[]): Map<string, number> => new Map(ids.map((id, number) => [id, number]));
  return {
    descriptors: byId(descriptors.map(([id]) => id)),
    sections: byId(sections),
    sectionIds: sections,
    sectionOf: descriptors.map(([, section]) => section),
    criteria: new Map(criteria.map(([id, values], number) => [id, { number, values: byId(values) }])),
  };
}
