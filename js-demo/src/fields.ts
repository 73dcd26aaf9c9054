// The kinds of field that the form is made of, in GOV.UK manner.

import { h, setAttribute, setText, type Child } from "./dom.ts";
import { fieldId } from "./pointers.ts";
import { say } from "./announcer.ts";

export interface Field {
  element: HTMLElement;
  /** Shows a value; `null` is none. Nobody is told of it. */
  set(value: string | null): void;
  /** Shows what is wrong, or nothing. */
  error(message: string | null): void;
}

/** The error message of a field, beside it and tied to it. */
function errorOf(group: HTMLElement, described: HTMLElement, inputs: HTMLElement[], id: string, hintId: string | null) {
  const text = h("span");
  const element = h("p", { class: "govuk-error-message", id: `${id}-error`, hidden: true },
    h("span", { class: "govuk-visually-hidden" }, "Error: "), text);
  function error(message: string | null): void {
    const news = message !== null && element.hidden;
    element.hidden = message === null;
    setText(text, message ?? "");
    group.classList.toggle("govuk-form-group--error", message !== null);
    const by = [hintId, message === null ? null : element.id].filter((name) => name !== null).join(" ");
    setAttribute(described, "aria-describedby", by === "" ? null : by);
    for (const input of inputs) {
      setAttribute(input, "aria-invalid", message === null ? null : "true");
      input.classList.toggle(`${input.dataset["kind"] ?? "govuk-input"}--error`, message !== null);
    }
    if (news) say(`Error: ${message}`);
  }
  error(null);
  return { element, error };
}

export interface RadiosOptions {
  pointer: string;
  legend: Child[];
  legendClass?: string;
  hint?: string | null | undefined;
  values: { id: string; label: string }[];
  /** Stands in for no answer, such as "Not known"; without it a button takes the answer back. */
  none?: string;
  /** What the button that takes the answer back is about. */
  about?: string;
  inline?: boolean;
  /** Called with what the person chose; `null` takes it back. */
  picked(value: string | null): void;
}

/** A question with a few answers, none of them chosen beforehand. */
export function radios(options: RadiosOptions): Field {
  const id = fieldId(options.pointer);
  const hintId = options.hint ? `${id}-hint` : null;
  const choices = options.none === undefined ? options.values : [...options.values, { id: "", label: options.none }];
  const inputs = choices.map((choice) =>
    h("input", { class: "govuk-radios__input", id: `${id}-${choice.id || "none"}`, name: id, type: "radio", value: choice.id }));
  const items = inputs.map((input, number) =>
    h("div", { class: "govuk-radios__item" }, input,
      h("label", { class: "govuk-label govuk-radios__label", for: input.id }, choices[number]!.label)));
  const clear = h("button", { type: "button", class: "app-clear", hidden: true },
    "Clear answer", h("span", { class: "govuk-visually-hidden" }, ` to ${options.about ?? ""}`));
  const element = h("fieldset", { class: "govuk-fieldset app-fieldset", id, "aria-describedby": hintId },
    h("legend", { class: `govuk-fieldset__legend ${options.legendClass ?? "govuk-fieldset__legend--s"}` }, ...options.legend),
    options.hint && hintId !== null ? h("div", { class: "govuk-hint", id: hintId }, options.hint) : null,
    h("div", { class: "app-answer" },
      h("div", { class: `govuk-radios govuk-radios--small${options.inline === false ? "" : " govuk-radios--inline"}` }, ...items),
      options.none === undefined ? clear : null));

  function set(value: string | null): void {
    for (const input of inputs) input.checked = input.value === (value ?? "") && (value !== null || options.none !== undefined);
    clear.hidden = value === null;
  }
  element.addEventListener("change", (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    clear.hidden = false;
    options.picked(event.target.value === "" ? null : event.target.value);
  });
  clear.addEventListener("click", () => {
    set(null);
    inputs[0]?.focus();
    options.picked(null);
  });
  set(null);
  return { element, set, error: () => {} };
}

export interface InputOptions {
  pointer: string;
  label: string;
  labelClass?: string;
  hint?: string | null;
  class?: string;
  attributes?: Record<string, string>;
  /** `input` tells of every key, `change` when the person is done. */
  on: "input" | "change";
  entered(value: string | null): void;
}

function labelled(options: InputOptions, control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): Field {
  const id = fieldId(options.pointer);
  const hintId = options.hint ? `${id}-hint` : null;
  const element = h("div", { class: "govuk-form-group" },
    h("label", { class: `govuk-label ${options.labelClass ?? "govuk-label--s"}`, for: id }, options.label),
    options.hint && hintId !== null ? h("div", { class: "govuk-hint", id: hintId }, options.hint) : null);
  const { element: message, error } = errorOf(element, control, [control], id, hintId);
  element.append(message, control);
  control.addEventListener(options.on, () => options.entered(control.value === "" ? null : control.value));
  const set = (value: string | null): void => {
    if (control.value !== (value ?? "")) control.value = value ?? "";
    error(null);
  };
  return { element, set, error };
}

/** A line of text. */
export function textInput(options: InputOptions): Field {
  const input = h("input", {
    class: `govuk-input ${options.class ?? ""}`.trim(),
    id: fieldId(options.pointer), type: "text", autocomplete: "off", spellcheck: "false", "data-kind": "govuk-input", ...options.attributes,
  });
  return labelled(options, input);
}

/** A text of any length. */
export function textArea(options: InputOptions): Field {
  const area = h("textarea", {
    class: "govuk-textarea app-textarea", id: fieldId(options.pointer), rows: 3, "data-kind": "govuk-textarea", ...options.attributes,
  });
  return labelled(options, area);
}

/** A choice from a list; the first entry stands for none. */
export function choice(options: InputOptions, none: string, values: { id: string; label: string }[]): Field {
  const select = h("select", { class: "govuk-select app-select", id: fieldId(options.pointer), "data-kind": "govuk-select" },
    h("option", { value: "" }, none), ...values.map(({ id, label }) => h("option", { value: id }, label)));
  return labelled(options, select);
}

export interface DateOptions {
  pointer: string;
  legend: string;
  hint: string;
  /** Called with YYYY-MM-DD, or with what was entered in that order, once the person has left the field. */
  entered(value: string | null): void;
}

/** A date in three parts. */
export function dateInput(options: DateOptions): Field {
  const id = fieldId(options.pointer);
  const parts = ["Day", "Month", "Year"].map((name, number) => {
    const input = h("input", {
      class: `govuk-input govuk-date-input__input govuk-input--width-${number === 2 ? 4 : 2}`,
      id: `${id}-${name.toLowerCase()}`, type: "text", inputmode: "numeric", autocomplete: "off", "data-kind": "govuk-input",
    });
    const label = h("label", { class: "govuk-label govuk-date-input__label", for: input.id }, name);
    return { input, item: h("div", { class: "govuk-date-input__item" }, h("div", { class: "govuk-form-group" }, label, input)) };
  });
  const inputs = parts.map(({ input }) => input);
  const fieldset = h("fieldset", { class: "govuk-fieldset", role: "group", id },
    h("legend", { class: "govuk-fieldset__legend govuk-fieldset__legend--s" }, options.legend),
    h("div", { class: "govuk-hint", id: `${id}-hint` }, options.hint));
  const element = h("div", { class: "govuk-form-group" }, fieldset);
  const { element: message, error } = errorOf(element, fieldset, inputs, id, `${id}-hint`);
  fieldset.append(message, h("div", { class: "govuk-date-input" }, ...parts.map(({ item }) => item)));

  function entered(): void {
    const [day = "", month = "", year = ""] = inputs.map(({ value }) => value.trim());
    const empty = day === "" && month === "" && year === "";
    options.entered(empty ? null : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  }
  // A date is complete when the person leaves it, not between its parts.
  let edited = false;
  element.addEventListener("input", () => (edited = true));
  element.addEventListener("focusout", (event) => {
    if (!edited || (event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) return;
    edited = false;
    entered();
  });
  return {
    element,
    set(value) {
      const [year = "", month = "", day = ""] = value === null ? [] : value.split("-");
      for (const [number, part] of [day, month, year].entries()) inputs[number]!.value = part.replace(/^0+/, "");
      error(null);
    },
    error,
  };
}
