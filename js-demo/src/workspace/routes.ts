// The screens of the workspace, by the fragment of the address. Each is an entry of the browser's history.

/** A screen: one of a fixed few, or that of a section. */
export type Route = { name: (typeof NAMES)[number] } | { name: "section"; section: string };

const NAMES = ["tasks", "plan", "advice", "about", "thread", "feedback", "issue", "answers", "print"] as const;
const SECTION = "section-";

/** The route of a fragment; `null` where it names something else, such as a part of the page. */
export function routeOf(hash: string, sections: readonly string[]): Route | null {
  const name = hash.replace(/^#/, "");
  if (name === "") return { name: "tasks" };
  const section = name.startsWith(SECTION) ? name.slice(SECTION.length) : "";
  if (sections.includes(section)) return { name: "section", section };
  const known = NAMES.find((one) => one === name);
  return known === undefined ? null : { name: known };
}

export function hashOf(route: Route): string {
  return route.name === "section" ? `#${SECTION}${route.section}` : `#${route.name}`;
}

/** Follows the address: `show` is called with each screen that it names. Other fragments move the focus alone. */
export function followRoutes(sections: readonly string[], show: (route: Route) => void): void {
  addEventListener("hashchange", () => {
    const route = routeOf(location.hash, sections);
    if (route !== null) show(route);
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link === null || event.defaultPrevented || routeOf(link.hash, sections) !== null) return;
    event.preventDefault();
    document.getElementById(link.hash.slice(1))?.focus();
  });
  show(routeOf(location.hash, sections) ?? { name: "tasks" });
}
