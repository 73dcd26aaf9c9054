// What goes back: the Word file with comments, and the feedback form.

import type { FeedbackForm } from "ehcp-qa";
import { build, button, download } from "../dom.ts";
import { contextOf, sentenceOf } from "./desk.ts";
import { shortened } from "./quote.ts";
import type { Screen, Shell } from "./screen.ts";
import { WORD } from "./source.ts";

const FILES = { docx: WORD, html: "text/html", md: "text/markdown" } as const;
const MOST_QUOTED = 120;

export function feedbackPage(shell: Shell): Screen {
  const preview = build("div", {});
  const commented = build("div", {});
  const give = (kind: keyof typeof FILES) => (): void => void downloadForm(shell, kind);
  const element = build(
    "div",
    {},
    commented,
    build(
      "section",
      { class: "app-card", "aria-labelledby": "form-heading" },
      build("h2", { class: "govuk-heading-m", id: "form-heading" }, "Feedback form"),
      build(
        "p",
        { class: "govuk-body" },
        "Drafted from your answers and from the findings that you have not dismissed. The rating is the score that you recorded. Finish it in Word.",
      ),
      build(
        "div",
        { class: "govuk-button-group" },
        button("Download the form (Word)", "main", give("docx")),
        button("As a web page", "secondary", give("html")),
        button("As Markdown", "secondary", give("md")),
      ),
      preview,
    ),
  );

  let asked: unknown[] = [];
  function refresh(): void {
    const { desk } = shell;
    const now = [desk.case, desk.results.check];
    if (now.every((one, at) => one === asked[at])) return;
    asked = now;
    commented.replaceChildren(commentsCard(shell));
    void formOf(shell).then((form) => {
      if (now === asked) drawPreview(shell, preview, form);
    });
  }
  refresh();
  return { title: "Feedback form and comments in the plan", element, refresh };
}

function formOf({ desk }: Shell): Promise<FeedbackForm> {
  return desk.run("feedback", desk.case.review, contextOf(desk.case));
}

async function downloadForm(shell: Shell, kind: keyof typeof FILES): Promise<void> {
  const form = await formOf(shell);
  const file = await shell.desk.run("feedbackFile", form, kind);
  download(file, `feedback-form.${kind}`, FILES[kind]);
  shell.notify(`The feedback form is downloaded as feedback-form.${kind}.`);
}

function commentsCard(shell: Shell): HTMLElement {
  const { desk } = shell;
  const { source } = desk.case;
  const heading = build("h2", { class: "govuk-heading-m", id: "comments-heading" }, "The plan with comments");
  if (source?.kind !== "word") {
    return build(
      "section",
      { class: "app-card", "aria-labelledby": "comments-heading" },
      heading,
      build(
        "p",
        { class: "govuk-body app-last" },
        source === null ? "There is no plan in the case. " : "The plan was pasted: comments go into a Word file only. ",
        build("a", { class: "govuk-link", href: "#plan" }, "Add the Word file"),
        ".",
      ),
    );
  }
  const isDismissed = new Set(desk.case.dismissed);
  const count = desk.results.check?.findings.filter(({ fingerprint }) => !isDismissed.has(fingerprint)).length ?? 0;
  const dismissed = desk.case.dismissed.length;
  const edited = Object.keys(desk.case.texts);
  const give = button("Download the Word file with comments", "main", () => {
    void desk.run("commentedWord", source.bytes, contextOf(desk.case)).then(
      (bytes) => {
        download(bytes, "plan-with-comments.docx", WORD);
        shell.notify("The plan is downloaded as plan-with-comments.docx.");
      },
      (error: unknown) => shell.notify(sentenceOf(error)),
    );
  });
  return build(
    "section",
    { class: "app-card", "aria-labelledby": "comments-heading" },
    heading,
    build(
      "p",
      { class: "govuk-body" },
      `The same file, with ${count} ${count === 1 ? "finding" : "findings"} as comments at the words that they are about. Comments and changes that stand in it stay.`,
      dismissed === 0 ? "" : ` ${dismissed} dismissed ${dismissed === 1 ? "finding is" : "findings are"} left out.`,
    ),
    edited.length === 0
      ? null
      : build(
          "p",
          { class: "govuk-body" },
          `What you edited here in Section ${edited.join(", ")} is not in the file: the comments are about its own words.`,
        ),
    give,
  );
}

/** Draws what is in the form. What is unfolded stays open, and keeps the focus. */
function drawPreview(shell: Shell, preview: HTMLElement, form: FeedbackForm): void {
  const opened = [...preview.querySelectorAll("details[open]")].map(({ id }) => id);
  const focused = preview.contains(document.activeElement) ? document.activeElement?.closest("details")?.id : undefined;
  preview.replaceChildren(...previewOf(shell, form));
  for (const details of preview.querySelectorAll("details")) details.open = opened.includes(details.id);
  if (focused === undefined) return;
  const summary = document.getElementById(focused)?.querySelector("summary") ?? preview.querySelector("summary");
  summary?.focus();
}

/** The comments of the form, each of which can be left out. */
function previewOf(shell: Shell, form: FeedbackForm): HTMLElement[] {
  const { desk } = shell;
  const { sections, overall } = desk.framework.wording;
  const titles = new Map([...sections, overall].map(({ id, title }) => [id as string, title]));
  const filled = form.sections.filter(({ texts, comments }) => texts.length + comments.length > 0);
  if (filled.length === 0) return [build("p", { class: "govuk-body app-last" }, "It has no comments yet.")];
  return [
    build("h3", { class: "govuk-heading-s" }, "Comments in the form"),
    ...filled.map(({ id, texts, comments }) =>
      build(
        "details",
        { class: "app-form-section", id: `form-${id}` },
        build("summary", {}, `${titles.get(id) ?? id} (${texts.length + comments.length})`),
        build(
          "ul",
          { class: "govuk-list app-form-section__list" },
          ...texts.map((text) => build("li", {}, text)),
          ...comments.map(({ quote, note, fingerprint }) => {
            const leave = button("Leave out", "link", () => {
              if (fingerprint != null) dismissed(shell, fingerprint);
            });
            leave.append(build("span", { class: "govuk-visually-hidden" }, `: ${note}`));
            return build(
              "li",
              {},
              quote == null
                ? ""
                : build("span", { class: "app-evidence__words" }, `“${shortened(quote, MOST_QUOTED)}” `),
              `${note} `,
              fingerprint == null ? "" : leave,
            );
          }),
        ),
      ),
    ),
  ];
}

function dismissed({ desk, notify }: Shell, fingerprint: string): void {
  const before = desk.case.dismissed;
  void desk.change({ ...desk.case, dismissed: [...before, fingerprint] });
  notify("The comment is left out.", () => {
    void desk.change({ ...desk.case, dismissed: before });
    notify("The comment is back.");
  });
}
