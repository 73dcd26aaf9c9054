// @goplasmatic/datalogic: JSONLogic in Rust, compiled to WebAssembly. Facts and results cross as JSON text.
//
// The package's entry for Node cannot be loaded (CommonJS in a package of modules), so the one for the web is.

import { readFileSync } from "node:fs";

import { CompiledRule, initSync } from "@goplasmatic/datalogic/web";

import { gradeWith } from "./json-logic-rules.mjs";

export const name = "@goplasmatic/datalogic";

export async function prepare(rules) {
  const entry = import.meta.resolve("@goplasmatic/datalogic/web");
  initSync({ module: readFileSync(new URL("datalogic_wasm_bg.wasm", entry)) });
  const compile = (rule) => {
    const compiled = new CompiledRule(JSON.stringify(rule), false);
    return (facts) => JSON.parse(compiled.evaluate(JSON.stringify(facts)));
  };
  return { grade: gradeWith(rules, compile) };
}
