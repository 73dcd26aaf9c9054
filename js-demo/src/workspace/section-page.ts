// A section: its text with findings at the left, its descriptors at the right.

import { build, button } from "../dom.ts";
import { withText } from "./case.ts";
import { evidenceFor } from "./evidence.ts";
import { countsOf, findingsOf, type SectionFinding } from "./found.ts";
import { sectionText } from "./plan-text.ts";
import { hashOf } from "./routes.ts";
import type { PlanLanguage } from "./shapes.ts";
import { dismiss, type Screen, type Shell } from "./screen.ts";
import { sourcesCard } from "./sources.ts";
import { lineChoice } from "./line-choice.ts";
import { partsOf, textOf } from "./view.ts";

export function sectionPage(shell: Shell, section: string): Screen {
  const { desk } = shell;
  const { sections, overall } = desk.framework.wording;
  const all = [...sections, overall];
  const isOverall = section === overall.id;
  const { title } = all.find(({ id }) => id === section)!;

  const list = document.createElement("ehcp-qa-findings");
  list.id = "findings-list";
  const text = isOverall ? null : textCard(shell, section, (fingerprint) => list.focusFinding(fingerprint));
  list.addEventListener("ehcp-qa-dismiss", ({ detail }) => dismiss(shell, detail.fingerprint));
  list.addEventListener("ehcp-qa-show", ({ detail }) => text?.showFinding(detail.fingerprint));

  const counts = build("p", { class: "app-section__counts" });
  const toFindings = build("a", { class: "govuk-link", href: "#findings" }, "Go to the findings");
  const findings = build(
    "section",
    { class: "app-card app-section__findings", id: "findings", tabindex: "-1", "aria-labelledby": "findings-heading" },
    build(
      "h2",
      { class: "govuk-heading-m", id: "findings-heading" },
      isOverall ? "Findings about the plan as a whole" : "Findings",
    ),
    list,
  );
  const sources = build("div", {});
  const language = build("div", {});
  const questions = build("div", { class: "app-panes__side", id: "questions", tabindex: "-1" });
  const panel = document.createElement("ehcp-qa-panel");
  panel.setAttribute("for", shell.review.id);
  panel.setAttribute("compact", "");
  const results = build(
    "div",
    { class: "app-section__results", id: "results-now", tabindex: "-1" },
    panel,
    build("a", { class: "govuk-link", href: "#issue" }, "All results, and why"),
  );
  questions.append(build("h2", { class: "govuk-visually-hidden" }, "Questions of the framework"), results);
  const form = build("div", {});
  questions.append(form);
  shell.showReview(form, isOverall ? `criteria ${section}` : section);

  const left = build(
    "div",
    { class: "app-panes__main app-panes__main--kept" },
    text?.element ?? null,
    findings,
    sources,
    language,
  );
  const element = build(
    "div",
    {},
    build(
      "div",
      { class: "app-section__skips" },
      counts,
      toFindings,
      build("a", { class: "app-skip", href: "#questions" }, "Skip to the questions"),
      build("a", { class: "app-skip", href: "#results-now" }, "Skip to the results"),
    ),
    build("div", { class: "app-panes app-panes--section" }, left, questions),
    pages(all, section),
  );

  let shownFindings: readonly SectionFinding[] = [];
  function refreshFindings(): void {
    const found = findingsOf(desk, isOverall ? null : section);
    const isSame =
      found.length === shownFindings.length && found.every((one, at) => sameFinding(one, shownFindings[at]!));
    text?.refresh(found, isSame);
    findings.hidden = desk.results.check === null && !(section in desk.case.texts);
    counts.textContent = findings.hidden ? "" : countsOf(found);
    toFindings.hidden = findings.hidden || found.length === 0;
    if (isSame && list.findings.length === found.length) return;
    shownFindings = found;
    list.findings = found.map(({ fingerprint, number, words, also, parts, learned, rewrite, places, span }) => ({
      fingerprint,
      number,
      words,
      also,
      parts,
      learned,
      rewrite,
      hasPlace: places.length > 0 || span !== null,
    }));
  }

  /** What bears on the questions is drawn for each check, and not for each letter that is typed. */
  let drawn: unknown[] = [];
  function refreshEvidence(): void {
    const { check, coverage } = desk.results;
    const now = [check, desk.case.dismissed, coverage];
    if (now.every((one, at) => one === drawn[at])) return;
    if (drawn[2] !== coverage) sourcesCard(shell, section, sources);
    drawn = now;
    evidenceFor(shell, section, list);
  }

  function refresh(): void {
    refreshFindings();
    refreshEvidence();
    const { check } = desk.results;
    if (isOverall && check !== null) language.replaceChildren(languageCard(check.language));
  }
  refresh();
  return { title, element, refresh };
}

function sameFinding(one: SectionFinding, other: SectionFinding): boolean {
  return one.fingerprint === other.fingerprint && one.words === other.words && one.parts.length === other.parts.length;
}

/** The text of the section, or the area in which it is edited. */
function textCard(shell: Shell, section: string, goTo: (fingerprint: string) => void) {
  const { desk } = shell;
  const body = build("div", { class: "app-section__text" });
  const tools = build("div", { class: "app-section__tools" });
  const element = build(
    "section",
    { class: "app-card app-section__plan", "aria-labelledby": "text-heading", id: "plan-text", tabindex: "-1" },
    build(
      "div",
      { class: "app-section__head" },
      build("h2", { class: "govuk-heading-m", id: "text-heading" }, "Text of the plan"),
      tools,
    ),
    body,
  );
  let area: HTMLTextAreaElement | null = null;
  let shown: unknown;

  function edit(): void {
    const { plan } = desk.results;
    const text = desk.case.texts[section] ?? (plan === null ? "" : textOf(plan, section));
    void desk.change(withText(desk.case, section, text)).then(() => area?.focus());
  }

  function drawArea(): void {
    if (area !== null) return;
    const made = build("textarea", {
      class: "govuk-textarea app-section__area",
      id: "section-area",
      rows: "14",
      "aria-describedby": "section-area-hint",
    });
    area = made;
    made.value = desk.case.texts[section] ?? "";
    made.addEventListener("input", () => void follow(made));
    const back = button("Go back to the text of the plan", "link", () => {
      const before = desk.case.texts[section] ?? "";
      void desk.change(withText(desk.case, section, null));
      shell.notify("The text is that of the plan again.", () => {
        void desk.change(withText(desk.case, section, before));
        shell.notify("The edited text is back.");
      });
      element.focus();
    });
    tools.replaceChildren();
    body.replaceChildren(
      build("label", { class: "govuk-label govuk-label--s", for: made.id }, "Text of the section"),
      build(
        "p",
        { class: "govuk-hint", id: "section-area-hint" },
        desk.results.plan === null
          ? "It is checked as you type, and kept in the file of the case."
          : "Edited here only: the Word file is not changed. The findings follow what you type.",
      ),
      made,
      back,
    );
  }

  /** Checks what is typed. What is typed during a check is checked after it, all at once. */
  let isChecking = false;
  async function follow(typed: HTMLTextAreaElement): Promise<void> {
    if (isChecking) return;
    isChecking = true;
    while (area === typed && typed.value !== desk.case.texts[section]) {
      await desk.change(withText(desk.case, section, typed.value));
    }
    isChecking = false;
  }

  function drawText(found: readonly SectionFinding[]): void {
    area = null;
    const { plan } = desk.results;
    const parts = plan === null ? [] : sectionText(plan, section, found, { goTo });
    const hasText = parts.length > 0;
    tools.replaceChildren(button(hasText ? "Edit the text" : "Type or paste the text", "link", edit));
    body.replaceChildren(
      ...(hasText ? parts : [build("p", { class: "govuk-body" }, missing(shell, section))]),
      ...(plan !== null ? [lineChoice(shell, section)] : []),
    );
  }

  return {
    element,
    refresh(found: readonly SectionFinding[], isSame: boolean): void {
      if (section in desk.case.texts) {
        drawArea();
        shown = undefined;
        return;
      }
      if (isSame && shown === desk.results.plan && shown !== undefined) return;
      shown = desk.results.plan;
      drawText(found);
    },
    /** Goes to a finding in the text. */
    showFinding(fingerprint: string): void {
      if (area !== null) {
        const span = findingsOf(desk, section).find((finding) => finding.fingerprint === fingerprint)?.span;
        if (span == null) return;
        area.focus();
        area.setSelectionRange(span.start, span.end);
        return;
      }
      const mark = body.querySelector<HTMLElement>(`[data-finding="${CSS.escape(fingerprint)}"]`);
      if (mark === null) return;
      mark.tabIndex = -1;
      mark.focus({ preventScroll: true });
      mark.scrollIntoView({ block: "center" });
    },
  };
}

function missing({ desk }: Shell, section: string): string {
  const { plan } = desk.results;
  if (desk.case.source === null) return "There is no plan yet. The questions can be answered without it.";
  if (plan === null) return "The plan is being read…";
  const isThere = partsOf(plan, section).length > 0;
  return isThere ? "The section has a heading in the plan, and no text." : "This section was not found in the plan.";
}

/** How accessible the language of the plan is, as information. */
function languageCard(language: PlanLanguage): HTMLElement {
  const { words, sentences, long_sentences: long, longest_sentence: longest, jargon } = language;
  const fact = (name: string, value: string): HTMLElement =>
    build(
      "div",
      { class: "govuk-summary-list__row" },
      build("dt", { class: "govuk-summary-list__key" }, name),
      build("dd", { class: "govuk-summary-list__value" }, value),
    );
  return build(
    "section",
    { class: "app-card", "aria-labelledby": "language-heading" },
    build("h2", { class: "govuk-heading-m", id: "language-heading" }, "How the plan reads"),
    build(
      "dl",
      { class: "govuk-summary-list app-facts" },
      fact("Length", `${words} words in ${sentences} sentences`),
      fact("Long sentences", `${long === 0 ? "None" : long}; the longest has ${longest} words`),
      fact("Jargon", jargon === 0 ? "None" : `${jargon} ${jargon === 1 ? "word" : "words"}`),
    ),
  );
}

/** The sections before and after. */
function pages(all: readonly { id: string; title: string }[], section: string): HTMLElement {
  const at = all.findIndex(({ id }) => id === section);
  const [before, next] = [all[at - 1], all[at + 1]];
  const link = (to: { id: string; title: string }, word: string): HTMLElement =>
    build("a", { class: "govuk-link", href: hashOf({ name: "section", section: to.id }) }, `${word}: ${to.title}`);
  return build(
    "nav",
    { class: "app-section__pages", "aria-label": "Sections" },
    before === undefined ? build("span", {}) : link(before, "Previous"),
    next === undefined
      ? build("a", { class: "govuk-link", href: "#thread" }, "Next: Golden thread")
      : link(next, "Next"),
  );
}
