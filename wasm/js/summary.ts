// A summary that is open: records are added to it as they are read.

import type { LiveSummary } from "./wasm/ehcp_qa_service.js";
import type { Learning, Report, Summary, SummaryRecord } from "./documents.js";
import { EhcpQaError } from "./errors.js";
import { parsed, toText } from "./json.js";
import type { Runtime } from "./module.js";

/** Counts below this are hidden, unless another number is given. */
const HIDDEN_BELOW = 5;

/** What the reviews of many plans come to: added one by one or merged in parts, in any order. */
export class OpenSummary {
  readonly #runtime: Runtime;
  readonly #instance: number;
  #live: LiveSummary | undefined;

  /** Opened by `Engine.summary`. */
  constructor(runtime: Runtime, live: LiveSummary) {
    this.#runtime = runtime;
    this.#live = live;
    this.#instance = runtime.instance();
  }

  /**
   * Adds the record of a plan.
   * @throws EhcpQaError `invalid_summary`, with every problem found; then nothing is added.
   */
  add(record: SummaryRecord | string | object): void {
    const text = toText(record, "invalid_summary");
    this.#call((live) => live.add(text));
  }

  /**
   * Adds a summary made elsewhere, as `counts` returned it there.
   * @throws EhcpQaError `invalid_summary`, with every problem found; then nothing is added.
   */
  merge(summary: Summary | string | object): void {
    const text = toText(summary, "invalid_summary");
    this.#call((live) => live.merge(text));
  }

  /** How many plans it counts. */
  get plans(): number {
    return this.#call((live) => live.plans());
  }

  /** The exact counts: to be merged elsewhere, and not to be published. */
  counts(): Summary {
    return this.#call((live) => parsed<Summary>(live.counts()));
  }

  /** What is shown: counts below a number are hidden, and others with which they could be worked out. */
  report(hiddenBelow = HIDDEN_BELOW): Report {
    return this.#call((live) => parsed<Report>(live.report(hiddenBelow)));
  }

  /** The report as CSV. */
  csv(hiddenBelow = HIDDEN_BELOW): string {
    return this.#call((live) => live.csv(hiddenBelow));
  }

  /** The report as a whole page, to be opened or printed as its own document. */
  html(period: string, hiddenBelow = HIDDEN_BELOW): string {
    return this.#call((live) => live.html(hiddenBelow, period));
  }

  /**
   * The summary of learning of Level 5, for people to edit: its feedback is drafted from what is shown, and
   * what was learnt and the actions are theirs. Then `Engine.checkLearning`, `learningHtml`, `learningMarkdown`.
   */
  learning(hiddenBelow = HIDDEN_BELOW): Learning {
    return this.#call((live) => parsed<Learning>(live.learning(hiddenBelow)));
  }

  /** Lets go of the engine's memory. */
  free(): void {
    if (this.#instance === this.#runtime.instance()) this.#live?.free();
    this.#live = undefined;
  }

  [Symbol.dispose](): void {
    this.free();
  }

  #call<T>(run: (live: LiveSummary) => T): T {
    const live = this.#live;
    if (live === undefined || this.#instance !== this.#runtime.instance()) {
      throw new EhcpQaError("closed", "This summary is closed.");
    }
    return this.#runtime.call(() => run(live));
  }
}
