// All about one plan, with what only the whole of it shows: its check, its items, and the comparison of two versions.

import * as glue from "../pkg/ehcp_qa_plan.js";
import { $given } from "./arguments.js";
import type {
  AdviceCheck,
  AdviceContext,
  AdviceQuestions,
  Coverage,
  CoverageChoices,
  FeedbackForm,
  NewComment,
  PlanCheck,
  PlanComparison,
  PlanContext,
  PlanFact,
  ProposedItems,
  WordingContext,
} from "./documents.js";
import type { FrameworkInput, ReviewInput } from "./engine.js";
import { toText } from "./json.js";
import {
  inModule,
  runtime,
  saidBy,
  withOpen,
  withOpenAdvice,
  type AdviceInput,
  type PlanInput,
} from "./plan-reading.js";
import { fromTape } from "./tape.js";
import { WritingEngine, type EngineOptions } from "./writing.js";

/** Grades reviews by a framework, and checks plans and their wording by a lexicon. */
export class Engine extends WritingEngine<glue.Core> {
  /** In what it is said why a plan or a piece of advice is refused. */
  readonly #said: string | undefined;

  /**
   * Takes a framework as an object or JSON text; without one, the built-in one.
   * @throws EhcpQaError `invalid_framework` or `invalid_lexicon`, with every problem found.
   */
  constructor(framework?: FrameworkInput, options: EngineOptions = {}) {
    super(runtime, glue.Core, framework, options);
    this.#said = saidBy(options.messages);
  }

  /**
   * What there is to review in a plan: the wording of its sections, what is absent, and what only the whole plan shows.
   * What the context does not give is taken from what the plan says of itself. No finding answers a descriptor.
   * @throws EhcpQaError `invalid_plan` or `invalid_context`, with every problem found.
   */
  checkPlan(plan: PlanInput, context?: PlanContext | string): PlanCheck {
    const known = contextOf(context);
    return this.#with(plan, (core, plan) => fromTape<PlanCheck>(core.checkPlan(plan, known)));
  }

  /**
   * A comment for each finding, which `commentWord` writes into the Word file of the plan.
   * @throws EhcpQaError `invalid_plan` or `invalid_context`, with every problem found.
   */
  planComments(plan: PlanInput, context?: PlanContext | string): NewComment[] {
    const known = contextOf(context);
    return this.#with(plan, (core, plan) => fromTape<NewComment[]>(core.planComments(plan, known)));
  }

  /**
   * Drafts the feedback form from a review and what is found in the plan, for a person to edit.
   * @throws EhcpQaError `invalid_review`, `invalid_plan` or `invalid_context`, with every problem found.
   */
  planFeedback(review: ReviewInput, plan: PlanInput, context?: PlanContext | string): FeedbackForm {
    const recorded = toText(review, "invalid_review");
    const known = contextOf(context);
    return this.#with(plan, (core, plan) => fromTape<FeedbackForm>(core.planFeedback(recorded, plan, known)));
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
   * What was removed, reduced, increased, reworded, added or moved between two versions of a plan, provision first, and
   * which findings about wording are cleared, left and new.
   * @throws EhcpQaError `invalid_plan` or `invalid_context`, with every problem found.
   */
  comparePlans(older: PlanInput, newer: PlanInput, context?: WordingContext | string): PlanComparison {
    const known = contextOf(context);
    return this.#withBoth(older, newer, (core, was, is) => fromTape<PlanComparison>(core.comparePlans(was, is, known)));
  }

  /**
   * The same as a page, to be opened or printed by itself.
   * @throws EhcpQaError `invalid_plan` or `invalid_context`, with every problem found.
   */
  comparisonHtml(older: PlanInput, newer: PlanInput, context?: WordingContext | string): string {
    const known = contextOf(context);
    return this.#withBoth(older, newer, (core, was, is) => core.comparisonHtml(was, is, known));
  }

  /**
   * The items of the golden thread and the links between them, from what the plan says: proposed, each with what it
   * rests on and how sure that is, for a person to confirm.
   * @throws EhcpQaError `invalid_plan`, with every problem found.
   */
  planItems(plan: PlanInput): ProposedItems {
    return this.#with(plan, (_, plan) => fromTape<ProposedItems>(plan.items()));
  }

  /**
   * What a plan says of itself on its cover and in its text: proposed for the context, for a person to confirm.
   * @throws EhcpQaError `invalid_plan`, with every problem found.
   */
  planFacts(plan: PlanInput): PlanFact[] {
    return this.#with(plan, (_, plan) => fromTape<PlanFact[]>(plan.facts()));
  }

  /**
   * What is found in a piece of advice by itself: what is asked of it and is not there, and the wording of its outcomes
   * and recommendations.
   * @param questions What is asked; without it, what the framework asks.
   * @throws EhcpQaError `invalid_advice`, `invalid_context` or `invalid_questions`, with every problem found.
   */
  adviceCheck(
    advice: AdviceInput,
    context?: AdviceContext | string,
    questions?: AdviceQuestions | string,
  ): AdviceCheck {
    const [known, asked] = askedOf(context, questions);
    return this.#withAdvice(advice, (core, advice) => fromTape<AdviceCheck>(core.adviceCheck(advice, known, asked)));
  }

  /**
   * A comment for each finding, which `commentWord` writes into the Word file of the advice.
   * @throws EhcpQaError `invalid_advice`, `invalid_context` or `invalid_questions`, with every problem found.
   */
  adviceComments(
    advice: AdviceInput,
    context?: AdviceContext | string,
    questions?: AdviceQuestions | string,
  ): NewComment[] {
    const [known, asked] = askedOf(context, questions);
    return this.#withAdvice(advice, (core, advice) =>
      fromTape<NewComment[]>(core.adviceComments(advice, known, asked)),
    );
  }

  /**
   * The feedback to the author, as a page to be opened or printed by itself.
   * @throws EhcpQaError `invalid_advice`, `invalid_context` or `invalid_questions`, with every problem found.
   */
  adviceFeedbackHtml(
    advice: AdviceInput,
    context?: AdviceContext | string,
    questions?: AdviceQuestions | string,
  ): string {
    const [known, asked] = askedOf(context, questions);
    return this.#withAdvice(advice, (core, advice) => core.adviceFeedbackHtml(advice, known, asked));
  }

  /**
   * What became of advice in the plan that is written from it: what is carried, weaker, in another section or not
   * found, what of the plan has no source, where advice differs, whether Section K lists it, and on which descriptors
   * this bears. Of more than 50 pieces, the first are compared.
   * @param choices What a person says of pairs; it stands over what is paired.
   * @throws EhcpQaError `invalid_advice`, `invalid_plan` or `invalid_choices`, with every problem found.
   */
  coverage(advices: readonly AdviceInput[], plan: PlanInput, choices?: CoverageChoices | string): Coverage {
    const known = choicesOf(choices);
    return this.#withAll(advices, plan, (core, all, plan) => fromTape<Coverage>(core.coverage(all, plan, known)));
  }

  /**
   * The same as a page, to be opened or printed by itself.
   * @throws EhcpQaError `invalid_advice`, `invalid_plan` or `invalid_choices`, with every problem found.
   */
  coverageHtml(advices: readonly AdviceInput[], plan: PlanInput, choices?: CoverageChoices | string): string {
    const known = choicesOf(choices);
    return this.#withAll(advices, plan, (core, all, plan) => core.coverageHtml(all, plan, known));
  }

  /**
   * Comments for the Word file of the plan: at what is weaker, in another section, without a source or in conflict, and
   * at the heading of each section what was not found.
   * @throws EhcpQaError `invalid_advice`, `invalid_plan` or `invalid_choices`, with every problem found.
   */
  coverageComments(advices: readonly AdviceInput[], plan: PlanInput, choices?: CoverageChoices | string): NewComment[] {
    return this.#commentsOf(advices, plan, choices, undefined);
  }

  /**
   * Comments for the Word file of one piece of advice, at each statement that the plan does not carry whole.
   * @param advice Its number among the pieces of advice, from 0.
   * @throws EhcpQaError `invalid_advice`, `invalid_plan` or `invalid_choices`, with every problem found.
   */
  adviceCoverageComments(
    advices: readonly AdviceInput[],
    advice: number,
    plan: PlanInput,
    choices?: CoverageChoices | string,
  ): NewComment[] {
    return this.#commentsOf(advices, plan, choices, advice);
  }

  #commentsOf(
    advices: readonly AdviceInput[],
    plan: PlanInput,
    choices: CoverageChoices | string | undefined,
    advice: number | undefined,
  ): NewComment[] {
    const known = choicesOf(choices);
    return this.#withAll(advices, plan, (core, all, plan) =>
      fromTape<NewComment[]>(core.coverageComments(all, plan, known, advice)),
    );
  }

  #withAdvice<T>(advice: AdviceInput, run: (core: glue.Core, advice: glue.OpenAdvice) => T): T {
    return withOpenAdvice(advice, this.#said, (opened) => this.call((core) => run(core, inModule(opened))));
  }

  /** Runs with all advice, in its order, and a plan. */
  #withAll<T>(
    advices: readonly AdviceInput[],
    plan: PlanInput,
    run: (core: glue.Core, advices: glue.Advices, plan: glue.OpenPlan) => T,
  ): T {
    $given(advices, "advices", "list", false);
    const instance = runtime.instance();
    const all = this.call(() => new glue.Advices());
    try {
      for (const advice of advices) this.#withAdvice(advice, (_, opened) => all.add(opened));
      return this.#with(plan, (core, plan) => run(core, all, plan));
    } finally {
      // After a crash there is another instance, and nothing of the first to let go of.
      if (instance === runtime.instance()) all.free();
    }
  }

  #with<T>(plan: PlanInput, run: (core: glue.Core, plan: glue.OpenPlan) => T): T {
    return withOpen(plan, this.#said, (opened) => this.call((core) => run(core, inModule(opened))));
  }

  #withBoth<T>(
    older: PlanInput,
    newer: PlanInput,
    run: (core: glue.Core, older: glue.OpenPlan, newer: glue.OpenPlan) => T,
  ): T {
    return withOpen(older, this.#said, (was) => this.#with(newer, (core, is) => run(core, inModule(was), is)));
  }
}

function contextOf(context: PlanContext | WordingContext | string | undefined): string | undefined {
  return context === undefined ? undefined : toText(context, "invalid_context");
}

function askedOf(
  context: AdviceContext | string | undefined,
  questions: AdviceQuestions | string | undefined,
): [string | undefined, string | undefined] {
  const asked = questions === undefined ? undefined : toText(questions, "invalid_questions");
  return [context === undefined ? undefined : toText(context, "invalid_context"), asked];
}

function choicesOf(choices: CoverageChoices | string | undefined): string | undefined {
  return choices === undefined ? undefined : toText(choices, "invalid_choices");
}
