// The answers to descriptors under a framework, as its document has them.

import type { AnswerReading, FrameworkDocument } from "./documents.js";

/** An answer. */
export interface LabelledAnswer {
  id: string;
  /** What people read; none for the usual answers, which a page has words for. */
  label: string | null;
  /** Its share of a descriptor that is met; none where it excludes the descriptor. */
  credit: number | null;
}

/** The answers of a framework that lists none. */
const USUAL: readonly LabelledAnswer[] = [
  { id: "yes", label: null, credit: 1 },
  { id: "no", label: null, credit: 0 },
  { id: "not_applicable", label: null, credit: null },
];

/** The answers of a framework, in its order. */
export function answersOf({ interpretation }: FrameworkDocument): readonly LabelledAnswer[] {
  return interpretation.answers?.map(labelled) ?? USUAL;
}

function labelled({ id, label, credit }: AnswerReading): LabelledAnswer {
  return { id, label, credit: credit == null ? null : credit.of / credit.out_of };
}
