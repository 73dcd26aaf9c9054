// What the page says at its top: problems that stop something, and what has just been done.

import { byId, h } from "./dom.ts";
import { say } from "./announcer.ts";

export interface Mistake {
  message: string;
  /** The id of the field to put right. */
  field?: string;
  /** What follows: a place in a file, and what is wrong there. */
  problems?: readonly { pointer: string; message: string }[];
}

const MOST_SHOWN = 50;
const TITLE = document.title;

/** Shows a GOV.UK error summary and moves the focus to it. */
export function showMistake({ message, field, problems = [] }: Mistake): void {
  const first = field === undefined ? message : h("a", { href: `#${field}` }, message);
  const listed = problems.slice(0, MOST_SHOWN).map(({ pointer, message: said }) =>
    h("li", {}, pointer === "" ? null : h("code", { class: "app-pointer" }, pointer), pointer === "" ? said : ` ${said}`));
  const left = problems.length - listed.length;
  if (left > 0) listed.push(h("li", {}, `And ${left} more.`));
  const summary = h("div", { class: "govuk-error-summary", tabindex: "-1", "aria-labelledby": "error-summary-title", role: "group" },
    h("h2", { class: "govuk-error-summary__title", id: "error-summary-title" }, "There is a problem"),
    h("div", { class: "govuk-error-summary__body" },
      h("ul", { class: "govuk-list govuk-error-summary__list" }, h("li", {}, first)),
      listed.length === 0 ? null : h("ul", { class: "govuk-list govuk-list--bullet app-problems" }, ...listed)));
  byId("error-summary").replaceChildren(summary);
  document.title = `Error: ${TITLE}`;
  summary.focus();
}

/** Takes the error summary away. */
export function clearMistake(): void {
  byId("error-summary").replaceChildren();
  document.title = TITLE;
}

/** The line that says what has just been done, and offers to undo it. */
export function noticeLine() {
  const text = h("p", { class: "govuk-body app-notice__text" });
  const undo = h("button", { type: "button", class: "govuk-button govuk-button--secondary app-notice__undo" }, "Undo");
  const element = h("div", { class: "app-notice", hidden: true }, text, undo);
  let back: (() => void) | null = null;
  undo.addEventListener("click", () => back?.());
  return {
    element,
    show(message: string, undoing: (() => void) | null = null): void {
      text.textContent = message;
      back = undoing;
      undo.hidden = undoing === null;
      element.hidden = false;
      say(message);
    },
  };
}
