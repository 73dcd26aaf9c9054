// The scores of a framework's scale, as its document prints them.

import type { FrameworkDocument, Score } from "./documents.js";

/** A score, with the label of its grade: a grade can have several scores. */
export interface LabelledScore {
  score: Score;
  label: string;
  /** All that the framework calls its grade: the label, the printed heading and the id. */
  names: string[];
}

/** Scores of a framework in the order in which they are given, which is the engine's, each with what it is called. */
export function labelled({ wording }: FrameworkDocument, scores: readonly Score[]): LabelledScore[] {
  const grades = wording.scale?.grades ?? [];
  return scores.flatMap((score) => {
    const grade = grades.find(({ score: first, up_to }) => first <= score && score <= (up_to ?? first));
    if (grade === undefined) return [];
    const { id, heading, label } = grade;
    return [{ score, label, names: [label, heading, (id ?? "").replaceAll("_", " ")] }];
  });
}
