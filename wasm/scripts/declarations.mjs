// The types of the package: one file an entry, and the pieces that entries share. A class with private members
// is one type only where it is declared once, so an engine of one entry fits the form of another.

import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const TYPES = path("types");

// For Symbol.dispose, which the usual libraries of TypeScript do not have yet.
const banner = '/// <reference lib="esnext.disposable" />';

/** Entries export the classes that hosts name, and not those that these extend. Any other warning is shown. */
function onLog(level, log, show) {
  if (!log.message.includes("references private shared type exports")) show(level, log);
}

async function roll(entries, output) {
  const input = Object.fromEntries(entries.map((entry) => [entry, `${TYPES}/${entry}.d.ts`]));
  const bundle = await rollup({ input, external: /^node:/, plugins: [dts()], onLog });
  await bundle.write({ dir: path("dist"), format: "es", minifyInternalExports: false, banner, ...output });
  await bundle.close();
}

/** Writes the types of some entries for `import`, and of others for `require`. */
export async function declare(imported, required) {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "--project", path("tsconfig.json")], { stdio: "inherit" });
  await roll(imported, { entryFileNames: "[name].d.ts", chunkFileNames: "shared-[hash].d.ts" });
  // TypeScript reads the kind of a module from the name of its file.
  for (const entry of required) await roll([entry], { entryFileNames: "[name].d.cts" });
  rmSync(TYPES, { recursive: true });
}
