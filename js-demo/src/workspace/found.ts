// The findings of a section as its page shows them: errors first, each once, with its number and its words.

import type { Severity } from "ehcp-qa";
import type { Found } from "ehcp-qa/elements";
import type { Desk } from "./desk.ts";
import type { PlanFinding, TextPlace } from "./shapes.ts";
import type { PlanView } from "./view.ts";

/** A finding of a section. */
export interface SectionFinding {
  fingerprint: string;
  /** Its number on the page of the section. */
  number: string;
  severity: Severity;
  words: string;
  /** The letters of the other sections in which the same stands. */
  also: string | undefined;
  parts: readonly Found[];
  /** What a learned judgement of the statement rests on. */
  learned: string | null;
  rewrite: string | null;
  /** Where it is in the plan: the words that rules found, or else the statement. None in a text that was edited. */
  places: readonly TextPlace[];
  /** Where it is in the text of the section, where that was edited on the page. */
  span: { start: number; end: number } | null;
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, information: 2 };

/** The findings of a section, without those that were dismissed; of the plan as a whole under `null`. */
export function findingsOf(desk: Desk, section: string | null): SectionFinding[] {
  const isDismissed = new Set(desk.case.dismissed);
  const isEdited = section !== null && section in desk.case.texts;
  const all = isEdited ? inText(desk, section) : inPlan(desk, section);
  return all
    .filter(({ fingerprint }) => !isDismissed.has(fingerprint))
    .sort((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity])
    .map((finding, at) => ({ ...finding, number: String(at + 1) }));
}

/** How many findings there are of each severity, in words: "2 errors, 1 warning". */
export function countsOf(findings: readonly { severity: Severity }[]): string {
  if (findings.length === 0) return "No findings";
  const names: [Severity, string, string][] = [
    ["error", "error", "errors"],
    ["warning", "warning", "warnings"],
    ["information", "for information", "for information"],
  ];
  return names
    .map(([severity, one, more]) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      return count === 0 ? "" : `${count} ${count === 1 ? one : more}`;
    })
    .filter((words) => words !== "")
    .join(", ");
}

type Unnumbered = Omit<SectionFinding, "number">;

function inPlan({ results: { check, plan } }: Desk, section: string | null): Unnumbered[] {
  if (check === null || plan === null) return [];
  return check.findings
    .filter((finding) => (finding.section ?? null) === section)
    .map((finding) => shownOf(plan, finding));
}

/** A finding of the plan as it is shown. */
export function shownOf(plan: PlanView, finding: PlanFinding): Unnumbered {
  const { fingerprint, severity, place, others = [], learned, rewrite } = finding;
  const parts = finding.parts ?? [];
  const narrow = place == null ? [] : parts.map((part) => part.place).filter((one) => one.length < place.length);
  const elsewhere = [...new Set(others.flatMap(({ part }) => plan.parts[part]?.sections ?? []))];
  return {
    fingerprint,
    severity,
    words: place == null ? nameOf(finding) : `“${wordsAt(plan, place)}”`,
    also: elsewhere.length === 0 ? undefined : elsewhere.join(", "),
    parts: parts.length > 0 ? parts : [finding],
    learned: learned?.reason ?? null,
    rewrite: rewrite ?? null,
    places: narrow.length > 0 ? narrow : place == null ? [] : [place],
    span: null,
  };
}

function nameOf({ section }: PlanFinding): string {
  return section == null ? "The plan" : `Section ${section}`;
}

export function wordsAt(plan: PlanView, { part, block, at, length }: TextPlace): string {
  const text = plan.parts[part]?.blocks[block]?.text ?? "";
  return text.slice(at, at + length).replaceAll("\t", " | ");
}

function inText({ results: { lints } }: Desk, section: string): Unnumbered[] {
  const lint = lints[section];
  if (lint === undefined) return [];
  // What is typed since is not checked yet: places are those of the text that was.
  const { text } = lint;
  const found = lint.findings.map(({ fingerprint, severity, span, parts, learned, rewrite }) => ({
    fingerprint,
    severity,
    words: `“${text.slice(span.start, span.end)}”`,
    also: undefined,
    parts,
    learned: learned?.reason ?? null,
    rewrite: rewrite ?? null,
    places: [],
    span,
  }));
  const absent = lint.absent.map((absence) => ({
    fingerprint: absence.fingerprint,
    severity: absence.severity,
    words: `Section ${section}`,
    also: undefined,
    parts: [absence],
    learned: null,
    rewrite: null,
    places: [],
    span: null,
  }));
  return [...found, ...absent];
}
