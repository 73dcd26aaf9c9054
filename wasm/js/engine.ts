import { Core } from "./wasm/ehcp_qa.js";
import type { Assessment, Deadlines, Feedback, FeedbackCheck, FrameworkDocument, LexiconDocument, Lint, Path, Review, Score, Thread, ThreadPlan, Timescales, WordingContext } from "./documents.js";
import { type Problem } from "./errors.js";
import { toText } from "./json.js";
import { call, instance } from "./module.js";
import { Session, type Numbers } from "./session.js";

/** A review as an object, or as JSON text. */
export type ReviewInput = Review | string | object;

/** What an engine may be given beside a framework. */
export interface EngineOptions {
  /** A lexicon as an object or JSON text; without one, the built-in one. */
  lexicon?: LexiconDocument | string | object;
}

/** Grades reviews by a framework, and looks at the wording of plans by a lexicon. */
export class Engine {
  readonly #text: string | undefined;
  readonly #lexiconText: string | undefined;
  #core: Core;
  #instance: number;
  #numbers: Numbers | undefined;
  #framework: FrameworkDocument | undefined;

  /**
   * Takes a framework as an object or JSON text; without one, the Shropshire framework of 2023.
   * @throws EhcpQaError `invalid_framework` or `invalid_lexicon`, with every problem found.
   */
  constructor(framework?: FrameworkDocument | string | object, options: EngineOptions = {}) {
    const { lexicon } = options;
    this.#text = framework === undefined ? undefined : toText(framework, "invalid_framework");
    this.#lexiconText = lexicon === undefined ? undefined : toText(lexicon, "invalid_lexicon");
    this.#instance = instance();
    this.#core = call(() => new Core(this.#text, this.#lexiconText));
  }

  /** The engine's part in the current instance of the module. */
  #current(): Core {
    const current = instance();
    if (this.#instance !== current) {
      this.#core = new Core(this.#text, this.#lexiconText);
      this.#instance = current;
    }
    return this.#core;
  }

  /** The framework in use, wording and interpretation. */
  get framework(): FrameworkDocument {
    this.#framework ??= JSON.parse(this.#text?.replace(/^\uFEFF/, "") ?? call(() => Core.builtIn())) as FrameworkDocument;
    return this.#framework;
  }

  /** The lexicon in use: the words that are looked for, and why. */
  get lexicon(): LexiconDocument {
    const text = this.#lexiconText?.replace(/^\uFEFF/, "") ?? call(() => Core.builtInLexicon());
    return JSON.parse(text) as LexiconDocument;
  }

  /**
   * What in the text of a section is open to interpretation, and what its statements leave out. Places
   * are in UTF-16 code units, as in `text.slice(start, end)`. Nothing of the text is kept.
   * @throws EhcpQaError `invalid_section` or `invalid_context`, with every problem found.
   */
  lint(section: string, text: string, context?: WordingContext | string | object): Lint {
    const known = context === undefined ? undefined : toText(context, "invalid_context");
    return call(() => this.#current().lint(section, text, known) as Lint);
  }

  /**
   * Drafts the feedback form (Annex A) from a review and the texts of sections by their ids, for a
   * person to edit. The rating is the score recorded, never a suggestion.
   * @throws EhcpQaError `invalid_review`, `invalid_section` or `invalid_context`, with every problem found.
   */
  feedback(review: ReviewInput, texts: Record<string, string> = {}, context?: WordingContext | string | object): Feedback {
    const text = toText(review, "invalid_review");
    const known = context === undefined ? undefined : toText(context, "invalid_context");
    return call(() => this.#current().feedback(text, Object.entries(texts).flat(), known) as Feedback);
  }

  /**
   * What does not fit together on a feedback form.
   * @throws EhcpQaError `invalid_feedback`, with every problem found.
   */
  checkFeedback(form: Feedback | string | object): FeedbackCheck {
    const text = toText(form, "invalid_feedback");
    return call(() => this.#current().checkFeedback(text) as FeedbackCheck);
  }

  /**
   * A feedback form as a whole page, to be opened or printed as its own document.
   * @throws EhcpQaError `invalid_feedback`, with every problem found.
   */
  feedbackHtml(form: Feedback | string | object): string {
    const text = toText(form, "invalid_feedback");
    return call(() => this.#current().feedbackHtml(text));
  }

  /**
   * A feedback form as Markdown (CommonMark), without HTML.
   * @throws EhcpQaError `invalid_feedback`, with every problem found.
   */
  feedbackMarkdown(form: Feedback | string | object): string {
    const text = toText(form, "invalid_feedback");
    return call(() => this.#current().feedbackMarkdown(text));
  }

  /**
   * The golden thread of a plan's items: the lines between them, and what breaks it.
   * @throws EhcpQaError `invalid_thread`, with every problem found.
   */
  thread(plan: ThreadPlan | string | object): Thread {
    const text = toText(plan, "invalid_thread");
    return call(() => this.#current().thread(text) as Thread);
  }

  /**
   * The thread as an accessible picture, in SVG that needs no style of its own.
   * @param prefix Begins the picture's ids, so that several can stand on one page.
   * @throws EhcpQaError `invalid_thread`, with every problem found.
   */
  threadSvg(plan: ThreadPlan | string | object, prefix = "thread"): string {
    const text = toText(plan, "invalid_thread");
    return call(() => this.#current().threadSvg(text, prefix));
  }

  /**
   * The thread as a Mermaid flowchart.
   * @throws EhcpQaError `invalid_thread`, with every problem found.
   */
  threadMermaid(plan: ThreadPlan | string | object): string {
    const text = toText(plan, "invalid_thread");
    return call(() => this.#current().threadMermaid(text));
  }

  /**
   * The deadlines of a plan and how its dates, written YYYY-MM-DD, stand to them. What has not happened
   * is told as not met only where `today` is given.
   * @throws EhcpQaError `invalid_dates`, with every problem found.
   */
  timescales(dates: Timescales | string | object): Deadlines {
    const text = toText(dates, "invalid_dates");
    return call(() => {
      this.#current();
      return Core.timescales(text) as Deadlines;
    });
  }

  /** Everything wrong with a review; empty when it is fine. */
  check(review: ReviewInput): Problem[] {
    const text = toText(review, "invalid_review");
    return call(() => this.#current().check(text) as Problem[]);
  }

  /**
   * What a review comes to, and why.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  assess(review: ReviewInput): Assessment {
    const text = toText(review, "invalid_review");
    return call(() => this.#current().assess(text) as Assessment);
  }

  /**
   * The smallest set of changes after which the suggestion is sure to be a score or better.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  pathTo(review: ReviewInput, score: Score): Path {
    const text = toText(review, "invalid_review");
    return call(() => this.#current().pathTo(text, score) as Path);
  }

  /**
   * A review's answers and scores in one line of text, without its free text.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  toLine(review: ReviewInput): string {
    const text = toText(review, "invalid_review");
    return call(() => this.#current().toLine(text));
  }

  /**
   * The review that a score line restores.
   * @throws EhcpQaError `invalid_line`.
   */
  fromLine(line: string): Review {
    return call(() => this.#current().fromLine(line) as Review);
  }

  /**
   * Opens a review for live edits; without one, an empty one.
   * @throws EhcpQaError `invalid_review`, with every problem found.
   */
  open(review?: ReviewInput): Session {
    const text = review === undefined ? undefined : toText(review, "invalid_review");
    return call(() => {
      const core = this.#current();
      this.#numbers ??= numbers(core);
      return new Session(core.open(text), this.#numbers);
    });
  }

  /** Lets go of the engine's memory. */
  free(): void {
    if (this.#instance === instance()) this.#core.free();
    this.#instance = -1;
  }

  [Symbol.dispose](): void {
    this.free();
  }
}

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
