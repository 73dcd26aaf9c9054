// `<ehcp-qa-wording>`: what in the text of a text area is open to interpretation, followed as it is typed.

import type { Lint, WordingContext } from "../documents.js";
import type { Engine } from "../writing.js";
import { Base, writingEngine } from "./base.js";
import { h } from "./dom.js";
import type { Say, Text } from "./texts.js";

type Shown = Pick<
  Lint["findings"][number],
  "severity" | "message" | "why" | "instead" | "action" | "cites" | "fingerprint"
>;

const ELEMENTS: Text[] = ["what", "who", "qualification", "how_often", "how_long", "group", "where", "review"];
/** Of longer words only a part is shown. */
const MOST_QUOTED = 90;
/** A whole statement is not underlined: that would hide the words. */
const MOST_MARKED = 6;
/** As long as a person pauses between words. */
const PAUSE = 120;

/** Findings about the text of the text area whose id `for` names, as that of the section `section`. */
export class WordingElement extends Base {
  static readonly observedAttributes = ["for", "section"];

  #engine: Engine | undefined;
  #area: HTMLTextAreaElement | HTMLInputElement | undefined;
  #context: WordingContext = {};
  #dismissed = new Set<string>();
  #lint: Lint | undefined;
  #titles = new Map<string, string>();
  #waiting: ReturnType<typeof setTimeout> | undefined;
  readonly #summary = h("p", { class: "eqa-text eqa-strong" });
  readonly #marked = h("div", { class: "eqa-marked", "aria-hidden": "true" });
  readonly #findings = h("ol", { class: "eqa-findings" });
  readonly #said = h("div");
  readonly #listener = (): void => {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#check(), PAUSE);
  };

  /** The facts known about the child and the plan. They are read and kept nowhere else. */
  get context(): WordingContext {
    return this.#context;
  }

  set context(context: WordingContext) {
    this.#context = context;
    this.#check();
  }

  get section(): string {
    return this.getAttribute("section") ?? "F";
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
    this.#check();
  }

  attributeChangedCallback(): void {
    if (this.#engine !== undefined && this.isConnected) this.attached();
  }

  protected override async start(): Promise<void> {
    this.#engine = await writingEngine();
    this.#titles = new Map(this.#engine.lexicon.rules.map(({ id, title }) => [id, title]));
  }

  protected override build(): void {
    const { say } = this;
    this.#findings.setAttribute("aria-label", say("findings"));
    this.show(
      this.#summary,
      h("p", { class: "eqa-hint" }, say("wordingHint")),
      this.#marked,
      this.#findings,
      this.#said,
    );
  }

  protected override attached(): void {
    this.detached();
    const root = this.getRootNode() as Document | ShadowRoot;
    const id = this.getAttribute("for");
    const found = id === null ? null : root.querySelector?.<HTMLTextAreaElement>(`#${CSS.escape(id)}`);
    this.#area = found ?? undefined;
    this.#area?.addEventListener("input", this.#listener);
    this.#area?.addEventListener("change", this.#listener);
    this.#check();
  }

  protected override detached(): void {
    clearTimeout(this.#waiting);
    this.#area?.removeEventListener("input", this.#listener);
    this.#area?.removeEventListener("change", this.#listener);
  }

  /** Checks the text again: for a text that a script has set without an event. */
  refresh(): void {
    this.#check();
  }

  #check(): void {
    const area = this.#area;
    if (this.#engine === undefined || area === undefined) return;
    const text = area.value;
    const dismissed = [...(this.#context.dismissed ?? []), ...this.#dismissed];
    const lint = this.#engine.lint(this.section, text, { ...this.#context, dismissed });
    this.#lint = lint;
    const { say } = this;
    const found = lint.findings.length + lint.absent.length + lint.more;
    const summary = found === 0 ? say("noFinding") : found === 1 ? say("oneFinding") : say("manyFindings", found);
    const missed =
      lint.not_checked.length > 0
        ? ` ${say("notChecked", lint.not_checked.map((rule) => this.#titles.get(rule) ?? rule).join(", "))}`
        : "";
    this.#summary.textContent = summary + missed;
    this.announceChange(summary);
    this.#marked.replaceChildren(...marked(text, lint));
    this.#marked.hidden = text === "";
    // A template is that of a whole statement: it is shown with the first finding that carries it.
    this.#findings.replaceChildren(
      ...lint.findings.map((finding, at) =>
        this.#finding(finding, text, finding.rewrite === lint.findings[at - 1]?.rewrite),
      ),
      ...lint.absent.map((absence) => this.#absence(absence)),
    );
    this.#said.replaceChildren(...statements(say, lint, text), ...outcomes(say, lint, text));
    this.dispatchEvent(new CustomEvent("ehcp-qa-wording", { bubbles: true, detail: { section: this.section, lint } }));
  }

  #finding(finding: Lint["findings"][number], text: string, isShown: boolean): HTMLElement {
    const { start, end } = finding.span;
    const words = text.slice(start, end);
    const show = h(
      "button",
      { type: "button", class: "eqa-button", "aria-label": `${this.say("showInText")}: ${words.slice(0, 60)}` },
      this.say("showInText"),
    );
    show.addEventListener("click", () => {
      this.#area?.focus();
      this.#area?.setSelectionRange(start, end);
    });
    const quoted = words.length > MOST_QUOTED ? `${words.slice(0, MOST_QUOTED)}…` : words;
    const rewrite =
      isShown || !finding.rewrite
        ? null
        : h("p", { class: "eqa-text" }, `${this.say("withBlanks")} “${finding.rewrite}”`);
    return this.#entry(finding, `“${quoted}”: ${finding.message}`, rewrite, show);
  }

  #absence(absence: Lint["absent"][number]): HTMLElement {
    const pillars = (absence.pillars ?? []).map((pillar) => this.say(pillar as Text)).join(", ");
    const message = pillars === "" ? absence.message : `${absence.message} ${this.say("notMentioned", pillars)}`;
    return this.#entry(absence, message, null, null);
  }

  #entry(finding: Shown, message: string, rewrite: HTMLElement | null, show: HTMLElement | null): HTMLElement {
    const { say } = this;
    const dismiss = h(
      "button",
      { type: "button", class: "eqa-button", "aria-label": `${say("dismiss")}: ${finding.message}` },
      say("dismiss"),
    );
    dismiss.addEventListener("click", () => {
      this.#dismissed.add(finding.fingerprint);
      this.#check();
      this.#summary.tabIndex = -1;
      this.#summary.focus();
      this.dispatchEvent(
        new CustomEvent("ehcp-qa-dismissed", { bubbles: true, detail: { dismissed: this.dismissed } }),
      );
    });
    return h(
      "li",
      { class: `eqa-finding eqa-finding--${finding.severity}` },
      h(
        "p",
        { class: "eqa-text" },
        h("strong", { class: `eqa-tag eqa-tag--${finding.severity}` }, say(finding.severity)),
        " ",
        message,
      ),
      h("p", { class: "eqa-text" }, h("strong", {}, `${say(finding.action)}: `), finding.instead),
      rewrite,
      h(
        "details",
        { class: "eqa-details" },
        h("summary", {}, say("why")),
        h("p", { class: "eqa-text" }, finding.why),
        h(
          "ul",
          { class: "eqa-cites" },
          ...finding.cites.map(({ basis, place }) => h("li", {}, h("strong", {}, `${say(basis)}:`), ` ${place}`)),
        ),
      ),
      h("div", { class: "eqa-buttons" }, show, dismiss),
    );
  }
}

/** The text with its findings underlined, each once. */
function marked(text: string, { findings }: Lint): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let from = 0;
  for (const { span, severity } of [...findings].sort((one, other) => one.span.start - other.span.start)) {
    if (span.start < from || text.slice(span.start, span.end).split(" ").length > MOST_MARKED) continue;
    parts.push(
      text.slice(from, span.start),
      h("mark", { class: `eqa-mark eqa-mark--${severity}` }, text.slice(span.start, span.end)),
    );
    from = span.end;
  }
  parts.push(text.slice(from));
  return parts;
}

/** What each statement of provision says and leaves out. */
function statements(say: Say, { statements }: Lint, text: string): HTMLElement[] {
  if (statements.length === 0) return [];
  return [
    h("h3", { class: "eqa-small" }, say("statements")),
    ...statements.map(({ span, says, missing }) =>
      h(
        "div",
        { class: "eqa-statement" },
        h("p", { class: "eqa-text" }, text.slice(span.start, span.end)),
        h(
          "ul",
          { class: "eqa-chips" },
          ...ELEMENTS.flatMap((element) => {
            const words = says
              .filter((said) => said.element === element)
              .map((said) => text.slice(said.span.start, said.span.end));
            if (words.length > 0) return [h("li", { class: "eqa-chip" }, `${say(element)}: ${words.join(", ")}`)];
            const isMissing = missing.some((lacking) => lacking === element);
            return isMissing ? [h("li", { class: "eqa-chip eqa-chip--missing" }, say("missing", say(element)))] : [];
          }),
        ),
      ),
    ),
  ];
}

/** SMART, letter by letter. */
function outcomes(say: Say, { outcomes }: Lint, text: string): HTMLElement[] {
  if (outcomes.length === 0) return [];
  return [
    h("h3", { class: "eqa-small" }, say("outcomes")),
    ...outcomes.map(({ span, smart }) =>
      h(
        "div",
        { class: "eqa-statement" },
        h("p", { class: "eqa-text" }, text.slice(span.start, span.end)),
        h(
          "ul",
          { class: "eqa-cites" },
          ...smart.map(({ letter, state, because }) =>
            h("li", {}, h("strong", {}, `${say(letter)}: ${say(state)}. `), because),
          ),
        ),
      ),
    ),
  ];
}
