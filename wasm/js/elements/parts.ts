// The parts of the form: about the review, about the plan, the criteria, and the sections.

import { criteriaPart } from "./parts/criteria.js";
import { detailsPart } from "./parts/details.js";
import type { Part, PartOptions } from "./parts/part.js";
import { planPart } from "./parts/plan.js";
import { sectionPart } from "./parts/section.js";

export type { Part, PartOptions } from "./parts/part.js";

const named = (names: string): string[] => names.split(/\s+/).filter((name) => name !== "");

/** The names of all parts. */
export const partNames = ({ words }: PartOptions): string[] => [
  "details",
  "plan",
  "criteria",
  ...words.sections.map(({ id }) => id),
];

/** The names that no part has. */
export function unknownParts(options: PartOptions, names: string): string[] {
  const known = partNames(options);
  return named(names).filter((name) => !known.includes(name));
}

/** The parts that are named; without a name, all of them. */
export function partsOf(options: PartOptions, names: string): Part[] {
  const asked = named(names);
  const isShown = (part: string): boolean => asked.length === 0 || asked.includes(part);
  return [
    ...(isShown("details") ? [detailsPart(options)] : []),
    ...(isShown("plan") ? [planPart(options)] : []),
    ...(isShown("criteria") ? [criteriaPart(options)] : []),
    ...options.words.sections.filter(({ id }) => isShown(id)).map((section) => sectionPart(options, section)),
  ];
}
