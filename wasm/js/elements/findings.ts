// `<ehcp-qa-findings>`: what was found in the text of a plan, statement by statement.

import type { Citation, CommentAction, Severity } from "../documents.js";
import { dispatch } from "../events.js";
import { Base } from "./base.js";
import { h, setAttribute, setText } from "./dom.js";
import { findingList, type Part, type Statement } from "./finding.js";
import type { Say } from "./texts.js";

/** Of the words that a button is about, so many are heard. */
const MOST_HEARD = 60;
/** Of longer words only the beginning is shown. */
const MOST_QUOTED = 240;

/** What a rule found, as the engine reports it. */
export interface Found {
  severity: Severity;
  message: string;
  why: string;
  instead: string;
  action: CommentAction;
  cites: readonly Citation[];
}

/** A finding about a plan, with what the page knows of its place. */
export interface ShownFinding {
  /** Names it, to dismiss it. */
  fingerprint: string;
  /** The number by which the text refers to it. */
  number: string;
  /** The words that it is about, or the name of the place. */
  words: string;
  /** Where else the same stands, such as "E, H1". */
  also?: string | undefined;
  /** What was found, part by part. */
  parts: readonly Found[];
  /** What a learned judgement of the statement rests on. */
  learned?: string | null | undefined;
  /** The statement with blanks to fill in. */
  rewrite?: string | null | undefined;
  /** Whether the text has a place to show. */
  hasPlace: boolean;
}

/**
 * What was found in the text of a plan, in the order that the page gives. A finding that is shown or dismissed raises
 * an event: the page has the text, and keeps what is dismissed.
 */
export class FindingsElement extends Base {
  #findings: readonly ShownFinding[] = [];
  /** The finding that was dismissed last, and its place in the list, until the page has left it out. */
  #dismissed: { fingerprint: string; at: number } | null = null;
  #view: { show(statements: readonly Statement[]): void; focus(): void } | undefined;
  /** What is drawn, by fingerprint: a finding that is as it was is not drawn again. */
  #drawn: ReadonlyMap<string, Drawn> = new Map();

  /** The findings that are shown. */
  get findings(): readonly ShownFinding[] {
    return this.#findings;
  }

  set findings(findings: readonly ShownFinding[]) {
    this.#findings = findings;
    this.#draw();
  }

  /** Moves the focus to a finding, by its fingerprint; without one, to the first. */
  focusFinding(fingerprint?: string): void {
    const rows = this.#rows();
    const row = fingerprint === undefined ? rows[0] : rows.find(({ dataset }) => dataset.key === fingerprint);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }

  protected override async start(): Promise<void> {}

  protected override build(): void {
    const summary = h("p", { class: "eqa-text eqa-strong", tabindex: "-1" });
    const keys = h("p", { class: "eqa-hint" }, this.say("findingKeys"));
    const list = findingList({ say: this.say });
    list.element.addEventListener("keydown", (event) => this.#key(event));
    this.show(summary, keys, list.element);
    this.#view = {
      focus: () => summary.focus(),
      show: (statements) => {
        const count = statements.length;
        setText(summary, count === 0 ? this.say("noFinding") : this.say("findingCount", { count }));
        keys.hidden = count === 0;
        list.show(statements);
        // One of them is reached by Tab, and from it the others by their key.
        for (const [at, row] of this.#rows().entries()) setAttribute(row, "tabindex", at === 0 ? "0" : "-1");
      },
    };
    this.#drawn = new Map();
    this.#draw();
  }

  #rows(): HTMLElement[] {
    return [...this.content.querySelectorAll<HTMLElement>(".eqa-statement")];
  }

  #draw(): void {
    this.#view?.show(this.#statements());
    if (this.#dismissed === null) return;
    const { fingerprint, at } = this.#dismissed;
    if (this.#findings.some((finding) => finding.fingerprint === fingerprint)) return;
    this.#dismissed = null;
    // The one that stands in its place has the focus.
    const rows = this.#rows();
    const next = rows[Math.min(at, rows.length - 1)];
    if (next === undefined) this.#view?.focus();
    else next.focus();
  }

  /** The findings as they are drawn; one that is as it was is the same object. */
  #statements(): Statement[] {
    const drawn = this.#findings.map((finding) => {
      const before = this.#drawn.get(finding.fingerprint);
      return before !== undefined && isSame(before.finding, finding)
        ? before
        : { finding, statement: statementOf(this.say, finding, this.#actions) };
    });
    this.#drawn = new Map(drawn.map((one) => [one.finding.fingerprint, one]));
    return drawn.map(({ statement }) => statement);
  }

  readonly #actions: Actions = {
    show: (fingerprint) => dispatch(this, "ehcp-qa-show", { fingerprint }),
    dismiss: (fingerprint) => {
      const at = this.#findings.findIndex((finding) => finding.fingerprint === fingerprint);
      this.#dismissed = { fingerprint, at };
      dispatch(this, "ehcp-qa-dismiss", { fingerprint });
    },
  };

  #key(event: KeyboardEvent): void {
    const { target, key } = event;
    const row = target instanceof Element ? target.closest<HTMLElement>(".eqa-statement") : null;
    if (row === null || event.ctrlKey || event.altKey || event.metaKey) return;
    const rows = this.#rows();
    const fingerprint = row.dataset.key ?? "";
    if (key.toLowerCase() === "u") {
      const next = rows[(rows.indexOf(row) + 1) % rows.length];
      next?.focus();
    } else if (key.toLowerCase() === "d") this.#actions.dismiss(fingerprint);
    else return;
    event.preventDefault();
  }
}

/** A finding as it is drawn. */
interface Drawn {
  finding: ShownFinding;
  statement: Statement;
}

interface Actions {
  show(fingerprint: string): void;
  dismiss(fingerprint: string): void;
}

function statementOf(say: Say, finding: ShownFinding, { show, dismiss }: Actions): Statement {
  const { fingerprint, number, words, also, parts, learned, rewrite, hasPlace } = finding;
  const about = words.slice(0, MOST_HEARD);
  const showButton = { label: say("showInText"), about, run: () => show(fingerprint) };
  return {
    key: fingerprint,
    number,
    words: words.length > MOST_QUOTED ? `${words.slice(0, MOST_QUOTED)}…` : words,
    also: also === undefined ? undefined : say("alsoIn", { places: also }),
    parts: parts.map((part, at) => partOf(say, part, at)),
    learned: learned ?? null,
    template: rewrite ?? null,
    buttons: [...(hasPlace ? [showButton] : []), { label: say("dismiss"), about, run: () => dismiss(fingerprint) }],
  };
}

/** Whether a finding is drawn as another is. */
function isSame(one: ShownFinding, other: ShownFinding): boolean {
  return (
    one.number === other.number &&
    one.words === other.words &&
    one.also === other.also &&
    one.learned === other.learned &&
    one.rewrite === other.rewrite &&
    one.hasPlace === other.hasPlace &&
    one.parts.length === other.parts.length &&
    one.parts.every((part, at) => isSamePart(part, other.parts[at]!))
  );
}

function isSamePart(one: Found, other: Found): boolean {
  return (
    one.severity === other.severity &&
    one.message === other.message &&
    one.why === other.why &&
    one.instead === other.instead &&
    one.action === other.action &&
    one.cites.length === other.cites.length &&
    one.cites.every(({ basis, place }, at) => basis === other.cites[at]!.basis && place === other.cites[at]!.place)
  );
}

function partOf(say: Say, { severity, message, why, instead, action, cites }: Found, at: number): Part {
  return { key: `${at} ${message}`, severity, message, why, clear: instead, action: say(action), cites };
}
