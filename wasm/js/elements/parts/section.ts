// A section of the plan: its descriptors, score and commentary.

import type { CountsReading, Descriptor, Interval, Score, Section, SectionAssessment } from "../../documents.js";
import { answersTo } from "../../answers.js";
import { h, setHidden, setText, unfolded, type Child } from "../dom.js";
import { radios, textArea, textInput, type Field } from "../fields.js";
import { reasonsList, restsOn } from "../reasons.js";
import { card, number, part, type Fields, type Part, type PartOptions } from "./part.js";

export function sectionPart(options: PartOptions, section: Section): Part {
  const { framework } = options;
  const at = `/sections/${section.id}`;
  const isPlan = section.id === framework.wording.overall.id;
  const descriptors = new Map(
    section.descriptors.map((descriptor) => {
      const pointer = `${at}/descriptors/${descriptor.id}`;
      return [pointer, descriptorPart(options, section.id, pointer, descriptor)] as const;
    }),
  );
  const record = recordFields(options, section, at, isPlan);
  const results = sectionResults(options, section, isPlan);
  const element = card(
    at,
    "h3",
    section.title,
    ...results.elements,
    ...[...descriptors.values()].map(({ element }) => element),
    h("div", { class: "eqa-record" }, ...[...record.fields.values()].map(({ element }) => element)),
  );
  const fields: Fields = new Map(record.fields);
  for (const part of descriptors.values()) for (const [pointer, field] of part.fields) fields.set(pointer, field);

  return part(element, fields, (assessment) => {
    const now = assessment.sections.find(({ id }) => id === section.id);
    if (now === undefined) return;
    results.show(now);
    record.show(now.recorded, isPlan ? assessment.plan.suggested : now.suggested);
    for (const [pointer, { id, apply }] of descriptors) apply(whyNot(now, pointer, id));
  });
}

/** What a section comes to so far, and why. */
function sectionResults({ around: { say }, framework, words, link }: PartOptions, section: Section, isPlan: boolean) {
  const [suggested, recorded, answered] = [h("dd"), h("dd"), h("dd")];
  const fact = (name: string, value: HTMLElement): HTMLElement => h("div", {}, h("dt", {}, name), value);
  const reasons = reasonsList(say, () => restsOn(say, words.field, link));
  const why = h(
    "details",
    { class: "eqa-details" },
    h("summary", { "aria-label": say("whySection", { section: section.title }) }, say("why")),
    reasons.element,
  );
  const showWhy = unfolded(why, reasons.show);
  const facts = h(
    "dl",
    { class: "eqa-facts" },
    ...(framework.wording.scale == null
      ? []
      : [fact(say("suggested"), suggested), fact(say(isPlan ? "recordedPlan" : "recorded"), recorded)]),
    fact(say("answered"), answered),
  );
  return {
    elements: [facts, why],
    show(now: SectionAssessment): void {
      setText(suggested, words.ofSection(now.suggested));
      setText(recorded, words.recorded(now));
      setText(answered, words.progress(now.progress));
      showWhy(now.because);
    },
  };
}

/** The score that a person records, and the texts beside it. */
function recordFields(
  { around, framework, words, edit, choose }: PartOptions,
  section: Section,
  at: string,
  isPlan: boolean,
) {
  const { say } = around;
  const { scores } = words;
  const named = isPlan ? say("scorePlan") : say("scoreOf", { section: section.title });
  const score = radios(around, {
    pointer: `${at}/score`,
    legend: [named],
    hint: (isPlan && framework.interpretation.gate?.reason) || null,
    values: scores.map((score) => ({ id: String(score), label: words.grade(score), key: String(score) })),
    about: named,
    picked: (value) => choose(`${at}/score`, number(value)),
  });
  // A framework that grades nothing has no score to record.
  const fields: Fields = new Map(scores.length === 0 ? [] : [[`${at}/score`, score]]);
  for (const id of ["strengths", "improvements", ...(scores.length === 0 ? [] : ["rationale" as const])] as const) {
    const pointer = `${at}/${id}`;
    const field: Field = textArea(around, {
      pointer,
      label: say(id),
      on: "input",
      entered: (text) => field.error(edit(pointer, text)?.message ?? null),
    });
    fields.set(pointer, field);
  }
  const difference = h("strong", { class: "eqa-tag eqa-tag--warning" });
  const note = h("p", { class: "eqa-note", hidden: true }, difference, " ", say("otherThanSuggested"));
  score.element.append(note);
  return {
    fields,
    /** Points out a recorded score that the answers do not suggest. */
    show(recorded: Score | null, suggested: Interval | null): void {
      const differs = recorded !== null && suggested !== null && !isWithin(scores, recorded, suggested);
      setHidden(note, !differs);
      if (!differs) return;
      setText(
        difference,
        say("recordedSuggested", { recorded: words.grade(recorded), suggested: words.interval(suggested) }),
      );
    },
  };
}

function isWithin(scores: readonly Score[], score: Score, { best, worst }: Interval): boolean {
  const at = scores.indexOf(score);
  return scores.indexOf(best) <= at && at <= scores.indexOf(worst);
}

/** The words and keys of the answers of a framework that lists none. */
const USUAL_ANSWERS: ReadonlyMap<string, { word: "yes" | "no" | "notApplicable"; key: string }> = new Map([
  ["yes", { word: "yes", key: "y" }],
  ["no", { word: "no", key: "n" }],
  ["not_applicable", { word: "notApplicable", key: "a" }],
]);

/** A descriptor with its answer or its counts of findings, and why it does not apply where it does not. */
function descriptorPart(options: PartOptions, section: string, pointer: string, descriptor: Descriptor) {
  const { say } = options.around;
  const { id, text } = descriptor;
  const legend = [h("span", { class: "eqa-descriptor__id" }, id), " ", text];
  const counts = options.framework.interpretation.counts;
  const { fields, asked } = counts?.descriptors.includes(id)
    ? countFields(options, pointer, legend, counts)
    : answerField(options, section, pointer, id, legend);
  const why = h("span");
  const note = h(
    "p",
    { class: "eqa-note", hidden: true },
    h("strong", { class: "eqa-tag" }, say("doesNotApply")),
    " ",
    why,
  );
  // What a page knows about the descriptor stands beneath it.
  const element = h("div", { class: "eqa-descriptor" }, note, asked, h("slot", { name: id }));
  return {
    id,
    fields,
    element,
    apply(reason: string | null): void {
      setHidden(note, reason === null);
      setText(why, reason ?? "");
      element.classList.toggle("eqa-descriptor--out", reason !== null);
    },
  };
}

/** The fields of a descriptor, and the element that has them all. */
interface Asked {
  fields: Fields;
  asked: HTMLElement;
}

/** One of the answers that the descriptor can have. */
function answerField(
  { around, framework, mayNotApply, choose }: PartOptions,
  section: string,
  pointer: string,
  id: string,
  legend: Child[],
): Asked {
  const answers = answersTo(framework, section, id).filter(({ credit }) => credit !== null || mayNotApply.has(id));
  const values = answers.map(({ id, label }, place) => {
    const usual = USUAL_ANSWERS.get(label === null ? id : "");
    return usual === undefined
      ? { id, label: label ?? id, key: String(place + 1) }
      : { id, label: around.say(usual.word), key: usual.key };
  });
  const field = radios(around, {
    pointer,
    about: id,
    values,
    legendClass: "eqa-descriptor__legend",
    legend,
    picked: (value) => choose(pointer, value),
  });
  return { fields: new Map([[pointer, field]]), asked: field.element };
}

/** A number of findings for each severity. */
function countFields(
  { around, edit }: PartOptions,
  pointer: string,
  legend: Child[],
  { severities }: CountsReading,
): Asked {
  const fields: Fields = new Map();
  for (const { id, label } of severities) {
    const at = `${pointer}/${id}`;
    const field: Field = textInput(around, {
      pointer: at,
      label,
      on: "change",
      class: "eqa-input--four",
      attributes: { inputmode: "numeric" },
      entered: (text) => field.error(edit(at, number(text))?.message ?? null),
    });
    fields.set(at, field);
  }
  const asked = h(
    "fieldset",
    { class: "eqa-fieldset", id: pointer, "data-pointer": pointer },
    h("legend", { class: "eqa-descriptor__legend" }, ...legend),
    h("div", { class: "eqa-pairs" }, ...[...fields.values()].map(({ element }) => element)),
  );
  return { fields, asked };
}

/** Why a descriptor does not apply to this plan, or `null` where it does. */
function whyNot({ descriptors, because }: SectionAssessment, pointer: string, id: string): string | null {
  if (!descriptors.does_not_apply.includes(id)) return null;
  const reason = because.find(({ rule, rests_on }) => rule === "applicability" && rests_on.includes(pointer));
  return reason?.message ?? "";
}
