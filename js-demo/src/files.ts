// Samples, files and score lines: how a review comes in and goes out.

import { EhcpQaError, type Review } from "ehcp-qa";
import { h } from "./dom.ts";
import { download } from "./download.ts";
import { choice, textInput, type Field } from "./fields.ts";
import { clearMistake, noticeLine, showMistake, type Mistake } from "./notices.ts";
import { SAMPLES } from "./samples.ts";
import type { Store } from "./store.ts";

/** Larger files are not read: the engine would refuse them anyway, as too large. */
const MOST_BYTES = 50_000_000;

function button(label: string, pressed: () => void, look = "govuk-button--secondary"): HTMLButtonElement {
  const element = h("button", { type: "button", class: `govuk-button ${look}`.trim() }, label);
  element.addEventListener("click", pressed);
  return element;
}

export interface Toolbar {
  element: HTMLElement;
  /** Keeps the score line shown up to date. */
  show(): void;
}

export function toolbar(store: Store): Toolbar {
  const notice = noticeLine();

  /** Takes another review, and offers to go back. */
  function take(review: Review | string | null, done: string): void {
    const before = store.review();
    if (review === null) store.clear();
    else store.replace(review);
    clearMistake();
    restore.error(null);
    fileError.hidden = true;
    notice.show(done, () => {
      store.replace(before);
      notice.show("The review is as it was before.");
    });
  }

  function refused(error: unknown, mistake: Mistake): void {
    if (!(error instanceof EhcpQaError)) throw error;
    showMistake({ ...mistake, problems: error.problems });
  }

  const sample = choice({ pointer: "/sample", label: "Sample review", on: "change", entered: () => {} }, "Choose a sample",
    SAMPLES.map(({ id, label }) => ({ id, label })));
  const sampleSelect = sample.element.querySelector("select")!;
  function loadSample(): void {
    const chosen = SAMPLES.find(({ id }) => id === sampleSelect.value);
    sample.error(chosen === undefined ? "Choose a sample" : null);
    if (chosen === undefined) showMistake({ message: "Choose a sample", field: "sample" });
    else take(chosen.review, `Loaded: ${chosen.label}.`);
  }

  const file = h("input", { class: "govuk-file-upload", id: "import-file", type: "file", accept: ".json,application/json", "aria-describedby": "import-file-error" });
  const fileError = h("p", { class: "govuk-error-message", id: "import-file-error", hidden: true },
    h("span", { class: "govuk-visually-hidden" }, "Error: "), "The file could not be imported");
  file.addEventListener("change", async () => {
    const [picked] = file.files ?? [];
    if (picked === undefined) return;
    const mistake: Mistake = { message: "The file could not be imported", field: file.id };
    fileError.hidden = false;
    try {
      if (picked.size > MOST_BYTES) showMistake({ ...mistake, problems: [{ pointer: "", message: "It is too large to be a review." }] });
      else take(await picked.text(), "The file is imported.");
    } catch (error) {
      refused(error, mistake);
    }
    // So that the same file can be chosen again.
    file.value = "";
  });

  const restore: Field = textInput({ pointer: "/restore-line", label: "Restore from a score line", on: "change", entered: () => {} });
  const restoreInput = restore.element.querySelector("input")!;
  function restoreLine(): void {
    try {
      take(store.fromLine(restoreInput.value.trim()), "Answers and scores are restored. A score line holds no texts, reference or reviewer.");
      restoreInput.value = "";
    } catch (error) {
      if (!(error instanceof EhcpQaError)) throw error;
      const message = error.problems[0]?.message ?? error.message;
      restore.error(message);
      showMistake({ message, field: "restore-line" });
    }
  }
  restoreInput.addEventListener("keydown", (event) => {
    if (event.key === "Enter") restoreLine();
  });

  function exportReview(): void {
    const text = `${JSON.stringify(store.review(), null, 2)}\n`;
    download(text, "ehc-plan-review.json", "application/json");
    notice.show("The review is exported as ehc-plan-review.json.");
  }

  function exportFeedback(): void {
    download(store.feedbackHtml(), "feedback-form.html", "text/html");
    notice.show("The feedback form is exported as feedback-form.html, to open and print.");
  }

  const line = h("input", { class: "govuk-input app-line", id: "score-line", type: "text", readonly: true, "aria-describedby": "score-line-hint" });
  async function copyLine(): Promise<void> {
    try {
      await navigator.clipboard.writeText(line.value);
      notice.show("The score line is copied.");
    } catch {
      line.focus();
      line.select();
      notice.show("The browser does not allow copying: the score line is selected instead.");
    }
  }

  const startAgain = (): void => take(null, "Everything is cleared.");
  const element = h("div", {},
    h("div", { class: "app-tools" },
      h("section", { class: "app-card", "aria-labelledby": "start-heading" },
        h("h2", { class: "govuk-heading-m", id: "start-heading" }, "Start or continue"),
        h("div", { class: "app-tool" }, sample.element, button("Load sample", loadSample, "")),
        h("div", { class: "app-tool" },
          h("div", { class: "govuk-form-group" }, h("label", { class: "govuk-label govuk-label--s", for: file.id }, "Import a review (JSON file)"), fileError, file)),
        h("div", { class: "app-tool" }, restore.element, button("Restore", restoreLine))),
      h("section", { class: "app-card", "aria-labelledby": "keep-heading" },
        h("h2", { class: "govuk-heading-m", id: "keep-heading" }, "Keep what you have"),
        h("div", { class: "govuk-form-group" },
          h("label", { class: "govuk-label govuk-label--s", for: line.id }, "Score line"),
          h("div", { class: "govuk-hint", id: "score-line-hint" }, "All answers and scores in one line, without texts, for a note in your case system."),
          line),
        h("div", { class: "govuk-button-group" },
          button("Copy score line", () => void copyLine()), button("Export JSON", exportReview), button("Export feedback form", exportFeedback), button("Start again", startAgain)))),
    notice.element);

  function show(): void {
    const now = store.line();
    if (line.value !== now) line.value = now;
  }
  return { element, show };
}
