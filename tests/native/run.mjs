// The native engine's results, for comparison with WebAssembly.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a program in the repository to its end, and returns what it printed. */
function printed(program, arguments_, input = "") {
  const run = spawnSync(program, arguments_, { cwd: root, input, encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`the native engine failed: ${run.error ?? run.stderr}`);
  return run.stdout;
}

/** Builds the program, where it is not built yet, and returns its place. */
function build() {
  const messages = printed("cargo", [
    ..."build --quiet --locked --package ehcp-qa-conformance --bin native".split(" "),
    "--message-format=json",
  ]);
  const artifacts = messages.split("\n").filter((line) => line.includes('"executable"'));
  return artifacts.map((line) => JSON.parse(line)).find(({ executable }) => executable !== null).executable;
}

/** One line of result for each text. */
export function native(texts) {
  return printed(build(), [], texts.map((text) => `${text}\n`).join(""))
    .trimEnd()
    .split("\n");
}

/** The plan that each Word file is, and what there is to review in it, as JSON text. */
export function nativePlans(files) {
  return printed(build(), files).trimEnd().split("\n");
}

/** The same line, made from an engine in JavaScript. */
export function line(engine, text) {
  const problems = engine.check(text);
  if (problems.length > 0) return `{"problems":${JSON.stringify(problems)}}`;
  return `{"assessment":${JSON.stringify(engine.assess(text))},"line":${JSON.stringify(engine.toLine(text))}}`;
}
