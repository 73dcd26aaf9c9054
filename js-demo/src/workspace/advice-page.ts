// The advice: dropped or chosen beside the plan, checked piece by piece, and what became of it in the plan.

import { build, button, download } from "../dom.ts";
import { withoutAdvice, type AdviceSource } from "./case.ts";
import { coveredCard } from "./covered.ts";
import { pairsOf, readable, sentenceOf } from "./desk.ts";
import type { Screen, Shell } from "./screen.ts";
import { WORD } from "./source.ts";
import type { AdviceView } from "./view.ts";

export function advicePage(shell: Shell): Screen {
  const { desk } = shell;
  const files = build("div", { class: "app-advice", id: "advice-list", tabindex: "-1" });
  const covered = build("div", {});
  const element = build("div", {}, chooseCard(shell), files, covered);
  let shown: unknown[] = [];
  function refresh(): void {
    const { advices, coverage, plan } = desk.results;
    const now = [desk.case.advices, advices, coverage, plan, desk.case.pairs];
    if (now.every((one, at) => one === shown[at])) return;
    const isSame = shown[0] === now[0] && shown[1] === now[1];
    shown = now;
    if (!isSame) files.replaceChildren(...desk.case.advices.map((advice) => adviceCard(shell, advice, files)));
    coveredCard(shell, covered);
  }
  refresh();
  return { title: "Advice", element, refresh };
}

function chooseCard(shell: Shell): HTMLElement {
  const input = build("input", {
    class: "govuk-file-upload",
    id: "advice-file",
    type: "file",
    multiple: true,
    accept: ".docx,.txt,.md,.html,.htm",
    "aria-describedby": "advice-file-hint advice-file-error",
  });
  input.addEventListener("change", () => {
    void shell.takeAdvice([...(input.files ?? [])]).then(() => (input.value = ""));
  });
  return build(
    "section",
    { class: "app-card", "aria-labelledby": "advice-heading" },
    build("h2", { class: "govuk-heading-m", id: "advice-heading" }, "Add advice"),
    build(
      "div",
      { class: "govuk-form-group" },
      build("label", { class: "govuk-label govuk-label--s", for: input.id }, "Reports in Word, one or several"),
      build(
        "p",
        { class: "govuk-hint", id: "advice-file-hint" },
        "Also text, Markdown or HTML. Or drop them anywhere on this page. They stay in this page, and in the file of " +
          "the case when you save it.",
      ),
      build(
        "p",
        { class: "govuk-error-message", id: "advice-file-error", hidden: true },
        build("span", { class: "govuk-visually-hidden" }, "Error: "),
        build("span", {}),
      ),
      input,
    ),
  );
}

/** A piece of advice: who wrote it and when, what is found in it, and what can be downloaded. */
function adviceCard(shell: Shell, advice: AdviceSource, list: HTMLElement): HTMLElement {
  const { desk } = shell;
  const view = desk.results.advices[advice.id];
  const name = view !== undefined && "author" in view ? (view.author ?? advice.name) : advice.name;
  const about = (): HTMLElement => build("span", { class: "govuk-visually-hidden" }, `: ${name}`);
  const remove = button("Remove", "link", () => {
    const before = desk.case;
    void desk.change(withoutAdvice(before, advice.id)).then(() => list.focus());
    shell.notify(`The advice of ${name} is removed.`, () => {
      void desk.change({ ...desk.case, advices: before.advices, pairs: before.pairs });
      shell.notify("The advice is back.");
    });
  });
  remove.append(about());
  const heading = build("h2", { class: "govuk-heading-s" }, name);
  if (view === undefined || "problem" in view) {
    const problem = view?.problem ?? "It is being read…";
    return build("section", { class: "app-card" }, heading, build("p", { class: "govuk-body" }, problem), remove);
  }
  const feedback = button("Download the feedback", "secondary", () => {
    void desk.run("adviceFeedback", advice.id).then((page) => {
      download(page, "feedback-on-advice.html", "text/html");
      shell.notify("The feedback to the author is downloaded as feedback-on-advice.html.");
    });
  });
  feedback.append(about());
  return build(
    "section",
    { class: "app-card" },
    heading,
    factsOf(advice, view),
    view.missing.length === 0 ? null : missingOf(view),
    build(
      "div",
      { class: "govuk-button-group" },
      feedback,
      advice.kind === "word" ? commented(shell, advice, advice.bytes, about()) : null,
      remove,
    ),
  );
}

function factsOf({ name }: AdviceSource, view: AdviceView): HTMLElement {
  const { role, agency, date, needs, outcomes, provision, findings } = view;
  const fact = (key: string, value: string): HTMLElement =>
    build(
      "div",
      { class: "govuk-summary-list__row" },
      build("dt", { class: "govuk-summary-list__key" }, key),
      build("dd", { class: "govuk-summary-list__value" }, value),
    );
  return build(
    "dl",
    { class: "govuk-summary-list app-facts" },
    fact("File", name),
    fact("Role", role ?? "Not found"),
    fact("Agency", agency ?? "Not found"),
    fact("Date", date === null ? "Not found" : dateOf(date)),
    fact(
      "Content",
      `${needs} ${needs === 1 ? "paragraph" : "paragraphs"} on needs, ${outcomes} on outcomes, ${provision} on provision`,
    ),
    fact("Findings", String(findings)),
  );
}

function dateOf(date: string): string {
  return new Date(`${date}T00:00`).toLocaleDateString("en-GB", { dateStyle: "long" });
}

function missingOf({ missing }: AdviceView): HTMLElement {
  return build(
    "details",
    { class: "app-evidence" },
    build("summary", {}, `Asked of advice, and not there: ${missing.length}`),
    build("ul", { class: "app-evidence__list" }, ...missing.map((message) => build("li", {}, message))),
  );
}

function commented(shell: Shell, advice: AdviceSource, bytes: Uint8Array, about: HTMLElement): HTMLElement {
  const { desk } = shell;
  const give = button("Download with comments", "secondary", () => {
    const ids = readable(desk.case, desk.results);
    void desk.run("commentedAdvice", bytes, advice.id, ids, pairsOf(desk.case, ids)).then(
      (file) => {
        download(file, "advice-with-comments.docx", WORD);
        shell.notify("The advice is downloaded as advice-with-comments.docx.");
      },
      (error: unknown) => shell.notify(sentenceOf(error)),
    );
  });
  give.append(about);
  return give;
}
