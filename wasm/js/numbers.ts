// The ids that the engine knows by number: live edits, packed reviews and gradings use numbers in their place.
// With them come the facts of a framework and the bounds of the engine, which no page states again.

import type { Core } from "../pkg/ehcp_qa_grading.js";
import type { Score } from "./documents.js";
import { fromTape } from "./tape.js";

/** A fact about the plan, such as its stage or the child's age. */
export interface Fact {
  /** What it is. A `flag` is true or false, and a `date` is written YYYY-MM-DD. */
  kind: "stage" | "year_group" | "age" | "flag" | "number" | "choice" | "date";
  /** The least and the greatest number of a year group, an age or another number. */
  range: { least: number; most: number } | null;
  /** The words of the stage or of another choice, in their order; none for another fact. */
  words: readonly string[];
  /** The year groups in their order; none for another fact. */
  years: readonly YearGroup[];
}

/** A year group and what it is called. */
export interface YearGroup {
  /** Its number in documents. */
  number: number;
  /** What it is called. */
  name: "before_nursery" | "nursery" | "reception" | "year" | "beyond_year";
  /** The number in its name: 9 for Year 9, and 14 for beyond Year 14. */
  year: number;
}

/** The bounds of what the engine reads. */
export interface Limits {
  /** The bytes of a document, in UTF-8. */
  documentBytes: number;
  /** The characters of a text. */
  textLength: number;
  /** The characters of a reference. */
  referenceLength: number;
}

/** The numbers of a framework's ids, and the bounds of what is read. */
export interface Numbers {
  framework: string;
  /** The scores of the scale, best first. */
  scores: Score[];
  sections: Map<string, number>;
  sectionIds: string[];
  descriptors: Map<string, number>;
  descriptorIds: string[];
  /** The sets of answers, each answer by its place from 1 among those of all sets. */
  answers: ReadonlyMap<string, number>[];
  /** The number of the set that each descriptor has. */
  answerSet: number[];
  /** The section of each descriptor. */
  sectionOf: number[];
  /** The descriptors that may be answered "not applicable". */
  mayNotApply: Set<string>;
  /** For each descriptor that is counted, its severities with the places of their counts. */
  counts: Map<number, Map<string, number>>;
  criteria: Map<string, { number: number; values: Map<string, number> }>;
  /** The facts about a plan, in the order of their numbers. */
  facts: Map<string, Fact & { number: number }>;
  checks: string[];
  limits: Limits;
}

/** What the engine returns. */
interface FromCore {
  framework: string;
  scores: Score[];
  sections: string[];
  descriptors: [id: string, section: number][];
  answers: string[][];
  answer_set: number[];
  may_not_apply: string[];
  counts: [descriptor: number, severity: string][];
  criteria: [id: string, values: string[]][];
  context: {
    field: string;
    kind: Fact["kind"];
    range: [least: number, most: number] | null;
    words: string[];
    years: [number: number, name: YearGroup["name"], year: number][];
  }[];
  checks: string[];
  most_bytes: number;
  most_reference: number;
  most_text: number;
}

/** The numbers of the framework that an engine grades by. */
export function numbersOf(core: Core): Numbers {
  const from = fromTape<FromCore>(core.numbers());
  const descriptorIds = from.descriptors.map(([id]) => id);
  const facts = from.context.map(({ field, kind, range: ends, words, years: entries }, number) => {
    const [least, most] = ends ?? [];
    const range = least === undefined || most === undefined ? null : { least, most };
    const years = entries.map(([number, name, year]) => ({ number, name, year }));
    return [field, { number, kind, range, words, years }] as const;
  });
  let places = 0;
  const counts: Numbers["counts"] = new Map();
  for (const [place, [descriptor, severity]] of from.counts.entries()) {
    const severities = counts.get(descriptor) ?? new Map<string, number>();
    counts.set(descriptor, severities.set(severity, place));
  }
  return {
    framework: from.framework,
    scores: from.scores,
    sections: byId(from.sections),
    sectionIds: from.sections,
    descriptors: byId(descriptorIds),
    descriptorIds,
    answers: from.answers.map((ids) => new Map(ids.map((id) => [id, ++places]))),
    answerSet: from.answer_set,
    sectionOf: from.descriptors.map(([, section]) => section),
    mayNotApply: new Set(from.may_not_apply),
    counts,
    criteria: new Map(from.criteria.map(([id, values], number) => [id, { number, values: byId(values) }])),
    facts: new Map(facts),
    checks: from.checks,
    limits: {
      documentBytes: from.most_bytes,
      textLength: from.most_text,
      referenceLength: from.most_reference,
    },
  };
}

function byId(ids: string[]): Map<string, number> {
  return new Map(ids.map((id, number) => [id, number]));
}
