// The field in which a file of a plan is chosen, with its hint and its error.

import { build } from "../dom.ts";

export function planField(input: HTMLElement, label: string, hint: string): HTMLElement {
  return build(
    "div",
    { class: "govuk-form-group" },
    build("label", { class: "govuk-label govuk-label--s", for: "plan-file" }, label),
    build("p", { class: "govuk-hint", id: "plan-file-hint" }, hint),
    build(
      "p",
      { class: "govuk-error-message", id: "plan-file-error", hidden: true },
      build("span", { class: "govuk-visually-hidden" }, "Error: "),
      build("span", {}),
    ),
    input,
  );
}
