// The kinds of field that a review is made of. Within a shadow tree no field has a form: what is entered belongs to the
// element, which hands the review to the form around it.

import type { Problem } from "../documents.js";
import { h, setAttribute, setHidden, setText, type Child } from "./dom.js";
import type { Say } from "./texts.js";

/** What a field needs of the element that it belongs to. */
export interface FieldHost {
  say: Say;
  /** Announces a text to people who hear the page. */
  announce(text: string): void;
}

export interface Field {
  element: HTMLElement;
  /** Shows a value; `null` is none. No event is raised. */
  set(value: string | null): void;
  /** Shows what is wrong, or nothing. */
  error(message: string | null): void;
}

/** Where the error message of a field stands, and what it belongs to. */
interface ErrorPlace {
  id: string;
  hintId: string | null;
  group: HTMLElement;
  /** The control, or the group of controls, that the message describes. */
  described: HTMLElement;
  /** The controls whose value is wrong; none where a wrong value is not kept. */
  invalid: HTMLElement[];
  insert(message: HTMLElement): void;
}

/** Shows an error message beside a field, tied to it, and announces it. */
function errorOf({ say, announce }: FieldHost, place: ErrorPlace): (message: string | null) => void {
  const { hintId, group, described, invalid } = place;
  const text = h("span");
  const element = h(
    "p",
    { class: "eqa-error", id: `${place.id}-error` },
    h("span", { class: "eqa-hidden" }, `${say("error")}: `),
    text,
  );
  let shown: string | null = null;
  setAttribute(described, "aria-describedby", hintId);
  return (message) => {
    if (message === shown) return;
    shown = message;
    setText(text, message ?? "");
    if (message === null) element.remove();
    else place.insert(element);
    group.classList.toggle("eqa-group--error", message !== null);
    const describedBy = [hintId, message === null ? null : element.id].filter((id) => id !== null).join(" ");
    setAttribute(described, "aria-describedby", describedBy === "" ? null : describedBy);
    for (const control of invalid) setAttribute(control, "aria-invalid", message === null ? null : "true");
    if (message !== null) announce(`${say("error")}: ${message}`);
  };
}

export interface RadiosOptions {
  pointer: string;
  legend: Child[];
  legendClass?: string;
  hint?: string | null | undefined;
  /** The answers, each with the key that chooses it; without one, its place in the list. */
  values: { id: string; label: string; key?: string }[];
  /** Stands in for no answer, such as "Not known"; without it a button takes the answer back. */
  none?: string;
  /** What the button that takes the answer back is about. */
  about?: string;
  inline?: boolean;
  /** Called with what the person chose; `null` takes it back. Returns why it is refused. */
  picked(value: string | null): Problem | null;
}

/** A question with a few answers, none of them chosen beforehand. An answer that is refused is put back. */
export function radios(host: FieldHost, options: RadiosOptions): Field {
  const { say } = host;
  const id = options.pointer;
  const hintId = options.hint ? `${id}-hint` : null;
  const choices: RadiosOptions["values"] =
    options.none === undefined ? options.values : [...options.values, { id: "", label: options.none }];
  const inputs = choices.map((choice, at) =>
    h("input", {
      "data-key": choice.key ?? String(at + 1),
      class: "eqa-radio",
      id: `${id}-${choice.id || "none"}`,
      name: id,
      type: "radio",
      value: choice.id,
    }),
  );
  const items = inputs.map((input, number) =>
    h("div", { class: "eqa-choice" }, input, h("label", { for: input.id }, choices[number]!.label)),
  );
  const clear = h(
    "button",
    {
      type: "button",
      class: "eqa-link",
      hidden: true,
      "aria-label": say("clearTo", { question: options.about ?? "" }),
    },
    say("clear"),
  );
  const answer = h(
    "div",
    { class: "eqa-answer" },
    h("div", { class: options.inline === false ? "eqa-choices" : "eqa-choices eqa-choices--inline" }, ...items),
    options.none === undefined ? clear : null,
  );
  const element = h(
    "fieldset",
    { class: "eqa-fieldset", id, "data-pointer": options.pointer },
    h("legend", { class: options.legendClass ?? "eqa-label" }, ...options.legend),
    options.hint && hintId !== null ? h("p", { class: "eqa-hint", id: hintId }, options.hint) : null,
    answer,
  );
  const error = errorOf(host, {
    id,
    hintId,
    group: element,
    described: element,
    invalid: [],
    insert: (message) => answer.before(message),
  });

  /** The answer that holds; `null` is none. */
  let held: string | null = null;
  function check(value: string | null): void {
    held = value;
    const checked = value ?? (options.none === undefined ? undefined : "");
    for (const input of inputs) input.checked = input.value === checked;
    setHidden(clear, value === null);
  }
  function pick(value: string | null): void {
    const refused = options.picked(value);
    check(refused === null ? value : held);
    error(refused?.message ?? null);
  }
  element.addEventListener("change", (event) => {
    const { value } = event.target as HTMLInputElement;
    pick(value === "" ? null : value);
  });
  clear.addEventListener("click", () => {
    inputs[0]?.focus();
    pick(null);
  });
  check(null);
  return {
    element,
    set(value) {
      check(value);
      error(null);
    },
    error,
  };
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
  host: FieldHost,
  options: InputOptions,
  control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
): Field {
  const id = options.pointer;
  const hintId = options.hint ? `${id}-hint` : null;
  control.id = id;
  control.dataset.pointer = options.pointer;
  const element = h(
    "div",
    { class: "eqa-group" },
    h("label", { class: "eqa-label", for: id }, options.label),
    options.hint && hintId !== null ? h("p", { class: "eqa-hint", id: hintId }, options.hint) : null,
  );
  const error = errorOf(host, {
    id,
    hintId,
    group: element,
    described: control,
    invalid: [control],
    insert: (message) => control.before(message),
  });
  element.append(control);
  control.addEventListener(options.on, () => options.entered(control.value === "" ? null : control.value));
  const set = (value: string | null): void => {
    if (control.value !== (value ?? "")) control.value = value ?? "";
    error(null);
  };
  return { element, set, error };
}

/** A line of text. */
export function textInput(host: FieldHost, options: InputOptions): Field {
  const input = h("input", {
    class: `eqa-input ${options.class ?? ""}`.trim(),
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    ...options.attributes,
  });
  return labelled(host, options, input);
}

/** A text of any length. */
export function textArea(host: FieldHost, options: InputOptions): Field {
  return labelled(host, options, h("textarea", { class: "eqa-input eqa-textarea", rows: 3 }));
}

/** A choice from a list; the first entry stands for none. */
export function choice(
  host: FieldHost,
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
  return labelled(host, options, select);
}

export interface DateOptions {
  pointer: string;
  legend: string;
  hint: string;
  /** Called with YYYY-MM-DD, or with what was entered in that order, once the person has left the field. */
  entered(value: string | null): void;
}

/** A date in three parts. */
export function dateInput(host: FieldHost, options: DateOptions): Field {
  const id = options.pointer;
  const parts = (["day", "month", "dateYear"] as const).map((name) => {
    const input = h("input", {
      class: `eqa-input eqa-input--${name === "dateYear" ? "four" : "two"}`,
      id: `${id}-${name}`,
      type: "text",
      inputmode: "numeric",
      autocomplete: "off",
    });
    return { input, item: h("div", {}, h("label", { for: input.id }, host.say(name)), input) };
  });
  const inputs = parts.map(({ input }) => input);
  const fieldset = h(
    "fieldset",
    { class: "eqa-fieldset", id, "data-pointer": options.pointer },
    h("legend", { class: "eqa-label" }, options.legend),
    h("p", { class: "eqa-hint", id: `${id}-hint` }, options.hint),
  );
  const element = h("div", { class: "eqa-group" }, fieldset);
  const controls = h("div", { class: "eqa-date" }, ...parts.map(({ item }) => item));
  const error = errorOf(host, {
    id,
    hintId: `${id}-hint`,
    group: element,
    described: fieldset,
    invalid: inputs,
    insert: (message) => controls.before(message),
  });
  fieldset.append(controls);

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
