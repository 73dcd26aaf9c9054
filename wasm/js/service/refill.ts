// Fills a summary of learning in again, and keeps what people wrote.

import type { Learning } from "../documents.js";

type Row = Learning["rows"][number];

/** A summary of learning that was filled in again. */
export interface RefilledLearning {
  form: Learning;
  /** The rows in which something stays that people wrote. */
  kept: number;
}

/**
 * A summary of learning filled in with a new draft. Feedback that nobody has changed is replaced. What people wrote
 * stays, in the row of its area or after the drafted rows. Neither of the two is changed.
 * @param areas The areas of earlier drafts. A row of an area in no draft was added by people.
 */
export function refillLearning(form: Learning, draft: Learning, areas: ReadonlySet<string>): RefilledLearning {
  const isDraftedArea = (area: string): boolean => areas.has(area) || draft.rows.some((row) => row.area === area);
  const written = form.rows.filter((row) => !isDraftedArea(row.area) || !isAsDrafted(row) || hasLearning(row));
  const left = new Set(written);
  const rows = draft.rows.map((drafted): Row => {
    const row = form.rows.find(({ area }) => area === drafted.area);
    if (row === undefined) return drafted;
    left.delete(row);
    return { ...row, ...drafted, feedback: isAsDrafted(row) ? drafted.feedback : row.feedback };
  });
  return { form: { ...form, rows: [...rows, ...left] }, kept: written.length };
}

function isAsDrafted({ feedback, drafted }: Row): boolean {
  return feedback === (drafted ?? "");
}

function hasLearning({ learning, tribunal_learning: tribunal }: Row): boolean {
  return [learning, tribunal].some((text) => (text ?? "") !== "");
}
