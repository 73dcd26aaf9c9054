// The page that reviews a plan by a framework that is chosen, or by one from a file.

import { configure } from "ehcp-qa/elements";
import { EhcpQaError, Engine, init } from "ehcp-qa/grading";
import checklist from "../../core/frameworks/example-checklist.json?raw";
import tenPoints from "../../core/frameworks/example-ten-points.json?raw";
import { build, byId, download, make } from "./dom.ts";
import { clearErrors, showError } from "./error-summary.ts";
import { start } from "./start.ts";

/** The frameworks that are offered, by the names in the address. The first is built in. */
const FRAMEWORKS: Record<string, string | undefined> = {
  "shropshire-2023": undefined,
  "example-ten-points": tenPoints,
  "example-checklist": checklist,
};

const choice = byId<HTMLSelectElement>("by");
const own = byId<HTMLInputElement>("own");
const about = byId("about");
const review = byId("review");

/** Shows an empty review by a framework, or what is wrong with it. */
function show(text: string | undefined): void {
  let engine: Engine;
  try {
    engine = new Engine(text);
  } catch (error) {
    if (!(error instanceof EhcpQaError)) throw error;
    showError("own", "This file cannot be used as a framework.", error.problems);
    return;
  }
  clearErrors();
  const { id, source, wording } = engine.framework;
  const [title, note] = [make("h2", "govuk-heading-m", wording.title), make("p", "govuk-body", source.note)];
  about.replaceChildren(title, note);
  configure({ framework: text });
  const form = build("ehcp-qa-review", { id: "answers" });
  const panel = build("ehcp-qa-panel", { for: "answers", class: "app-columns__results" });
  const line = make("p", "govuk-body app-line");
  form.addEventListener("ehcp-qa-assessment", () => (line.textContent = form.line ?? ""));
  byId("save").onclick = () => download(JSON.stringify(form.review, null, 2), `review-${id}.json`, "application/json");
  review.replaceChildren(make("div", "", form, make("h2", "govuk-heading-s", "Score line"), line), panel);
}

void start(async () => {
  await init();
  const titles = Object.entries(FRAMEWORKS).map(
    ([id, text]) => [id, new Engine(text).framework.wording.title] as const,
  );
  choice.append(...titles.map(([id, title]) => new Option(title, id)));
  const asked = new URLSearchParams(location.search).get("by");
  if (asked !== null && asked in FRAMEWORKS) choice.value = asked;
  choice.addEventListener("change", () => {
    own.value = "";
    show(FRAMEWORKS[choice.value]);
  });
  own.addEventListener("change", () => void own.files?.[0]?.text().then(show));
  byId("choice").addEventListener("submit", (event) => event.preventDefault());
  show(FRAMEWORKS[choice.value]);
});
