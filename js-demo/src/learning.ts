// The Level 5 summary of learning: filled in from the report, and edited by people.

import {
  refillLearning,
  type Engine,
  type HiddenBelow,
  type Learning,
  type LearningSummary,
  type OpenSummary,
  type Passage,
  type Problem,
} from "ehcp-qa/service";
import { actionsOf } from "./actions.ts";
import { byId, download, make } from "./dom.ts";
import { fieldFor, linesOf, type Field } from "./fields.ts";
import { clearErrors, showError, showErrors, type FieldError } from "./error-summary.ts";

/** The fields of a row, in the order of the form's columns. */
const COLUMNS = ["area", "feedback", "learning", "tribunal_learning"] as const;
/** The fields of the form's header, by their ids in the framework. */
const HEADER: Record<string, "date" | "delivered_by" | "areas_represented"> = {
  date_of_session: "date",
  delivered_by: "delivered_by",
  areas_represented: "areas_represented",
};

/** What an entry of a list is called where it has a problem. */
const NAMES: Record<string, string> = { actions: "Action", earlier: "Earlier action" };
/** The heading of the actions of earlier sessions. */
const EARLIER = "Actions of earlier sessions, and what became of them";

/** The hint of feedback that nobody has changed. */
const DRAFTED = "Drafted from the counts of the report.";

const section = byId("learning");
const file = byId<HTMLInputElement>("learning-file");
const previous = byId<HTMLInputElement>("learning-previous");
const undo = byId<HTMLButtonElement>("learning-undo");
const status = byId("learning-status");

/** Makes this part of the page work. `current` returns the report on the page. */
export function startLearning(
  engine: Engine,
  current: () => { summary: OpenSummary; hiddenBelow: HiddenBelow } | undefined,
): void {
  const { wording } = engine.framework;
  const printed: LearningSummary = wording.learning_summary ?? { heading: "", title: "", fields: [], columns: [] };
  const actions: Passage = wording.actions ?? { heading: "", text: [] };
  const empty = (): Learning => ({
    framework: engine.framework.id as Learning["framework"],
    areas_represented: [],
    rows: [],
    actions: [],
  });
  let form: Learning | undefined;
  let before: Learning | undefined;
  /** Whether the form has edits that are not exported. */
  let isUnsaved = false;
  /** The areas of all drafts so far. */
  const areas = new Set<string>();
  /** The fields that are shown, by their places in the document. */
  let fields = new Map<string, Field>();

  /** Shows another form, and offers to go back to the one before. */
  function replace(next: Learning | undefined, done: string): void {
    before = form;
    form = structuredClone(next);
    clearErrors();
    render();
    undo.hidden = false;
    status.textContent = done;
  }

  function edited(): void {
    isUnsaved = true;
    // Undo would lose the edit.
    undo.hidden = true;
    status.textContent = "";
  }

  function place(pointer: string, field: Field): HTMLElement {
    fields.set(pointer, field);
    return field.element;
  }

  function header(form: Learning): HTMLElement[] {
    return printed.fields.flatMap(({ id, label }) => {
      const name = HEADER[id];
      if (name === undefined) return [];
      const pointer = `/${name}`;
      if (name === "areas_represented") {
        return [
          place(
            pointer,
            fieldFor({ pointer, label, hint: "One on each line.", value: form[name].join("\n"), rows: 3 }, (text) => {
              form[name] = linesOf(text);
              edited();
            }),
          ),
        ];
      }
      const hint = name === "date" ? { hint: "Year, month and day, such as 2025-11-30." } : {};
      return [
        place(
          pointer,
          fieldFor({ pointer, label, ...hint, value: form[name] ?? "" }, (text) => {
            if (text.trim() === "") delete form[name];
            else form[name] = text.trim();
            edited();
          }),
        ),
      ];
    });
  }

  function row(form: Learning, at: number): HTMLElement {
    const entry = form.rows[at]!;
    const legend = make("legend", "govuk-label govuk-label--s", `${at + 1}. ${entry.area}`);
    const isDrafted = (): boolean => entry.drafted != null && entry.drafted === entry.feedback;
    const shown = COLUMNS.slice(0, Math.max(2, printed.columns.length)).map((name, column) => {
      const pointer = `/rows/${at}/${name}`;
      const label = printed.columns[column] ?? "";
      const hint = name === "feedback" && isDrafted() ? DRAFTED : "";
      const rows = name === "area" ? 1 : 3;
      const field = fieldFor({ pointer, label, hint, value: entry[name] ?? "", rows }, (text) => {
        if (name === "area" || name === "feedback") entry[name] = text;
        else if (text.trim() === "") delete entry[name];
        else entry[name] = text;
        if (name === "area") legend.textContent = `${at + 1}. ${text}`;
        if (name === "feedback") field.setHint(isDrafted() ? DRAFTED : "");
        edited();
      });
      return place(pointer, field);
    });
    const remove = make(
      "button",
      "govuk-button govuk-button--secondary app-screen",
      "Remove this row",
      make("span", "govuk-visually-hidden", `: ${entry.area}`),
    ) as HTMLButtonElement;
    remove.type = "button";
    remove.addEventListener("click", () => {
      replace({ ...form, rows: form.rows.filter((_, other) => other !== at) }, `Row ${at + 1} is removed.`);
      isUnsaved = true;
      (fields.get(`/rows/${at}/area`)?.control ?? byId("learning-add")).focus();
    });
    return make("fieldset", "app-learning__row", legend, ...shown, remove);
  }

  function render(): void {
    fields = new Map();
    byId("learning-form").hidden = form === undefined;
    byId("learning-begin").hidden = form !== undefined;
    // A form that nobody has started is not printed.
    section.classList.toggle("app-screen", form === undefined);
    const shown = form;
    if (shown === undefined) return;
    byId("learning-title").textContent = printed.title;
    byId("learning-header").replaceChildren(...header(shown));
    byId("learning-rows").replaceChildren(...shown.rows.map((_, at) => row(shown, at)));
    const passage = actions.text.map((text) => make("p", "govuk-body", text));
    const listed = (name: "earlier" | "actions"): HTMLElement[] =>
      actionsOf(shown, name, {
        place,
        edited,
        replace(list, done, focus) {
          replace({ ...shown, [name]: list }, done);
          isUnsaved = true;
          (fields.get(focus)?.control ?? byId("learning-add-action")).focus();
        },
      });
    const earlier = listed("earlier");
    byId("learning-agreed").replaceChildren(
      ...(earlier.length === 0 ? [] : [make("h3", "govuk-heading-m", EARLIER), ...earlier]),
      make("h3", "govuk-heading-m", actions.heading),
      ...passage,
      ...listed("actions"),
    );
  }

  /** The errors of the fields that problems are about. */
  function errorsOf(problems: readonly Problem[]): FieldError[] {
    const named = problems.map(({ pointer, message }) => {
      const [start = "", row] = /^\/(?:(?:rows|actions|earlier)\/(\d+)\/)?\w+/.exec(pointer) ?? [];
      const field = fields.get(start);
      // A problem of the table, such as too many rows.
      if (field === undefined) return { field: "learning-add", message };
      const [, line] = /^\/(\d+)/.exec(pointer.slice(start.length)) ?? [];
      const where = [
        row === undefined ? [] : `${NAMES[pointer.split("/")[1]!] ?? "Row"} ${Number(row) + 1}`,
        field.label.replace(/:$/, ""),
        line === undefined ? [] : `line ${Number(line) + 1}`,
      ];
      return { field: field.id, message: `${where.flat().join(", ")}: ${message}` };
    });
    // In the order of the page, and each field with its first problem.
    const ids = [...[...fields.values()].map(({ id }) => id), "learning-add"];
    return ids.flatMap((id) => named.find(({ field }) => field === id) ?? []);
  }

  function exported(id: string, name: string, type: string, text: (form: Learning) => string): void {
    byId(id).addEventListener("click", () => {
      if (form === undefined) return;
      const problems = engine.checkLearning(form);
      if (problems.length > 0) {
        showErrors(errorsOf(problems));
        return;
      }
      clearErrors();
      download(text(form), name, type);
      // Only this file can be opened again.
      if (type === "application/json") isUnsaved = false;
      status.textContent = `Exported as ${name}.`;
    });
  }

  /** The text of a form, after every problem with it is shown beside the field that it was picked in. */
  async function read(picked: File, field: string, message: string): Promise<string | undefined> {
    if (picked.size > engine.limits.documentBytes) {
      showError(field, message, [{ pointer: "", message: "The file is too large to be one." }]);
      return undefined;
    }
    const text = await picked.text().catch(() => undefined);
    if (text === undefined) {
      showError(field, message, [{ pointer: "", message: "The file could not be read." }]);
      return undefined;
    }
    const problems = engine.checkLearning(text);
    if (problems.length > 0) {
      showError(field, message, problems);
      return undefined;
    }
    return text;
  }

  async function open(picked: File): Promise<void> {
    const text = await read(picked, "learning-file", "The summary of learning could not be opened");
    if (text === undefined) return;
    replace(JSON.parse(text) as Learning, "The summary of learning is opened.");
    byId("learning-title").focus();
  }

  /** Carries the open actions of the form of the session before over to this one. */
  async function carry(picked: File): Promise<void> {
    const text = await read(picked, "learning-previous", "The actions could not be carried over");
    if (text === undefined) return;
    const earlier = engine.carriedActions(text);
    const carried = earlier.length === 1 ? "1 action is" : `${earlier.length} actions are`;
    replace({ ...(form ?? empty()), earlier }, `${carried} open, and carried over.`);
    isUnsaved = true;
    byId("learning-title").focus();
  }

  byId("learning-fill").addEventListener("click", () => {
    const report = current();
    if (report === undefined) {
      showError("learning-fill", "Choose records first: there is no report to fill it in from");
      return;
    }
    const draft = report.summary.learning(report.hiddenBelow);
    const { form: next, kept } = refillLearning(form ?? empty(), draft, areas);
    for (const { area } of draft.rows) areas.add(area);
    const rows = kept === 1 ? "1 row" : `${kept} rows`;
    const isKept = kept === 0 ? "" : ` What people wrote is kept, in ${rows}.`;
    replace(next, `Filled in from the report.${isKept}`);
  });
  byId("learning-add").addEventListener("click", () => {
    if (form === undefined) return;
    const at = form.rows.length;
    replace({ ...form, rows: [...form.rows, { area: "", feedback: "" }] }, `Row ${at + 1} is added.`);
    fields.get(`/rows/${at}/area`)?.control.focus();
  });
  byId("learning-again").addEventListener("click", () => {
    replace(undefined, "The form is cleared.");
    byId("learning-fill").focus();
  });
  byId("learning-begin").addEventListener("click", () => {
    replace(empty(), "The form is empty.");
    byId("learning-title").focus();
  });
  undo.addEventListener("click", () => {
    replace(before, "The form is as it was before.");
    undo.hidden = true;
    byId("learning-heading").focus();
  });
  file.addEventListener("change", () => {
    const [picked] = file.files ?? [];
    // So that the same file can be chosen again.
    if (picked !== undefined) void open(picked).then(() => (file.value = ""));
  });
  previous.addEventListener("change", () => {
    const [picked] = previous.files ?? [];
    if (picked !== undefined) void carry(picked).then(() => (previous.value = ""));
  });
  exported("learning-html", "summary-of-learning.html", "text/html", (form) => engine.learningHtml(form));
  exported("learning-markdown", "summary-of-learning.md", "text/markdown", (form) => engine.learningMarkdown(form));
  exported(
    "learning-json",
    "summary-of-learning.json",
    "application/json",
    (form) => `${JSON.stringify(form, null, 2)}\n`,
  );
  addEventListener("beforeunload", (event) => {
    if (isUnsaved && form !== undefined) event.preventDefault();
  });
}
