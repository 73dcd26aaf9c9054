// The criteria of the scale, asked about the plan as a whole.

import { h } from "./dom.ts";
import { radios, type Field } from "./fields.ts";
import type { FormPart } from "./plan.ts";
import type { Store } from "./store.ts";

/** The questions on the criteria, the best answer first. */
export function criteriaPart(store: Store): FormPart {
  const { interpretation, wording } = store.framework;
  const fields = new Map<string, Field>();
  for (const { id, label, hint, values } of interpretation.criteria) {
    fields.set(id, radios({
      pointer: `/criteria/${id}`, legend: [label], hint, values: [...values].reverse(), about: label, inline: values.length < 3,
      picked: (value) => void store.edit((session) => session.criterion(id, value)),
    }));
  }
  const element = h("section", { class: "app-card", id: "criteria", tabindex: "-1", "aria-labelledby": "criteria-heading" },
    h("h2", { class: "govuk-heading-m", id: "criteria-heading" }, "Criteria for the plan as a whole"),
    h("p", { class: "govuk-hint" }, `From the scale of the framework: ${wording.scale.heading}.`),
    h("div", { class: "app-pairs" }, ...[...fields.values()].map(({ element }) => element)));
  return {
    element,
    fill(review) {
      const answers = (review.criteria ?? {}) as Record<string, string | null | undefined>;
      for (const [id, { set }] of fields) set(answers[id] ?? null);
    },
  };
}
