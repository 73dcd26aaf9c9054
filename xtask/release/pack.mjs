// A release as one archive: the same files give the same bytes, in whatever folder and whenever it is made.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { zipSync } from "fflate";

const UNIX = 3;
const FILE = 0o100644;
const PROGRAM = 0o100755;

const hash = (algorithm, bytes, encoding) => createHash(algorithm).update(bytes).digest(encoding);

/** In the order of their code units, which no language changes. */
const byName = ([one], [other]) => (one < other ? -1 : 1);

/** The files of a folder and of those within, by their paths from it. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      return [file.slice(join(folder, sep).length).replaceAll(sep, "/"), readFileSync(file)];
    });
}

/** The SHA-256 of each file, as `sha256sum --check` reads them. */
export function sums(files) {
  return [...files]
    .sort(byName)
    .map(([name, bytes]) => `${hash("sha256", bytes, "hex")}  ${name}\n`)
    .join("");
}

/** What an `integrity` attribute says of a file (Subresource Integrity). */
export const integrity = (bytes) => `sha384-${hash("sha384", bytes, "base64")}`;

/** The files that hold the path of one of these folders, by their names. */
export function naming(folders, files) {
  return files
    .filter(([, bytes]) => folders.some((folder) => Buffer.from(bytes).includes(folder)))
    .map(([name]) => name);
}

/** An archive of files under one folder, with their sums. Those that are programs may be run where that counts. */
export function archive(folder, files, programs = []) {
  // The first date of the format, whose parts are read in the time zone of the machine.
  const mtime = new Date(1980, 0, 1);
  const all = [...files, ["SHA256SUMS", Buffer.from(sums(files))]].sort(byName);
  const entry = ([name, bytes]) => {
    const attrs = (programs.includes(name) ? PROGRAM : FILE) << 16;
    return [`${folder}/${name}`, [bytes, { mtime, os: UNIX, attrs, level: 9 }]];
  };
  return zipSync(Object.fromEntries(all.map(entry)));
}
