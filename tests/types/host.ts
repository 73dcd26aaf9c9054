// What a host's TypeScript does with the package: it must compile without a cast.

import {
  Engine,
  EhcpQaError,
  init,
  type Assessment,
  type Change,
  type Problem,
  type Review,
} from "../../wasm/dist/node.js";
import {
  Engine as PlanEngine,
  init as initPlan,
  openAdvice,
  openPlan,
  readWord,
  type AdviceCheck,
  type Coverage,
  type CoverageChoices,
  type OpenAdvice,
  type OpenPlan,
  type PlanCheck,
  type PlanContext,
  type PlanDocument,
  type SectionChoices,
} from "../../wasm/dist/plan-node.js";
import initInline from "../../wasm/dist/inline.js";

export async function host(stored: unknown): Promise<string> {
  await init();
  await initInline(new Uint8Array());
  using engine = new Engine();
  const review: Review = {
    framework: "shropshire-2023",
    plan: { stage: "draft", year_group: 9 },
    sections: { A: { descriptors: { A1: "yes" }, score: 2 } },
  };
  const assessment: Assessment = engine.assess(review);
  const [first] = assessment.findings;
  const worst: 1 | 2 | 3 | 4 | undefined = assessment.plan.suggested?.worst;
  try {
    engine.assess(String(stored));
  } catch (error) {
    if (error instanceof EhcpQaError) return error.problems.map((problem: Problem) => problem.message).join();
  }
  using session = engine.open(review);
  const change: Change = session.answer("A2", "not_applicable");
  session.score("overall", null);
  return `${first?.message} ${worst} ${change.section?.suggested?.best} ${change.plan?.gate?.state}`;
}

export async function plan(file: File): Promise<string[]> {
  await initPlan();
  const choices: SectionChoices = [{ file: 0, paragraph: 3, role: "heading", sections: ["B"] }];
  const document: PlanDocument = readWord(await file.arrayBuffer(), choices);
  const context: PlanContext = { year_group: 4, names: ["Sam"] };
  using engine = new PlanEngine();
  const check: PlanCheck = engine.checkPlan(document, context);
  using open: OpenPlan = openPlan({ kind: "word", bytes: await file.arrayBuffer() }, choices);
  engine.comparePlans(document, open);
  using advice: OpenAdvice = openAdvice({ kind: "word", bytes: await file.arrayBuffer() });
  const found: AdviceCheck = engine.adviceCheck(advice, { requested: "2026-01-12" });
  const pairs: CoverageChoices = [];
  const covered: Coverage = engine.coverage([advice, advice.document], open, pairs);
  const rules = check.findings.map(({ rule, place }) => `${rule} in block ${place?.block ?? "none"}`);
  const lost = covered.advices.flatMap(({ statements }) => statements.filter(({ status }) => status === "not_found"));
  return [...document.doubts.map(({ why }) => why), ...rules, `${found.findings.length} ${lost.length}`];
}
