// The kinds of field that a review is made of. No field has a form: what is entered belongs to the
// element, which hands the whole review to the form around it.

import { h, setAttribute, setText, type Child } from "./dom.js";
import type { Say } from "./texts.js";

/** What fields know of the element that they belong to. */
export interface Surroundings {
  say: Say;
  /** The id of a field, unlike any other in the page. */
  id(pointer: string): string;
  /** Says a text to people who hear the page. */
  announce(text: string): void;
}

export interface Field {
  element: HTMLElement;
  /** Shows a value; `null` is none. No event is raised. */
  set(value: string | null): void;
  /** Shows what is wrong, or nothing. */
  error(message: string | null): void;
}

/** The attribute that keeps a control out of every form of the page: no form has this id. */
const NO_FORM = { form: "ehcp-qa-no-form" };

/** The error message of a field, beside it and tied to it. */
function errorOf(
  { say, announce }: Surroundings,
  group: HTMLElement,
  described: HTMLElement,
  inputs: HTMLElement[],
  id: string,
  hintId: string | null,
) {
  const text = h("span");
  const element = h(
    "p",
    { class: "eqa-error", id: `${id}-error`, hidden: true },
    h("span", { class: "eqa-hidden" }, `${say("error")}: `),
    text,
  );
  function error(message: string | null): void {
    const news = message !== null && element.hidden;
    element.hidden = message === null;
    setText(text, message ?? "");
    group.classList.toggle("eqa-group--error", message !== null);
    const by = [hintId, message === null ? null : element.id].filter((name) => name !== null).join(" ");
    setAttribute(described, "aria-describedby", by === "" ? null : by);
    for (const input of inputs) setAttribute(input, "aria-invalid", message === null ? null : "true");
    if (news) announce(`${say("error")}: ${message}`);
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
export function radios(around: Surroundings, options: RadiosOptions): Field {
  const { say } = around;
  const id = around.id(options.pointer);
  const hintId = options.hint ? `${id}-hint` : null;
  const choices = options.none === undefined ? options.values : [...options.values, { id: "", label: options.none }];
  const inputs = choices.map((choice) =>
    h("input", {
      class: "eqa-radio",
      id: `${id}-${choice.id || "none"}`,
      name: id,
      type: "radio",
      value: choice.id,
      ...NO_FORM,
    }),
  );
  const items = inputs.map((input, number) =>
    h("div", { class: "eqa-choice" }, input, h("label", { for: input.id }, choices[number]!.label)),
  );
  const clear = h(
    "button",
    { type: "button", class: "eqa-link", hidden: true, "aria-label": say("clearTo", options.about ?? "") },
    say("clear"),
  );
  const element = h(
    "fieldset",
    { class: "eqa-fieldset", id, "data-pointer": options.pointer, "aria-describedby": hintId },
    h("legend", { class: options.legendClass ?? "eqa-label" }, ...options.legend),
    options.hint && hintId !== null ? h("p", { class: "eqa-hint", id: hintId }, options.hint) : null,
    h(
      "div",
      { class: "eqa-answer" },
      h("div", { class: options.inline === false ? "eqa-choices" : "eqa-choices eqa-choices--inline" }, ...items),
      options.none === undefined ? clear : null,
    ),
  );

  function set(value: string | null): void {
    for (const input of inputs)
      input.checked = input.value === (value ?? "") && (value !== null || options.none !== undefined);
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
  hint?: string | null;
  class?: string;
  attributes?: Record<string, string>;
  /** `input` is raised at every key, `change` when the person is done. */
  on: "input" | "change";
  entered(value: string | null): void;
}

function labelled(
  around: Surroundings,
  options: InputOptions,
  control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
): Field {
  const id = around.id(options.pointer);
  const hintId = options.hint ? `${id}-hint` : null;
  control.id = id;
  control.dataset["pointer"] = options.pointer;
  setAttribute(control, "form", NO_FORM.form);
  const element = h(
    "div",
    { class: "eqa-group" },
    h("label", { class: "eqa-label", for: id }, options.label),
    options.hint && hintId !== null ? h("p", { class: "eqa-hint", id: hintId }, options.hint) : null,
  );
  const { element: message, error } = errorOf(around, element, control, [control], id, hintId);
  element.append(message, control);
  control.addEventListener(options.on, () => options.entered(control.value === "" ? null : control.value));
  const set = (value: string | null): void => {
    if (control.value !== (value ?? "")) control.value = value ?? "";
    error(null);
  };
  return { element, set, error };
}

/** A line of text. */
export function textInput(around: Surroundings, options: InputOptions): Field {
  const input = h("input", {
    class: `eqa-input ${options.class ?? ""}`.trim(),
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    ...options.attributes,
  });
  return labelled(around, options, input);
}

/** A text of any length. */
export function textArea(around: Surroundings, options: InputOptions): Field {
  return labelled(around, options, h("textarea", { class: "eqa-input eqa-textarea", rows: 3 }));
}

/** A choice from a list; the first entry stands for none. */
export function choice(
  around: Surroundings,
  options: InputOptions,
  none: string,
  values: { id: string; label: string }[],
): Field {
  const select = h(
    "select",
    { class: "eqa-input eqa-select" },
    h("option", { value: "" }, none),
    ...values.map(({ id, label }) => h("option", { value: id }, label)),
  );
  return labelled(around, options, select);
}

export interface DateOptions {
  pointer: string;
  legend: string;
  hint: string;
  /** Called with YYYY-MM-DD, or with what was entered in that order, once the person has left the field. */
  entered(value: string | null): void;
}

/** A date in three parts. */
export function dateInput(around: Surroundings, options: DateOptions): Field {
  const id = around.id(options.pointer);
  const parts = (["day", "month", "dateYear"] as const).map((name) => {
    const input = h("input", {
      class: `eqa-input eqa-input--${name === "dateYear" ? "four" : "two"}`,
      id: `${id}-${name}`,
      type: "text",
      inputmode: "numeric",
      autocomplete: "off",
      ...NO_FORM,
    });
    return { input, item: h("div", {}, h("label", { for: input.id }, around.say(name)), input) };
  });
  const inputs = parts.map(({ input }) => input);
  const fieldset = h(
    "fieldset",
    { class: "eqa-fieldset", id, "data-pointer": options.pointer },
    h("legend", { class: "eqa-label" }, options.legend),
    h("p", { class: "eqa-hint", id: `${id}-hint` }, options.hint),
  );
  const element = h("div", { class: "eqa-group" }, fieldset);
  const { element: message, error } = errorOf(around, element, fieldset, inputs, id, `${id}-hint`);
  fieldset.append(message, h("div", { class: "eqa-date" }, ...parts.map(({ item }) => item)));

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
