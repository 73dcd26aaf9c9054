// Building and updating what an element shows. Data only ever becomes text or attributes, never markup.

export type Child = Node | string | null;
type Attributes = Record<string, string | boolean | number | null>;

/** Makes an element: `h("p", { class: "eqa-text" }, "Text")`. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  append(element, children);
  return element;
}

/** Makes an element of a drawing. */
export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  append(element, children);
  return element;
}

function append(element: Element, children: Child[]): void {
  for (const child of children) if (child !== null) element.append(child);
}

/** Sets an attribute where it differs; `false` and `null` remove it. */
export function setAttribute(element: Element, name: string, value: string | boolean | number | null): void {
  if (value === false || value === null) element.removeAttribute(name);
  else {
    const text = value === true ? "" : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** Sets the text of an element where it differs, so that what has not changed is left alone. */
export function setText(element: Element, text: string): void {
  const { firstChild } = element;
  if (firstChild instanceof Text && firstChild.nextSibling === null) {
    if (firstChild.data !== text) firstChild.data = text;
  } else if (element.textContent !== text) element.textContent = text;
}

/** Hides an element or shows it, where that differs: to set the attribute again would style the element again. */
export function setHidden(element: HTMLElement, isHidden: boolean): void {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}

/** Asks details to show what is due, although they are folded. */
const FILL = "ehcp-qa-fill";

/**
 * Shows what stands in details only once they are open, or printed. What is folded away is most of a page, and nobody
 * waits for it.
 */
export function unfolded<T>(details: HTMLDetailsElement, show: (now: T) => void): (now: T) => void {
  let due: (() => void) | null = null;
  function catchUp(): void {
    due?.();
    due = null;
  }
  details.addEventListener("toggle", () => {
    if (details.open) catchUp();
  });
  details.addEventListener(FILL, catchUp);
  return (now) => {
    due = () => show(now);
    if (details.open) catchUp();
  };
}

/** Fills all details within an element, folded or not. */
export function fillDetails(root: ParentNode): void {
  for (const details of root.querySelectorAll("details")) details.dispatchEvent(new Event(FILL));
}

/** Calls `prepare` before the document is printed, or shown as it would be, until the signal is given. */
export function beforePrint({ defaultView }: Document, signal: AbortSignal, prepare: () => void): void {
  if (defaultView === null) return;
  defaultView.addEventListener("beforeprint", prepare, { signal });
  defaultView.matchMedia("print").addEventListener("change", prepare, { signal });
}

/** An element that shows an item of a list. */
export interface Row<T> {
  element: HTMLElement;
  update(item: T): void;
}

const ROWS = new WeakMap<Element, Map<string, Row<never>>>();

/**
 * Makes the children of `parent` show `items`. An item keeps its element from one call to the next,
 * and with it the focus, the scroll position and whether its details are open.
 */
export function keyed<T>(
  parent: Element,
  items: readonly T[],
  key: (item: T) => string,
  make: (item: T) => Row<T>,
): void {
  const before = (ROWS.get(parent) ?? new Map()) as Map<string, Row<T>>;
  const after = new Map<string, Row<T>>();
  // Several items may have one key: the second of them is the second the next time too.
  const times = new Map<string, number>();
  const rows = items.map((item) => {
    const shared = key(item);
    const time = (times.get(shared) ?? 0) + 1;
    times.set(shared, time);
    const name = `${shared}\0${time}`;
    const row = before.get(name) ?? make(item);
    after.set(name, row);
    return [row, item] as const;
  });
  for (const [name, row] of before) if (!after.has(name)) row.element.remove();
  let next = parent.firstElementChild;
  for (const [row, item] of rows) {
    row.update(item);
    if (row.element === next) next = next.nextElementSibling;
    else parent.insertBefore(row.element, next);
  }
  ROWS.set(parent, after as Map<string, Row<never>>);
}
