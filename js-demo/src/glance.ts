// The sections at a glance: for each, the scale with the grades still possible and the score recorded.

import type { Assessment, Interval, Score, SectionAssessment } from "ehcp-qa";
import { h, keyed, setAttribute, setText, svg } from "./dom.ts";
import { fieldId } from "./pointers.ts";
import type { Words } from "./words.ts";

const STEP = 24;
const STEPS: Score[] = [1, 2, 3, 4];

/** A scale of four steps. It is drawn for the eye; the words beside it say the same. */
export function scale(size: "small" | "large") {
  const steps = STEPS.map((score) => {
    const x = (score - 1) * STEP + 1;
    return svg("g", {},
      svg("rect", { x, y: 1, width: STEP - 2, height: 15, rx: 2 }),
      svg("text", { x: x + STEP / 2 - 1, y: 12.5, "text-anchor": "middle" }, String(score)));
  });
  const mark = svg("path", { class: "app-scale__mark", d: "M0 17.5l5 6.5h-10z" });
  const element = svg("svg", { class: `app-scale app-scale--${size}`, viewBox: `0 0 ${STEP * 4} 25`, "aria-hidden": "true", focusable: "false" }, ...steps, mark);
  return {
    element,
    show(possible: Interval | null, recorded: Score | null): void {
      for (const [number, step] of steps.entries()) {
        const inside = possible !== null && possible.best <= number + 1 && number + 1 <= possible.worst;
        setAttribute(step, "class", inside ? "app-step app-step--possible" : "app-step");
      }
      setAttribute(mark, "visibility", recorded === null ? "hidden" : "visible");
      if (recorded !== null) setAttribute(mark, "transform", `translate(${(recorded - 0.5) * STEP})`);
    },
  };
}

/** The table of sections. */
export function glance(words: Words) {
  const body = h("tbody", { class: "govuk-table__body" });
  const column = (name: string): HTMLElement => h("th", { scope: "col", class: "govuk-table__header" }, name);
  const key = words.sections.length > 0 ? STEPS.map((score) => words.grade(score)).join(", ") : "";
  const element = h("div", { class: "app-block" },
    h("h3", { class: "govuk-heading-s", id: "glance-heading" }, "Sections at a glance"),
    h("p", { class: "govuk-body-s app-quiet" }, `${key}. Filled steps are still possible; the mark under a step is the score recorded.`),
    h("table", { class: "govuk-table app-glance", "aria-labelledby": "glance-heading" },
      h("thead", { class: "govuk-table__head" }, h("tr", {}, h("th", { scope: "col", class: "govuk-table__header" }, "Section", h("span", { class: "govuk-visually-hidden" }, " and how much is answered")), column("Suggested"), column("Recorded"))),
      body));
  const titles = new Map(words.sections.map(({ id, title }) => [id, title]));

  function row(section: SectionAssessment) {
    const isPlan = section.id === "overall";
    const title = titles.get(section.id) ?? "";
    const picture = scale("small");
    const suggested = h("span");
    const recorded = h("td", { class: "govuk-table__cell" });
    const answered = h("span", { class: "app-glance__answered" });
    const link = h("a", { class: "govuk-link app-glance__link", href: `#${fieldId(`/sections/${section.id}`)}`, title },
      isPlan ? "Overall" : section.id, h("span", { class: "govuk-visually-hidden" }, `: ${title}`));
    return {
      element: h("tr", { "data-testid": `section-glance-${section.id}` },
        h("th", { scope: "row", class: "govuk-table__header" }, link, " ", answered),
        h("td", { class: "govuk-table__cell" }, h("div", { class: "app-glance__grade" }, picture.element, suggested)),
        recorded),
      update(now: SectionAssessment): void {
        picture.show(now.suggested, now.recorded);
        setText(suggested, words.short(now.suggested));
        setText(recorded, words.recorded(now));
        setText(answered, now.progress.total === 0 ? "none" : words.progress(now.progress));
      },
    };
  }

  return {
    element,
    show: ({ sections }: Assessment): void => keyed(body, sections, ({ id }) => id, row),
  };
}
