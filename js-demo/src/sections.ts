// The sections of the plan: their descriptors, scores and commentary.

import type { Answer, Assessment, FrameworkDocument, Score, Section, SectionAssessment } from "ehcp-qa";
import { h, setText } from "./dom.ts";
import { radios, textArea, type Field } from "./fields.ts";
import type { FormPart } from "./plan.ts";
import { reasonsList } from "./reasons.ts";
import type { Store } from "./store.ts";
import type { Words } from "./words.ts";

export interface SectionPart extends FormPart {
  show(assessment: Assessment): void;
}

const TEXTS = [
  { id: "strengths", label: "Key strengths" },
  { id: "improvements", label: "Areas for improvement" },
  { id: "rationale", label: "Rationale for the score" },
] as const;

/** Whether the framework ever lets an assessor leave the descriptor out. */
function mayLeaveOut(framework: FrameworkDocument, id: string): boolean {
  const entry = framework.interpretation.applicability.find(({ descriptors }) => descriptors.includes(id));
  return entry !== undefined && (entry.may_exclude || entry.all_of.length > 0);
}

/** The card of one section. */
export function sectionPart(store: Store, words: Words, section: Section): SectionPart {
  const at = `/sections/${section.id}`;
  const isPlan = section.id === "overall";

  const descriptors = new Map(section.descriptors.map((descriptor) => [descriptor.id, descriptorPart(store, at, descriptor)]));
  const score = scorePart(store, words, section);
  const texts = new Map<string, Field>(TEXTS.map(({ id, label }) => {
    const field: Field = textArea({
      pointer: `${at}/${id}`, label, on: "input",
      entered: (text) => field.error(store.edit((session) => session.text(section.id, id, text))?.message ?? null),
    });
    return [id, field];
  }));

  const suggested = h("dd");
  const recorded = h("dd");
  const answered = h("dd");
  const reasons = reasonsList(words);
  const fact = (name: string, value: HTMLElement): HTMLElement => h("div", {}, h("dt", {}, name), value);

  const element = h("section", { class: "app-card app-section", id: `sections-${section.id}`, tabindex: "-1", "aria-labelledby": `${section.id}-heading` },
    h("h3", { class: "govuk-heading-m", id: `${section.id}-heading` }, section.title),
    h("dl", { class: "app-facts" },
      fact("Suggested from the answers", suggested),
      fact(isPlan ? "Recorded for the plan" : "Recorded", recorded),
      fact("Answered", answered)),
    h("details", { class: "govuk-details app-why" },
      h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" },
        "Why?", h("span", { class: "govuk-visually-hidden" }, ` The reasons for ${section.title}`))),
      h("div", { class: "govuk-details__text" }, reasons.element)),
    ...[...descriptors.values()].map(({ element }) => element),
    h("div", { class: "app-record" }, score.element, ...[...texts.values()].map(({ element }) => element)),
    h("p", { class: "govuk-body-s app-to-results" }, h("a", { class: "govuk-link", href: "#results" }, "Go to the results")));

  return {
    element,
    fill(review) {
      const record = (review.sections as Record<string, SectionRecord | null | undefined> | null | undefined)?.[section.id];
      for (const [id, { set }] of descriptors) set(record?.descriptors?.[id] ?? null);
      score.set(record?.score ? String(record.score) : null);
      for (const [id, { set }] of texts) set(record?.[id as "strengths"] ?? null);
    },
    show(assessment) {
      const now = assessment.sections.find(({ id }) => id === section.id);
      if (now === undefined) return;
      setText(suggested, now.suggested === null ? words.short(null) : words.interval(now.suggested));
      setText(recorded, words.recorded(now));
      setText(answered, words.progress(now.progress));
      reasons.show(now.because);
      for (const [id, part] of descriptors) part.apply(whyNot(now, `${at}/descriptors/${id}`, id));
    },
  };
}

interface SectionRecord {
  descriptors?: Record<string, string | null> | null;
  score?: number | null;
  strengths?: string | null;
}

/** Why a descriptor does not apply to this plan, or `null` where it does. */
function whyNot(section: SectionAssessment, pointer: string, id: string): string | null {
  if (!section.descriptors.does_not_apply.includes(id)) return null;
  const reason = section.because.find(({ rule, rests_on }) => rule === "applicability" && rests_on.includes(pointer));
  return reason?.message ?? "";
}

interface DescriptorPart extends Field {
  apply(whyNot: string | null): void;
}

function descriptorPart(store: Store, at: string, { id, text }: { id: string; text: string }): DescriptorPart {
  const values = [{ id: "yes", label: "Yes" }, { id: "no", label: "No" }];
  if (mayLeaveOut(store.framework, id)) values.push({ id: "not_applicable", label: "Not applicable" });
  const why = h("span");
  const note = h("p", { class: "govuk-body-s app-descriptor__note", hidden: true },
    h("strong", { class: "govuk-tag govuk-tag--grey" }, "Does not apply"), " ", why);
  const field = radios({
    pointer: `${at}/descriptors/${id}`, about: id, values, legendClass: "app-descriptor__legend",
    legend: [h("span", { class: "app-descriptor__id" }, id), " ", h("span", { class: "app-descriptor__text" }, text)],
    picked: (value) => void store.edit((session) => session.answer(id, value as Answer)),
  });
  const element = h("div", { class: "app-descriptor" }, note, field.element);
  return {
    ...field,
    element,
    apply(reason) {
      note.hidden = reason === null;
      setText(why, reason ?? "");
      element.classList.toggle("app-descriptor--out", reason !== null);
    },
  };
}

function scorePart(store: Store, words: Words, section: Section): Field {
  const { wording, interpretation } = store.framework;
  const isPlan = section.id === "overall";
  const values = [...wording.scale.grades].sort((one, other) => one.score - other.score)
    .map(({ score }) => ({ id: String(score), label: words.grade(score) }));
  return radios({
    pointer: `/sections/${section.id}/score`,
    legend: isPlan
      ? ["Score of the plan as a whole"]
      : ["Quality score", h("span", { class: "govuk-visually-hidden" }, ` for ${section.title}`)],
    hint: isPlan ? interpretation.gate.reason : null,
    values,
    about: isPlan ? "the score of the plan" : `the score of ${section.title}`,
    picked: (value) => void store.edit((session) => session.score(section.id, value === null ? null : (Number(value) as Score))),
  });
}
