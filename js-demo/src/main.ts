// Starts the engine, builds the page from its framework, and keeps the two together.

import init, { Engine, EhcpQaError } from "ehcp-qa";
import { byId, h } from "./dom.ts";
import { criteriaPart } from "./criteria.ts";
import { toolbar } from "./files.ts";
import { resultsPanel } from "./panel.ts";
import { detailsPart, planPart } from "./plan.ts";
import { followFieldLinks } from "./pointers.ts";
import { unfoldForPrint } from "./print.ts";
import { sectionPart } from "./sections.ts";
import { openStore } from "./store.ts";
import { wordsFor } from "./words.ts";

function build(): void {
  const store = openStore(new Engine(), show, fill);
  const { framework } = store;
  const words = wordsFor(framework);

  const sections = words.sections.map((section) => sectionPart(store, words, section));
  const parts = [detailsPart(store), planPart(store), criteriaPart(store), ...sections];
  const panel = resultsPanel(store, words);
  const tools = toolbar(store);
  const [details, plan, criteria] = parts;

  const form = h("form", { class: "app-form", id: "form", tabindex: "-1", "aria-label": "The review", novalidate: true },
    details!.element, plan!.element, criteria!.element,
    h("h2", { class: "govuk-heading-l app-form__heading" }, framework.wording.descriptor_table.heading),
    ...sections.map(({ element }) => element));
  form.addEventListener("submit", (event) => event.preventDefault());

  byId("app").replaceChildren(tools.element,
    h("div", { class: "app-columns" }, h("div", { class: "app-columns__form" }, form, panel.bar), panel.element));
  byId("framework-title").textContent = `${framework.wording.title}, ${framework.edition}`;
  byId("source").textContent = `Wording: ${framework.source.title}, ${framework.edition}. ${framework.source.note}`;

  function show(): void {
    const assessment = store.assessment();
    for (const section of sections) section.show(assessment);
    panel.show(assessment);
    tools.show();
  }
  function fill(): void {
    const review = store.review();
    for (const part of parts) part.fill(review);
    show();
  }

  followFieldLinks();
  unfoldForPrint();
  fill();
}

/** Says why the page cannot work. */
function failed(error: unknown): void {
  const message = error instanceof EhcpQaError ? error.message : "The page could not be started.";
  byId("app").replaceChildren(
    h("div", { class: "govuk-error-summary", role: "alert" },
      h("h2", { class: "govuk-error-summary__title" }, "The engine could not be started"),
      h("div", { class: "govuk-error-summary__body" }, h("p", {}, message))));
  if (!(error instanceof EhcpQaError)) throw error;
}

init().then(build).catch(failed);
