// Who reviewed, at what level, when, and under which reference.

import type { Value } from "../../values.js";
import { h } from "../dom.js";
import { choice, dateInput, textInput, type Field } from "../fields.js";
import { card, number, part, type Fields, type Part, type PartOptions } from "./part.js";

const LEVEL = "/review/level";
const DATE = "/review/date";

export function detailsPart({ around, framework, edit }: PartOptions): Part {
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

  const levels = framework.wording.levels?.items ?? [];
  const level = choice(
    around,
    { pointer: LEVEL, label: say("level"), on: "change", entered: entered(LEVEL, number) },
    say("notRecorded"),
    levels.map(({ level, title }) => ({ id: String(level), label: title })),
  );
  const date = dateInput(around, {
    pointer: DATE,
    legend: say("date"),
    hint: say("dateHint"),
    entered: entered(DATE, undefined, say("dateWrong")),
  });
  const element = card(
    "/review",
    "h2",
    say("aboutReview"),
    h(
      "div",
      { class: "eqa-pairs" },
      ...(levels.length === 0 ? [] : [h("div", { class: "eqa-wide" }, add(LEVEL, level))]),
      line("/plan/reference", say("reference"), "ten", say("referenceHint")),
      line("/review/reviewer/role", say("role"), "twenty"),
      line("/review/reviewer/id", say("reviewer"), "ten"),
      add(DATE, date),
    ),
  );
  return part(element, fields);
}
