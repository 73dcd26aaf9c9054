// What does not fit together in a review.

import type { Finding } from "../../documents.js";
import { h, setText } from "../dom.js";
import { findingList, type Part } from "../finding.js";
import { grouped } from "../groups.js";
import { restsOn } from "../reasons.js";
import { block, type Block, type BlockOptions } from "./block.js";

/** The findings by the part of the review that they are about, the most serious first. */
export function findingsBlock({ say, words, goTo, link }: BlockOptions): Block {
  const summary = h("p", { class: "eqa-text" });
  const list = findingList({ say, restsOn: () => restsOn(say, words.field, link) });
  const partOf = ({ rule, at, severity, message, why, clear, cites, rests_on }: Finding): Part => ({
    key: `${rule} ${at}`,
    severity,
    message,
    why,
    clear,
    cites,
    rests_on,
    go: () => goTo(at),
  });
  return {
    element: block("findings", h("h3", { class: "eqa-small" }, say("findings")), summary, list.element),
    show({ findings }) {
      const count = findings.length;
      const severities = words.findings(findings);
      setText(summary, count === 0 ? say("noFindings") : say("findingsOf", { count, severities }));
      const places = grouped(findings, ({ at }) => words.place(at));
      list.show([...places].map(([place, found]) => ({ key: place, words: place, parts: found.map(partOf) })));
    },
  };
}
