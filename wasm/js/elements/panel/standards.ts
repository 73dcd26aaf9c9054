// How much of the evidence for each quality standard is met.

import { hasPartly } from "../../answers.js";
import type { StandardView, Standards } from "../../documents.js";
import { h, keyed, setText, type Row } from "../dom.js";
import { block, type Block, type BlockOptions } from "./block.js";

export function standardsBlock({ say, framework }: BlockOptions, { items }: Standards): Block {
  const body = h("tbody");
  const titles = new Map(items.map(({ id, title }) => [id, title]));
  const isPartly = hasPartly(framework);
  const columns = [
    say("met"),
    ...(isPartly ? [say("partlyMet")] : []),
    say("notMet"),
    say("open"),
    say("notApplicable"),
  ];
  return {
    element: block(
      "standards",
      h("h3", { class: "eqa-small", id: "standards" }, say("standards")),
      h("p", { class: "eqa-hint" }, say("standardsHint")),
      h(
        "table",
        { class: "eqa-table", "aria-labelledby": "standards" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col" }, say("standard")),
            ...columns.map((name) => h("th", { scope: "col", class: "eqa-number" }, name)),
          ),
        ),
        body,
      ),
    ),
    show: ({ standards }) =>
      keyed(
        body,
        standards,
        ({ id }) => id,
        ({ id }) => standardRow(`${id} ${titles.get(id) ?? ""}`.trim(), isPartly),
      ),
  };
}

function standardRow(name: string, isPartly: boolean): Row<StandardView> {
  const cells = Array.from({ length: isPartly ? 5 : 4 }, () => h("td"));
  for (const cell of cells) cell.className = "eqa-number";
  return {
    element: h("tr", {}, h("th", { scope: "row" }, name), ...cells),
    update({ met, partly = 0, not_met, open, not_applicable }): void {
      const counts = [met, ...(isPartly ? [partly] : []), not_met, open, not_applicable];
      for (const [at, count] of counts.entries()) setText(cells[at]!, String(count));
    },
  };
}
