// `<ehcp-qa-thread>`: the golden thread of a plan's items, drawn, and described in words.

import type { Thread, ThreadFinding, ThreadPlan } from "../documents.js";
import { EhcpQaError } from "../errors.js";
import { dispatch } from "../events.js";
import type { WritingEngine } from "../writing.js";
import { Base } from "./base.js";
import { writingEngine } from "./engines.js";
import { h, setText } from "./dom.js";
import { drawingOf } from "./drawing.js";
import { findingList, type Part, type Statement } from "./finding.js";
import { grouped } from "./groups.js";
import { problemAlert } from "./problems.js";
import type { Say } from "./texts.js";

/** The golden thread of the items of a plan, as a picture and in words. */
export class ThreadElement extends Base {
  #engine: WritingEngine | undefined;
  #plan: ThreadPlan | string | undefined;
  #thread: Thread | undefined;
  #view: ReturnType<typeof threadView> | undefined;

  /**
   * The items of the plan, as an object or JSON text. What is wrong with them is shown, each problem with its place.
   */
  get plan(): ThreadPlan | string | undefined {
    return this.#plan;
  }

  set plan(plan: ThreadPlan | string | undefined) {
    this.#plan = plan;
    this.#draw();
  }

  /** The thread, once the engine has read the items. */
  get thread(): Thread | undefined {
    return this.#thread;
  }

  protected override async start(): Promise<void> {
    this.#engine = await writingEngine();
  }

  protected override build(): void {
    this.#view = threadView(this.say);
    this.show(...this.#view.elements);
    this.#draw();
  }

  #draw(): void {
    if (this.#engine === undefined || this.#view === undefined || this.#plan === undefined) return;
    let thread: Thread;
    let picture: string;
    try {
      thread = this.#engine.thread(this.#plan);
      picture = this.#engine.threadSvg(this.#plan, "thread");
    } catch (error) {
      if (!(error instanceof EhcpQaError)) throw error;
      this.#view.refuse(error);
      return;
    }
    this.#thread = thread;
    this.announceChange(this.#view.show(thread, picture));
    dispatch(this, "ehcp-qa-thread", { thread });
  }
}

/** What is shown of a thread: its counts in a sentence, its picture, and its findings. */
function threadView(say: Say) {
  const problems = h("div");
  const summary = h("p", { class: "eqa-text eqa-strong" });
  const picture = h("div", { class: "eqa-picture", tabindex: "0", role: "region", "aria-label": say("picture") });
  const findings = findingList({ say });
  return {
    elements: [problems, summary, picture, findings.element],
    /** Shows a thread, and returns its counts. */
    show(thread: Thread, drawing: string): string {
      const counts = counted(say, thread);
      problems.replaceChildren();
      setText(summary, counts);
      picture.replaceChildren(picture.ownerDocument.importNode(drawingOf(drawing), true));
      findings.show(statementsOf(thread));
      return counts;
    },
    refuse(error: EhcpQaError): void {
      problems.replaceChildren(problemAlert(say, error));
    },
  };
}

function counted(say: Say, { counts, findings, more }: Thread): string {
  const kinds = counts.map(({ kind, items, whole: linked }) =>
    linked === null || linked === undefined
      ? say("items", { kind: say(kind), items })
      : say("linkedItems", { kind: say(kind), linked, items }),
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
