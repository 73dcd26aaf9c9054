// Everything on paper: the results with every reason, and section by section the text, its findings and the answers.

import type { FrameworkDocument, Reason, Review, Section } from "ehcp-qa";
import { answersTo } from "ehcp-qa/elements";
import { build, button } from "../dom.ts";
import { findingsOf } from "./found.ts";
import { sectionText } from "./plan-text.ts";
import type { Screen, Shell } from "./screen.ts";

/** The words for the answers of a framework that lists none. */
const ANSWERS: Readonly<Record<string, string>> = { yes: "Yes", no: "No", not_applicable: "Not applicable" };

export function printPage({ desk, review }: Shell): Screen {
  const { sections, overall } = desk.framework.wording;
  const panel = document.createElement("ehcp-qa-panel");
  panel.setAttribute("for", review.id);
  const element = build(
    "div",
    { class: "app-print" },
    build(
      "p",
      { class: "app-screen" },
      button("Print this page", "main", () => print()),
    ),
    panel,
    criteria(desk.framework, desk.case.review),
    ...[...sections, overall].map((section) => sectionOf(section, section.id === overall.id)),
  );

  function sectionOf(section: Section, isOverall: boolean): HTMLElement {
    const { plan, assessment } = desk.results;
    const found = findingsOf(desk, isOverall ? null : section.id);
    const edited = desk.case.texts[section.id];
    const text =
      edited !== undefined
        ? [build("p", { class: "app-plan-text app-print__edited" }, edited)]
        : plan === null || isOverall
          ? []
          : sectionText(plan, section.id, found);
    const list = document.createElement("ehcp-qa-findings");
    list.findings = found.map(({ fingerprint, number, words, also, parts, learned, rewrite }) => ({
      fingerprint,
      number,
      words,
      also,
      parts,
      learned,
      rewrite,
      hasPlace: false,
    }));
    const assessed = assessment?.sections.find(({ id }) => id === section.id);
    return build(
      "section",
      { class: "app-card app-print__section" },
      build("h2", { class: "govuk-heading-m" }, section.title),
      ...text,
      found.length === 0 ? null : build("h3", { class: "govuk-heading-s" }, "Findings"),
      found.length === 0 ? null : list,
      build("h3", { class: "govuk-heading-s" }, "Answers"),
      answersOf(section, desk.case.review, desk.framework),
      ...reasonsOf(assessed?.because ?? []),
    );
  }
  return { title: "The complete case", element };
}

function criteria({ interpretation }: Shell["desk"]["framework"], { criteria: given }: Review): HTMLElement {
  const rows = interpretation.criteria.map(({ id, label, values }) => {
    const value = (given as Record<string, string | null> | undefined)?.[id];
    return row(label, values.find((one) => one.id === value)?.label ?? "Not answered");
  });
  return build(
    "section",
    { class: "app-card app-print__section" },
    build("h2", { class: "govuk-heading-m" }, "Criteria for the plan as a whole"),
    build("dl", { class: "app-print__answers" }, ...rows),
  );
}

interface SectionRecord {
  score?: number | null;
  /** An answer, or a count of findings for each severity. */
  descriptors?: Record<string, string | Record<string, number | null> | null>;
  strengths?: string | null;
  improvements?: string | null;
  rationale?: string | null;
}

function answersOf({ id, descriptors }: Section, review: Review, framework: FrameworkDocument): HTMLElement {
  const record = ((review.sections as Record<string, SectionRecord> | undefined)?.[id] ?? {}) as SectionRecord;
  const texts: [string, string | null | undefined][] = [
    ["Key strengths", record.strengths],
    ["Areas for improvement", record.improvements],
    ["Rationale for the score", record.rationale],
  ];
  return build(
    "dl",
    { class: "app-print__answers" },
    ...descriptors.map((descriptor) =>
      row(
        `${descriptor.id}. ${descriptor.text}`,
        answerIn(framework, id, descriptor.id, record.descriptors?.[descriptor.id] ?? null) ?? "Not answered",
      ),
    ),
    row("Score recorded", record.score == null ? "Not yet" : String(record.score)),
    ...texts.filter(([, text]) => text != null && text !== "").map(([name, text]) => row(name, text!)),
  );
}

/** An answer in the words of its set, or counts of findings. */
function answerIn(
  framework: FrameworkDocument,
  section: string,
  descriptor: string,
  answer: string | Record<string, number | null> | null,
): string | undefined {
  if (typeof answer === "object") {
    const counts = (framework.interpretation.counts?.severities ?? []).filter(({ id }) => answer?.[id] != null);
    return counts.map(({ id, label }) => `${label}: ${answer?.[id]}`).join(", ") || undefined;
  }
  const given = answersTo(framework, section, descriptor).find(({ id }) => id === answer);
  return given && (given.label ?? ANSWERS[given.id]);
}

function row(name: string, value: string): HTMLElement {
  return build("div", {}, build("dt", {}, name), build("dd", {}, value));
}

function reasonsOf(reasons: readonly Reason[]): HTMLElement[] {
  if (reasons.length === 0) return [];
  return [
    build("h3", { class: "govuk-heading-s" }, "Reasons for the suggestion"),
    build(
      "ul",
      { class: "govuk-list govuk-list--bullet" },
      ...reasons.map(({ message, place }) => build("li", {}, `${message} (${place})`)),
    ),
  ];
}
