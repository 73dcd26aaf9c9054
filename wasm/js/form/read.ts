// Reads a page: the elements that have a name, and the values of its fields.

import type { Value } from "../values.js";
import { FIELD, fieldValue, isOf, type ValueMap } from "./fields.js";
import type { Meaning } from "./names.js";

/** Something that the page holds and the review cannot take. No value of the page is repeated. */
export interface FieldProblem {
  /** The name that the field was given. */
  name: string;
  /** The first field of that name; `null` where none is in the page. */
  element: Element | null;
  /** What is wrong, in a plain sentence. */
  message: string;
}

/** The fields of a page. */
export interface Reading {
  /** The value of each field that can be read. */
  values: ReadonlyMap<string, Value>;
  /** The elements of each name. */
  fields: ReadonlyMap<string, readonly Element[]>;
  /** What is wrong with the names and selectors that the page gave. */
  mistakes: FieldProblem[];
  /** What is wrong with the values. */
  problems: FieldProblem[];
}

/** Where the fields of a page are, and what their values mean. */
interface Given {
  map?: Record<string, string>;
  values?: Record<string, ValueMap>;
}

const NO_FIELD = "There is no field of this name.";

/** Reads the fields of a page. `kept` are the values of fields that may have been taken out of it. */
export function readFields(
  root: ParentNode & Node,
  names: ReadonlyMap<string, Meaning>,
  { map = {}, values: maps = {} }: Given,
  kept: ReadonlyMap<string, Value>,
): Reading {
  const { elements: fields, mistakes } = named(root, FIELD, map, "map");
  const values = new Map(kept);
  const problems: FieldProblem[] = [];
  for (const [name, elements] of fields) {
    const element = elements[0] ?? null;
    const meaning = names.get(name);
    values.delete(name);
    if (meaning === undefined) {
      mistakes.push({ name, element, message: NO_FIELD });
      continue;
    }
    const read = fieldValue(elements, name, meaning, maps, formOf(root));
    if ("value" in read) values.set(name, read.value);
    else problems.push({ name, element, message: read.problem });
  }
  for (const name of Object.keys(maps)) {
    if (name !== "*" && !names.has(name) && !fields.has(name)) {
      mistakes.push({ name, element: null, message: NO_FIELD });
    }
  }
  return { values, fields, mistakes, problems };
}

/** The elements of each name: those with the attribute, and those that selectors find, which an option has by name. */
export function named(
  root: ParentNode & Node,
  attribute: string,
  selectors: Record<string, string>,
  option: string,
): { elements: Map<string, Element[]>; mistakes: FieldProblem[] } {
  const elements = new Map<string, Element[]>();
  const mistakes: FieldProblem[] = [];
  const add = (name: string, element: Element): void => {
    const known = elements.get(name);
    if (known === undefined) elements.set(name, [element]);
    else if (!known.includes(element)) known.push(element);
  };
  const outside = controlsElsewhere(root);
  for (const element of matching(root, outside, `[${attribute}]`))
    add(element.getAttribute(attribute)!.trim(), element);
  for (const [name, selector] of Object.entries(selectors)) {
    try {
      for (const element of matching(root, outside, selector)) add(name, element);
      if (elements.has(name)) continue;
      const message = `The selector of the option "${option}" finds nothing: ${selector}`;
      mistakes.push({ name, element: null, message });
    } catch {
      const message = `The selector of the option "${option}" is not valid; CSS.escape() writes ids with marks: ${selector}`;
      mistakes.push({ name, element: null, message });
    }
  }
  return { elements, mistakes };
}

/** The elements that match: those inside the root and those of its controls outside, or around such controls. */
function matching(root: ParentNode & Node, controls: readonly Element[], selector: string): Element[] {
  const form = formOf(root);
  const inside = [...root.querySelectorAll(selector)].filter((element) => isOf(form, element));
  const outside = controls.flatMap((control) => control.closest(selector) ?? []);
  return [...inside, ...outside.filter((element) => !element.contains(root))];
}

const formOf = (root: Node): HTMLFormElement | null => (root.nodeName === "FORM" ? (root as HTMLFormElement) : null);

/** The controls of a form that stand outside it: by their `form` attribute, or because a table has parted them. */
function controlsElsewhere(root: Node): Element[] {
  return [...(formOf(root)?.elements ?? [])].filter((control) => !root.contains(control));
}

/** Whether an element is a control of a form that stands outside it. */
export function isElsewhere(root: Node, target: EventTarget | null): boolean {
  return controlsElsewhere(root).some((control) => control === target);
}
