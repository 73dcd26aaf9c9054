// Names for the parts of an assessment, in the words of the framework and of the page.

import type {
  FrameworkDocument,
  GateState,
  Interval,
  Progress,
  Score,
  Section,
  SectionAssessment,
  Severity,
} from "./documents.js";
import { labelled } from "./scores.js";
import type { Say } from "./sentences.js";

/** The words for a framework. */
export interface Words {
  /** "Good". */
  label(score: Score): string;
  /** "2 Good". */
  grade(score: Score): string;
  /** "2 Good to 4 Inadequate", or "2 Good" where the ends are the same; or that no grade is suggested. */
  interval(interval: Interval | null): string;
  /** The same of a section, of which none can be suggested because nothing applies. */
  ofSection(interval: Interval | null): string;
  /** "2 to 4", or "2 Good" where the ends are the same; or why a section has none. */
  short(interval: Interval | null): string;
  /** The score recorded for a section, or that there is none. */
  recorded(section: SectionAssessment): string;
  /** What stands where no score is recorded. */
  notYet: string;
  /** "3 of 6". */
  progress(progress: Progress): string;
  /** "May be issued". */
  gate(state: GateState): string;
  /** "Warning". */
  severity(severity: Severity): string;
  /** "1 error, 2 warnings". */
  findings(findings: readonly { severity: Severity }[]): string;
  /** "And 3 more findings." */
  more(count: number): string;
  /** The name of the field that a JSON Pointer names. */
  field(pointer: string): string;
  /** The name of the part of the review that holds the field: "Section C: Health needs". */
  place(pointer: string): string;
  /** The sections in printed order; the block on overall quality is the last. */
  sections: Section[];
  /** The scores of the scale, the best first. */
  scores: readonly Score[];
}

/** Words about an assessment that no framework has. A page may replace any of them. */
export const WORDS = {
  fromTo: "{from} to {to}",
  ofTotal: "{answered} of {total}",
  nothingApplies: "Nothing applies",
  noGrade: "No grade is suggested",
  notYet: "Not yet",
  noneToRecord: "None to record",
  nothingToAnswer: "Nothing to answer",
  may_be_issued: "May be issued",
  not_to_be_issued: "Not to be issued yet",
  undecided: "Undecided",
  error: "Error",
  warning: "Warning",
  information: "Information",
  errorCount: { one: "{count} error", other: "{count} errors" },
  warningCount: { one: "{count} warning", other: "{count} warnings" },
  noErrors: "no errors or warnings",
  moreFindings: { one: "And {count} more finding.", other: "And {count} more findings." },
  aboutReview: "About the review",
  aboutPlan: "About the plan",
  criteria: "Criteria for the plan as a whole",
  strengths: "Key strengths",
  improvements: "Areas for improvement",
  rationale: "Rationale for the score",
  scoreOfPlan: "Score of the plan",
  scoreOfSection: "Score of section {section}",
  fieldOfPlan: "{field} (the plan)",
  fieldOfSection: "{field} (section {section})",
} as const;

export type Word = keyof typeof WORDS;

/** The texts of a section of a review. */
const TEXTS_OF_SECTION = ["strengths", "improvements", "rationale"] as const;

/** The words for a framework, whose scores are given best first. */
export function wordsFor(framework: FrameworkDocument, scores: readonly Score[], say: Say<typeof WORDS>): Words {
  const { wording, interpretation } = framework;
  const labels = new Map(labelled(framework, scores).map(({ score, label }) => [score, label]));
  const criteria = new Map(interpretation.criteria.map(({ id, label }) => [id, label]));
  const context = new Map<string, string>(interpretation.context.map(({ field, label }) => [field, label]));
  const sections = [...wording.sections, wording.overall];
  const titles = new Map(sections.map(({ id, title }) => [id, title]));

  const label = (score: Score): string => labels.get(score) ?? String(score);
  /** A label can be the number itself. */
  const grade = (score: Score): string => (label(score) === String(score) ? label(score) : `${score} ${label(score)}`);
  /** Without bands a framework suggests no score for any section. */
  const none = say(interpretation.section_suggestion.length === 0 ? "noGrade" : "nothingApplies");
  const ends = ({ best, worst }: Interval, end: (score: Score) => string): string =>
    best === worst ? grade(best) : say("fromTo", { from: end(best), to: end(worst) });

  function field(pointer: string): string {
    const [, part = "", id = "", name = "", descriptor] = pointer.split("/");
    if (part === "criteria") return criteria.get(id) ?? id;
    if (part === "plan") return context.get(id) ?? say("aboutPlan");
    if (descriptor !== undefined) return descriptor;
    const isPlan = id === wording.overall.id;
    if (name === "score") return isPlan ? say("scoreOfPlan") : say("scoreOfSection", { section: id });
    if (name === "") return id;
    const text = TEXTS_OF_SECTION.find((text) => text === name);
    const named = text === undefined ? name : say(text);
    return isPlan ? say("fieldOfPlan", { field: named }) : say("fieldOfSection", { field: named, section: id });
  }

  function place(pointer: string): string {
    const [, part = "", id = ""] = pointer.split("/");
    if (part === "criteria") return say("criteria");
    if (part === "review") return say("aboutReview");
    return titles.get(id) ?? say("aboutPlan");
  }

  function recorded({ recorded, progress }: SectionAssessment): string {
    if (recorded !== null) return grade(recorded);
    return say(progress.total === 0 ? "noneToRecord" : "notYet");
  }

  function findings(all: readonly { severity: Severity }[]): string {
    const count = (severity: Severity): number => all.filter((finding) => finding.severity === severity).length;
    const [errors, warnings] = [count("error"), count("warning")];
    const counted = [
      ...(errors > 0 ? [say("errorCount", { count: errors })] : []),
      ...(warnings > 0 ? [say("warningCount", { count: warnings })] : []),
    ];
    return counted.join(", ") || say("noErrors");
  }

  return {
    label,
    grade,
    interval: (interval) => (interval === null ? say("noGrade") : ends(interval, grade)),
    ofSection: (interval) => (interval === null ? none : ends(interval, grade)),
    short: (interval) => (interval === null ? none : ends(interval, String)),
    recorded,
    notYet: say("notYet"),
    progress: ({ answered, total }) => (total === 0 ? say("nothingToAnswer") : say("ofTotal", { answered, total })),
    gate: (state) => say(state),
    severity: (severity) => say(severity),
    findings,
    more: (count) => say("moreFindings", { count }),
    field,
    place,
    sections,
    scores,
  };
}
