// The page for reviewing a plan: loading and saving, around the review and its results.

import "ehcp-qa/elements";
import { Engine, EhcpQaError, init, type Review } from "ehcp-qa";
import { Engine as GradingEngine } from "ehcp-qa/grading";
import { byId, download, onDrop } from "./dom.ts";
import { clearErrors, showError } from "./error-summary.ts";
import { unfoldForPrint } from "./print.ts";
import { SAMPLES } from "./samples.ts";
import { elementsReady, start } from "./start.ts";

/** The name under which the browser keeps a copy. */
const COPY = "ehcp-qa-review";

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

function notify(message: string, back: (() => void) | null = null): void {
  byId("notice").hidden = false;
  noticeText.textContent = message;
  noticeUndo.hidden = back === null;
  undo = back;
}
noticeUndo.addEventListener("click", () => undo?.());

/** Shows another review, and offers to go back. */
function replace(given: Review | string | undefined, done: string): void {
  const before = review.review;
  review.review = given;
  clearErrors();
  notify(done, () => {
    review.review = before;
    notify("The review is as it was before.");
  });
}

async function open(picked: File): Promise<void> {
  const message = "The file could not be imported";
  try {
    // The elements have started it.
    using engine = new GradingEngine();
    if (picked.size > engine.limits.documentBytes) {
      showError("import-file", message, [{ pointer: "", message: "It is too large to be a review." }]);
      return;
    }
    replace(await picked.text(), "The file is imported.");
  } catch (error) {
    if (!(error instanceof EhcpQaError)) throw error;
    showError("import-file", message, error.problems);
  }
}

sample.append(...SAMPLES.map(({ id, label }) => new Option(label, id)));
on("load-sample", () => {
  const chosen = SAMPLES.find(({ id }) => id === sample.value);
  if (chosen === undefined) showError("sample", "Choose a sample");
  else replace(chosen.review, `Loaded: ${chosen.label}.`);
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

/** The feedback form needs the engine with the wording rules, which is fetched only now. */
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
      notify("The feedback form is exported as feedback-form.html, to open and print.");
    }),
);
on(
  "export-markdown",
  () =>
    void withForm((engine) => {
      download(engine.feedbackMarkdown(engine.feedback(review.value)), "feedback-form.md", "text/markdown");
      notify("The feedback form is exported as feedback-form.md.");
    }),
);
on("print", () => print());
on("again", () => replace(undefined, "Everything is cleared."));

// A copy is kept only on request, and can be deleted at once.
function storedCopy(): string | null {
  try {
    return localStorage.getItem(COPY);
  } catch {
    return null;
  }
}
function keepCopy(): void {
  try {
    if (keep.checked) localStorage.setItem(COPY, review.value);
  } catch {
    keep.checked = false;
    notify("This browser does not allow a copy to be kept.");
  }
  wipe.hidden = storedCopy() === null;
}
keep.addEventListener("change", keepCopy);
on("wipe", () => {
  localStorage.removeItem(COPY);
  keep.checked = false;
  wipe.hidden = true;
  keep.focus();
  notify("The copy is deleted.");
});

review.addEventListener("ehcp-qa-assessment", () => {
  line.value = review.line;
  keepCopy();
});
review.addEventListener(
  "ehcp-qa-ready",
  () => {
    const copy = storedCopy();
    if (copy === null) return;
    keep.checked = true;
    try {
      replace(copy, "The copy kept in this browser is opened.");
    } catch {
      localStorage.removeItem(COPY);
    }
  },
  { once: true },
);
unfoldForPrint();
void start(elementsReady);
