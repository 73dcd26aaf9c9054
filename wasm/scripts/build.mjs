// Makes dist/ complete, from what stands in dist/wasm/: the compiled wrapper, the .wasm files beside it,
// the whole one in base64 for the inline entry, the bundles for pages that know no modules, and the one for
// require() in Node.

import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

execFileSync(
  process.execPath,
  [createRequire(import.meta.url).resolve("typescript/bin/tsc"), "--project", path("tsconfig.json")],
  {
    stdio: "inherit",
  },
);
for (const name of ["ehcp_qa", "ehcp_qa_grading", "ehcp_qa_service"]) {
  copyFileSync(path(`dist/wasm/${name}_bg.wasm`), path(`dist/${name}_bg.wasm`));
}
const base64 = readFileSync(path("dist/ehcp_qa_bg.wasm")).toString("base64");
writeFileSync(path("dist/wasm-base64.js"), `export default "${base64}";\n`);
copyFileSync(path("js/wasm-base64.d.ts"), path("dist/wasm-base64.d.ts"));

/** Scripts that are bundles already, or stand as they are written. */
const WRITTEN = ["ehcp-qa.global.js", "embed.js", "embed-host.js"];

/** One script with all that a module imports: by default a classic one, which has no address. */
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

// The modules: an entry asks for itself and a few pieces that it shares with others, and not for each file
// of the source. Where pieces are shared, an error thrown by one entry is an `EhcpQaError` of all.
const entries = ["index", "grading", "form", "elements", "inline", "node", "service", "service-node"];
const { outputFiles } = await build({
  entryPoints: entries.map((entry) => path(`dist/${entry}.js`)),
  outdir: path("dist"),
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: "es2022",
  legalComments: "none",
  chunkNames: "shared-[hash]",
  external: ["node:*"],
  write: false,
});

// Said once more for bundlers, in whose modules no variable is global.
const footer = { js: "globalThis.EhcpQa=EhcpQa;" };
writeFileSync(path("dist/ehcp-qa.global.js"), await bundle("global", { globalName: "EhcpQa", footer }));
writeFileSync(path("dist/embed.js"), await bundle("frame"));
for (const name of ["ehcp-qa.global.d.ts", "embed.html", "embed.css", "embed-host.js", "embed-host.d.ts"])
  copyFileSync(path(`static/${name}`), path(`dist/${name}`));
// In HTML, nothing within a script may end it.
const script = (await bundle("page")).replaceAll("</script", "<\\/script");
const html = readFileSync(path("static/ehcp-qa.html"), "utf8").replace("/* the script */", () => script);
writeFileSync(path("dist/ehcp-qa.html"), html);
const required = await bundle("node", {
  format: "cjs",
  platform: "node",
  // In a trace of errors its lines are to be read.
  minify: false,
  banner: { js: 'const address = require("node:url").pathToFileURL(__filename).href;' },
  define: { "import.meta.url": "address" },
});
writeFileSync(path("dist/node.cjs"), required);
typesForRequire("node.d.ts");

// The modules take the place of what they were made from, whose types stay.
for (const name of readdirSync(path("dist"), { recursive: true })) {
  const isSource = name.endsWith(".js") && !name.startsWith("wasm/") && !WRITTEN.includes(name);
  if (isSource || /^(frame|page)\.d\.ts$/.test(name)) rmSync(path(`dist/${name}`));
}
for (const { path: file, contents } of outputFiles) writeFileSync(file, contents);

/**
 * Writes the types of a module, and all they rest on, a second time: TypeScript distinguishes the two kinds of
 * module by the name of the file.
 */
function typesForRequire(name, written = new Set()) {
  if (written.has(name)) return;
  written.add(name);
  const types = readFileSync(path(`dist/${name}`), "utf8").replaceAll(/"(\.{1,2}\/[^"]+)\.js"/g, (_, module) => {
    typesForRequire(join(dirname(name), `${module}.d.ts`), written);
    return `"${module}.cjs"`;
  });
  writeFileSync(path(`dist/${name.replace(/ts$/, "cts")}`), types);
}
