// `<ehcp-qa-wording>`: what in the text of a text area is open to interpretation, followed as it is typed.

import type { Lint, Span, WordingContext } from "../documents.js";
import { EhcpQaError } from "../errors.js";
import { dispatch } from "../events.js";
import type { WritingEngine } from "../writing.js";
import { Base } from "./base.js";
import { writingEngine } from "./engines.js";
import { h, setHidden, setText } from "./dom.js";
import { findingList, type Statement } from "./finding.js";
import { problemAlert } from "./problems.js";
import { isLong, lintLong } from "../long-text.js";
import { htmlText, isHtml } from "../rich-text.js";
import { follow, referred } from "./reference.js";
import type { Say } from "./texts.js";
import { marked } from "./wording/facts.js";
import { beginning, keyedLike, statementsOf, type Actions, type Checked } from "./wording/statements.js";
import { blanksOf, longestIn, type TextField, typeOver, wordsFor } from "./wording/template.js";

/** As long as a person pauses between words. */
const PAUSE = 120;

/**
 * What in the text of a text area is open to interpretation, followed as it is typed.
 * @attribute for The id of the text area.
 * @attribute section The id of the section of the plan that the text is of.
 */
export class WordingElement extends Base {
  static readonly observedAttributes = ["for", "section"];

  #engine: WritingEngine | undefined;
  #context: WordingContext = {};
  #dismissed = new Set<string>();
  /** The value of the field that the findings are about. */
  #text: string | undefined;
  /** Where the characters of the text stand in the value, where that is HTML. */
  #at: readonly number[] | undefined;
  #lint: Lint | undefined;
  #view: ReturnType<typeof wordingView> | undefined;
  /** How many checks were begun: a long one ends only where it is the last. */
  #checks = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #stopListening: (() => void) | undefined;

  /** The facts known about the child and the plan. They are read and kept nowhere else. */
  get context(): WordingContext {
    return this.#context;
  }

  set context(context: WordingContext) {
    this.#context = context;
    this.refresh();
  }

  /** The id of the section that the text is of. */
  get section(): string {
    return this.getAttribute("section") ?? "";
  }

  set section(section: string) {
    this.setAttribute("section", section);
  }

  /** The findings, once the engine has checked the text. */
  get lint(): Lint | undefined {
    return this.#lint;
  }

  /** The fingerprints of findings that are not shown. */
  get dismissed(): string[] {
    return [...this.#dismissed];
  }

  set dismissed(fingerprints: string[]) {
    this.#dismissed = new Set(fingerprints);
    this.refresh();
  }

  attributeChangedCallback(): void {
    this.#text = undefined;
    if (this.#view !== undefined && this.isConnected) this.attached();
  }

  protected override async start(): Promise<void> {
    this.#engine = await writingEngine();
  }

  protected override build(): void {
    this.#view = wordingView(this.say, this.#engine!, {
      select: (span) => this.#select(span),
      replace: (span, template) => this.#replace(span, template),
      dismiss: (fingerprint) => this.#dismiss(fingerprint),
    });
    this.show(...this.#view.elements);
  }

  protected override attached(): void {
    this.detached();
    this.#stopListening = follow(this, ["input", "change"], {
      find: () => this.#area(),
      changed: (event) => {
        clearTimeout(this.#waiting);
        if (event === undefined && this.#text === undefined) this.refresh();
        else this.#waiting = setTimeout(() => this.refresh(), PAUSE);
      },
      missing: () => this.#missing(),
    });
  }

  protected override detached(): void {
    clearTimeout(this.#waiting);
    this.#stopListening?.();
  }

  /** Checks the text again: for a text that a script has set without an event. */
  refresh(): void {
    const [engine, view, area] = [this.#engine, this.#view, this.#area()];
    if (engine === undefined || view === undefined || area === null) return;
    const { value } = area;
    const html = isHtml(value) ? htmlText(value) : undefined;
    const text = html?.text ?? value;
    const dismissed = [...(this.#context.dismissed ?? []), ...this.#dismissed];
    const known = { ...this.#context, dismissed };
    const lintOf = (words: string): Lint => engine.lint(this.section, words, known);
    const show = (lint: Lint): void => this.#shown({ value, text, at: html?.at, lint });
    const refused = (error: unknown): void => {
      if (!(error instanceof EhcpQaError)) throw error;
      view.refuse(error);
    };
    this.#checks += 1;
    const check = this.#checks;
    if (isLong(text)) {
      const isWanted = (): boolean => check === this.#checks && this.isConnected;
      void lintLong(text, lintOf, isWanted).then((lint) => lint && show(lint), refused);
      return;
    }
    try {
      show(lintOf(text));
    } catch (error) {
      refused(error);
    }
  }

  #shown({
    value,
    text,
    at,
    lint,
  }: {
    value: string;
    text: string;
    at: readonly number[] | undefined;
    lint: Lint;
  }): void {
    const [view, area] = [this.#view!, this.#area()];
    if (area === null) return;
    [this.#text, this.#at, this.#lint] = [value, at, lint];
    if (!view.elements[0]!.isConnected) this.show(...view.elements);
    // A template among tags could part them.
    this.announceChange(view.show(text, lint, at === undefined ? longestIn(area) : 0));
    dispatch(this, "ehcp-qa-wording", { section: this.section, lint });
  }

  #area(): TextField | null {
    const area = referred<TextField>(this, this.getAttribute("for"));
    return area?.matches("textarea, input") ? area : null;
  }

  #missing(): void {
    this.#lint = undefined;
    this.show(this.mistake(this.say("noTextOf", { id: this.getAttribute("for") ?? "" })));
  }

  /** The text area, while its text is the one that was checked; another text is checked instead. */
  #checkedArea(): TextField | null {
    const area = this.#area();
    if (area !== null && area.value === this.#text) return area;
    this.refresh();
    return null;
  }

  /** Selects words in the text. */
  #select({ start, end }: Span): void {
    const area = this.#checkedArea();
    const [from, to] = this.#at === undefined ? [start, end] : [this.#at[start]!, this.#at[end - 1]! + 1];
    area?.focus();
    area?.setSelectionRange(from, to);
  }

  /** Puts a template in the place of its statement, and selects the first blank, which the person fills. */
  #replace(span: Span, template: string): void {
    const area = this.#checkedArea();
    if (area === null) return;
    const { value } = area;
    const words = wordsFor(value, span, template);
    if (value.length - (span.end - span.start) + words.length > longestIn(area)) {
      this.refresh();
      return;
    }
    typeOver(area, span, words);
    const blanks = blanksOf(words, value.slice(span.start, span.end));
    const [first = { start: words.length, end: words.length }] = blanks;
    area.setSelectionRange(span.start + first.start, span.start + first.end);
    this.announce(this.say("templateUsed", { count: blanks.length }));
  }

  #dismiss(fingerprint: string): void {
    this.#dismissed.add(fingerprint);
    this.refresh();
    this.#view?.focus();
    dispatch(this, "ehcp-qa-dismissed", { dismissed: this.dismissed });
  }
}

/** What is shown of a text: the number of findings, its words underlined, and its statements with their parts. */
function wordingView(say: Say, { framework, lexicon }: WritingEngine, actions: Actions) {
  const { sections, overall } = framework.wording;
  const titles = new Map([...sections, overall].map(({ id, title }) => [id, title]));
  const rules = new Map(lexicon.rules.map(({ id, title }) => [id, title]));
  const problems = h("div");
  const summary = h("p", { class: "eqa-text eqa-strong", tabindex: "-1" });
  const underlined = h("div", { class: "eqa-marked", "aria-hidden": "true" });
  const findings = findingList({ say });
  const others = h("p", { class: "eqa-text" });
  const hint = h("p", { class: "eqa-hint" }, say("wordingHint"));
  let shown: Statement[] = [];
  let count = 0;

  return {
    elements: [problems, summary, hint, underlined, findings.element, others],
    /** Shows a text that was checked, and returns how many findings there are. */
    show(text: string, lint: Lint, longest: number): string {
      problems.replaceChildren();
      const found = countOf(say, lint);
      setText(summary, found + notChecked(say, lint, rules));
      setHidden(hint, countIn(lint) === 0);
      const { lint: drawn, end, more } = beginning(lint);
      underlined.replaceChildren(...marked(text.slice(0, end), drawn));
      setHidden(underlined, text === "");
      setHidden(others, more === 0);
      setText(others, say("moreFindings", { count: more }));
      const checked: Checked = { text, lint: drawn, longest, title: titles.get(lint.section) ?? lint.section };
      shown = keyedLike(shown, statementsOf(say, checked, actions), () => String((count += 1)));
      findings.show(shown);
      return found;
    },
    refuse(error: EhcpQaError): void {
      problems.replaceChildren(problemAlert(say, error));
    },
    focus: (): void => summary.focus(),
  };
}

/** How many findings there are, those that are not listed among them. */
function countIn({ findings, absent, more }: Lint): number {
  return findings.reduce((sum, finding) => sum + finding.parts.length, 0) + absent.length + more;
}

function countOf(say: Say, lint: Lint): string {
  const count = countIn(lint);
  return count === 0 ? say("noFinding") : say("findingCount", { count });
}

/** The rules that could not be checked, by their titles. */
function notChecked(say: Say, { not_checked }: Lint, titles: ReadonlyMap<string, string>): string {
  if (not_checked.length === 0) return "";
  return ` ${say("notChecked", { rules: not_checked.map((rule) => titles.get(rule) ?? rule).join(", ") })}`;
}
