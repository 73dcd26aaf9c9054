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
  control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  /** Replaces the hint. */
  setHint(hint: string): void;
}

/** Makes a field. `changed` is called with the text after each edit. */
export function fieldFor({ pointer, label, hint, value, rows }: FieldParts, changed: (text: string) => void): Field {
  const control = (
    rows === undefined
      ? make("input", "govuk-input app-screen")
      : make("textarea", "govuk-textarea app-screen app-growing")
  ) as HTMLInputElement | HTMLTextAreaElement;
  if (control instanceof HTMLTextAreaElement) control.rows = rows ?? 1;
  control.value = value;
  const paper = make("p", "govuk-body app-paper", value);
  control.addEventListener("input", () => {
    paper.textContent = control.value;
    changed(control.value);
  });
  return framed({ pointer, label, ...(hint === undefined ? {} : { hint }) }, control, paper);
}

/** Makes a field with a choice. `changed` is called with the value after each change. */
export function selectFor<T extends string>(
  { pointer, label, value, options }: Omit<FieldParts, "hint" | "rows"> & { value: T; options: [T, string][] },
  changed: (value: T) => void,
): Field {
  const control = make("select", "govuk-select app-screen") as HTMLSelectElement;
  for (const [word, text] of options) control.append(new Option(text, word, false, word === value));
  const paper = make("p", "govuk-body app-paper", textOf());
  control.addEventListener("change", () => {
    paper.textContent = textOf();
    changed(control.value as T);
  });
  function textOf(): string {
    return control.selectedOptions[0]?.text ?? "";
  }
  return framed({ pointer, label }, control, paper);
}

/** A control with its label, its hint and a mistake. */
function framed(
  { pointer, label, hint }: Pick<FieldParts, "pointer" | "label" | "hint">,
  control: Field["control"],
  paper: HTMLElement,
): Field {
  const id = `learning${pointer.replaceAll("/", "-")}`;
  const title = make("label", "govuk-label govuk-label--s", label) as HTMLLabelElement;
  title.htmlFor = id;
  const note = make("p", "govuk-hint", hint ?? "");
  note.id = `${id}-hint`;
  note.hidden = (hint ?? "") === "";
  const error = make("p", "govuk-error-message", make("span", "govuk-visually-hidden", "Error: "), make("span", ""));
  error.id = `${id}-error`;
  error.hidden = true;
  control.id = id;
  control.autocomplete = "off";
  control.setAttribute("aria-describedby", `${note.id} ${error.id}`);
  return {
    id,
    label,
    control,
    element: make("div", "govuk-form-group", title, note, error, control, paper),
    setHint(text) {
      note.textContent = text;
      note.hidden = text === "";
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
