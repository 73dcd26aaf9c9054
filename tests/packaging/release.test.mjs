// The archive of a release, made from small folders: what is in it, and that it is the same however it is made.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { unzip } from "../browser/unzip.mjs";
import { archive, filesOf, integrity, naming, sums } from "../../xtask/release/pack.mjs";
import { freshFolder } from "./pack.mjs";

const ABC = Buffer.from("abc");
// Of FIPS 180-4, the example of one block of each function.
const SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const SHA384 = "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7";

const FILES = { "b/run": "#!/bin/sh\n", "a.txt": "abc", "b/É.txt": "é", "Z.txt": "" };

let folder;

before(() => {
  folder = freshFolder();
});

after(() => rmSync(folder, { recursive: true, force: true }));

/** Writes files in an order, each with a date of its own. */
function written(name, files, year) {
  for (const [at, [path, text]] of files.entries()) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, new Date(year, at), new Date(year, at));
  }
  return join(folder, name);
}

/** What the directory of an archive says of each entry: name, date and mode. */
function directory(bytes) {
  const file = Buffer.from(bytes);
  const entries = [];
  for (let at = file.indexOf("PK\u0001\u0002"); at >= 0; at = file.indexOf("PK\u0001\u0002", at + 4)) {
    const name = file.toString("utf8", at + 46, at + 46 + file.readUInt16LE(at + 28));
    entries.push([name, file.readUInt32LE(at + 12), (file.readUInt32LE(at + 38) >>> 16).toString(8)]);
  }
  return entries;
}

test("digests are those of the standard", () => {
  assert.equal(
    sums([
      ["b", ABC],
      ["a", ABC],
    ]),
    `${SHA256}  a\n${SHA256}  b\n`,
  );
  assert.equal(integrity(ABC), `sha384-${Buffer.from(SHA384, "hex").toString("base64")}`);
});

test("the same files give the same bytes, whatever their order, their dates and the time zone", () => {
  const entries = Object.entries(FILES);
  const one = written("one", entries, 2001);
  const other = written("other", entries.toReversed?.() ?? [...entries].reverse(), 2026);
  const before = process.env.TZ;
  const made = [one, other].map((root, at) => {
    process.env.TZ = ["Pacific/Auckland", "America/Lima"][at];
    return archive("ours-1.0", filesOf(root), ["b/run"]);
  });
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
  assert.deepEqual(made[0], made[1]);
  assert.notDeepEqual(made[0], archive("ours-1.0", filesOf(one)));
});

test("an archive has one folder, its files in order, their sums, and programs that can be run", () => {
  const bytes = archive("ours-1.0", filesOf(written("content", Object.entries(FILES), 2001)), ["b/run"]);
  const parts = unzip(bytes);
  const names = ["SHA256SUMS", "Z.txt", "a.txt", "b/run", "b/É.txt"];
  assert.deepEqual(
    [...parts.keys()],
    names.map((name) => `ours-1.0/${name}`),
  );
  for (const [name, text] of Object.entries(FILES)) assert.equal(parts.get(`ours-1.0/${name}`).toString(), text);
  const listed = parts.get("ours-1.0/SHA256SUMS").toString().trimEnd().split("\n");
  assert.deepEqual(
    listed.map((line) => line.slice(66)),
    ["Z.txt", "a.txt", "b/run", "b/É.txt"],
  );
  assert.ok(listed.includes(`${SHA256}  a.txt`));
  // The first of January 1980 is day 1 of month 1 of year 0.
  const first = (1 << 5) | 1;
  assert.deepEqual(
    directory(bytes),
    names.map((name) => [`ours-1.0/${name}`, first * 0x10000, name === "b/run" ? "100755" : "100644"]),
  );
});

test("a file that names a folder of the machine is found, in text and in a program", () => {
  const files = [
    ["plain.js", Buffer.from("let a = 1;")],
    ["map.js", Buffer.from('{"sources":["/home/somebody/work/a.ts"]}')],
    ["program", Buffer.concat([Buffer.from([0, 255]), Buffer.from("/home/somebody/work/b.rs"), Buffer.from([0])])],
  ];
  assert.deepEqual(naming(["/home/somebody/work"], files), ["map.js", "program"]);
  assert.deepEqual(naming(["/home/other"], files), []);
});

const TYPE_OF_WASM = {
  "web.config": /<mimeMap fileExtension="\.wasm" mimeType="application\/wasm" \/>/,
  htaccess: /^AddType application\/wasm \.wasm$/m,
  "nginx.conf": /location ~ \\\.wasm\$ \{\s*types \{ \}\s*default_type application\/wasm;/,
};

test("each server sends the type of WebAssembly, and lets no browser guess one", () => {
  for (const [name, type] of Object.entries(TYPE_OF_WASM)) {
    const text = readFileSync(new URL(`../../xtask/release/servers/${name}`, import.meta.url), "utf8");
    assert.match(text, type, name);
    assert.match(text, /^ *(<add name=|Header set |add_header )"?X-Content-Type-Options"?.*nosniff/m, name);
  }
});
