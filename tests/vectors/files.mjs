// The files of the kit, and the vectors worked out by hand, as they stand in this folder.

import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

/** Worked out by hand. */
export const vectors = read("grading.json");

/** The kit of each framework. */
export const KITS = ["shropshire-2023", "example-ten-points", "example-checklist", "kinds-2026"];

export const kitOf = (id) => read(`${id}.json`);
/** Where the framework of a kit stands. One is made up for tests, and ships with nothing. */
export const placeOf = (id) => `${id === "kinds-2026" ? "tests" : "core"}/frameworks/${id}.json`;
export const frameworkOf = (id) => read(`../../${placeOf(id)}`);
