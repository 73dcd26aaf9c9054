// The fields that a page gives to names, and what they hold.

import type { Value } from "../values.js";
import type { Meaning } from "./names.js";

/** How the values of a page are read: for each value, that of a review. */
export type ValueMap = Record<string, Value>;

/** Something that the page holds and the review cannot take. Nothing of what it holds is repeated. */
export interface FieldProblem {
  /** The name that the field was given. */
  name: string;
  /** The first field of that name; `null` where none is in the page. */
  element: Element | null;
  /** What is wrong, in a plain sentence. */
  message: string;
}

export const FIELD = "data-ehcp-qa";
const VALUES = "data-ehcp-qa-values";
const UNCHECKED = "data-ehcp-qa-unchecked";

const CONTROLS = "input, select, textarea";
const NO_ANSWERS = ["button", "file", "hidden", "image", "password", "reset", "submit"];

/** What a field holds: its value as written, and the words beside it. `null` is what it does not have. */
interface Held {
  written: string | null;
  label: string | null;
}

/** The elements of each name: those that the attributes say, and those that a map of selectors finds. */
export function named(root: ParentNode, attribute: string, selectors: Record<string, string>): Map<string, Element[]> {
  const elements = new Map<string, Element[]>();
  const add = (name: string, element: Element): void => {
    const of = elements.get(name);
    if (of === undefined) elements.set(name, [element]);
    else if (!of.includes(element)) of.push(element);
  };
  for (const element of root.querySelectorAll(`[${attribute}]`))
    add((element.getAttribute(attribute) ?? "").trim(), element);
  for (const [name, selector] of Object.entries(selectors)) {
    for (const element of root.querySelectorAll(selector)) add(name, element);
  }
  return elements;
}

/** The controls of an element: itself, or those inside it that have no name of their own. */
function controls(element: Element): Element[] {
  if (element.matches(CONTROLS)) return [element];
  const inside = [...element.querySelectorAll(CONTROLS)];
  return inside.filter(
    (control) => !control.hasAttribute(FIELD) && !NO_ANSWERS.includes((control as HTMLInputElement).type),
  );
}

function labelOf(control: HTMLInputElement): string | null {
  return control.labels?.[0]?.textContent ?? control.getAttribute("aria-label");
}

function held(control: Element): Held[] {
  const { tagName } = control;
  if (tagName === "SELECT") {
    return [...(control as HTMLSelectElement).selectedOptions].map(({ value, text }) => ({
      written: value,
      label: value === "" ? null : text,
    }));
  }
  const input = control as HTMLInputElement;
  if (tagName !== "INPUT" || (input.type !== "radio" && input.type !== "checkbox"))
    return [{ written: input.value, label: null }];
  if (input.checked) {
    // A box without a value would say "on".
    return [{ written: input.hasAttribute("value") ? input.value : null, label: labelOf(input) }];
  }
  const unchecked = input.getAttribute(UNCHECKED);
  return unchecked === null ? [] : [{ written: unchecked, label: null }];
}

function heldBy(element: Element): Held[] {
  const inside = controls(element);
  // What has no control shows its answer as text.
  return inside.length > 0 ? inside.flatMap(held) : [{ written: element.textContent, label: null }];
}

/** The maps that hold for an element: the nearest first, then those of the options. */
function mapsFor(element: Element, name: string, values: Record<string, ValueMap>): ValueMap[] {
  const maps: ValueMap[] = [];
  for (
    let around = element.closest(`[${VALUES}]`);
    around;
    around = around.parentElement?.closest(`[${VALUES}]`) ?? null
  ) {
    try {
      const map: unknown = JSON.parse(around.getAttribute(VALUES) ?? "");
      if (typeof map === "object" && map !== null) maps.push(map as ValueMap);
    } catch {
      throw new Unread(`The attribute ${VALUES} around it is not JSON.`);
    }
  }
  return [...maps, values[name] ?? {}, values["*"] ?? {}];
}

class Unread extends Error {}

function read({ written, label }: Held, meaning: Meaning, maps: ValueMap[]): Value {
  if (written !== null) {
    const map = maps.find((map) => Object.hasOwn(map, written));
    if (map !== undefined) return map[written] ?? null;
    if (written.trim() === "" && label === null) return null;
  }
  const said = [written, label]
    .filter((words) => words !== null && words.trim() !== "")
    .map((words) => meaning.read(words!));
  const values = said.filter((value) => value !== undefined);
  // A box that is checked, with words that say no answer, says yes.
  if (values.length === 0 && written === null) return meaning.read("yes") ?? null;
  const [value] = values;
  if (value === undefined) throw new Unread(`What it holds cannot be read: expected ${meaning.expected}. ${MAP_IT}`);
  if (values.some((other) => other !== value))
    throw new Unread(`Its value and the words beside it say different things. ${MAP_IT}`);
  return value;
}

const MAP_IT = `Say what its values mean with ${VALUES} or the option "values".`;

/** What all the elements of a name hold together, or in a sentence what is wrong with it. */
export function valueOf(
  elements: readonly Element[],
  name: string,
  meaning: Meaning,
  values: Record<string, ValueMap>,
): { is: Value } | string {
  try {
    const given = new Set<Value>();
    for (const element of elements) {
      const maps = mapsFor(element, name, values);
      for (const one of heldBy(element)) given.add(read(one, meaning, maps));
    }
    given.delete(null);
    if (given.size > 1) return "Its fields hold different answers.";
    const [is = null] = given;
    return { is };
  } catch (thrown) {
    if (thrown instanceof Unread) return thrown.message;
    throw thrown;
  }
}
