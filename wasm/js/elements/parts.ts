// The parts of the form: about the review, about the plan, the criteria, and the sections.

import { criteriaPart } from "./parts/criteria.js";
import { detailsPart } from "./parts/details.js";
import type { Part, PartOptions } from "./parts/part.js";
import { planPart } from "./parts/plan.js";
import { sectionPart } from "./parts/section.js";

export type { Part, PartOptions } from "./parts/part.js";

/** The parts that are named: `details`, `plan`, `criteria` and ids of sections; without a name, all of them. */
export function partsOf(options: PartOptions, names: string): Part[] {
  const named = names.split(/\s+/).filter((name) => name !== "");
  const isShown = (part: string): boolean => named.length === 0 || named.includes(part);
  return [
    ...(isShown("details") ? [detailsPart(options)] : []),
    ...(isShown("plan") ? [planPart(options)] : []),
    ...(isShown("criteria") ? [criteriaPart(options)] : []),
    ...options.words.sections.filter(({ id }) => isShown(id)).map((section) => sectionPart(options, section)),
  ];
}
