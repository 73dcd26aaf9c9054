// Makes the conformance kit: `node tests/vectors/make.mjs` writes a file for each framework beside this one. Expected
// values come from the reference in `tests/frameworks/` and from a list written by hand, and never from an engine.

import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { reviewsFor } from "./cases.mjs";
import { expectedOf } from "./expected.mjs";
import { frameworkOf, KITS } from "./files.mjs";
import { malformed } from "./malformed.mjs";

/** The version of the kit: another one where a field of a case has another meaning. */
const KIT = 1;

export const fileOf = (id) => fileURLToPath(new URL(`${id}.json`, import.meta.url));

/** Canonical JSON (RFC 8785) of a document without fractions. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

const digestOf = (framework) => createHash("sha256").update(canonical(framework)).digest("hex");

const byPlace = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);

function casesOf(framework) {
  const valid = reviewsFor(framework).map(({ name, review }) => ({
    name,
    review,
    expect: expectedOf(framework, review),
  }));
  const refused = malformed(framework).map(({ name, problems, ...document }) => ({
    name: `malformed: ${name}`,
    ...document,
    expect: { problems: problems.toSorted(byPlace) },
  }));
  return [...valid, ...refused];
}

/** The text of a framework's file: a case a line. */
export function made(id) {
  const framework = frameworkOf(id);
  const { edition } = framework;
  const head = { kit: KIT, framework: { id, edition, sha256: digestOf(framework) } };
  const cases = casesOf(framework).map((each) => JSON.stringify(each));
  return `${JSON.stringify(head).slice(0, -1)},"cases":[\n${cases.join(",\n")}\n]}\n`;
}

if (argv[1] === fileURLToPath(import.meta.url)) for (const id of KITS) writeFileSync(fileOf(id), made(id));
