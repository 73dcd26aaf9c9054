// The names that the fields of a page may have, what each stands for in a review, and how its values are read.

import { answersOf, type LabelledAnswer } from "../answers.js";
import type { Choice, FrameworkDocument } from "../documents.js";
import type { Fact, YearGroup } from "../numbers.js";
import { scoresOf } from "../scores.js";
import type { Value } from "../values.js";

/** Reads a value as the page has it; `undefined` where it cannot be read. */
type Reading = (written: string) => Value | undefined;

/** What a name stands for. */
export interface Meaning {
  /** Its place in the review; for the text of a section, the id of the section alone. */
  path: string[];
  /** Whether it is the text of a section of the plan, which is not part of the review. */
  isSectionText: boolean;
  read: Reading;
  /** What can be read, in words. */
  expected: string;
}

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

/** An integer, alone or before its label, as in "2 Good". */
function number(written: string): Value | undefined {
  const digits = /^(-?\d{1,3})(?![\d.,:/-])/.exec(written.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A year group, as a number or by its name. */
function yearGroup(years: readonly YearGroup[]): Reading {
  return (written) => {
    const word = plain(written).replace(/^(year|yr|y)\.? ?(?=\d)/, "");
    const wanted = word === "r" ? "reception" : word;
    return years.find(({ name }) => name !== "year" && name === wanted)?.number ?? number(word);
  };
}

/** A date as YYYY-MM-DD, or as day, month and year. */
function date(written: string): Value {
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written.trim()) ?? [];
  if (day === undefined || month === undefined) return written.trim();
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** One of the framework's values, by its id or its label. */
function oneOf(values: readonly Choice[]): Reading {
  return (written) => {
    const word = plain(written);
    return values.find(({ id, label }) => id === word || plain(label) === word)?.id;
  };
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

const TEXT: Pick<Meaning, "read" | "expected"> = { read: (written) => written, expected: "text" };
const NUMBER = { read: number, expected: "a whole number" };

/** Every name that a field may have under a framework. */
export function meanings(framework: FrameworkDocument, facts: ReadonlyMap<string, Fact>): Map<string, Meaning> {
  const { wording, interpretation } = framework;
  const names = new Map<string, Meaning>();
  const add = (
    name: string,
    path: string[],
    reading: Pick<Meaning, "read" | "expected">,
    isSectionText = false,
  ): void => {
    names.set(name, { path, isSectionText, ...reading });
  };

  add("plan.reference", ["plan", "reference"], TEXT);
  add("review.level", ["review", "level"], NUMBER);
  add("review.date", ["review", "date"], { read: date, expected: "a date" });
  add("review.reviewer.role", ["review", "reviewer", "role"], TEXT);
  add("review.reviewer.id", ["review", "reviewer", "id"], TEXT);

  for (const { field, values } of interpretation.context) {
    const fact = facts.get(field);
    const readings: Record<Fact["kind"], Pick<Meaning, "read" | "expected">> = {
      stage: { read: oneOf(values ?? []), expected: either((values ?? []).map(({ label }) => label)) },
      year_group: { read: yearGroup(fact?.years ?? []), expected: "a year group" },
      age: NUMBER,
      flag: { read: isYes, expected: "yes or no" },
    };
    add(`plan.${field}`, ["plan", field], readings[fact?.kind ?? "flag"]);
  }
  for (const { id, values } of interpretation.criteria) {
    const expected = either(values.map(({ label }) => label));
    add(`criteria.${id}`, ["criteria", id], { read: criterionAnswer(values), expected });
  }

  const scores = scoresOf(framework);
  const score = {
    read: (written: string) => {
      // A label names a score where its grade has no other.
      const [named, ...others] = scores.filter(({ label }) => plain(label) === plain(written));
      return number(written) ?? (others.length === 0 ? named?.score : undefined);
    },
    expected: either(scores.map(({ score, label }) => `${score} ${label}`)),
  };
  const answers = answersOf(framework);
  const expected = either(answers.map(({ id, label }) => label ?? id.replace("_", " ")));
  for (const { id, descriptors } of [...wording.sections, wording.overall]) {
    const path = ["sections", id];
    for (const { id: descriptor } of descriptors) {
      add(descriptor, [...path, "descriptors", descriptor], { read: answer(answers), expected });
    }
    add(`${id}.score`, [...path, "score"], score);
    for (const field of ["strengths", "improvements", "rationale"]) add(`${id}.${field}`, [...path, field], TEXT);
    if (id !== wording.overall.id) add(`${id}.text`, [id], TEXT, true);
  }
  return names;
}

/** "one, two or three". */
function either(words: readonly string[]): string {
  const [last = "", ...others] = [...words].reverse();
  return others.length === 0 ? last : `${others.reverse().join(", ")} or ${last}`;
}
