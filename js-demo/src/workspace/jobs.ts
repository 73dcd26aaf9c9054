// The work that the engine does for a case: reading, checking and writing. It runs in a worker, or in the page where
// the page's policy allows no worker.

import type { FeedbackForm, Review, Thread, ThreadPlan, WordingContext, YearGroup } from "ehcp-qa";
import { commentWord, EhcpQaError, Engine, init, openPlan, type OpenPlan } from "ehcp-qa/plan";
import type { PlanSource } from "./case.ts";
import type { PlanCheck, PlanComparison, PlanContext, ProposedItems, SectionChoice, TextFindings } from "./shapes.ts";
import { factViews, viewOf, type FactView, type PlanView } from "./view.ts";

let engine: Engine | undefined;
/** The plan that is open, and how to open it again. */
let current: { plan: OpenPlan; open: () => OpenPlan } | undefined;

function started(): Engine {
  if (engine === undefined) throw new Error("The engine has not been started.");
  return engine;
}

/** Runs with the plan that is open. One that was lost with the engine is opened again first. */
function withPlan<T>(run: (plan: OpenPlan) => T): T {
  if (current === undefined) throw new Error("No plan is open.");
  try {
    return run(current.plan);
  } catch (error) {
    if (!(error instanceof EhcpQaError) || error.code !== "closed") throw error;
    current.plan = current.open();
    return run(current.plan);
  }
}

/** What was found in the plan, and what it states of itself. */
export interface Checked {
  check: PlanCheck;
  facts: FactView[];
}

export const JOBS = {
  /** Starts the module. */
  async start(): Promise<void> {
    await init();
    engine ??= new Engine();
  },
  /** The year groups, and what each is called. */
  years(): readonly YearGroup[] {
    return started().facts.get("year_group")?.years ?? [];
  },
  /** Reads a plan, which is open from then on. */
  read(source: PlanSource, choices: readonly SectionChoice[]): PlanView {
    const open = () => openPlan(source, [...choices]);
    const plan = open();
    current?.plan.free();
    current = { plan, open };
    return viewOf(plan.document);
  },
  close(): void {
    current?.plan.free();
    current = undefined;
  },
  check(context: PlanContext): Checked {
    return withPlan((plan) => {
      const check = started().checkPlan(plan, context);
      return { check, facts: factViews(plan.document, check.facts) };
    });
  },
  items(): ProposedItems {
    return withPlan((plan) => started().planItems(plan));
  },
  /** The thread of items, and its picture as SVG. */
  thread(plan: ThreadPlan): { thread: Thread; picture: string } {
    return { thread: started().thread(plan), picture: started().threadSvg(plan, "thread") };
  },
  /** What changed between two versions. The plan that is open stays open. */
  compare(old: PlanSource, now: PlanSource): PlanComparison {
    using before = openPlan(old);
    using after = openPlan(now);
    return started().comparePlans(before, after);
  },
  /** What is found in a text. What a page does not show of it would cost most of the way from the worker. */
  lint(section: string, text: string, context: WordingContext): TextFindings {
    const { findings, absent } = started().lint(section, text, context);
    return { findings, absent };
  },
  /** The feedback form, drafted from the review and from what is found in the plan that is open. */
  feedback(review: Review, context: PlanContext): FeedbackForm {
    if (current === undefined) return started().feedback(review);
    return withPlan((plan) => started().planFeedback(review, plan, context));
  },
  feedbackFile(form: FeedbackForm, kind: "docx" | "html" | "md"): Uint8Array | string {
    if (kind === "docx") return started().feedbackWord(form);
    return kind === "html" ? started().feedbackHtml(form) : started().feedbackMarkdown(form);
  },
  /** The Word file with the findings as comments. */
  commentedWord(bytes: Uint8Array, context: PlanContext): Uint8Array {
    return commentWord(
      bytes,
      withPlan((plan) => started().planComments(plan, context)),
    );
  },
};

export type Jobs = typeof JOBS;

/** Does what the first plan needs, with a form in Word: a browser compiles for speed what has run some times. */
export function warmUp(): void {
  const engine = started();
  const form = engine.feedback({ framework: engine.framework.id as Review["framework"] });
  using plan = openPlan({ kind: "word", bytes: engine.feedbackWord(form) });
  viewOf(plan.document);
  engine.checkPlan(plan);
  engine.planItems(plan);
  engine.lint("F", "Regular support.");
}
