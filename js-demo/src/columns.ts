// The columns of a spreadsheet: what stands in each, and a choice of what it holds.

import type { SheetColumn, SheetView, SheetWord, TemplateColumn, ViewCell, ViewColumn } from "ehcp-qa/sheet";
import { build } from "./dom.ts";

/** What a person has changed of a column. */
export type Change = (column: ViewColumn, mapped: SheetColumn) => void;

/** What a choice stands for that is no value: the word is not read, or nothing is given. */
const NOT_READ = "not-read";
const NOTHING = "nothing";

/** The fields by the beginnings of their places, with what a person calls them. */
const GROUPS: [RegExp, string][] = [
  [/^\/review\/sections\/[^/]+\/score$/, "Scores"],
  [/^\/review\/sections\/[^/]+\/descriptors\//, "Descriptors"],
  [/^\/review\/criteria\//, "Quality standards"],
  [/^\/dates\//, "Dates and decisions"],
  [/^\/(regraded|graded_twice)\//, "Second grades"],
  [/^\//, "The plan and its review"],
];

/** The fields of all columns. */
export function columnsOf(view: SheetView, changed: Change): HTMLElement {
  return build("div", { class: "app-columns" }, ...view.columns.map((column) => columnOf(view, column, changed)));
}

/** The id of the choice of a column. */
export const idOf = (column: ViewColumn): string => `column-${column.letters}`;

/** What a field is called. */
export function labelOf(view: SheetView, field: string): string {
  const known = view.fields.find((one) => one.field === field);
  return known?.heading ?? field.replace(/^\/dimensions\//, "Counted by: ");
}

function columnOf(view: SheetView, column: ViewColumn, changed: Change): HTMLElement {
  const id = idOf(column);
  const label = build("label", { class: "govuk-label govuk-label--s", for: id }, column.heading);
  label.append(build("span", { class: "app-column__letters" }, ` column ${column.letters}`));
  const cells = build("ul", { class: "govuk-list app-column__cells", id: `${id}-cells` }, ...column.cells.map(cellOf));
  const choice = select(id, `${id}-cells ${id}-twice`);
  choice.append(new Option("Not read", "", false, column.field === null), ...groups(view, column));
  choice.disabled = column.is_twice;
  choice.addEventListener("change", () => {
    const field = choice.value;
    changed(column, { heading: headingOf(view, column), ...(field === "" ? {} : { field }) });
  });
  const twice = "Another column has this heading too. Rename one of them in the spreadsheet to have it read.";
  const note = build("p", { class: "govuk-hint", id: `${id}-twice`, hidden: !column.is_twice }, twice);
  return build(
    "div",
    { class: column.field === null ? "app-column" : "app-column app-column--read" },
    build("div", {}, label, cells),
    build("div", {}, choice, note, words(view, column, changed)),
  );
}

/** A cell: what stands in it, and what is understood of it where that is something else. */
function cellOf({ written, read, is_unread: isUnread }: ViewCell): HTMLElement {
  if (written === null) return build("li", { class: "app-quiet" }, "Empty");
  const parts: (Node | string)[] = [written];
  if (isUnread) parts.push(" ", build("strong", { class: "app-column__unread" }, "cannot be read"));
  else if (read !== null && read.toLowerCase() !== written.toLowerCase())
    parts.push(" ", build("span", { class: "app-quiet" }, `read as ${read}`));
  return build("li", {}, ...parts);
}

/** The fields that a column can hold, in groups. */
function groups(view: SheetView, column: ViewColumn): HTMLElement[] {
  const groups = new Map<string, HTMLOptGroupElement>();
  const add = (group: string, text: string, field: string): void => {
    const element = groups.get(group) ?? build("optgroup", { label: group });
    groups.set(group, element);
    element.append(new Option(text, field, false, field === column.field));
  };
  for (const { field, heading } of view.fields) {
    const [, group] = GROUPS.find(([beginning]) => beginning.test(field)) ?? [];
    add(group ?? "", heading, field);
  }
  const isListed = (field: string): boolean => view.fields.some((one) => one.field === field);
  const others = new Set([column.dimension, column.field].filter((field) => field !== null && !isListed(field)));
  for (const field of others) {
    if (field !== null) add("Other", labelOf(view, field), field);
  }
  return [...groups.values()];
}

/** The words of a column that the framework does not have, each with a choice of what it means. */
function words(view: SheetView, column: ViewColumn, changed: Change): HTMLElement | null {
  const choices = choicesOf(view.fields.find(({ field }) => field === column.field));
  const given = (column.place === null ? undefined : view.map.columns[column.place]?.words) ?? [];
  const written = [...given.map((word) => word.written), ...column.unread];
  if (choices.length === 0 || written.length === 0) return null;
  const rows = written.map((word, at) => {
    const id = `${idOf(column)}-word-${at + 1}`;
    const means = given.find((one) => one.written === word)?.means;
    const choice = select(id);
    const options: [string, string][] = [
      [NOT_READ, "Not read"],
      [NOTHING, "Nothing is given"],
      ...choices.map((value, number): [string, string] => [String(number), value]),
    ];
    // What a loaded map says may be written otherwise than the list has it.
    if (means !== undefined && means !== "" && !choices.includes(means)) options.push([`=${means}`, means]);
    const chosen = means === undefined ? NOT_READ : means === "" ? NOTHING : String(choices.indexOf(means));
    for (const [value, text] of options)
      choice.append(new Option(text, value, false, value === chosen || value === `=${means}`));
    choice.addEventListener("change", () => {
      const kept = given.filter((one) => one.written !== word);
      const word_: SheetWord[] =
        choice.value === NOT_READ ? [] : [{ written: word, means: meaning(choice.value, choices) }];
      changed(column, mapped(view, column, [...kept, ...word_]));
    });
    return build("div", { class: "app-word" }, build("label", { class: "govuk-label", for: id }, word), choice);
  });
  const legend = build("legend", { class: "govuk-fieldset__legend" }, "Words that the framework does not have");
  return build("fieldset", { class: "govuk-fieldset app-words" }, legend, ...rows);
}

/** What a chosen option stands for in a map. */
function meaning(value: string, choices: string[]): string {
  if (value === NOTHING) return "";
  return value.startsWith("=") ? value.slice(1) : (choices[Number(value)] ?? "");
}

function choicesOf(field: TemplateColumn | undefined): string[] {
  return field !== undefined && typeof field.values === "object" ? field.values.choice : [];
}

/** The column of the map, with words. */
function mapped(view: SheetView, column: ViewColumn, words: SheetWord[]): SheetColumn {
  const field = column.field === null ? {} : { field: column.field };
  return { heading: headingOf(view, column), ...field, ...(words.length === 0 ? {} : { words }) };
}

const headingOf = (view: SheetView, { place, heading }: ViewColumn): string =>
  (place === null ? undefined : view.map.columns[place]?.heading) ?? heading;

function select(id: string, describedBy?: string): HTMLSelectElement {
  return build("select", {
    class: "govuk-select app-column__select",
    id,
    autocomplete: "off",
    "aria-describedby": describedBy ?? null,
  });
}
