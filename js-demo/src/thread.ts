// The page on which the items of a plan are seen to hang together, or not.

import init, { Engine, EhcpQaError, type Thread } from "ehcp-qa";
import sample from "../samples/thread/plan.json";
import { sayChange } from "./announcer.ts";
import { byId, h } from "./dom.ts";
import { download } from "./download.ts";

const SEVERITIES: Record<string, string> = { error: "Error", warning: "Warning", information: "Information" };
const KINDS: Record<string, string> = {
  aspiration: "Aspirations", need: "Needs", outcome: "Outcomes", provision: "Provision", advice: "Advice",
};

function build(): void {
  const engine = new Engine();
  const text = h("textarea", { class: "govuk-textarea app-thread-items", id: "items", rows: 14, spellcheck: "false", "aria-describedby": "items-hint items-error" });
  const mistakes = h("div", { class: "govuk-error-message", id: "items-error" });
  const summary = h("p", { class: "govuk-body", "data-testid": "summary" });
  const picture = h("div", { class: "app-thread", tabindex: "0", role: "region", "aria-label": "Picture of the thread", "data-testid": "picture" });
  const findings = h("ol", { class: "govuk-list app-wording__findings", "data-testid": "findings" });
  const mermaid = h("button", { type: "button", class: "govuk-button govuk-button--secondary" }, "Export as Mermaid");
  mermaid.addEventListener("click", () => attempt(() => download(engine.threadMermaid(text.value), "thread.mmd", "text/plain")));

  byId("app").replaceChildren(summary, picture,
    h("h2", { class: "govuk-heading-m" }, "Findings"), findings,
    h("h2", { class: "govuk-heading-m" }, "Items"),
    h("div", { class: "govuk-form-group" },
      h("label", { class: "govuk-label govuk-label--s", for: text.id }, "The items of the plan, as JSON"),
      h("div", { class: "govuk-hint", id: "items-hint" }, "Each item has an id, a section, a short text, and the ids that it links to."),
      mistakes, text),
    mermaid);

  function attempt(run: () => void): void {
    try {
      run();
      mistakes.replaceChildren();
    } catch (error) {
      if (!(error instanceof EhcpQaError)) throw error;
      const told = error.problems.length > 0 ? error.problems : [{ pointer: "", message: error.message }];
      mistakes.replaceChildren(...told.slice(0, 10).map(({ pointer, message }) =>
        h("p", {}, h("span", { class: "govuk-visually-hidden" }, "Error: "), pointer === "" ? message : `${pointer}: ${message}`)));
    }
  }

  const show = (): void => attempt(() => {
    const thread = engine.thread(text.value);
    summary.textContent = counted(thread);
    sayChange(summary.textContent);
    // The engine's picture is XML with all text escaped: it is parsed as such, and never as HTML.
    const drawn = new DOMParser().parseFromString(engine.threadSvg(text.value), "image/svg+xml").documentElement;
    picture.replaceChildren(document.importNode(drawn, true));
    findings.replaceChildren(...thread.findings.map((finding) =>
      h("li", { class: `app-wording__finding app-wording__finding--${finding.severity}` },
        h("p", { class: "govuk-body" }, h("strong", {}, `${SEVERITIES[finding.severity]}: `), finding.message),
        h("p", { class: "govuk-body app-wording__instead" }, finding.clear),
        h("details", { class: "govuk-details" },
          h("summary", { class: "govuk-details__summary" }, h("span", { class: "govuk-details__summary-text" }, "Why")),
          h("div", { class: "govuk-details__text" }, h("p", { class: "govuk-body" }, finding.why),
            h("ul", { class: "govuk-list govuk-list--bullet" },
              ...finding.cites.map(({ place, basis }) => h("li", {}, basis === "interpretation" ? `${place} (our interpretation)` : place))))))));
  });
  text.addEventListener("input", show);
  text.value = JSON.stringify(sample, null, 2);
  show();
}

function counted({ counts, findings }: Thread): string {
  const kinds = counts.map(({ kind, items, whole }) =>
    whole === null || whole === undefined ? `${KINDS[kind]}: ${items}` : `${KINDS[kind]}: ${whole} of ${items} whole`);
  return `${kinds.join(". ")}. ${findings.length === 1 ? "1 finding." : `${findings.length} findings.`}`;
}

/** Says why the page cannot work. */
function failed(error: unknown): void {
  const message = error instanceof EhcpQaError ? error.message : "The page could not be started.";
  byId("app").replaceChildren(h("p", { class: "govuk-body", role: "alert" }, message));
  if (!(error instanceof EhcpQaError)) throw error;
}

init().then(build).catch(failed);
