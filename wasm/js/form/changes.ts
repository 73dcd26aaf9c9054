// Notices that the fields of a page may have changed: by events, by scripts that replace parts of it, and by jQuery.

import { FIELD } from "./fields.js";
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

const EVENTS = ["input", "change"];
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
  // A page that comes back from the browser's memory may have its fields filled in again.
  window.addEventListener("pageshow", later, { signal });

  const observer = new window.MutationObserver(refresh);
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: [FIELD, OUT] });

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

  return {
    settle: () => void observer.takeRecords(),
    stop() {
      clearTimeout(waiting);
      observer.disconnect();
      listening.abort();
      jQuery?.(root).off(scope);
    },
  };
}
