// The page that shows the snippets. Each is a page of this site, and the tests open it.

import classic from "../snippets/classic.html?raw";
import elements from "../snippets/elements.html?raw";
import form from "../snippets/form.html?raw";
import iframe from "../snippets/iframe.html?raw";
import { byId, make } from "./dom.ts";
import { start } from "./start.ts";

const SNIPPETS = [
  {
    file: "form.html",
    title: "Bind an existing form",
    text: form,
    about:
      "Name the fields by attributes, or by selectors where you cannot change the markup. " +
      "Name the places for results in the same way.",
  },
  {
    file: "elements.html",
    title: "Use the elements",
    text: elements,
    about:
      "The review as a form, its results, and findings about a text area. " +
      "They submit and reset with the form around them.",
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
    about:
      "For pages that allow no foreign script. " +
      "The meta element in embed.html names the origins that may send it messages.",
  },
];

function sectionOf({ file, title, text, about }: (typeof SNIPPETS)[number]): HTMLElement {
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
  open.href = `./snippets/${file}`;
  return make(
    "section",
    "app-card",
    make("h2", "govuk-heading-m", title),
    make("p", "govuk-body", about),
    code,
    make("p", "govuk-body app-code__tools", copy, open, status),
  );
}

void start(async () => byId("app").append(...SNIPPETS.map(sectionOf)));
