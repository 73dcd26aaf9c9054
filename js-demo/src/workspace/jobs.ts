// The work that the engine does for a case: reading, checking and writing. It runs in a worker, or in the page where
// the page's policy allows no worker.

import type { FeedbackForm, Review, Thread, ThreadPlan, WordingContext, YearGroup } from "ehcp-qa";
import {
  commentWord,
  EhcpQaError,
  Engine,
  init,
  openAdvice,
  openPlan,
  type OpenAdvice,
  type OpenPlan,
} from "ehcp-qa/plan";
import type { AdviceSource, PlanSource } from "./case.ts";
import type {
  Coverage,
  CoverageChoice,
  NewComment,
  PlanCheck,
  PlanComparison,
  PlanContext,
  ProposedItems,
  SectionChoice,
  TextFindings,
} from "./shapes.ts";
import { adviceViewOf, factViews, viewOf, type AdviceView, type FactView, type PlanView } from "./view.ts";

let engine: Engine | undefined;
/** The plan that is open, and how to open it again. */
let current: { plan: OpenPlan; open: () => OpenPlan } | undefined;

/** The advice that is open, by its name in the case, and how to open it again. */
const advices = new Map<string, { advice: OpenAdvice; open: () => OpenAdvice }>();

function started(): Engine {
  if (engine === undefined) throw new Error("The engine has not been started.");
  return engine;
}

/** Runs with the plan that is open. One that was lost with the engine is opened again first. */
function withPlan<T>(run: (plan: OpenPlan) => T): T {
  const opened = current;
  if (opened === undefined) throw new Error("No plan is open.");
  return again(
    () => run(opened.plan),
    () => (opened.plan = opened.open()),
  );
}

function withAdvice<T>(id: string, run: (advice: OpenAdvice) => T): T {
  const opened = advices.get(id);
  if (opened === undefined) throw new Error("No such advice is open.");
  return again(
    () => run(opened.advice),
    () => (opened.advice = opened.open()),
  );
}

/** Runs with the plan and some of the advice that is open, in an order. */
function withAll<T>(ids: readonly string[], run: (advices: OpenAdvice[], plan: OpenPlan) => T): T {
  const opened = ids.flatMap((id) => advices.get(id) ?? []);
  const reopen = (): void => {
    for (const one of opened) one.advice = one.open();
    if (current !== undefined) current.plan = current.open();
  };
  const all = (): T =>
    withPlan((plan) =>
      run(
        opened.map(({ advice }) => advice),
        plan,
      ),
    );
  return again(all, reopen);
}

/** Runs once more after what was lost with the engine is opened again. */
function again<T>(run: () => T, reopen: () => void): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof EhcpQaError) || error.code !== "closed") throw error;
    reopen();
    return run();
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
  /** Reads a piece of advice, which is open from then on. */
  readAdvice({ id, ...source }: AdviceSource): AdviceView {
    const open = () => openAdvice(source);
    const advice = open();
    advices.get(id)?.advice.free();
    advices.set(id, { advice, open });
    return adviceViewOf(advice.document, started().adviceCheck(advice));
  },
  /** Lets go of all advice but some. */
  keepAdvice(ids: readonly string[]): void {
    for (const [id, { advice }] of advices) {
      if (ids.includes(id)) continue;
      advice.free();
      advices.delete(id);
    }
  },
  /** What became of advice in the plan that is open. */
  coverage(ids: readonly string[], pairs: readonly CoverageChoice[]): Coverage {
    return withAll(ids, (advices, plan) => started().coverage(advices, plan, [...pairs]));
  },
  /** The feedback to the author of a piece of advice, as a page. */
  adviceFeedback(id: string): string {
    return withAdvice(id, (advice) => started().adviceFeedbackHtml(advice));
  },
  /** The Word file of a piece of advice with comments: on itself, and where there is a plan, on what became of it. */
  commentedAdvice(bytes: Uint8Array, id: string, ids: readonly string[], pairs: readonly CoverageChoice[]): Uint8Array {
    const itself = withAdvice(id, (advice) => started().adviceComments(advice));
    const inPlan = (): NewComment[] =>
      withAll(ids, (advices, plan) => started().adviceCoverageComments(advices, ids.indexOf(id), plan, [...pairs]));
    return commentWord(bytes, [...itself, ...(current === undefined ? [] : inPlan())]);
  },
  /** The Word file of the plan, with what became of the advice as comments. */
  coveredPlan(bytes: Uint8Array, ids: readonly string[], pairs: readonly CoverageChoice[]): Uint8Array {
    return commentWord(
      bytes,
      withAll(ids, (advices, plan) => started().coverageComments(advices, plan, [...pairs])),
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
