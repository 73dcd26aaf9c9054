// The results that a page can show, by their names.

import type { Absence, Assessment, Finding, StatementFinding } from "../documents.js";
import { quoted } from "../quote.js";
import type { Words } from "../words.js";
import type { Graded } from "./grade.js";
import type { Checked } from "./wording.js";

/** A result: one text, or a list of them. */
export type Result = string | readonly string[];

/** So many findings of a text are listed; the others are counted. */
const MOST_LISTED = 200;

/** Every result by its name. `texts` are the texts of sections that have been checked, by the ids of the sections. */
export function resultsOf(
  { assessment, review, line }: Graded,
  texts: ReadonlyMap<string, Checked>,
  words: Words,
): Map<string, Result> {
  const { plan, progress, findings, path, sections } = assessment;
  const results = new Map<string, Result>();
  const grades = (name: string, suggested: string, recorded: Assessment["plan"]["recorded"]): void => {
    results.set(`${name}.suggested`, suggested);
    results.set(`${name}.recorded`, recorded === null ? words.notYet : words.grade(recorded));
  };
  const sentences = (of: readonly Finding[]): string[] =>
    of.map(({ severity, message }) => `${words.severity(severity)}: ${message}`);

  for (const { id, suggested, recorded, progress } of sections) {
    grades(id, words.ofSection(suggested), recorded);
    results.set(`${id}.progress`, words.progress(progress));
    results.set(`${id}.findings`, sentences(findings.filter(({ at }) => at.startsWith(`/sections/${id}/`))));
  }
  // The suggestion for the plan, in place of that of the block on overall quality alone.
  grades("overall", words.interval(plan.suggested), plan.recorded);
  results.set("gate", plan.gate?.message ?? "");
  results.set("gate.state", plan.gate === null ? "" : words.gate(plan.gate.state));
  results.set("progress", words.progress(progress.total));
  results.set("findings", sentences(findings));
  results.set("findings.count", words.findings(findings));
  results.set(
    "path",
    (path?.steps ?? []).map(({ message }) => message),
  );
  results.set("review", JSON.stringify(review));
  results.set("line", line);
  results.set(
    "summary",
    `${words.interval(plan.suggested)}; ${words.findings(findings)}; ${words.progress(progress.total)}`,
  );
  for (const { id } of words.sections.slice(0, -1)) {
    const text = texts.get(id);
    const wording = text === undefined ? { lines: [], counts: "" } : wordingOf(text, words);
    results.set(`${id}.wording`, wording.lines);
    results.set(`${id}.wording.count`, wording.counts);
  }
  return results;
}

/** What is found in a text: each finding with the words that it is about, and how many of each severity there are. */
function wordingOf({ text, lint }: Checked, words: Words): { lines: string[]; counts: string } {
  const findings = [...lint.findings, ...lint.absent];
  const shown = findings.slice(0, MOST_LISTED);
  const lines = shown.map((finding) => `${words.severity(finding.severity)}: ${sentencesOf(finding, text)}`);
  const more = partsOf(findings.slice(MOST_LISTED)) + lint.more;
  const counts = words.findings(findings);
  return {
    lines: more === 0 ? lines : [...lines, words.more(more)],
    counts: lint.more === 0 ? counts : `${counts}. ${words.more(lint.more)}`,
  };
}

const partsOf = (findings: readonly (StatementFinding | Absence)[]): number =>
  findings.reduce((sum, finding) => sum + ("parts" in finding ? finding.parts.length : 1), 0);

/** What is found and what to put instead, part by part where it is of a statement, behind the words of each part. */
function sentencesOf(finding: StatementFinding | Absence, text: string): string {
  if (!("parts" in finding)) return `${finding.message} ${finding.instead}`;
  let last = "";
  return finding.parts
    .map(({ span, message, instead }) => {
      const words = quoted(text, span);
      const about = words === last ? "" : `${words}: `;
      last = words;
      return `${about}${message} ${instead}`;
    })
    .join(" ");
}

/** Whether two results are the same. */
export function isSame(one: Result | undefined, other: Result | undefined): boolean {
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
