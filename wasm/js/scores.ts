// The scores of a framework's scale, as its document prints them.

import type { FrameworkDocument, Score } from "./documents.js";

/** A score, with the label of its grade: a grade can have several scores. */
export interface LabelledScore {
  score: Score;
  label: string;
  /** All that the framework calls its grade: the label, the printed heading and the id. */
  names: string[];
}

/** The scores of a framework, the best first; none where it grades nothing. */
export function scoresOf({ wording, interpretation }: FrameworkDocument): LabelledScore[] {
  const scores = (wording.scale?.grades ?? []).flatMap(({ id, score: first, up_to, heading, label }) =>
    Array.from({ length: (up_to ?? first) - first + 1 }, (_, further) => ({
      score: (first + further) as Score,
      label,
      names: [label, heading, (id ?? "").replaceAll("_", " ")],
    })),
  );
  scores.sort((one, other) => one.score - other.score);
  return interpretation.scale?.best === "greatest" ? scores.reverse() : scores;
}
