// The page in one file: a review that is opened from a file and saved to one, with nothing behind it.

import { h } from "./elements/dom.js";
import "./global.js";
import { Engine, EhcpQaError } from "./inline.js";

const review = document.querySelector("ehcp-qa-review")!;
const notice = document.querySelector<HTMLElement>("#notice")!;
const line = document.querySelector<HTMLInputElement>("#line")!;
const file = document.querySelector<HTMLInputElement>("#file")!;

function on(id: string, run: () => void | Promise<void>): void {
  document.getElementById(id)!.addEventListener("click", () => void attempt(run));
}

/** Runs what a person asked for, and shows what was wrong with it. */
async function attempt(run: () => void | Promise<void>, done = ""): Promise<void> {
  try {
    await run();
    if (done !== "") notice.textContent = done;
  } catch (error) {
    if (!(error instanceof EhcpQaError)) throw error;
    const problems = error.problems.map(({ pointer, message }) =>
      pointer === "" ? message : `${pointer}: ${message}`,
    );
    notice.textContent = [
      "There is a problem.",
      ...(problems.length > 0 ? problems.slice(0, 10) : [error.message]),
    ].join(" ");
    notice.focus();
  }
}

function save(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

review.addEventListener("ehcp-qa-assessment", () => (line.value = review.line));
file.addEventListener("change", () => {
  const [picked] = file.files ?? [];
  if (picked === undefined) return;
  void attempt(async () => {
    review.value = await picked.text();
  }, "The review is opened.").finally(() => (file.value = ""));
});
on("save", () => save(`${JSON.stringify(review.review, null, 2)}\n`, "ehc-plan-review.json", "application/json"));
on("feedback", () => {
  using engine = new Engine();
  save(engine.feedbackHtml(engine.feedback(review.value)), "feedback-form.html", "text/html");
});
on("restore", () =>
  attempt(() => {
    review.line = line.value.trim();
  }, "Answers and scores are restored."),
);
on("print", () => print());
on("again", () => {
  review.review = undefined;
  notice.textContent = "Everything is cleared.";
});
