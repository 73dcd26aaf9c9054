// A finding, drawn one way wherever it comes from: a statement, and beneath it each part that was found in it.

import type { Citation, Severity } from "../documents.js";
import { h, keyed, type Row, setAttribute, setHidden, setText, unfolded } from "./dom.js";
import { citations, type RestsOn } from "./reasons.js";
import type { Say } from "./texts.js";

/** A statement of a text, or a place in a document, with what was found in it. */
export interface Statement {
  /** The same from one drawing to the next, so that the focus stays and what is unfolded stays open. */
  key: string;
  /** Its words, or the name of the place. */
  words: string;
  /** The number by which the text around it refers to it. */
  number?: string;
  /** Where else the same stands. */
  also?: string | undefined;
  /** What else is shown of it, above its parts. */
  facts?: readonly Node[] | undefined;
  parts: readonly Part[];
  /** What a learned judgement of it rests on. */
  learned?: string | null;
  /** Its words with blanks to fill in, which would clear its parts. */
  template?: string | null;
  buttons?: readonly Button[];
}

/** Something that was found in a statement. */
export interface Part {
  /** The same from one drawing to the next. */
  key: string;
  severity: Severity;
  /** What is found. */
  message: string;
  /** Why it matters. */
  why: string;
  /** What clears it. */
  clear: string;
  /** The kind of change that clears it, in a word. */
  action?: string;
  /** Where it is written. */
  cites: readonly Citation[];
  /** The answers that it rests on, as JSON Pointers. */
  rests_on?: readonly string[];
  /** Goes to where it was found. */
  go?: () => void;
  buttons?: readonly Button[];
}

/** Something that a person can do about a finding. */
export interface Button {
  label: string;
  /** What it is about, for people who hear the button alone. */
  about: string;
  run(): void;
}

/** What findings are drawn with. */
export interface FindingOptions {
  say: Say;
  /** Makes the line of the answers that a finding rests on. */
  restsOn?: () => RestsOn;
}

/** The list of statements with their parts. */
export function findingList(options: FindingOptions) {
  const element = h("ol", { class: "eqa-findings", "aria-label": options.say("findings") });
  return {
    element,
    show(statements: readonly Statement[]): void {
      setHidden(element, statements.length === 0);
      keyed(
        element,
        statements,
        ({ key }) => key,
        () => statementRow(options),
      );
    },
  };
}

function statementRow(options: FindingOptions): Row<Statement> {
  const [number, text] = [h("span", { class: "eqa-number-tag" }), h("span")];
  const words = h("p", { class: "eqa-text eqa-strong" }, number, text);
  const also = h("p", { class: "eqa-hint" });
  const facts = h("div", { class: "eqa-text" });
  const parts = h("ul", { class: "eqa-findings" });
  const learned = h("p", { class: "eqa-hint" });
  const template = h("p", { class: "eqa-text" });
  const buttons = h("div", { class: "eqa-buttons" });
  const element = h("li", { class: "eqa-statement" }, words, also, facts, parts, learned, template, buttons);
  let drawn: Statement | undefined;
  return {
    element,
    update(statement): void {
      if (statement === drawn) return;
      drawn = statement;
      setHidden(number, statement.number === undefined);
      setText(number, statement.number ?? "");
      setText(text, statement.words);
      setHidden(also, statement.also === undefined);
      setText(also, statement.also ?? "");
      setAttribute(element, "data-key", statement.key);
      setHidden(facts, statement.facts === undefined);
      facts.replaceChildren(...(statement.facts ?? []));
      setHidden(parts, statement.parts.length === 0);
      keyed(
        parts,
        statement.parts,
        ({ key }) => key,
        (part) => partRow(options, part),
      );
      setHidden(learned, !statement.learned);
      setText(learned, statement.learned ?? "");
      setHidden(template, !statement.template);
      setText(template, statement.template ? `${options.say("withBlanks")} “${statement.template}”` : "");
      showButtons(buttons, statement.buttons);
    },
  };
}

function partRow({ say, restsOn }: FindingOptions, first: Part): Row<Part> {
  let part = first;
  const severity = h("strong");
  const message = first.go === undefined ? h("span") : h("button", { type: "button", class: "eqa-link" });
  message.addEventListener("click", () => part.go?.());
  const [action, clear] = [h("strong"), h("span")];

  const summary = h("summary", {}, say("why"));
  const why = h("p", { class: "eqa-text" });
  const written = citations(say);
  const rests = restsOn?.();
  const details = h("details", { class: "eqa-details" }, summary, why, rests?.element ?? null, written.element);
  const showDetails = unfolded(details, ({ why: reason, cites, rests_on }: Part) => {
    setText(why, reason);
    written.show(cites);
    rests?.show(rests_on ?? []);
  });
  const buttons = h("div", { class: "eqa-buttons" });
  const element = h(
    "li",
    {},
    h("p", { class: "eqa-text" }, severity, " ", message),
    h("p", { class: "eqa-text" }, action, " ", clear),
    details,
    buttons,
  );
  return {
    element,
    update(now): void {
      part = now;
      setAttribute(element, "class", `eqa-finding eqa-finding--${now.severity}`);
      setAttribute(severity, "class", `eqa-tag eqa-tag--${now.severity}`);
      setText(severity, say(now.severity));
      setText(message, now.message);
      setText(action, `${now.action ?? say("clears")}:`);
      setText(clear, now.clear);
      setAttribute(summary, "aria-label", say("whyFinding", { finding: now.message }));
      showDetails(now);
      showButtons(buttons, now.buttons);
    },
  };
}

function showButtons(element: HTMLElement, buttons: readonly Button[] = []): void {
  setHidden(element, buttons.length === 0);
  keyed(element, buttons, ({ label }) => label, buttonRow);
}

function buttonRow(first: Button): Row<Button> {
  let button = first;
  const element = h("button", { type: "button", class: "eqa-button" }, first.label);
  element.addEventListener("click", () => button.run());
  return {
    element,
    update(now): void {
      button = now;
      setAttribute(element, "aria-label", `${now.label}: ${now.about}`);
    },
  };
}
