// For Symbol.dispose, which the usual libraries of TypeScript do not have yet.
/// <reference lib="esnext.disposable" preserve="true" />

import { $members } from "./arguments.js";
import type { Core } from "../pkg/ehcp_qa_grading.js";
import type {
  Assessment,
  FrameworkDocument,
  GradedLine,
  Grading,
  MessagesDocument,
  Path,
  Problem,
  Review,
  Score,
} from "./documents.js";
import { parse, toText } from "./json.js";
import type { Runtime } from "./module.js";
import { numbersOf, type Fact, type Limits, type Numbers } from "./numbers.js";
import { packer, type Packer } from "./packing.js";
import { Session } from "./session.js";
import { fromTape } from "./tape.js";
import { unpack } from "./unpacking.js";

/**
 * A review as an object, or as JSON text. The type has the ids of the built-in framework: a review of another
 * framework, or one that no compiler has seen, is given as JSON text or by `as Review`.
 */
export type ReviewInput = Review | string;

/** A framework as an object, or as JSON text. */
export type FrameworkInput = FrameworkDocument | string;

/** What an engine may be given beside a framework. */
export interface GradingOptions {
  /** A catalogue of messages as an object or JSON text, in which results are said; without one, in English. */
  messages?: MessagesDocument | string;
}

/** What a module has of the engine. */
export interface CoreClass<C> {
  new (framework?: string | null, messages?: string | null): C;
  builtIn(): string;
}

/** Grades reviews by a framework, with any of the modules. */
export class GradingEngine<C extends Core = Core> {
  readonly #runtime: Runtime;
  readonly #Core: CoreClass<C>;
  readonly #prepare: (core: C) => void;
  readonly #text: string | undefined;
  readonly #messages: string | undefined;
  #core: C;
  #instance: number;
  #numbers: Numbers | undefined;
  #pack: Packer | undefined;
  #framework: FrameworkDocument | undefined;

  /** Called by the `Engine` of each entry point, which knows its module. */
  protected constructor(
    runtime: Runtime,
    Core: CoreClass<C>,
    framework?: FrameworkInput,
    options: GradingOptions = {},
    prepare: (core: C) => void = () => {},
  ) {
    const { messages } = $members(options, "options");
    this.#runtime = runtime;
    this.#Core = Core;
    this.#prepare = prepare;
    this.#text = framework === undefined ? undefined : toText(framework, "invalid_framework");
    this.#messages = messages === undefined ? undefined : toText(messages, "invalid_messages");
    this.#instance = runtime.instance();
    this.#core = runtime.call(() => this.#make());
  }

  #make(): C {
    const core = new this.#Core(this.#text, this.#messages);
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

  /** The numbers of the framework's ids, asked for once. */
  #ids(): Numbers {
    this.#numbers ??= this.call(numbersOf);
    return this.#numbers;
  }

  /** A review as bytes; `undefined` where only its text will do. */
  #packed(review: ReviewInput): Uint8Array | undefined {
    this.#pack ??= packer(this.#ids());
    return this.#pack(review);
  }

  /**
   * The framework in use: its wording and its interpretation. Of the built-in one, a module has the parts of the
   * interpretation that it uses; of the passages and forms that it does not use, it has the shape. The digest in
   * receipts is that of the whole document.
   */
  get framework(): FrameworkDocument {
    this.#framework ??= parse<FrameworkDocument>(this.#text ?? this.#runtime.call(() => this.#Core.builtIn()));
    return this.#framework;
  }

  /** The facts about a plan that a review under this framework records, by their fields. */
  get facts(): ReadonlyMap<string, Fact> {
    return this.#ids().facts;
  }

  /** The scores of the scale, the best first; none where the framework grades nothing. */
  get scores(): readonly Score[] {
    return this.#ids().scores;
  }

  /** The ids of the descriptors that may be answered "not applicable" under this framework. */
  get mayNotApply(): ReadonlySet<string> {
    return this.#ids().mayNotApply;
  }

  /** The version of the engine, as its receipts give it. */
  get version(): string {
    return this.assess(JSON.stringify({ framework: this.#ids().framework })).receipt.engine;
  }

  /** The bounds of what the engine reads. */
  get limits(): Limits {
    return this.#ids().limits;
  }

  /** Everything wrong with a review; empty when it is fine. */
  check(review: ReviewInput): Problem[] {
    const text = toText(review, "invalid_review");
    return this.call((core) => fromTape<Problem[]>(core.check(text)));
  }

  /**
   * What a review comes to, and why.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  assess(review: ReviewInput): Assessment {
    const bytes = this.#packed(review);
    const assessment = bytes && this.call((core) => core.assessPacked(bytes));
    if (assessment !== undefined) return fromTape<Assessment>(assessment);
    const text = toText(review, "invalid_review");
    return this.call((core) => fromTape<Assessment>(core.assess(text)));
  }

  /**
   * What a review comes to, without reasons: several times faster, for lists of many plans.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  grade(review: ReviewInput): Grading {
    const bytes = this.#packed(review);
    const grading = bytes && this.call((core) => core.gradePacked(bytes));
    if (grading !== undefined) return unpack(grading, this.#ids());
    const text = toText(review, "invalid_review");
    return unpack(
      this.call((core) => core.grade(text)),
      this.#ids(),
    );
  }

  /**
   * Grades NDJSON text, a review a line. Each line has an entry with its number, counted from 1: what the
   * review comes to, or every problem of the line. Blank lines have none.
   */
  gradeAll(ndjson: string): GradedLine[] {
    return this.call((core) => fromTape<GradedLine[]>(core.gradeAll(ndjson)));
  }

  /**
   * The smallest set of changes after which the suggestion is sure to be a score or better.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  pathTo(review: ReviewInput, score: Score): Path {
    const text = toText(review, "invalid_review");
    return this.call((core) => fromTape<Path>(core.pathTo(text, score)));
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
    return this.call((core) => fromTape<Review>(core.fromLine(line)));
  }

  /**
   * Opens a review for live edits; without one, an empty one.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  open(review?: ReviewInput): Session {
    const text = review === undefined ? undefined : toText(review, "invalid_review");
    return this.call((core) => new Session(this.#runtime, core.open(text), this.#ids()));
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

/** What forms and elements ask of an engine, with any of the modules. */
export type Grader = Pick<
  GradingEngine,
  "framework" | "facts" | "scores" | "mayNotApply" | "limits" | "open" | "fromLine" | "free"
>;
