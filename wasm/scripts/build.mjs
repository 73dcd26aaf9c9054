// Makes dist/ complete, from what stands in dist/wasm/: the compiled wrapper, the .wasm files
// beside it, and the whole one in base64 for the inline entry.

import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

execFileSync(process.execPath, [path("node_modules/typescript/bin/tsc"), "--project", path("tsconfig.json")], { stdio: "inherit" });
for (const name of ["ehcp_qa", "ehcp_qa_grading"]) {
  copyFileSync(path(`dist/wasm/${name}_bg.wasm`), path(`dist/${name}_bg.wasm`));
}
const base64 = readFileSync(path("dist/ehcp_qa_bg.wasm")).toString("base64");
writeFileSync(path("dist/wasm-base64.js"), `export default "${base64}";\n`);
copyFileSync(path("js/wasm-base64.d.ts"), path("dist/wasm-base64.d.ts"));
