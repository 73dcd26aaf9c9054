// Changes what wasm-pack has written to dist/wasm/, before anything is made from it.

import { readFileSync, writeFileSync } from "node:fs";
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
// Its types name Symbol.dispose, which the usual libraries of TypeScript do not have yet.
const DISPOSABLE = '/// <reference lib="esnext.disposable" />\n';
for (const name of ["ehcp_qa", "ehcp_qa_grading", "ehcp_qa_service"]) {
  const types = readFileSync(path(`dist/wasm/${name}.d.ts`), "utf8");
  if (!types.startsWith(DISPOSABLE)) writeFileSync(path(`dist/wasm/${name}.d.ts`), DISPOSABLE + types);
  let glue = readFileSync(path(`dist/wasm/${name}.js`), "utf8");
  for (const [from, to] of changes) {
    if (!glue.includes(from) && !glue.includes(to)) {
      throw new Error(`wasm-bindgen's glue has changed: it no longer has ${JSON.stringify(from)}`);
    }
    glue = glue.replaceAll(from, to);
  }
  writeFileSync(path(`dist/wasm/${name}.js`), glue);
}
