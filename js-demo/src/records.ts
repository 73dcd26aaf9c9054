// Files of records, read line by line and counted into a summary while the page stays live.

import { EhcpQaError, type Engine, type OpenSummary, type Problem } from "ehcp-qa/service";

/** The engine refuses longer documents, so nothing after this is kept. */
const MOST_CHARACTERS = 2_000_000;
/** How long the page may be busy at a time, in milliseconds. */
const SLICE = 40;
/** The refused records that are kept for the list, and the problems of each. All are counted. */
const MOST_KEPT = 10_000;
const MOST_PROBLEMS = 5;

/** A record or a summary that could not be read. */
export interface Refused {
  file: string;
  /** From 1; null for a file that is one document. */
  line: number | null;
  problems: readonly Problem[];
  /** How many more problems it has. */
  more: number;
}

/** Progress so far. */
export interface Progress {
  bytes: number;
  of: number;
  records: number;
  skipped: number;
}

/** The counts of some files. */
export interface Counts extends Progress {
  summary: OpenSummary;
  /** The plans in summaries that were merged. */
  merged: number;
  refused: Refused[];
}

/** Counts files into a new summary. On cancelling it throws the signal's reason, and frees the summary. */
export async function read(
  engine: Engine,
  files: readonly File[],
  signal: AbortSignal,
  report: (progress: Progress) => void,
): Promise<Counts> {
  const summary = engine.summary();
  const of = files.reduce((sum, { size }) => sum + size, 0);
  const counts: Counts = { summary, bytes: 0, of, records: 0, skipped: 0, merged: 0, refused: [] };
  let since = performance.now();
  const pause = async (): Promise<void> => {
    signal.throwIfAborted();
    if (performance.now() - since < SLICE) return;
    report(counts);
    await new Promise((next) => setTimeout(next));
    since = performance.now();
    signal.throwIfAborted();
  };
  try {
    for (const file of files) {
      const document = await singleDocument(file);
      if (document !== undefined) {
        const { text, isSummary } = document;
        count(counts, file.name, isSummary ? null : 1, () => (isSummary ? mergeSummary : addRecord)(counts, text));
        counts.bytes += file.size;
        await pause();
        continue;
      }
      let line = 0;
      for await (const { lines, bytes } of pieces(file)) {
        const before = counts.bytes;
        for (const [at, text] of lines.entries()) {
          line += 1;
          if (text.trim() !== "") count(counts, file.name, line, () => addRecord(counts, text));
          counts.bytes = before + Math.floor((bytes * at) / lines.length);
          await pause();
        }
        counts.bytes = before + bytes;
      }
    }
    return counts;
  } catch (error) {
    summary.free();
    throw error;
  }
}

/** A file that is one JSON document: a summary, which has the field `all`, or one record. */
async function singleDocument(file: File): Promise<{ text: string; isSummary: boolean } | undefined> {
  if (file.size > MOST_CHARACTERS) return undefined;
  const text = await file.text();
  try {
    const document: unknown = JSON.parse(text);
    return { text, isSummary: typeof document === "object" && document !== null && "all" in document };
  } catch {
    return undefined;
  }
}

function mergeSummary(counts: Counts, text: string): void {
  const before = counts.summary.plans;
  counts.summary.merge(text);
  counts.merged += counts.summary.plans - before;
}

function addRecord(counts: Counts, text: string): void {
  counts.summary.add(text);
  counts.records += 1;
}

/** Counts one document, or keeps the problems for which it could not be read. */
function count(counts: Counts, file: string, line: number | null, add: () => void): void {
  try {
    add();
  } catch (error) {
    if (!(error instanceof EhcpQaError) || error.code !== "invalid_summary") throw error;
    counts.skipped += 1;
    if (counts.refused.length === MOST_KEPT) return;
    const problems = error.problems.slice(0, MOST_PROBLEMS);
    counts.refused.push({ file, line, problems, more: error.problems.length - problems.length });
  }
}

/**
 * The lines of a file as its pieces arrive, with the bytes of each piece. A line may continue in the next piece, may
 * end with CR LF, and the last may have no end. A byte order mark is not part of the first line.
 */
async function* pieces(file: File): AsyncGenerator<{ lines: string[]; bytes: number }> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder();
  let open = "";
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const lines = (open + decoder.decode(piece.value, { stream: true })).split("\n");
      open = (lines.pop() ?? "").slice(0, MOST_CHARACTERS + 1);
      yield { lines, bytes: piece.value.byteLength };
    }
    yield { lines: [open + decoder.decode()], bytes: 0 };
  } finally {
    await reader.cancel();
  }
}
