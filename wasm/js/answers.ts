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

/** The answers to a descriptor, in the order of the framework: those of its set, of its section's, or of all. */
export function answersTo(
  { interpretation }: FrameworkDocument,
  section: string,
  descriptor: string,
): readonly LabelledAnswer[] {
  const sets = interpretation.answer_sets ?? [];
  const set =
    sets.find(({ descriptors }) => descriptors?.includes(descriptor)) ??
    sets.find(({ sections }) => sections?.includes(section));
  return (set ?? interpretation).answers?.map(labelled) ?? USUAL;
}

/** Whether an answer can say that a descriptor is met in part. */
export function hasPartly({ interpretation: { answers, answer_sets } }: FrameworkDocument): boolean {
  const all = [...(answers ?? []), ...(answer_sets ?? []).flatMap(({ answers }) => answers)];
  return all.map(labelled).some(({ credit }) => credit !== null && credit > 0 && credit < 1);
}

function labelled({ id, label, credit }: AnswerReading): LabelledAnswer {
  return { id, label, credit: credit == null ? null : credit.of / credit.out_of };
}
