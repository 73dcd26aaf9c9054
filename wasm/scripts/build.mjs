// Makes dist/ from js/ and static/, and from pkg/, into which wasm-pack has written the modules and their glue.

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { declare } from "./declarations.mjs";
import { glue } from "./glue.mjs";
import { notices } from "./notices.mjs";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

const PAGES = ["index", "grading", "form", "elements", "inline", "plan", "schema", "service", "sheet"];
const ENTRIES = [...PAGES, "node", "plan-node", "schema-node", "service-node", "sheet-node"];
const MODULES = ["ehcp_qa", "ehcp_qa_grading", "ehcp_qa_plan", "ehcp_qa_schema", "ehcp_qa_service", "ehcp_qa_sheet"];
const STATIC = ["ehcp-qa.global.d.ts", "embed.html", "embed.css", "embed-host.js", "embed-host.d.ts"];

/** Bundles entries with all that they import, into one file each unless the options say otherwise. */
function bundle(entries, options) {
  return build({
    entryPoints: entries.map((entry) => path(`js/${entry}.ts`)),
    outdir: path("dist"),
    bundle: true,
    minify: true,
    target: "es2022",
    legalComments: "none",
    sourcemap: true,
    // The inline entry and the scripts carry the module inside.
    loader: { ".wasm": "base64" },
    plugins: [glue],
    inject: [path("scripts/dispose.js")],
    ...options,
    define: { "Symbol.dispose": "dispose", ...options.define },
  });
}

rmSync(path("dist"), { recursive: true, force: true });
mkdirSync(path("dist"));

// An entry asks for itself and a few pieces that it shares with others, and not for each file of the source.
// Where pieces are shared, an error thrown by one entry is an `EhcpQaError` of all.
await bundle(ENTRIES, { splitting: true, format: "esm", chunkNames: "shared-[hash]", external: ["node:*"] });

// Classic scripts, which have no address of their own.
const classic = { format: "iife", define: { "import.meta.url": "undefined" } };
await bundle(["global"], {
  ...classic,
  entryNames: "ehcp-qa.global",
  globalName: "EhcpQa",
  // Set once more for bundlers, in whose modules no variable is global.
  footer: { js: "globalThis.EhcpQa=EhcpQa;" },
});
await bundle(["frame"], { ...classic, entryNames: "embed" });

const page = await bundle(["page"], { ...classic, sourcemap: false, write: false });
// In HTML, nothing within a script may end it.
const script = page.outputFiles[0].text.replaceAll("</script", "<\\/script");
const html = readFileSync(path("static/ehcp-qa.html"), "utf8").replace("/* the script */", () => script);
writeFileSync(path("dist/ehcp-qa.html"), html);

await bundle(["node"], {
  format: "cjs",
  platform: "node",
  outExtension: { ".js": ".cjs" },
  // In a trace of errors its lines are to be read.
  minify: false,
  banner: { js: 'const address = require("node:url").pathToFileURL(__filename).href;' },
  define: { "import.meta.url": "address" },
});

for (const module of MODULES) copyFileSync(path(`pkg/${module}_bg.wasm`), path(`dist/${module}_bg.wasm`));
for (const file of STATIC) copyFileSync(path(`static/${file}`), path(`dist/${file}`));
// What `configure` takes for a page in Welsh.
const welsh = ["messages", "words"].map((name) => [
  name,
  JSON.parse(readFileSync(path(`static/cy/${name}.json`), "utf8")),
]);
writeFileSync(path("dist/cy.json"), `${JSON.stringify(Object.fromEntries(welsh))}\n`);
writeFileSync(path("dist/THIRD-PARTY-NOTICES.txt"), notices());
await declare([...ENTRIES, "global"], ["node"]);
