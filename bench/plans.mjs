// How fast plans are read from Word and checked, in WebAssembly and natively, beside mammoth, which makes HTML of the
// same files.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import mammoth from "mammoth";
import { median } from "simple-statistics";

import { Engine, init, readWord } from "../wasm/dist/plan-node.js";
import { table } from "./table.mjs";
import { ratio, time } from "./timing.mjs";

const FOLDER = fileURLToPath(new URL("../tests/plans/", import.meta.url));
/** cli/examples/plans.rs, as `cargo xtask bench` builds it. */
const NATIVE = fileURLToPath(new URL("../target/native/examples/plans", import.meta.url));

const READ = "ehcp-qa/plan, read";
const CHECK = "ehcp-qa/plan, check";
const MAMMOTH = "mammoth, to HTML";

/** Times the five plans, prints a table, and returns the figures. */
export async function planFigures() {
  await init();
  const engine = new Engine();
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".docx"));
  const plans = files.map((name) => {
    const bytes = readFileSync(FOLDER + name);
    return { bytes, plan: readWord(bytes) };
  });
  const entries = await time(
    [
      { name: READ, run: ({ bytes }) => readWord(bytes) },
      { name: CHECK, run: ({ plan }) => engine.checkPlan(plan) },
      { name: MAMMOTH, run: ({ bytes }) => mammoth.convertToHtml({ buffer: bytes }) },
    ],
    plans,
  );
  const length = plans.reduce((sum, { bytes }) => sum + bytes.length, 0) / plans.length;
  const timed = entries.map(({ name, rounds }) => [`${name} (WebAssembly)`, median(rounds)]);
  timed[2][0] = MAMMOTH;
  timed.push(...nativeTimes(files));
  // Bytes in a nanosecond are thousands of megabytes in a second.
  const rows = timed.map(([name, ns]) => [
    name,
    `${(ns / 1e6).toFixed(2)} ms`,
    `${((length / ns) * 1e3).toFixed(1)} MB/s`,
  ]);
  console.log(`A plan in Word (${files.length} in turn, ${(length / 1e3).toFixed(0)} kB each)`);
  console.log(`${table([["", "a plan", "of the file"], ...rows])}\n`);
  const entry = (wanted) => entries.find(({ name }) => name === wanted);
  const faster = ratio(entry(MAMMOTH), entry(READ));
  return [["reading a plan, against mammoth", `${faster.toFixed(1)}x faster`, "-", "-"]];
}

/** The same natively, where it was built. */
function nativeTimes(files) {
  if (!existsSync(NATIVE)) return [];
  const { read, check } = JSON.parse(
    execFileSync(
      NATIVE,
      files.map((name) => FOLDER + name),
      { encoding: "utf8" },
    ),
  );
  return [
    ["ehcp-qa, read (native)", median(read) / files.length],
    ["ehcp-qa, check (native)", median(check) / files.length],
  ];
}
