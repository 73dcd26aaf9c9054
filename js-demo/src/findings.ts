// Findings, the path to a better grade, and the view by quality standard.

import type { Assessment, Finding, Severity, StandardView, Step } from "ehcp-qa";
import { h, keyed, setText } from "./dom.ts";
import { fieldLink } from "./pointers.ts";
import { citations, restsOn } from "./reasons.ts";
import type { Store } from "./store.ts";
import { count, SEVERITIES, type Words } from "./words.ts";

const ORDER: Severity[] = ["error", "warning", "information"];

/** "1 error, 2 warnings", or that there are none. */
export function countFindings(findings: readonly Finding[]): string {
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const said = [of("error") > 0 ? count(of("error"), "error") : "", of("warning") > 0 ? count(of("warning"), "warning") : ""];
  return said.filter((part) => part !== "").join(", ") || "no errors or warnings";
}

/** What does not fit together, the most serious first. */
export function findings(words: Words) {
  const groups = h("div");
  const none = h("p", { class: "govuk-body-s" }, "Nothing in the answers and scores contradicts anything else.");
  const element = h("div", { class: "app-block", id: "findings", tabindex: "-1", "data-testid": "findings" }, h("h3", { class: "govuk-heading-s" }, "Findings"), none, groups);

  function row(finding: Finding) {
    const { one, tag } = SEVERITIES[finding.severity];
    const link = fieldLink(finding.at, "");
    const why = h("p", { class: "govuk-body-s" });
    const clear = h("p", { class: "govuk-body-s" });
    const written = citations();
    const links = restsOn(words);
    const part = (name: string, value: HTMLElement): HTMLElement[] => [h("h5", { class: "app-small-heading" }, name), value];
    return {
      element: h("li", { class: `app-finding app-finding--${finding.severity}` },
        h("p", { class: "govuk-body-s app-finding__message" }, h("strong", { class: `govuk-tag ${tag}` }, one), " ", link),
        h("details", { class: "govuk-details" },
          h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" }, "Why, and what would clear it")),
          h("div", { class: "govuk-details__text" },
            ...part("Why it matters", why), ...part("What would clear it", clear), links.element, ...part("Where it is written", written.element)))),
      update(now: Finding): void {
        setText(link, now.message);
        setText(why, now.why);
        setText(clear, now.clear);
        written.show(now.cites);
        links.show(now.rests_on);
      },
    };
  }

  function group(severity: Severity) {
    const heading = h("h4", { class: "app-small-heading" });
    const list = h("ul", { class: "app-findings" });
    return {
      element: h("div", {}, heading, list),
      update(): void {
        const of = all.filter((finding) => finding.severity === severity);
        setText(heading, `${SEVERITIES[severity].heading} (${of.length})`);
        keyed(list, of, ({ rule, at }) => `${rule} ${at}`, row);
      },
    };
  }

  let all: readonly Finding[] = [];
  return {
    element,
    show(assessment: Assessment): void {
      all = assessment.findings;
      none.hidden = all.length > 0;
      keyed(groups, ORDER.filter((severity) => all.some((finding) => finding.severity === severity)), (severity) => severity, group);
    },
  };
}

/** How many steps of a path are shown before the rest is folded away. */
const SHOWN = 6;

/** The smallest set of changes that makes the plan sure of a grade. */
export function path(words: Words) {
  const heading = h("h3", { class: "govuk-heading-s" });
  const summary = h("p", { class: "govuk-body-s" });
  const first = h("ol", { class: "govuk-list govuk-list--number app-path" });
  const rest = h("ol", { class: "govuk-list govuk-list--number app-path", start: SHOWN + 1 });
  const more = h("span", { class: "govuk-details__summary-text" });
  const folded = h("details", { class: "govuk-details" }, h("summary", { class: "govuk-details__summary" }, more), rest);
  const element = h("div", { class: "app-block", id: "path", tabindex: "-1", "data-testid": "path" }, heading, summary, first, folded);

  function row(step: Step) {
    const link = fieldLink(step.at, "");
    const links = restsOn(words);
    return {
      element: h("li", {}, link, links.element),
      update(now: Step): void {
        setText(link, now.message);
        links.show(now.rests_on);
      },
    };
  }

  return {
    element,
    show({ path: { to, reachable, steps } }: Assessment): void {
      const grade = words.grade(to);
      setText(heading, `Path to ${words.label(to)}`);
      if (!reachable) setText(summary, `No answers can make sure of ${grade}.`);
      else if (steps.length === 0) setText(summary, `Nothing is left to change: the suggestion is ${grade} or better.`);
      else setText(summary, `${count(steps.length, "step makes", "steps make")} sure of ${grade} or better.`);
      keyed(first, steps.slice(0, SHOWN), ({ at }) => at, row);
      keyed(rest, steps.slice(SHOWN), ({ at }) => at, row);
      first.hidden = steps.length === 0;
      folded.hidden = steps.length <= SHOWN;
      setText(more, `The other ${count(Math.max(steps.length - SHOWN, 0), "step")}`);
    },
  };
}

/** How much of the evidence for each quality standard is met. */
export function standards(store: Store) {
  const body = h("tbody", { class: "govuk-table__body" });
  const titles = new Map(store.framework.wording.standards.items.map(({ id, title }) => [id, title]));
  const column = (name: string): HTMLElement => h("th", { scope: "col", class: "govuk-table__header app-number" }, name);
  const element = h("div", { class: "app-block" },
    h("h3", { class: "govuk-heading-s", id: "standards-heading" }, "By quality standard"),
    h("p", { class: "govuk-body-s app-quiet" }, "How many of the descriptors that are evidence for each are met."),
    h("table", { class: "govuk-table app-standards", "aria-labelledby": "standards-heading" },
      h("thead", { class: "govuk-table__head" },
        h("tr", {}, h("th", { scope: "col", class: "govuk-table__header" }, "Standard"), column("Met"), column("Not met"), column("Open"), column("Not applicable"))),
      body));

  function row({ id }: StandardView) {
    const cells = Array.from({ length: 4 }, () => h("td", { class: "govuk-table__cell app-number" }));
    return {
      element: h("tr", {}, h("th", { scope: "row", class: "govuk-table__header", title: titles.get(id) ?? null }, id), ...cells),
      update({ met, not_met, open, not_applicable }: StandardView): void {
        for (const [number, value] of [met, not_met, open, not_applicable].entries()) setText(cells[number]!, String(value));
      },
    };
  }

  return { element, show: (assessment: Assessment): void => keyed(body, assessment.standards, ({ id }) => id, row) };
}
