// The text of a section as the plan has it, with the words of its findings underlined.

import type { Severity } from "ehcp-qa";
import { build } from "../dom.ts";
import type { SectionFinding } from "./found.ts";
import type { BlockView, PlanView } from "./view.ts";
import { partsOf } from "./view.ts";

/** Words in a block that a finding is about. */
interface Mark {
  at: number;
  end: number;
  finding: Pick<SectionFinding, "fingerprint" | "number" | "severity" | "parts">;
  /** Whether they are the first of the finding, behind which its number stands. */
  isFirst: boolean;
}

export interface TextOptions {
  /** Goes to a finding. Without it the numbers are no buttons. */
  goTo?: (fingerprint: string) => void;
}

/** The text of a section; nothing where the plan does not have it. */
export function sectionText(
  plan: PlanView,
  section: string,
  findings: readonly SectionFinding[],
  options: TextOptions = {},
): HTMLElement[] {
  const marks = marksOf(findings);
  const parts = partsOf(plan, section).filter(({ part }) => part.blocks.some(({ text }) => text.trim() !== ""));
  return parts.map(({ part, at }) =>
    build(
      "div",
      { class: "app-plan-text" },
      build(
        "p",
        { class: "app-plan-text__from" },
        part.area === undefined ? part.heading : `${part.heading} (${part.area})`,
      ),
      ...grouped(part.blocks, (block) => marks.get(`${at} ${block}`) ?? [], options),
    ),
  );
}

function marksOf(findings: readonly SectionFinding[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  for (const finding of findings) {
    const places = [...finding.places].sort(
      (one, other) => one.part - other.part || one.block - other.block || one.at - other.at,
    );
    for (const [number, { part, block, at, length }] of places.entries()) {
      const key = `${part} ${block}`;
      marks.set(key, [...(marks.get(key) ?? []), { at, end: at + length, finding, isFirst: number === 0 }]);
    }
  }
  for (const of of marks.values()) of.sort((one, other) => one.at - other.at || other.end - one.end);
  return marks;
}

/** Blocks one after the other: rows make a table, items a list. */
function grouped(
  blocks: readonly BlockView[],
  marksOfBlock: (block: number) => Mark[],
  options: TextOptions,
): HTMLElement[] {
  const elements: HTMLElement[] = [];
  let open: { kind: "table" | "list"; element: HTMLElement; into: HTMLElement } | undefined;
  for (const [at, block] of blocks.entries()) {
    if (block.text.trim() === "") continue;
    const marks = marksOfBlock(at);
    const pieces = (from: number, to: number): (Node | string)[] => piecesOf(block.text, from, to, marks, options);
    const kind = groupOf(block);
    if (kind === null) {
      open = undefined;
      elements.push(lineOf(block, pieces(0, block.text.length)));
      continue;
    }
    if (open?.kind !== kind) {
      open = kind === "table" ? openTable() : openList();
      elements.push(open.element);
    }
    open.into.append(kind === "table" ? rowOf(block, pieces) : itemOf(block, pieces(0, block.text.length)));
  }
  return elements;
}

function groupOf({ kind }: BlockView): "table" | "list" | null {
  if (kind === "row" || kind === "heading_row") return "table";
  return kind === "list_item" ? "list" : null;
}

function openTable() {
  const into = build("tbody", {});
  return { kind: "table" as const, element: build("table", { class: "app-plan-table" }, into), into };
}

function openList() {
  const element = build("ul", { class: "app-plan-list" });
  return { kind: "list" as const, element, into: element };
}

function lineOf({ kind }: BlockView, children: (Node | string)[]): HTMLElement {
  if (kind === "heading") return build("h3", { class: "app-plan-text__heading" }, ...children);
  if (kind === "quotation") return build("blockquote", { class: "app-plan-text__quotation" }, ...children);
  return build("p", { class: "app-plan-text__line" }, ...children);
}

function itemOf({ number }: BlockView, children: (Node | string)[]): HTMLElement {
  return build(
    "li",
    {},
    build("span", { class: "app-plan-list__number" }, number ?? "•"),
    build("span", {}, ...children),
  );
}

function rowOf(block: BlockView, pieces: (from: number, to: number) => (Node | string)[]): HTMLElement {
  const cells = block.cells ?? [{ at: 0, length: block.text.length, column: 0 }];
  const tag = block.kind === "heading_row" ? "th" : "td";
  return build(
    "tr",
    {},
    ...cells.map((cell) =>
      build(
        tag,
        tag === "th" ? { scope: "col" } : { "data-heading": cell.heading ?? null },
        ...pieces(cell.at, cell.at + cell.length),
      ),
    ),
  );
}

const SEVERITY: Record<Severity, string> = { error: "error", warning: "warning", information: "for information" };

/** A stretch of a text with its marks. Marks do not stand in one another: of two, the first is drawn. */
function piecesOf(
  text: string,
  from: number,
  to: number,
  marks: readonly Mark[],
  options: TextOptions,
): (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let at = from;
  for (const { at: start, end, finding, isFirst } of marks) {
    const [first, last] = [Math.max(start, at), Math.min(end, to)];
    if (last <= first) {
      if (isFirst && start >= from && start < to) pieces.push(numberOf(finding, options));
      continue;
    }
    pieces.push(text.slice(at, first));
    pieces.push(
      build(
        "mark",
        { class: `app-mark app-mark--${finding.severity}`, "data-finding": finding.fingerprint },
        text.slice(first, last),
      ),
    );
    if (isFirst && start >= from) pieces.push(numberOf(finding, options));
    at = last;
  }
  pieces.push(text.slice(at, to));
  return pieces;
}

function numberOf({ fingerprint, number, severity, parts }: Mark["finding"], { goTo }: TextOptions): HTMLElement {
  const said = ` Finding ${number}, ${SEVERITY[severity]}: ${parts[0]?.message ?? ""}`;
  if (goTo === undefined) {
    return build("span", { class: "app-mark-number" }, number, build("span", { class: "govuk-visually-hidden" }, said));
  }
  const button = build(
    "button",
    {
      type: "button",
      class: `app-mark-number app-mark-number--${severity}`,
      "aria-label": said.trim(),
      title: parts[0]?.message ?? "",
    },
    number,
  );
  button.addEventListener("click", () => goTo(fingerprint));
  return button;
}
