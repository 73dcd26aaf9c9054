// The sources in the advice of each statement of a section.

import { build, button } from "../dom.ts";
import { samePlace } from "./case.ts";
import { authorOf, decide } from "./covered.ts";
import { shortened } from "./quote.ts";
import type { Shell } from "./screen.ts";
import type { CarriedStatement, Coverage, PlanWords } from "./shapes.ts";

const MOST_QUOTED = 220;

/** The sections whose statements are written from advice. */
const SOURCED: readonly string[] = ["B", "C", "D", "E", "F", "G", "H1", "H2"];

/** A statement of advice with the number of the advice. */
type Source = [CarriedStatement, number];

/** Draws the card, or leaves its place empty where there is nothing to compare. */
export function sourcesCard(shell: Shell, section: string, place: HTMLElement): void {
  const { coverage } = shell.desk.results;
  const isOpen = place.querySelector("details")?.open ?? false;
  const hasFocus = place.contains(document.activeElement);
  if (coverage === null || !SOURCED.includes(section)) {
    place.replaceChildren();
    return;
  }
  const statements = coverage.plan.filter((words) => words.section === section);
  const all: Source[] = coverage.advices.flatMap(({ statements }, at) => statements.map((one): Source => [one, at]));
  const rows = statements.map((words) => {
    const sources = all.filter(([one]) => one.plan.some((other) => samePlace(other.place, words.place)));
    return { words, sources };
  });
  const sourced = rows.filter(({ sources }) => sources.length > 0).length;
  const list = build("ul", { class: "app-covered__list" });
  const details = build(
    "details",
    { class: "app-evidence", open: isOpen },
    build("summary", {}, `${sourced} of ${rows.length} statements have a source in the advice`),
    list,
  );
  const draw = (): void => {
    if (details.open && list.childElementCount === 0)
      list.append(...rows.map(({ words, sources }) => row(shell, coverage, words, sources)));
  };
  details.addEventListener("toggle", draw);
  draw();
  place.replaceChildren(
    build(
      "section",
      { class: "app-card", "aria-labelledby": "sources-heading" },
      build("h2", { class: "govuk-heading-m", id: "sources-heading" }, "Sources in the advice"),
      details,
      build(
        "p",
        { class: "govuk-hint app-last" },
        "What was advised and not found in the plan is listed ",
        build("a", { class: "govuk-link", href: "#advice" }, "by advice"),
        ".",
      ),
    ),
  );
  if (hasFocus) details.querySelector("summary")?.focus();
}

function row(shell: Shell, coverage: Coverage, words: PlanWords, sources: readonly Source[]): HTMLElement {
  const unsourced = coverage.unsourced.filter(({ plan }) => samePlace(plan.place, words.place));
  return build(
    "li",
    {},
    build("p", { class: "app-covered__text" }, `“${quoted(words.text)}”`),
    ...sources.map((source) => sourceLine(shell, coverage, words, source)),
    ...unsourced.map(({ message }) => build("p", { class: "govuk-hint" }, message)),
    sources.length + unsourced.length === 0
      ? build("p", { class: "govuk-hint" }, "No advice is paired with it.")
      : null,
  );
}

function sourceLine(shell: Shell, coverage: Coverage, words: PlanWords, [one, at]: Source): HTMLElement {
  const advice = coverage.advices[at]!;
  const others = one.plan.filter(({ place }) => !samePlace(place, words.place)).map(({ place }) => place);
  const part = button("Part", "link", () => decide(shell, one, at, others, "The statements are parted."));
  part.append(build("span", { class: "govuk-visually-hidden" }, `: ${quoted(one.text)}`));
  const isLess = one.status === "weaker" ? " The plan says less." : "";
  return build("p", { class: "app-covered__plan" }, `${authorOf(advice, at)}: “${quoted(one.text)}”${isLess} `, part);
}

function quoted(text: string): string {
  return shortened(text.replaceAll("\t", " | "), MOST_QUOTED);
}
