// Another element of the page, by its id. It is looked up anew each time, because pages replace their parts.

/** The element that an id names, in the tree that another stands in; `null` where there is none. */
export function referred<T extends Element>(from: Element, id: string | null): T | null {
  if (id === null || id === "" || !from.isConnected) return null;
  const root = from.getRootNode() as Document | ShadowRoot;
  return root.getElementById(id) as T | null;
}

/** The elements of a page arrive one after the other; before this many milliseconds none is missed. */
const PATIENCE = 500;

/** What follows another element of the page. */
export interface Follower<T extends Element> {
  /** The element as it stands in the page now. */
  find(): T | null;
  /** Called when it is another, when it has an event, or when something within it has changed. */
  changed(event?: Event): void;
  /** Called where it is missed. */
  missing(): void;
}

/** Follows an element of the tree that another stands in, whatever puts it there. Returns what ends it. */
export function follow<T extends Element>(
  from: Element,
  events: readonly string[],
  { find, changed, missing }: Follower<T>,
): () => void {
  const root = from.getRootNode();
  let last: T | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function miss(): void {
    if (from.ownerDocument.readyState === "loading") waiting = setTimeout(miss, PATIENCE);
    else missing();
  }
  function look(records: readonly MutationRecord[] = []): void {
    const found = find();
    if (found === null && last === null && waiting !== undefined) return;
    clearTimeout(waiting);
    waiting = found === null ? setTimeout(miss, PATIENCE) : undefined;
    if (found !== null && (found !== last || records.some(({ target }) => found.contains(target)))) changed();
    last = found;
  }

  // Where the tree begins, also events of an element that is put into it later are heard.
  const stopListening = onEvents(root, events, (event) => {
    if (event.target !== null && event.target === find()) changed(event);
  });
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter: ["id", "value"] });
  look();
  return () => {
    clearTimeout(waiting);
    observer.disconnect();
    stopListening();
  };
}

/** Hears events of a tree where it begins, and so those of elements that are put into it later. */
export function onEvents(root: Node, names: readonly string[], run: (event: Event) => void): () => void {
  const listening = new AbortController();
  for (const name of names) root.addEventListener(name, run, { capture: true, signal: listening.signal });
  return () => listening.abort();
}
