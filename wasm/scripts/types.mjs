// Writes js/documents.ts, the TypeScript types of the documents, from the committed schemas, and
// js/error-codes.ts, from the list in src/refusal.rs. With --check it reports which of them is stale.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const parts = ["// Made from schema/*.schema.json: run `cargo xtask generate` after changing them.\n"];
const names = {
  framework: "FrameworkDocument",
  review: "Review",
  assessment: "Assessment",
  grading: "Grading",
  "graded-line": "GradedLine",
  lexicon: "LexiconDocument",
  "wording-context": "WordingContext",
  lint: "Lint",
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
  summary: "Summary",
  report: "Report",
  learning: "Learning",
};
/** The declaration of each type, without its comments. */
const declared = new Map();

// A reference with a description beside it, or a titled property, would be declared as a type of its
// own; TypeScript users get the one declaration.
function plain(schema) {
  if (Array.isArray(schema)) return schema.map(plain);
  if (schema === null || typeof schema !== "object") return schema;
  if ("$ref" in schema) return { $ref: schema.$ref };
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    key === "enum" || key === "const" ? value : plain(value),
  ]);
  return Object.fromEntries(entries.filter(([key, value]) => key !== "title" || typeof value !== "string"));
}

for (const [file, name] of Object.entries(names)) {
  const url = new URL(`../../schema/${file}.schema.json`, import.meta.url);
  const { $id, examples, ...read } = JSON.parse(readFileSync(url, "utf8"));
  const schema = { ...plain(read), title: name };
  const text = await compile(schema, name, { bannerComment: "", additionalProperties: false });
  // The schemas share types such as Interval: the first declaration serves all.
  for (const declaration of text.split(/\n(?=(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export )/)) {
    const [, declares] = /export (?:interface|type) (\w+)/.exec(declaration) ?? [];
    const bare = declaration.replaceAll(/\/\*\*[\s\S]*?\*\//g, "").replaceAll(/\s+/g, " ");
    const known = declares && declared.get(declares);
    if (known && known.trim() !== bare.trim()) throw new Error(`two types of different shapes are called ${declares}`);
    if (known) continue;
    if (declares) declared.set(declares, bare);
    parts.push(declaration.trimEnd() + "\n");
  }
}

/** The codes of refusals with their subjects, from the Rust list `codes!`. */
function errorCodes() {
  const source = readFileSync(new URL("../src/refusal.rs", import.meta.url), "utf8");
  const entries = [...source.matchAll(/^ {4}\w+ = "(\w+)", "([^"]+)";$/gm)];
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

const written = { "documents.ts": parts.join(""), "error-codes.ts": errorCodes() };
for (const [name, text] of Object.entries(written)) {
  const target = new URL(`../js/${name}`, import.meta.url);
  if (!process.argv.includes("--check")) {
    writeFileSync(target, text);
  } else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
    console.error(`wasm/js/${name} is stale: run \`cargo xtask generate\`.`);
    process.exitCode = 1;
  }
}
