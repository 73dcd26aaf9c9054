// All about one plan, with what only the whole of it shows: its check, its items, and the comparison of two versions.

import * as glue from "../pkg/ehcp_qa_plan.js";
import type {
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
import { inModule, runtime, withOpen, type PlanInput } from "./plan-reading.js";
import { fromTape } from "./tape.js";
import { WritingEngine, type EngineOptions } from "./writing.js";

/** Grades reviews by a framework, and checks plans and their wording by a lexicon. */
export class Engine extends WritingEngine<glue.Core> {
  /**
   * Takes a framework as an object or JSON text; without one, the Shropshire framework of 2023.
   * @throws EhcpQaError `invalid_framework` or `invalid_lexicon`, with every problem found.
   */
  constructor(framework?: FrameworkInput, options: EngineOptions = {}) {
    super(runtime, glue.Core, framework, options);
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
   * Drafts the feedback form (Annex A) from a review and what is found in the plan, for a person to edit.
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

  #with<T>(plan: PlanInput, run: (core: glue.Core, plan: glue.OpenPlan) => T): T {
    return withOpen(plan, (opened) => this.call((core) => run(core, inModule(opened))));
  }

  #withBoth<T>(
    older: PlanInput,
    newer: PlanInput,
    run: (core: glue.Core, older: glue.OpenPlan, newer: glue.OpenPlan) => T,
  ): T {
    return withOpen(older, (was) => this.#with(newer, (core, is) => run(core, inModule(was), is)));
  }
}

function contextOf(context: PlanContext | WordingContext | string | undefined): string | undefined {
  return context === undefined ? undefined : toText(context, "invalid_context");
}
