// Reads a page: the elements that have a name, and the values of its fields.

import type { Value } from "../values.js";
import { FIELD, fieldValue, type ValueMap } from "./fields.js";
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
  problems: FieldProblem[];
}

/** Reads the fields of a page. `kept` are the values of fields that may have been taken out of it. */
export function readFields(
  root: ParentNode & Node,
  names: ReadonlyMap<string, Meaning>,
  { map = {}, values: maps = {} }: { map?: Record<string, string>; values?: Record<string, ValueMap> },
  kept: ReadonlyMap<string, Value>,
): Reading {
  const fields = named(root, FIELD, map);
  const values = new Map(kept);
  const problems: FieldProblem[] = [];
  for (const [name, elements] of fields) {
    const meaning = names.get(name);
    const read =
      meaning === undefined
        ? { problem: "There is no field of this name." }
        : fieldValue(elements, name, meaning, maps);
    values.delete(name);
    if ("value" in read) values.set(name, read.value);
    else problems.push({ name, element: elements[0] ?? null, message: read.problem });
  }
  return { values, fields, problems };
}

/** The elements of each name: those with the attribute, and those that a map of selectors finds. */
export function named(
  root: ParentNode & Node,
  attribute: string,
  selectors: Record<string, string>,
): Map<string, Element[]> {
  const elements = new Map<string, Element[]>();
  const add = (name: string, element: Element): void => {
    const known = elements.get(name);
    if (known === undefined) elements.set(name, [element]);
    else if (!known.includes(element)) known.push(element);
  };
  for (const element of matching(root, `[${attribute}]`)) add(element.getAttribute(attribute)!.trim(), element);
  for (const [name, selector] of Object.entries(selectors)) {
    for (const element of matching(root, selector)) add(name, element);
  }
  return elements;
}

/** The elements that match: those inside the root and, where it is a form, its controls elsewhere in the page. */
function matching(root: ParentNode & Node, selector: string): Element[] {
  return [
    ...root.querySelectorAll(selector),
    ...controlsElsewhere(root).filter((control) => control.matches(selector)),
  ];
}

/** The controls that belong to a form by their `form` attribute and stand outside it. */
function controlsElsewhere(root: ParentNode & Node): Element[] {
  const id = root.nodeName === "FORM" ? (root as unknown as Element).getAttribute("id") : null;
  const tree = root.getRootNode();
  if (id === null || id === "" || !("querySelectorAll" in tree)) return [];
  const controls = (tree as Document).querySelectorAll(`[form="${CSS.escape(id)}"]`);
  return [...controls].filter((control) => !root.contains(control));
}

/** Whether an element is a control of a form that stands outside it. */
export function isElsewhere(root: ParentNode & Node, target: EventTarget | null): boolean {
  return controlsElsewhere(root).some((control) => control === target);
}
