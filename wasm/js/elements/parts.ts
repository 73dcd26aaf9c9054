// The parts of the form: about the review, about the plan, the criteria, and the sections.

export { criteriaPart } from "./parts/criteria.js";
export { detailsPart } from "./parts/details.js";
export type { Part, PartOptions } from "./parts/part.js";
export { planPart } from "./parts/plan.js";
export { sectionPart } from "./parts/section.js";
