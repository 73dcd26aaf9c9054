// What is about the writing of a plan: wording, the golden thread, the feedback form, timescales.

import { $given, $members } from "./arguments.js";
import type { Core } from "../pkg/ehcp_qa.js";
import type {
  Deadlines,
  FeedbackForm,
  FeedbackCheck,
  LearnedWeights,
  LexiconDocument,
  Lint,
  Thread,
  ThreadPlan,
  Timescales,
  WordingContext,
} from "./documents.js";
import { GradingEngine, type CoreClass, type FrameworkInput, type GradingOptions, type ReviewInput } from "./engine.js";
import { parse, toText } from "./json.js";
import type { Runtime } from "./module.js";
import { fromTape } from "./tape.js";

/** What an engine may be given beside a framework. */
export interface EngineOptions extends GradingOptions {
  /** A lexicon as an object or JSON text; without one, the built-in one. */
  lexicon?: LexiconDocument | string;
  /** Weights learned from labelled examples, as an object or JSON text; without them, the built-in ones. */
  weights?: LearnedWeights | string;
}

/** What a module that checks wording has of the engine. */
export interface WritingCoreClass<C> extends CoreClass<C> {
  builtInLexicon(): string;
}

/** Grades reviews by a framework, and checks the wording of plans by a lexicon, with any module that has both. */
export class WritingEngine<C extends Core = Core> extends GradingEngine<C> {
  readonly #Core: WritingCoreClass<C>;
  readonly #lexicon: string | undefined;

  /** Called by the `Engine` of each entry point, which knows its module. */
  protected constructor(
    runtime: Runtime,
    Core: WritingCoreClass<C>,
    framework: FrameworkInput | undefined,
    options: EngineOptions,
  ) {
    const { lexicon, weights } = $members(options, "options");
    const text = lexicon === undefined ? undefined : toText(lexicon, "invalid_lexicon");
    const learned = weights === undefined ? undefined : toText(weights, "invalid_weights");
    super(runtime, Core, framework, options, (core) => {
      if (text !== undefined) core.setLexicon(text);
      if (learned !== undefined) core.setWeights(learned);
    });
    this.#Core = Core;
    this.#lexicon = text;
  }

  /** The lexicon in use: the words that it finds, and why. */
  get lexicon(): LexiconDocument {
    return parse<LexiconDocument>(this.#lexicon ?? this.call(() => this.#Core.builtInLexicon()));
  }

  /**
   * What in the text of a section is open to interpretation, and what its statements leave out. Places
   * are in UTF-16 code units, as in `text.slice(start, end)`. Nothing of the text is kept.
   * @throws EhcpQaError `invalid_section` or `invalid_context`, with every problem found.
   */
  lint(section: string, text: string, context?: WordingContext | string): Lint {
    const known = context === undefined ? undefined : toText(context, "invalid_context");
    return this.call((core) => fromTape<Lint>(core.lint(section, text, known)));
  }

  /**
   * Drafts the feedback form from a review and the texts of sections by their ids, for a
   * person to edit. The rating is the score recorded, never a suggestion.
   * @throws EhcpQaError `invalid_review`, `invalid_section` or `invalid_context`, with every problem found.
   */
  feedback(review: ReviewInput, texts: Record<string, string> = {}, context?: WordingContext | string): FeedbackForm {
    const text = toText(review, "invalid_review");
    const known = context === undefined ? undefined : toText(context, "invalid_context");
    $given(texts, "texts", "object", false);
    const members = parse<Record<string, string>>(toText(texts, "invalid_section"));
    $given(members, "texts", "object", false);
    const sections = Object.entries(members).flat();
    return this.call((core) => fromTape<FeedbackForm>(core.feedback(text, sections, known)));
  }

  /**
   * What does not fit together on a feedback form.
   * @throws EhcpQaError `invalid_feedback`, with every problem found.
   */
  checkFeedback(form: FeedbackForm | string): FeedbackCheck {
    const text = toText(form, "invalid_feedback");
    return this.call((core) => fromTape<FeedbackCheck>(core.checkFeedback(text)));
  }

  /**
   * A feedback form as a page, to be opened or printed by itself.
   * @throws EhcpQaError `invalid_feedback`, with every problem found.
   */
  feedbackHtml(form: FeedbackForm | string): string {
    const text = toText(form, "invalid_feedback");
    return this.call((core) => core.feedbackHtml(text));
  }

  /**
   * A feedback form as Markdown (CommonMark), without HTML.
   * @throws EhcpQaError `invalid_feedback`, with every problem found.
   */
  feedbackMarkdown(form: FeedbackForm | string): string {
    const text = toText(form, "invalid_feedback");
    return this.call((core) => core.feedbackMarkdown(text));
  }

  /**
   * The golden thread of a plan's items: the lines between them, and what breaks it.
   * @throws EhcpQaError `invalid_thread`, with every problem found.
   */
  thread(plan: ThreadPlan | string): Thread {
    const text = toText(plan, "invalid_thread");
    return this.call((core) => fromTape<Thread>(core.thread(text)));
  }

  /**
   * The thread as an accessible picture, in SVG that needs no style sheet.
   * @param prefix Begins the picture's ids, so that several can stand on one page.
   * @throws EhcpQaError `invalid_thread`, with every problem found.
   */
  threadSvg(plan: ThreadPlan | string, prefix = "thread"): string {
    const text = toText(plan, "invalid_thread");
    return this.call((core) => core.threadSvg(text, prefix));
  }

  /**
   * The thread as a Mermaid flowchart.
   * @throws EhcpQaError `invalid_thread`, with every problem found.
   */
  threadMermaid(plan: ThreadPlan | string): string {
    const text = toText(plan, "invalid_thread");
    return this.call((core) => core.threadMermaid(text));
  }

  /**
   * The deadlines of a plan and how its dates, written YYYY-MM-DD, stand to them. What has not happened
   * counts as not met only where `today` is given.
   * @throws EhcpQaError `invalid_dates`, with every problem found.
   */
  timescales(dates: Timescales | string): Deadlines {
    const text = toText(dates, "invalid_dates");
    return this.call((core) => fromTape<Deadlines>(core.timescales(text)));
  }
}
