// The grades of a framework as a row of steps.

import type { Interval, Score } from "../../documents.js";
import { setAttribute, svg } from "../dom.js";

/** How wide a step is, in the units of the drawing. */
const STEP = 24;

/** The scale, its best score first. It is drawn for the eye: the words beside it have all of it. */
export function scale(size: "small" | "large", scores: readonly Score[]) {
  const steps = scores.map((score, at) => {
    const x = at * STEP + 1;
    return svg(
      "g",
      {},
      svg("rect", { x, y: 1, width: STEP - 2, height: 15, rx: 2 }),
      svg("text", { x: x + STEP / 2 - 1, y: 12.5, "text-anchor": "middle" }, String(score)),
    );
  });
  const mark = svg("path", { class: "eqa-scale__mark", d: "M0 17.5l5 6.5h-10z" });
  const element = svg(
    "svg",
    {
      class: `eqa-scale eqa-scale--${size}`,
      viewBox: `0 0 ${STEP * scores.length} 25`,
      "aria-hidden": "true",
      focusable: "false",
    },
    ...steps,
    mark,
  );
  return {
    element,
    /** Fills the steps of the grades that are possible, and marks the recorded one. */
    show(possible: Interval | null, recorded: Score | null): void {
      const [best, worst] =
        possible === null ? [0, -1] : [scores.indexOf(possible.best), scores.indexOf(possible.worst)];
      for (const at of scores.keys()) {
        const isPossible = best <= at && at <= worst;
        setAttribute(steps[at]!, "class", isPossible ? "eqa-step eqa-step--possible" : "eqa-step");
      }
      setAttribute(mark, "visibility", recorded === null ? "hidden" : "visible");
      if (recorded !== null) {
        setAttribute(mark, "transform", `translate(${(scores.indexOf(recorded) + 0.5) * STEP})`);
      }
    },
  };
}
