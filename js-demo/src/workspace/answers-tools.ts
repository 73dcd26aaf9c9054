// All questions on one page, with a review taken from elsewhere and handed on: samples, files and score lines.

import { EhcpQaError, type Review } from "ehcp-qa";
import { byId, download } from "../dom.ts";
import { contextOf } from "./desk.ts";
import { clearErrors, showError } from "../error-summary.ts";
import { SAMPLES } from "../samples.ts";
import type { Screen, Shell } from "./screen.ts";

/** Makes the tools of the screen work. `refresh` shows the score line of the review. */
export function answersTools({ review, desk, notify, take }: Shell): { screen: Screen; refresh(): void } {
  const line = byId<HTMLInputElement>("score-line");
  const sample = byId<HTMLSelectElement>("sample");
  const restore = byId<HTMLInputElement>("restore-line");
  const file = byId<HTMLInputElement>("import-file");

  function on(id: string, run: () => void): void {
    byId(id).addEventListener("click", run);
  }

  /** Shows another review, and offers to go back. */
  function replace(given: Review, done: string): void {
    const before = review.review;
    review.review = given;
    clearErrors();
    notify(done, () => {
      review.review = before;
      notify("The review is as it was before.");
    });
  }

  sample.append(...SAMPLES.map(({ id, label }) => new Option(label, id)));
  on("load-sample", () => {
    const chosen = SAMPLES.find(({ id }) => id === sample.value);
    if (chosen === undefined) showError("sample", "Choose a sample");
    else replace(chosen.review, `Loaded: ${chosen.label}.`);
  });

  file.addEventListener("change", () => {
    // So that the same file can be chosen again.
    void take([...(file.files ?? [])]).then(() => (file.value = ""));
  });

  function restoreLine(): void {
    const before = review.review;
    try {
      review.line = restore.value.trim();
    } catch (error) {
      if (!(error instanceof EhcpQaError)) throw error;
      showError("restore-line", error.problems[0]?.message ?? error.message);
      return;
    }
    clearErrors();
    restore.value = "";
    notify("Answers and scores are restored. A score line holds no texts, reference or reviewer.", () => {
      review.review = before;
      notify("The review is as it was before.");
    });
  }
  on("restore", restoreLine);
  restore.addEventListener("keydown", (event) => {
    if (event.key === "Enter") restoreLine();
  });

  on("copy-line", () => {
    navigator.clipboard.writeText(line.value).then(
      () => notify("The score line is copied."),
      () => {
        line.focus();
        line.select();
        notify("The browser does not allow copying: the score line is selected instead.");
      },
    );
  });
  on("export-json", () => {
    download(`${JSON.stringify(review.review, null, 2)}\n`, "ehc-plan-review.json", "application/json");
    notify("The review is exported as ehc-plan-review.json.");
  });

  async function exportForm(kind: "html" | "md", type: string, done: string): Promise<void> {
    const form = await desk.run("feedback", review.review!, contextOf(desk.case));
    download(await desk.run("feedbackFile", form, kind), `feedback-form.${kind}`, type);
    notify(done);
  }
  on(
    "export-feedback",
    () =>
      void exportForm("html", "text/html", "The feedback form is exported as feedback-form.html, to open and print."),
  );
  on(
    "export-markdown",
    () => void exportForm("md", "text/markdown", "The feedback form is exported as feedback-form.md."),
  );
  on("print-review", () => print());

  function refresh(): void {
    line.value = review.line;
  }
  refresh();
  return { screen: { title: "All questions on one page", element: byId("all-questions") }, refresh };
}
