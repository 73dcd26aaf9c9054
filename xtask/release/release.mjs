// Writes a release from what the build has made: the npm package as it is, and an archive for those without npm.
// Its arguments are the folder to write into and the program of the command line.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Engine, init } from "../../wasm/dist/node.js";
import { notices } from "../../wasm/scripts/notices.mjs";
import { archive, filesOf, integrity, naming, sums } from "./pack.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => readFileSync(join(root, path));
const under = (name, files) => files.map(([file, bytes]) => [`${name}/${file}`, bytes]);

const [folder, binary] = process.argv.slice(2);
const { version } = JSON.parse(read("wasm/package.json").toString());
await init();
for (const [what, found] of [
  ["the engine", new Engine().version],
  ["the command line", execFileSync(binary, ["--version"], { encoding: "utf8" }).trim().replace("ehcp-qa ", "")],
]) {
  if (found !== version) throw new Error(`${what} has the version ${found}, and the package ${version}`);
}

const platform = `${process.platform}-${process.arch}`;
const program = `bin/${platform}/ehcp-qa`;
const [, target] = /^host: (.*)$/m.exec(execFileSync("rustc", ["-vV"], { cwd: root, encoding: "utf8" }));
const others = notices({ crate: "ehcp-qa-cli", target, has: "The command line has" });
const label = ["VERSION", Buffer.from(`${version}\n`)];
const licence = ["LICENSE", read("LICENSE")];
const dist = filesOf(join(root, "wasm/dist")).filter(([name]) => name !== "ehcp-qa.html");
const scripts = dist.filter(([name]) => name.endsWith(".js")).map(([name, bytes]) => `${name}  ${integrity(bytes)}\n`);
const guide = read("xtask/release/README.md")
  .toString()
  .replaceAll("{{version}}", version)
  .replaceAll("{{platform}}", platform)
  .replaceAll("{{integrity}}", integrity(read("wasm/dist/ehcp-qa.global.js")));

const files = [
  label,
  licence,
  ["README.md", Buffer.from(guide)],
  ["INTEGRITY", Buffer.from(scripts.sort().join(""))],
  ["ehcp-qa.html", read("wasm/dist/ehcp-qa.html")],
  [program, readFileSync(binary)],
  [`bin/${platform}/THIRD-PARTY-NOTICES.txt`, Buffer.from(others)],
  // The folder is copied away from this one, and says by itself what it is.
  ...under("ehcp-qa", [label, licence, ...dist]),
  ...under("servers", filesOf(join(root, "xtask/release/servers"))),
  ...under("workspace", filesOf(join(root, "js-demo/dist"))),
];
const machine = [root, ...["CARGO_HOME", "RUSTUP_HOME"].flatMap((name) => process.env[name] ?? [])];
const traces = naming([...machine, join(homedir(), ".cargo"), join(homedir(), ".rustup")], files);
if (traces.length > 0) throw new Error(`folders of this machine are named in ${traces.join(", ")}`);

mkdirSync(folder, { recursive: true });
const name = `ehcp-qa-${version}`;
writeFileSync(join(folder, `${name}.zip`), archive(name, files, [program]));
execFileSync("npm", ["pack", "--silent", "--workspace", "wasm", "--pack-destination", folder], { cwd: root });
const made = [`${name}.tgz`, `${name}.zip`].map((file) => [file, readFileSync(join(folder, file))]);
writeFileSync(join(folder, "SHA256SUMS"), sums(made));
console.log(`release: ${folder} has\n${sums(made)}`);
