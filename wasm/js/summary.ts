// A summary that is open: records are added to it as they are read.

import type { LiveSummary } from "../pkg/ehcp_qa_service.js";
import type { FamilyFeedback, Learning, Report, Summary, SummaryRecord } from "./documents.js";
import { EhcpQaError } from "./errors.js";
import { toText } from "./json.js";
import type { Runtime } from "./module.js";
import { fromTape } from "./tape.js";

/** Below which number counts are hidden; `"none"` shows all, however small. */
export type HiddenBelow = Report["hidden_below"];

/** The engine takes 0 for `"none"`, which a host's 0 is not. What is no threshold at all is left for it to refuse. */
function threshold(hiddenBelow: HiddenBelow | undefined): number | undefined {
  if (hiddenBelow === undefined) return undefined;
  return hiddenBelow === "none" ? 0 : hiddenBelow || NaN;
}

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
  add(record: SummaryRecord | string): void {
    const text = toText(record, "invalid_summary");
    this.#call((live) => live.add(text));
  }

  /**
   * Adds what a family says, or how many of a survey were sent out. It is counted beside the plans, by survey.
   * @throws EhcpQaError `invalid_summary`, with every problem found; then nothing is added.
   */
  addFamilyFeedback(record: FamilyFeedback | string): void {
    const text = toText(record, "invalid_summary");
    this.#call((live) => live.addFamilyFeedback(text));
  }

  /**
   * Adds a summary made elsewhere, as `counts` returned it there.
   * @throws EhcpQaError `invalid_summary`, with every problem found; then nothing is added.
   */
  merge(summary: Summary | string): void {
    const text = toText(summary, "invalid_summary");
    this.#call((live) => live.merge(text));
  }

  /**
   * Compares all reports from now on with a summary of the term before, as `counts` returned it: they say what changed.
   * `null` compares with none. Where both have plans of the same term nothing is compared.
   * @throws EhcpQaError `invalid_summary`, with every problem found; then nothing changes.
   */
  compareWith(before: Summary | string | null): void {
    const text = before === null ? undefined : toText(before, "invalid_summary");
    this.#call((live) => live.compareWith(text));
  }

  /** How many plans it counts. */
  get plans(): number {
    return this.#call((live) => live.plans());
  }

  /** The exact counts: to be merged elsewhere, and not to be published. */
  counts(): Summary {
    return this.#call((live) => fromTape<Summary>(live.counts()));
  }

  /**
   * What is shown: counts below a number, 2 or more, are hidden, and others with which they could be worked out.
   * Without a number it is the engine's, which the report has as `hidden_below`; `"none"` shows all counts.
   * @throws EhcpQaError `invalid_threshold`.
   */
  report(hiddenBelow?: HiddenBelow): Report {
    return this.#call((live) => fromTape<Report>(live.report(threshold(hiddenBelow))));
  }

  /** The report as CSV. */
  csv(hiddenBelow?: HiddenBelow): string {
    return this.#call((live) => live.csv(threshold(hiddenBelow)));
  }

  /** The report as a page, to be opened or printed by itself. */
  html(period: string, hiddenBelow?: HiddenBelow): string {
    return this.#call((live) => live.html(threshold(hiddenBelow), period));
  }

  /**
   * The summary of learning of Level 5, for people to edit: its feedback is drafted from what is shown, and
   * what was learnt and the actions are theirs. Then `Engine.checkLearning`, `learningHtml`, `learningMarkdown`.
   */
  learning(hiddenBelow?: HiddenBelow): Learning {
    return this.#call((live) => fromTape<Learning>(live.learning(threshold(hiddenBelow))));
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
