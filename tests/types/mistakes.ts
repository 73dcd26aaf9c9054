// Mistakes that the types must find: the test names their lines.

import { Engine, type Review } from "../../wasm/dist/node.js";

const engine = new Engine();
const session = engine.open();
const assessment = engine.assess("");
export const mistakes: unknown[] = [
  { framework: "shropshire-2023", criteria: { writing: "superb" } } satisfies Review,
  { framework: "shropshire-2023", sections: { A: { descriptors: { B1: "yes" } } } } satisfies Review,
  session.answer("A1", "maybe"),
  session.score("A", 5),
  assessment.plan.suggested.middle,
];
