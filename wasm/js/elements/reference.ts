// Another element of the page, by its id. It is looked up anew each time, because pages replace their parts.

/** The element that an id names, in the tree that another stands in; `null` where there is none. */
export function referred<T extends Element>(from: Element, id: string | null): T | null {
  if (id === null || id === "" || !from.isConnected) return null;
  const root = from.getRootNode() as Document | ShadowRoot;
  return root.getElementById(id) as T | null;
}

/** Hears events of a tree where it begins, and so those of elements that are put into it later. */
export function onEvents(root: Node, names: readonly string[], run: (event: Event) => void): () => void {
  const listening = new AbortController();
  for (const name of names) root.addEventListener(name, run, { capture: true, signal: listening.signal });
  return () => listening.abort();
}
