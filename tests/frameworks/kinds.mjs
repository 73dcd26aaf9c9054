// A made-up framework with facts of every kind, answers of a descriptor and of a section of their own, and descriptors
// that count findings.

import { readFileSync } from "node:fs";

/** The framework. */
export const frameworkOfKinds = () => JSON.parse(readFileSync(new URL("kinds-2026.json", import.meta.url), "utf8"));
