// What is wrong with what an element was given, each problem with its place.

import type { EhcpQaError } from "../errors.js";
import { h } from "./dom.js";
import type { Say } from "./texts.js";

const MOST_LISTED = 10;

/** An alert with the problems of an error. */
export function problemAlert(say: Say, { problems, message }: EhcpQaError): HTMLElement {
  const listed = problems.length > 0 ? problems.slice(0, MOST_LISTED) : [{ pointer: "", message }];
  return h(
    "div",
    { class: "eqa-problem", role: "alert" },
    h("p", { class: "eqa-text eqa-strong" }, say("problems")),
    h(
      "ul",
      { class: "eqa-cites" },
      ...listed.map(({ pointer, message }) => h("li", {}, pointer === "" ? message : `${pointer}: ${message}`)),
    ),
  );
}
