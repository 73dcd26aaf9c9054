// The page of snippets. Each is a file of this site, and the tests open it.

import classic from "../public/embed/classic.html?raw";
import elements from "../public/embed/elements.html?raw";
import form from "../public/embed/form.html?raw";
import iframe from "../public/embed/iframe.html?raw";
import { byId, make } from "./dom.ts";

const SNIPPETS = [
  {
    file: "form.html",
    title: "Bind an existing form",
    text: form,
    about:
      "Name the fields by attributes, or by selectors where you cannot change the markup. Name the places for results in the same way.",
  },
  {
    file: "elements.html",
    title: "Use elements",
    text: elements,
    about:
      "The review as a form, its results, and findings about a text area. They submit and reset with the form around them.",
  },
  {
    file: "classic.html",
    title: "One script without modules",
    text: classic,
    about: "One global, with the WebAssembly inside. For old pages, and for files opened from a folder.",
  },
  {
    file: "iframe.html",
    title: "In an iframe",
    text: iframe,
    about: "For pages that let no script in. The meta element in embed.html names the origins that may talk to it.",
  },
];

byId("snippets").append(
  ...SNIPPETS.map(({ file, title, text, about }) => {
    const copy = make("button", "govuk-button govuk-button--secondary", `Copy “${title}”`) as HTMLButtonElement;
    copy.type = "button";
    const status = make("span", "app-copied");
    status.setAttribute("role", "status");
    const code = make("pre", "app-code", make("code", "", text));
    code.tabIndex = 0;
    code.setAttribute("role", "region");
    code.setAttribute("aria-label", `The page ${file}`);
    copy.addEventListener("click", () => {
      navigator.clipboard.writeText(text).then(
        () => (status.textContent = "Copied."),
        () => {
          getSelection()?.selectAllChildren(code);
          status.textContent = "The browser does not allow copying: the text is selected instead.";
        },
      );
    });
    const open = make("a", "govuk-link", `Open ${file}`) as HTMLAnchorElement;
    open.href = `./embed/${file}`;
    return make(
      "section",
      "app-card",
      make("h2", "govuk-heading-m", title),
      make("p", "govuk-body", about),
      code,
      make("p", "govuk-body app-code__tools", copy, open, status),
    );
  }),
);
