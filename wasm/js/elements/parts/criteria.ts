// The criteria of the scale, asked about the plan as a whole; the best answer first.

import type { Choice } from "../../documents.js";
import { h } from "../dom.js";
import { radios } from "../fields.js";
import { card, part, type Fields, type Part, type PartOptions } from "./part.js";

export function criteriaPart({ around, framework, choose }: PartOptions): Part {
  const { say } = around;
  const { interpretation, wording } = framework;
  const fields: Fields = new Map(
    interpretation.criteria.map(({ id, label, hint, values }) => {
      const pointer = `/criteria/${id}`;
      const field = radios(around, {
        pointer,
        legend: [label],
        hint,
        values: [...values].reverse().map(withKeys),
        about: label,
        inline: values.length < 3,
        picked: (value) => choose(pointer, value),
      });
      field.element.append(h("slot", { name: id }));
      return [pointer, field];
    }),
  );
  const element = card(
    "/criteria",
    "h2",
    say("criteria"),
    wording.scale == null
      ? null
      : h("p", { class: "eqa-hint" }, say("criteriaHint", { heading: wording.scale.heading })),
    h("div", { class: "eqa-pairs" }, ...[...fields.values()].map(({ element }) => element)),
  );
  return part(element, fields);
}

/** Y and N choose between two answers, the better one first. More answers are chosen by their places. */
function withKeys(value: Choice, at: number, { length }: readonly Choice[]): Choice & { key?: string } {
  return length === 2 ? { ...value, key: at === 0 ? "y" : "n" } : value;
}
