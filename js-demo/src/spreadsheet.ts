// A spreadsheet on the page of the report: its columns are proposed, a person corrects them, and its rows become
// records. The module that reads it is loaded with this file, when a spreadsheet is there.

import type { RefusedRecord } from "ehcp-qa/service";
import {
  EhcpQaError,
  init,
  mostSheetBytes,
  openSheet,
  type OpenSheet,
  type RowProblem,
  type SheetColumn,
  type SheetMap,
  type SheetRecords,
  type SheetView,
  type ViewColumn,
} from "ehcp-qa/sheet";
import { columnsOf, idOf, labelOf, type Columns } from "./columns.ts";
import { build, button, byId, download } from "./dom.ts";
import { clearErrors, showError } from "./error-summary.ts";

/** The records of a spreadsheet, and the rows that are none. */
export interface Records {
  /** The records as NDJSON. */
  file: File;
  refused: RefusedRecord[];
  /** How many rows could not be read. */
  skipped: number;
}

/** The rows that are read anew at each change. Of a longer sheet the cells are told with the report. */
const MOST_CHECKED = 2_000;
const MOST_LISTED = 20;

/** The spreadsheet that is on the page. */
interface Opened {
  file: File;
  sheet: OpenSheet;
  /** The map as it is now. */
  map: SheetMap;
  columns: Columns;
  report: (records: Records) => void;
}

let opened: Opened | undefined;

const number = (count: number): string => count.toLocaleString("en-GB");
const counted = (count: number, one: string): string => `${number(count)} ${count === 1 ? one : `${one}s`}`;
const say = (text: string): void => {
  byId("status").textContent = text;
};

/** Shows the columns of a spreadsheet. `report` makes the report of its records. */
export async function openSpreadsheet(file: File, report: (records: Records) => void): Promise<void> {
  await init();
  const done = await open(file, undefined, undefined, report);
  if (done) byId("spreadsheet-heading").focus();
}

/** Reads a sheet, by a map or by what is proposed. The spreadsheet before it goes only when all is well. */
async function open(
  file: File,
  name: string | undefined,
  map: string | undefined,
  report: Opened["report"],
  field = "files",
): Promise<boolean> {
  clearErrors();
  let sheet: OpenSheet | undefined;
  try {
    const bytes = await file.slice(0, mostSheetBytes() + 1).arrayBuffer();
    sheet = openSheet(bytes, { sheet: name });
    const view = sheet.view(map);
    opened?.sheet.free();
    opened = { file, sheet, map: view.map, columns: columnsOf(view, change), report };
    before = undefined;
    byId("spreadsheet").hidden = false;
    byId("spreadsheet-content").replaceChildren(...head(file, view), opened.columns.element, ...tail(view));
    return true;
  } catch (error) {
    sheet?.free();
    refuse(error, field, file.name);
    return false;
  }
}

/** Reads the sheet that is open by a saved map. */
export async function openMap(map: File): Promise<void> {
  if (opened === undefined) return;
  const { file, report } = opened;
  const text = await map.text().catch(() => "");
  const named = sheetOf(text);
  const current = opened.sheet.view(opened.map);
  // A map names the sheet of a workbook; CSV has none.
  const name = current.sheets.length === 0 ? undefined : (named ?? current.sheet ?? undefined);
  if (!(await open(file, name, text, report, "spreadsheet-map"))) return;
  say(`The columns are read by ${map.name}.`);
  byId("spreadsheet-map").focus();
}

/** The sheet that a map names. What is no map is refused where it is read. */
function sheetOf(text: string): string | undefined {
  try {
    const { sheet } = JSON.parse(text) as Partial<SheetMap>;
    return typeof sheet === "string" ? sheet : undefined;
  } catch {
    return undefined;
  }
}

/** Takes a file that is a map, by the list that every map has, for the spreadsheet on the page. */
export async function takesMap(file: File): Promise<boolean> {
  if (opened === undefined || !/\.json$/i.test(file.name)) return false;
  try {
    const map = JSON.parse(await file.text()) as Partial<SheetMap> | null;
    if (!Array.isArray(map?.columns)) return false;
  } catch {
    return false;
  }
  await openMap(file);
  return true;
}

function refuse(error: unknown, field: string, name: string): void {
  say("");
  if (error instanceof DOMException) {
    const message = "The file could not be read. Check that it is a file and not a folder, and is still where it was";
    showError(field, message);
    return;
  }
  if (!(error instanceof EhcpQaError)) throw error;
  const [first] = error.problems;
  if (error.code === "invalid_map") showError(field, "The map has problems", error.problems);
  else showError(field, first === undefined ? error.message : `${name}: ${first.message}`);
}

function basisOf({ basis }: SheetView): string {
  switch (basis) {
    case "sen2":
      return "The headings are those of a person-level extract of the SEN2 return, and are read by the map for it.";
    case "headings":
      return "What each column holds is proposed from its heading.";
    case "unknown":
      return "No heading is known, so nothing is read yet. Choose what each column holds, or another sheet.";
    case "given":
      return "The columns are read by a map.";
  }
}

/** The map before the choice that is being made. On the way to an option others are passed, and leave no trace. */
let before: { id: string; map: SheetMap } | undefined;

/** Takes a change of a person. */
function change(column: ViewColumn, mapped: SheetColumn): void {
  if (opened === undefined) return;
  clearErrors();
  const id = document.activeElement?.id ?? "";
  if (before === undefined || before.id !== id) before = { id, map: opened.map };
  const { map } = before;
  // A field stands in one column.
  const columns = map.columns.map((other, at) =>
    at === column.place ? mapped : other.field !== undefined && other.field === mapped.field ? without(other) : other,
  );
  try {
    const changed = { ...map, columns: column.place === null ? [...columns, mapped] : columns };
    const view = opened.sheet.view(changed);
    opened.map = view.map;
    opened.columns.update(view);
    byId("spreadsheet-found").replaceChildren(...checked(view));
    const field = mapped.field == null ? "not read" : `read as ${labelOf(view, mapped.field)}`;
    say(`Column ${column.letters}, ${column.heading}, is ${field}.`);
  } catch (error) {
    refuse(error, idOf(column), opened.file.name);
  }
}

const without = ({ heading }: SheetColumn): SheetColumn => ({ heading });

/** What the spreadsheet is, its sheets, and a saved map. */
function head(file: File, view: SheetView): HTMLElement[] {
  const of = view.sheet === null ? file.name : `${file.name}, sheet ${view.sheet}`;
  const rows = `${of}: ${counted(view.rows, "row")} below the headings. ${basisOf(view)} Correct what is wrong.`;
  const parts: HTMLElement[] = [build("p", { class: "govuk-body" }, rows)];
  if (view.missing.length > 0) {
    const missing = `The map has columns that are not in this sheet: ${view.missing.join(", ")}.`;
    parts.push(build("p", { class: "govuk-inset-text" }, missing));
  }
  const tools = build("div", { class: "app-sheet-tools" });
  if (view.sheets.length > 1) tools.append(sheetChoice(view));
  tools.append(mapField());
  return [...parts, tools];
}

function sheetChoice(view: SheetView): HTMLElement {
  const id = "spreadsheet-sheet";
  const select = build("select", { class: "govuk-select", id, autocomplete: "off", "aria-describedby": `${id}-error` });
  for (const name of view.sheets) select.append(new Option(name, name, false, name === view.sheet));
  select.addEventListener("change", () => {
    const { file, report } = opened!;
    void open(file, select.value, undefined, report, id).then((done) => {
      if (done) say(`Sheet ${select.value} is shown.`);
      else select.value = view.sheet ?? "";
      if (done) byId(id).focus();
    });
  });
  return group(id, "Sheet", null, select);
}

function mapField(): HTMLElement {
  const id = "spreadsheet-map";
  const input = build("input", {
    class: "govuk-file-upload",
    id,
    type: "file",
    accept: ".json,application/json",
    "aria-describedby": `${id}-hint ${id}-error`,
  });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file !== undefined) void openMap(file);
  });
  return group(
    id,
    "Use a saved map",
    "As this page or ehcp-qa import saves it, for a sheet of the same layout.",
    input,
  );
}

/** A field with its label, its hint and its mistake. */
function group(id: string, label: string, hint: string | null, control: HTMLElement): HTMLElement {
  const error = build("p", { class: "govuk-error-message", id: `${id}-error`, hidden: true });
  error.append(build("span", { class: "govuk-visually-hidden" }, "Error: "), build("span", {}));
  return build(
    "div",
    { class: "govuk-form-group" },
    build("label", { class: "govuk-label govuk-label--s", for: id }, label),
    hint === null ? null : build("p", { class: "govuk-hint", id: `${id}-hint` }, hint),
    error,
    control,
  );
}

/** The cells that cannot be read, and what can be done. */
function tail(view: SheetView): HTMLElement[] {
  const make = button("Make the report", "main", report);
  const save = button("Save the map", "secondary", () => {
    download(`${JSON.stringify(opened!.map, null, 2)}\n`, "map.json", "application/json");
    say("The map is saved as map.json.");
  });
  const close = button("Put the spreadsheet away", "secondary", () => {
    opened?.sheet.free();
    opened = undefined;
    byId("spreadsheet").hidden = true;
    say("The spreadsheet is put away.");
    byId("files").focus();
  });
  const found = build("div", { id: "spreadsheet-found" }, ...checked(view));
  return [found, build("div", { class: "govuk-button-group app-apart app-last" }, make, save, close)];
}

/** What is found in the rows of a sheet that is not too long to be read at each change. */
function checked(view: SheetView): HTMLElement[] {
  return opened === undefined || view.rows > MOST_CHECKED ? [] : found(view, opened.sheet.records(opened.map));
}

/** How many rows are read, and the cells that cannot be. */
function found(view: SheetView, { records, refused, blank, problems, more }: SheetRecords): HTMLElement[] {
  const rows = [
    `${number(records)} of ${counted(view.rows, "row")} can be read.`,
    ...(blank > 0 ? [`${number(blank)} have nothing in the columns that are read, and are left out.`] : []),
  ];
  const parts: HTMLElement[] = [build("p", { class: "govuk-body app-apart", id: "spreadsheet-rows" }, rows.join(" "))];
  if (refused === 0) return parts;
  const listed = problems
    .slice(0, MOST_LISTED)
    .map((problem) =>
      build("li", {}, build("strong", {}, `${capital(placeOf(view, problem))}: `), problem.problem.message),
    );
  const rest = problems.length + more - listed.length;
  if (rest > 0) listed.push(build("li", {}, `And ${number(rest)} more.`));
  parts.push(
    build("h3", { class: "govuk-heading-s" }, "Cells that cannot be read"),
    build(
      "p",
      { class: "govuk-body" },
      "Their rows are left out of the report. Correct them in the spreadsheet, or above.",
    ),
    build("ul", { class: "govuk-list govuk-list--bullet", id: "spreadsheet-problems" }, ...listed),
  );
  return parts;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function placeOf({ sheet }: SheetView, { row, column }: RowProblem): string {
  const parts = [...(sheet === null ? [] : [`sheet ${sheet}`]), `row ${number(row)}`];
  return [...parts, ...(column === null ? [] : [`column ${column}`])].join(", ");
}

/** Makes the report of the rows that can be read. The columns stay, to be corrected. */
function report(): void {
  if (opened === undefined) return;
  clearErrors();
  const { file, sheet, map, report } = opened;
  try {
    const view = sheet.view(map);
    const { ndjson, refused: skipped, problems } = sheet.records(map);
    report({ file: new File([ndjson], file.name), refused: byRow(file, view, problems), skipped });
  } catch (error) {
    refuse(error, "spreadsheet-map", file.name);
  }
}

/** The rows that could not be read. A column stands where other records have the place of a field. */
function byRow(file: File, view: SheetView, problems: RowProblem[]): RefusedRecord[] {
  const rows = new Map<number, RowProblem[]>();
  for (const problem of problems) rows.set(problem.row, [...(rows.get(problem.row) ?? []), problem]);
  return [...rows].map(([row, found]) => ({
    file: `${file.name}, ${placeOf(view, { ...found[0]!, row, column: null })}`,
    line: null,
    problems: found.map(({ column, problem }) => ({
      ...problem,
      pointer: column === null ? problem.pointer : `Column ${column}`,
    })),
    more: 0,
  }));
}
