// `<ehcp-qa-thread>`: the golden thread of a plan's items, drawn, and described in words.

import type { Thread, ThreadPlan } from "../documents.js";
import { EhcpQaError } from "../errors.js";
import type { Engine } from "../writing.js";
import { Base, writingEngine } from "./base.js";
import { h, setText } from "./dom.js";
import { citations } from "./reasons.js";
import type { Text } from "./texts.js";

const MOST_LISTED = 10;

/** The thread of the plan that its property `plan` holds, an object or JSON text. */
export class ThreadElement extends Base {
  #engine: Engine | undefined;
  #plan: ThreadPlan | string | undefined;
  #thread: Thread | undefined;
  readonly #summary = h("p", { class: "eqa-text eqa-strong" });
  readonly #picture = h("div", { class: "eqa-picture", tabindex: "0", role: "region" });
  readonly #findings = h("ol", { class: "eqa-findings" });
  readonly #problems = h("div");

  get plan(): ThreadPlan | string | undefined {
    return this.#plan;
  }

  /** What is wrong with a plan is shown, every problem with its place. */
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
    this.#picture.setAttribute("aria-label", this.say("picture"));
    this.#findings.setAttribute("aria-label", this.say("findings"));
    this.show(this.#problems, this.#summary, this.#picture, this.#findings);
    this.#draw();
  }

  #draw(): void {
    if (this.#engine === undefined || this.#plan === undefined) return;
    let thread: Thread;
    let picture: string;
    try {
      thread = this.#engine.thread(this.#plan);
      picture = this.#engine.threadSvg(this.#plan, this.idPrefix);
    } catch (error) {
      if (!(error instanceof EhcpQaError)) throw error;
      this.#showProblems(error);
      return;
    }
    this.#problems.replaceChildren();
    this.#thread = thread;
    setText(this.#summary, this.#counted(thread));
    this.announceChange(this.#counted(thread));
    // The engine's picture is XML with all text escaped: it is parsed as such, and never as HTML.
    const drawn = new DOMParser().parseFromString(picture, "image/svg+xml").documentElement;
    this.#picture.replaceChildren(this.ownerDocument.importNode(drawn, true));
    this.#findings.replaceChildren(
      ...thread.findings.map(({ severity, message, clear, why, cites }) => {
        const written = citations(this.say);
        written.show(cites);
        return h(
          "li",
          { class: `eqa-finding eqa-finding--${severity}` },
          h(
            "p",
            { class: "eqa-text" },
            h("strong", { class: `eqa-tag eqa-tag--${severity}` }, this.say(severity)),
            " ",
            message,
          ),
          h("p", { class: "eqa-text" }, clear),
          h(
            "details",
            { class: "eqa-details" },
            h("summary", {}, this.say("why")),
            h("p", { class: "eqa-text" }, why),
            written.element,
          ),
        );
      }),
    );
    this.dispatchEvent(new CustomEvent("ehcp-qa-thread", { bubbles: true, detail: { thread } }));
  }

  #showProblems({ problems, message }: EhcpQaError): void {
    const listed = problems.length > 0 ? problems : [{ pointer: "", message }];
    this.#problems.replaceChildren(
      h(
        "div",
        { class: "eqa-problem", role: "alert" },
        h("p", { class: "eqa-text eqa-strong" }, this.say("problems")),
        h(
          "ul",
          { class: "eqa-cites" },
          ...listed
            .slice(0, MOST_LISTED)
            .map(({ pointer, message }) => h("li", {}, pointer === "" ? message : `${pointer}: ${message}`)),
        ),
      ),
    );
  }

  #counted({ counts, findings }: Thread): string {
    const kinds = counts.map(({ kind, items, whole }) =>
      whole === null || whole === undefined
        ? this.say("counted", this.say(kind as Text), items)
        : this.say("whole", this.say(kind as Text), whole, items),
    );
    const found = findings.length === 1 ? this.say("oneFinding") : this.say("manyFindings", findings.length);
    return `${kinds.join(". ")}. ${found}`;
  }
}
