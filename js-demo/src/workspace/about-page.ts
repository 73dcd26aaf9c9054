// About the plan: what it states of itself, to be confirmed or corrected, and what only the officer knows.

import type { YearGroup } from "ehcp-qa";
import { build, button } from "../dom.ts";
import { yearGroupLabel } from "../year-groups.ts";
import { factsOf, isConfirmed, recordedFor, withFacts } from "./facts.ts";
import type { Known } from "./case.ts";
import { shortened } from "./quote.ts";
import type { Screen, Shell } from "./screen.ts";
import type { FactView } from "./view.ts";

const MOST_QUOTED = 80;

const KINDS: Record<string, string> = {
  stage: "Stage of the plan",
  year_group: "Year group",
  age: "Age in years",
  health_needs: "Health needs",
  social_care_needs: "Social care needs",
  budget_requested: "Personal budget requested",
  name: "Name used in the plan",
  pronouns: "Pronouns",
  plan_date: "Date of the plan",
};

const RESTS_ON: Record<FactView["basis"], string> = {
  label: "The plan’s own label",
  words: "Words of the plan",
  count: "The words that the plan uses most",
};

export function aboutPage(shell: Shell): Screen {
  const { desk, review, years } = shell;
  const proposals = build("div", {});
  const form = build("div", { class: "app-panes__side" });
  shell.showReview(form, "plan details");

  function use(facts: readonly FactView[]): void {
    const before = { review: review.review, known: desk.case.known };
    const { review: next, known } = withFacts(desk, facts);
    void desk.change({ ...desk.case, known });
    review.review = next;
    shell.notify(facts.length === 1 ? "The fact is confirmed." : `${facts.length} facts are confirmed.`, () => {
      void desk.change({ ...desk.case, known: before.known });
      review.review = before.review;
      shell.notify("The facts are as they were before.");
    });
  }

  const beside = besideCard(shell);
  function refresh(): void {
    beside.refresh();
    const facts = factsOf(desk);
    const open = facts.filter((fact) => !isConfirmed(desk, fact));
    const isFocused = proposals.contains(document.activeElement);
    const focused = document.activeElement?.id ?? "";
    proposals.replaceChildren(
      ...(facts.length === 0 ? [nothingProposed(desk.case.source !== null)] : [factTable(facts)]),
    );
    if (open.length > 1) {
      const all = button(`Confirm all ${open.length}`, "main", () => use(open));
      proposals.append(all);
    }
    if (!isFocused) return;
    // What was confirmed has no button any more: the next one has the focus, or else the heading.
    const next = document.getElementById(focused) ?? proposals.querySelector<HTMLElement>("button");
    (next ?? document.getElementById("proposed-heading"))?.focus();
  }

  function factTable(facts: readonly FactView[]): HTMLElement {
    return build(
      "dl",
      { class: "govuk-summary-list app-facts" },
      ...facts.map((fact, at) => {
        const name = KINDS[fact.kind] ?? fact.kind;
        const recorded = recordedFor(desk, fact);
        const take = button("Confirm", "link", () => use([fact]));
        take.id = `use-${at}`;
        take.append(build("span", { class: "govuk-visually-hidden" }, `: ${name}`));
        const isTaken = isConfirmed(desk, fact);
        return build(
          "div",
          { class: "govuk-summary-list__row" },
          build("dt", { class: "govuk-summary-list__key" }, name),
          build(
            "dd",
            { class: "govuk-summary-list__value" },
            said(fact.kind, fact.value, years),
            build(
              "span",
              { class: "app-facts__basis" },
              `${RESTS_ON[fact.basis]}${fact.words === "" ? "" : `: “${shortened(fact.words, MOST_QUOTED)}”`}`,
            ),
            !isTaken && recorded !== "" && fact.kind !== "name"
              ? build("span", { class: "app-facts__basis" }, `Recorded otherwise: ${said(fact.kind, recorded, years)}`)
              : null,
          ),
          build(
            "dd",
            { class: "govuk-summary-list__actions" },
            isTaken ? build("strong", { class: "govuk-tag govuk-tag--green" }, "Confirmed") : take,
          ),
        );
      }),
    );
  }

  refresh();
  const element = build(
    "div",
    { class: "app-panes" },
    build(
      "div",
      { class: "app-panes__main" },
      build(
        "section",
        { class: "app-card", "aria-labelledby": "proposed-heading" },
        build("h2", { class: "govuk-heading-m", id: "proposed-heading", tabindex: "-1" }, "What the plan states"),
        build(
          "p",
          { class: "govuk-body" },
          "The check uses these until you record something else. Only what you confirm goes into the review.",
        ),
        proposals,
      ),
      beside.element,
    ),
    form,
  );
  return { title: "About the plan", element, refresh };
}

function nothingProposed(hasPlan: boolean): HTMLElement {
  return build(
    "p",
    { class: "govuk-body" },
    hasPlan
      ? "The plan states none of the facts that are asked for."
      : "There is no plan yet. Record what you know on this page.",
  );
}

/** What the check of the plan takes beside the review. It is in no review and no feedback form. */
function besideCard({ desk }: Shell): { element: HTMLElement; refresh(): void } {
  const { known } = desk.case;
  const change = (part: Partial<Known>): void =>
    void desk.change({ ...desk.case, known: { ...desk.case.known, ...part } });
  const element = build(
    "section",
    { class: "app-card", "aria-labelledby": "beside-heading" },
    build("h2", { class: "govuk-heading-m", id: "beside-heading" }, "For the check of names and dates"),
    build("p", { class: "govuk-hint" }, "Used by the check and kept in the file of the case. It is not in the review."),
    field("known-names", "Names that the child goes by", "One a line.", known.names.join("\n"), 2, (text) =>
      change({ names: lines(text) }),
    ),
    field(
      "known-people",
      "Others who are properly in the plan",
      "One a line: family, staff, professionals.",
      known.people.join("\n"),
      3,
      (text) => change({ people: lines(text) }),
    ),
    pronounField(known.pronouns, (pronouns) => change({ pronouns })),
    dateField("known-received", "Request for assessment received", known.received, (received) => change({ received })),
    dateField("known-issued", "Plan issued", known.issued, (issued) => change({ issued })),
  );
  const values: [string, (now: Known) => string][] = [
    ["known-names", ({ names }) => names.join("\n")],
    ["known-people", ({ people }) => people.join("\n")],
    ["known-pronouns", ({ pronouns }) => pronouns],
    ["known-received", ({ received }) => received],
    ["known-issued", ({ issued }) => issued],
  ];
  return {
    element,
    /** Shows what was confirmed elsewhere on the page. */
    refresh(): void {
      for (const [id, valueOf] of values) {
        const control = element.querySelector<HTMLInputElement>(`#${id}`)!;
        const value = valueOf(desk.case.known);
        if (control.value !== value && control !== document.activeElement) control.value = value;
      }
    },
  };
}

function field(
  id: string,
  label: string,
  hint: string,
  value: string,
  rows: number,
  changed: (text: string) => void,
): HTMLElement {
  const area = build("textarea", {
    class: "govuk-textarea app-growing",
    id,
    rows,
    "aria-describedby": `${id}-hint`,
    spellcheck: "false",
  });
  area.value = value;
  area.addEventListener("change", () => changed(area.value));
  return build(
    "div",
    { class: "govuk-form-group" },
    build("label", { class: "govuk-label govuk-label--s", for: id }, label),
    build("p", { class: "govuk-hint", id: `${id}-hint` }, hint),
    area,
  );
}

function pronounField(value: Known["pronouns"], changed: (value: Known["pronouns"]) => void): HTMLElement {
  const select = build("select", { class: "govuk-select", id: "known-pronouns" });
  const names: [Known["pronouns"], string][] = [
    ["", "Not known"],
    ["she", "She"],
    ["he", "He"],
    ["they", "They"],
  ];
  select.append(...names.map(([id, label]) => new Option(label, id, id === value, id === value)));
  select.addEventListener("change", () => changed(select.value as Known["pronouns"]));
  return build(
    "div",
    { class: "govuk-form-group" },
    build("label", { class: "govuk-label govuk-label--s", for: "known-pronouns" }, "Pronouns"),
    select,
  );
}

function dateField(id: string, label: string, value: string, changed: (value: string) => void): HTMLElement {
  const input = build("input", { class: "govuk-input govuk-input--width-10", id, type: "date" });
  input.value = value;
  input.addEventListener("change", () => changed(input.value));
  return build(
    "div",
    { class: "govuk-form-group" },
    build("label", { class: "govuk-label govuk-label--s", for: id }, label),
    input,
  );
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

const YES_OR_NO = { true: "Yes", false: "No" };
const WORDS: Record<string, Record<string, string>> = {
  stage: { draft: "Draft", final: "Final", proposed_amended: "Proposed amended plan" },
  health_needs: YES_OR_NO,
  social_care_needs: YES_OR_NO,
  budget_requested: YES_OR_NO,
};
/** A date of the plan has no time, and so no time zone. */
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** A value in words. */
function said(kind: string, value: string, years: readonly YearGroup[]): string {
  const year = kind === "year_group" ? years.find(({ number }) => String(number) === value) : undefined;
  if (year !== undefined) return yearGroupLabel(year);
  if (kind === "plan_date" && value !== "") return DAY.format(new Date(value));
  return WORDS[kind]?.[value] ?? value;
}
