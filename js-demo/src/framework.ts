// The page that reviews a plan by a framework that is chosen, or by one from a file.

import { configure } from "ehcp-qa/elements";
import { EhcpQaError, Engine, init } from "ehcp-qa/grading";
import checklist from "../../core/frameworks/example-checklist.json?raw";
import tenPoints from "../../core/frameworks/example-ten-points.json?raw";
import { build, byId, download, make } from "./dom.ts";
import { clearErrors, showError } from "./error-summary.ts";
import { offerParts } from "./framework-parts.ts";
import { start } from "./start.ts";

/** A framework that is offered: its text, of which the built-in one needs none, and a file of made-up records. */
interface Offered {
  text: string | undefined;
  records: string;
}

/** The frameworks that are offered, by their ids, which are their names in the address. */
const offered = new Map<string, Offered>();

const choice = byId<HTMLSelectElement>("by");
const own = byId<HTMLInputElement>("own");
const about = byId("about");
const review = byId("review");

/** Shows an empty review by a framework, or what is wrong with it. */
function show(text: string | undefined, records?: string): void {
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
  offerParts({
    text,
    document: engine.framework,
    records,
    review: () => form.review ?? JSON.stringify({ framework: id }),
  });
}

function showChosen(): void {
  const { text, records } = offered.get(choice.value) ?? {};
  show(text, records);
}

void start(async () => {
  await init();
  for (const text of [undefined, tenPoints, checklist]) {
    const { id, wording } = new Engine(text).framework;
    offered.set(id, { text, records: text === undefined ? "./made-up-term.ndjson" : `./made-up-${id}.ndjson` });
    choice.append(new Option(wording.title, id));
  }
  const asked = new URLSearchParams(location.search).get("by");
  if (asked !== null && offered.has(asked)) choice.value = asked;
  choice.addEventListener("change", () => {
    own.value = "";
    showChosen();
  });
  own.addEventListener("change", () => void own.files?.[0]?.text().then((text) => show(text)));
  byId("choice").addEventListener("submit", (event) => event.preventDefault());
  showChosen();
});
