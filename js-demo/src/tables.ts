// A report on the page: its tables, and pictures of some of them.

import type { Measure, Report, Table, TableRow } from "ehcp-qa/service";
import { make } from "./dom.ts";

const SVG = "http://www.w3.org/2000/svg";

/** What matters most, what families say, and what changed since the term before, as far as it is shown. */
export function readFirst(report: Report): HTMLElement[] {
  const { themes, themes_heading, themes_note, families, families_heading, since, measures } = report;
  const heading = (text: string): HTMLElement => make("h3", "govuk-heading-s", text);
  const parts: HTMLElement[] = [];
  if (themes.length > 0) {
    parts.push(heading(themes_heading), shares(themes, "ol"));
    if (themes_note !== null) parts.push(make("p", "govuk-body app-quiet", themes_note));
  }
  if (families.length > 0) parts.push(heading(families_heading), shares(families, "ul"));
  if (since === null) return parts;
  parts.push(heading(since.heading));
  for (const why of [since.left_out, since.families_left_out]) {
    if (why !== null) parts.push(make("p", "govuk-body", why));
  }
  const changed = [...measures, ...since.moved, ...families].filter(({ change }) => change !== null);
  if (changed.length > 0) parts.push(shares(changed, "ul"));
  return parts;
}

/** Shares of plans or responses, each with a link to its table. */
function shares(measures: Measure[], list: "ol" | "ul"): HTMLElement {
  const items = measures.map(({ table, label, words, change }) => {
    const link = make("a", "govuk-link", label) as HTMLAnchorElement;
    link.href = `#${anchor({ id: table })}`;
    return make("li", "", link, ": ", make("strong", "", words), change === null ? "" : `, ${change}`);
  });
  return make(list, `govuk-list govuk-list--${list === "ol" ? "number" : "bullet"} app-shares`, ...items);
}

/** The tables, each under its heading. Those that are folded stay open where a person has unfolded them. */
export function sections(report: Report, isOpen: (id: string) => boolean): HTMLElement[] {
  return report.tables.map((table) => {
    const heading = make("h3", "govuk-heading-m", table.title);
    heading.id = anchor(table);
    const content =
      table.rows.length === 0
        ? [make("p", "govuk-body app-last", table.left_out ?? "Nothing was found.")]
        : [...picture(report, table), grid(report, table), ...figures(report, table)];
    const section = make("section", "app-card app-table-card");
    section.setAttribute("aria-labelledby", heading.id);
    if (!table.is_folded) {
      section.append(heading, ...content);
    } else {
      const summary = make("summary", "app-fold__summary", heading);
      const fold = make("details", "app-fold", summary, make("div", "app-fold__content", ...content));
      fold.dataset.table = table.id;
      (fold as HTMLDetailsElement).open = isOpen(table.id);
      section.append(fold);
    }
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

/** The notes on the counts. */
export function notes({ notes }: Report): HTMLElement[] {
  const basis = { framework: "framework", law: "law", guidance: "guidance", interpretation: "our interpretation" };
  return notes.map((note) =>
    make("div", "", make("dt", "", `${note.place} (${basis[note.basis]})`), make("dd", "", note.text)),
  );
}

const anchor = ({ id }: { id: string }): string => `table-${id}`;

/** The table itself, which scrolls where it is too wide, by keyboard too. */
function grid({ hidden_sign: hidden }: Report, table: Table): HTMLElement {
  const cell = (tag: string, scope: string, text: string): HTMLElement => {
    const made = make(tag, `govuk-table__header${scope === "col" ? "" : " app-table__row"}`, text);
    made.setAttribute("scope", scope);
    return made;
  };
  const head = make(
    "tr",
    "govuk-table__row",
    cell("th", "col", table.row_heading),
    ...table.columns.map(({ id, label }) => {
      const made = cell("th", "col", label);
      made.classList.add("govuk-table__header--numeric");
      made.classList.toggle("app-table__total", id === "total");
      return made;
    }),
  );
  const shade = table.id === "sections" ? quarters : () => "";
  const rows = table.rows.map((row) => {
    const counts = row.counts.map((count, at) => {
      const isTotal = table.columns[at]?.id === "total";
      const shown = make(
        "td",
        "govuk-table__cell govuk-table__cell--numeric",
        ...spoken(grouped(count, hidden), hidden),
        ...shareOf(row, at),
      );
      shown.classList.toggle("app-table__total", isTotal);
      const dark = isTotal ? "" : shade(count, row);
      if (dark !== "") shown.classList.add(dark);
      return shown;
    });
    const made = make("tr", "govuk-table__row", cell("th", "row", row.label), ...counts);
    made.classList.toggle("app-table__total", row.id === "total");
    return made;
  });
  const caption = make("caption", "govuk-table__caption app-table__caption", table.caption);
  const made = make(
    "table",
    "govuk-table app-table",
    caption,
    make("thead", "govuk-table__head", head),
    make("tbody", "govuk-table__body", ...rows),
  );
  made.setAttribute("aria-labelledby", anchor(table));
  const scroll = make("div", "app-scroll", made);
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "group");
  scroll.setAttribute("aria-labelledby", anchor(table));
  return scroll;
}

/** A count with its thousands apart, or the sign for a hidden one. */
function grouped(count: number | null, hidden: string): string {
  return count?.toLocaleString("en-GB") ?? hidden;
}

/** Words of the report; the sign for a hidden count has its meaning beside it for screen readers. */
function spoken(words: string, hidden: string): (Node | string)[] {
  return words === hidden ? [words, make("span", "govuk-visually-hidden", " (not shown)")] : [words];
}

/** The share of a count beside it, where it is shown. 0 has none. */
function shareOf({ counts, per_cent: shares }: TableRow, at: number): (Node | string)[] {
  const share = shares[at] ?? null;
  return share === null || counts[at] === 0 ? [] : [" ", make("span", "app-share", `${share} %`)];
}

/** How dark a cell is: none, and then up to each quarter of the row's plans. A hidden count has no shade. */
function quarters(count: number | null, { counts }: TableRow): string {
  const all = counts.at(-1) ?? 0;
  return count === null || count === 0 || all === 0 ? "" : `app-shade-${Math.min(4, Math.ceil((4 * count) / all))}`;
}

/** Pictures of some tables. All of their content stands in words and numbers in the table too. */
function picture(report: Report, table: Table): HTMLElement[] {
  switch (table.id) {
    case "grades":
      return [bars(report, columnsOf(table, table.rows[0]!))];
    case "sections":
      return [key()];
    case "by-term":
      return trend(report);
    case "thread":
      return [
        bars(
          report,
          table.rows.map(({ label, counts }) => ({ label, count: counts[0] ?? null })),
        ),
      ];
    default:
      return [];
  }
}

interface Bar {
  label: string;
  count: number | null;
}

function columnsOf({ columns }: Table, row: TableRow): Bar[] {
  return columns.flatMap(({ id, label }, at) => (id === "total" ? [] : [{ label, count: row.counts[at] ?? null }]));
}

/** Counts as bars, the longest as long as there is room. */
function bars({ hidden_sign: hidden }: Report, counts: Bar[]): HTMLElement {
  const most = Math.max(1, ...counts.map(({ count }) => count ?? 0));
  return list(
    counts.map(({ label, count }) => ({
      label,
      part: (count ?? 0) / most,
      words: spoken(grouped(count, hidden), hidden),
    })),
  );
}

/** The share of graded plans that are good enough to be issued, term by term. */
function trend({ good_share: share, hidden_sign: hidden }: Report): HTMLElement[] {
  if (share === null || share.rows.length === 0) return [];
  const shares = share.rows.map(({ label, per_cent, words }) => ({
    label,
    part: (per_cent ?? 0) / 100,
    words: spoken(words, hidden),
  }));
  return [make("p", "govuk-body app-picture__title", share.title), list(shares)];
}

/** Labels, each with a bar, its length as a share of the room, and its number in words. */
function list(rows: { label: string; part: number; words: (Node | string)[] }[]): HTMLElement {
  return make(
    "dl",
    "app-bars",
    ...rows.map(({ label, part, words }) => {
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("aria-hidden", "true");
      svg.setAttribute("class", "app-bars__bar");
      const rect = document.createElementNS(SVG, "rect");
      rect.setAttribute("width", `${(100 * part).toFixed(1)}%`);
      rect.setAttribute("height", "100%");
      svg.append(rect);
      return make(
        "div",
        "app-bars__row",
        make("dt", "", label),
        make("dd", "", svg, make("span", "app-bars__number", ...words)),
      );
    }),
  );
}

/** The key to the shades. */
function key(): HTMLElement {
  const shades = ["Up to 25 %", "Up to 50 %", "Up to 75 %", "Up to 100 %"];
  return make(
    "p",
    "govuk-body app-key",
    "The stronger the colour of a cell, the larger its share of the plans: ",
    ...shades.map((text, at) => make("span", `app-key__shade app-shade-${at + 1}`, text)),
  );
}

/** The figures beside the counts of a table. */
function figures(report: Report, table: Table): HTMLElement[] {
  const lines =
    table.id === "timeliness"
      ? averages(report)
      : table.id === "agreement"
        ? report.agreement.map(({ label, words }): [string, string] => [label, words])
        : [];
  return lines.length === 0
    ? []
    : [
        make(
          "dl",
          "app-figures",
          ...lines.map(([label, figure]) => make("div", "", make("dt", "", label), make("dd", "", figure))),
        ),
      ];
}

function averages({ average_weeks: averages }: Report): [string, string][] {
  return averages.map(({ label, words }) => [`Average weeks, ${label.toLowerCase()}`, words]);
}
