// The table of sections: what is suggested for each, and what is recorded.

import type { SectionAssessment } from "../../documents.js";
import { h, keyed, setText, type Row } from "../dom.js";
import { block, sectionLink, type Block, type BlockOptions } from "./block.js";
import { scale } from "./scale.js";

export function sectionsBlock(options: BlockOptions): Block {
  const { say, words } = options;
  const body = h("tbody");
  const column = (name: string): HTMLElement => h("th", { scope: "col" }, name);
  const grades = words.scores.map(words.grade);
  return {
    element: block(
      "glance",
      h("h3", { class: "eqa-small", id: "glance" }, say("glance")),
      h("p", { class: "eqa-hint" }, say("glanceKey", { grades: grades.join(", ") })),
      h(
        "table",
        { class: "eqa-table eqa-table--fixed", "aria-labelledby": "glance" },
        h("thead", {}, h("tr", {}, column(say("section")), column(say("suggestedShort")), column(say("recorded")))),
        body,
      ),
    ),
    show: ({ sections }) =>
      keyed(
        body,
        sections,
        ({ id }) => id,
        (section) => sectionRow(options, section),
      ),
  };
}

function sectionRow(options: BlockOptions, section: SectionAssessment): Row<SectionAssessment> {
  const { words } = options;
  const picture = scale("small", words.scores);
  const [suggested, recorded, answered] = [h("span"), h("td"), h("span", { class: "eqa-quiet" })];
  const go = sectionLink(options, section.id);
  return {
    element: h(
      "tr",
      { "data-section": section.id },
      h("th", { scope: "row" }, go, " ", answered),
      h("td", {}, h("div", { class: "eqa-glance" }, picture.element, suggested)),
      recorded,
    ),
    update(now): void {
      picture.show(now.suggested, now.recorded);
      setText(suggested, words.short(now.suggested));
      setText(recorded, words.recorded(now));
      setText(answered, words.progress(now.progress));
    },
  };
}
