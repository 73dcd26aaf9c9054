// Whether the plan may be issued, with every reason, and what stands in the way.

import { build } from "../dom.ts";
import type { Screen, Shell } from "./screen.ts";

export function issuePage({ review, desk }: Shell): Screen {
  const panel = document.createElement("ehcp-qa-panel");
  panel.setAttribute("for", review.id);
  const { overall } = desk.framework.wording;
  return {
    title: "May the plan be issued?",
    element: build(
      "div",
      { class: "app-issue" },
      build(
        "p",
        { class: "govuk-body" },
        "Only the score that you record for the plan decides. The suggestion below is worked out from your answers. ",
        build("a", { class: "govuk-link", href: `#section-${overall.id}` }, "Record the score"),
        ".",
      ),
      panel,
    ),
  };
}
