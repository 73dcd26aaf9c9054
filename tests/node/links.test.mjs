// Every link of the documents to a file of the repository, and to a heading of one.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
  cwd: root,
  encoding: "utf8",
});
const documents = listed.trimEnd().split("\n");

const withoutCode = (text) => text.replaceAll(/^```[\s\S]*?^```/gm, "");
const read = (path) => withoutCode(readFileSync(join(root, path), "utf8"));

/** The names by which code hosts link to the headings of a document. */
const headings = (path) =>
  [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

test("every link leads to a file, and to a heading where it names one", () => {
  const broken = [];
  let count = 0;
  for (const document of documents) {
    for (const [, target] of read(document).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      count += 1;
      const [path, heading] = target.split("#");
      const file = path === "" ? document : join(dirname(document), path);
      const isThere = existsSync(join(root, file)) && (heading === undefined || headings(file).includes(heading));
      if (!isThere) broken.push(`${document}: ${target}`);
    }
  }
  assert.deepEqual(broken, []);
  assert.ok(count > 50, `${count} links`);
});
