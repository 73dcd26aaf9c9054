// Fields that a script makes: a label, a hint, a mistake, and what is written, which paper shows whole.

import { make } from "./dom.ts";

/** What a field is made of. */
export interface FieldParts {
  /** Its place in the document. */
  pointer: string;
  label: string;
  hint?: string;
  value: string;
  /** How many lines are seen at first; without it, the field has one line. */
  rows?: number;
}

export interface Field {
  id: string;
  label: string;
  element: HTMLElement;
  control: HTMLInputElement | HTMLTextAreaElement;
  /** Says another thing as the hint. */
  tell(hint: string): void;
}

/** Makes a field. `changed` is told whatever is written. */
export function fieldFor({ pointer, label, hint, value, rows }: FieldParts, changed: (text: string) => void): Field {
  const id = `learning${pointer.replaceAll("/", "-")}`;
  const title = make("label", "govuk-label govuk-label--s", label) as HTMLLabelElement;
  title.htmlFor = id;
  const told = make("p", "govuk-hint", hint ?? "");
  told.id = `${id}-hint`;
  told.hidden = (hint ?? "") === "";
  const error = make("p", "govuk-error-message", make("span", "govuk-visually-hidden", "Error: "), make("span", ""));
  error.id = `${id}-error`;
  error.hidden = true;
  const control = (rows === undefined ? make("input", "govuk-input app-screen") : make("textarea", "govuk-textarea app-screen app-growing")) as HTMLInputElement | HTMLTextAreaElement;
  if (control instanceof HTMLTextAreaElement) control.rows = rows ?? 1;
  control.id = id;
  control.value = value;
  control.autocomplete = "off";
  control.setAttribute("aria-describedby", `${told.id} ${error.id}`);
  const paper = make("p", "govuk-body app-paper", value);
  control.addEventListener("input", () => {
    paper.textContent = control.value;
    changed(control.value);
  });
  return {
    id,
    label,
    control,
    element: make("div", "govuk-form-group", title, told, error, control, paper),
    tell(hint) {
      told.textContent = hint;
      told.hidden = hint === "";
    },
  };
}

/** The lines of a text that say something. */
export function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
