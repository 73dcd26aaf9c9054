// Names for the parts of an assessment, in the words of the framework.

import type {
  FrameworkDocument,
  GateState,
  Interval,
  Progress,
  Score,
  SectionAssessment,
  Section,
  Severity,
} from "./documents.js";

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

/** Words about an assessment that no framework has. A page may replace any of them. */
export const WORDS = {
  fromTo: "{} to {}",
  ofTotal: "{} of {}",
  nothingApplies: "Nothing applies",
  notYet: "Not yet",
  noneToRecord: "None to record",
  nothingToAnswer: "Nothing to answer",
  may_be_issued: "May be issued",
  annex_b: "Not to be issued yet",
  undecided: "Undecided",
  error: "Error",
  warning: "Warning",
  information: "Information",
  oneError: "1 error",
  manyErrors: "{} errors",
  oneWarning: "1 warning",
  manyWarnings: "{} warnings",
  noErrors: "no errors or warnings",
  aboutPlan: "About the plan",
  scoreOfPlan: "Score of the plan",
  scoreOfSection: "Score of section {}",
  fieldOfPlan: "{} (the plan)",
  fieldOfSection: "{} (section {})",
};

export type Word = keyof typeof WORDS;

/** Says a text with its blanks filled in, in order. */
export type Saying<T extends string> = (text: T, ...blanks: (string | number)[]) => string;

/** Texts by their names, some of them replaced by a page. */
export function saying<T extends string>(
  usual: Record<T, string>,
  replaced: Partial<Record<T, string>> = {},
): Saying<T> {
  return (text, ...blanks) => {
    let at = 0;
    return (replaced[text] ?? usual[text]).replace(/\{\}/g, () => String(blanks[at++] ?? ""));
  };
}

/** The words for a framework. */
export function wordsFor({ wording, interpretation }: FrameworkDocument, say: Saying<Word>): Words {
  const labels = new Map(wording.scale.grades.map(({ score, label }) => [score, label]));
  const criteria = new Map(interpretation.criteria.map(({ id, label }) => [id, label]));
  const context = new Map<string, string>(interpretation.context.map(({ field, label }) => [field, label]));

  const label = (score: Score): string => labels.get(score) ?? String(score);
  const grade = (score: Score): string => `${score} ${labels.get(score) ?? ""}`.trim();
  const interval = ({ best, worst }: Interval): string =>
    best === worst ? grade(best) : say("fromTo", grade(best), grade(worst));

  function short(of: Interval | null): string {
    if (of === null) return say("nothingApplies");
    return of.best === of.worst ? grade(of.best) : say("fromTo", of.best, of.worst);
  }

  function field(pointer: string): string {
    const [, part = "", id = "", what = "", descriptor] = pointer.split("/");
    if (part === "criteria") return criteria.get(id) ?? id;
    if (part === "plan") return context.get(id) ?? say("aboutPlan");
    if (descriptor !== undefined) return descriptor;
    const plan = id === wording.overall.id;
    if (what === "score") return plan ? say("scoreOfPlan") : say("scoreOfSection", id);
    if (what === "") return id;
    return plan ? say("fieldOfPlan", what) : say("fieldOfSection", what, id);
  }

  function recorded({ recorded, progress }: SectionAssessment): string {
    if (recorded !== null) return grade(recorded);
    return say(progress.total === 0 ? "noneToRecord" : "notYet");
  }

  function findings(all: readonly { severity: Severity }[]): string {
    const of = (severity: Severity): number => all.filter((finding) => finding.severity === severity).length;
    const [errors, warnings] = [of("error"), of("warning")];
    const said = [
      errors === 1 ? say("oneError") : errors > 1 ? say("manyErrors", errors) : "",
      warnings === 1 ? say("oneWarning") : warnings > 1 ? say("manyWarnings", warnings) : "",
    ];
    return said.filter((part) => part !== "").join(", ") || say("noErrors");
  }

  return {
    label,
    grade,
    interval,
    short,
    recorded,
    notYet: say("notYet"),
    progress: ({ answered, total }) => (total === 0 ? say("nothingToAnswer") : say("ofTotal", answered, total)),
    gate: (state) => say(state),
    severity: (severity) => say(severity),
    findings,
    field,
    sections: [...wording.sections, wording.overall],
  };
}
