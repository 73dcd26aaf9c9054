// json-logic-engine: JSONLogic compiled to functions once, before the first review.

import { LogicEngine } from "json-logic-engine";

import { gradeWith } from "./json-logic-rules.mjs";

export const name = "json-logic-engine";

export async function prepare(rules) {
  const engine = new LogicEngine();
  return { grade: gradeWith(rules, (rule) => engine.build(rule)) };
}
