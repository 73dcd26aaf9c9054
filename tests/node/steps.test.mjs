// The steps that a lint takes, and not its time: a module is instrumented so that it reports each entry of a function
// and each round of a loop.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { Engine, init } from "../../wasm/dist/node.js";

const path = (name) => fileURLToPath(new URL(`../../wasm/${name}`, import.meta.url));

let steps = 0;
const { Instance } = WebAssembly;
WebAssembly.Instance = class extends Instance {
  constructor(module, imports) {
    for (const names of Object.values(imports)) names.log_execution = () => (steps += 1);
    super(module, imports);
  }
};

const FEATURES = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "reference-types", "multivalue"];

/** The module, instrumented. */
function instrumented() {
  const folder = mkdtempSync(join(tmpdir(), "ehcp-qa-steps-"));
  try {
    const file = join(folder, "steps.wasm");
    const features = FEATURES.map((feature) => `--enable-${feature}`);
    const bytes = path("pkg/ehcp_qa_bg.wasm");
    execFileSync(path("../node_modules/.bin/wasm-opt"), [...features, "--log-execution", bytes, "-o", file]);
    return new WebAssembly.Module(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await init(instrumented());
const engine = new Engine();
engine.lint("F", "The lexicon is read at the first lint.");

/** The steps of a lint of so many characters, made from a piece, with a context that grows as the text does. */
function stepsOf(section, piece, characters, context) {
  const text = piece.repeat(characters / piece.length);
  const known = context?.(characters);
  steps = 0;
  engine.lint(section, text, known);
  return steps;
}

/** A name of as many characters. */
const names = (characters) => ({ names: ["zz ".repeat(characters / 3)] });

for (const [name, section, piece, context] of [
  ["sentences", "F", "Amira will have weekly support. "],
  ["sentences that end in a bracket, on one line", "F", "(Yes). "],
  ["sentences that end in an ellipsis, on one line", "F", "A\u2026 "],
  ["diagnoses in one paragraph", "C", "He has autism. "],
  ["names, and as many given by the host", "F", "Oliver can read. ", names],
]) {
  test(`twice the text takes twice the steps: ${name}`, () => {
    const [once, twice] = [20_000, 40_000].map((characters) => stepsOf(section, piece, characters, context));
    assert.ok(once > 20_000, `${once} steps are counted`);
    // Work by the square would take four times as many.
    assert.ok(twice < 2.4 * once, `${once} steps, then ${twice}`);
  });
}
