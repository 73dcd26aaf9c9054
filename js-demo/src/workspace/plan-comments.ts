// What only the whole plan shows, as comments of the feedback form. The engine drafts the others, from the texts.

import type { FeedbackForm } from "ehcp-qa";
import { wordsAt } from "./found.ts";
import type { PlanCheck, PlanFinding } from "./shapes.ts";
import type { PlanView } from "./view.ts";

/** The most letters of a quote and of a comment in a form. */
const MOST_QUOTED = 200;
const MOST_LETTERS = 2000;
/** The form's section for what is about none of the plan's. */
const REMAINDER = "additional_comments";
/** What the engine finds in the text of one section. */
const OF_A_SECTION: readonly PlanFinding["kind"][] = ["wording", "absence"];

/** The form with the findings about the plan as a whole that were not dismissed. */
export function withPlanFindings(
  form: FeedbackForm,
  check: PlanCheck,
  plan: PlanView,
  dismissed: readonly string[],
): FeedbackForm {
  const found = check.findings.filter(
    ({ kind, severity, fingerprint }) =>
      !OF_A_SECTION.includes(kind) && severity !== "information" && !dismissed.includes(fingerprint),
  );
  const sections = form.sections.map((section) => ({ ...section, comments: [...section.comments] }));
  for (const finding of found) {
    const id = finding.section ?? REMAINDER;
    let section = sections.find((one) => one.id === id);
    if (section === undefined) {
      section = { id, texts: [], comments: [] };
      sections.push(section);
    }
    section.comments.push(commentOf(plan, finding));
  }
  return { ...form, sections };
}

type Comment = FeedbackForm["sections"][number]["comments"][number];

function commentOf(plan: PlanView, { place, action, message, instead, rule, fingerprint }: PlanFinding): Comment {
  return {
    quote: place == null ? null : wordsAt(plan, place).slice(0, MOST_QUOTED),
    action,
    note: message.slice(0, MOST_LETTERS),
    suggestion: instead.slice(0, MOST_LETTERS),
    rule,
    fingerprint,
  };
}
