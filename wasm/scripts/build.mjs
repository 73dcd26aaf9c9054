// Makes dist/ complete, after wasm-pack has written dist/wasm/: the compiled wrapper, the .wasm file
// beside it, and the same file in base64 for the inline entry.

import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

// wasm-bindgen's glue keeps its first instance for ever. After a crash the wrapper starts another from
// the same module, so the guard goes; and so do the finalisers, which would free memory of the first
// instance in the second. The wrapper's `free` does that work.
const changes = [
  ["function initSync(module) {\n    if (wasm !== undefined) return wasm;\n", "function initSync(module) {\n"],
  ["(typeof FinalizationRegistry === 'undefined')", "(true)"],
  // A document goes to the encoder at once; only short words are faster letter by letter.
  ["for (; offset < len; offset++) {", "for (; len < 64 && offset < len; offset++) {"],
];
let glue = readFileSync(path("dist/wasm/ehcp_qa.js"), "utf8");
for (const [from, to] of changes) {
  if (!glue.includes(from) && !glue.includes(to)) {
    throw new Error(`wasm-bindgen's glue has changed: it no longer has ${JSON.stringify(from)}`);
  }
  glue = glue.replaceAll(from, to);
}
writeFileSync(path("dist/wasm/ehcp_qa.js"), glue);

execFileSync(process.execPath, [path("node_modules/typescript/bin/tsc"), "--project", path("tsconfig.json")], { stdio: "inherit" });
copyFileSync(path("dist/wasm/ehcp_qa_bg.wasm"), path("dist/ehcp_qa_bg.wasm"));
const base64 = readFileSync(path("dist/ehcp_qa_bg.wasm")).toString("base64");
writeFileSync(path("dist/wasm-base64.js"), `export default "${base64}";\n`);
copyFileSync(path("js/wasm-base64.d.ts"), path("dist/wasm-base64.d.ts"));
