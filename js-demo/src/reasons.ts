// Reasons, citations and the answers they rest on.

import type { Citation, Reason } from "ehcp-qa";
import { h, keyed, setText } from "./dom.ts";
import { fieldLink } from "./pointers.ts";
import { BASES, ENDS, type Words } from "./words.ts";

interface Links {
  element: HTMLElement;
  show(pointers: readonly string[]): void;
}

/** "Rests on: A1, A2": links to fields. */
export function restsOn(words: Words): Links {
  const links = h("span");
  const element = h("p", { class: "govuk-body-s app-rests" }, "Rests on: ", links);
  let shown = "";
  return {
    element,
    show(pointers) {
      element.hidden = pointers.length === 0;
      if (pointers.join() === shown) return;
      shown = pointers.join();
      links.replaceChildren(...pointers.flatMap((pointer, number) =>
        [number === 0 ? "" : ", ", fieldLink(pointer, words.field(pointer))]));
    },
  };
}

/** Where something is written, each place with what kind of authority it is. */
export function citations() {
  const element = h("ul", { class: "app-cites" });
  return {
    element,
    show(cites: readonly Citation[]): void {
      keyed(element, cites, ({ basis, place }) => `${basis} ${place}`, ({ basis, place }) => ({
        element: h("li", {}, h("span", { class: "app-basis" }, `${BASES[basis]}:`), ` ${place}`),
        update: () => {},
      }));
    },
  };
}

/** The reasons for a suggestion, one after the other. */
export function reasonsList(words: Words) {
  const element = h("ol", { class: "app-reasons" });

  function row(reason: Reason) {
    const end = h("strong", { class: "app-end" }, ENDS[reason.end]);
    const message = h("p", { class: "govuk-body-s" });
    const written = citations();
    const links = restsOn(words);
    return {
      element: h("li", {}, end, message, links.element, written.element),
      update({ message: said, basis, place, rests_on }: Reason): void {
        setText(message, said);
        links.show(rests_on);
        written.show([{ basis, place }]);
      },
    };
  }

  return {
    element,
    show(reasons: readonly Reason[]): void {
      // Two reasons of one rule are told apart by what they rest on.
      keyed(element, reasons, ({ rule, end, rests_on }) => `${rule} ${end} ${rule === "applicability" ? rests_on.join() : ""}`, row);
    },
  };
}
