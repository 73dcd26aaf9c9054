// The plan: dropped, chosen or pasted, and how it was divided into sections.

import { build, button } from "../dom.ts";
import { withPlanOf } from "./case.ts";
import { countsOf, findingsOf } from "./found.ts";
import { hashOf } from "./routes.ts";
import { planField } from "./plan-field.ts";
import type { Screen, Shell } from "./screen.ts";
import type { Sureness } from "./shapes.ts";

const SURENESS: Record<Sureness, string> = { sure: "Sure", likely: "Likely", doubtful: "Doubtful" };

const HEADINGS = ["Section", "Recognised by its heading", "How sure", "Findings"] as const;

export function planPage(shell: Shell): Screen {
  const { desk } = shell;
  const now = build("div", {});
  const element = build(
    "div",
    { class: "app-panes app-panes--wide" },
    build("div", { class: "app-panes__main" }, now),
    build("div", { class: "app-panes__side" }, chooseCard(shell), pasteCard(shell)),
  );

  let shown: unknown;
  function refresh(): void {
    const { plan, check } = desk.results;
    if (shown !== undefined && shown === (check ?? plan)) return;
    shown = check ?? plan ?? undefined;
    now.replaceChildren(plan === null ? emptyCard(shell) : dividedCard(shell));
  }
  refresh();
  return { title: "The plan", element, refresh };
}

function emptyCard({ desk }: Shell): HTMLElement {
  const isReading = desk.case.source !== null;
  return build(
    "section",
    { class: "app-card" },
    build("h2", { class: "govuk-heading-m" }, isReading ? "The plan is being read" : "There is no plan yet"),
    build(
      "p",
      { class: "govuk-body" },
      "Drop the Word file anywhere on this page, choose it, or paste the text. It is read in your browser and sent nowhere.",
    ),
    build(
      "p",
      { class: "govuk-body app-last" },
      build("a", { class: "govuk-link", href: "#tasks" }, "Start without a plan"),
    ),
  );
}

function dividedCard(shell: Shell): HTMLElement {
  const { desk } = shell;
  const { plan } = desk.results;
  const { sections } = desk.framework.wording;
  const rows = sections.map(({ id }) => {
    const parts = plan!.parts.filter((part) => (part.sections as readonly string[]).includes(id));
    const worst = parts.some(({ sureness }) => sureness === "doubtful")
      ? "doubtful"
      : parts.some(({ sureness }) => sureness === "likely")
        ? "likely"
        : "sure";
    const headings = [...new Set(parts.map(({ heading }) => heading))];
    return build(
      "tr",
      { class: "govuk-table__row" },
      build(
        "th",
        { class: "govuk-table__header", scope: "row" },
        build("a", { class: "govuk-link", href: hashOf({ name: "section", section: id }) }, `Section ${id}`),
      ),
      build(
        "td",
        { class: "govuk-table__cell", "data-heading": HEADINGS[1] },
        parts.length === 0
          ? build("strong", { class: "govuk-tag govuk-tag--red" }, "Not found")
          : headings.slice(0, 3).join("; "),
        headings.length > 3 ? ` and ${headings.length - 3} more` : "",
      ),
      build(
        "td",
        { class: "govuk-table__cell", "data-heading": HEADINGS[2] },
        parts.length === 0 ? "" : SURENESS[worst],
      ),
      build(
        "td",
        { class: "govuk-table__cell", "data-heading": HEADINGS[3] },
        desk.results.check === null ? "" : countsOf(findingsOf(desk, id)),
      ),
    );
  });
  const head = HEADINGS.map((name) => build("th", { class: "govuk-table__header", scope: "col" }, name));
  const { doubts, comments } = plan!;
  return build(
    "section",
    { class: "app-card", "aria-labelledby": "divided-heading" },
    build("h2", { class: "govuk-heading-m", id: "divided-heading" }, "How the plan was read"),
    comments === 0
      ? null
      : build(
          "p",
          { class: "govuk-body" },
          `${comments} ${comments === 1 ? "comment stands" : "comments stand"} in the file already, and will stay.`,
        ),
    doubts.length === 0
      ? null
      : build(
          "div",
          { class: "govuk-inset-text app-doubts" },
          build("p", { class: "govuk-body app-strong" }, "Look at these"),
          build(
            "ul",
            { class: "govuk-list govuk-list--bullet" },
            ...doubts.map(({ section, why }) =>
              build(
                "li",
                {},
                build("a", { class: "govuk-link", href: hashOf({ name: "section", section }) }, `Section ${section}`),
                `: ${why}`,
              ),
            ),
          ),
        ),
    build(
      "div",
      { class: "app-scroll", tabindex: "0", role: "region", "aria-label": "Sections of the plan" },
      build(
        "table",
        { class: "govuk-table app-divided" },
        build("thead", { class: "govuk-table__head" }, build("tr", { class: "govuk-table__row" }, ...head)),
        build("tbody", { class: "govuk-table__body" }, ...rows),
      ),
    ),
    build(
      "p",
      { class: "govuk-hint app-last" },
      "A section that was recognised wrongly is set right on its page, below its text.",
    ),
  );
}

function chooseCard(shell: Shell): HTMLElement {
  const { desk } = shell;
  const input = build("input", {
    class: "govuk-file-upload",
    id: "plan-file",
    type: "file",
    accept: ".docx,.txt,.md,.html,.htm,.json",
    "aria-describedby": "plan-file-hint plan-file-error",
  });
  input.addEventListener("change", () => {
    void shell.take([...(input.files ?? [])]).then(() => (input.value = ""));
  });
  const remove = button("Take the plan out of the case", "link", () => {
    const before = desk.case;
    void shell.takePlan(null);
    shell.notify("The plan is taken out of the case. The answers stay.", () => {
      void desk.change(withPlanOf(desk.case, before));
      shell.notify("The plan is back.");
    });
  });
  return build(
    "section",
    { class: "app-card", "aria-labelledby": "choose-heading" },
    build(
      "h2",
      { class: "govuk-heading-m", id: "choose-heading" },
      desk.case.source === null ? "Choose the plan" : "Take another version",
    ),
    planField(input, "Word file of the plan", ".docx, also text, Markdown or HTML. Or drop it anywhere on this page."),
    desk.case.source === null ? null : remove,
  );
}

function pasteCard(shell: Shell): HTMLElement {
  const area = build("textarea", {
    class: "govuk-textarea",
    id: "plan-paste",
    rows: "6",
    "aria-describedby": "plan-paste-hint plan-paste-error",
  });
  // The clipboard of a word processor has its tables as HTML; a text area would keep their words alone.
  area.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (!/<(table|p|h\d|li)\b/i.test(html)) return;
    event.preventDefault();
    void shell.takePlan({ kind: "html", name: "Pasted text", text: html });
  });
  const use = button("Read the text", "secondary", () => {
    if (area.value.trim() === "") shell.fail("plan-paste", "Paste or type the text of the plan");
    else void shell.takePlan({ kind: "text", name: "Pasted text", text: area.value });
  });
  return build(
    "section",
    { class: "app-card", "aria-labelledby": "paste-heading" },
    build("h2", { class: "govuk-heading-m", id: "paste-heading" }, "Or paste it"),
    build(
      "div",
      { class: "govuk-form-group" },
      build(
        "label",
        { class: "govuk-label govuk-label--s", for: area.id },
        "Text of the plan, with the titles of its sections",
      ),
      build("p", { class: "govuk-hint", id: "plan-paste-hint" }, "Text that is copied in Word keeps its tables."),
      build(
        "p",
        { class: "govuk-error-message", id: "plan-paste-error", hidden: true },
        build("span", { class: "govuk-visually-hidden" }, "Error: "),
        build("span", {}),
      ),
      area,
    ),
    use,
  );
}
