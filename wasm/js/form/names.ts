// The names that the fields of a page may have, what each stands for in a review, and how its values are read.

import { answersTo, type LabelledAnswer } from "../answers.js";
import type { Choice, NumberLabel } from "../documents.js";
import type { Grader } from "../engine.js";
import type { Fact, YearGroup } from "../numbers.js";
import { htmlText, isHtml } from "../rich-text.js";
import { labelled, type LabelledScore } from "../scores.js";
import type { Value } from "../values.js";
import { tokensOf } from "./nearest.js";

/**
 * Reads a value as the page has it; `undefined` where it cannot be read.
 * @throws Unreadable where there is more to say.
 */
type Reading = (written: string) => Value | undefined;

/** Why a value cannot be read, in a sentence. */
export class Unreadable extends Error {}

/** What a name stands for. */
export interface Meaning {
  /** Its place in the review; for the text of a section, the id of the section alone. */
  path: string[];
  /** Whether it is the text of a section of the plan, which is not part of the review. */
  isSectionText: boolean;
  read: Reading;
  /** What can be read, in words. */
  expected: string;
  /** The words of which the nearest is named where another cannot be read. */
  words?: readonly string[];
  /** Whether it is text, which may be anything. */
  isText?: boolean;
}

type HowRead = Pick<Meaning, "read" | "expected" | "words" | "isText">;

/** The field of the review that a name stands for, as a JSON Pointer; none for the text of a section. */
export function pointerOf({ path, isSectionText }: Meaning): [] | [string] {
  return isSectionText ? [] : [`/${path.join("/")}`];
}

const YES = ["yes", "y", "true", "t", "1", "on", "met"];
const NO = ["no", "n", "false", "f", "0", "off", "not_met", "not met"];
const NEITHER = ["not_applicable", "not applicable", "n/a", "na"];

/** Words are read whatever their case and spacing. */
const plain = (written: string): string => written.trim().replace(/\s+/g, " ").toLowerCase();

function isYes(written: string): boolean | undefined {
  const word = plain(written);
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : undefined;
}

/** An answer to a descriptor, by its id or its label, or by a usual word for one that is met, is not, or excludes. */
function answer(answers: readonly LabelledAnswer[]): Reading {
  const withCredit = (credit: number | null): string | undefined =>
    answers.find((answer) => answer.credit === credit)?.id;
  return (written) => {
    const word = plain(written);
    const named = answers.find(({ id, label }) => id === word || (label !== null && plain(label) === word));
    if (named !== undefined) return named.id;
    if (NEITHER.includes(word)) return withCredit(null);
    const yes = isYes(written);
    return yes === undefined ? undefined : withCredit(yes ? 1 : 0);
  };
}

/** An integer, alone or before what it counts, as in "15 years". */
function number(written: string): number | undefined {
  const digits = /^(-?\d{1,3})(?![\d.,:/-])\D*$/.exec(written.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * A score, by its number, by the words that the framework has for it, or by both in either order, whatever marks stand
 * between: "2. Good", "Good (2)". Words of several scores need a number.
 */
function score(labelled: readonly LabelledScore[]): Reading {
  const scores = labelled.map(({ score, names }) => ({
    score,
    names: names.map((name) => tokensOf(name).join(" ")),
    words: names.map((name) => wordsOf(name)).filter((words) => words !== ""),
  }));
  return (written) => {
    // A label may have a number in it, which is not that of its score.
    const exact = scores.filter(({ names }) => names.includes(tokensOf(written).join(" ")));
    if (exact.length === 1) return exact[0]!.score;
    const numbers = tokensOf(written).filter(isNumber);
    const words = wordsOf(written);
    if (numbers.length > 1) return undefined;
    const number = numbers.length === 1 ? Number(numbers[0]) : undefined;
    const numbered = scores.filter(({ score }) => score === number);
    const named = scores.filter((entry) => entry.words.includes(words));
    if (number === undefined) return named.length === 1 ? named[0]!.score : undefined;
    if (words === "") return numbered[0]?.score;
    const both = numbered.find((entry) => named.includes(entry));
    if (both === undefined && numbered.length > 0 && named.length > 0) {
      throw new Unreadable("Its number and its words are different scores.");
    }
    return both?.score;
  };
}

const isNumber = (token: string): boolean => /^\p{N}/u.test(token);
const wordsOf = (text: string): string =>
  tokensOf(text)
    .filter((token) => !isNumber(token))
    .join(" ");

/** A year group, as a number or by its name. */
function yearGroup(years: readonly YearGroup[]): Reading {
  return (written) => {
    const word = plain(written).replace(/^(year|yr|y)\.? ?(?=\d)/, "");
    const wanted = word === "r" ? "reception" : word;
    return years.find(({ name }) => name !== "year" && name === wanted)?.number ?? number(word);
  };
}

/** The names of year groups, as people write them. */
function yearNames(years: readonly YearGroup[]): string[] {
  return years.flatMap(({ name, year }) => {
    if (name === "beyond_year") return [];
    return name === "year" ? `Year ${year}` : name.charAt(0).toUpperCase() + name.slice(1).replace("_", " ");
  });
}

/** A date as YYYY-MM-DD, or as day, month and year, with or without the time that some servers print behind it. */
function date(written: string): Value | undefined {
  const [text = ""] = written.trim().split(/[T ]\d{1,2}:\d{2}/);
  if (text === "" || /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined) return undefined;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** One of the framework's values, by its id or its label. */
function oneOf(values: readonly Choice[]): Reading {
  return (written) => {
    const word = plain(written);
    return values.find(({ id, label }) => id === word || plain(label) === word)?.id;
  };
}

/** A number, or the label of one. */
function labelledNumber(labels: readonly NumberLabel[]): Reading {
  return (written) => labels.find(({ label }) => plain(label) === plain(written))?.number ?? number(written);
}

/** An answer to a criterion. Where there are two, from the worse to the better, no and yes are read too. */
function criterionAnswer(values: readonly Choice[]): Reading {
  const named = oneOf(values);
  const [worse, better] = values.length === 2 ? values : [];
  return (written) => {
    const yes = isYes(written);
    return named(written) ?? (yes === undefined ? undefined : (yes ? better : worse)?.id);
  };
}

const TEXT: HowRead = { read: (written) => written, expected: "text", isText: true };
/** A text that people write, for which a page may have an editor that makes HTML. */
const PROSE: HowRead = { ...TEXT, read: (written) => (isHtml(written) ? htmlText(written).text : written) };
const NUMBER: HowRead = { read: number, expected: "a whole number" };
const DATE: HowRead = { read: date, expected: "a date, as YYYY-MM-DD or day/month/year" };

/** Every name that a field may have under the framework of an engine. */
export function meanings({
  framework,
  facts,
  scores: inOrder,
}: Pick<Grader, "framework" | "facts" | "scores">): Map<string, Meaning> {
  const { wording, interpretation } = framework;
  const { counts } = interpretation;
  const names = new Map<string, Meaning>();
  const add = (name: string, path: string[], reading: HowRead, isSectionText = false): void => {
    names.set(name, { path, isSectionText, ...reading });
  };

  add("plan.reference", ["plan", "reference"], TEXT);
  add("review.level", ["review", "level"], NUMBER);
  add("review.date", ["review", "date"], DATE);
  add("review.reviewer.role", ["review", "reviewer", "role"], TEXT);
  add("review.reviewer.id", ["review", "reviewer", "id"], TEXT);

  for (const { field, values, labels } of interpretation.context) {
    const fact = facts.get(field);
    const years = fact?.years ?? [];
    const choice = { read: oneOf(values ?? []), ...wordsFrom((values ?? []).map(({ label }) => label)) };
    const readings: Record<Fact["kind"], HowRead> = {
      stage: choice,
      year_group: { read: yearGroup(years), expected: "a year group", words: yearNames(years) },
      age: NUMBER,
      flag: { read: isYes, expected: "yes or no" },
      number: { read: labelledNumber(labels ?? []), expected: NUMBER.expected },
      choice,
      date: { read: date, expected: "a date" },
    };
    add(`plan.${field}`, ["plan", field], readings[fact?.kind ?? "flag"]);
  }
  for (const { id, values } of interpretation.criteria) {
    const words = wordsFrom(values.map(({ label }) => label));
    add(`criteria.${id}`, ["criteria", id], { read: criterionAnswer(values), ...words });
  }

  const scores = labelled(framework, inOrder);
  const scored: HowRead = {
    read: score(scores),
    expected: either(scores.map(({ score, label }) => `${score} ${label}`)),
    words: [...new Set(scores.map(({ label }) => label))],
  };
  for (const { id, descriptors } of [...wording.sections, wording.overall]) {
    const path = ["sections", id];
    for (const { id: descriptor } of descriptors) {
      if (counts?.descriptors.includes(descriptor)) {
        for (const { id: severity } of counts.severities) {
          add(`${descriptor}.${severity}`, [...path, "descriptors", descriptor, severity], NUMBER);
        }
        continue;
      }
      const answers = answersTo(framework, id, descriptor);
      const words = wordsFrom(answers.map(({ id, label }) => label ?? plain(id.replace("_", " "))));
      add(descriptor, [...path, "descriptors", descriptor], { read: answer(answers), ...words });
    }
    add(`${id}.score`, [...path, "score"], scored);
    for (const field of ["strengths", "improvements", "rationale"]) add(`${id}.${field}`, [...path, field], PROSE);
    if (id !== wording.overall.id) add(`${id}.text`, [id], PROSE, true);
  }
  return names;
}

const wordsFrom = (words: readonly string[]) => ({ expected: either(words), words });

/** "one, two or three". */
function either(words: readonly string[]): string {
  const [last = "", ...others] = [...words].reverse();
  return others.length === 0 ? last : `${others.reverse().join(", ")} or ${last}`;
}
