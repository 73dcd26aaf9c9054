// Beyond one plan: cases, samples, agreement of graders, summaries, and what was learnt.

import { Core, initSync } from "../pkg/ehcp_qa_service.js";
import type {
  Agreement,
  AgreementFigures,
  CaseDocument,
  CaseStatus,
  Learning,
  LearningAction,
  Problem,
  Sample,
  SampleRequest,
  SampleWhy,
} from "./documents.js";
import { GradingEngine, type FrameworkInput, type GradingOptions } from "./engine.js";
import { toText } from "./json.js";
import { Runtime } from "./module.js";
import { OpenSummary } from "./summary.js";
import { fromTape } from "./tape.js";

export const runtime = new Runtime({ initSync });

/** Grades reviews, and follows many plans. */
export class Engine extends GradingEngine<Core> {
  /**
   * Takes a framework as an object or JSON text; without one, the built-in one.
   * @throws EhcpQaError `invalid_framework` or `invalid_messages`, with every problem found.
   */
  constructor(framework?: FrameworkInput, options: GradingOptions = {}) {
    super(runtime, Core, framework, options);
  }

  /**
   * Where a case stands by its events, who may do what next, and whether the plan may be issued.
   * An event that does not fit is returned under `refused`, and later events are not read.
   * @throws EhcpQaError `invalid_case`, with every problem found.
   */
  caseStatus(events: CaseDocument | string): CaseStatus {
    const text = toText(events, "invalid_case");
    return this.call((core) => fromTape<CaseStatus>(core.caseStatus(text)));
  }

  /** Opens a summary of no plans, to which records are added. */
  summary(): OpenSummary {
    return this.call((core) => new OpenSummary(runtime, core.summary()));
  }

  /**
   * Draws a sample of plans. Anyone can draw it again: the same plans, in whatever order they are given.
   * @throws EhcpQaError `invalid_sample`, with every problem found.
   */
  sample(request: SampleRequest | string): Sample {
    const text = toText(request, "invalid_sample");
    return this.call((core) => fromTape<Sample>(core.sample(text)));
  }

  /**
   * Why a plan is drawn or not; `undefined` where it would have to be in the request and is not.
   * @throws EhcpQaError `invalid_sample`, with every problem found.
   */
  whySampled(request: SampleRequest | string, reference: string): SampleWhy | undefined {
    const text = toText(request, "invalid_sample");
    const why = this.call((core) => core.whySampled(text, reference));
    return why === undefined ? undefined : fromTape<SampleWhy>(why);
  }

  /**
   * How far two graders of the same plans agree: each figure to three decimals, or why it is undefined.
   * @throws EhcpQaError `invalid_agreement`, with every problem found.
   */
  agreement(counts: Agreement | string): AgreementFigures {
    const text = toText(counts, "invalid_agreement");
    return this.call((core) => fromTape<AgreementFigures>(core.agreement(text)));
  }

  /** Everything wrong with a summary of learning; empty when it is fine. */
  checkLearning(form: Learning | string): Problem[] {
    const text = toText(form, "invalid_learning");
    return this.call((core) => fromTape<Problem[]>(core.checkLearning(text)));
  }

  /**
   * The actions of a summary of learning that are still open, for `earlier` of the one of the next session.
   * @throws EhcpQaError `invalid_learning`, with every problem found, or where more are open than a list can have.
   */
  carriedActions(previous: Learning | string): LearningAction[] {
    const text = toText(previous, "invalid_learning");
    return this.call((core) => fromTape<LearningAction[]>(core.carriedActions(text)));
  }

  /**
   * A summary of learning as a page, to be opened or printed by itself. Feedback that nobody
   * has changed is marked as drafted.
   * @throws EhcpQaError `invalid_learning`, with every problem found.
   */
  learningHtml(form: Learning | string): string {
    const text = toText(form, "invalid_learning");
    return this.call((core) => core.learningHtml(text));
  }

  /**
   * A summary of learning as Markdown (CommonMark), without HTML.
   * @throws EhcpQaError `invalid_learning`, with every problem found.
   */
  learningMarkdown(form: Learning | string): string {
    const text = toText(form, "invalid_learning");
    return this.call((core) => core.learningMarkdown(text));
  }
}
