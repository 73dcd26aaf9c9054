// One case: what a person has given, decided and recorded. It is a plain object, replaced by each step and never
// changed in place. What the engine makes of it stands elsewhere.

import type { Review } from "ehcp-qa";
import type { CoverageChoice, SectionChoice, TextPlace, ThreadItem } from "./shapes.ts";

/** Where the text of the plan comes from: a Word file, or what was pasted. */
export type PlanSource =
  | { kind: "word"; name: string; bytes: Uint8Array }
  | { kind: "text" | "html" | "markdown"; name: string; text: string };

/** A piece of advice: a file, under a name of its own in the case. */
export type AdviceSource = PlanSource & { id: string };

/** What the officer knows of the plan beside the review. Empty lists and texts are not known. */
export interface Known {
  /** The names that the child goes by. */
  names: readonly string[];
  /** Others who are properly in the plan. */
  people: readonly string[];
  pronouns: "he" | "she" | "they" | "";
  /** When the request for an assessment was received, YYYY-MM-DD. */
  received: string;
  /** When the plan was issued, YYYY-MM-DD. */
  issued: string;
}

export interface Case {
  /** A random name, under which the browser keeps a copy on request. */
  id: string;
  review: Review;
  source: PlanSource | null;
  /** The advice that the plan is written from. */
  advices: readonly AdviceSource[];
  /** Which statements of the plan carry which of the advice, as the officer says. */
  pairs: readonly CoverageChoice[];
  /** What the officer has said about lines that open sections. */
  choices: readonly SectionChoice[];
  known: Known;
  /** The items of the golden thread with the links that were confirmed; `null` before any is. */
  items: readonly ThreadItem[] | null;
  /** The fingerprints of findings that were dismissed. */
  dismissed: readonly string[];
  /** Texts of sections that were edited on the page. The file of the plan is unchanged. */
  texts: Readonly<Record<string, string>>;
}

export const NOTHING_KNOWN: Known = { names: [], people: [], pronouns: "", received: "", issued: "" };

/** A case in which nothing has happened yet. */
export function newCase(framework: string): Case {
  return {
    id: randomName(),
    review: { framework: framework as Review["framework"] },
    source: null,
    advices: [],
    pairs: [],
    choices: [],
    known: NOTHING_KNOWN,
    items: null,
    dismissed: [],
    texts: {},
  };
}

/** The case with another plan. What was said about the lines and the words of the plan before goes with it. */
export function withPlan(before: Case, source: PlanSource | null): Case {
  return { ...before, source, pairs: [], choices: [], known: NOTHING_KNOWN, items: null, dismissed: [], texts: {} };
}

/** The case with the plan of another state of it, and what was said about that plan. */
export function withPlanOf(now: Case, { source, pairs, choices, known, items, dismissed, texts }: Case): Case {
  return { ...now, source, pairs, choices, known, items, dismissed, texts };
}

/** The case with what a person says about a line. The last word about a line counts. */
export function withChoice(before: Case, choice: SectionChoice): Case {
  const others = before.choices.filter(({ file, paragraph }) => file !== choice.file || paragraph !== choice.paragraph);
  return { ...before, choices: [...others, choice], items: null };
}

/** The case without a piece of advice. What was said about its statements goes with it. */
export function withoutAdvice(before: Case, id: string): Case {
  const at = before.advices.findIndex((advice) => advice.id === id);
  if (at === -1) return before;
  const pairs = before.pairs.flatMap((pair) => {
    if (pair.advice === at) return [];
    return [pair.advice > at ? { ...pair, advice: pair.advice - 1 } : pair];
  });
  return { ...before, advices: before.advices.filter((advice) => advice.id !== id), pairs };
}

/** The case with the statements of the plan that carry one of the advice; `null` leaves that to the engine. */
export function withPair(before: Case, advice: number, place: TextPlace, plan: TextPlace[] | null): Case {
  const others = before.pairs.filter((pair) => pair.advice !== advice || !samePlace(pair.place, place));
  return { ...before, pairs: plan === null ? others : [...others, { advice, place, plan }] };
}

export function samePlace(one: TextPlace, other: TextPlace): boolean {
  return one.part === other.part && one.block === other.block && one.at === other.at && one.length === other.length;
}

/** The case with the text of a section; `null` takes the edits back. */
export function withText(before: Case, section: string, text: string | null): Case {
  const { [section]: _, ...others } = before.texts;
  return { ...before, texts: text === null ? others : { ...others, [section]: text } };
}

/** Random letters. They are no secret, and need no page that is served securely. */
export function randomName(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return [...numbers].map((number) => number.toString(36)).join("");
}
