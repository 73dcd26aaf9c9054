// Mistakes that the types must find. Each is marked: a mark without a mistake is an error too. Everything else in
// this file must compile.

import { Engine, type Review } from "../../wasm/dist/node.js";
import { Engine as Grading } from "../../wasm/dist/grading.js";
import { countFiles, Engine as Service, refillLearning, type Learning } from "../../wasm/dist/service.js";
import { Engine as PlanEngine, openPlan, readText, readWord } from "../../wasm/dist/plan.js";
import { attach } from "../../wasm/dist/form.js";
import { configure, type ReviewElement } from "../../wasm/dist/elements.js";
import { embed } from "../../wasm/dist/embed-host.js";

const F = "shropshire-2023";
const engine = new Engine();
const grading = new Grading();
const service = new Service();
const planning = new PlanEngine();
const session = engine.open();
const assessment = engine.assess("");
const summary = service.summary();
const learning: Learning = { framework: F, areas_represented: [], rows: [], actions: [] };
declare const form: HTMLFormElement;
declare const frame: HTMLIFrameElement;
declare const files: File[];
declare const element: ReviewElement;
declare const stored: unknown;

// Reviews.
// @ts-expect-error
engine.assess({ framework: F, criteria: { writing: "superb" } });
// @ts-expect-error
engine.assess({ framework: F, sections: { A: { descriptors: { B1: "yes" } } } });
// @ts-expect-error
engine.check({ framework: F, plan: { yeargroup: 9 } });
// @ts-expect-error
engine.grade({ framework: F, sections: { A: { scores: 2 } } });
// @ts-expect-error
engine.pathTo({ framework: "shropshire" }, 2);
// @ts-expect-error
engine.pathTo({ framework: F }, 5);
// @ts-expect-error
grading.toLine({ framework: F, review: { reviewer: { name: "R-19" } } });
// @ts-expect-error
grading.open({ framework: F, section: {} });
// @ts-expect-error
engine.feedback({ framework: F, plan: { stage: "finished" } });
// @ts-expect-error
engine.assess(stored);
engine.assess(JSON.stringify(stored));
engine.assess(stored as Review);

// Live edits, and what the engine returns.
// @ts-expect-error
session.answer("A1", "maybe");
// @ts-expect-error
session.score("A", 5);
// @ts-expect-error
session.detail("reviewer", "R-19");
// @ts-expect-error
assessment.plan.suggested.middle;
// @ts-expect-error
engine.feedback("").introduction;
// @ts-expect-error
engine.limits.documentCharacters;

// Frameworks and lexicons.
// @ts-expect-error
new Engine({ id: "ours" });
// @ts-expect-error
new Grading({ ...engine.framework, interpretations: {} });
// @ts-expect-error
new Engine(undefined, { lexicon: { id: "ours", rule: [] } });

// Wording, feedback, thread, timescales.
// @ts-expect-error
engine.lint("F", "", { year: 9 });
// @ts-expect-error
engine.lint("F", "", { pronouns: "theirs" });
// @ts-expect-error
engine.checkFeedback({ framework: F, heading: "", items: [] });
// @ts-expect-error
engine.feedbackHtml({ ...engine.feedback(""), ratings: 2 });
// @ts-expect-error
engine.thread({ items: [{ id: "need-1", section: "Z", text: "" }] });
// @ts-expect-error
engine.threadMermaid({ item: [] });
// @ts-expect-error
engine.timescales({ received: "2025-01-06", issue: "2025-05-26" });

// Beyond one plan.
// @ts-expect-error
service.caseStatus({ event: [] });
// @ts-expect-error
service.caseStatus({ events: [{ kind: "drafts" }] });
// @ts-expect-error
service.sample({ purpose: "panel", period: "2025", mode: "rate", plan: [] });
// @ts-expect-error
service.whySampled({ purpose: "panels", period: "2025", mode: "rate", plans: [] }, "P-1");
// @ts-expect-error
service.agreement({ matrices: [] });
// @ts-expect-error
summary.add({ review: { framework: F }, dimension: { need: "autism" } });
// @ts-expect-error
summary.merge({ framework: F, all: {} });
// @ts-expect-error
service.checkLearning({ ...learning, row: [] });
// @ts-expect-error
service.learningHtml({ framework: F });
// @ts-expect-error
void countFiles(service, files, { report: () => {} });
// @ts-expect-error
refillLearning(learning, { ...learning, rows: [{ area: "", feedbacks: "" }] }, new Set());

// Forms, elements and frames.
// @ts-expect-error
void attach(form, { maps: { A1: "#q17" } });
// @ts-expect-error
void attach(form, { review: { framework: F, plan: { stages: "draft" } } });
// @ts-expect-error
void attach(form, { values: { A1: { J: [] } } });
// @ts-expect-error
void attach(form, { wording: { name: ["Jo"] } });
// @ts-expect-error
void attach(form, { modules: { service: "/service.wasm" } });
// @ts-expect-error
configure({ module: {} });
// @ts-expect-error
configure({ lexicon: { words: [] } });
// @ts-expect-error
element.review = { framework: F, criteria: { comply: "met" } };
// @ts-expect-error
embed(frame, { review: { framework: F, sections: { A: { score: "2" } } } });

// Plans.
// @ts-expect-error
readWord(files[0]);
// @ts-expect-error
readText("", [{ file: 0, paragraph: 1, role: "title" }]);
// @ts-expect-error
readText("").sections;
// @ts-expect-error
planning.checkPlan({ parts: [] });
// @ts-expect-error
planning.checkPlan(readText(""), { name: "Sam" });
// @ts-expect-error
planning.checkPlan("").findings[0]?.places;
// @ts-expect-error
openPlan({ kind: "word", text: "" });
// @ts-expect-error
engine.checkPlan("");

// Words and events.
element.words = { yes: "Oes", errorCount: { one: "{count} gwall", other: "{count} gwall" } };
// @ts-expect-error
element.words = { yess: "Oes" };
// @ts-expect-error
element.words = { yes: { other: "Oes" } };
// @ts-expect-error
element.words = { errorCount: { one: "{count} gwall" } };
// @ts-expect-error
void attach(form, { words: { errors: "{count} gwall" } });
element.addEventListener("ehcp-qa-assessment", ({ detail }) => detail.changed?.length);
document.addEventListener("ehcp-qa-wording", ({ detail }) => detail.lint.findings);
// @ts-expect-error
document.addEventListener("ehcp-qa-wording", ({ detail }) => detail.findings);
// @ts-expect-error
element.addEventListener("ehcp-qa-assessment", ({ detail }) => detail.changes);
