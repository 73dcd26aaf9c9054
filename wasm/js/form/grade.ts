// Grades the values of a page, in one review that stays open in the engine.

import type { Assessment, Review } from "../documents.js";
import type { Grader, ReviewInput } from "../engine.js";
import { parse, toText } from "../json.js";
import { Reopened } from "../reopened.js";
import type { Edited } from "../session.js";
import { setIn, valueIn, type Value } from "../values.js";
import { pointerOf, type Meaning } from "./names.js";

/** The review that the fields make, and its assessment. */
export interface Graded {
  review: Review;
  assessment: Assessment;
  /** The score line. */
  line: string;
  /** Why a value was refused, by the name of its field. */
  refused: ReadonlyMap<string, string>;
}

/** The review behind a form. A change of the form is one call of the engine. */
export class FormReview {
  readonly #engine: Grader;
  readonly #names: ReadonlyMap<string, Meaning>;
  /** The review to begin with, whose values count where the form has no field. */
  readonly #base: Review;
  readonly #session: Reopened;
  /** The values that the open session has, by the names of their fields. */
  #entered: ReadonlyMap<string, Value> = new Map();
  readonly #refused = new Map<string, string>();
  #graded: Graded | undefined;

  /** @throws EhcpQaError `invalid_review`, with every problem of the review to begin with. */
  constructor(engine: Grader, names: ReadonlyMap<string, Meaning>, given: ReviewInput | undefined) {
    this.#engine = engine;
    this.#names = names;
    this.#base = checked(engine, given);
    this.#session = new Reopened(() => {
      this.#entered = new Map();
      return engine.open(this.#base);
    });
  }

  /** Grades the values of the fields. Where they are those of the last time, nothing crosses into the engine. */
  grade(fields: ReadonlyMap<string, Value>): Graded {
    const values = new Map([...fields].filter(([name]) => !this.#names.get(name)!.isSectionText));
    if (this.#graded !== undefined && changedNames(this.#entered, values).length === 0) return this.#graded;
    this.#graded = this.#session.run((session) => {
      const changed = changedNames(this.#entered, values);
      let edited: Edited = { problem: null };
      for (const name of changed) {
        const [pointer = ""] = pointerOf(this.#names.get(name)!);
        // Where a field is gone, the value of the review to begin with counts again.
        const value = values.has(name) ? values.get(name)! : valueIn(this.#base, pointer);
        const isLast = name === changed.at(-1);
        // The record never holds what the page no longer shows: nothing takes the place of what is refused.
        edited = session.edit(pointer, value, { clears: true, assessment: isLast, line: isLast });
        if (edited.problem === null) this.#refused.delete(name);
        else this.#refused.set(name, edited.problem.message);
      }
      this.#entered = values;
      const { assessment = session.assessment(), line = session.line() } = edited;
      return { review: this.#review(), assessment, line, refused: new Map(this.#refused) };
    });
    return this.#graded;
  }

  /** Lets go of the engine. */
  free(): void {
    this.#session.replace(undefined);
    this.#engine.free();
  }

  /** The review that the values make; those that were refused are not answered. */
  #review(): Review {
    const review = structuredClone(this.#base);
    for (const [name, value] of this.#entered) {
      setIn(review, this.#names.get(name)!.path, this.#refused.has(name) ? null : value);
    }
    return review;
  }
}

/** The names that have another value, or one only before or only now. */
export function changedNames(before: ReadonlyMap<string, Value>, now: ReadonlyMap<string, Value>): string[] {
  const names = new Set([...before.keys(), ...now.keys()]);
  return [...names].filter((name) => before.has(name) !== now.has(name) || before.get(name) !== now.get(name));
}

function checked(engine: Grader, review: ReviewInput | undefined): Review {
  if (review === undefined) return { framework: engine.framework.id as Review["framework"] };
  // A framework may give an object that only it can copy.
  const text = toText(review, "invalid_review");
  engine.open(text).free();
  return parse<Review>(text);
}
