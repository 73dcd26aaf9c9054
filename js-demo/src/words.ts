// Names for what the framework and the assessment hold, in the framework's own words.

import type { Basis, End, FrameworkDocument, GateState, Interval, Progress, Score, Section, SectionAssessment, Severity } from "ehcp-qa";

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
  /** "3 of 6". */
  progress(progress: Progress): string;
  /** The name of the field that a JSON Pointer names. */
  field(pointer: string): string;
  /** The sections in printed order; the block on overall quality is the last. */
  sections: Section[];
}

/** The words for a framework. */
export function wordsFor(framework: FrameworkDocument): Words {
  const { wording, interpretation } = framework;
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
    const plan = id === "overall";
    if (what === "score") return plan ? "Score of the plan" : `Score of section ${id}`;
    return what === "" ? id : `${what} (${plan ? "the plan" : `section ${id}`})`;
  }

  function recorded({ recorded, progress }: SectionAssessment): string {
    if (recorded !== null) return grade(recorded);
    return progress.total === 0 ? "None to record" : "Not yet";
  }

  const progress = ({ answered, total }: Progress): string => (total === 0 ? "Nothing to answer" : `${answered} of ${total}`);

  return { label, grade, interval, short, recorded, progress, field, sections: [...wording.sections, wording.overall] };
}

export const ENDS: Record<End, string> = { both: "Certain", best: "At best", worst: "At worst" };

export const BASES: Record<Basis, string> = {
  law: "Law",
  framework: "Framework",
  guidance: "Guidance",
  interpretation: "Interpretation – ours",
};

export const GATES: Record<GateState, { label: string; tag: string }> = {
  may_be_issued: { label: "May be issued", tag: "govuk-tag--green" },
  annex_b: { label: "Not to be issued yet", tag: "govuk-tag--red" },
  undecided: { label: "Undecided", tag: "govuk-tag--grey" },
};

interface SeverityWords {
  one: string;
  heading: string;
  tag: string;
}

export const SEVERITIES: Record<Severity, SeverityWords> = {
  error: { one: "Error", heading: "Errors", tag: "govuk-tag--red" },
  warning: { one: "Warning", heading: "Warnings", tag: "govuk-tag--yellow" },
  information: { one: "Information", heading: "Information", tag: "govuk-tag--blue" },
};

/** "1 error", "2 errors". */
export function count(number: number, one: string, more = `${one}s`): string {
  return `${number} ${number === 1 ? one : more}`;
}
