// The table of sections of a framework that grades nothing: how much of each is met, and what is not.

import type { SectionAssessment } from "../../documents.js";
import { h, keyed, setText, type Row } from "../dom.js";
import { block, sectionLink, type Block, type BlockOptions } from "./block.js";

export function checklistBlock(options: BlockOptions): Block {
  const { say } = options;
  const body = h("tbody");
  const columns = [say("section"), say("met"), say("notMet")];
  return {
    element: block(
      "glance",
      h("h3", { class: "eqa-small", id: "glance" }, say("glance")),
      h(
        "table",
        { class: "eqa-table", "aria-labelledby": "glance" },
        h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))),
        body,
      ),
    ),
    // A block without descriptors has nothing to show.
    show: ({ sections }) =>
      keyed(
        body,
        sections.filter(({ progress }) => progress.total > 0),
        ({ id }) => id,
        (section) => sectionRow(options, section),
      ),
  };
}

function sectionRow(options: BlockOptions, { id }: SectionAssessment): Row<SectionAssessment> {
  const { words, link } = options;
  const go = sectionLink(options, id);
  const [answered, met, notMet] = [h("span", { class: "eqa-quiet" }), h("td"), h("td")];
  return {
    element: h("tr", { "data-section": id }, h("th", { scope: "row" }, go, " ", answered), met, notMet),
    update({ descriptors: { yes, partly = [], no }, progress }): void {
      setText(answered, words.progress(progress));
      setText(met, String(yes.length));
      keyed(
        notMet,
        [...no, ...partly],
        (descriptor) => descriptor,
        (descriptor) => ({
          element: h("span", {}, link(`/sections/${id}/descriptors/${descriptor}`, descriptor), " "),
          update: () => {},
        }),
      );
    },
  };
}
