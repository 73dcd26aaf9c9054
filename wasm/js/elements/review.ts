// `<ehcp-qa-review>`: a review as a form made from the framework.

import type { Assessment, FrameworkDocument, Problem, Review, Score } from "../documents.js";
import type { Grader } from "../engine.js";
import { EhcpQaError } from "../errors.js";
import { dispatch } from "../events.js";
import { parse, toText } from "../json.js";
import { Reopened } from "../reopened.js";
import { valueIn, withValue, type Value } from "../values.js";
import { wordsFor } from "../words.js";
import { Base } from "./base.js";
import { gradingEngine } from "./engines.js";
import { h } from "./dom.js";
import { focusField, nextUnanswered } from "./focus.js";
import { History } from "./history.js";
import { followKeys } from "./keys.js";
import { partNames, partsOf, unknownParts, type Part, type PartOptions } from "./parts.js";
import { linkTo } from "./reasons.js";

/**
 * A review as a form made from the framework. Its value is the review as JSON, which the form around it submits.
 * @attribute name The name under which the form around it submits the review.
 * @attribute value The review to begin with, as JSON.
 * @attribute disabled Keeps the review from being edited and submitted.
 * @attribute parts The parts that are shown: `details`, `plan`, `criteria` and ids of sections; without it, all.
 */
export class ReviewElement extends Base {
  static readonly formAssociated = true;
  static readonly observedAttributes = ["parts"];

  readonly #internals = this.attachInternals();
  #engine: Grader | undefined;
  /** What the page shows, with null for an answer that was taken back. It is replaced and never changed in place. */
  #review: Review | undefined;
  /** The same in the engine, which grades each edit. */
  readonly #session = new Reopened(() => this.#engine!.open(this.#review));
  /** What the page gave before the engine was there to check it. */
  #given: ((engine: Grader) => Review | string) | undefined;
  /** What the browser gave back before the form was there. */
  #restored: string | undefined;
  /** What a reset puts back. */
  #initial: Review | undefined;
  #assessment: Assessment | undefined;
  #parts: Part[] = [];
  /** The score line, as far as it was asked for. */
  #line: string | undefined;
  #body: HTMLFieldSetElement | undefined;
  readonly #history = new History();

  constructor() {
    super();
    this.#internals.role = "group";
    // A label of the page clicks the element that it is for, and not what is within.
    this.addEventListener("click", (event) => {
      const root = this.getRootNode() as Document | ShadowRoot;
      const isHere = root.elementFromPoint(event.clientX, event.clientY) === this;
      if (event.composedPath()[0] === this && !isHere) this.focus();
    });
  }

  /** The review. Another may be put in its place, as an object or JSON text. */
  get review(): Review | undefined {
    return this.#review === undefined ? undefined : structuredClone(this.#review);
  }

  /** @throws EhcpQaError `invalid_review`, with every problem; what was there stays. */
  set review(review: Review | string | undefined) {
    this.#give((engine) => review ?? empty(engine));
  }

  /** The review as JSON text. */
  get value(): string {
    return this.#review === undefined ? "" : JSON.stringify(this.#review);
  }

  set value(text: string) {
    this.review = text === "" ? undefined : text;
  }

  /** What the review comes to, once the engine has started. */
  get assessment(): Assessment | undefined {
    return this.#assessment;
  }

  /** The framework that it is reviewed by. */
  get framework(): FrameworkDocument | undefined {
    return this.#engine?.framework;
  }

  /** The scores of its scale, the best first. */
  get scores(): readonly Score[] {
    return this.#engine?.scores ?? [];
  }

  /** The answers and scores in one line. */
  get line(): string {
    if (this.#review === undefined) return "";
    return (this.#line ??= this.#session.run((session) => session.line()));
  }

  /** @throws EhcpQaError `invalid_line`; what was there stays. */
  set line(line: string) {
    this.#give((engine) => engine.fromLine(line));
  }

  /** The name under which the form around it submits the review. */
  get name(): string {
    return this.getAttribute("name") ?? "";
  }

  set name(name: string) {
    this.setAttribute("name", name);
  }

  /** Whether the review can be neither edited nor submitted. */
  get disabled(): boolean {
    return this.hasAttribute("disabled");
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute("disabled", disabled);
  }

  /** The form around it. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** The name of the element, as controls of forms have one. */
  get type(): string {
    return "ehcp-qa-review";
  }

  /** Takes back the last change. */
  undo(): void {
    const before = this.#history.pop();
    if (before === undefined) return;
    this.#take(before);
    this.announce(this.say("undone"));
  }

  /**
   * Moves the focus to a field, by its JSON Pointer, or to what holds it. Where the field is in a part that is not
   * shown, the page hears of it.
   */
  focusField(pointer: string): void {
    if (!focusField(this.content, pointer)) dispatch(this, "ehcp-qa-elsewhere", { pointer });
  }

  /** Moves the focus to the next question without an answer, after the one that has it. */
  focusNext(): void {
    const next = nextUnanswered(this.content, this.shadowRoot!.activeElement);
    if (next === null) this.announce(this.say("everythingAnswered"));
    else focusField(this.content, next);
  }

  /** Moves the focus to the first field. */
  override focus(): void {
    const first = this.content.querySelector<HTMLElement>("select, input, textarea");
    first?.focus();
  }

  attributeChangedCallback(): void {
    this.rebuild();
  }

  /** Called by the browser where the element's attribute or a fieldset around it disables the element. */
  formDisabledCallback(disabled: boolean): void {
    if (this.#body !== undefined) this.#body.disabled = disabled;
  }

  formResetCallback(): void {
    this.#restored = undefined;
    if (this.#initial !== undefined) this.#replace(this.#initial);
  }

  /** Called by the browser with what it kept for its back button. */
  formStateRestoreCallback(state: unknown): void {
    if (typeof state !== "string") return;
    if (this.#review === undefined) this.#restored = state;
    else this.#restore(state);
  }

  protected override detached(): void {
    this.#session.replace(undefined);
  }

  protected override async start(): Promise<void> {
    this.#engine = await gradingEngine();
  }

  protected override build(): void {
    const engine = this.#engine!;
    const { say } = this;
    const options = this.#partOptions(engine);
    const names = this.getAttribute("parts") ?? "";
    this.#parts = partsOf(options, names);
    const unknown = unknownParts(options, names).join(" ");
    const parts = partNames(options).join(" ");
    const next = h("button", { type: "button", class: "eqa-button" }, say("next"));
    next.addEventListener("click", () => this.focusNext());
    const undo = h("button", { type: "button", class: "eqa-button" }, say("undo"));
    undo.addEventListener("click", () => this.undo());
    this.#body = h(
      "fieldset",
      { class: "eqa-body", disabled: this.matches(":disabled") },
      h("div", { class: "eqa-tools" }, next, undo, h("p", { class: "eqa-hint" }, say("keys"))),
      ...this.#parts.map(({ element }) => element),
    );
    followKeys(this.#body, { undo: () => this.undo(), next: () => this.focusNext() });
    // `input` leaves a shadow tree by itself, `change` does not.
    this.#body.addEventListener("change", () => this.dispatchEvent(new Event("change", { bubbles: true })));
    this.show(unknown === "" ? null : this.mistake(say("noParts", { names: unknown, parts })), this.#body);

    if (this.#review !== undefined) {
      this.#take(this.#review);
      return;
    }
    this.#take(this.#given?.(engine) || this.getAttribute("value") || empty(engine));
    this.#initial = this.#review;
    if (this.#restored !== undefined) this.#restore(this.#restored);
  }

  /** What parts are made with. */
  #partOptions({ framework, facts, scores, mayNotApply }: Grader): PartOptions {
    const { say } = this;
    return {
      around: { say, announce: (text) => this.announce(text) },
      framework,
      facts,
      mayNotApply,
      words: wordsFor(framework, scores, say),
      link: linkTo((pointer) => this.focusField(pointer)),
      edit: (pointer, value) => this.#edit(pointer, value, true),
      choose: (pointer, value) => this.#edit(pointer, value, false),
    };
  }

  /** Takes what the page gives, at once or when the form is there. */
  #give(given: (engine: Grader) => Review | string): void {
    this.#restored = undefined;
    if (this.#review !== undefined) {
      const review = given(this.#engine!);
      // A framework gives back what it has heard of: that is no change, and no event of another.
      if (toText(review, "invalid_review") !== this.value) this.#replace(review);
      return;
    }
    this.#given = given;
    this.rebuild();
  }

  /** Takes what the browser kept, unless it does not fit this form: then the form stays as it is. */
  #restore(state: string): void {
    try {
      this.#replace(state);
    } catch (error) {
      if (!(error instanceof EhcpQaError)) throw error;
    }
  }

  /** Takes another review, as a step that can be undone. */
  #replace(given: Review | string): void {
    const before = this.#review!;
    this.#take(given);
    this.#history.remember(before, null);
  }

  /** Takes another review, if nothing is wrong with it. */
  #take(given: Review | string): void {
    // A framework may give an object that only it can copy.
    const text = toText(given, "invalid_review");
    const session = this.#engine!.open(text);
    const review = parse<Review>(text);
    this.#session.replace(session);
    this.#line = undefined;
    this.#review = review;
    for (const part of this.#parts) part.fill((pointer) => valueIn(review, pointer));
    this.#assessed(session.assessment(), null);
  }

  /**
   * Makes one change, or returns what is wrong with it. What is refused leaves all as it was, or takes back the value
   * before where `clears` is set.
   */
  #edit(pointer: string, value: Value, clears: boolean): Problem | null {
    const asked = { clears, assessment: true, line: true };
    const { problem, assessment, line } = this.#session.run((session) => session.edit(pointer, value, asked));
    if (assessment === undefined) return problem;
    const before = this.#review!;
    this.#review = withValue(before, pointer.slice(1).split("/"), problem === null ? value : null);
    this.#line = line;
    this.#history.remember(before, pointer);
    this.#assessed(assessment, pointer);
    return problem;
  }

  #assessed(assessment: Assessment, changed: string | null): void {
    this.#assessment = assessment;
    for (const part of this.#parts) part.show(assessment);
    const { value } = this;
    this.#internals.setFormValue(value, value);
    const review = this.#review!;
    let copy: Review | undefined;
    dispatch(this, "ehcp-qa-assessment", {
      assessment,
      // Copied only for those who ask.
      get review() {
        copy ??= structuredClone(review);
        return copy;
      },
      changed: changed === null ? null : [changed],
    });
  }
}

function empty({ framework }: Grader): Review {
  return { framework: framework.id as Review["framework"] };
}
