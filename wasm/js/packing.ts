// Packs a review into bytes, in the layout of `wasm/src/packed.rs`. A review with anything unusual is not packed:
// the caller passes it on as text, and the engine's reader reports what is wrong with it. So this file accepts only
// what is right beyond doubt, and states no problem.

import type { Fact, Numbers } from "./numbers.js";

/** Packs a review; `undefined` where it must be passed on as text. */
export type Packer = (review: unknown) => Uint8Array | undefined;

/** A UTF-16 unit of a text takes at most six bytes of JSON, and the rest of a review less than one more. */
const BYTES_A_UNIT = 7;
/** A date of every calendar from 1900 on; 29 February is left to the engine. */
const DATE =
  /^(?:19|20)\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)$/;

const NOT_PACKED = new Error("not packed");

type Tree = Record<string, unknown>;

/** The members of a plain object, of which JSON has what a loop over its names finds. */
function tree(value: unknown): Tree {
  if (typeof value !== "object" || value === null || Array.isArray(value) || "toJSON" in value) throw NOT_PACKED;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw NOT_PACKED;
  return value as Tree;
}

/** A whole number, counted from the least one, in a byte. 0 stands for none, and the core decides which it accepts. */
function byteOf(value: unknown, least: number): number {
  const place = Number.isInteger(value) ? (value as number) - least : -1;
  if (place >= 0 && place <= 254) return place + 1;
  throw NOT_PACKED;
}

/** The value of a fact in a byte, by its place among those that it can have. A date has none. */
function byteOfFact({ kind, range, words }: Fact, value: unknown): number {
  if (range !== null && Number.isInteger(value) && (value as number) <= range.most) return byteOf(value, range.least);
  if (kind === "flag" && typeof value === "boolean") return value ? 2 : 1;
  const place = words.indexOf(value as string);
  if (place >= 0) return place + 1;
  throw NOT_PACKED;
}

/** A packer for the reviews of a framework. It keeps nothing of a review after a call. */
export function packer(numbers: Numbers): Packer {
  const {
    answers: answerSets,
    answerSet,
    sections,
    descriptors,
    sectionOf,
    criteria,
    counts,
    facts,
    descriptorIds,
    limits,
  } = numbers;
  const levelAt = facts.size;
  const criteriaAt = levelAt + 1;
  const descriptorsAt = criteriaAt + criteria.size;
  const sectionsAt = descriptorsAt + descriptorIds.length;
  const countsAt = sectionsAt + 2 * sections.size;
  const size = countsAt + [...counts.values()].reduce((sum, { size }) => sum + size, 0);

  /** A text that is short enough and can be written as JSON; returns its length. */
  function text(value: unknown, most: number): number {
    if (typeof value !== "string" || value.length > most || !isWellFormed(value)) throw NOT_PACKED;
    return value.length;
  }

  function packPlan(plan: Tree, bytes: Uint8Array): number {
    let length = 0;
    for (const field in plan) {
      const value = plan[field];
      const fact = facts.get(field);
      if (fact === undefined) {
        if (field !== "reference") throw NOT_PACKED;
        if (value !== null && value !== undefined) length += text(value, limits.referenceLength);
        continue;
      }
      if (value === null || value === undefined) continue;
      bytes[fact.number] = byteOfFact(fact, value);
    }
    return length;
  }

  function packDetails(details: Tree, bytes: Uint8Array): number {
    let length = 0;
    for (const field in details) {
      const value = details[field];
      if (field !== "level" && field !== "date" && field !== "reviewer") throw NOT_PACKED;
      if (value === null || value === undefined) continue;
      if (field === "level") {
        bytes[levelAt] = byteOf(value, 1);
      } else if (field === "date") {
        if (typeof value !== "string" || !DATE.test(value)) throw NOT_PACKED;
      } else {
        const reviewer = tree(value);
        for (const name in reviewer) {
          if (name !== "role" && name !== "id") throw NOT_PACKED;
          const detail = reviewer[name];
          if (detail === null || detail === undefined) continue;
          length += text(detail, name === "id" ? limits.referenceLength : limits.textLength);
        }
      }
    }
    return length;
  }

  function packCriteria(answers: Tree, bytes: Uint8Array): void {
    for (const id in answers) {
      const criterion = criteria.get(id);
      if (criterion === undefined) throw NOT_PACKED;
      const value = answers[id];
      if (value === null || value === undefined) continue;
      const number = criterion.values.get(value as string);
      if (number === undefined) throw NOT_PACKED;
      bytes[criteriaAt + criterion.number] = number + 1;
    }
  }

  function packCounts(given: Tree, severities: ReadonlyMap<string, number>, bytes: Uint8Array): void {
    for (const severity in given) {
      const place = severities.get(severity);
      if (place === undefined) throw NOT_PACKED;
      const count = given[severity];
      if (count !== null && count !== undefined) bytes[countsAt + place] = byteOf(count, 0);
    }
  }

  function packAnswers(answers: Tree, section: number, bytes: Uint8Array): void {
    for (const id in answers) {
      const number = descriptors.get(id);
      if (number === undefined || sectionOf[number] !== section) throw NOT_PACKED;
      const value = answers[id];
      if (value === null || value === undefined) continue;
      const severities = counts.get(number);
      if (severities !== undefined) {
        packCounts(tree(value), severities, bytes);
        continue;
      }
      const code = answerSets[answerSet[number]!]!.get(value as string);
      if (code === undefined) throw NOT_PACKED;
      bytes[descriptorsAt + number] = code;
    }
  }

  function packSection(record: Tree, section: number, bytes: Uint8Array): number {
    let length = 0;
    const at = sectionsAt + 2 * section;
    for (const field in record) {
      const value = record[field];
      const shift = field === "strengths" ? 0 : field === "improvements" ? 2 : field === "rationale" ? 4 : -1;
      if (shift >= 0) {
        if (value === null || value === undefined) continue;
        length += text(value, limits.textLength);
        bytes[at + 1]! |= (isBlank(value as string) ? 1 : 2) << shift;
      } else if (field === "descriptors") {
        if (value !== null && value !== undefined) packAnswers(tree(value), section, bytes);
      } else if (field === "score") {
        if (value === null || value === undefined) continue;
        // 0 is a score of some scales.
        bytes[at] = byteOf(value, 0);
      } else throw NOT_PACKED;
    }
    return length;
  }

  function packReview(review: Tree, bytes: Uint8Array): void {
    let length = 0;
    let isNamed = false;
    for (const field in review) {
      const value = review[field];
      if (field === "framework") {
        if (value !== numbers.framework) throw NOT_PACKED;
        isNamed = true;
      } else if (field !== "plan" && field !== "review" && field !== "criteria" && field !== "sections")
        throw NOT_PACKED;
      else if (value === null || value === undefined) continue;
      else if (field === "plan") length += packPlan(tree(value), bytes);
      else if (field === "review") length += packDetails(tree(value), bytes);
      else if (field === "criteria") packCriteria(tree(value), bytes);
      else {
        const records = tree(value);
        for (const id in records) {
          const section = sections.get(id);
          if (section === undefined) throw NOT_PACKED;
          const record = records[id];
          if (record !== null && record !== undefined) length += packSection(tree(record), section, bytes);
        }
      }
    }
    if (!isNamed || length * BYTES_A_UNIT > limits.documentBytes) throw NOT_PACKED;
  }

  return (review) => {
    if (typeof review !== "object") return undefined;
    const bytes = new Uint8Array(size);
    try {
      packReview(tree(review), bytes);
      return bytes;
    } catch {
      // Whatever reading an odd object throws, it throws again where it is written as text.
      return undefined;
    }
  };
}

/** Whether every surrogate has its other half: one alone cannot be written in UTF-8. */
function isWellFormed(text: string): boolean {
  const { isWellFormed } = text as { isWellFormed?: () => boolean };
  return isWellFormed === undefined ? !/[\ud800-\udfff]/.test(text) : isWellFormed.call(text);
}

/** Whether a text is white space alone, as Unicode and the engine have it. */
function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  return !(first > 0x20 && first < 0x7f) && !/\P{White_Space}/u.test(text);
}
