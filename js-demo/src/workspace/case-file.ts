// A case as one file: the review, the plan, what was said about it, and by what it was checked.

import type { Problem, Review } from "ehcp-qa";
import { type AdviceSource, type Case, NOTHING_KNOWN, type Known, type PlanSource, randomName } from "./case.ts";
import type { CoverageChoice, SectionChoice, TextPlace, ThreadItem } from "./shapes.ts";

const FORMAT = "ehcp-qa-case";
const VERSION = 1;
const MOST_ENTRIES = 10_000;
const MOST_LETTERS = 2_000_000;

/** A file of a plan or of advice. A Word file is in Base64. */
interface StoredFile {
  kind: PlanSource["kind"];
  name: string;
  data: string;
}

interface CaseFile {
  format: typeof FORMAT;
  version: number;
  review: Review;
  plan: StoredFile | null;
  advices: readonly StoredFile[];
  pairs: readonly CoverageChoice[];
  choices: readonly SectionChoice[];
  known: Known;
  items: readonly ThreadItem[] | null;
  dismissed: readonly string[];
  texts: Readonly<Record<string, string>>;
  /** By what the plan was checked last; the findings are made again from the plan. */
  receipt: unknown;
}

/** The text of a case's file. */
export function toText(given: Case, receipt: unknown): string {
  const { review, source, advices, pairs, choices, known, items, dismissed, texts } = given;
  const file: CaseFile = {
    format: FORMAT,
    version: VERSION,
    review,
    plan: source === null ? null : storedOf(source),
    advices: advices.map(storedOf),
    pairs,
    choices,
    known,
    items,
    dismissed,
    texts,
    receipt: receipt ?? null,
  };
  return `${JSON.stringify(file)}\n`;
}

function storedOf(source: PlanSource): StoredFile {
  const { kind, name } = source;
  return { kind, name, data: source.kind === "word" ? toBase64(source.bytes) : source.text };
}

/** Whether a text is meant as the file of a case, rightly or wrongly written. */
export function isCaseFile(text: string): boolean {
  return /^\s*\{\s*"format"\s*:\s*"ehcp-qa-case"/.test(text);
}

export type Opened = { case: Case } | { problems: Pick<Problem, "pointer" | "message">[] };

/** Reads the file of a case. The review and the plan are checked by the engine when they are used. */
export function fromText(text: string): Opened {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      problems: [{ pointer: "", message: "The file is not complete JSON. It may have been cut off or edited." }],
    };
  }
  const problems: Pick<Problem, "pointer" | "message">[] = [];
  const wrong = (pointer: string, message: string): void => void problems.push({ pointer, message });
  if (!isObject(value) || value.format !== FORMAT) {
    return { problems: [{ pointer: "/format", message: "This is not the file of a case." }] };
  }
  if (value.version !== VERSION) {
    const message = `This page reads version ${VERSION} of the files of cases. The file has another.`;
    return { problems: [{ pointer: "/version", message }] };
  }
  const { review, plan, advices, pairs, choices, known, items, dismissed, texts } = value;
  if (!isObject(review)) wrong("/review", "The review is missing.");
  const source = plan === null || plan === undefined ? null : sourceOf(plan, "/plan", wrong);
  const found: Case = {
    id: randomName(),
    review: review as unknown as Review,
    source,
    advices: advicesOf(advices, wrong),
    pairs: listOf(pairs, "/pairs", isPair, "what was said about a statement of advice", wrong),
    choices: listOf(choices, "/choices", isChoice, "what was said about a line", wrong),
    known: knownOf(known, wrong),
    items:
      items === null || items === undefined
        ? null
        : listOf(items, "/items", isItem, "an item with id, section, text and links", wrong),
    dismissed: listOf(dismissed, "/dismissed", isText, "the name of a finding", wrong),
    texts: textsOf(texts, wrong),
  };
  return problems.length > 0 ? { problems } : { case: found };
}

type Wrong = (pointer: string, message: string) => void;

function advicesOf(given: unknown, wrong: Wrong): AdviceSource[] {
  const files = listOf(given, "/advices", isObject, "a piece of advice", wrong);
  return files.flatMap((file, at) => {
    const source = sourceOf(file, `/advices/${at}`, wrong);
    return source === null ? [] : [{ ...source, id: randomName() }];
  });
}

function sourceOf(plan: unknown, pointer: string, wrong: Wrong): PlanSource | null {
  if (!isObject(plan) || !isText(plan.kind) || !isText(plan.name) || typeof plan.data !== "string") {
    wrong(pointer, "The file of it is not complete.");
    return null;
  }
  const { kind, name, data } = plan;
  if (kind === "text" || kind === "html" || kind === "markdown") return { kind, name, text: data };
  if (kind !== "word") {
    wrong(`${pointer}/kind`, "This must be a Word file, text, HTML or Markdown.");
    return null;
  }
  try {
    return { kind, name, bytes: fromBase64(data) };
  } catch {
    wrong(`${pointer}/data`, "The Word file in it is damaged.");
    return null;
  }
}

function listOf<T>(
  given: unknown,
  pointer: string,
  isRight: (entry: unknown) => entry is T,
  expected: string,
  wrong: Wrong,
): T[] {
  if (given === undefined) return [];
  if (!Array.isArray(given) || given.length > MOST_ENTRIES) {
    wrong(pointer, `This must be a list of at most ${MOST_ENTRIES} entries.`);
    return [];
  }
  for (const [at, entry] of given.entries())
    if (!isRight(entry)) wrong(`${pointer}/${at}`, `This must be ${expected}.`);
  return given.filter(isRight);
}

function knownOf(given: unknown, wrong: Wrong): Known {
  if (given === undefined) return NOTHING_KNOWN;
  if (!isObject(given)) {
    wrong("/known", "This must be what is known of the plan.");
    return NOTHING_KNOWN;
  }
  const text = (name: "received" | "issued"): string => {
    const value = given[name] ?? "";
    if (typeof value === "string" && /^(\d{4}-\d\d-\d\d)?$/.test(value)) return value;
    wrong(`/known/${name}`, "This must be a date, written YYYY-MM-DD.");
    return "";
  };
  const { pronouns = "" } = given;
  if (pronouns !== "" && pronouns !== "he" && pronouns !== "she" && pronouns !== "they") {
    wrong("/known/pronouns", "This must be he, she or they.");
  }
  return {
    names: listOf(given.names, "/known/names", isText, "a name", wrong),
    people: listOf(given.people, "/known/people", isText, "a name", wrong),
    pronouns: pronouns as Known["pronouns"],
    received: text("received"),
    issued: text("issued"),
  };
}

function textsOf(given: unknown, wrong: Wrong): Record<string, string> {
  if (given === undefined) return {};
  if (!isObject(given)) {
    wrong("/texts", "This must be texts of sections by their letters.");
    return {};
  }
  const right: Record<string, string> = {};
  for (const [section, text] of Object.entries(given)) {
    if (typeof text === "string" && text.length <= MOST_LETTERS && /^[A-K][12]?$/.test(section)) right[section] = text;
    else wrong("/texts", "Each entry must be the text of a section, under its letter.");
  }
  return right;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= 2000;
}

function isChoice(value: unknown): value is SectionChoice {
  return (
    isObject(value) &&
    Number.isInteger(value.file) &&
    Number.isInteger(value.paragraph) &&
    ["heading", "furniture", "text"].includes(String(value.role)) &&
    (value.sections === undefined || value.sections === null || Array.isArray(value.sections))
  );
}

function isPair(value: unknown): value is CoverageChoice {
  return (
    isObject(value) &&
    isNumber(value.advice) &&
    isPlace(value.place) &&
    Array.isArray(value.plan) &&
    value.plan.every(isPlace)
  );
}

function isPlace(value: unknown): value is TextPlace {
  return isObject(value) && [value.part, value.block, value.at, value.length].every(isNumber);
}

function isNumber(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isItem(value: unknown): value is ThreadItem {
  const isLinks = (links: unknown): boolean =>
    links === undefined || links === null || (Array.isArray(links) && links.every(isText));
  return (
    isObject(value) &&
    isText(value.id) &&
    isText(value.section) &&
    typeof value.text === "string" &&
    isLinks(value.links)
  );
}

/** So many bytes become letters at once: more are more parameters than a function takes. */
const CHUNK = 32_768;

/** A copy is written after each answer, and its plan is mostly the same. */
const ENCODED = new WeakMap<Uint8Array, string>();

function toBase64(bytes: Uint8Array): string {
  const before = ENCODED.get(bytes);
  if (before !== undefined) return before;
  let letters = "";
  for (let at = 0; at < bytes.length; at += CHUNK) letters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  const text = btoa(letters);
  ENCODED.set(bytes, text);
  return text;
}

function fromBase64(text: string): Uint8Array {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
