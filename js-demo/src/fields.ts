// Fields that a script makes: a label, a hint, a mistake and a control. The printed page shows the full text.

import { make } from "./dom.ts";

/** The parts of a field. */
export interface FieldParts {
  /** Its place in the document. */
  pointer: string;
  label: string;
  hint?: string;
  value: string;
  /** The lines that are visible at first. Without it, the field has one line. */
  rows?: number;
}

export interface Field {
  id: string;
  label: string;
  element: HTMLElement;
  control: HTMLInputElement | HTMLTextAreaElement;
  /** Replaces the hint. */
  setHint(hint: string): void;
}

/** Makes a field. `changed` is called with the text after each edit. */
export function fieldFor({ pointer, label, hint, value, rows }: FieldParts, changed: (text: string) => void): Field {
  const id = `learning${pointer.replaceAll("/", "-")}`;
  const title = make("label", "govuk-label govuk-label--s", label) as HTMLLabelElement;
  title.htmlFor = id;
  const note = make("p", "govuk-hint", hint ?? "");
  note.id = `${id}-hint`;
  note.hidden = (hint ?? "") === "";
  const error = make("p", "govuk-error-message", make("span", "govuk-visually-hidden", "Error: "), make("span", ""));
  error.id = `${id}-error`;
  error.hidden = true;
  const control = (
    rows === undefined
      ? make("input", "govuk-input app-screen")
      : make("textarea", "govuk-textarea app-screen app-growing")
  ) as HTMLInputElement | HTMLTextAreaElement;
  if (control instanceof HTMLTextAreaElement) control.rows = rows ?? 1;
  control.id = id;
  control.value = value;
  control.autocomplete = "off";
  control.setAttribute("aria-describedby", `${note.id} ${error.id}`);
  const paper = make("p", "govuk-body app-paper", value);
  control.addEventListener("input", () => {
    paper.textContent = control.value;
    changed(control.value);
  });
  return {
    id,
    label,
    control,
    element: make("div", "govuk-form-group", title, note, error, control, paper),
    setHint(hint) {
      note.textContent = hint;
      note.hidden = hint === "";
    },
  };
}

/** The lines of a text that are not blank. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
