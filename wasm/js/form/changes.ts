// Notices that the fields of a page may have changed: by events, by scripts that replace parts of it, and by jQuery.

import { FIELD, UNCHECKED, VALUES } from "./fields.js";
import { isElsewhere } from "./read.js";
import { OUT } from "./write.js";

/** What follows a page. */
export interface Follower {
  /** Leaves out the changes of the page so far. */
  settle(): void;
  stop(): void;
}

/** jQuery, whose `trigger` raises its events without those of the browser. */
type JQuery = (root: unknown) => {
  on(events: string, run: (event: { originalEvent?: unknown }) => void): void;
  off(events: string): void;
};

const EVENTS = ["input", "change"] as const;
/** What scripts that make a page like another set without an event, beside what the binding stands on. */
const ATTRIBUTES = [FIELD, OUT, VALUES, UNCHECKED, "checked", "form", "id", "name", "selected", "value"];
let followers = 0;

/** Calls `refresh` whenever the fields inside a root may have changed. */
export function follow(root: ParentNode & Node, refresh: () => void): Follower {
  const page = root.ownerDocument ?? (root as Document);
  const window = page.defaultView ?? globalThis.window;
  const listening = new AbortController();
  const { signal } = listening;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function later(): void {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 0);
  }
  /** At once, for a script that submits the form in its handler, and again after the handlers of the page. */
  function changed(): void {
    refresh();
    later();
  }

  for (const event of EVENTS) {
    root.addEventListener(event, changed, { capture: true, signal });
    page.addEventListener(event, ({ target }) => isElsewhere(root, target) && changed(), { capture: true, signal });
  }
  root.addEventListener("submit", refresh, { capture: true, signal });
  root.addEventListener("reset", later, { capture: true, signal });
  // A framework answers a click by choosing and checking, which is no event and changes no attribute.
  page.addEventListener("click", later, { capture: true, signal });
  // A page that comes back from the browser's memory may have its fields filled in again.
  window.addEventListener("pageshow", later, { signal });

  const observer = new window.MutationObserver(refresh);
  observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter: ATTRIBUTES });

  followers += 1;
  const scope = `.ehcpQa${followers}`;
  let jQuery: JQuery | undefined;
  function bindJQuery(): void {
    const { jQuery: present } = window as unknown as { jQuery?: JQuery };
    if (present === jQuery || typeof present !== "function") return;
    jQuery?.(root).off(scope);
    jQuery = present;
    jQuery(root).on(EVENTS.map((event) => event + scope).join(" "), ({ originalEvent }) => {
      if (originalEvent === undefined) changed();
    });
  }
  bindJQuery();
  // A script that arrives later may bring it, or another version of it.
  page.addEventListener("load", bindJQuery, { capture: true, signal });
  // One under another name, or within a bundle, calls the handlers that are properties too.
  const restore = EVENTS.map((event) => handle(root, event, changed));

  return {
    settle: () => void observer.takeRecords(),
    stop() {
      clearTimeout(waiting);
      observer.disconnect();
      listening.abort();
      jQuery?.(root).off(scope);
      for (const put of restore) put();
    },
  };
}

type Handler = (this: unknown, ...given: unknown[]) => unknown;

/** Hears an event by the handler that is a property, before the one that the page has there; returns what ends it. */
function handle(root: Node, event: (typeof EVENTS)[number], run: () => void): () => void {
  const handlers = root as unknown as Record<string, Handler | null>;
  const name = `on${event}`;
  const before = handlers[name] ?? null;
  const ours: Handler = function (this: unknown, ...given) {
    // An event of the browser has been heard already.
    if (!(given[0] instanceof Event)) run();
    return before?.apply(this, given);
  };
  handlers[name] = ours;
  return () => {
    if (handlers[name] === ours) handlers[name] = before;
  };
}
