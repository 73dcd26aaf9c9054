// Cases of fictional plans that were graded below Good: the state of each, and the events that may follow.

import type { CaseEvent, CaseStatus, Engine, FrameworkDocument } from "ehcp-qa/service";
import samples from "../samples/cases/cases.json";
import { byId, make } from "./dom.ts";

const CASES = samples as { id: string; label: string; events: CaseEvent[] }[];
const select = byId<HTMLSelectElement>("case");

/** Makes this part of the page work. */
export function startCases(engine: Engine): void {
  select.append(...CASES.map(({ id, label }) => new Option(label, id)));
  const show = (): void => {
    const chosen = CASES.find(({ id }) => id === select.value);
    if (chosen === undefined) return;
    byId("case-events").replaceChildren(
      ...chosen.events.map((event) => make("li", "", describe(event, engine.framework))),
    );
    showStatus(engine.caseStatus({ events: chosen.events }));
  };
  select.addEventListener("change", show);
  show();
}

function describe({ kind, date, role, by, score, extent }: CaseEvent, { wording }: FrameworkDocument): string {
  const grade = wording.scale?.grades.find((one) => one.score === score);
  const more = [
    ...(grade === undefined ? [] : [`${grade.score} ${grade.label}`]),
    ...(extent == null ? [] : [`${extent} changes`]),
  ];
  const day = new Date(date).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return `${day}: ${[words(kind), ...more].join(", ")} (${words(role)} ${by})`;
}

function showStatus({ may_issue: mayIssue, reasons, next, regraded }: CaseStatus): void {
  byId("case-issue").textContent = mayIssue ? "The plan may be issued." : "The plan may not be issued.";
  byId("case-reasons").replaceChildren(...reasons.map(({ message }) => make("li", "", message)));
  byId("case-next").replaceChildren(
    ...next.map(({ message, roles }) =>
      make("li", "", message, " ", make("strong", "", `${roles.map(words).join(", ")}.`)),
    ),
  );
  byId("case-regraded").textContent =
    regraded.count === 0 ? "It does not count as re-graded yet." : "It counts as re-graded.";
}

/** An id as words. */
function words(id: string): string {
  const text = id.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
