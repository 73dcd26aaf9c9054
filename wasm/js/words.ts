// Names for what an assessment holds, in the framework's own words.

import type { FrameworkDocument, GateState, Interval, Progress, Score, SectionAssessment, Section, Severity } from "./documents.js";

/** The words for a framework. */
export interface Words {
  /** "Good". */
  label(score: Score): string;
  /** "2 Good". */
  grade(score: Score): string;
  /** "2 Good to 4 Inadequate", or "2 Good" where the ends are the same. */
  interval(interval: Interval): string;
  /** "2 to 4", or "2 Good" where the ends are the same. */
  short(interval: Interval | null): string;
  /** The score recorded for a section, or that there is none. */
  recorded(section: SectionAssessment): string;
  /** What is said where no score is recorded. */
  notYet: string;
  /** "3 of 6". */
  progress(progress: Progress): string;
  /** "May be issued". */
  gate(state: GateState): string;
  /** "Warning". */
  severity(severity: Severity): string;
  /** "1 error, 2 warnings". */
  findings(findings: readonly { severity: Severity }[]): string;
  /** The name of the field that a JSON Pointer names. */
  field(pointer: string): string;
  /** The sections in printed order; the block on overall quality is the last. */
  sections: Section[];
}

const GATES: Record<GateState, string> = {
  may_be_issued: "May be issued",
  annex_b: "Not to be issued yet",
  undecided: "Undecided",
};

const SEVERITIES: Record<Severity, string> = { error: "Error", warning: "Warning", information: "Information" };
const NOT_YET = "Not yet";

/** "1 error", "2 errors". */
export function count(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}

/** The words for a framework. */
export function wordsFor({ wording, interpretation }: FrameworkDocument): Words {
  const labels = new Map(wording.scale.grades.map(({ score, label }) => [score, label]));
  const criteria = new Map(interpretation.criteria.map(({ id, label }) => [id, label]));
  const context = new Map<string, string>(interpretation.context.map(({ field, label }) => [field, label]));

  const label = (score: Score): string => labels.get(score) ?? String(score);
  const grade = (score: Score): string => `${score} ${labels.get(score) ?? ""}`.trim();
  const interval = ({ best, worst }: Interval): string => (best === worst ? grade(best) : `${grade(best)} to ${grade(worst)}`);

  function short(of: Interval | null): string {
    if (of === null) return "Nothing applies";
    return of.best === of.worst ? grade(of.best) : `${of.best} to ${of.worst}`;
  }

  function field(pointer: string): string {
    const [, part = "", id = "", what = "", descriptor] = pointer.split("/");
    if (part === "criteria") return criteria.get(id) ?? id;
    if (part === "plan") return context.get(id) ?? "About the plan";
    if (descriptor !== undefined) return descriptor;
    const plan = id === wording.overall.id;
    if (what === "score") return plan ? "Score of the plan" : `Score of section ${id}`;
    return what === "" ? id : `${what} (${plan ? "the plan" : `section ${id}`})`;
  }

  function recorded({ recorded, progress }: SectionAssessment): string {
    if (recorded !== null) return grade(recorded);
    return progress.total === 0 ? "None to record" : NOT_YET;
  }

  function findings(all: readonly { severity: Severity }[]): string {
    const of = (severity: Severity): number => all.filter((finding) => finding.severity === severity).length;
    const [errors, warnings] = [of("error"), of("warning")];
    const said = [errors > 0 ? count(errors, "error") : "", warnings > 0 ? count(warnings, "warning") : ""];
    return said.filter((part) => part !== "").join(", ") || "no errors or warnings";
  }

  return {
    label,
    grade,
    interval,
    short,
    recorded,
    notYet: NOT_YET,
    progress: ({ answered, total }) => (total === 0 ? "Nothing to answer" : `${answered} of ${total}`),
    gate: (state) => GATES[state],
    severity: (severity) => SEVERITIES[severity],
    findings,
    field,
    sections: [...wording.sections, wording.overall],
  };
}
