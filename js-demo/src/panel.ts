// What the review comes to, kept up to date in place.

import type { Assessment } from "ehcp-qa";
import { h, setAttribute, setText } from "./dom.ts";
import { sayChange } from "./announcer.ts";
import { countFindings, findings, path, standards } from "./findings.ts";
import { glance, scale } from "./glance.ts";
import { citations, reasonsList } from "./reasons.ts";
import type { Store } from "./store.ts";
import { count, GATES, type Words } from "./words.ts";

export interface Panel {
  /** The full results. */
  element: HTMLElement;
  /** The one line that narrow screens keep in view. */
  bar: HTMLElement;
  show(assessment: Assessment): void;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function resultsPanel(store: Store, words: Words): Panel {
  const suggested = h("p", { class: "app-grade", "data-testid": "overall-suggestion" });
  const picture = scale("large");
  const criteria = h("dd");
  const cap = h("dd");
  const recorded = h("dd");
  const found = h("a", { class: "govuk-link", href: "#findings" });
  const pathName = h("dt");
  const left = h("a", { class: "govuk-link", href: "#path" });
  const fact = (name: string, value: HTMLElement): HTMLElement => h("div", {}, h("dt", {}, name), value);
  const reasons = reasonsList(words);

  const gateTag = h("strong", { class: "govuk-tag" });
  const gateMessage = h("p", { class: "govuk-body app-gate__message" });
  const gateCites = citations();

  const progress = h("progress", { class: "app-progress", id: "progress", value: 0, max: 1 });
  const progressText = h("span");
  const parts = [glance(words), findings(words), path(words), standards(store)];

  const element = h("section", { class: "app-panel", id: "results", tabindex: "-1", "aria-labelledby": "results-heading" },
    h("h2", { class: "govuk-heading-m", id: "results-heading" }, "Results so far"),
    h("div", { class: "app-block app-block--first" },
      h("h3", { class: "app-small-heading" }, "Suggested for the plan"),
      suggested, picture.element,
      h("dl", { class: "app-facts app-facts--rows" },
        fact("Criteria", criteria), fact("Section cap", cap), fact("Recorded", recorded),
        fact("Findings", h("dd", {}, found)), h("div", {}, pathName, h("dd", {}, left))),
      h("details", { class: "govuk-details" },
        h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" },
          "Why?", h("span", { class: "govuk-visually-hidden" }, " The reasons for the suggestion"))),
        h("div", { class: "govuk-details__text" }, reasons.element))),
    h("div", { class: "app-block app-gate", "data-testid": "gate" },
      h("h3", { class: "app-small-heading" }, "May the plan be issued?"), gateTag, gateMessage, gateCites.element),
    h("div", { class: "app-block", "data-testid": "progress" },
      h("label", { class: "app-small-heading", for: "progress" }, "Progress: ", progressText), progress),
    ...parts.map(({ element }) => element));

  const barGrade = h("strong");
  const barProgress = h("span");
  const bar = h("div", { class: "app-bar" },
    h("p", { class: "app-bar__text" }, barGrade, " ", barProgress),
    h("a", { class: "govuk-link govuk-link--inverse app-bar__link", href: "#results" }, "Results"));

  return {
    element,
    bar,
    show(assessment) {
      const { plan, progress: { total } } = assessment;
      const grade = words.interval(plan.suggested);
      const answered = `${total.answered} of ${total.total} answered`;
      setText(suggested, grade);
      picture.show(plan.suggested, plan.recorded);
      setText(criteria, words.interval(plan.criteria));
      setText(cap, words.interval(plan.cap));
      setText(recorded, plan.recorded === null ? "Not yet" : words.grade(plan.recorded));
      const said = countFindings(assessment.findings);
      setText(found, capital(said));
      setText(left, assessment.path.steps.length === 0 ? "Nothing left to change" : count(assessment.path.steps.length, "step"));
      setText(pathName, `Path to ${words.label(assessment.path.to)}`);
      reasons.show(plan.because);

      const { label, tag } = GATES[plan.gate.state];
      setText(gateTag, label);
      setAttribute(gateTag, "class", `govuk-tag ${tag}`);
      setText(gateMessage, plan.gate.message);
      gateCites.show(plan.gate.cites);

      progress.max = Math.max(total.total, 1);
      progress.value = total.answered;
      setText(progressText, answered);
      for (const part of parts) part.show(assessment);

      setText(barGrade, `Overall: ${grade}`);
      setText(barProgress, answered);
      sayChange(`Overall now ${grade}; ${said}`);
    },
  };
}
