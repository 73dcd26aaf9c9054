// Makes dist/ complete, from what stands in dist/wasm/: the compiled wrapper, the .wasm files beside it,
// the whole one in base64 for the inline entry, and the bundles for pages that know no modules.

import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

execFileSync(process.execPath, [path("node_modules/typescript/bin/tsc"), "--project", path("tsconfig.json")], { stdio: "inherit" });
for (const name of ["ehcp_qa", "ehcp_qa_grading"]) {
  copyFileSync(path(`dist/wasm/${name}_bg.wasm`), path(`dist/${name}_bg.wasm`));
}
const base64 = readFileSync(path("dist/ehcp_qa_bg.wasm")).toString("base64");
writeFileSync(path("dist/wasm-base64.js"), `export default "${base64}";\n`);
copyFileSync(path("js/wasm-base64.d.ts"), path("dist/wasm-base64.d.ts"));

/** One classic script with all that a module imports. The address of a module is not asked for in these. */
async function bundle(entry, options = {}) {
  const { outputFiles } = await build({
    entryPoints: [path(`dist/${entry}.js`)],
    bundle: true,
    format: "iife",
    minify: true,
    target: "es2022",
    legalComments: "none",
    define: { "import.meta.url": "undefined" },
    write: false,
    ...options,
  });
  return outputFiles[0].text;
}

writeFileSync(path("dist/ehcp-qa.global.js"), await bundle("global", { globalName: "EhcpQa" }));
writeFileSync(path("dist/embed.js"), await bundle("frame"));
for (const name of ["embed.html", "embed.css", "embed-host.js", "embed-host.d.ts"]) copyFileSync(path(`static/${name}`), path(`dist/${name}`));
// In HTML, nothing within a script may end it.
const script = (await bundle("page")).replaceAll("</script", "<\\/script");
const html = readFileSync(path("static/ehcp-qa.html"), "utf8").replace("/* the script */", () => script);
writeFileSync(path("dist/ehcp-qa.html"), html);
// Nobody imports these two.
for (const name of ["frame", "page"]) for (const ending of ["js", "d.ts"]) rmSync(path(`dist/${name}.${ending}`));
