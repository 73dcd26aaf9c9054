// What the elements of one name hold, as a value of a review.

import { htmlText } from "../rich-text.js";
import type { Value } from "../values.js";
import { Unreadable, type Meaning } from "./names.js";
import { nearest } from "./nearest.js";

/** How the values of a page are read: for each value, that of a review. */
export type ValueMap = Record<string, Value>;

/** The attribute that gives an element a name. */
export const FIELD = "data-ehcp-qa";
export const VALUES = "data-ehcp-qa-values";
export const UNCHECKED = "data-ehcp-qa-unchecked";

const CONTROLS = "input, select, textarea";
const NO_ANSWERS = ["button", "file", "hidden", "image", "password", "reset", "submit"];

/** A choice of a control: its value, and the words beside it. `null` is what it does not have. */
interface Choice {
  value: string | null;
  label: string | null;
}

/** Values declared for one field, or for all that they fit. */
interface Declared {
  map: ValueMap;
  isShared: boolean;
}

/**
 * The value of all the elements of a name together, or what is wrong with them, in a sentence. Of a form that is bound,
 * only its own controls count.
 */
export function fieldValue(
  elements: readonly Element[],
  name: string,
  meaning: Meaning,
  maps: Record<string, ValueMap>,
  form: HTMLFormElement | null,
): { value: Value } | { problem: string } {
  try {
    const values = new Set<Value>();
    for (const element of withoutTwins(elements)) {
      const declared = [
        ...mapsAround(element),
        { map: maps[name] ?? {}, isShared: false },
        { map: maps["*"] ?? {}, isShared: true },
      ];
      for (const choice of choicesOf(element, meaning, form)) values.add(read(choice, meaning, declared));
    }
    // An element without an answer leaves the others theirs.
    values.delete(null);
    if (values.size > 1) return { problem: "Its fields hold different answers." };
    const [value = null] = values;
    return { value };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
}

/** The elements without the hidden field that is sent in place of a box of the same name that is not checked. */
function withoutTwins(elements: readonly Element[]): Element[] {
  const boxes = elements.filter((element) => element.matches("[type=checkbox]"));
  const twins = new Set(boxes.map((box) => box.getAttribute("name")));
  return elements.filter((element) => !(element.matches("[type=hidden]") && twins.has(element.getAttribute("name"))));
}

const MAP_IT = `Say what its values mean with ${VALUES} or the option "values".`;

function read({ value, label }: Choice, meaning: Meaning, declared: readonly Declared[]): Value {
  if (value !== null) {
    for (const { map, isShared } of declared) {
      const meant = declaredIn(map, value, isShared ? meaning : null);
      if (meant !== undefined) return meant;
    }
    if (value.trim() === "" && label === null) return null;
  }
  const answers = [value, label]
    .filter((words) => words !== null && words.trim() !== "")
    .map((words) => meaning.read(words!))
    .filter((answer) => answer !== undefined);
  // The label of a box is often the question: a box that is checked then means yes.
  if (answers.length === 0 && value === null) return meaning.read("yes") ?? null;
  const [answer] = answers;
  if (answer === undefined) {
    const near = nearest(label ?? value ?? "", meaning.words ?? []) ?? nearest(value ?? "", meaning.words ?? []);
    const meant = near === undefined ? "" : ` The nearest is “${near}”.`;
    throw new Unreadable(`What it holds cannot be read: expected ${meaning.expected}.${meant} ${MAP_IT}`);
  }
  if (answers.some((other) => other !== answer)) {
    throw new Unreadable(`Its value and the words beside it say different things. ${MAP_IT}`);
  }
  return answer;
}

/** What a map declares for a value. One that is shared by many fields holds for those that it fits, and for no text. */
function declaredIn(map: ValueMap, value: string, shared: Meaning | null): Value | undefined {
  if (!Object.hasOwn(map, value)) return undefined;
  const meant = map[value] ?? null;
  if (shared === null || (meant === null && !shared.isText)) return meant;
  return shared.isText ? undefined : shared.read(String(meant));
}

/** The maps of values on an element and around it, the nearest first. */
function mapsAround(element: Element): Declared[] {
  const maps: Declared[] = [];
  let around = element.closest(`[${VALUES}]`);
  while (around !== null) {
    maps.push({ map: mapOf(around), isShared: around !== element });
    around = around.parentElement?.closest(`[${VALUES}]`) ?? null;
  }
  return maps;
}

function mapOf(element: Element): ValueMap {
  try {
    const map: unknown = JSON.parse(element.getAttribute(VALUES) ?? "");
    return typeof map === "object" && map !== null ? (map as ValueMap) : {};
  } catch {
    throw new Unreadable(`The attribute ${VALUES} around it is not JSON.`);
  }
}

/** What is chosen in an element. An element without controls shows its answer as text, such as an editor of text. */
function choicesOf(element: Element, { isText = false }: Meaning, form: HTMLFormElement | null): Choice[] {
  if (element.matches(CONTROLS)) return chosen(element);
  const controls = [...element.querySelectorAll<HTMLInputElement>(CONTROLS)].filter(
    (control) => !control.hasAttribute(FIELD) && !NO_ANSWERS.includes(control.type),
  );
  if (controls.length > 0) return controls.filter((control) => isOf(form, control)).flatMap(chosen);
  return [{ value: isText ? htmlText(element.innerHTML).text : element.textContent, label: null }];
}

/** Whether a form submits an element; what is no control belongs to any. */
export function isOf(form: HTMLFormElement | null, element: Element): boolean {
  return form === null || !element.matches(CONTROLS) || (element as HTMLInputElement).form === form;
}

function chosen(control: Element): Choice[] {
  if (control.tagName === "SELECT") {
    return [...(control as HTMLSelectElement).selectedOptions].map(({ value, text }) => ({
      value,
      label: value === "" ? null : text,
    }));
  }
  const input = control as HTMLInputElement;
  const isBox = input.tagName === "INPUT" && (input.type === "radio" || input.type === "checkbox");
  if (!isBox) return [{ value: input.value, label: null }];
  if (input.checked) {
    // A box without a value attribute has the value "on".
    return [{ value: input.hasAttribute("value") ? input.value : null, label: labelOf(input) }];
  }
  const unchecked = input.getAttribute(UNCHECKED);
  return unchecked === null ? [] : [{ value: unchecked, label: null }];
}

function labelOf(control: HTMLInputElement): string | null {
  return control.labels?.[0]?.textContent ?? control.getAttribute("aria-label");
}
