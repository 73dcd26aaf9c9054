// The page that compares two versions of a plan.

import { EhcpQaError } from "ehcp-qa";
import { build, byId, onDrop } from "../dom.ts";
import { clearErrors, showError } from "../error-summary.ts";
import { start } from "../start.ts";
import type { PlanSource } from "./case.ts";
import { startEngine, type Run } from "./engine.ts";
import type { ComparedFinding, ComparedStatement, PlanComparison, StatementChange } from "./shapes.ts";
import { isTooLarge, sourceOf } from "./source.ts";

type Version = "old" | "new";

const KINDS: Record<StatementChange["kind"], { word: string; colour: string }> = {
  removed: { word: "Removed", colour: "red" },
  reduced: { word: "Reduced", colour: "red" },
  increased: { word: "Increased", colour: "green" },
  reworded: { word: "Reworded", colour: "blue" },
  added: { word: "Added", colour: "green" },
  moved: { word: "Moved", colour: "grey" },
};

const ABOUT: Record<StatementChange["of"], string> = {
  provision: "Provision",
  need: "Needs",
  outcome: "Outcomes",
  other: "Other text",
};

const given: Partial<Record<Version, PlanSource>> = {};

async function take(run: Run, version: Version, file: File): Promise<void> {
  if (isTooLarge(file)) {
    showError(`${version}-file`, "The file is too large to be a plan.");
    return;
  }
  given[version] = await sourceOf(file);
  await compare(run);
}

async function compare(run: Run): Promise<void> {
  for (const version of ["old", "new"] as const) showName(version);
  const { old, new: now } = given;
  if (old === undefined || now === undefined) return;
  byId("swap").hidden = false;
  try {
    const comparison = await run("compare", old, now);
    clearErrors();
    byId("comparison").replaceChildren(...drawn(comparison));
  } catch (error) {
    if (!(error instanceof EhcpQaError)) throw error;
    byId("comparison").replaceChildren();
    const version = (await readable(run, old)) ? "new" : "old";
    showError(`${version}-file`, error.problems[0]?.message ?? error.message);
  }
}

/** Shows in its field which file a version is, also where it was dropped or swapped. */
function showName(version: Version): void {
  const names = new DataTransfer();
  const name = given[version]?.name;
  if (name !== undefined) names.items.add(new File([], name));
  byId<HTMLInputElement>(`${version}-file`).files = names.files;
}

/** Whether a version can be read, so that an error stands beside the right file. */
async function readable(run: Run, source: PlanSource): Promise<boolean> {
  return run("read", source, []).then(
    () => true,
    () => false,
  );
}

function drawn({ changes, unchanged, findings }: PlanComparison): HTMLElement[] {
  const kinds = Object.entries(ABOUT).map(([of, heading]) => ({
    heading,
    changes: changes.filter((change) => change.of === of),
  }));
  const lessened = changes.filter(
    ({ of, kind }) => of === "provision" && (kind === "removed" || kind === "reduced"),
  ).length;
  return [
    build(
      "p",
      { class: "govuk-body-l app-strong" },
      lessened === 0
        ? "No provision is removed or reduced, as far as the words show."
        : `${lessened} ${lessened === 1 ? "statement" : "statements"} of provision removed or reduced.`,
    ),
    build(
      "p",
      { class: "govuk-body" },
      `${changes.length} ${changes.length === 1 ? "change" : "changes"} in all; ${unchanged} statements stand as they were.`,
    ),
    ...kinds
      .filter((kind) => kind.changes.length > 0)
      .map(({ heading, changes: of }) =>
        build(
          "section",
          {},
          build("h2", { class: "govuk-heading-m" }, `${heading}: ${of.length}`),
          build("ol", { class: "app-changes" }, ...of.map(changeCard)),
        ),
      ),
    build("h2", { class: "govuk-heading-m" }, "Findings about wording"),
    findingsCard("Cleared", findings.cleared),
    findingsCard("New", findings.added),
    findingsCard("Left", findings.left),
  ];
}

function changeCard({ kind, section, from_section: from, old, new: now, reasons }: StatementChange): HTMLElement {
  const { word, colour } = KINDS[kind];
  return build(
    "li",
    { class: "app-card app-change" },
    build(
      "p",
      { class: "app-change__head" },
      build("strong", { class: `govuk-tag govuk-tag--${colour}` }, word),
      ` Section ${section}${from == null ? "" : `, from Section ${from}`}`,
    ),
    reasons.length === 0
      ? null
      : build(
          "ul",
          { class: "govuk-list app-change__reasons" },
          ...reasons.map(({ message }) => build("li", {}, message)),
        ),
    build(
      "div",
      { class: "app-change__texts" },
      old.length === 0 ? null : side("Was", old, "del"),
      now.length === 0 ? null : side("Is", now, "ins"),
    ),
  );
}

function side(heading: string, statements: readonly ComparedStatement[], tag: "del" | "ins"): HTMLElement {
  return build(
    "div",
    {},
    build("p", { class: "app-change__side app-strong" }, heading),
    ...statements.map((statement) => build("p", { class: "app-change__text" }, ...piecesOf(statement, tag))),
  );
}

/** The text with the words that the other version does not have. */
function piecesOf({ text, changed = [] }: ComparedStatement, tag: "del" | "ins"): (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let at = 0;
  for (const { start, end } of changed) {
    pieces.push(text.slice(at, start), build(tag, {}, text.slice(start, end)));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}

function findingsCard(name: string, findings: readonly ComparedFinding[]): HTMLElement {
  return build(
    "details",
    { class: "app-form-section" },
    build("summary", {}, `${name}: ${findings.length}`),
    build(
      "ul",
      { class: "govuk-list app-form-section__list" },
      ...findings.map(({ section, quote, message }) =>
        build(
          "li",
          {},
          `Section ${section}: `,
          build("span", { class: "app-evidence__words" }, `“${quote}”`),
          ` ${message}`,
        ),
      ),
    ),
  );
}

async function begin(): Promise<void> {
  const run = await startEngine();
  for (const version of ["old", "new"] as const) {
    const input = byId<HTMLInputElement>(`${version}-file`);
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file !== undefined) void take(run, version, file);
    });
    // So that the same file can be chosen again.
    input.addEventListener("click", () => (input.value = ""));
    input.addEventListener("cancel", () => showName(version));
  }
  byId("swap").addEventListener("click", () => {
    [given.old, given.new] = [given.new!, given.old!];
    void compare(run);
  });
  onDrop((files) => void drop(files));

  async function drop([first, second]: readonly File[]): Promise<void> {
    if (first === undefined) return;
    if (second !== undefined) {
      await take(run, "old", first);
      await take(run, "new", second);
    } else await take(run, given.old === undefined ? "old" : "new", first);
  }
}

void start(begin);
