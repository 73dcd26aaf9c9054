// What speaks for and against a descriptor or a criterion, beneath its question. A person answers it.

import type { FindingsElement } from "ehcp-qa/elements";
import { build } from "../dom.ts";
import { authorOf } from "./covered.ts";
import { findingsOf, shownOf, wordsAt, type SectionFinding } from "./found.ts";
import { shortened } from "./quote.ts";
import { hashOf } from "./routes.ts";
import type { Shell } from "./screen.ts";
import type { Bearing, CarriedStatement, Coverage, PlanFinding, SpeaksFor } from "./shapes.ts";
import type { PlanView } from "./view.ts";

/** So many are listed on each side; the others are counted. */
const MOST_LISTED = 10;
const MOST_QUOTED = 110;

/** Puts what bears on the questions of a section beneath them. */
export function evidenceFor({ desk, review }: Shell, section: string, list: FindingsElement): void {
  const { check, plan, coverage } = desk.results;
  const isOpen = new Set(
    [...review.children].filter((child) => child.querySelector("details")?.open).map(({ slot }) => slot),
  );
  review.replaceChildren();
  if (check === null || plan === null) return;
  const { overall } = desk.framework.wording;
  const isOverall = section === overall.id;
  const ofSection = <T extends { section: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.section === section);
  const [descriptors, advised] = [ofSection(check.descriptors), ofSection(coverage?.descriptors ?? [])];
  const criteria = isOverall ? check.criteria : [];
  const advisedCriteria = isOverall ? (coverage?.criteria ?? []) : [];
  const named = (all: readonly { descriptor: string }[]): string[] => all.map(({ descriptor }) => descriptor);
  const asked = (all: readonly { criterion: string }[]): string[] => all.map(({ criterion }) => criterion);
  const bearings: Bears[] = [
    ...[...new Set([...named(descriptors), ...named(advised)])].map((id) => ({
      id,
      name: id,
      found: descriptors.find(({ descriptor }) => descriptor === id),
      covered: advised.find(({ descriptor }) => descriptor === id),
    })),
    ...[...new Set([...asked(criteria), ...asked(advisedCriteria)])].map((id) => ({
      id,
      name: "it",
      found: criteria.find(({ criterion }) => criterion === id),
      covered: advisedCriteria.find(({ criterion }) => criterion === id),
    })),
  ];
  const here = new Map(findingsOf(desk, isOverall ? null : section).map((finding) => [finding.fingerprint, finding]));
  const byId = new Map(check.findings.map((finding) => [finding.id, finding]));
  const isDismissed = new Set(desk.case.dismissed);
  for (const { id, name, found, covered } of bearings) {
    const findings = (found?.against ?? [])
      .flatMap((number) => byId.get(number) ?? [])
      .filter((one) => !isDismissed.has(one.fingerprint));
    const told = (pointers: readonly string[] = []): HTMLElement[] =>
      pointers.map((pointer) => build("li", {}, sentenceAt(coverage!, pointer)));
    const against = [...againstOf(plan, findings, here, list), ...told(covered?.against)];
    const speaksFor = [...(found?.speaks_for ?? []).map((one) => forOf(plan, one)), ...told(covered?.speaks_for)];
    if (against.length === 0 && speaksFor.length === 0) continue;
    const counted = findings.length + (covered?.against.length ?? 0);
    const details = build(
      "details",
      { class: "app-evidence", open: isOpen.has(id) },
      build("summary", {}, `What bears on ${name}: ${counted} against, ${speaksFor.length} for`),
      ...(against.length === 0 ? [] : [side("Against", against)]),
      ...(speaksFor.length === 0 ? [] : [side("For", speaksFor)]),
    );
    review.append(build("div", { slot: id }, details));
  }
}

/** What bears on a descriptor or a criterion: of the check of the plan, and of the comparison with advice. */
interface Bears {
  id: string;
  name: string;
  found: Bearing | undefined;
  covered: { against: string[]; speaks_for: string[] } | undefined;
}

const STATUS: Record<CarriedStatement["status"], string> = {
  not_found: "was not found in the plan.",
  weaker: "is weaker in the plan.",
  moved: "stands in a section of another kind.",
  whole: "is carried.",
};

/** A sentence for what a pointer into the comparison names. */
function sentenceAt(coverage: Coverage, pointer: string): string {
  const [, list, number, , of] = pointer.split("/");
  const at = Number(number);
  if (list === "unsourced") return coverage.unsourced[at]?.message ?? "";
  if (list === "conflicts") return coverage.conflicts[at]?.message ?? "";
  if (list === "listed") return coverage.listed[at]?.message ?? "";
  const advice = coverage.advices[at];
  if (advice === undefined) return "";
  const one = of === undefined ? undefined : advice.statements[Number(of)];
  if (one === undefined) return `The advice of ${authorOf(advice, at)} is listed in Section K.`;
  const author = advice.author ?? authorOf(advice, at);
  const text = shortened(one.text.replaceAll("\t", " | "), MOST_QUOTED);
  return `${author}: “${text}” ${STATUS[one.status]}`;
}

function side(heading: string, items: readonly HTMLElement[]): HTMLElement {
  const more = items.length - MOST_LISTED;
  return build(
    "div",
    {},
    build("p", { class: "app-evidence__side" }, heading),
    build(
      "ul",
      { class: "app-evidence__list" },
      ...items.slice(0, MOST_LISTED),
      more > 0 ? build("li", {}, `And ${more} more.`) : null,
    ),
  );
}

/** What was found, each sentence once, with the numbers of the findings and the sections of those elsewhere. */
function againstOf(
  plan: PlanView,
  findings: readonly PlanFinding[],
  here: ReadonlyMap<string, SectionFinding>,
  list: FindingsElement,
): HTMLElement[] {
  const byMessage = new Map<string, PlanFinding[]>();
  for (const finding of findings) {
    const { message } = finding;
    byMessage.set(message, [...(byMessage.get(message) ?? []), finding]);
  }
  return [...byMessage].map(([message, of]) => {
    const numbers = of.flatMap((finding) => {
      const shown = here.get(finding.fingerprint);
      return shown === undefined ? [] : [numberButton(shown, list)];
    });
    const elsewhere = new Map(
      of.filter(({ fingerprint }) => !here.has(fingerprint)).map((one) => [one.section ?? null, one]),
    );
    const links = [...elsewhere].map(([section, finding]) =>
      build(
        "a",
        {
          class: "govuk-link app-evidence__link",
          href: hashOf({ name: "section", section: section ?? "overall" }),
          title: shownOf(plan, finding).words,
        },
        section === null ? "The plan as a whole" : `Section ${section}`,
      ),
    );
    return build("li", {}, `${message} `, ...numbers, ...links);
  });
}

function numberButton({ fingerprint, number, severity, words }: SectionFinding, list: FindingsElement): HTMLElement {
  const button = build(
    "button",
    {
      type: "button",
      class: `app-mark-number app-mark-number--${severity}`,
      "aria-label": `Finding ${number}`,
      title: words,
    },
    number,
  );
  button.addEventListener("click", () => list.focusFinding(fingerprint));
  return button;
}

function forOf(plan: PlanView, { place, message }: SpeaksFor): HTMLElement {
  const words = wordsAt(plan, place);
  const quoted = build("span", { class: "app-evidence__words" }, `“${shortened(words, MOST_QUOTED)}”`);
  return build("li", {}, quoted, ` ${message}`);
}
