// What was found in a text, as the statements of the text with their parts.

import type { Absence, Lint, Meaning, Span, StatementFinding, WordingFinding } from "../../documents.js";
import { quoted } from "../../quote.js";
import type { Button, Part, Statement } from "../finding.js";
import { TEXTS, type Say } from "../texts.js";
import { elementChips, smartLetters } from "./facts.js";
import { wordsFor } from "./template.js";

/** Of the words that a button is about, so many are heard. */
const MOST_HEARD = 60;

/** A statement before it is known which of those shown last it is. */
type Unkeyed = Omit<Statement, "key">;

/** What a person can do about what was found. */
export interface Actions {
  /** Shows a stretch in the text. */
  select(span: Span): void;
  /** Puts a template in the place of its statement. */
  replace(span: Span, template: string): void;
  /** Leaves a finding out from now on. */
  dismiss(fingerprint: string): void;
}

/** A text that was checked. */
export interface Checked {
  text: string;
  lint: Lint;
  /** The longest text that its field takes. */
  longest: number;
  /** The title of the section that the text is of. */
  title: string;
}

/** A stretch of the text with what was found in it. */
interface Place {
  span: Span;
  /** What a statement or an outcome says. */
  facts?: readonly Node[];
  finding?: StatementFinding;
}

/** So many parts of findings are drawn, and so many statements. */
const MOST_DRAWN = 200;
/** So much of a text is drawn again, with its words underlined. */
const MOST_UNDERLINED = 50_000;

/** What is drawn of all that was found: the beginning, where it ends in the text, and how many parts it leaves out. */
export function beginning(lint: Lint): { lint: Lint; end: number; more: number } {
  let [parts, drawn] = [0, 0];
  const findings = lint.findings.filter((finding) => {
    parts += finding.parts.length;
    if (parts > MOST_DRAWN) return false;
    drawn = parts;
    return true;
  });
  const next = lint.findings[findings.length]?.span.start ?? Infinity;
  const before = <T extends { span: Span }>(all: readonly T[]): T[] =>
    all.slice(0, MOST_DRAWN).filter(({ span }) => span.start < next);
  const statements = before(lint.statements);
  const outcomes = before(lint.outcomes);
  return {
    lint: { ...lint, findings, statements, outcomes },
    end: Math.min(next, MOST_UNDERLINED),
    more: parts - drawn + lint.more,
  };
}

/** The statements of a text in its order, and last the section itself, for what no part of it says. */
export function statementsOf(say: Say, checked: Checked, actions: Actions): Unkeyed[] {
  const { text, lint, title } = checked;
  const inText = placesOf(say, checked).map(({ span, facts, finding }) => ({
    // What the engine names elements of is shown from end to end.
    words: quoted(text, span, facts === undefined ? undefined : Infinity),
    facts,
    parts: finding?.parts.map((part) => partOfFinding(say, part, text, span, actions)) ?? [],
    learned: finding?.learned?.reason ?? null,
    template: finding?.rewrite ?? null,
    buttons: finding === undefined ? [] : buttonsOf(say, finding, checked, actions),
  }));
  if (lint.absent.length === 0) return inText;
  const parts = lint.absent.map((absence) => partOfAbsence(say, absence, actions));
  return [...inText, { words: title, parts }];
}

/** The statements in which something was found, and the statements and outcomes whose elements the engine names. */
function placesOf(say: Say, { text, lint }: Checked): Place[] {
  const places: Place[] = [
    ...lint.statements.map((found) => ({ span: found.span, facts: [elementChips(say, found, text)] })),
    ...lint.outcomes.map((found) => ({ span: found.span, facts: [smartLetters(say, found)] })),
  ];
  const byStart = new Map(places.map((place) => [place.span.start, place]));
  for (const finding of lint.findings) {
    const place = byStart.get(finding.span.start);
    if (place === undefined) places.push({ span: finding.span, finding });
    else place.finding = finding;
  }
  return places.sort((one, other) => one.span.start - other.span.start);
}

/** What a person can do about a statement: put its template in its place, where the field has room for it. */
function buttonsOf(say: Say, { span, rewrite }: StatementFinding, checked: Checked, { replace }: Actions): Button[] {
  const { text, longest } = checked;
  if (rewrite === undefined || rewrite === null) return [];
  const added = wordsFor(text, span, rewrite).length - (span.end - span.start);
  if (text.length + added > longest) return [];
  const about = text.slice(span.start, span.end).slice(0, MOST_HEARD);
  return [{ label: say("useTemplate"), about, run: () => replace(span, rewrite) }];
}

function partOfFinding(say: Say, part: WordingFinding, text: string, place: Span, { select, dismiss }: Actions): Part {
  const { rule, span, severity, message, why, instead, action, cites, fingerprint } = part;
  const words = text.slice(span.start, span.end);
  const isOfPlace = span.start === place.start && span.end === place.end;
  return {
    // A fingerprint has the words of the statement in it, and so changes with every letter that is typed there.
    key: isOfPlace ? rule : `${rule} ${words}`,
    severity,
    message: isOfPlace ? message : `${quoted(text, span)}: ${message}`,
    why,
    clear: instead,
    action: say(action),
    cites,
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
