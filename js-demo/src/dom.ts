// Elements of the page, files dropped on it, and downloads.

/** The element of an id that the page is known to have. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no element ${id}.`);
  return element as E;
}

/** Makes an element of text and other elements. Text never becomes markup. */
export function make(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  element.append(...children);
  return element;
}

type Attributes = Record<string, string | number | boolean | null>;

/** Makes an element with attributes; `false` and `null` leave an attribute out. Text never becomes markup. */
export function build<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button that runs something. */
export function button(text: string, kind: "main" | "secondary" | "warning" | "link", run: () => void) {
  const classes =
    kind === "link" ? "app-link-button" : kind === "main" ? "govuk-button" : `govuk-button govuk-button--${kind}`;
  const element = build("button", { type: "button", class: classes }, text);
  element.addEventListener("click", run);
  return element;
}

/** Takes files that are dropped anywhere on the page. */
export function onDrop(take: (files: File[]) => void): void {
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("app-dropping");
  });
  for (const event of ["dragleave", "drop"])
    addEventListener(event, () => document.body.classList.remove("app-dropping"));
  addEventListener("drop", (event) => {
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (dropped.length === 0) return;
    event.preventDefault();
    take(dropped);
  });
}

/** Gives a text or bytes to the person as a file. Nothing is sent. */
export function download(content: string | Uint8Array, name: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
