// Setting right how the plan was divided: "this line starts Section ...".

import { build, button } from "../dom.ts";
import { withChoice } from "./case.ts";
import type { Shell } from "./screen.ts";
import type { PlanSection } from "./shapes.ts";
import { partsOf, type Line } from "./view.ts";

const MOST_SHOWN = 70;

interface LineOption {
  text: string;
  line: Line;
}

/** Folded away below the text of a section: most plans need none of it. */
export function lineChoice(shell: Shell, section: string): HTMLElement {
  const details = build(
    "details",
    { class: "govuk-details app-line-choice" },
    build(
      "summary",
      { class: "govuk-details__summary" },
      build("span", { class: "govuk-details__summary-text" }, "Is text in the wrong section?"),
    ),
  );
  let isFilled = false;
  details.addEventListener("toggle", () => {
    if (isFilled || !details.open) return;
    isFilled = true;
    details.append(build("div", { class: "govuk-details__text" }, ...fields(shell, section)));
  });
  return details;
}

function fields(shell: Shell, section: string): HTMLElement[] {
  const { desk } = shell;
  const options = linesOf(shell, section);
  const line = build("select", { class: "govuk-select app-wide", id: "choice-line" });
  line.append(...options.map(({ text }, at) => new Option(shortened(text), String(at))));
  const starts = build("select", { class: "govuk-select app-wide", id: "choice-section" });
  starts.append(
    new Option("Choose", ""),
    ...desk.framework.wording.sections.map(({ id, title }) => new Option(`starts ${title}`, id)),
    new Option("starts text of no section", "none"),
    new Option("is text, and starts no section", "text"),
  );
  const apply = button("Divide the plan again", "secondary", () => {
    const chosen = options[Number(line.value)];
    if (chosen === undefined || starts.value === "") return;
    const before = desk.case;
    const role = starts.value === "none" ? "furniture" : starts.value === "text" ? "text" : "heading";
    const sections = role === "heading" ? [starts.value as PlanSection] : null;
    void desk.change(withChoice(desk.case, { ...chosen.line, role, sections }));
    document.getElementById("plan-text")?.focus();
    shell.notify("The plan is divided again.", () => {
      void desk.change({ ...desk.case, choices: before.choices, items: before.items });
      shell.notify("The plan is divided as before.");
    });
  });
  return [
    build(
      "div",
      { class: "govuk-form-group" },
      build("label", { class: "govuk-label", for: line.id }, "This line"),
      line,
    ),
    build(
      "div",
      { class: "govuk-form-group" },
      build("label", { class: "govuk-label", for: starts.id }, "What it is"),
      starts,
    ),
    apply,
  ];
}

/** The lines of a section with its headings; those of no section where the plan does not have it. */
function linesOf({ desk }: Shell, section: string): LineOption[] {
  const { plan } = desk.results;
  if (plan === null) return [];
  const parts = partsOf(plan, section);
  const found: { text: string; line: Line | null }[] =
    parts.length === 0
      ? [...plan.others]
      : parts.flatMap(({ part }) => [{ text: `Heading: ${part.heading}`, line: part.line }, ...part.blocks]);
  return found.flatMap(({ text, line }) => (line === null || text.trim() === "" ? [] : [{ text, line }]));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
}
