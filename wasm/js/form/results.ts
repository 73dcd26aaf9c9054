// The results that a page can show, by their names.

import type { Absence, Assessment, Finding, Lint, StatementFinding } from "../documents.js";
import type { Words } from "../words.js";
import type { Graded } from "./grade.js";

/** A result: one text, or a list of them. */
export type Result = string | readonly string[];

/** Every result by its name. `lints` are the findings in the texts of sections, by the ids of the sections. */
export function resultsOf(
  { assessment, review, line }: Graded,
  lints: ReadonlyMap<string, Lint>,
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
    const lint = lints.get(id);
    const wordingFindings = lint === undefined ? [] : [...lint.findings, ...lint.absent];
    results.set(
      `${id}.wording`,
      wordingFindings.map((finding) => `${words.severity(finding.severity)}: ${sentencesOf(finding)}`),
    );
    results.set(`${id}.wording.count`, lint === undefined ? "" : words.findings(wordingFindings));
  }
  return results;
}

/** What is found and what to put instead, part by part where it is of a statement. */
function sentencesOf(finding: StatementFinding | Absence): string {
  const parts = "parts" in finding ? finding.parts : [finding];
  return parts.map(({ message, instead }) => `${message} ${instead}`).join(" ");
}

/** Whether two results are the same. */
export function isSame(one: Result | undefined, other: Result | undefined): boolean {
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
