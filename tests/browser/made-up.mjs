// Reviews and records of fictional plans, and the framework that they are reviewed under.

import { readFile } from "node:fs/promises";

const read = async (path) => readFile(new URL(`../../${path}`, import.meta.url), "utf8");

/** The built-in framework, as its file has it. */
export const framework = JSON.parse(await read("core/frameworks/shropshire-2023.json"));

/** A review with these members. */
export const reviewOf = (members) => ({ framework: framework.id, ...members });

/** A review as text whose age nobody with a plan has. */
export const TOO_OLD = JSON.stringify(reviewOf({ plan: { age: 99 } }));
/** A review as text of a plan with errors of administration, which every better grade than 4 rules out. */
export const WITH_ERRORS = JSON.stringify(reviewOf({ criteria: { no_admin_errors: "not_met" } }));

/** A record as one line: a plan with a recorded grade, and more members. */
export const record = (score, more = {}) =>
  JSON.stringify({ review: reviewOf({ sections: { overall: { score } } }), ...more });

/** A worked review of the demo, as text. */
export const sample = (name) => read(`js-demo/samples/${name}.json`);

/** Where the demo has the records of a made-up term, which its build makes with the command line. */
export const MADE_UP_TERM = "/js-demo/dist/made-up-term.ndjson";

/** The records of that term. */
export const madeUpRecords = async () =>
  (await read(MADE_UP_TERM.slice(1)))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
