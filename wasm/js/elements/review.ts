// `<ehcp-qa-review>`: the whole review as a form made from the framework.

import type { Assessment, FrameworkDocument, Problem, Review } from "../documents.js";
import { Reopened, setOrClear } from "../edits.js";
import type { Grader } from "../engine.js";
import { wordsFor } from "../words.js";
import { setIn, valueIn, type Value } from "../values.js";
import { Base, gradingEngine } from "./base.js";
import { h } from "./dom.js";
import type { Surroundings } from "./fields.js";
import { linkTo } from "./reasons.js";
import { criteriaPart, detailsPart, planPart, sectionPart, type Part } from "./parts.js";

/** The detail of `ehcp-qa-assessment`. */
export interface ReviewDetail {
  assessment: Assessment;
  review: Review;
  /** The field that was changed, as a JSON Pointer; `null` where the whole review is another. */
  changed: string | null;
}

/** Answers that a key gives while a descriptor has the focus. */
const KEYS: Record<string, string> = { y: "yes", n: "no", a: "not_applicable" };
const MOST_UNDONE = 200;

/** The form. Its value is the review as JSON, which the form around it submits under its name. */
export class ReviewElement extends Base {
  static readonly formAssociated = true;
  static readonly observedAttributes = ["disabled", "parts"];

  readonly #internals: ElementInternals | undefined = this.attachInternals?.();
  #engine: Grader | undefined;
  #framework: FrameworkDocument | undefined;
  /** What the page shows, with null for an answer that was taken back. */
  #review: Review | undefined;
  /** The same in the engine, which grades each edit. */
  readonly #session = new Reopened(() => this.#engine!.open(this.#review));
  #initial: Review | undefined;
  /** Given before the engine was there to check it. */
  #given: Review | string | undefined;
  #assessment: Assessment | undefined;
  #parts: Part[] = [];
  #body: HTMLFieldSetElement | undefined;
  #before: Review[] = [];

  /** The review. Another may be put in its place, as an object or JSON text. */
  get review(): Review | undefined {
    return this.#review === undefined ? undefined : structuredClone(this.#review);
  }

  /** @throws EhcpQaError `invalid_review`, with every problem; what was there stays. */
  set review(review: Review | string | undefined) {
    if (this.#engine === undefined) this.#given = review;
    else this.#take(review ?? this.#empty(), null);
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

  get framework(): FrameworkDocument | undefined {
    return this.#framework;
  }

  /** The answers and scores in one line. */
  get line(): string {
    return this.#review === undefined ? "" : this.#session.run((session) => session.line());
  }

  /** @throws EhcpQaError `invalid_line`; what was there stays. */
  set line(line: string) {
    if (this.#engine !== undefined) this.review = this.#engine.fromLine(line);
  }

  get name(): string {
    return this.getAttribute("name") ?? "";
  }

  set name(name: string) {
    this.setAttribute("name", name);
  }

  get disabled(): boolean {
    return this.hasAttribute("disabled");
  }

  set disabled(disabled: boolean) {
    this.toggleAttribute("disabled", disabled);
  }

  get form(): HTMLFormElement | null {
    return this.#internals?.form ?? null;
  }

  get type(): string {
    return "ehcp-qa-review";
  }

  /** Takes back the last change. */
  undo(): void {
    const before = this.#before.pop();
    if (before === undefined) return;
    this.#take(before, null, false);
    this.announce(this.say("undone"));
  }

  /** Moves the focus to a field, by its JSON Pointer, or to what holds it. */
  focusField(pointer: string): void {
    const target = this.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(pointer)}"]`);
    if (target === null) return;
    const isPart = target.tabIndex === -1 && target.hasAttribute("tabindex");
    const inputs = [...target.querySelectorAll<HTMLInputElement>("input, select, textarea")];
    const focused = isPart ? target : (inputs.find(({ checked }) => checked) ?? inputs[0] ?? target);
    focused.focus({ preventScroll: true });
    const group = focused.closest<HTMLElement>(".eqa-descriptor, .eqa-group") ?? target;
    (isPart ? target : group).scrollIntoView({ block: isPart ? "start" : "center" });
  }

  /** Moves the focus to the next question without an answer, after the one that has it. */
  focusNext(): void {
    const open = [...this.querySelectorAll<HTMLElement>("fieldset[data-pointer]")].filter(
      (field) =>
        !field.closest(".eqa-descriptor--out") &&
        field.querySelector("input:checked") === null &&
        field.querySelector("input[type=radio]") !== null,
    );
    const active = this.ownerDocument.activeElement;
    const after = open.find(
      (field) =>
        active === null ||
        !this.contains(active) ||
        field.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_PRECEDING,
    );
    const next = after ?? open[0];
    if (next === undefined) this.announce(this.say("everythingAnswered"));
    else this.focusField(next.dataset["pointer"]!);
  }

  override focus(): void {
    const first = this.querySelector<HTMLElement>("select, input, textarea");
    first?.focus();
  }

  attributeChangedCallback(name: string): void {
    if (name === "parts") this.rebuild();
    else if (this.#body !== undefined) this.#body.disabled = this.disabled;
  }

  formDisabledCallback(disabled: boolean): void {
    if (this.#body !== undefined) this.#body.disabled = disabled || this.disabled;
  }

  formResetCallback(): void {
    if (this.#initial !== undefined) this.#take(this.#initial, null);
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === "string") this.value = state;
  }

  protected override detached(): void {
    this.#session.replace(undefined);
  }

  protected async start(): Promise<void> {
    const engine = await gradingEngine();
    const { framework } = engine;
    [this.#engine, this.#framework] = [engine, framework];
    const { say } = this;
    const around: Surroundings = {
      say,
      id: (pointer) => `${this.idPrefix}${pointer.replaceAll("/", "-").replaceAll(".", "_")}`,
      announce: (text) => this.announce(text),
    };
    const words = wordsFor(framework, say);
    const edit = (pointer: string, value: Value): Problem | null => this.#edit(pointer, value);
    const shown = this.getAttribute("parts")
      ?.split(/\s+/)
      .filter((part) => part !== "");
    const shows = (part: string): boolean => shown === undefined || shown.length === 0 || shown.includes(part);
    const maker = { around, framework, words, edit, link: linkTo((pointer) => this.focusField(pointer)) };
    this.#parts = [
      ...(shows("details") ? [detailsPart(maker)] : []),
      ...(shows("plan") ? [planPart(maker)] : []),
      ...(shows("criteria") ? [criteriaPart(maker)] : []),
      ...words.sections.filter(({ id }) => shows(id)).map((section) => sectionPart(maker, section)),
    ];

    const next = h("button", { type: "button", class: "eqa-button" }, say("next"));
    next.addEventListener("click", () => this.focusNext());
    const undo = h("button", { type: "button", class: "eqa-button" }, say("undo"));
    undo.addEventListener("click", () => this.undo());
    this.#body = h(
      "fieldset",
      { class: "eqa-body", disabled: this.disabled || this.matches(":disabled") },
      h("div", { class: "eqa-tools" }, next, undo, h("p", { class: "eqa-hint" }, say("keys"))),
      ...this.#parts.map(({ element }) => element),
    );
    this.#body.addEventListener("keydown", (event) => this.#key(event));
    this.show(this.#body);

    const given = this.#review ?? this.#given ?? this.getAttribute("value") ?? "";
    this.#take(given === "" ? this.#empty() : given, null, false);
    this.#initial ??= this.#review;
  }

  #empty(): Review {
    return { framework: this.#framework!.id as Review["framework"] };
  }

  /** Takes another review, if nothing is wrong with it. */
  #take(given: Review | string, changed: string | null, remember = true): void {
    const session = this.#engine!.open(given);
    const review = (typeof given === "string" ? JSON.parse(given) : structuredClone(given)) as Review;
    this.#session.replace(session);
    this.#remember(remember);
    this.#review = review;
    for (const part of this.#parts) part.fill((pointer) => valueIn(review, pointer));
    this.#assessed(session.assessment(), changed);
  }

  /** Makes one change, or returns what is wrong with it. */
  #edit(pointer: string, value: Value): Problem | null {
    const [problem, assessment] = this.#session.run(
      (session) => [setOrClear(session, pointer, value), session.assessment()] as const,
    );
    const review = structuredClone(this.#review!);
    setIn(review, pointer.slice(1).split("/"), problem === null ? value : null);
    this.#remember(true);
    this.#review = review;
    this.#assessed(assessment, pointer);
    return problem;
  }

  #remember(remember: boolean): void {
    if (!remember || this.#review === undefined) return;
    this.#before.push(this.#review);
    if (this.#before.length > MOST_UNDONE) this.#before.shift();
  }

  #assessed(assessment: Assessment, changed: string | null): void {
    this.#assessment = assessment;
    for (const part of this.#parts) part.show(assessment);
    const { value } = this;
    this.#internals?.setFormValue(value, value);
    const detail: ReviewDetail = { assessment, review: JSON.parse(value) as Review, changed };
    this.dispatchEvent(new CustomEvent("ehcp-qa-assessment", { bubbles: true, detail }));
  }

  #key(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.type !== "radio" || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (event.ctrlKey) {
      if (key !== "z") return;
      this.undo();
    } else if (key === "u") this.focusNext();
    else {
      const answer = KEYS[key];
      const radio = target.closest(".eqa-descriptor")?.querySelector<HTMLInputElement>(`input[value="${answer}"]`);
      if (!radio) return;
      radio.focus();
      radio.click();
    }
    event.preventDefault();
  }
}
