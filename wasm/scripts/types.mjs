// Writes js/documents.ts, the TypeScript types of the documents, from the committed schemas, and
// js/error-codes.ts, from the list in src/refusal.rs. With --check it reports which of them is stale.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { compile } from "json-schema-to-typescript";

const read = (relative) => readFileSync(new URL(`../../${relative}`, import.meta.url), "utf8");

/** The documents by the files of their schemas, with the names of their types. */
const DOCUMENTS = {
  framework: "FrameworkDocument",
  review: "Review",
  assessment: "Assessment",
  grading: "Grading",
  "graded-line": "GradedLine",
  lexicon: "LexiconDocument",
  "learned-weights": "LearnedWeights",
  messages: "MessagesDocument",
  "wording-context": "WordingContext",
  lint: "Lint",
  "plan-document": "PlanDocument",
  "section-choices": "SectionChoices",
  "plan-context": "PlanContext",
  "plan-check": "PlanCheck",
  "new-comment": "NewComment",
  "plan-comparison": "PlanComparison",
  "advice-document": "AdviceDocument",
  "advice-context": "AdviceContext",
  "advice-questions": "AdviceQuestions",
  "advice-check": "AdviceCheck",
  "coverage-choices": "CoverageChoices",
  coverage: "Coverage",
  "plan-items": "ProposedItems",
  "thread-plan": "ThreadPlan",
  thread: "Thread",
  timescales: "Timescales",
  deadlines: "Deadlines",
  // A framework's wording has a part that is called Feedback.
  feedback: "FeedbackForm",
  "feedback-check": "FeedbackCheck",
  case: "CaseDocument",
  "case-status": "CaseStatus",
  "sample-request": "SampleRequest",
  sample: "Sample",
  "sample-why": "SampleWhy",
  agreement: "Agreement",
  "agreement-figures": "AgreementFigures",
  "summary-record": "SummaryRecord",
  "sheet-map": "SheetMap",
  "sheet-view": "SheetView",
  "sheet-records": "SheetRecords",
  "family-feedback": "FamilyFeedback",
  summary: "Summary",
  report: "Report",
  learning: "Learning",
};

/** Bounds make no difference to a type, and a titled property would be declared as a type by itself. */
const WITHOUT_TYPE = new Set(["minimum", "maximum", "title"]);

/** A schema with what makes types alone. A reference with a description beside it stays a reference. */
function plain(schema) {
  if (Array.isArray(schema)) return schema.map(plain);
  if (schema === null || typeof schema !== "object") return schema;
  if ("$ref" in schema) return { $ref: schema.$ref };
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    key === "enum" || key === "const" ? value : plain(value),
  ]);
  // A property may have any of these names: its value is a schema.
  return Object.fromEntries(entries.filter(([key, value]) => typeof value === "object" || !WITHOUT_TYPE.has(key)));
}

/** One schema with every document and every part of one, under their names. */
function combined() {
  const $defs = {};
  for (const [file, name] of Object.entries(DOCUMENTS)) {
    const { $schema, $id, title, examples, $defs: parts, ...document } = JSON.parse(read(`schema/${file}.schema.json`));
    for (const [part, schema] of Object.entries({ [name]: document, ...parts })) {
      const type = plain(schema);
      if (part in $defs && !isDeepStrictEqual($defs[part], type)) {
        throw new Error(`schema/${file}.schema.json has another ${part} than the schemas before it`);
      }
      $defs[part] = type;
    }
  }
  const anyOf = Object.values(DOCUMENTS).map((name) => ({ $ref: `#/$defs/${name}` }));
  return { description: "Any document that the engine reads or writes.", anyOf, $defs };
}

/** The codes of refusals with their subjects, from the Rust list `codes!`. */
function errorCodes() {
  const entries = [...read("wasm/src/refusal.rs").matchAll(/^ {4}\w+ = "(\w+)", "([^"]+)";$/gm)];
  if (entries.length === 0) throw new Error("wasm/src/refusal.rs has no list of codes that can be read");
  const subjects = entries.map(([, code, subject]) => `  ${code}: ${JSON.stringify(subject)},\n`);
  return `// Made from wasm/src/refusal.rs: run \`cargo xtask generate\` after changing it.

/** What the engine refuses, by code, as a sentence names it. */
export const SUBJECTS = {
${subjects.join("")}};

/** The code of a refusal. */
export type RefusalCode = keyof typeof SUBJECTS;
`;
}

const written = {
  "documents.ts": await compile(combined(), "AnyDocument", {
    bannerComment: "// Made from schema/*.schema.json: run `cargo xtask generate` after changing them.",
    additionalProperties: false,
  }),
  "error-codes.ts": errorCodes(),
};
for (const [name, text] of Object.entries(written)) {
  const target = new URL(`../js/${name}`, import.meta.url);
  if (!process.argv.includes("--check")) {
    writeFileSync(target, text);
  } else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
    console.error(`wasm/js/${name} is stale: run \`cargo xtask generate\`.`);
    process.exitCode = 1;
  }
}
