// A part of the form: a card of fields, each for one value of the review.

import type { Assessment, FrameworkDocument, Problem } from "../../documents.js";
import type { Grader } from "../../engine.js";
import type { Value } from "../../values.js";
import type { Words } from "../../words.js";
import { h } from "../dom.js";
import type { Field, FieldHost } from "../fields.js";
import type { LinkTo } from "../reasons.js";

export interface Part {
  element: HTMLElement;
  /** Shows what a review holds. */
  fill(value: (pointer: string) => Value): void;
  /** Shows what it comes to. */
  show(assessment: Assessment): void;
}

/** What parts are made with. */
export interface PartOptions {
  around: FieldHost;
  framework: FrameworkDocument;
  /** The facts about the plan, with their ranges. */
  facts: Grader["facts"];
  /** The descriptors that may be answered "not applicable". */
  mayNotApply: Grader["mayNotApply"];
  words: Words;
  link: LinkTo;
  /** Sets what was typed, or takes back what was there; returns what is wrong with it. */
  edit(pointer: string, value: Value): Problem | null;
  /** Sets a choice, or leaves all as it was; returns what is wrong with it. */
  choose(pointer: string, value: Value): Problem | null;
}

/** Fields by the JSON Pointers of their values. */
export type Fields = Map<string, Field>;

/** A part from its element and its fields. */
export function part(element: HTMLElement, fields: Fields, show: (assessment: Assessment) => void = () => {}): Part {
  return {
    element,
    fill(valueOf) {
      for (const [pointer, { set }] of fields) {
        const value = valueOf(pointer);
        set(value === null ? null : String(value));
      }
    },
    show,
  };
}

/** A card with a heading. */
export function card(pointer: string, level: "h2" | "h3", heading: string, ...children: (Node | null)[]): HTMLElement {
  const id = `${pointer}/heading`;
  return h(
    "section",
    { class: "eqa-card", "data-pointer": pointer, tabindex: "-1", "aria-labelledby": id },
    h(level, { class: "eqa-heading", id }, heading),
    ...children,
  );
}

/** A whole number becomes a number; anything else goes to the engine as it is, which reports what is wrong. */
export function number(text: string | null): string | number | null {
  return text !== null && /^\s*-?\d+\s*$/.test(text) ? Number(text) : text;
}
