// The work that the engine does for a case: reading, checking and writing. It runs in a worker, or in the page where
// the page's policy allows no worker.

import { Engine, init, type FeedbackForm, type Lint, type Review, type WordingContext } from "ehcp-qa";
import * as plans from "ehcp-qa/plan";
import type { PlanSource } from "./case.ts";
import type { PlanCheck, PlanComparison, PlanContext, PlanDocument, ProposedItems, SectionChoice } from "./shapes.ts";
import { factViews, viewOf, type FactView, type PlanView } from "./view.ts";

let engine: Engine | undefined;
/** The plan that is open, with its text, as the engine takes it each time. */
let plan: { document: PlanDocument; text: string } | undefined;

function started(): Engine {
  if (engine === undefined) throw new Error("The engine has not been started.");
  return engine;
}

function opened(): { document: PlanDocument; text: string } {
  if (plan === undefined) throw new Error("No plan is open.");
  return plan;
}

function read(source: PlanSource, choices: readonly SectionChoice[]): PlanDocument {
  const given = [...choices];
  if (source.kind === "word") return plans.readWord(source.bytes, given);
  if (source.kind === "html") return plans.readHtml(source.text, given);
  if (source.kind === "markdown") return plans.readMarkdown(source.text, given);
  return plans.readText(source.text, given);
}

/** What was found in the plan, and what it states of itself. */
export interface Checked {
  check: PlanCheck;
  facts: FactView[];
}

export const JOBS = {
  /** Starts both modules. */
  async start(): Promise<void> {
    await Promise.all([init(), plans.init()]);
    engine ??= new Engine();
  },
  /** Makes ready what the first check needs, so that nobody waits for it. */
  warmUp(): void {
    started().checkPlan(plans.readText("Section F: Special educational provision\nRegular support."));
  },
  /** Reads a plan, which is open from then on. */
  read(source: PlanSource, choices: readonly SectionChoice[]): PlanView {
    const document = read(source, choices);
    plan = { document, text: JSON.stringify(document) };
    return viewOf(document);
  },
  close(): void {
    plan = undefined;
  },
  check(context: PlanContext): Checked {
    const { document, text } = opened();
    const check = started().checkPlan(text, context);
    return { check, facts: factViews(document, check.facts) };
  },
  items(): ProposedItems {
    return started().planItems(opened().text);
  },
  /** What changed between two versions. The plan that is open stays open. */
  compare(old: PlanSource, now: PlanSource): PlanComparison {
    return started().comparePlans(read(old, []), read(now, []));
  },
  lint(section: string, text: string, context: WordingContext): Lint {
    return started().lint(section, text, context);
  },
  /** The feedback form, drafted from the review and from what is found in the plan that is open. */
  feedback(review: Review, context: PlanContext): FeedbackForm {
    return plan === undefined ? started().feedback(review) : started().planFeedback(review, plan.text, context);
  },
  feedbackFile(form: FeedbackForm, kind: "docx" | "html" | "md"): Uint8Array | string {
    if (kind === "docx") return started().feedbackWord(form);
    return kind === "html" ? started().feedbackHtml(form) : started().feedbackMarkdown(form);
  },
  /** The Word file with the findings as comments. */
  commentedWord(bytes: Uint8Array, context: PlanContext): Uint8Array {
    return plans.commentWord(bytes, started().planComments(opened().text, context));
  },
};

export type Jobs = typeof JOBS;
