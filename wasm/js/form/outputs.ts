// What a page can have written into it: results by name, and the writing of them.

import type { Assessment, Finding, Interval, Lint, Review } from "../documents.js";
import type { Words } from "../words.js";

export const OUT = "data-ehcp-qa-out";

/** A result: one text, or a list of them. */
export type Result = string | readonly string[];

export interface Found {
  assessment: Assessment;
  review: Review;
  line: string;
  /** What was found in the texts of sections, by id. */
  lints: ReadonlyMap<string, Lint>;
}

/** Every result by its name. */
export function results({ assessment, review, line, lints }: Found, words: Words): Map<string, Result> {
  const { plan, progress, findings, path, sections } = assessment;
  const found = new Map<string, Result>();
  const grades = (name: string, suggested: Interval | null, recorded: Assessment["plan"]["recorded"]): void => {
    found.set(`${name}.suggested`, suggested === null ? words.short(null) : words.interval(suggested));
    found.set(`${name}.recorded`, recorded === null ? words.notYet : words.grade(recorded));
  };
  const about = (of: readonly Finding[]): string[] =>
    of.map(({ severity, message }) => `${words.severity(severity)}: ${message}`);

  for (const { id, suggested, recorded, progress } of sections) {
    grades(id, suggested, recorded);
    found.set(`${id}.progress`, words.progress(progress));
    found.set(`${id}.findings`, about(findings.filter(({ at }) => at.startsWith(`/sections/${id}/`))));
  }
  // The plan's own suggestion, in place of that of the block on overall quality alone.
  grades("overall", plan.suggested, plan.recorded);
  found.set("gate", plan.gate.message);
  found.set("gate.state", words.gate(plan.gate.state));
  found.set("progress", words.progress(progress.total));
  found.set("findings", about(findings));
  found.set("findings.count", words.findings(findings));
  found.set(
    "path",
    path.steps.map(({ message }) => message),
  );
  found.set("review", JSON.stringify(review));
  found.set("line", line);
  found.set(
    "summary",
    `${words.interval(plan.suggested)}; ${words.findings(findings)}; ${words.progress(progress.total)}`,
  );
  for (const { id } of words.sections.slice(0, -1)) {
    const lint = lints.get(id);
    const said = lint === undefined ? [] : [...lint.findings, ...lint.absent];
    found.set(
      `${id}.wording`,
      said.map(({ severity, message, instead }) => `${words.severity(severity)}: ${message} ${instead}`),
    );
    found.set(`${id}.wording.count`, lint === undefined ? "" : words.findings(said));
  }
  return found;
}

/** Writes results into elements, and puts back what was there. */
export function writer() {
  const before = new Map<Element, () => void>();

  function remember(element: Element): void {
    if (before.has(element)) return;
    if (isField(element)) {
      const { value } = element;
      before.set(element, () => void (element.value = value));
    } else {
      const nodes = [...element.childNodes];
      before.set(element, () => element.replaceChildren(...nodes));
    }
  }

  return {
    /** Writes where something differs: what has not changed is left alone, and so is not read out again. */
    write(element: Element, result: Result): void {
      const isList = element.tagName === "UL" || element.tagName === "OL";
      const lines = typeof result === "string" ? [result] : result;
      const text = lines.join("\n");
      if (isField(element)) {
        if (element.value === text) return;
        remember(element);
        element.value = text;
      } else if (isList && typeof result !== "string") {
        const same =
          element.children.length === lines.length &&
          lines.every((line, at) => element.children[at]?.textContent === line);
        if (same) return;
        remember(element);
        element.replaceChildren(
          ...lines.map((line) => {
            const item = element.ownerDocument.createElement("li");
            item.textContent = line;
            return item;
          }),
        );
      } else if (element.textContent !== text) {
        remember(element);
        element.textContent = text;
      }
    },
    restore(): void {
      for (const putBack of before.values()) putBack();
      before.clear();
    },
  };
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.tagName === "INPUT" || element.tagName === "TEXTAREA";
}
