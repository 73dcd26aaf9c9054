// json-logic-js: the reference library of JSONLogic, an interpreter.

import jsonLogic from "json-logic-js";

import { gradeWith } from "./json-logic-rules.mjs";

export const name = "json-logic-js";

export async function prepare(rules) {
  const compile = (rule) => {
    // Read from JSON as rules are, since the library takes names apart at every call, which is faster for such names.
    const read = JSON.parse(JSON.stringify(rule));
    return (facts) => jsonLogic.apply(read, facts);
  };
  return { grade: gradeWith(rules, compile) };
}
