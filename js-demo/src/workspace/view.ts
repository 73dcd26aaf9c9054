// What the pages show of a plan. The engine's document has a place for each run of the file; a page needs the line.

import type {
  AdviceCheck,
  AdviceDocument,
  Block,
  BlockCell,
  PlanDocument,
  PlanFact,
  PlanSection,
  SectionDoubt,
  Sureness,
} from "./shapes.ts";

/** A line of the file. */
export interface Line {
  file: number;
  paragraph: number;
}

export interface BlockView {
  kind: Block["kind"];
  text: string;
  number?: string | undefined;
  row?: number | undefined;
  cells?: readonly BlockCell[] | undefined;
  line: Line | null;
}

export interface PartView {
  sections: readonly PlanSection[];
  heading: string;
  line: Line;
  sureness: Sureness;
  area?: string | undefined;
  blocks: readonly BlockView[];
}

/** A fact that the plan states, with the words it rests on. */
export interface FactView {
  kind: string;
  value: string;
  basis: PlanFact["basis"];
  words: string;
}

export interface PlanView {
  parts: readonly PartView[];
  /** The lines of no section: cover, contents and so on. */
  others: readonly { text: string; line: Line | null }[];
  doubts: readonly SectionDoubt[];
  /** How many comments stand in the file already. */
  comments: number;
}

/** What the page shows of a piece of advice. */
export interface AdviceView {
  author: string | null;
  role: string | null;
  agency: string | null;
  /** YYYY-MM-DD. */
  date: string | null;
  /** How many paragraphs it has on needs, outcomes and provision. */
  needs: number;
  outcomes: number;
  provision: number;
  /** How many findings there are, and what of all that is asked is not there. */
  findings: number;
  missing: readonly string[];
}

export function adviceViewOf(advice: AdviceDocument, { findings }: AdviceCheck): AdviceView {
  const { author, role, agency, date, needs, outcomes, provision } = advice;
  return {
    author: author ?? null,
    role: role ?? null,
    agency: agency ?? null,
    date: date ?? null,
    needs: needs.length,
    outcomes: outcomes.length,
    provision: provision.length,
    findings: findings.length,
    missing: findings.filter(({ place }) => place == null).map(({ message }) => message),
  };
}

export function viewOf(plan: PlanDocument): PlanView {
  return {
    parts: plan.parts.map(({ sections, heading, blocks }) => ({
      sections,
      heading: heading.text,
      line: { file: heading.place.file, paragraph: heading.place.paragraph },
      sureness: heading.sureness,
      area: heading.area ?? undefined,
      blocks: blocks.map(blockView),
    })),
    others: plan.furniture.map((block) => ({ text: block.text, line: lineOf(block) })),
    doubts: plan.doubts,
    comments: plan.comments.length,
  };
}

/** The facts that a plan states, with their words. */
export function factViews(plan: PlanDocument, facts: readonly PlanFact[]): FactView[] {
  const words = new Map<string, string>();
  for (const { text, runs } of [...plan.furniture, ...plan.parts.flatMap(({ blocks }) => blocks)]) {
    for (const { file, paragraph } of runs) words.set(`${file} ${paragraph}`, text);
  }
  return facts.map(({ kind, value, basis, place }) => ({
    kind,
    value,
    basis,
    words: place == null ? "" : (words.get(`${place.file} ${place.paragraph}`) ?? ""),
  }));
}

function blockView(block: Block): BlockView {
  const { kind, text, number, row, cells } = block;
  return {
    kind,
    text,
    number: number ?? undefined,
    row: row ?? undefined,
    cells: cells ?? undefined,
    line: lineOf(block),
  };
}

function lineOf({ runs }: Block): Line | null {
  const [first] = runs;
  return first === undefined ? null : { file: first.file, paragraph: first.paragraph };
}

/** The parts of a section with their numbers in the plan. */
export function partsOf(plan: PlanView, section: string): { part: PartView; at: number }[] {
  return plan.parts
    .map((part, at) => ({ part, at }))
    .filter(({ part }) => (part.sections as readonly string[]).includes(section));
}

/** The text of a section, a line for each block. */
export function textOf(plan: PlanView, section: string): string {
  return partsOf(plan, section)
    .flatMap(({ part }) => part.blocks.map(({ text }) => text))
    .filter((text) => text.trim() !== "")
    .join("\n");
}
