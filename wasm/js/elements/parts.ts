// The parts of the form: about the review, about the plan, the criteria, and the sections.

import type {
  Assessment,
  ContextQuestion,
  FrameworkDocument,
  Problem,
  Reason,
  Section,
  SectionAssessment,
} from "../documents.js";
import type { Value } from "../values.js";
import type { Words } from "../words.js";
import { h, setText, unfolded } from "./dom.js";
import {
  choice,
  dateInput,
  radios,
  textArea,
  textInput,
  type Field,
  type FieldHost,
  type InputOptions,
} from "./fields.js";
import { reasonsList, restsOn, type LinkTo } from "./reasons.js";
import type { Say } from "./texts.js";

/** A part of the form. */
export interface Part {
  element: HTMLElement;
  /** Shows what a review holds. */
  fill(value: (pointer: string) => Value): void;
  /** Shows what it comes to. */
  show(assessment: Assessment): void;
}

/** What parts are made with. */
export interface Maker {
  around: FieldHost;
  framework: FrameworkDocument;
  words: Words;
  link: LinkTo;
  /** Sets what was typed, or takes back what was there; returns what is wrong with it. */
  edit(pointer: string, value: Value): Problem | null;
  /** Sets a choice, or leaves all as it was; returns what is wrong with it. */
  choose(pointer: string, value: Value): Problem | null;
}

type Fields = Map<string, Field>;

function part(element: HTMLElement, fields: Fields, show: (assessment: Assessment) => void = () => {}): Part {
  return {
    element,
    fill(value) {
      for (const [pointer, { set }] of fields) {
        const held = value(pointer);
        set(held === null ? null : String(held));
      }
    },
    show,
  };
}

/** A card with a heading. */
function card(
  around: FieldHost,
  pointer: string,
  level: "h2" | "h3",
  heading: string,
  ...children: (Node | null)[]
): HTMLElement {
  const id = around.id(`${pointer}/heading`);
  return h(
    "section",
    { class: "eqa-card", "data-pointer": pointer, tabindex: "-1", "aria-labelledby": id },
    h(level, { class: "eqa-heading", id }, heading),
    ...children,
  );
}

/** Whole numbers become numbers; anything else goes to the engine as it is, which says what is wrong. */
function number(text: string | null): string | number | null {
  return text !== null && /^\s*-?\d+\s*$/.test(text) ? Number(text) : text;
}

/** Who reviewed, at what level, when, and under which reference. */
export function detailsPart({ around, framework, edit }: Maker): Part {
  const { say } = around;
  const fields: Fields = new Map();
  const add = (pointer: string, field: Field): HTMLElement => {
    fields.set(pointer, field);
    return field.element;
  };
  const entered =
    (pointer: string, parse: (text: string | null) => Value = (text) => text, message?: string) =>
    (text: string | null): void => {
      const problem = edit(pointer, parse(text));
      fields.get(pointer)?.error(problem === null ? null : (message ?? problem.message));
    };
  const line = (pointer: string, label: string, width: string, hint: string | null = null): HTMLElement =>
    add(
      pointer,
      textInput(around, {
        pointer,
        label,
        hint,
        on: "change",
        class: `eqa-input--${width}`,
        entered: entered(pointer),
      }),
    );

  const levels = framework.wording.levels.items.map(({ level, title }) => ({ id: String(level), label: title }));
  const level = "/review/level";
  const date = "/review/date";
  const element = card(
    around,
    "/review",
    "h2",
    say("aboutReview"),
    h(
      "div",
      { class: "eqa-pairs" },
      h(
        "div",
        { class: "eqa-wide" },
        add(
          level,
          choice(
            around,
            { pointer: level, label: say("level"), on: "change", entered: entered(level, number) },
            say("notRecorded"),
            levels,
          ),
        ),
      ),
      line("/plan/reference", say("reference"), "ten", say("referenceHint")),
      line("/review/reviewer/role", say("role"), "twenty"),
      line("/review/reviewer/id", say("reviewer"), "ten"),
      add(
        date,
        dateInput(around, {
          pointer: date,
          legend: say("date"),
          hint: say("dateHint"),
          entered: entered(date, undefined, say("dateWrong")),
        }),
      ),
    ),
  );
  return part(element, fields);
}

/** The names of year groups, from before nursery to beyond Year 14. */
function yearGroups(say: Say): { id: string; label: string }[] {
  const named: Record<number, string> = {
    [-2]: say("beforeNursery"),
    [-1]: say("nursery"),
    0: say("reception"),
    15: say("beyondYear14"),
  };
  return Array.from({ length: 18 }, (_, at) => at - 2).map((year) => ({
    id: String(year),
    label: named[year] ?? say("year", year),
  }));
}

/** The facts about the plan that decide what applies. */
export function planPart({ around, framework, edit, choose }: Maker): Part {
  const { say } = around;
  const fields: Fields = new Map();

  function ask({ field, label, hint, values }: ContextQuestion): Field {
    const pointer = `/plan/${field}`;
    const enter = (value: Value): void => fields.get(pointer)?.error(edit(pointer, value)?.message ?? null);
    const input: InputOptions = {
      pointer,
      label,
      hint: hint ?? null,
      on: "change",
      entered: (text) => enter(number(text)),
    };
    if (field === "year_group") return choice(around, input, say("notKnown"), yearGroups(say));
    if (field === "age") {
      return textInput(around, {
        ...input,
        hint: `${hint ?? ""} ${say("ageHint")}`.trim(),
        class: "eqa-input--two",
        attributes: { inputmode: "numeric" },
      });
    }
    return radios(around, {
      pointer,
      legend: [label],
      hint,
      values: values ?? [
        { id: "true", label: say("yes") },
        { id: "false", label: say("no") },
      ],
      none: say("notKnown"),
      inline: !values,
      picked: (value) => choose(pointer, value === null || values ? value : value === "true"),
    });
  }

  for (const question of framework.interpretation.context) fields.set(`/plan/${question.field}`, ask(question));
  const element = card(
    around,
    "/plan",
    "h2",
    say("aboutPlan"),
    h("p", { class: "eqa-hint" }, say("aboutPlanHint")),
    h("div", { class: "eqa-pairs" }, ...[...fields.values()].map(({ element }) => element)),
  );
  return part(element, fields);
}

/** The criteria of the scale, asked about the plan as a whole; the best answer first. */
export function criteriaPart({ around, framework, choose }: Maker): Part {
  const { say } = around;
  const { interpretation, wording } = framework;
  const fields: Fields = new Map(
    interpretation.criteria.map(({ id, label, hint, values }) => {
      const pointer = `/criteria/${id}`;
      return [
        pointer,
        radios(around, {
          pointer,
          legend: [label],
          hint,
          values: [...values].reverse(),
          about: label,
          inline: values.length < 3,
          picked: (value) => choose(pointer, value),
        }),
      ];
    }),
  );
  const element = card(
    around,
    "/criteria",
    "h2",
    say("criteria"),
    h("p", { class: "eqa-hint" }, say("criteriaHint", wording.scale.heading)),
    h("div", { class: "eqa-pairs" }, ...[...fields.values()].map(({ element }) => element)),
  );
  return part(element, fields);
}

/** Whether the framework ever lets an assessor leave the descriptor out. */
function mayLeaveOut(framework: FrameworkDocument, id: string): boolean {
  const entry = framework.interpretation.applicability.find(({ descriptors }) => descriptors.includes(id));
  return entry !== undefined && (entry.may_exclude || entry.all_of.length > 0);
}

/** A section of the plan: its descriptors, score and commentary. */
export function sectionPart(maker: Maker, section: Section): Part {
  const { around, framework, words, link, edit, choose } = maker;
  const { say } = around;
  const at = `/sections/${section.id}`;
  const isPlan = section.id === framework.wording.overall.id;
  const fields: Fields = new Map();

  const descriptors = new Map(
    section.descriptors.map((descriptor) => {
      const pointer = `${at}/descriptors/${descriptor.id}`;
      const made = descriptorPart(maker, pointer, descriptor);
      fields.set(pointer, made.field);
      return [descriptor.id, made];
    }),
  );
  const grades = [...framework.wording.scale.grades].sort((one, other) => one.score - other.score);
  const score = radios(around, {
    pointer: `${at}/score`,
    legend: isPlan ? [say("scorePlan")] : [say("scoreOf", section.title)],
    hint: isPlan ? framework.interpretation.gate.reason : null,
    values: grades.map(({ score }) => ({ id: String(score), label: words.grade(score) })),
    about: isPlan ? say("scorePlan") : say("scoreOf", section.title),
    picked: (value) => choose(`${at}/score`, number(value)),
  });
  fields.set(`${at}/score`, score);
  const texts = (["strengths", "improvements", "rationale"] as const).map((id) => {
    const pointer = `${at}/${id}`;
    const field: Field = textArea(around, {
      pointer,
      label: say(id),
      on: "input",
      entered: (text) => field.error(edit(pointer, text)?.message ?? null),
    });
    fields.set(pointer, field);
    return field.element;
  });

  const [suggested, recorded, answered] = [h("dd"), h("dd"), h("dd")];
  const reasons = reasonsList(say, () => restsOn(say, words.field, link));
  const fact = (name: string, value: HTMLElement): HTMLElement => h("div", {}, h("dt", {}, name), value);
  const why = h(
    "details",
    { class: "eqa-details" },
    h("summary", { "aria-label": say("whySection", section.title) }, say("why")),
    reasons.element,
  );
  const showWhy = unfolded(why, reasons.show);
  const element = card(
    around,
    at,
    "h3",
    section.title,
    h(
      "dl",
      { class: "eqa-facts" },
      fact(say("suggested"), suggested),
      fact(say(isPlan ? "recordedPlan" : "recorded"), recorded),
      fact(say("answered"), answered),
    ),
    why,
    ...[...descriptors.values()].map(({ element }) => element),
    h("div", { class: "eqa-record" }, score.element, ...texts),
  );

  return part(element, fields, (assessment) => {
    const now = assessment.sections.find(({ id }) => id === section.id);
    if (now === undefined) return;
    setText(suggested, now.suggested === null ? words.short(null) : words.interval(now.suggested));
    setText(recorded, words.recorded(now));
    setText(answered, words.progress(now.progress));
    showWhy(now.because);
    for (const [id, { apply }] of descriptors) apply(whyNot(now, `${at}/descriptors/${id}`, id));
  });
}

/** Why a descriptor does not apply to this plan, or `null` where it does. */
function whyNot({ descriptors, because }: SectionAssessment, pointer: string, id: string): string | null {
  if (!descriptors.does_not_apply.includes(id)) return null;
  const reason: Reason | undefined = because.find(
    ({ rule, rests_on }) => rule === "applicability" && rests_on.includes(pointer),
  );
  return reason?.message ?? "";
}

function descriptorPart(
  { around, framework, choose }: Maker,
  pointer: string,
  { id, text }: { id: string; text: string },
) {
  const { say } = around;
  const values = [
    { id: "yes", label: say("yes") },
    { id: "no", label: say("no") },
  ];
  if (mayLeaveOut(framework, id)) values.push({ id: "not_applicable", label: say("notApplicable") });
  const why = h("span");
  const note = h(
    "p",
    { class: "eqa-note", hidden: true },
    h("strong", { class: "eqa-tag" }, say("doesNotApply")),
    " ",
    why,
  );
  const field = radios(around, {
    pointer,
    about: id,
    values,
    legendClass: "eqa-descriptor__legend",
    legend: [h("span", { class: "eqa-descriptor__id" }, id), " ", text],
    picked: (value) => choose(pointer, value),
  });
  const element = h("div", { class: "eqa-descriptor" }, note, field.element);
  return {
    field,
    element,
    apply(reason: string | null): void {
      note.hidden = reason === null;
      setText(why, reason ?? "");
      element.classList.toggle("eqa-descriptor--out", reason !== null);
    },
  };
}
