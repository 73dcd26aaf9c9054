// What is asked about the plan and about the review itself.

import type { Choice, ContextField, ContextQuestion, Review } from "ehcp-qa";
import { h } from "./dom.ts";
import { choice, dateInput, radios, textInput, type Field, type InputOptions } from "./fields.ts";
import type { Store } from "./store.ts";

export interface FormPart {
  element: HTMLElement;
  fill(review: Review): void;
}

const YES_NO = [{ id: "true", label: "Yes" }, { id: "false", label: "No" }];
const NOT_KNOWN = "Not known";

/** The names of year groups, from before nursery to beyond Year 14. */
const YEAR_GROUPS: Choice[] = Array.from({ length: 18 }, (_, number) => number - 2).map((year) => {
  const named: Record<number, string> = { [-2]: "Before nursery", [-1]: "Nursery", 0: "Reception", 15: "Beyond Year 14" };
  return { id: String(year), label: named[year] ?? `Year ${year}` };
});

type Parsed = string | number | boolean | null;

/** Whole numbers become numbers; anything else goes to the engine as it is, which says what is wrong. */
function number(text: string): string | number {
  return /^\s*-?\d+\s*$/.test(text) ? Number(text) : text;
}

/** The facts about the plan that decide what applies. */
export function planPart(store: Store): FormPart {
  const fields = new Map<ContextField, Field>();

  function enter(field: ContextField, value: Parsed): void {
    const problem = store.edit((session) => session.context(field, value));
    // What the record holds is never other than what the page shows.
    if (problem !== null) store.edit((session) => session.context(field, null));
    fields.get(field)?.error(problem?.message ?? null);
  }

  function ask({ field, label, hint, values }: ContextQuestion): Field {
    const pointer = `/plan/${field}`;
    const input: InputOptions = { pointer, label, hint: hint ?? null, on: "change", entered: (text) => enter(field, text === null ? null : number(text)) };
    if (field === "year_group") return choice(input, NOT_KNOWN, YEAR_GROUPS);
    if (field === "age") {
      const leaveBlank = `${hint ?? ""} Leave blank if it is not known.`.trim();
      return textInput({ ...input, hint: leaveBlank, class: "govuk-input--width-2", attributes: { inputmode: "numeric" } });
    }
    const parse = (value: string): Parsed => (values ? value : value === "true");
    return radios({
      pointer, legend: [label], hint, values: values ?? YES_NO, none: NOT_KNOWN, inline: !values,
      picked: (value) => enter(field, value === null ? null : parse(value)),
    });
  }

  for (const question of store.framework.interpretation.context) fields.set(question.field, ask(question));

  const element = h("section", { class: "app-card", id: "plan", "aria-labelledby": "plan-heading" },
    h("h2", { class: "govuk-heading-m", id: "plan-heading" }, "About the plan"),
    h("p", { class: "govuk-hint" }, "What is not known stays open: nothing is worked out from anything else."),
    h("div", { class: "app-pairs" }, ...[...fields.values()].map(({ element }) => element)));

  return {
    element,
    fill(review) {
      for (const [field, { set }] of fields) {
        const value = review.plan?.[field];
        set(value === null || value === undefined ? null : String(value));
      }
    },
  };
}

/** Who reviewed, at what level, when, and under which reference. */
export function detailsPart(store: Store): FormPart {
  function enter(field: Field, run: (review: Review) => Review, undo: (review: Review) => Review, message?: string): void {
    const problem = store.change(run);
    if (problem !== null) store.change(undo);
    field.error(problem === null ? null : (message ?? problem.message));
  }

  const withReference = (reference: string | null) => (review: Review): Review => ({ ...review, plan: { ...review.plan, reference } });
  const withDetails = (details: object) => (review: Review): Review => ({ ...review, review: { ...review.review, ...details } });
  const withReviewer = (reviewer: object) => (review: Review): Review =>
    withDetails({ reviewer: { ...review.review?.reviewer, ...reviewer } })(review);

  const reference: Field = textInput({
    pointer: "/plan/reference", label: "Reference of the plan", on: "change", class: "govuk-input--width-10",
    hint: "A pseudonym, such as EHC-0412. Never a name.",
    entered: (text) => enter(reference, withReference(text), withReference(null)),
  });
  const levels = store.framework.wording.levels.items.map(({ level, title }) => ({ id: String(level), label: title }));
  const level: Field = choice({
    pointer: "/review/level", label: "Level of the review", on: "change",
    entered: (text) => enter(level, withDetails({ level: text === null ? null : Number(text) }), withDetails({ level: null })),
  }, "Not recorded", levels);
  const role: Field = textInput({
    pointer: "/review/reviewer/role", label: "Role of the reviewer", on: "change", class: "govuk-input--width-20",
    entered: (text) => enter(role, withReviewer({ role: text }), withReviewer({ role: null })),
  });
  const id: Field = textInput({
    pointer: "/review/reviewer/id", label: "Pseudonym of the reviewer", on: "change", class: "govuk-input--width-10",
    entered: (text) => enter(id, withReviewer({ id: text }), withReviewer({ id: null })),
  });
  const date: Field = dateInput({
    pointer: "/review/date", legend: "Date of the review", hint: "For example, 14 3 2025",
    entered: (text) => enter(date, withDetails({ date: text }), withDetails({ date: null }), "The date of the review must be a real date"),
  });

  const element = h("section", { class: "app-card", id: "review", "aria-labelledby": "review-heading" },
    h("h2", { class: "govuk-heading-m", id: "review-heading" }, "About the review"),
    h("div", { class: "app-pairs" }, h("div", { class: "app-pairs__wide" }, level.element), reference.element, role.element, id.element, date.element));

  return {
    element,
    fill({ plan, review }) {
      reference.set(plan?.reference ?? null);
      level.set(review?.level ? String(review.level) : null);
      role.set(review?.reviewer?.role ?? null);
      id.set(review?.reviewer?.id ?? null);
      date.set(review?.date ?? null);
    },
  };
}
