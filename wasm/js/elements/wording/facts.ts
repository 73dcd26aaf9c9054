// What a statement says and leaves out, as the engine reads it.

import type { Lint, Outcome, ProvisionStatement } from "../../documents.js";
import { h } from "../dom.js";
import { grouped } from "../groups.js";
import type { Say } from "../texts.js";

/** Longer words are not underlined: a line under a complete statement would hide the words in it. */
const MOST_MARKED = 6;

/** What a statement of provision says, and what is missing from it. */
export function elementChips(say: Say, { says, missing }: ProvisionStatement, text: string): HTMLElement {
  const said = grouped(says, ({ element }) => element);
  return h(
    "ul",
    { class: "eqa-chips" },
    ...[...said].map(([element, views]) => {
      const words = views.map(({ span }) => text.slice(span.start, span.end)).join(", ");
      return h("li", { class: "eqa-chip" }, `${say(element)}: ${words}`);
    }),
    ...missing
      .filter((element) => !said.has(element))
      .map((element) => h("li", { class: "eqa-chip eqa-chip--missing" }, say("missing", { element: say(element) }))),
  );
}

/** An outcome, letter by letter of SMART. */
export function smartLetters(say: Say, { smart }: Outcome): HTMLElement {
  return h(
    "ul",
    { class: "eqa-cites" },
    ...smart.map(({ letter, state, because }) =>
      h("li", {}, h("strong", {}, `${say(letter)}: ${say(state)}. `), because),
    ),
  );
}

/** The text with the words of its findings underlined, each once. */
export function marked(text: string, { findings }: Lint): (string | HTMLElement)[] {
  const pieces: (string | HTMLElement)[] = [];
  let from = 0;
  const parts = findings.flatMap((finding) => finding.parts);
  for (const { span, severity } of parts.sort((one, other) => one.span.start - other.span.start)) {
    const words = text.slice(span.start, span.end);
    if (span.start < from || words.split(" ").length > MOST_MARKED) continue;
    pieces.push(text.slice(from, span.start), h("mark", { class: `eqa-mark eqa-mark--${severity}` }, words));
    from = span.end;
  }
  pieces.push(text.slice(from));
  return pieces;
}
