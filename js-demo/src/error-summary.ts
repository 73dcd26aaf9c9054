// Errors in the GOV.UK manner: a summary that takes the focus, and the same words beside each field.

import { ErrorSummary } from "govuk-frontend";
import type { Problem } from "ehcp-qa";
import { byId, make } from "./dom.ts";

const MOST_LISTED = 50;
let title = document.title;
let current: readonly FieldError[] = [];

/** An error in a field. */
export interface FieldError {
  /** The id of the field. */
  field: string;
  message: string;
}

/** A problem of a document, as the summary lists it. */
type Listed = Pick<Problem, "pointer" | "message">;

// Components of GOV.UK Frontend start only on a page that says that it supports them.
document.body.classList.add("govuk-frontend-supported");

/** Gives the page another title, which an error then begins. */
export function setTitle(text: string): void {
  title = text;
  document.title = text;
}

/** Shows an error in a field, and every problem of the document that was given in it. */
export function showError(field: string, message: string, problems: readonly Listed[] = []): void {
  showErrors([{ field, message }], problems);
}

/** The same for several fields, each once. */
export function showErrors(errors: readonly FieldError[], problems: readonly Listed[] = []): void {
  clearErrors();
  const links = errors.map(({ field, message }) => {
    const link = make("a", "", message) as HTMLAnchorElement;
    link.href = `#${field}`;
    return make("li", "", link);
  });
  const body = make("div", "govuk-error-summary__body", make("ul", "govuk-list govuk-error-summary__list", ...links));
  if (problems.length > 0) body.append(listOf(problems));
  const alert = make("div", "", make("h2", "govuk-error-summary__title", "There is a problem"), body);
  alert.setAttribute("role", "alert");
  const summary = make("div", "govuk-error-summary", alert);
  byId("error-summary").replaceChildren(summary);
  document.title = `Error: ${title}`;
  for (const { field, message } of errors) showBeside(field, message);
  current = errors;
  // It takes the focus, and leads from its links to the fields.
  new ErrorSummary(summary);
}

/** Removes the errors. */
export function clearErrors(): void {
  for (const { field } of current) showBeside(field, null);
  current = [];
  byId("error-summary").replaceChildren();
  document.title = title;
}

function listOf(problems: readonly Listed[]): HTMLElement {
  const items = problems
    .slice(0, MOST_LISTED)
    .map(({ pointer, message }) =>
      make("li", "", ...(pointer === "" ? [message] : [make("code", "app-pointer", pointer), ` ${message}`])),
    );
  if (problems.length > MOST_LISTED) items.push(make("li", "", `And ${problems.length - MOST_LISTED} more.`));
  return make("ul", "govuk-list govuk-list--bullet app-problems", ...items);
}

function showBeside(field: string, message: string | null): void {
  // The field may have been removed with its document.
  const error = document.getElementById(`${field}-error`);
  if (error === null) return;
  error.hidden = message === null;
  error.lastElementChild!.textContent = message ?? "";
  if (message === null) byId(field).removeAttribute("aria-invalid");
  else byId(field).setAttribute("aria-invalid", "true");
}
