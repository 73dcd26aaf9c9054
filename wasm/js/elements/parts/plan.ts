// The facts about the plan that decide what applies.

import type { ContextQuestion } from "../../documents.js";
import type { YearGroup } from "../../numbers.js";
import type { Value } from "../../values.js";
import { h } from "../dom.js";
import { choice, dateInput, radios, textInput, type Field, type InputOptions } from "../fields.js";
import type { Say } from "../texts.js";
import { card, number, part, type Fields, type Part, type PartOptions } from "./part.js";

export function planPart({ around, framework, facts, edit, choose }: PartOptions): Part {
  const { say } = around;
  const fields: Fields = new Map();

  function ask({ field, label, hint, values, labels }: ContextQuestion): Field {
    const pointer = `/plan/${field}`;
    const enter = (value: Value): void => fields.get(pointer)?.error(edit(pointer, value)?.message ?? null);
    const input: InputOptions = {
      pointer,
      label,
      hint: hint ?? null,
      on: "change",
      entered: (text) => enter(number(text)),
    };
    const hinted = (...others: string[]): string => [hint ?? "", ...others].filter((part) => part !== "").join(" ");
    const { kind, years, range } = facts.get(field) ?? { kind: "flag", years: [], range: null };
    if (kind === "year_group") return choice(around, input, say("notKnown"), years.map(yearGroup(say)));
    if (kind === "age") {
      return textInput(around, {
        ...input,
        hint: hinted(say("ageHint")),
        class: "eqa-input--two",
        attributes: { inputmode: "numeric" },
      });
    }
    if (kind === "number" && range !== null) {
      const called = (labels ?? []).map(({ number, label }) => say("numberLabel", { number, label }));
      return textInput(around, {
        ...input,
        hint: hinted(say("rangeHint", range), ...called),
        class: "eqa-input--four",
        attributes: { inputmode: range.least < 0 ? "text" : "numeric" },
      });
    }
    if (kind === "date") {
      return dateInput(around, { pointer, legend: label, hint: hinted(say("dateHint")), entered: enter });
    }
    return radios(around, {
      pointer,
      legend: [label],
      hint,
      values: values ?? [
        { id: "true", label: say("yes"), key: "y" },
        { id: "false", label: say("no"), key: "n" },
      ],
      none: say("notKnown"),
      inline: !values,
      picked: (value) => choose(pointer, value === null || values ? value : value === "true"),
    });
  }

  for (const question of framework.interpretation.context) fields.set(`/plan/${question.field}`, ask(question));
  const element = card(
    "/plan",
    "h2",
    say("aboutPlan"),
    h("p", { class: "eqa-hint" }, say("aboutPlanHint")),
    h("div", { class: "eqa-pairs" }, ...[...fields.values()].map(({ element }) => element)),
  );
  return part(element, fields);
}

/** A year group as one of a list. */
function yearGroup(say: Say): (of: YearGroup) => { id: string; label: string } {
  return ({ number, name, year }) => {
    const names: Record<YearGroup["name"], string> = {
      before_nursery: say("beforeNursery"),
      nursery: say("nursery"),
      reception: say("reception"),
      year: say("year", { year }),
      beyond_year: say("beyondYear", { year }),
    };
    return { id: String(number), label: names[name] };
  };
}
