// json-logic-engine: the same JSONLogic made into functions before the first review, in both ways that the library
// has: as JavaScript that `eval` compiles, and as closures, which a page with a strict content security policy can use.

import { LogicEngine } from "json-logic-engine";

import { gradeWith } from "./json-logic-rules.mjs";

export const compiled = {
  name: "json-logic-engine",
  /** A page that forbids `eval` cannot grade so. */
  needsEval: true,
  async prepare(rules) {
    const engine = new LogicEngine();
    return { grade: gradeWith(rules, (rule) => engine.build(rule)) };
  },
};

export const closures = {
  name: "json-logic-engine, no eval",
  async prepare(rules) {
    const engine = new LogicEngine();
    return { grade: gradeWith(rules, (rule) => (facts) => engine.run(rule, facts)) };
  },
};
