// The page that counts the records of many plans for the termly report.

import {
  countFiles,
  Engine,
  EhcpQaError,
  init,
  type CountingProgress,
  type FileCounts,
  type HiddenBelow,
  type RefusedRecord,
} from "ehcp-qa/service";
import { startCases } from "./cases.ts";
import { byId, download, make, onDrop } from "./dom.ts";
import { startLearning } from "./learning.ts";
import { fictionalTerm } from "./fictional.ts";
import { isForSheets } from "./file-kind.ts";
import { clearErrors, showError } from "./error-summary.ts";
import { unfoldForPrint } from "./print.ts";
import { startSampling } from "./sampling.ts";
import { start } from "./start.ts";
import { contents, notes, readFirst, sections } from "./tables.ts";

/** The refused records that are listed on the page. The download lists more. */
const MOST_LISTED = 20;
/** How often progress is announced, in milliseconds. */
const ANNOUNCED_EVERY = 10_000;

const files = byId<HTMLInputElement>("files");
const below = byId<HTMLInputElement>("below");
const period = byId<HTMLInputElement>("period");
const earlier = byId<HTMLInputElement>("before");
const progress = byId<HTMLProgressElement>("progress");
const status = byId("status");

/** The records that could not be read before they are counted. */
type Skipped = Pick<FileCounts, "refused" | "skipped">;
const NONE_SKIPPED: Skipped = { refused: [], skipped: 0 };

/** What reads spreadsheets, once there is one. */
let spreadsheet: typeof import("./spreadsheet.ts") | undefined;
let engine: Engine;
let cancel = new AbortController();
/** The counts that are shown. */
let counts: FileCounts | undefined;
/** The exact counts of the term before, which the report is compared with. */
let before: string | null = null;
/** Counts below it are hidden. The engine has the usual number. */
let hiddenBelow: HiddenBelow;

const number = (count: number): string => count.toLocaleString("en-GB");
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

/** Cancels the current reading, and starts another. */
function begin(): AbortController {
  cancel.abort();
  cancel = new AbortController();
  clearErrors();
  return cancel;
}

async function countFictional(): Promise<void> {
  const { signal } = begin();
  const term = await fictionalTerm(byId<HTMLAnchorElement>("made-up-file").href, signal).catch(() => undefined);
  if (signal.aborted) return;
  if (term === undefined) {
    showError(
      "made-up",
      "The fictional plans could not be fetched. " +
        "Open this page from a server, such as that of cargo xtask demo, and try again",
    );
  } else {
    await count([term]);
  }
}

/** Counts files. A spreadsheet among them first has its columns corrected; a map is for the one that is there. */
async function take(picked: readonly File[]): Promise<void> {
  const areSheets = await Promise.all(picked.map(isForSheets));
  const [sheet, second] = picked.filter((_, at) => areSheets[at]);
  if (sheet === undefined) {
    const map = picked.length === 1 ? picked[0] : undefined;
    if (map !== undefined && (await spreadsheet?.takesMap(map)) === true) return;
    await count(picked);
    return;
  }
  begin();
  if (second !== undefined) {
    showError("files", "Choose one spreadsheet at a time");
    return;
  }
  const others = picked.filter((file) => file !== sheet);
  status.textContent = "Reading the spreadsheet.";
  spreadsheet = await import("./spreadsheet.ts");
  await spreadsheet.openSpreadsheet(sheet, ({ file, refused, skipped }) => {
    void count([...others, file], { refused, skipped });
  });
}

async function count(picked: readonly File[], before: Skipped = NONE_SKIPPED): Promise<void> {
  if (picked.length === 0) return;
  const reading = begin();
  byId("reading").hidden = false;
  showProgress({ bytes: 0, of: 1, records: 0, families: 0, skipped: 0 });
  status.textContent = "Reading the records.";
  let announced = performance.now();
  try {
    const done = await countFiles(engine, picked, {
      signal: reading.signal,
      progress(soFar) {
        showProgress(soFar);
        if (performance.now() - announced < ANNOUNCED_EVERY) return;
        announced = performance.now();
        status.textContent = byId("progress-text").textContent;
      },
    });
    byId("reading").hidden = true;
    finish({ ...done, skipped: before.skipped + done.skipped, refused: [...before.refused, ...done.refused] });
  } catch (error) {
    // Other files have been chosen since.
    if (cancel !== reading) return;
    byId("reading").hidden = true;
    status.textContent = "";
    if (reading.signal.aborted) {
      status.textContent = "Reading is cancelled. Nothing of these files is counted.";
      files.focus();
    } else if (error instanceof DOMException) {
      showError(
        "files",
        "A file could not be read. Check that it is a file and not a folder, and is still where it was",
      );
    } else if (error instanceof EhcpQaError) {
      showError("files", error.message);
    } else {
      throw error;
    }
  }
}

function showProgress({ bytes, of, records, skipped }: CountingProgress): void {
  const percent = Math.floor((100 * bytes) / Math.max(1, of));
  progress.value = percent;
  byId("progress-text").textContent =
    `${percent} % read: ${counted(records, "record")} counted, ${number(skipped)} skipped.`;
}

function finish(done: FileCounts): void {
  if (done.summary.plans === 0) {
    done.summary.free();
    status.textContent = "";
    const listed = done.refused.map((one) => ({ pointer: "", message: `${placeOf(one)}: ${sentences(one)}` }));
    showError(
      "files",
      done.families > 0
        ? "The files have what families say, and no plans: choose the records of plans with them"
        : done.skipped === 0
          ? "The files have no records"
          : `None of ${counted(done.skipped, "record")} could be read`,
      listed,
    );
    return;
  }
  counts?.summary.free();
  counts = done;
  if (before !== null) counts.summary.compareWith(before);
  showSkipped(done);
  byId("totals").textContent = totals(done);
  showReport();
  byId("report").hidden = false;
  status.textContent = `The report is ready. ${totals(done)}`;
  byId("report-heading").focus();
}

function totals({ records, families, merged, skipped }: FileCounts): string {
  const parts = [`${counted(records, "record")} counted`, `${number(skipped)} skipped`];
  if (families > 0) parts.push(`${counted(families, "record")} of what families say`);
  if (merged > 0) parts.push(`${counted(merged, "plan")} added from counts made elsewhere`);
  return `${parts.join(", ")}.`;
}

function showReport(): void {
  if (counts === undefined) return;
  const report = counts.summary.report(hiddenBelow);
  byId("report-heading").textContent = title();
  byId("plans").textContent =
    report.plans === null
      ? "So few plans were reviewed that nothing is shown."
      : `${counted(report.plans, "plan was", "plans were")} reviewed under ${engine.framework.wording.title}.`;
  byId("headline").textContent = report.headline ?? "";
  byId("first").replaceChildren(...readFirst(report));
  byId("hidden-counts").textContent = report.hidden_note;
  byId("contents").replaceChildren(...contents(report));
  const open = new Set(folds().flatMap((fold) => (fold.open ? [fold.dataset.table] : [])));
  byId("tables").replaceChildren(...sections(report, (id) => open.has(id)));
  byId("nothing-counted").textContent = report.nothing_counted_note ?? "";
  byId("notes-list").replaceChildren(...notes(report));
}

/** The tables that are folded, or were. */
const folds = (): HTMLDetailsElement[] => [...byId("tables").querySelectorAll("details")];

const title = (): string =>
  ["Quality of Education, Health and Care Plans", period.value.trim()].filter((part) => part !== "").join(": ");

// The records that could not be read.
const placeOf = ({ file, line }: RefusedRecord): string => (line === null ? file : `${file}, line ${number(line)}`);

function sentences({ line, problems, more }: RefusedRecord): string {
  const listed = problems.map(({ code, params, pointer, message }) => {
    // A record is one line, so the engine's sentence would give line 1.
    if (code === "not_json" && line !== null)
      return `This is not valid JSON: it goes wrong at column ${params.column}.`;
    return pointer === "" ? message : `${pointer}: ${message}`;
  });
  return [...listed, ...(more > 0 ? [`And ${counted(more, "more problem")}.`] : [])].join(" ");
}

function showSkipped({ skipped, refused }: FileCounts): void {
  byId("skipped").hidden = skipped === 0;
  byId("skipped-list").replaceChildren(
    ...refused
      .slice(0, MOST_LISTED)
      .map((one) => make("li", "", make("strong", "", `${placeOf(one)}: `), sentences(one))),
  );
  byId("skipped-more").textContent =
    skipped > MOST_LISTED ? `These are the first ${MOST_LISTED} of ${number(skipped)}.` : "";
}

// The options.
below.addEventListener("change", () => {
  const given = below.value.trim();
  const asked = given === "none" ? given : /^\d+$/.test(given) ? Number(given) : Number.NaN;
  const least = leastFor(asked);
  if (least !== undefined) {
    showError("below", `Hide counts below must be a whole number from ${least}, or none`);
    return;
  }
  clearErrors();
  hiddenBelow = asked;
  byId("below-warning").hidden = asked !== "none";
  showReport();
  status.textContent = asked !== "none" ? `Counts below ${asked} are hidden.` : byId("below-warning").textContent;
});
earlier.addEventListener("change", () => {
  const file = earlier.files?.[0];
  if (file !== undefined) void compareWith(file);
});
byId("before-remove").addEventListener("click", () => {
  before = null;
  earlier.value = "";
  compared("The report is compared with no other.");
});
period.addEventListener("input", () => {
  if (counts !== undefined) byId("report-heading").textContent = title();
});

/** Compares the report with the exact counts in a file. */
async function compareWith(file: File): Promise<void> {
  clearErrors();
  const text = await file.text().catch(() => "");
  try {
    using empty = engine.summary();
    empty.compareWith(text);
  } catch (error) {
    if (!(error instanceof EhcpQaError)) throw error;
    earlier.value = "";
    showError("before", "This is no file of exact counts, as this page exports them", error.problems);
    return;
  }
  before = text;
  compared(`The report is compared with ${file.name}.`);
}

function compared(done: string): void {
  byId("before-remove").hidden = before === null;
  counts?.summary.compareWith(before);
  showReport();
  status.textContent = done;
}

// The exports.
function exported(id: string, name: string, type: string, text: (from: FileCounts) => string): void {
  byId(id).addEventListener("click", () => {
    if (counts === undefined) return;
    download(text(counts), name, type);
    status.textContent = `Exported as ${name}.`;
  });
}
const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
exported("export-html", "termly-report.html", "text/html", ({ summary }) =>
  summary.html(period.value.trim(), hiddenBelow),
);
exported("export-csv", "termly-report.csv", "text/csv", ({ summary }) => summary.csv(hiddenBelow));
exported("export-json", "termly-report.json", "application/json", ({ summary }) => asJson(summary.report(hiddenBelow)));
exported("export-exact", "exact-counts.json", "application/json", ({ summary }) => asJson(summary.counts()));
exported("export-skipped", "records-not-read.txt", "text/plain", ({ refused, skipped }) => {
  const lines = refused.map((one) => `${placeOf(one)}: ${sentences(one)}\n`);
  return lines.join("") + (skipped > refused.length ? `And ${number(skipped - refused.length)} more.\n` : "");
});
byId("unfold").addEventListener("click", () => {
  for (const fold of folds()) fold.open = true;
  status.textContent = "All tables are unfolded.";
});
// A link to a table that is folded unfolds it.
byId("report").addEventListener("click", ({ target }) => {
  const [, id] = (target as Element).closest("a")?.href.split("#") ?? [];
  const fold = id === undefined || id === "" ? null : byId(id).closest("details");
  if (fold !== null) fold.open = true;
});
byId("print").addEventListener("click", () => print());

/** The number below which the engine hides counts, unless another is given. */
function usuallyHiddenBelow(): HiddenBelow {
  using summary = engine.summary();
  return summary.report().hidden_below;
}

/** The least number below which the engine hides counts, where it refuses the one that is asked for. */
function leastFor(asked: HiddenBelow): unknown {
  using summary = engine.summary();
  try {
    summary.report(asked);
    return undefined;
  } catch (error) {
    if (!(error instanceof EhcpQaError)) throw error;
    return error.problems[0]?.params.least;
  }
}

void start(async () => {
  await init();
  engine = new Engine();
  hiddenBelow = usuallyHiddenBelow();
  below.value = String(hiddenBelow);
  files.addEventListener("change", () => {
    const picked = [...(files.files ?? [])];
    // So that the same files can be chosen again.
    files.value = "";
    void take(picked);
  });
  onDrop((dropped) => void take(dropped));
  byId("cancel").addEventListener("click", () => cancel.abort());
  byId("made-up").addEventListener("click", () => void countFictional());
  startSampling(engine);
  startCases(engine);
  startLearning(engine, () => counts && { summary: counts.summary, hiddenBelow });
  unfoldForPrint();
});
