// What speaks for and against a descriptor or a criterion, beneath its question. A person answers it.

import type { FindingsElement } from "ehcp-qa/elements";
import { build } from "../dom.ts";
import { findingsOf, shownOf, wordsAt, type SectionFinding } from "./found.ts";
import { shortened } from "./quote.ts";
import { hashOf } from "./routes.ts";
import type { Shell } from "./screen.ts";
import type { Bearing, PlanFinding, SpeaksFor } from "./shapes.ts";
import type { PlanView } from "./view.ts";

/** So many are listed on each side; the others are counted. */
const MOST_LISTED = 10;
const MOST_QUOTED = 110;

/** Puts what bears on the questions of a section beneath them. */
export function evidenceFor({ desk, review }: Shell, section: string, list: FindingsElement): void {
  const { check, plan } = desk.results;
  const isOpen = new Set(
    [...review.children].filter((child) => child.querySelector("details")?.open).map(({ slot }) => slot),
  );
  review.replaceChildren();
  if (check === null || plan === null) return;
  const { overall } = desk.framework.wording;
  const isOverall = section === overall.id;
  const bearings: [string, string, Bearing][] = [
    ...check.descriptors
      .filter((one) => one.section === section)
      .map((one): [string, string, Bearing] => [one.descriptor, one.descriptor, one]),
    ...(isOverall ? check.criteria.map((one): [string, string, Bearing] => [one.criterion, "it", one]) : []),
  ];
  const here = new Map(findingsOf(desk, isOverall ? null : section).map((finding) => [finding.fingerprint, finding]));
  const byId = new Map(check.findings.map((finding) => [finding.id, finding]));
  const isDismissed = new Set(desk.case.dismissed);
  for (const [id, name, { against, speaks_for: speaksFor }] of bearings) {
    const findings = against
      .flatMap((number) => byId.get(number) ?? [])
      .filter((one) => !isDismissed.has(one.fingerprint));
    if (findings.length === 0 && speaksFor.length === 0) continue;
    const details = build(
      "details",
      { class: "app-evidence", open: isOpen.has(id) },
      build("summary", {}, `What bears on ${name}: ${findings.length} against, ${speaksFor.length} for`),
      ...(findings.length === 0 ? [] : [side("Against", againstOf(plan, findings, here, list))]),
      ...(speaksFor.length === 0
        ? []
        : [
            side(
              "For",
              speaksFor.map((one) => forOf(plan, one)),
            ),
          ]),
    );
    review.append(build("div", { slot: id }, details));
  }
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
