// Files of records, read line by line and counted into a summary. A page stays live meanwhile.

import type { Problem } from "../documents.js";
import { EhcpQaError } from "../errors.js";
import type { Engine } from "../service-engine.js";
import type { OpenSummary } from "../summary.js";

/** How long the page may be busy at a time. */
const SLICE_MS = 40;
/** The refused records that are listed, and the problems of each. All are counted. */
const MOST_LISTED = 10_000;
const MOST_PROBLEMS = 5;

/** A record or a summary that could not be read. */
export interface RefusedRecord {
  /** The name of its file. */
  file: string;
  /** Its line, counted from 1; `null` for a summary, which is a complete file. */
  line: number | null;
  /** What is wrong with it: the first five problems. */
  problems: readonly Problem[];
  /** How many more problems it has. */
  more: number;
}

/** How far files have been read. */
export interface CountingProgress {
  /** The bytes read so far. */
  bytes: number;
  /** The bytes of all files. */
  of: number;
  /** The records of plans counted so far. */
  records: number;
  /** The records counted so far of what families say. */
  families: number;
  /** The records that could not be read. */
  skipped: number;
}

/** The counts of files. */
export interface FileCounts extends CountingProgress {
  /** The summary of all records, which the caller frees. */
  summary: OpenSummary;
  /** The plans in summaries that were merged. */
  merged: number;
  /** The records that could not be read: the first 10,000. */
  refused: RefusedRecord[];
}

/** How files are counted. */
export interface CountingOptions {
  /** Cancels the reading. */
  signal?: AbortSignal;
  /** Called now and then with how far the reading is. */
  progress?: (progress: CountingProgress) => void;
}

/**
 * Counts files into a new summary. A file is NDJSON with a record a line, of a plan or of what families say, or JSON
 * that is one record or one summary made elsewhere. What is neither is listed under `refused` with its place and
 * problems, and the rest is counted. Nothing is sent or stored.
 * @throws The reason of the signal where it is cancelled; the summary is freed then.
 */
export async function countFiles(
  engine: Engine,
  files: readonly File[],
  { signal, progress }: CountingOptions = {},
): Promise<FileCounts> {
  const { documentBytes } = engine.limits;
  const summary = engine.summary();
  const of = files.reduce((sum, { size }) => sum + size, 0);
  const counts: FileCounts = { summary, bytes: 0, of, records: 0, families: 0, skipped: 0, merged: 0, refused: [] };
  let since = performance.now();
  const pause = async (): Promise<void> => {
    signal?.throwIfAborted();
    if (performance.now() - since < SLICE_MS) return;
    progress?.(counts);
    await new Promise((next) => setTimeout(next));
    since = performance.now();
    signal?.throwIfAborted();
  };
  try {
    for (const file of files) {
      const document = file.size > documentBytes ? undefined : await singleDocument(file);
      if (document !== undefined) {
        const { text, isSummary } = document;
        count(counts, file.name, isSummary ? null : 1, () => (isSummary ? mergeSummary : addRecord)(counts, text));
        counts.bytes += file.size;
        await pause();
        continue;
      }
      let line = 0;
      for await (const { lines, bytes } of pieces(file, documentBytes)) {
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
  const text = await file.text();
  try {
    const document: unknown = JSON.parse(text);
    return { text, isSummary: typeof document === "object" && document !== null && "all" in document };
  } catch {
    return undefined;
  }
}

function mergeSummary(counts: FileCounts, text: string): void {
  const before = counts.summary.plans;
  counts.summary.merge(text);
  counts.merged += counts.summary.plans - before;
}

function addRecord(counts: FileCounts, text: string): void {
  if (isOfFamilies(text)) {
    counts.summary.addFamilyFeedback(text);
    counts.families += 1;
  } else {
    counts.summary.add(text);
    counts.records += 1;
  }
}

/** Whether a record is about what families say, and not about a plan: it has the field `survey`. */
function isOfFamilies(text: string): boolean {
  // To parse every record would take as long as to count it.
  if (!text.includes('"survey"')) return false;
  try {
    const record: unknown = JSON.parse(text);
    return typeof record === "object" && record !== null && "survey" in record;
  } catch {
    return false;
  }
}

/** Counts one document, or lists the problems for which it could not be read. */
function count(counts: FileCounts, file: string, line: number | null, add: () => void): void {
  try {
    add();
  } catch (error) {
    if (!(error instanceof EhcpQaError) || error.code !== "invalid_summary") throw error;
    counts.skipped += 1;
    if (counts.refused.length === MOST_LISTED) return;
    const problems = error.problems.slice(0, MOST_PROBLEMS);
    counts.refused.push({ file, line, problems, more: error.problems.length - problems.length });
  }
}

/**
 * The lines of a file as its pieces arrive, with the bytes of each piece. A line may continue in the next piece, may
 * end with CR LF, and the last may have no end. Of a line that is longer than a document may be, only as much is kept
 * as the engine needs to refuse it.
 */
async function* pieces(file: File, most: number): AsyncGenerator<{ lines: string[]; bytes: number }> {
  const reader = file.stream().getReader();
  // Takes off a byte order mark.
  const decoder = new TextDecoder();
  let open = "";
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const lines = (open + decoder.decode(piece.value, { stream: true })).split("\n");
      open = (lines.pop() ?? "").slice(0, most + 1);
      yield { lines, bytes: piece.value.byteLength };
    }
    yield { lines: [open + decoder.decode()], bytes: 0 };
  } finally {
    await reader.cancel();
  }
}
