// Fills a summary of learning in again, and keeps what people wrote.

import type { Learning } from "ehcp-qa/service";

type Row = Learning["rows"][number];

const isAsDrafted = ({ feedback, drafted }: Row): boolean => feedback === (drafted ?? "");

/**
 * A form filled in with a new draft. Feedback that nobody has changed is replaced. What people wrote stays, in the row
 * of its area or after the drafted rows. `areas` are those of earlier drafts; a row of another area was added by
 * people. `kept` is the number of rows in which something that people wrote stays.
 */
export function refill(form: Learning, draft: Learning, areas: ReadonlySet<string>): { next: Learning; kept: number } {
  const isDrafted = (area: string): boolean => areas.has(area) || draft.rows.some((row) => row.area === area);
  const written = form.rows.filter(
    (row) =>
      !isDrafted(row.area) ||
      !isAsDrafted(row) ||
      [row.learning, row.tribunal_learning].some((text) => (text ?? "") !== ""),
  );
  const left = new Set(written);
  const rows = draft.rows.map((drafted): Row => {
    const row = form.rows.find(({ area }) => area === drafted.area);
    if (row === undefined) return drafted;
    left.delete(row);
    return { ...row, ...drafted, feedback: isAsDrafted(row) ? drafted.feedback : row.feedback };
  });
  return { next: { ...form, rows: [...rows, ...left] }, kept: written.length };
}
