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

/** Columns that are drawn, and drawn anew in place, so that a choice that has the focus keeps it. */
export interface Columns {
  element: HTMLElement;
  update(view: SheetView): void;
}

/** The columns of a sheet. */
export function columnsOf(view: SheetView, changed: Change): Columns {
  const rows = view.columns.map((column) => rowOf(view, column, changed));
  const update = (view: SheetView): void => {
    for (const [at, row] of rows.entries()) row.update(view, view.columns[at]!);
  };
  update(view);
  return { element: build("div", { class: "app-sheet" }, ...rows.map(({ element }) => element)), update };
}

/** The id of the choice of a column. */
export const idOf = (column: ViewColumn): string => `column-${column.letters}`;

/** What a field is called. */
export function labelOf(view: SheetView, field: string): string {
  const known = view.fields.find((one) => one.field === field);
  return known?.heading ?? field.replace(/^\/dimensions\//, "Counted by: ");
}

function rowOf(view: SheetView, column: ViewColumn, changed: Change) {
  const id = idOf(column);
  const label = build("label", { class: "govuk-label govuk-label--s", for: id }, column.heading);
  label.append(build("span", { class: "app-sheet__letters" }, ` column ${column.letters}`));
  const cells = build("ul", { class: "govuk-list app-sheet__cells", id: `${id}-cells` });
  const choice = select(id, `${id}-cells ${id}-twice`);
  choice.append(new Option("Not read", ""), ...groups(view, column));
  choice.disabled = column.is_twice;
  const twice = "Another column has this heading too. Rename one of them in the spreadsheet to have it read.";
  const note = build("p", { class: "govuk-hint", id: `${id}-twice`, hidden: !column.is_twice }, twice);
  const words = build("div", {});
  const element = build(
    "div",
    { class: "app-sheet__column" },
    build("div", {}, label, cells),
    build("div", {}, choice, note, words),
  );
  let shown = { view, column };
  choice.addEventListener("change", () => {
    const field = choice.value === "" ? {} : { field: choice.value };
    changed(shown.column, { heading: headingOf(shown.view, shown.column), ...field });
  });
  let listed = "";
  return {
    element,
    update(view: SheetView, column: ViewColumn): void {
      shown = { view, column };
      element.classList.toggle("app-sheet__column--read", column.field !== null);
      cells.replaceChildren(...column.cells.map(cellOf));
      choice.value = column.field ?? "";
      // The choices of words stay while they are about the same.
      const all = wordsOf(view, column);
      const about = JSON.stringify([column.field, all]);
      if (about !== listed) words.replaceChildren(...wordChoices(view, column, all, () => shown, changed));
      listed = about;
    },
  };
}

/** A cell: what stands in it, and what is understood of it where that is something else. */
function cellOf({ written, read, is_unread: isUnread }: ViewCell): HTMLElement {
  if (written === null) return build("li", { class: "app-quiet" }, "Empty");
  const parts: (Node | string)[] = [written];
  if (isUnread) parts.push(" ", build("strong", { class: "app-sheet__unread" }, "cannot be read"));
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
    element.append(new Option(text, field));
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

/** The words of a column that the map gives, or that are not read, in an order that stays. */
function wordsOf(view: SheetView, column: ViewColumn): string[] {
  const written = [...givenTo(view, column).map((word) => word.written), ...column.unread];
  return [...new Set(written)].sort((one, other) => one.localeCompare(other, "en-GB"));
}

const givenTo = (view: SheetView, { place }: ViewColumn): SheetWord[] =>
  (place === null ? undefined : view.map.columns[place]?.words) ?? [];

/** The words of a column that the framework does not have, each with a choice of what it means. */
function wordChoices(
  view: SheetView,
  column: ViewColumn,
  words: string[],
  shown: () => { view: SheetView; column: ViewColumn },
  changed: Change,
): HTMLElement[] {
  const choices = choicesOf(view.fields.find(({ field }) => field === column.field));
  if (choices.length === 0 || words.length === 0) return [];
  const rows = words.map((word, at) => {
    const id = `${idOf(column)}-word-${at + 1}`;
    const means = givenTo(view, column).find((one) => one.written === word)?.means;
    const choice = select(id);
    choice.append(new Option("Not read", NOT_READ), new Option("Nothing is given", NOTHING));
    for (const [number, value] of choices.entries()) choice.append(new Option(value, String(number)));
    // What a loaded map says may be written otherwise than the list has it.
    if (means !== undefined && means !== "" && !choices.includes(means)) choice.append(new Option(means, `=${means}`));
    choice.value = valueOf(means, choices);
    choice.addEventListener("change", () => {
      const { view, column } = shown();
      const kept = givenTo(view, column).filter((one) => one.written !== word);
      const given = choice.value === NOT_READ ? [] : [{ written: word, means: meaning(choice.value, choices) }];
      changed(column, mapped(view, column, [...kept, ...given]));
    });
    return build("div", { class: "app-sheet__word" }, build("label", { class: "govuk-label", for: id }, word), choice);
  });
  const legend = build("legend", { class: "govuk-fieldset__legend" }, "Words that the framework does not have");
  return [build("fieldset", { class: "govuk-fieldset app-sheet__words" }, legend, ...rows)];
}

/** The option for what a word means. */
function valueOf(means: string | undefined, choices: string[]): string {
  if (means === undefined) return NOT_READ;
  if (means === "") return NOTHING;
  return choices.includes(means) ? String(choices.indexOf(means)) : `=${means}`;
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
    class: "govuk-select app-sheet__select",
    id,
    autocomplete: "off",
    "aria-describedby": describedBy ?? null,
  });
}
