// Files of records, read line by line and counted into a summary while the page stays live.

import { EhcpQaError, type Engine, type OpenSummary, type Problem } from "ehcp-qa/service";

/** The engine refuses longer documents: what comes behind this is not even kept. */
const MOST_CHARACTERS = 2_000_000;
/** How long the page may be busy at a time, in milliseconds. */
const SLICE = 40;
/** So many refused records are kept to be listed, with so many problems each; all are counted. */
const MOST_KEPT = 10_000;
const MOST_PROBLEMS = 5;

/** A record, or a whole summary, that could not be read. */
export interface Refused {
  file: string;
  /** From 1; null for a file that is one document. */
  line: number | null;
  problems: readonly Problem[];
  /** How many more problems it has. */
  more: number;
}

/** What has been read so far. */
export interface Progress {
  bytes: number;
  of: number;
  records: number;
  skipped: number;
}

/** What some files came to. */
export interface Reading extends Progress {
  summary: OpenSummary;
  /** How many plans came with summaries written elsewhere. */
  merged: number;
  refused: Refused[];
}

/** Counts files into a new summary. When cancelled it throws the signal's reason, and nothing is left open. */
export async function read(engine: Engine, files: readonly File[], signal: AbortSignal, tell: (progress: Progress) => void): Promise<Reading> {
  const summary = engine.summary();
  const of = files.reduce((sum, { size }) => sum + size, 0);
  const reading: Reading = { summary, bytes: 0, of, records: 0, skipped: 0, merged: 0, refused: [] };
  let since = performance.now();
  const pause = async (): Promise<void> => {
    signal.throwIfAborted();
    if (performance.now() - since < SLICE) return;
    tell(reading);
    await new Promise((next) => setTimeout(next));
    since = performance.now();
    signal.throwIfAborted();
  };
  try {
    for (const file of files) {
      const document = await wholeDocument(file);
      if (document !== undefined) {
        const { text, isSummary } = document;
        count(reading, file.name, isSummary ? null : 1, () => (isSummary ? mergeSummary : addRecord)(reading, text));
        reading.bytes += file.size;
        await pause();
        continue;
      }
      let line = 0;
      for await (const { lines, bytes } of pieces(file)) {
        const before = reading.bytes;
        for (const [at, text] of lines.entries()) {
          line += 1;
          if (text.trim() !== "") count(reading, file.name, line, () => addRecord(reading, text));
          reading.bytes = before + Math.floor((bytes * at) / lines.length);
          await pause();
        }
        reading.bytes = before + bytes;
      }
    }
    return reading;
  } catch (error) {
    summary.free();
    throw error;
  }
}

/** A file that is one JSON document and not one on each line: a summary written elsewhere, which counts `all`, or one record. */
async function wholeDocument(file: File): Promise<{ text: string; isSummary: boolean } | undefined> {
  if (file.size > MOST_CHARACTERS) return undefined;
  const text = await file.text();
  try {
    const document: unknown = JSON.parse(text);
    return { text, isSummary: typeof document === "object" && document !== null && "all" in document };
  } catch {
    return undefined;
  }
}

function mergeSummary(reading: Reading, text: string): void {
  const before = reading.summary.plans;
  reading.summary.merge(text);
  reading.merged += reading.summary.plans - before;
}

function addRecord(reading: Reading, text: string): void {
  reading.summary.add(text);
  reading.records += 1;
}

/** Counts one document, or notes why it could not be read. */
function count(reading: Reading, file: string, line: number | null, add: () => void): void {
  try {
    add();
  } catch (error) {
    if (!(error instanceof EhcpQaError) || error.code !== "invalid_summary") throw error;
    reading.skipped += 1;
    if (reading.refused.length === MOST_KEPT) return;
    const problems = error.problems.slice(0, MOST_PROBLEMS);
    reading.refused.push({ file, line, problems, more: error.problems.length - problems.length });
  }
}

/**
 * The lines of a file as its pieces come, each with how many bytes it had. A line may go on in the next piece,
 * may end with CR LF, and the last one need not end at all; a byte order mark is no part of the first.
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
