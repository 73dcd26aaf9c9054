// The smallest set of changes that makes the plan sure of a grade.

import type { Step } from "../../documents.js";
import { h, keyed, type Row, setHidden, setText, unfolded } from "../dom.js";
import { restsOn } from "../reasons.js";
import { block, type Block, type BlockOptions } from "./block.js";

/** So many steps are shown; the others are folded away. */
const MOST_SHOWN = 6;

export function pathBlock(options: BlockOptions): Block {
  const { say, words } = options;
  const heading = h("h3", { class: "eqa-small" });
  const summary = h("p", { class: "eqa-text" });
  const first = h("ol", { class: "eqa-steps" });
  const others = h("ol", { class: "eqa-steps", start: MOST_SHOWN + 1 });
  const more = h("summary");
  const folded = h("details", { class: "eqa-details" }, more, others);
  const list = (parent: Element, steps: readonly Step[]): void =>
    keyed(
      parent,
      steps,
      ({ at }) => at,
      (step) => stepRow(options, step),
    );
  const showOthers = unfolded(folded, (steps: readonly Step[]) => list(others, steps));

  return {
    element: block("path", heading, summary, first, folded),
    show({ path }) {
      // The block is shown under a framework that says when a plan may be issued.
      if (path === null) return;
      const { to, reachable, steps } = path;
      const grade = words.grade(to);
      setText(heading, say("pathTo", { grade: words.label(to) }));
      if (!reachable) setText(summary, say("pathNone", { grade }));
      else if (steps.length === 0) setText(summary, say("pathDone", { grade }));
      else setText(summary, say("pathSteps", { count: steps.length, grade }));
      list(first, steps.slice(0, MOST_SHOWN));
      showOthers(steps.slice(MOST_SHOWN));
      setHidden(first, steps.length === 0);
      setHidden(folded, steps.length <= MOST_SHOWN);
      setText(more, say("pathOthers", { count: Math.max(steps.length - MOST_SHOWN, 0) }));
    },
  };
}

function stepRow({ say, words, link }: BlockOptions, { at }: Step): Row<Step> {
  const go = link(at, "");
  const rests = restsOn(say, words.field, link);
  return {
    element: h("li", {}, go, rests.element),
    update({ message, rests_on }): void {
      setText(go, message);
      rests.show(rests_on);
    },
  };
}
