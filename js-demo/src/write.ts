// The page on which one section is written: its findings follow the text.

import init, { Engine, EhcpQaError, type Lint, type WordingContext } from "ehcp-qa";
import { sayChange } from "./announcer.ts";
import { byId, h } from "./dom.ts";
import { download } from "./download.ts";

const ELEMENTS: [string, string][] = [
  ["what", "What"],
  ["who", "Who"],
  ["qualification", "Qualification"],
  ["how_often", "How often"],
  ["how_long", "How long"],
  ["group", "Ratio or group size"],
  ["where", "Where"],
  ["review", "Review"],
];
const SEVERITIES: Record<string, string> = { error: "Error", warning: "Warning", information: "Information" };
const ACTIONS: Record<string, string> = { remove: "Remove", reword: "Reword", amend: "Amend", suggest: "Suggested wording" };
const LETTERS: Record<string, string> = {
  specific: "Specific", measurable: "Measurable", achievable: "Achievable", realistic: "Realistic", time_limited: "Time limited",
};
const PILLARS: Record<string, string> = {
  pillar_employment: "learning and employment", pillar_independence: "independent living",
  pillar_community: "social connections", pillar_health: "health",
};
const STATES: Record<string, string> = { said: "said", not_said: "not said", for_a_person: "for a person to judge" };
const SAMPLE = "Amira will have access to regular speech and language therapy as required.\n\n"
  + "A teaching assistant will lead Colourful Semantics with Amira for 20 minutes three times a week, 1:1.";

function build(): void {
  const engine = new Engine();
  const sections = engine.framework.wording.sections;
  const section = h("select", { class: "govuk-select", id: "section" },
    ...sections.map(({ id, title }) => h("option", { value: id, selected: id === "F" }, title)));
  const stage = h("select", { class: "govuk-select", id: "stage" },
    h("option", { value: "" }, "Not known"), h("option", { value: "draft" }, "Draft"), h("option", { value: "final" }, "Final"));
  const name = h("input", { class: "govuk-input govuk-input--width-20", id: "name", type: "text", autocomplete: "off", spellcheck: "false" });
  const text = h("textarea", { class: "govuk-textarea", id: "text", rows: 8, "aria-describedby": "summary" });
  const summary = h("p", { class: "govuk-body app-wording__summary", id: "summary", "data-testid": "summary" });
  const marked = h("div", { class: "app-wording__text", "aria-hidden": "true" });
  const findings = h("ol", { class: "govuk-list app-wording__findings", "data-testid": "findings" });
  const statements = h("div", { "data-testid": "statements" });

  const print = h("button", { type: "button", class: "govuk-button govuk-button--secondary" }, "Export feedback form");
  print.addEventListener("click", () => {
    const form = engine.feedback({ framework: engine.framework.id }, { [section.value]: text.value }, context());
    download(engine.feedbackHtml(form), "feedback-form.html", "text/html");
  });

  const field = (label: string, control: HTMLElement, hint: string | null = null): HTMLElement =>
    h("div", { class: "govuk-form-group" },
      h("label", { class: "govuk-label govuk-label--s", for: control.id }, label),
      hint === null ? null : h("div", { class: "govuk-hint", id: `${control.id}-hint` }, hint), control);
  name.setAttribute("aria-describedby", "name-hint");

  byId("app").replaceChildren(
    h("div", { class: "app-wording__context" }, field("Section", section), field("Stage of the plan", stage),
      field("Name used in the plan", name, "To find another name. A made-up one, please.")),
    field("Text of the section", text), print, summary,
    h("h2", { class: "govuk-heading-m" }, "Findings"),
    h("p", { class: "govuk-body app-quiet" }, "Each one is open to interpretation: review it. What is right where it stands may stay."),
    marked, findings, statements);

  const show = (): void => {
    const lint = engine.lint(section.value, text.value, context());
    const count = lint.findings.length + lint.absent.length + lint.more;
    summary.textContent = count === 0 ? "No findings." : count === 1 ? "1 finding." : `${count} findings.`;
    if (lint.not_checked.length > 0) summary.append(` Not checked for want of context: ${lint.not_checked.join(", ")}.`);
    sayChange(summary.textContent);
    marked.replaceChildren(...highlighted(text.value, lint));
    findings.replaceChildren(...lint.findings.map((finding, at) => findingItem(finding, text, lint.findings[at - 1]?.rewrite)),
      ...lint.absent.map((absence) => absenceItem(absence)));
    statements.replaceChildren(...provision(lint, text.value), ...outcomes(lint, text.value));
  };
  function context(): WordingContext {
    const known: WordingContext = {};
    if (stage.value !== "") known.stage = stage.value as NonNullable<WordingContext["stage"]>;
    if (name.value.trim() !== "") known.names = [name.value.trim()];
    return known;
  }
  for (const control of [section, stage]) control.addEventListener("change", show);
  for (const control of [name, text]) control.addEventListener("input", show);
  text.value = SAMPLE;
  show();
}

/** The text with the words of findings underlined. The list beside it says the same in words. */
function highlighted(text: string, { findings }: Lint): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let from = 0;
  for (const { span, severity } of findings) {
    // Findings about a whole statement are in the list; underlining all of it would hide the words.
    if (span.start < from || text.slice(span.start, span.end).split(" ").length > 6) continue;
    parts.push(text.slice(from, span.start), h("mark", { class: `app-mark app-mark--${severity}` }, text.slice(span.start, span.end)));
    from = span.end;
  }
  parts.push(text.slice(from));
  return parts;
}

/** A template is that of a whole statement: it is shown with the first finding that carries it. */
function findingItem(finding: Lint["findings"][number], text: HTMLTextAreaElement, shown: string | null | undefined): HTMLElement {
  const { start, end } = finding.span;
  const words = text.value.slice(start, end);
  const show = h("button", { type: "button", class: "govuk-button govuk-button--secondary app-wording__show" }, "Show in the text",
    h("span", { class: "govuk-visually-hidden" }, `: ${words.slice(0, 60)}`));
  show.addEventListener("click", () => {
    text.focus();
    text.setSelectionRange(start, end);
  });
  return entry(finding, h("q", {}, words.length > 90 ? `${words.slice(0, 90)}…` : words), finding.rewrite === shown ? null : (finding.rewrite ?? null), show);
}

function absenceItem(absence: Lint["absent"][number]): HTMLElement {
  const pillars = (absence.pillars ?? []).map((pillar) => PILLARS[pillar]).join(", ");
  const message = pillars === "" ? absence.message : `${absence.message} Not mentioned: ${pillars}.`;
  return entry({ ...absence, message }, null, null, null);
}

type Told = Pick<Lint["findings"][number], "severity" | "message" | "why" | "instead" | "action" | "cites">;

function entry(told: Told, words: HTMLElement | null, rewrite: string | null, button: HTMLElement | null): HTMLElement {
  return h("li", { class: `app-wording__finding app-wording__finding--${told.severity}` },
    h("p", { class: "govuk-body" }, h("strong", {}, `${SEVERITIES[told.severity]}: `), words, words === null ? null : " ", told.message),
    h("p", { class: "govuk-body app-wording__instead" }, `${ACTIONS[told.action]}: ${told.instead}`),
    rewrite === null ? null : h("p", { class: "govuk-body app-wording__instead" }, "With blanks to fill from the advice: ", h("q", {}, rewrite)),
    h("details", { class: "govuk-details" },
      h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" }, "Why")),
      h("div", { class: "govuk-details__text" }, h("p", { class: "govuk-body" }, told.why),
        h("ul", { class: "govuk-list govuk-list--bullet" },
          ...told.cites.map(({ place, basis }) => h("li", {}, basis === "interpretation" ? `${place} (our interpretation)` : place))))),
    button);
}

function chip(name: string, words: string | null): HTMLElement {
  return h("li", { class: words === null ? "app-chip app-chip--missing" : "app-chip" },
    `${name}: ${words ?? "missing"}`);
}

/** What each statement of provision says and leaves out. */
function provision({ statements }: Lint, text: string): HTMLElement[] {
  if (statements.length === 0) return [];
  return [h("h2", { class: "govuk-heading-m" }, "Statements of provision"),
    ...statements.map(({ span, says, missing }) => h("section", { class: "app-wording__statement" },
      h("p", { class: "govuk-body" }, text.slice(span.start, span.end)),
      h("ul", { class: "govuk-list app-chips" },
        ...ELEMENTS.flatMap(([element, name]) => {
          const words = says.filter((said) => said.element === element).map((said) => text.slice(said.span.start, said.span.end));
          if (words.length > 0) return [chip(name, words.join(", "))];
          return missing.some((lacking) => lacking === element) ? [chip(name, null)] : [];
        }))))];
}

/** SMART, letter by letter. */
function outcomes(lint: Lint, text: string): HTMLElement[] {
  if (lint.outcomes.length === 0) return [];
  return [h("h2", { class: "govuk-heading-m" }, "Outcomes"),
    ...lint.outcomes.map(({ span, smart }) => h("section", { class: "app-wording__statement" },
      h("p", { class: "govuk-body" }, text.slice(span.start, span.end)),
      h("ul", { class: "govuk-list" },
        ...smart.map(({ letter, state, because }) =>
          h("li", {}, h("strong", {}, `${LETTERS[letter]}: ${STATES[state]}. `), because)))))];
}

/** Says why the page cannot work. */
function failed(error: unknown): void {
  const message = error instanceof EhcpQaError ? error.message : "The page could not be started.";
  byId("app").replaceChildren(h("p", { class: "govuk-body", role: "alert" }, message));
  if (!(error instanceof EhcpQaError)) throw error;
}

init().then(build).catch(failed);
