// The first screen: what there is to do, and how far each task is.

import type { Progress } from "ehcp-qa";
import { build } from "../dom.ts";
import { countsOf, findingsOf } from "./found.ts";
import { hashOf, type Route } from "./routes.ts";
import { planField } from "./plan-field.ts";
import type { Screen, Shell } from "./screen.ts";
import { factsOf, isConfirmed } from "./facts.ts";
import type { CarriedStatement } from "./shapes.ts";

interface Status {
  text: string;
  /** The colour beside the word; none for what is done or cannot begin. */
  colour?: "grey" | "blue" | "light-blue" | "green" | "yellow" | "red";
}

interface Task {
  route: Route;
  name: string;
  hint(): string;
  status(): Status;
}

const TO_DO: Status = { text: "Not started", colour: "grey" };
const STARTED: Status = { text: "In progress", colour: "light-blue" };
const DONE: Status = { text: "Completed" };

export function taskList(shell: Shell): Screen {
  const groups: [string, Task[]][] = [
    ["Prepare", [planTask(shell), adviceTask(shell), aboutTask(shell)]],
    ["Review the sections", sectionTasks(shell)],
    ["Finish", [threadTask(shell), feedbackTask(shell), issueTask(shell)]],
  ];
  const rows = groups.map(([heading, tasks], at) => {
    const drawn = tasks.map(row);
    const list = build("ul", { class: "govuk-task-list app-tasks__list" }, ...drawn.map(({ element }) => element));
    return {
      element: build("section", {}, build("h2", { class: "govuk-heading-m" }, `${at + 1}. ${heading}`), list),
      refresh: () => {
        for (const { refresh } of drawn) refresh();
      },
    };
  });
  const intake = intakeOf(shell);
  const tasks = build("div", { class: "app-tasks" }, ...rows.map(({ element }) => element));
  function refresh(): void {
    intake.hidden = shell.desk.case.source !== null;
    for (const one of rows) one.refresh();
  }
  refresh();
  return { title: "Review an EHC plan", element: build("div", {}, intake, tasks), refresh };
}

function row({ route, name, hint, status }: Task) {
  const id = hashOf(route).slice(1);
  const says = build("div", { class: "govuk-task-list__hint", id: `${id}-hint` });
  const link = build(
    "a",
    { class: "govuk-link govuk-task-list__link", href: hashOf(route), "aria-describedby": `${id}-hint ${id}-status` },
    name,
  );
  const state = build("div", { class: "govuk-task-list__status", id: `${id}-status` });
  const element = build(
    "li",
    { class: "govuk-task-list__item govuk-task-list__item--with-link" },
    build("div", { class: "govuk-task-list__name-and-hint" }, link, says),
    state,
  );
  return {
    element,
    refresh(): void {
      const words = hint();
      if (says.textContent !== words) says.textContent = words;
      says.hidden = words === "";
      const { text, colour } = status();
      if (state.textContent === text) return;
      state.replaceChildren(
        colour === undefined ? text : build("strong", { class: `govuk-tag govuk-tag--${colour}` }, text),
      );
    },
  };
}

/** The first step stands open: the plan is dropped, chosen, pasted or left out. */
function intakeOf(shell: Shell): HTMLElement {
  const input = build("input", {
    class: "govuk-file-upload",
    id: "plan-file",
    type: "file",
    accept: ".docx,.txt,.md,.html,.htm,.json",
    "aria-describedby": "plan-file-hint plan-file-error",
  });
  input.addEventListener("change", () => {
    // So that the same file can be chosen again.
    void shell.take([...(input.files ?? [])]).then(() => (input.value = ""));
  });
  return build(
    "section",
    { class: "app-card app-intake", "aria-labelledby": "intake-heading" },
    build("h2", { class: "govuk-heading-m", id: "intake-heading" }, "Start with the plan"),
    planField(
      input,
      "Word file of the plan, or a saved case",
      "Choose it here, or drop it anywhere on this page. Nothing leaves the page.",
    ),
    build(
      "p",
      { class: "govuk-body app-last" },
      build("a", { class: "govuk-link", href: "#plan" }, "Paste the text instead"),
      ", or start without the plan: every task below works without it.",
    ),
  );
}

function planTask({ desk }: Shell): Task {
  return {
    route: { name: "plan" },
    name: "The plan",
    hint() {
      const { plan } = desk.results;
      if (plan === null) return desk.case.source === null ? "Drop, choose or paste it" : "Being read…";
      const sections = new Set(plan.parts.flatMap((part) => part.sections)).size;
      const doubts = plan.doubts.length;
      const open = doubts === 0 ? "" : `, ${doubts} ${doubts === 1 ? "thing" : "things"} to look at`;
      return `${sections} of ${desk.framework.wording.sections.length} sections found${open}`;
    },
    status: () => (desk.results.plan === null ? TO_DO : DONE),
  };
}

function adviceTask({ desk }: Shell): Task {
  return {
    route: { name: "advice" },
    name: "Advice",
    hint() {
      const { coverage } = desk.results;
      const count = desk.case.advices.length;
      if (count === 0) return "The reports that the plan is written from, and what became of them";
      const files = `${count} ${count === 1 ? "file" : "files"}`;
      if (coverage === null) return files;
      const lost = coverage.advices.flatMap(({ statements }) => statements).filter(isNotFound).length;
      return `${files}; ${lost} ${lost === 1 ? "statement" : "statements"} not found in the plan`;
    },
    status: () => (desk.case.advices.length === 0 ? { text: "Optional", colour: "grey" } : DONE),
  };
}

function isNotFound({ status }: CarriedStatement): boolean {
  return status === "not_found";
}

function aboutTask({ desk }: Shell): Task {
  return {
    route: { name: "about" },
    name: "About the plan",
    hint() {
      const facts = factsOf(desk);
      if (facts.length === 0) return "Stage, year group and what else decides which questions apply";
      const open = facts.filter((fact) => !isConfirmed(desk, fact)).length;
      return open === 0 ? "All that the plan states is confirmed" : `${open} of ${facts.length} facts to confirm`;
    },
    status() {
      const { plan } = desk.case.review;
      const asked = desk.framework.interpretation.context.map(
        ({ field }) => (plan as Record<string, unknown> | undefined)?.[field],
      );
      const known = asked.filter((value) => value != null).length;
      if (known === 0) return TO_DO;
      return known === asked.length ? DONE : STARTED;
    },
  };
}

function sectionTasks({ desk }: Shell): Task[] {
  const { sections, overall } = desk.framework.wording;
  return [...sections, overall].map(({ id, title }) => ({
    route: { name: "section", section: id },
    name: title,
    hint() {
      if (desk.results.check === null) return "";
      const found = findingsOf(desk, id === overall.id ? null : id);
      const isThere =
        id === overall.id || desk.results.plan?.parts.some((part) => (part.sections as readonly string[]).includes(id));
      return isThere ? countsOf(found) : `Not found in the plan. ${countsOf(found)}`;
    },
    status() {
      const progress = desk.results.assessment?.sections.find((section) => section.id === id)?.progress;
      return statusOf(id === overall.id ? added(progress, desk.results.assessment?.progress.criteria) : progress);
    },
  }));
}

function added(one: Progress | undefined, other: Progress | undefined): Progress {
  return {
    answered: (one?.answered ?? 0) + (other?.answered ?? 0),
    total: (one?.total ?? 0) + (other?.total ?? 0),
  };
}

function statusOf(progress: Progress | undefined): Status {
  if (progress === undefined || progress.answered === 0) return TO_DO;
  return progress.answered >= progress.total
    ? DONE
    : { ...STARTED, text: `${progress.answered} of ${progress.total} answered` };
}

function threadTask({ desk }: Shell): Task {
  return {
    route: { name: "thread" },
    name: "Golden thread",
    hint() {
      const { proposed } = desk.results;
      if (proposed === null) return "Needs, outcomes and provision, and the links between them";
      return `${proposed.items.length} items and ${proposed.links.length} links are proposed`;
    },
    status() {
      const { items } = desk.case;
      if (items === null) return TO_DO;
      const links = items.reduce((sum, item) => sum + (item.links?.length ?? 0), 0);
      return { text: `${links} ${links === 1 ? "link" : "links"} confirmed`, colour: "light-blue" };
    },
  };
}

function feedbackTask({ desk }: Shell): Task {
  return {
    route: { name: "feedback" },
    name: "Feedback form and comments in the plan",
    hint: () =>
      desk.case.source?.kind === "word"
        ? "The Word file with comments, and the form filled in"
        : "The form filled in from your answers",
    status() {
      const isStarted = desk.results.check !== null || (desk.results.assessment?.progress.total.answered ?? 0) > 0;
      return isStarted ? { text: "Ready to download", colour: "light-blue" } : TO_DO;
    },
  };
}

function issueTask({ desk }: Shell): Task {
  return {
    route: { name: "issue" },
    name: "May the plan be issued?",
    hint: () => desk.results.assessment?.plan.gate?.message ?? "",
    status() {
      const state = desk.results.assessment?.plan.gate?.state;
      if (state === "may_be_issued") return { text: "May be issued", colour: "green" };
      return state === "not_to_be_issued" ? { text: "Not yet", colour: "red" } : TO_DO;
    },
  };
}
