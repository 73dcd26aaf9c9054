// Texts by name: filled in by named parts, in the plural form of a language, and replaced by a page.

import { EhcpQaError } from "./errors.js";
import type { Problem } from "./documents.js";

/** A text in the plural forms of its language; its part `count` chooses one. */
export interface Plural {
  zero?: string;
  one?: string;
  two?: string;
  few?: string;
  many?: string;
  other: string;
}

/** Texts by name. A part is a name in braces: "{count} errors". */
export type Sentences = Readonly<Record<string, string | Readonly<Plural>>>;

/** What a page may put in place of texts: plural forms only where there is a number. */
export type Replaced<T extends Sentences> = { [K in keyof T]?: T[K] extends string ? string : string | Plural };

type PartsIn<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | PartsIn<Rest> : never;
type PartsOf<T> = T extends string ? PartsIn<T> : PartsIn<T[keyof T]>;
type Plain<T> = { [K in keyof T]: [PartsOf<T[K]>] extends [never] ? K : never }[keyof T];
type Call<T> =
  | [text: Plain<T>]
  | { [K in Exclude<keyof T, Plain<T>>]: [text: K, parts: Record<PartsOf<T[K]>, string | number>] }[Exclude<
      keyof T,
      Plain<T>
    >];

/** Returns a text with its parts filled in: `say("errorCount", { count: 2 })`. */
export type Say<T extends Sentences> = (...call: Call<T>) => string;

const FORMS = ["zero", "one", "two", "few", "many", "other"] as const;
const PART = /\{([^{}]*)\}/g;
/** The language of the texts that no page has replaced. */
const ENGLISH = "en";
const MOST_LISTED = 10;

/**
 * Returns the function that fills in texts, some of them replaced by texts in the language of a page.
 * @throws EhcpQaError `invalid_words`, with every name and part that does not exist.
 */
export function sayFrom<T extends Sentences>(
  sentences: T,
  replaced: Replaced<T> = {},
  language: string = ENGLISH,
): Say<T> {
  checkWords(sentences, replaced);
  const given = replaced as Sentences;
  const choose = (text: string | Readonly<Plural>, language: string, count: unknown): string =>
    typeof text === "string" ? text : (text[pluralRules(language).select(Number(count))] ?? text.other);

  function say(name: string, parts: Record<string, string | number> = {}): string {
    const replacement = Object.hasOwn(given, name) ? given[name] : undefined;
    const text =
      replacement === undefined
        ? choose(sentences[name]!, ENGLISH, parts.count)
        : choose(replacement, language, parts.count);
    return text.replace(PART, (_, part: string) => String(parts[part] ?? ""));
  }
  return say as Say<T>;
}

/** The language of an element or a document: that of the nearest `lang`, also outside of a shadow tree. */
export function languageOf(node: Node): string {
  if (node.nodeType === Node.DOCUMENT_NODE) return languageOf((node as Document).documentElement);
  if (node.nodeType === Node.DOCUMENT_FRAGMENT_NODE) {
    const { host } = node as Partial<ShadowRoot>;
    return host === undefined ? ENGLISH : languageOf(host);
  }
  const near = (node as Element).closest("[lang]")?.getAttribute("lang");
  if (near) return near;
  const root = node.getRootNode();
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? languageOf(root) : ENGLISH;
}

/** Calls `run` when a `lang` changes on an element or on what it stands in, also outside of a shadow tree. */
export function onLanguage(element: Element, signal: AbortSignal, run: () => void): void {
  const observer = new MutationObserver(run);
  for (let node: Node | undefined = element; node !== undefined; ) {
    const root = node.getRootNode();
    observer.observe(root, { attributeFilter: ["lang"], subtree: true });
    node = (root as Partial<ShadowRoot>).host;
  }
  signal.addEventListener("abort", () => observer.disconnect());
}

const RULES = new Map<string, Intl.PluralRules>();

/** The plural rules of a language; where the browser does not know the language, those of English. */
function pluralRules(language: string): Intl.PluralRules {
  const known = RULES.get(language);
  if (known !== undefined) return known;
  let rules: Intl.PluralRules;
  try {
    rules = new Intl.PluralRules([language, ENGLISH]);
  } catch {
    rules = new Intl.PluralRules(ENGLISH);
  }
  RULES.set(language, rules);
  return rules;
}

/**
 * Checks what a page puts in place of texts.
 * @throws EhcpQaError `invalid_words`, with every name and part that does not exist.
 */
export function checkWords(sentences: Sentences, replaced: unknown): void {
  const problems = isRecord(replaced)
    ? Object.entries(replaced).flatMap(([name, text]) => problemsOf(sentences, name, text))
    : [problem("", "wrong_type", "This must be an object of texts by name.")];
  if (problems.length === 0) return;
  const listed = problems.slice(0, MOST_LISTED).map(({ pointer, message }) => `${pointer}: ${message}`);
  const more = problems.length > MOST_LISTED ? [`And ${problems.length - MOST_LISTED} more.`] : [];
  throw new EhcpQaError("invalid_words", ["The words cannot be used.", ...listed, ...more].join(" "), problems);
}

function problemsOf(sentences: Sentences, name: string, text: unknown): Problem[] {
  const pointer = `/${name}`;
  if (!Object.hasOwn(sentences, name)) return [problem(pointer, "unknown_word", "There is no text of this name.")];
  const usual = sentences[name]!;
  const parts = new Set(typeof usual === "string" ? partsIn(usual) : Object.values(usual).flatMap(partsIn));
  if (typeof text === "string") return unknownParts(pointer, text, parts);
  // A text that goes without is as it was.
  if (text === undefined) return [];
  if (!isRecord(text)) return [problem(pointer, "wrong_type", "This must be a text.")];
  if (typeof usual === "string") return [problem(pointer, "wrong_type", "This text has no plural forms.")];
  const missing = "other" in text ? [] : [problem(pointer, "missing_form", "The form `other` is missing.")];
  const others = Object.entries(text).flatMap(([form, words]) => {
    const at = `${pointer}/${form}`;
    if (!FORMS.some((known) => known === form)) {
      return [problem(at, "unknown_form", `There is no such plural form: the forms are ${FORMS.join(", ")}.`)];
    }
    return typeof words === "string"
      ? unknownParts(at, words, parts)
      : [problem(at, "wrong_type", "This must be a text.")];
  });
  return [...missing, ...others];
}

function unknownParts(pointer: string, text: string, parts: ReadonlySet<string>): Problem[] {
  const known = [...parts].map((part) => `{${part}}`).join(", ");
  return partsIn(text)
    .filter((part) => !parts.has(part))
    .map((part) =>
      problem(
        pointer,
        "unknown_part",
        known === ""
          ? `This text has no parts, not {${part}}.`
          : `{${part}} is no part of this text, which has ${known}.`,
      ),
    );
}

function partsIn(text: string): string[] {
  return [...text.matchAll(PART)].map(([, part = ""]) => part);
}

function problem(pointer: string, code: string, message: string): Problem {
  return { pointer, code, params: {}, message };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
