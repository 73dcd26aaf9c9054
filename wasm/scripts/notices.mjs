// The notices of the crates that are compiled into a thing: their licences ask that these go with every copy.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The package: its crate, what that is compiled for, and a sentence on what has parts of others. */
const PACKAGE = {
  crate: "ehcp-qa-wasm",
  target: "wasm32-unknown-unknown",
  has: "The WebAssembly of this package, also inside its scripts and its page in one file, has",
};
const IS_LICENCE = /^(licen[cs]e|copying|notice|unlicense)/i;

const head = (has) => `Third-party notices

${has} parts of the crates below and of
the standard library of Rust (https://github.com/rust-lang/rust, MIT OR Apache-2.0). Their licences follow, each once.
`;

/** The notices as text, the same for the same lock file. */
export function notices({ crate, target, has } = PACKAGE) {
  const crates = compiled(crate, target).map((one) => ({ ...one, texts: licencesOf(one) }));
  const texts = new Map();
  for (const { name, texts: found } of crates) {
    for (const text of found) texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  const lines = crates.map(({ name, version, license, repository }) =>
    [`${name} ${version}`, license ?? "its own licence, below", repository ?? ""].join(", ").replace(/, $/, ""),
  );
  const parts = [...texts].map(([text, names]) => `${"-".repeat(80)}\n${names.join(", ")}\n\n${text}\n`);
  return [head(has), lines.join("\n"), "", ...parts].join("\n");
}

/** The crates whose code is in one that is compiled, by their names, without those of build scripts and macros. */
function compiled(ours, target) {
  const line = ["metadata", "--format-version", "1", "--locked", "--filter-platform", target];
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const { packages, resolve } = JSON.parse(
    execFileSync("cargo", line, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 }),
  );
  const byId = new Map(packages.map((crate) => [crate.id, crate]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const isMacro = ({ targets }) => targets.some(({ kind }) => kind.includes("proc-macro"));
  const found = new Set();
  const visit = (id) => {
    if (found.has(id) || isMacro(byId.get(id))) return;
    found.add(id);
    for (const { pkg, dep_kinds: kinds } of nodes.get(id).deps) {
      if (kinds.some(({ kind }) => kind === null)) visit(pkg);
    }
  };
  visit(packages.find(({ name }) => name === ours).id);
  return [...found]
    .map((id) => byId.get(id))
    .filter(({ source }) => source !== null)
    .sort((one, other) => (`${one.name} ${one.version}` < `${other.name} ${other.version}` ? -1 : 1));
}

/** The texts of a crate's licences, in the order of their files. */
function licencesOf({ name, manifest_path: manifest }) {
  const folder = dirname(manifest);
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (file) => file.isFile() && IS_LICENCE.test(file.name),
  );
  if (files.length === 0) console.warn(`notices: ${name} has no file with its licence`);
  const names = files.map((file) => file.name).sort();
  return names.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
}
