// The page for writing a section, and for linking the items of a plan.

import "ehcp-qa/elements";
import { Engine, EhcpQaError, init, type WordingContext } from "ehcp-qa";
import plan from "../samples/thread/plan.json";
import { byId, download } from "./dom.ts";
import { elementsReady, start } from "./start.ts";
import { yearGroupLabel } from "./year-groups.ts";

const wording = document.querySelector("ehcp-qa-wording")!;
const thread = document.querySelector("ehcp-qa-thread")!;
const section = byId<HTMLSelectElement>("section");
const stage = byId<HTMLSelectElement>("stage");
const year = byId<HTMLSelectElement>("year");
const name = byId<HTMLInputElement>("name");
const text = byId<HTMLTextAreaElement>("text");
const items = byId<HTMLTextAreaElement>("items");

function context(): WordingContext {
  return {
    stage: stage.value === "" ? null : (stage.value as "draft" | "final"),
    year_group: year.value === "" ? null : (Number(year.value) as NonNullable<WordingContext["year_group"]>),
    names: name.value.trim() === "" ? null : [name.value.trim()],
  };
}

/** Fills the lists of the page, and makes its buttons work. */
async function begin(): Promise<void> {
  await init();
  const engine = new Engine();
  const { years } = engine.facts.get("year_group")!;
  year.append(...years.map((of) => new Option(yearGroupLabel(of), String(of.number))));
  section.append(
    ...engine.framework.wording.sections.map(({ id, title }) => new Option(title, id, id === "F", id === "F")),
  );
  section.addEventListener("change", () => (wording.section = section.value));
  for (const field of [stage, year, name]) field.addEventListener("input", () => (wording.context = context()));

  byId("export-feedback").addEventListener("click", () => {
    const form = engine.feedback(
      JSON.stringify({ framework: engine.framework.id }),
      { [section.value]: text.value },
      context(),
    );
    download(engine.feedbackHtml(form), "feedback-form.html", "text/html");
  });
  byId("export-mermaid").addEventListener("click", () => {
    try {
      download(engine.threadMermaid(items.value), "thread.mmd", "text/plain");
    } catch (error) {
      // The problems are shown above the picture.
      if (!(error instanceof EhcpQaError)) throw error;
    }
  });
  items.addEventListener("input", () => (thread.plan = items.value));
  items.value = JSON.stringify(plan, null, 2);
  thread.plan = items.value;
}

void start(async () => {
  await Promise.all([elementsReady(), begin()]);
});
