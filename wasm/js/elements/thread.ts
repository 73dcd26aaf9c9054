// `<ehcp-qa-thread>`: the golden thread of a plan's items, drawn, and described in words.

import type { Thread, ThreadFinding, ThreadPlan } from "../documents.js";
import { EhcpQaError } from "../errors.js";
import { dispatch } from "../events.js";
import type { WritingEngine } from "../writing.js";
import { Base } from "./base.js";
import { writingEngine } from "./engines.js";
import { h, setHidden, setText } from "./dom.js";
import { drawingOf } from "./drawing.js";
import { findingList, type Part, type Statement } from "./finding.js";
import { grouped } from "./groups.js";
import { problemAlert } from "./problems.js";
import type { Say } from "./texts.js";

/** Of so many items the findings are shown; those of the others are counted. */
const MOST_SHOWN = 200;
/** So many are drawn in one go. */
const AT_ONCE = 20;

/** The golden thread of the items of a plan, as a picture and in words. */
export class ThreadElement extends Base {
  #engine: WritingEngine | undefined;
  #plan: ThreadPlan | string | undefined;
  #thread: Thread | undefined;
  /** What an engine elsewhere has made. */
  #made: { thread: Thread; picture: string } | undefined;
  #view: ReturnType<typeof threadView> | undefined;

  /**
   * The items of the plan, as an object or JSON text. What is wrong with them is shown, each problem with its place.
   */
  get plan(): ThreadPlan | string | undefined {
    return this.#plan;
  }

  set plan(plan: ThreadPlan | string | undefined) {
    this.#plan = plan;
    this.#made = undefined;
    this.#draw();
  }

  /** Shows a thread that another engine has made, such as one in a worker, with its picture as SVG. */
  draw(thread: Thread, picture: string): void {
    this.#plan = undefined;
    this.#made = { thread, picture };
    this.#draw();
  }

  /** The thread, once the engine has read the items. */
  get thread(): Thread | undefined {
    return this.#thread;
  }

  protected override async start(): Promise<void> {
    // A page that gives the thread itself needs no engine here.
    if (this.#made === undefined) this.#engine = await writingEngine();
  }

  protected override build(): void {
    this.#view = threadView(this.say);
    this.show(...this.#view.elements);
    this.#draw();
  }

  #draw(): void {
    const view = this.#view;
    if (view === undefined) return;
    if (this.#plan !== undefined && this.#engine === undefined) {
      this.rebuild();
      return;
    }
    try {
      const made = this.#made ?? this.#make();
      if (made === undefined) return;
      this.#thread = made.thread;
      this.announceChange(view.show(made.thread, made.picture));
    } catch (error) {
      if (!(error instanceof EhcpQaError)) throw error;
      view.refuse(error);
      return;
    }
    dispatch(this, "ehcp-qa-thread", { thread: this.#thread });
  }

  /** The thread of the plan, and its picture. */
  #make(): { thread: Thread; picture: string } | undefined {
    if (this.#engine === undefined || this.#plan === undefined) return undefined;
    return { thread: this.#engine.thread(this.#plan), picture: this.#engine.threadSvg(this.#plan, "thread") };
  }
}

/** What is shown of a thread: its counts in a sentence, its picture, and its findings. */
function threadView(say: Say) {
  const problems = h("div");
  const summary = h("p", { class: "eqa-text eqa-strong" });
  const picture = h("div", { class: "eqa-picture", tabindex: "0", role: "region", "aria-label": say("picture") });
  const findings = findingList({ say });
  const others = h("p", { class: "eqa-text" });
  /** The statements that are to be seen, and how many of them are drawn. */
  let statements: readonly Statement[] = [];
  let drawn = 0;

  /** Draws some more of the statements; the page answers in between. */
  function drawMore(asked: readonly Statement[]): void {
    if (asked !== statements) return;
    drawn = Math.min(drawn + AT_ONCE, statements.length);
    findings.show(statements.slice(0, drawn));
    if (drawn < statements.length) setTimeout(drawMore, 0, asked);
  }

  return {
    elements: [problems, summary, picture, findings.element, others],
    /** Shows a thread, and returns its counts. */
    show(thread: Thread, drawing: string): string {
      const counts = counted(say, thread);
      problems.replaceChildren();
      setText(summary, counts);
      picture.replaceChildren(picture.ownerDocument.importNode(drawingOf(drawing), true));
      const all = statementsOf(thread);
      statements = all.slice(0, MOST_SHOWN);
      const shown = statements.reduce((sum, { parts }) => sum + parts.length, 0);
      const more = thread.findings.length + thread.more - shown;
      setHidden(others, more === 0);
      setText(others, say("moreFindings", { count: more }));
      // What is drawn already stays where it is.
      drawn = Math.max(0, Math.min(drawn, statements.length) - AT_ONCE);
      drawMore(statements);
      return counts;
    },
    refuse(error: EhcpQaError): void {
      problems.replaceChildren(problemAlert(say, error));
    },
  };
}

function counted(say: Say, { counts, findings, more }: Thread): string {
  const kinds = counts.map(({ kind, items, unbroken }) =>
    unbroken === null
      ? say("items", { kind: say(kind), items })
      : say("linkedItems", { kind: say(kind), linked: unbroken, items }),
  );
  return `${kinds.join(". ")}. ${say("findingCount", { count: findings.length + more })}`;
}

/** Each item that a finding is about, the most serious first. */
function statementsOf({ findings, items }: Thread): Statement[] {
  const texts = new Map(items.map(({ id, text }) => [id, text]));
  const parts = grouped(findings, ({ item }) => item);
  return [...parts].map(([item, found]) => ({
    key: item,
    words: `${item}: ${texts.get(item) ?? ""}`,
    parts: found.map(partOf),
  }));
}

function partOf({ rule, others, severity, message, why, clear, cites }: ThreadFinding): Part {
  return { key: `${rule} ${others.join(" ")}`, severity, message, why, clear, cites };
}
