// Mistakes in the GOV.UK manner: a summary that takes the focus, and the same words beside the field.

import type { Problem } from "ehcp-qa";
import { byId, make } from "./dom.ts";

const MOST_SHOWN = 50;
const TITLE = document.title;
let shown: readonly Mistake[] = [];

/** A mistake in a field. */
export interface Mistake {
  field: string;
  message: string;
}

/** Shows a mistake in a field, and every problem of the document that it was given. */
export function showMistake(
  field: string,
  message: string,
  problems: readonly Pick<Problem, "pointer" | "message">[] = [],
): void {
  showMistakes([{ field, message }], problems);
}

/** The same for several fields, each once. */
export function showMistakes(
  mistakes: readonly Mistake[],
  problems: readonly Pick<Problem, "pointer" | "message">[] = [],
): void {
  clearMistake();
  const links = mistakes.map(({ field, message }) => {
    const link = make("a", "", message) as HTMLAnchorElement;
    link.href = `#${field}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      byId(field).focus();
    });
    return make("li", "", link);
  });
  const listed = problems
    .slice(0, MOST_SHOWN)
    .map(({ pointer, message: sentence }) =>
      make("li", "", ...(pointer === "" ? [sentence] : [make("code", "app-pointer", pointer), ` ${sentence}`])),
    );
  if (problems.length > MOST_SHOWN) listed.push(make("li", "", `And ${problems.length - MOST_SHOWN} more.`));
  const title = make("h2", "govuk-error-summary__title", "There is a problem");
  title.id = "error-summary-title";
  const body = make("div", "govuk-error-summary__body", make("ul", "govuk-list govuk-error-summary__list", ...links));
  if (listed.length > 0) body.append(make("ul", "govuk-list govuk-list--bullet app-problems", ...listed));
  const summary = make("div", "govuk-error-summary", title, body);
  summary.tabIndex = -1;
  summary.setAttribute("role", "group");
  summary.setAttribute("aria-labelledby", title.id);
  byId("error-summary").replaceChildren(summary);
  document.title = `Error: ${TITLE}`;
  for (const { field, message } of mistakes) beside(field, message);
  shown = mistakes;
  summary.focus();
}

/** Removes the mistakes that are shown. */
export function clearMistake(): void {
  for (const { field } of shown) beside(field, null);
  shown = [];
  byId("error-summary").replaceChildren();
  document.title = TITLE;
}

function beside(field: string, message: string | null): void {
  // The field may have been removed with its document.
  const error = document.getElementById(`${field}-error`);
  if (error === null) return;
  error.hidden = message === null;
  error.lastElementChild!.textContent = message ?? "";
  byId(field).toggleAttribute("aria-invalid", message !== null);
  if (message !== null) byId(field).setAttribute("aria-invalid", "true");
}
