// What was found in a text, as the statements of the text with their parts.

import type { Absence, Lint, Meaning, Span, WordingFinding } from "../../documents.js";
import type { Part, Statement } from "../finding.js";
import { TEXTS, type Say } from "../texts.js";
import { elementChips, smartLetters } from "./facts.js";

/** Of longer words only the beginning is shown, where they stand by themselves. */
const MOST_QUOTED = 90;
/** Of the words that a button is about, so many are heard. */
const MOST_HEARD = 60;

/** A statement before it is known which of those shown last it is. */
type Unkeyed = Omit<Statement, "key">;

/** What a person can do about what was found. */
export interface Actions {
  /** Shows a stretch in the text. */
  select(span: Span): void;
  /** Leaves a finding out from now on. */
  dismiss(fingerprint: string): void;
}

/** A text that was checked. */
export interface Checked {
  text: string;
  lint: Lint;
  /** The title of the section that the text is of. */
  title: string;
}

/** A stretch of the text with what was found in it. */
interface Place {
  span: Span;
  /** What a statement or an outcome says; none of words that stand by themselves. */
  facts?: readonly Node[];
  findings: WordingFinding[];
}

/** The statements of a text in its order, and last the section itself, for what no part of it says. */
export function statementsOf(say: Say, checked: Checked, actions: Actions): Unkeyed[] {
  const { text, lint, title } = checked;
  const inText = placesOf(say, checked).map(({ span, facts, findings }) => ({
    words: `“${shortened(text.slice(span.start, span.end), facts === undefined ? MOST_QUOTED : Infinity)}”`,
    facts,
    parts: findings.map((finding, at) => {
      const isShown = findings.slice(0, at).some(({ rewrite }) => rewrite === finding.rewrite);
      return partOfFinding(say, finding, text, span, isShown, actions);
    }),
  }));
  if (lint.absent.length === 0) return inText;
  const parts = lint.absent.map((absence) => partOfAbsence(say, absence, actions));
  return [...inText, { words: title, parts }];
}

/**
 * The places of the findings: the statements and outcomes that the engine names, and for what stands outside of
 * them the longest words that a finding is about.
 */
function placesOf(say: Say, { text, lint }: Checked): Place[] {
  const places: Place[] = [
    ...lint.statements.map((found) => ({ span: found.span, facts: [elementChips(say, found, text)], findings: [] })),
    ...lint.outcomes.map((found) => ({ span: found.span, facts: [smartLetters(say, found)], findings: [] })),
  ];
  const holding = ({ span }: WordingFinding): Place | undefined =>
    places.find((place) => place.span.start <= span.start && span.end <= place.span.end);
  const longestFirst = [...lint.findings].sort((one, other) => length(other.span) - length(one.span));
  for (const finding of longestFirst) {
    if (holding(finding) === undefined) places.push({ span: finding.span, findings: [] });
  }
  for (const finding of lint.findings) holding(finding)?.findings.push(finding);
  return places.sort((one, other) => one.span.start - other.span.start);
}

function partOfFinding(
  say: Say,
  finding: WordingFinding,
  text: string,
  place: Span,
  isShown: boolean,
  { select, dismiss }: Actions,
): Part {
  const { rule, span, severity, message, why, instead, action, cites, rewrite, fingerprint } = finding;
  const words = text.slice(span.start, span.end);
  const isOfPlace = span.start === place.start && span.end === place.end;
  return {
    // A fingerprint has the words of the statement in it, and so changes with every letter that is typed there.
    key: isOfPlace ? rule : `${rule} ${words}`,
    severity,
    message: isOfPlace ? message : `“${shortened(words, MOST_QUOTED)}”: ${message}`,
    why,
    clear: instead,
    action: say(action),
    cites,
    template: isShown ? null : (rewrite ?? null),
    buttons: [
      { label: say("showInText"), about: words.slice(0, MOST_HEARD), run: () => select(span) },
      { label: say("dismiss"), about: message, run: () => dismiss(fingerprint) },
    ],
  };
}

function partOfAbsence(say: Say, absence: Absence, { dismiss }: Actions): Part {
  const { rule, severity, message, why, instead, action, cites, pillars = [], fingerprint } = absence;
  const named = pillars.map((pillar) => nameOf(say, pillar)).join(", ");
  return {
    key: rule,
    severity,
    message: named === "" ? message : `${message} ${say("notMentioned", { pillars: named })}`,
    why,
    clear: instead,
    action: say(action),
    cites,
    buttons: [{ label: say("dismiss"), about: message, run: () => dismiss(fingerprint) }],
  };
}

type Pillar = Meaning & keyof typeof TEXTS;

/** A meaning in words; a lexicon may have one that the elements have no words for. */
function nameOf(say: Say, meaning: Meaning): string {
  return meaning in TEXTS ? say(meaning as Pillar) : meaning;
}

function length({ start, end }: Span): number {
  return end - start;
}

function shortened(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most)}…` : words;
}

/**
 * Gives statements their keys. A person edits one stretch of a text: the statements before and after it are as they
 * were and keep their keys, and those within it keep theirs in their order.
 */
export function keyedLike(before: readonly Statement[], now: readonly Unkeyed[], fresh: () => string): Statement[] {
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head]!.words === now[head]!.words) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail)!.words === now.at(-1 - tail)!.words) tail += 1;
  return now.map((statement, at) => {
    const fromEnd = now.length - at;
    const kept = fromEnd <= tail ? before.at(-fromEnd) : at < before.length - tail ? before[at] : undefined;
    return { ...statement, key: kept?.key ?? fresh() };
  });
}
