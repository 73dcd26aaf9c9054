// How fast and in how much memory many records are summarised:
//
//   cargo xtask bench scale [records]
//
// The command line counts made-up records on one core and on two, in turn with the floor: `serde_json` alone,
// on one core, reading the same bytes into like types (cli/examples/floor.rs). Ten times as many records are the
// same file ten times, so that the disk need not hold them. Memory is the most that a process had at any time
// (VmHWM in /proc).

import { spawn } from "node:child_process";
import { createWriteStream, existsSync, readFileSync, statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";

import { median } from "simple-statistics";

import { table } from "./table.mjs";

const PROGRAMS = new URL("../target/native/", import.meta.url);
const COUNT = fileURLToPath(new URL("ehcp-qa", PROGRAMS));
const FLOOR = fileURLToPath(new URL("examples/floor", PROGRAMS));
const ROUNDS = 5;
const ALL_PLANS = 640_000;
const TO_REACH = 0.7;

async function main() {
  const records = Number(process.argv[2] ?? 100_000);
  const [cpu] = cpus();
  console.log(`${cpu?.model ?? "unknown processor"}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}`);
  const file = fileURLToPath(new URL(`../target/bench-${records}.ndjson`, import.meta.url));
  if (!existsSync(file)) await run(COUNT, ["synth", "--count", String(records)], createWriteStream(file));
  const bytes = statSync(file).size;
  console.log(
    `${records} made-up records, ${(bytes / 1e6).toFixed(0)} MB, ${(bytes / records).toFixed(0)} bytes each\n`,
  );

  const count = (threads, times = 1) =>
    run(COUNT, ["summarise", "--partial", "--threads", threads, ...Array(times).fill(file)]);
  const floor = () => run(FLOOR, [file]);
  const seconds = { floor: [], one: [], two: [] };
  const outputs = new Set();
  for (let round = 0; round < ROUNDS; round += 1) {
    const [bare, one, two] = [await floor(), await count("1"), await count("2")];
    if (Number(bare.out) !== records) throw new Error("the floor did not read all records");
    outputs.add(one.out).add(two.out);
    for (const [name, { seconds: took }] of Object.entries({ floor: bare, one, two })) seconds[name].push(took);
  }
  if (outputs.size !== 1) throw new Error("one core and two do not count the same");
  const small = await count("2");
  const large = await count("2", 10);
  if (JSON.parse(large.out).all.plans !== 10 * records) throw new Error("not all records were counted");

  const [bare, one, two] = ["floor", "one", "two"].map((name) => median(seconds[name]));
  const rate = (took) => `${Math.round(records / took).toLocaleString("en-GB")} a second`;
  const share = (took) => `${(bare / took).toFixed(2)} of the floor`;
  const reached = (took) => (bare / took >= TO_REACH ? "yes" : "NO");
  const memory = ({ peak }) => `${(peak / 1024).toFixed(1)} MiB`;
  const all = (ALL_PLANS / records / 10) * large.seconds;
  console.log(
    table([
      ["figure", "measured", "to reach", "reached"],
      ["serde_json alone, one core (the floor)", rate(bare), "", ""],
      ["summarise on one core", `${rate(one)}, ${share(one)}`, `${TO_REACH} of the floor`, reached(one)],
      ["summarise on two cores", `${rate(two)}, ${share(two)}`, `${TO_REACH} of the floor`, reached(two)],
      [`most memory, ${records.toLocaleString("en-GB")} records`, memory(small), "", ""],
      [
        `most memory, ${(10 * records).toLocaleString("en-GB")} records`,
        memory(large),
        "the same",
        large.peak < 1.25 * small.peak ? "yes" : "NO",
      ],
      [
        `${ALL_PLANS.toLocaleString("en-GB")} records, two cores`,
        `${all.toFixed(1)} s, from ${(10 * records).toLocaleString("en-GB")}`,
        "",
        "",
      ],
    ]),
  );
}

/** Runs a program to its end: what it printed, how long it took, and the most memory it had, in KiB. */
function run(program, arguments_, sink) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, arguments_, { stdio: ["ignore", "pipe", "inherit"] });
    let [out, peak] = ["", 0];
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, 20);
    if (sink === undefined)
      child.stdout.setEncoding("utf8").on("data", (text) => {
        out += text;
      });
    else child.stdout.pipe(sink);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ out, seconds, peak });
      else reject(new Error(`${program} ended with ${code}`));
    });
  });
}

function peakOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0; // It has ended.
  }
}

await main();
