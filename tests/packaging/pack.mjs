// The package as it is published: packed, and installed into folders that have nothing else.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** An empty folder outside the repository, so that nothing is found in the folders around it. */
export const freshFolder = () => realpathSync(mkdtempSync(join(tmpdir(), "ehcp-qa-")));

/** Packs the package into a folder, and returns the tarball. */
export function pack(folder) {
  const output = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: path("../../wasm"),
    encoding: "utf8",
  });
  return join(folder, output.trim());
}

/**
 * Copies a consumer, with what all of them show, into a folder and installs the package there. It needs no other:
 * npm is not to look for any.
 */
export function install(tarball, folder, consumer) {
  const copy = join(folder, consumer);
  cpSync(path(`consumers/${consumer}`), copy, { recursive: true });
  cpSync(path("consumers/result.mjs"), join(copy, "result.mjs"));
  execFileSync("npm", ["install", "--silent", "--offline", "--no-audit", "--no-fund", tarball], { cwd: copy });
  return copy;
}
