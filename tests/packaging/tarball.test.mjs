// The files of the package, and whether its package.json fits them.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { freshFolder, pack } from "./pack.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

let folder;
let tarball;
let unpacked;

before(() => {
  folder = freshFolder();
  tarball = pack(folder);
  execFileSync("tar", ["-xzf", tarball, "-C", folder]);
  unpacked = join(folder, "package");
});

after(() => rmSync(folder, { recursive: true, force: true }));

const read = (file) => readFileSync(join(unpacked, file), "utf8");
const words = (text) => text.trim().split(/\s+/);

// An entry is its JavaScript, its source map and its types.
const BUNDLES = words(
  "elements form grading index inline node plan plan-node schema schema-node service service-node sheet sheet-node ehcp-qa.global",
);
// This one stands as it is written.
const MODULES = [...BUNDLES, "embed-host"];
const OTHERS = words(`
  cy.json ehcp_qa_bg.wasm ehcp_qa_grading_bg.wasm ehcp_qa_plan_bg.wasm ehcp_qa_schema_bg.wasm
  ehcp_qa_service_bg.wasm ehcp_qa_sheet_bg.wasm ehcp-qa.html embed.css embed.html embed.js embed.js.map node.cjs node.cjs.map node.d.cts global.d.ts THIRD-PARTY-NOTICES.txt`);

const SHARED = /^dist\/shared-[0-9A-Z]{8}\.js(\.map)?$|^dist\/shared-[\w-]{8}\.d\.ts$/;

test("nothing else than meant is in it", () => {
  const meant = [
    ...["LICENSE", "README.md", "custom-elements.json", "package.json"],
    ...MODULES.flatMap((module) => [`dist/${module}.js`, `dist/${module}.d.ts`]),
    ...BUNDLES.map((module) => `dist/${module}.js.map`),
    ...OTHERS.map((file) => `dist/${file}`),
  ];
  const there = readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath ?? entry.path, entry.name)
        .slice(unpacked.length + 1)
        .replaceAll(sep, "/"),
    )
    // A chunk that entries share is named after its content.
    .filter((file) => !SHARED.test(file));
  assert.deepEqual(there.sort(), meant.sort());
});

test("the licence is the repository's, and the readme names every entry", () => {
  assert.equal(read("LICENSE"), readFileSync(path("../../LICENSE"), "utf8"));
  const entries = Object.keys(JSON.parse(read("package.json")).exports).filter((entry) => entry !== "./package.json");
  const rows = [...read("README.md").matchAll(/^\| `(ehcp-qa[^`]*)`/gm)].map(([, name]) =>
    name.replace("ehcp-qa", "."),
  );
  assert.deepEqual(rows.sort(), entries.sort());
});

test("publint has nothing to say", async () => {
  const bytes = readFileSync(tarball);
  const { messages, pkg } = await publint({
    strict: true,
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
  });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg, { color: false })),
    [],
  );
});

// Problems with types that are intended, each with its reason. The first that fits counts.
const MEANT = [
  {
    why:
      "TypeScript's node10 knows no exports; it is for versions of Node that are no longer kept up, " +
      "and Node 20 is asked for",
    fits: ({ kind, resolutionKind }) => kind === "NoResolution" && resolutionKind === "node10",
  },
  {
    why: "files to copy or to fetch, not modules",
    entries: [
      "./wasm",
      "./grading.wasm",
      "./plan.wasm",
      "./schema.wasm",
      "./service.wasm",
      "./sheet.wasm",
      "./embed.html",
      "./ehcp-qa.html",
    ],
    fits: ({ kind }) => kind === "NoResolution",
  },
  {
    why: "for pages, where there is no require(); a bundler takes the ES module",
    entries: [
      "./global",
      "./grading",
      "./elements",
      "./embed-host",
      "./form",
      "./inline",
      "./plan",
      "./schema",
      "./service",
      "./sheet",
    ],
    fits: ({ kind, resolutionKind }) => kind === "CJSResolvesToESM" && resolutionKind === "node16-cjs",
  },
];

test("types are found in each way that TypeScript has, or not as meant", () => {
  const cli = join(dirname(fileURLToPath(import.meta.resolve("@arethetypeswrong/cli/package.json"))), "dist/index.js");
  // Its output is longer than a pipe holds, and it ends before all of that is read: a file takes all of it.
  const output = join(folder, "types.json");
  const file = openSync(output, "w");
  // Without the flag it would ask a registry for types of others.
  const { stderr } = spawnSync(process.execPath, [cli, tarball, "--format", "json", "--no-definitely-typed"], {
    encoding: "utf8",
    stdio: ["ignore", file, "pipe"],
  });
  closeSync(file);
  assert.equal(stderr, "");
  const { analysis } = JSON.parse(readFileSync(output, "utf8"));
  const { exports } = JSON.parse(read("package.json"));
  assert.deepEqual(Object.keys(analysis.entrypoints).sort(), Object.keys(exports).sort());
  const found = new Map(MEANT.map(({ why }) => [why, new Set()]));
  const unmeant = analysis.problems.filter((problem) => {
    const meant = MEANT.find(({ entries, fits }) => (entries?.includes(problem.entrypoint) ?? true) && fits(problem));
    if (meant !== undefined) found.get(meant.why).add(problem.entrypoint);
    return meant === undefined;
  });
  assert.deepEqual(unmeant, []);
  for (const { why, entries } of MEANT) {
    if (entries !== undefined) assert.deepEqual([...found.get(why)].sort(), [...entries].sort(), why);
  }
});

test("no script makes code from text, and no classic one asks for the address of a module", () => {
  const shared = readdirSync(join(unpacked, "dist"))
    .map((name) => `dist/${name}`)
    .filter((file) => SHARED.test(file) && file.endsWith(".js"));
  assert.ok(shared.length > 0);
  const scripts = [
    ...shared,
    ...MODULES.map((module) => `dist/${module}.js`),
    "dist/node.cjs",
    "dist/embed.js",
    "dist/ehcp-qa.html",
  ];
  assert.deepEqual(
    scripts.filter((file) => /\beval\s*\(|\bnew Function\b/.test(read(file))),
    [],
  );
  const classic = ["dist/ehcp-qa.global.js", "dist/node.cjs", "dist/embed.js", "dist/ehcp-qa.html"];
  assert.deepEqual(
    classic.filter((file) => read(file).includes("import.meta")),
    [],
  );
});
