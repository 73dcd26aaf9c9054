// The package's types, under the strictest settings that a host may use.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const { resolve } = createRequire(import.meta.url);
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The messages of the TypeScript compiler about a file. */
function compile(file) {
  const options =
    "--noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --module nodenext " +
    "--target es2022 --lib es2022,esnext.disposable,dom --types node --typeRoots";
  const run = spawnSync(
    process.execPath,
    [
      resolve("typescript/bin/tsc"),
      ...options.split(" "),
      dirname(dirname(resolve("@types/node/package.json"))),
      path(file),
    ],
    { encoding: "utf8" },
  );
  return { status: run.status, output: run.stdout };
}

test("a host's code compiles", () => {
  assert.deepEqual(compile("../types/host.ts"), { status: 0, output: "" });
});

test("mistakes are found", () => {
  const mistakes = readFileSync(new URL("../types/mistakes.ts", import.meta.url), "utf8");
  assert.equal(mistakes.match(/@ts-expect-error/g).length, 60);
  // A mark without a mistake is an error, and so is a mistake without a mark.
  assert.deepEqual(compile("../types/mistakes.ts"), { status: 0, output: "" });
});
