// A report on the page: whatever tables come, each as a table, and some as a picture too.

import type { Report, Table, TableRow } from "ehcp-qa/service";
import { make } from "./dom.ts";

/** What stands for a hidden count, as in published tables. */
const HIDDEN = "c";
const SVG = "http://www.w3.org/2000/svg";

/** The tables, each under its heading. `issueAt` is the grade with which a plan may be issued. */
export function sections(report: Report, issueAt: number): HTMLElement[] {
  return report.tables.map((table) => {
    const heading = make("h3", "govuk-heading-m", table.title);
    heading.id = anchor(table);
    const section = make("section", "app-card app-table-card", heading);
    section.setAttribute("aria-labelledby", heading.id);
    if (table.rows.length === 0) section.append(make("p", "govuk-body app-last", "Nothing was found."));
    else section.append(...picture(table, issueAt), grid(table), ...figures(report, table));
    return section;
  });
}

/** Links to the tables. */
export function contents({ tables }: Report): HTMLElement[] {
  return [...tables.map((table) => [anchor(table), table.title]), ["notes", "Notes"]].map(([id, title]) => {
    const link = make("a", "govuk-link", title!) as HTMLAnchorElement;
    link.href = `#${id}`;
    return make("li", "", link);
  });
}

/** How the counts are to be read. */
export function notes({ notes }: Report): HTMLElement[] {
  const basis = { framework: "framework", law: "law", guidance: "guidance", interpretation: "our interpretation" };
  return notes.map((note) => make("div", "", make("dt", "", `${note.place} (${basis[note.basis]})`), make("dd", "", note.text)));
}

/** Why counts are not shown; empty where all are. */
export function hiddenCounts({ hidden_below: below }: Report): string {
  return below > 1 ? `${HIDDEN} stands for a count that is not shown: it is less than ${below} and not 0, or such a count could be worked out from it.` : "";
}

const anchor = ({ id }: Table): string => `table-${id}`;

/** The table itself, which scrolls where it is too wide, by keyboard too. */
function grid(table: Table): HTMLElement {
  const cell = (tag: string, scope: string, text: string): HTMLElement => {
    const made = make(tag, `govuk-table__header${scope === "col" ? "" : " app-table__row"}`, text);
    made.setAttribute("scope", scope);
    return made;
  };
  const head = make("tr", "govuk-table__row", cell("th", "col", table.row_heading), ...table.columns.map(({ id, label }) => {
    const made = cell("th", "col", label);
    made.classList.add("govuk-table__header--numeric");
    made.classList.toggle("app-table__total", id === "total");
    return made;
  }));
  const shade = table.id === "sections" ? quarters : () => "";
  const rows = table.rows.map((row) => {
    const counts = row.counts.map((count, at) => {
      const isTotal = table.columns[at]?.id === "total";
      const shown = make("td", "govuk-table__cell govuk-table__cell--numeric", ...told(count));
      shown.classList.toggle("app-table__total", isTotal);
      const dark = isTotal ? "" : shade(count, row);
      if (dark !== "") shown.classList.add(dark);
      return shown;
    });
    const made = make("tr", "govuk-table__row", cell("th", "row", row.label), ...counts);
    made.classList.toggle("app-table__total", row.id === "total");
    return made;
  });
  const caption = make("caption", "govuk-table__caption app-table__caption", "Number of plans");
  const made = make("table", "govuk-table app-table", caption, make("thead", "govuk-table__head", head), make("tbody", "govuk-table__body", ...rows));
  made.setAttribute("aria-labelledby", anchor(table));
  const region = make("div", "app-scroll", made);
  region.tabIndex = 0;
  region.setAttribute("role", "region");
  region.setAttribute("aria-labelledby", anchor(table));
  return region;
}

/** A count, or its letter and what that means for those who hear it. */
function told(count: number | null): (Node | string)[] {
  return count === null ? [HIDDEN, make("span", "govuk-visually-hidden", " (not shown)")] : [count.toLocaleString("en-GB")];
}

/** How dark a cell is: none, and then up to each quarter of the row's plans. What is hidden has no shade. */
function quarters(count: number | null, { counts }: TableRow): string {
  const all = counts.at(-1) ?? 0;
  return count === null || count === 0 || all === 0 ? "" : `app-shade-${Math.min(4, Math.ceil((4 * count) / all))}`;
}

/** What some tables show at a glance. All of it stands in words and numbers in the table too. */
function picture(table: Table, issueAt: number): HTMLElement[] {
  switch (table.id) {
    case "grades":
      return [bars(columnsOf(table, table.rows[0]!))];
    case "sections":
      return [key()];
    case "by-term":
      return trend(table, issueAt);
    case "thread":
      return [bars(table.rows.map(({ label, counts }) => ({ label, count: counts[0] ?? null })))];
    default:
      return [];
  }
}

function columnsOf({ columns }: Table, row: TableRow): { label: string; count: number | null }[] {
  return columns.flatMap(({ id, label }, at) => (id === "total" ? [] : [{ label, count: row.counts[at] ?? null }]));
}

/** Counts as bars, the longest as long as there is room. */
function bars(counts: { label: string; count: number | null }[]): HTMLElement {
  const most = Math.max(1, ...counts.map(({ count }) => count ?? 0));
  return list(counts.map(({ label, count }) => ({ label, part: (count ?? 0) / most, told: told(count) })));
}

/** The share of graded plans that are good enough to be issued, term by term. */
function trend(table: Table, issueAt: number): HTMLElement[] {
  const terms = table.rows.filter(({ id }) => id !== "total" && id !== "not_known");
  if (terms.length === 0) return [];
  // The columns of grades have their scores as ids, and the best score is 1.
  const scores = table.columns.map(({ id }) => Number(id));
  const rows = terms.map(({ label, counts }) => {
    const upTo = (most: number): (number | null)[] => counts.filter((_, at) => scores[at]! <= most);
    if (upTo(Infinity).includes(null)) return { label, part: 0, told: told(null) };
    const sum = (some: (number | null)[]): number => some.reduce<number>((all, count) => all + (count ?? 0), 0);
    const [good, all] = [sum(upTo(issueAt)), sum(upTo(Infinity))];
    if (all === 0) return { label, part: 0, told: ["no plan has a grade"] };
    return { label, part: good / all, told: [`${Math.round((100 * good) / all)} % (${good} of ${all})`] };
  });
  return [make("p", "govuk-body app-picture__title", `Share of graded plans that are at least ${table.columns[scores.indexOf(issueAt)]?.label ?? ""}`), list(rows)];
}

/** Labels, each with a bar as long as a part of what there is room for, and what it is in words. */
function list(rows: { label: string; part: number; told: (Node | string)[] }[]): HTMLElement {
  return make("dl", "app-bars", ...rows.map(({ label, part, told }) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", "app-bars__bar");
    const rect = document.createElementNS(SVG, "rect");
    rect.setAttribute("width", `${(100 * part).toFixed(1)}%`);
    rect.setAttribute("height", "100%");
    svg.append(rect);
    return make("div", "app-bars__row", make("dt", "", label), make("dd", "", svg, make("span", "app-bars__told", ...told)));
  }));
}

/** What the shades mean. */
function key(): HTMLElement {
  const shades = ["Up to a quarter", "Up to half", "Up to three quarters", "More"];
  return make("p", "govuk-body app-key", "The darker a cell, the larger its share of the plans: ",
    ...shades.map((text, at) => make("span", `app-key__shade app-shade-${at + 1}`, text)));
}

/** What is told beside the counts of a table. */
function figures(report: Report, table: Table): HTMLElement[] {
  const lines = table.id === "timeliness" ? averages(report, table) : table.id === "agreement" ? report.agreement.map(({ label, words }): [string, string] => [label, words]) : [];
  return lines.length === 0 ? [] : [make("dl", "app-figures", ...lines.map(([label, figure]) => make("div", "", make("dt", "", label), make("dd", "", figure))))];
}

function averages({ average_weeks: averages }: Report, { rows }: Table): [string, string][] {
  return averages.map(({ id, label, tenths }) => {
    const plans = rows.find((row) => row.id === id)?.counts.at(-1);
    const weeks = tenths === null ? (plans === 0 ? "no plans were issued" : HIDDEN) : (tenths / 10).toFixed(1);
    return [`Average weeks, ${label.toLowerCase()}`, weeks];
  });
}
