// The native engine's results, for comparison with WebAssembly.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** One line of result for each text. */
export function native(texts) {
  const run = spawnSync("cargo", ["run", "--quiet", "-p", "ehcp-qa-conformance", "--bin", "native"], {
    cwd: root,
    input: texts.map((text) => `${text}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(`the native engine failed: ${run.error ?? run.stderr}`);
  return run.stdout.trimEnd().split("\n");
}

/** The same line, made from an engine in JavaScript. */
export function line(engine, text) {
  const problems = engine.check(text);
  if (problems.length > 0) return `{"problems":${JSON.stringify(problems)}}`;
  return `{"assessment":${JSON.stringify(engine.assess(text))},"line":${JSON.stringify(engine.toLine(text))}}`;
}
