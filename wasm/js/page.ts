// The page in one file, with nothing behind it: a review that is opened from a file and saved to one, the wording of
// sections, and the golden thread.

import { h } from "./elements/dom.js";
import "./global.js";
import { Engine, EhcpQaError, init } from "./inline.js";

const review = document.querySelector("ehcp-qa-review")!;
const notice = document.querySelector<HTMLElement>("#notice")!;
const line = document.querySelector<HTMLInputElement>("#line")!;
const file = document.querySelector<HTMLInputElement>("#file")!;
const wording = document.querySelector("ehcp-qa-wording")!;
const section = document.querySelector<HTMLSelectElement>("#section")!;
const text = document.querySelector<HTMLTextAreaElement>("#text")!;
const thread = document.querySelector("ehcp-qa-thread")!;
const items = document.querySelector<HTMLTextAreaElement>("#items")!;

/** Of each section, the text that a person gave. */
const texts = new Map<string, string>();

/** What the thread shows until there are items of a plan. */
const EXAMPLE = {
  items: [
    { id: "B1", section: "B", text: "Reading", links: ["E1", "F1"] },
    { id: "E1", section: "E", text: "Reads a short story alone" },
    { id: "F1", section: "F", text: "Reading with a teacher", links: ["E1"] },
    { id: "F2", section: "F", text: "Speech and language therapy" },
  ],
};

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
  const given = Object.fromEntries([...texts].filter(([, text]) => text.trim() !== ""));
  save(engine.feedbackHtml(engine.feedback(review.value, given)), "feedback-form.html", "text/html");
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

text.addEventListener("input", () => texts.set(section.value, text.value));
section.addEventListener("change", () => {
  text.value = texts.get(section.value) ?? "";
  wording.section = section.value;
});
items.addEventListener("input", () => (thread.plan = items.value));
items.value = JSON.stringify(EXAMPLE, null, 2);
thread.plan = items.value;
// Where the engine cannot start, the elements show why.
void init().then(
  () => {
    using engine = new Engine();
    section.append(
      ...engine.framework.wording.sections.map(({ id, title }) => new Option(title, id, id === "F", id === "F")),
    );
    wording.section = section.value;
  },
  () => {},
);
