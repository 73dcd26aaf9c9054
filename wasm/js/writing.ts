// The module for one plan: grading, wording, the golden thread, the feedback form, timescales.

import * as glue from "../pkg/ehcp_qa.js";
import type {
  Deadlines,
  FeedbackForm,
  FeedbackCheck,
  LexiconDocument,
  Lint,
  NewComment,
  PlanCheck,
  PlanComparison,
  PlanContext,
  PlanDocument,
  PlanFact,
  ProposedItems,
  Thread,
  ThreadPlan,
  Timescales,
  WordingContext,
} from "./documents.js";
import { GradingEngine, type FrameworkInput, type ReviewInput } from "./engine.js";
import { parse, toText } from "./json.js";
import { Runtime } from "./module.js";
import { fromTape } from "./tape.js";

const { Core } = glue;

/** The module. */
export const runtime = new Runtime(glue);

/** What an engine may be given beside a framework. */
export interface EngineOptions {
  /** A lexicon as an object or JSON text; without one, the built-in one. */
  lexicon?: LexiconDocument | string;
}

/** Grades reviews by a framework, and checks the wording of plans by a lexicon. */
export class Engine extends GradingEngine<glue.Core> {
  readonly #lexicon: string | undefined;

  /**
   * Takes a framework as an object or JSON text; without one, the Shropshire framework of 2023.
   * @throws EhcpQaError `invalid_framework` or `invalid_lexicon`, with every problem found.
   */
  constructor(framework?: FrameworkInput, { lexicon }: EngineOptions = {}) {
    const text = lexicon === undefined ? undefined : toText(lexicon, "invalid_lexicon");
    super(runtime, Core, framework, (core) => {
      if (text !== undefined) core.setLexicon(text);
    });
    this.#lexicon = text;
  }

  /** The lexicon in use: the words that it finds, and why. */
  get lexicon(): LexiconDocument {
    return parse<LexiconDocument>(this.#lexicon ?? this.call(() => Core.builtInLexicon()));
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
   * Drafts the feedback form (Annex A) from a review and the texts of sections by their ids, for a
   * person to edit. The rating is the score recorded, never a suggestion.
   * @throws EhcpQaError `invalid_review`, `invalid_section` or `invalid_context`, with every problem found.
   */
  feedback(review: ReviewInput, texts: Record<string, string> = {}, context?: WordingContext | string): FeedbackForm {
    const text = toText(review, "invalid_review");
    const known = context === undefined ? undefined : toText(context, "invalid_context");
    return this.call((core) => fromTape<FeedbackForm>(core.feedback(text, Object.entries(texts).flat(), known)));
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
   * A feedback form as a Word file (`.docx`) that can be edited.
   * @throws EhcpQaError `invalid_feedback`, with every problem found.
   */
  feedbackWord(form: FeedbackForm | string): Uint8Array {
    const text = toText(form, "invalid_feedback");
    return this.call((core) => core.feedbackWord(text));
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
   * What there is to review in a plan, which `ehcp-qa/plan` reads from a file: the wording of its sections, what is
   * absent, and what only the whole plan shows. What the context does not give is taken from what the plan says of
   * itself. No finding answers a descriptor.
   * @throws EhcpQaError `invalid_plan` or `invalid_context`, with every problem found.
   */
  checkPlan(plan: PlanDocument | string, context?: PlanContext | string): PlanCheck {
    const text = toText(plan, "invalid_plan");
    const known = context === undefined ? undefined : toText(context, "invalid_context");
    return this.call((core) => fromTape<PlanCheck>(core.checkPlan(text, known)));
  }

  /**
   * A comment for each finding, which `commentWord` of `ehcp-qa/plan` writes into the Word file of the plan.
   * @throws EhcpQaError `invalid_plan` or `invalid_context`, with every problem found.
   */
  planComments(plan: PlanDocument | string, context?: PlanContext | string): NewComment[] {
    const text = toText(plan, "invalid_plan");
    const known = context === undefined ? undefined : toText(context, "invalid_context");
    return this.call((core) => fromTape<NewComment[]>(core.planComments(text, known)));
  }

  /**
   * Drafts the feedback form (Annex A) from a review and what is found in the plan, for a person to edit.
   * @throws EhcpQaError `invalid_review`, `invalid_plan` or `invalid_context`, with every problem found.
   */
  planFeedback(review: ReviewInput, plan: PlanDocument | string, context?: PlanContext | string): FeedbackForm {
    const [recorded, text] = [toText(review, "invalid_review"), toText(plan, "invalid_plan")];
    const known = context === undefined ? undefined : toText(context, "invalid_context");
    return this.call((core) => fromTape<FeedbackForm>(core.planFeedback(recorded, text, known)));
  }

  /**
   * What was removed, reduced, increased, reworded, added or moved between two versions of a plan, provision first, and
   * which findings about wording are cleared, left and new.
   * @throws EhcpQaError `invalid_plan` or `invalid_context`, with every problem found.
   */
  comparePlans(
    older: PlanDocument | string,
    newer: PlanDocument | string,
    context?: WordingContext | string,
  ): PlanComparison {
    const [was, is] = [toText(older, "invalid_plan"), toText(newer, "invalid_plan")];
    const known = context === undefined ? undefined : toText(context, "invalid_context");
    return this.call((core) => fromTape<PlanComparison>(core.comparePlans(was, is, known)));
  }

  /**
   * The same as a page, to be opened or printed by itself.
   * @throws EhcpQaError `invalid_plan` or `invalid_context`, with every problem found.
   */
  comparisonHtml(
    older: PlanDocument | string,
    newer: PlanDocument | string,
    context?: WordingContext | string,
  ): string {
    const [was, is] = [toText(older, "invalid_plan"), toText(newer, "invalid_plan")];
    const known = context === undefined ? undefined : toText(context, "invalid_context");
    return this.call((core) => core.comparisonHtml(was, is, known));
  }

  /**
   * The items of the golden thread and the links between them, from what the plan says: proposed, each with what it
   * rests on and how sure that is, for a person to confirm.
   * @throws EhcpQaError `invalid_plan`, with every problem found.
   */
  planItems(plan: PlanDocument | string): ProposedItems {
    const text = toText(plan, "invalid_plan");
    return this.call((core) => fromTape<ProposedItems>(core.planItems(text)));
  }

  /**
   * What a plan says of itself on its cover and in its text: proposed for the context, for a person to confirm.
   * @throws EhcpQaError `invalid_plan`, with every problem found.
   */
  planFacts(plan: PlanDocument | string): PlanFact[] {
    const text = toText(plan, "invalid_plan");
    return this.call((core) => fromTape<PlanFact[]>(core.planFacts(text)));
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
