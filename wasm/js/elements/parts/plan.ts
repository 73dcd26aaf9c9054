// The facts about the plan that decide what applies.

import type { ContextQuestion } from "../../documents.js";
import type { Fact } from "../../numbers.js";
import type { Value } from "../../values.js";
import { h } from "../dom.js";
import { choice, radios, textInput, type Field, type InputOptions } from "../fields.js";
import type { Say } from "../texts.js";
import { card, number, part, type Fields, type Part, type PartOptions } from "./part.js";

export function planPart({ around, framework, facts, edit, choose }: PartOptions): Part {
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
    const { kind, range } = facts.get(field) ?? { kind: "flag", range: null };
    if (kind === "year_group" && range !== null) return choice(around, input, say("notKnown"), yearGroups(say, range));
    if (kind === "age") {
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

/** The names of the year groups in a range, whose ends stand for what is before and beyond all of them. */
function yearGroups(say: Say, { least, most }: NonNullable<Fact["range"]>): { id: string; label: string }[] {
  const named: Record<number, string> = {
    [least]: say("beforeNursery"),
    [-1]: say("nursery"),
    0: say("reception"),
    [most]: say("beyondYear", { year: most - 1 }),
  };
  return Array.from({ length: most - least + 1 }, (_, at) => least + at).map((year) => ({
    id: String(year),
    label: named[year] ?? say("year", { year }),
  }));
}
