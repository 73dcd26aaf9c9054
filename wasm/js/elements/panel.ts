// `<ehcp-qa-panel>`: what a review comes to, kept up to date in place.

import type { Assessment, FrameworkDocument, Score } from "../documents.js";
import { wordsFor, type Words } from "../words.js";
import { Base, failureOf } from "./base.js";
import { h, setAttribute } from "./dom.js";
import type { Block, BlockOptions } from "./panel/block.js";
import { checklistBlock } from "./panel/checklist.js";
import { findingsBlock } from "./panel/findings.js";
import { gateBlock, glimpse, gradeBlock, progressBlock } from "./panel/grade.js";
import { pathBlock } from "./panel/path.js";
import { sectionsBlock } from "./panel/sections.js";
import { standardsBlock } from "./panel/standards.js";
import { linkTo } from "./reasons.js";
import { follow, referred } from "./reference.js";
import type { ReviewElement } from "./review.js";

/**
 * The results of a review, kept up to date.
 * @attribute for The id of the review; without it, the first review of the page.
 * @attribute compact Shows grade and progress in one line.
 */
export class PanelElement extends Base {
  static readonly observedAttributes = ["for", "compact"];

  #view: PanelView | undefined;
  #stopListening: (() => void) | undefined;

  /** The review whose results it shows. */
  get for(): ReviewElement | null {
    const id = this.getAttribute("for");
    if (id !== null) return referred<ReviewElement>(this, id);
    const root = this.getRootNode() as Document | ShadowRoot;
    return root.querySelector?.<ReviewElement>("ehcp-qa-review") ?? null;
  }

  /** Frameworks set the attribute by the property of its name. */
  set for(id: string | null) {
    setAttribute(this, "for", id);
  }

  attributeChangedCallback(): void {
    this.#view = undefined;
    if (this.#stopListening !== undefined) this.attached();
  }

  protected override async start(): Promise<void> {
    await customElements.whenDefined("ehcp-qa-review");
  }

  /** What is shown is made with the first result. */
  protected override build(): void {
    this.#view = undefined;
  }

  protected override attached(): void {
    this.detached();
    this.#stopListening = follow(this, ["ehcp-qa-assessment", "ehcp-qa-error"], {
      find: () => this.#review(),
      changed: () => this.#update(),
      missing: () => this.#missing(),
    });
  }

  protected override detached(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** The review, if what the id names is one. */
  #review(): ReviewElement | null {
    const review = this.for;
    return review !== null && "assessment" in review ? review : null;
  }

  #missing(): void {
    this.#view = undefined;
    const id = this.getAttribute("for");
    this.show(this.mistake(id === null ? this.say("noReview") : this.say("noReviewOf", { id })));
  }

  #update(): void {
    const review = this.#review();
    if (review === null) return;
    const { assessment, framework, scores } = review;
    const failure = failureOf(review);
    if (failure !== undefined) {
      this.#view = undefined;
      this.show(h("p", { class: "eqa-problem" }, failure));
    }
    if (assessment === undefined || framework === undefined) return;
    if (this.#view?.framework !== framework) {
      this.#view = this.#viewOf(framework, scores);
      this.show(this.#view.element);
    }
    const { blocks, words } = this.#view;
    for (const block of blocks) block.show(assessment);
    // One of the panels of a page announces.
    if (!this.hasAttribute("compact")) this.announceChange(this.#announcement(words, assessment));
  }

  #viewOf(framework: FrameworkDocument, scores: readonly Score[]): PanelView {
    const words = wordsFor(framework, scores, this.say);
    const goTo = (pointer: string): void => this.for?.focusField(pointer);
    const options: BlockOptions = {
      say: this.say,
      words,
      framework,
      goTo,
      link: linkTo(goTo),
    };
    if (this.hasAttribute("compact")) {
      const block = glimpse(options);
      return { framework, words, blocks: [block], element: block.element };
    }
    const isGraded = framework.wording.scale != null;
    const hasGate = framework.interpretation.gate != null;
    const blocks = [
      ...(isGraded ? [gradeBlock(options)] : []),
      ...(hasGate ? [gateBlock(options)] : []),
      progressBlock(options),
      isGraded ? sectionsBlock(options) : checklistBlock(options),
      findingsBlock(options),
      ...(hasGate ? [pathBlock(options)] : []),
      ...(framework.wording.standards == null ? [] : [standardsBlock(options, framework.wording.standards)]),
    ];
    const heading = h("h2", { class: "eqa-heading", id: "heading" }, this.say("results"));
    const element = h(
      "section",
      { class: "eqa-panel", "aria-labelledby": heading.id },
      heading,
      ...blocks.map(({ element }) => element),
    );
    return { framework, words, blocks, element };
  }

  #announcement(words: Words, { plan, findings }: Assessment): string {
    const said = words.findings(findings);
    if (plan.suggested === null) return this.say("noGradeNow", { findings: said });
    return this.say("overallNow", { grade: words.interval(plan.suggested), findings: said });
  }
}

/** What is shown of the results under one framework. */
interface PanelView {
  framework: FrameworkDocument;
  words: Words;
  blocks: readonly Block[];
  element: HTMLElement;
}
