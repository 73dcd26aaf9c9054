// Where fields stand in the page. The id of a field is its JSON Pointer into the review:
// "/sections/H1/descriptors/H1.2" is "sections-H1-descriptors-H1_2".

import { h } from "./dom.ts";

/** The id of the field that a JSON Pointer names. */
export function fieldId(pointer: string): string {
  return pointer.slice(1).replaceAll("/", "-").replaceAll(".", "_");
}

/** A link to the field that a JSON Pointer names. */
export function fieldLink(pointer: string, text: string): HTMLAnchorElement {
  return h("a", { class: "govuk-link", href: `#${fieldId(pointer)}` }, text);
}

const INPUTS = "input, select, textarea";

/** Moves the focus to a field, or to a part of the page that can take it. */
export function focusField(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  const input = target.matches(INPUTS) ? target : target.querySelector<HTMLElement>(INPUTS);
  const isPart = target.tabIndex === -1 && target.hasAttribute("tabindex");
  const focused = isPart || input === null ? target : input;
  focused.focus({ preventScroll: true });
  const group = focused.closest<HTMLElement>(".app-descriptor, .govuk-form-group") ?? target;
  (isPart ? target : group).scrollIntoView({ block: isPart ? "start" : "center" });
}

/** Makes every link within the page move the focus as well as the view. */
export function followFieldLinks(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const id = link?.getAttribute("href")?.slice(1);
    if (id === undefined || document.getElementById(id) === null) return;
    event.preventDefault();
    focusField(id);
  });
}
