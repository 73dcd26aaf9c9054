// For Symbol.dispose, which the usual libraries of TypeScript do not have yet.
/// <reference lib="esnext.disposable" preserve="true" />

import { $given, $members } from "./arguments.js";
import type { LiveReview } from "../pkg/ehcp_qa_grading.js";
import type { Assessment, GateState, GateSuggestion, Interval, Problem, Review, Score } from "./documents.js";
import { EhcpQaError, refusal } from "./errors.js";
import { refused, type Runtime } from "./module.js";
import type { Numbers } from "./numbers.js";
import { fromTape } from "./tape.js";
import { gateOf } from "./unpacking.js";
import type { Value } from "./values.js";

/** An answer to a descriptor; `null` takes it back. */
export type Answer = "yes" | "no" | "not_applicable" | null;

/** A detail of a review: `reference` of the plan, `role` and `id` of the reviewer, `date` of the review. */
export type Detail = "reference" | "role" | "id" | "date";

/** The plan's grades after an edit. */
export interface PlanChange {
  /** `null` where the framework has no grade table. */
  criteria: Interval | null;
  cap: Interval | null;
  /** `null` where the framework suggests no grade. */
  suggested: Interval | null;
  gate: { state: GateState; suggestion: GateSuggestion | null } | null;
}

/** What an edit changed; what it left as it was is absent. */
export interface Change {
  /** The edited section's suggestion; `null` where nothing applies any longer. */
  section?: { id: string; suggested: Interval | null };
  /** The plan's grades. */
  plan?: PlanChange;
  /** True when other sections may have changed too: read `assessment()`. */
  everything?: true;
}

/** What `Session.edit` is asked for. */
export interface EditOptions {
  /** Takes the value before back where the new one is refused; otherwise it stays. */
  clears?: boolean;
  /** Returns the assessment. */
  assessment?: boolean;
  /** Returns the score line. */
  line?: boolean;
}

/** What became of an edit by its place, and what was asked for; nothing of it where the edit left all as it was. */
export interface Edited {
  /** Why the value was refused. */
  problem: Problem | null;
  assessment?: Assessment;
  line?: string;
}

const NOTHING: Change = Object.freeze({});
const NOT_KNOWN = 0xffffffff;
/** Where a review has a detail. */
const DETAILS: ReadonlyMap<string, string> = new Map([
  ["reference", "/plan/reference"],
  ["role", "/review/reviewer/role"],
  ["id", "/review/reviewer/id"],
  ["date", "/review/date"],
]);
/** A review open for live edits: each is graded at once and returns only what it changed. */
export class Session {
  readonly #runtime: Runtime;
  #live: LiveReview | undefined;
  readonly #numbers: Numbers;
  readonly #instance: number;

  /** Opened by `Engine.open`. */
  constructor(runtime: Runtime, live: LiveReview, numbers: Numbers) {
    this.#runtime = runtime;
    this.#live = live;
    this.#numbers = numbers;
    this.#instance = this.#runtime.instance();
  }

  #open(): LiveReview {
    if (this.#live === undefined) throw new EhcpQaError("closed", "This review was closed: open it again.");
    if (this.#instance !== this.#runtime.instance()) {
      throw new EhcpQaError("closed", "This review was lost when the engine stopped: open it again.");
    }
    return this.#live;
  }

  /** Answers a descriptor, such as `answer("A1", "yes")`. */
  answer(id: string, value: Answer): Change {
    const number = this.#numbers.descriptors.get(id) ?? NOT_KNOWN;
    const { answers, answerSet } = this.#numbers;
    const code = value === null ? 0 : (answers[answerSet[number] ?? 0]?.get(value) ?? 255);
    const live = this.#open();
    let bits: number;
    try {
      bits = live.answer(number, code);
    } catch (thrown) {
      throw this.#runtime.failure(thrown);
    }
    return bits === 0 ? NOTHING : this.#change(bits, this.#numbers.sectionOf[number]);
  }

  /** Records how many findings of a severity a descriptor has: `count("F1", "critical", 0)`; `null` takes it back. */
  count(id: string, severity: string, value: number | null): void {
    $given(id, "id", "string", false);
    $given(severity, "severity", "string", false);
    const number = this.#numbers.descriptors.get(id) ?? NOT_KNOWN;
    const section = this.#numbers.sectionIds[this.#numbers.sectionOf[number] ?? -1] ?? "";
    this.#set(`/sections/${section}/descriptors/${id}/${severity}`, value);
  }

  /** Records the score of a section, such as 2; `null` takes it back. Under `overall` it is the plan's. */
  score(section: string, score: Score | null): Change {
    const number = this.#numbers.sections.get(section) ?? NOT_KNOWN;
    // The engine takes -1 for no score, which a host's -1 is not.
    const recorded = score === null ? -1 : (score as number) === -1 ? NaN : score;
    return this.#change(
      this.#runtime.call(() => this.#open().score(number, recorded)),
      number,
    );
  }

  /** Answers a criterion, such as `criterion("complies", "met")`; `null` takes it back. */
  criterion(id: string, value: string | null): Change {
    const criterion = this.#numbers.criteria.get(id);
    const number = value === null ? -1 : (criterion?.values.get(value) ?? 255);
    return this.#change(this.#runtime.call(() => this.#open().criterion(criterion?.number ?? NOT_KNOWN, number)));
  }

  /** Records a fact about the plan, such as `context("year_group", 9)`; `null` takes it back. */
  context(field: string, value: string | number | boolean | null): Change {
    const set = (kind: number, number: number, word?: string): Change =>
      this.#change(this.#runtime.call(() => this.#open().context(field, kind, number, word)));
    if (value === null || value === undefined) return set(0, 0);
    if (typeof value === "boolean") return set(1, value ? 1 : 0);
    if (typeof value === "number") return set(2, value);
    return set(3, 0, typeof value === "string" ? value : undefined);
  }

  /** Records a text of a section: `strengths`, `improvements` or `rationale`; `null` takes it back. */
  text(section: string, field: string, value: string | null): void {
    $given(section, "section", "string", false);
    $given(field, "field", "string", false);
    this.#set(`/sections/${section}/${field}`, value);
  }

  /** Records a detail that no grade depends on, such as `detail("date", "2025-03-14")`; `null` takes it back. */
  detail(field: Detail, value: string | null): void {
    this.#set(DETAILS.get(field) ?? "", value);
  }

  /** Records the level of checking, 1 to 5; `null` takes it back. */
  level(level: number | null): void {
    this.#set("/review/level", level);
  }

  /**
   * Sets the value that a JSON Pointer of a review names, such as `/sections/B/descriptors/B1`; `null` takes it back.
   * What the review then comes to is returned by the same call. A value that is refused is no error here.
   */
  edit(pointer: string, value: Value, options: EditOptions = {}): Edited {
    const { clears = false, assessment = false, line = false } = $members(options, "options");
    const asked = (assessment ? 1 : 0) + (line ? 2 : 0);
    return this.#runtime.call(() => fromTape<Edited>(this.#open().edit(pointer, value, clears, asked)));
  }

  /** The answers and scores in one line of text, as `Engine.toLine` writes it. */
  line(): string {
    return this.#runtime.call(() => this.#open().line());
  }

  /** The assessment of the review as it stands. */
  assessment(): Assessment {
    return this.#runtime.call(() => fromTape<Assessment>(this.#open().assessment()));
  }

  /** The review as it stands. */
  review(): Review {
    return this.#runtime.call(() => fromTape<Review>(this.#open().review()));
  }

  /** Lets go of the engine's memory. */
  free(): void {
    const live = this.#live;
    this.#live = undefined;
    if (live !== undefined && this.#instance === this.#runtime.instance()) live.free();
  }

  [Symbol.dispose](): void {
    this.free();
  }

  /** Sets a value, or throws. */
  #set(pointer: string, value: Value): void {
    const { problem } = this.edit(pointer, value);
    if (problem !== null) throw refusal("invalid_edit", [problem]);
  }

  /** Unpacks what the engine packs; the layout stands beside `bits` in its source. */
  #change(bits: number, section?: number): Change {
    if (bits === 0) return NOTHING;
    if (bits < 0) throw refused(this.#runtime.call(() => this.#open().refusal()));
    const { scores, sectionIds } = this.#numbers;
    const interval = (from: number, at: number): Interval => ({
      best: scores[(from >>> at) & 31]!,
      worst: scores[(from >>> (at + 5)) & 31]!,
    });
    const change: Change = {};
    if (bits & 1) {
      const suggested = bits & 2 ? interval(bits, 2) : null;
      change.section = { id: sectionIds[section ?? 0] ?? "", suggested };
    }
    if (bits & 0x1000) {
      const high = bits / 0x100000000;
      change.plan = {
        criteria: bits & 0x2000 ? interval(bits, 14) : null,
        cap: bits & 0x20000000 ? interval(high, 0) : null,
        suggested: high & 0x400 ? interval(high, 11) : null,
        gate: gateOf((bits >>> 24) & 3, (bits >>> 26) & 3),
      };
    }
    if (bits & 0x10000000) change.everything = true;
    return change;
  }
}
