// What became of the advice in the plan, by advice. A person pairs and parts.

import { build, button, download } from "../dom.ts";
import { withPair } from "./case.ts";
import { pairsOf, readable, sentenceOf } from "./desk.ts";
import { shortened } from "./quote.ts";
import { hashOf } from "./routes.ts";
import type { Shell } from "./screen.ts";
import type { CarriedStatement, Coverage, CoveredAdvice, PlanWords, TextPlace } from "./shapes.ts";
import { WORD } from "./source.ts";

const MOST_QUOTED = 400;
const MOST_OPTION = 90;

const GROUPS = [
  ["not_found", "Not found in the plan"],
  ["weaker", "Weaker in the plan"],
  ["moved", "In a section of another kind"],
  ["whole", "Carried"],
] as const;

const KINDS: Record<string, string> = { need: "Need", outcome: "Outcome", provision: "Provision" };

export function authorOf({ author, role }: CoveredAdvice, at: number): string {
  return [author, role].filter((part) => part != null).join(", ") || `Advice ${at + 1}`;
}

/** Draws it into a place. What is unfolded stays open, and the focus stays near where it was. */
export function coveredCard(shell: Shell, place: HTMLElement): void {
  const opened = new Set([...place.querySelectorAll("details[open]")].map(({ id }) => id));
  const focused = place.contains(document.activeElement) ? document.activeElement?.closest("details")?.id : undefined;
  place.replaceChildren(...cards(shell, opened));
  if (focused !== undefined) document.getElementById(focused)?.querySelector("summary")?.focus();
}

function cards(shell: Shell, opened: ReadonlySet<string>): HTMLElement[] {
  const { desk } = shell;
  const { coverage } = desk.results;
  const heading = build("h2", { class: "govuk-heading-m", id: "covered-heading" }, "What became of it in the plan");
  if (coverage === null) {
    return [build("section", { class: "app-card", "aria-labelledby": "covered-heading" }, heading, missing(shell))];
  }
  return [
    build(
      "section",
      { class: "app-card", "aria-labelledby": "covered-heading" },
      heading,
      build(
        "p",
        { class: "govuk-body" },
        "A trial: a list of places to look at, found by the words that both texts share. What it does not report is " +
          "no evidence that the plan carries the advice.",
      ),
      unfitting(shell, coverage),
      planDownload(shell),
    ),
    ...coverage.advices.map((advice, at) => adviceCard(shell, coverage, advice, at, opened)),
    othersCard(coverage),
  ];
}

function missing({ desk }: Shell): HTMLElement {
  const text =
    desk.case.advices.length === 0
      ? "There is no advice yet."
      : desk.case.source === null
        ? "There is no plan to compare it with. "
        : "It is being compared…";
  const link = build("a", { class: "govuk-link", href: "#plan" }, "Add the plan");
  return build("p", { class: "govuk-body app-last" }, text, desk.case.source === null ? link : "");
}

/** The decisions that fit nothing any more. */
function unfitting(shell: Shell, { unknown }: Coverage): HTMLElement | null {
  const { desk } = shell;
  const numbers = new Set(unknown.map(({ choice }) => choice));
  if (numbers.size === 0) return null;
  const drop = button("Take them out of the case", "link", () => {
    const before = desk.case.pairs;
    const ids = readable(desk.case, desk.results);
    const known = before.filter(({ advice }) => ids.includes(desk.case.advices[advice]?.id ?? ""));
    const gone = new Set(known.filter((_, at) => numbers.has(at)));
    void desk.change({ ...desk.case, pairs: before.filter((pair) => !gone.has(pair)) });
    shell.notify("The decisions are taken out of the case.", () => void desk.change({ ...desk.case, pairs: before }));
  });
  const count = numbers.size === 1 ? "1 decision about a pair names" : `${numbers.size} decisions about pairs name`;
  return build(
    "div",
    { class: "govuk-inset-text" },
    build("p", { class: "govuk-body" }, `${count} a place where nothing stands any more, and changes nothing.`),
    drop,
  );
}

function planDownload(shell: Shell): HTMLElement | null {
  const { desk } = shell;
  const { source } = desk.case;
  if (source?.kind !== "word") return null;
  return button("Download the plan with these as comments", "main", () => {
    const ids = readable(desk.case, desk.results);
    void desk.run("coveredPlan", source.bytes, ids, pairsOf(desk.case, ids)).then(
      (bytes) => {
        download(bytes, "plan-and-advice.docx", WORD);
        shell.notify("The plan is downloaded as plan-and-advice.docx.");
      },
      (error: unknown) => shell.notify(sentenceOf(error)),
    );
  });
}

function adviceCard(
  shell: Shell,
  coverage: Coverage,
  advice: CoveredAdvice,
  at: number,
  opened: ReadonlySet<string>,
): HTMLElement {
  const id = `covered-${at}`;
  const groups = GROUPS.map(([status, name]) => {
    const of = advice.statements.filter((one) => one.status === status);
    const group = `${id}-${status}`;
    if (of.length === 0) return build("p", { class: "app-covered__none" }, `${name}: none`);
    const list = build("ul", { class: "app-covered__list" });
    const details = build(
      "details",
      { class: "app-evidence", id: group, open: opened.has(group) },
      build("summary", {}, `${name}: ${of.length}`),
      list,
    );
    // Hundreds of statements are drawn when they are asked for.
    const draw = (): void => {
      if (details.open && list.childElementCount === 0)
        list.append(...of.map((one) => statement(shell, coverage, one, at)));
    };
    details.addEventListener("toggle", draw);
    draw();
    return details;
  });
  return build(
    "section",
    { class: "app-card", "aria-labelledby": `${id}-heading` },
    build("h2", { class: "govuk-heading-s", id: `${id}-heading` }, authorOf(advice, at)),
    ...groups,
  );
}

function statement(shell: Shell, coverage: Coverage, one: CarriedStatement, at: number): HTMLElement {
  const { closest } = one;
  const isLost = one.plan.length === 0;
  return build(
    "li",
    {},
    build("p", { class: "app-covered__text" }, `${KINDS[one.kind] ?? one.kind}: “${quoted(one.text)}”`),
    ...one.plan.map((words) => planLine("In the plan", words)),
    isLost && closest != null ? planLine("The closest in the plan", closest) : null,
    ...one.reasons.map(({ message }) => build("p", { class: "govuk-hint" }, message)),
    one.shared.length === 0
      ? null
      : build("p", { class: "govuk-hint" }, `Paired by the words: ${one.shared.join(", ")}.`),
    one.chosen === true ? build("p", { class: "govuk-hint" }, "You decided this.") : null,
    tools(shell, coverage, one, at),
  );
}

function planLine(label: string, { section, text }: PlanWords): HTMLElement {
  return build(
    "p",
    { class: "app-covered__plan" },
    `${label}, `,
    build("a", { class: "govuk-link", href: hashOf({ name: "section", section }) }, `Section ${section}`),
    `: “${quoted(text)}”`,
  );
}

function quoted(text: string): string {
  return shortened(text.replaceAll("\t", " | "), MOST_QUOTED);
}

/** What a person can say of a statement. */
function tools(shell: Shell, coverage: Coverage, one: CarriedStatement, at: number): HTMLElement {
  const about = (): HTMLElement => build("span", { class: "govuk-visually-hidden" }, `: ${quoted(one.text)}`);
  const say = (text: string, plan: TextPlace[] | null, done: string): HTMLElement => {
    const made = button(text, "link", () => decide(shell, one, at, plan, done));
    made.append(about());
    return made;
  };
  const parts: HTMLElement[] = [];
  if (one.plan.length > 0) parts.push(say("Part", [], "The statements are parted."));
  else if (one.closest != null)
    parts.push(say("Pair with the closest", [one.closest.place], "The statements are paired."));
  if (one.chosen === true) parts.push(say("Take your decision back", null, "The decision is taken back."));
  return build("div", { class: "app-covered__tools" }, ...parts, choice(shell, coverage, one, at, about()));
}

/** Another statement of the plan to pair with. They are listed when they are asked for. */
function choice(shell: Shell, coverage: Coverage, one: CarriedStatement, at: number, about: HTMLElement): HTMLElement {
  const details = build(
    "details",
    { class: "app-covered__choose" },
    build("summary", {}, "Pair with another statement", about),
  );
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(chooser(shell, coverage, one, at));
  });
  return details;
}

let count = 0;

/** The statements of the plan for its kind. */
function chooser(shell: Shell, coverage: Coverage, one: CarriedStatement, at: number): HTMLElement {
  count += 1;
  const id = `pair-${count}`;
  const offered = coverage.plan.filter(({ carries }) => carries === one.kind);
  const select = build(
    "select",
    { class: "govuk-select app-wide", id },
    build("option", { value: "" }, "Choose a statement"),
    ...offered.map(({ section, text }, number) =>
      build("option", { value: number }, `${section}: ${shortened(text.replaceAll("\t", " | "), MOST_OPTION)}`),
    ),
  );
  const pair = button("Pair", "secondary", () => {
    const chosen = select.value === "" ? undefined : offered[Number(select.value)];
    if (chosen === undefined) select.focus();
    else decide(shell, one, at, [chosen.place], "The statements are paired.");
  });
  return build(
    "div",
    { class: "govuk-form-group" },
    build("label", { class: "govuk-label", for: id }, "Statement of the plan"),
    select,
    pair,
  );
}

/** Records what a person says, and offers to take it back. */
export function decide(
  { desk, notify }: Shell,
  one: CarriedStatement,
  at: number,
  plan: TextPlace[] | null,
  done: string,
): void {
  const before = desk.case.pairs;
  const id = readable(desk.case, desk.results)[at];
  const advice = desk.case.advices.findIndex((known) => known.id === id);
  if (advice === -1) return;
  void desk.change(withPair(desk.case, advice, one.place, plan));
  notify(done, () => {
    void desk.change({ ...desk.case, pairs: before });
    notify("It is as it was before.");
  });
}

/** What is about several pieces of advice, or about the plan. */
function othersCard({ unsourced, conflicts, listed, advices }: Coverage): HTMLElement {
  const author = (at: number): string => {
    const advice = advices[at];
    return advice === undefined ? `Advice ${at + 1}` : authorOf(advice, at);
  };
  const list = (name: string, items: readonly HTMLElement[]): HTMLElement =>
    items.length === 0
      ? build("p", { class: "app-covered__none" }, `${name}: none`)
      : build(
          "details",
          { class: "app-evidence", id: `covered-${name.toLowerCase().replaceAll(" ", "-")}` },
          build("summary", {}, `${name}: ${items.length}`),
          build("ul", { class: "app-covered__list" }, ...items),
        );
  return build(
    "section",
    { class: "app-card", "aria-labelledby": "covered-others" },
    build("h2", { class: "govuk-heading-s", id: "covered-others" }, "Across the advice"),
    list(
      "No source found",
      unsourced.map(({ plan, message }) => build("li", {}, message, planLine("In the plan", plan))),
    ),
    list(
      "Advice that differs",
      conflicts.map(({ message, one, other, resolved_by: resolved }) =>
        build(
          "li",
          {},
          message,
          ...[one, other].map((words) =>
            build("p", { class: "app-covered__plan" }, `${author(words.advice)}: “${quoted(words.text)}”`),
          ),
          resolved == null ? null : planLine("In the plan", resolved),
        ),
      ),
    ),
    list(
      "Differences from Section K",
      listed.map(({ message }) => build("li", {}, message)),
    ),
  );
}
