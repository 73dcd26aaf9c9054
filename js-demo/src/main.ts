// The page for reviewing a plan: loading and saving, around the review and its results.

import "ehcp-qa/elements";
import { Engine, EhcpQaError, init, type Review } from "ehcp-qa";
import { Engine as GradingEngine } from "ehcp-qa/grading";
import { byId, download, onDrop } from "./dom.ts";
import { clearMistake, showMistake } from "./mistakes.ts";
import { unfoldForPrint } from "./print.ts";
import { SAMPLES } from "./samples.ts";

const KEPT = "ehcp-qa-review";

const review = document.querySelector("ehcp-qa-review")!;
const line = byId<HTMLInputElement>("score-line");
const keep = byId<HTMLInputElement>("keep");
const wipe = byId<HTMLButtonElement>("wipe");
const sample = byId<HTMLSelectElement>("sample");
const restore = byId<HTMLInputElement>("restore-line");
const file = byId<HTMLInputElement>("import-file");
const [noticeText, noticeUndo] = [...byId("notice").children] as [HTMLElement, HTMLButtonElement];
let undo: (() => void) | null = null;

function on(id: string, run: () => void): void {
  byId(id).addEventListener("click", run);
}

function notice(message: string, back: (() => void) | null = null): void {
  byId("notice").hidden = false;
  noticeText.textContent = message;
  noticeUndo.hidden = back === null;
  undo = back;
}
noticeUndo.addEventListener("click", () => undo?.());

/** Takes another review, and offers to go back. */
function take(given: Review | string | undefined, done: string): void {
  const before = review.review;
  review.review = given;
  clearMistake();
  notice(done, () => {
    review.review = before;
    notice("The review is as it was before.");
  });
}

async function open(picked: File): Promise<void> {
  const message = "The file could not be imported";
  try {
    // The elements have started it.
    using engine = new GradingEngine();
    if (picked.size > engine.limits.documentBytes) {
      showMistake("import-file", message, [{ pointer: "", message: "It is too large to be a review." }]);
      return;
    }
    take(await picked.text(), "The file is imported.");
  } catch (error) {
    if (!(error instanceof EhcpQaError)) throw error;
    showMistake("import-file", message, error.problems);
  }
}

sample.append(...SAMPLES.map(({ id, label }) => new Option(label, id)));
on("load-sample", () => {
  const chosen = SAMPLES.find(({ id }) => id === sample.value);
  if (chosen === undefined) showMistake("sample", "Choose a sample");
  else take(chosen.review, `Loaded: ${chosen.label}.`);
});

file.addEventListener("change", () => {
  const [picked] = file.files ?? [];
  // So that the same file can be chosen again.
  if (picked !== undefined) void open(picked).then(() => (file.value = ""));
});
onDrop(([dropped]) => {
  if (dropped !== undefined) void open(dropped);
});

function restoreLine(): void {
  const before = review.review;
  try {
    review.line = restore.value.trim();
  } catch (error) {
    if (!(error instanceof EhcpQaError)) throw error;
    showMistake("restore-line", error.problems[0]?.message ?? error.message);
    return;
  }
  clearMistake();
  restore.value = "";
  notice("Answers and scores are restored. A score line holds no texts, reference or reviewer.", () => {
    review.review = before;
    notice("The review is as it was before.");
  });
}
on("restore", restoreLine);
restore.addEventListener("keydown", (event) => {
  if (event.key === "Enter") restoreLine();
});

on("copy-line", () => {
  navigator.clipboard.writeText(line.value).then(
    () => notice("The score line is copied."),
    () => {
      line.focus();
      line.select();
      notice("The browser does not allow copying: the score line is selected instead.");
    },
  );
});
on("export-json", () => {
  download(`${JSON.stringify(review.review, null, 2)}\n`, "ehc-plan-review.json", "application/json");
  notice("The review is exported as ehc-plan-review.json.");
});

/** The form needs the full engine, which is fetched only now. */
async function withForm(run: (engine: Engine) => void): Promise<void> {
  await init();
  using engine = new Engine();
  run(engine);
}
on(
  "export-feedback",
  () =>
    void withForm((engine) => {
      download(engine.feedbackHtml(engine.feedback(review.value)), "feedback-form.html", "text/html");
      notice("The feedback form is exported as feedback-form.html, to open and print.");
    }),
);
on(
  "export-markdown",
  () =>
    void withForm((engine) => {
      download(engine.feedbackMarkdown(engine.feedback(review.value)), "feedback-form.md", "text/markdown");
      notice("The feedback form is exported as feedback-form.md.");
    }),
);
on("print", () => print());
on("again", () => take(undefined, "Everything is cleared."));

// A copy is kept only on request, and can be deleted at once.
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
function keepCopy(): void {
  try {
    if (keep.checked) localStorage.setItem(KEPT, review.value);
  } catch {
    keep.checked = false;
    notice("This browser does not allow a copy to be kept.");
  }
  wipe.hidden = kept() === null;
}
keep.addEventListener("change", keepCopy);
on("wipe", () => {
  localStorage.removeItem(KEPT);
  keep.checked = false;
  wipe.hidden = true;
  keep.focus();
  notice("The copy is deleted.");
});

review.addEventListener("ehcp-qa-assessment", () => {
  line.value = review.line;
  keepCopy();
});
review.addEventListener(
  "ehcp-qa-ready",
  () => {
    const copy = kept();
    if (copy === null) return;
    keep.checked = true;
    try {
      take(copy, "The copy kept in this browser is opened.");
    } catch {
      localStorage.removeItem(KEPT);
    }
  },
  { once: true },
);
unfoldForPrint();
