// Reasons, citations and the answers they rest on.

import type { Citation, Reason } from "../documents.js";
import { h, keyed, setHidden, setText } from "./dom.js";
import type { Say } from "./texts.js";

/** A button in the manner of a link that moves the focus to a field. */
export type LinkTo = (pointer: string, text: string) => HTMLElement;

/** Where something is written, each place with what kind of authority it is. */
export function citations(say: Say) {
  const element = h("ul", { class: "eqa-cites" });
  return {
    element,
    show(cites: readonly Citation[]): void {
      keyed(
        element,
        cites,
        ({ basis, place }) => `${basis} ${place}`,
        ({ basis, place }) => ({
          element: h("li", {}, h("strong", {}, `${say(basis)}:`), ` ${place}`),
          update: () => {},
        }),
      );
    },
  };
}

/** Makes links that are followed by a function. */
export function linkTo(follow: (pointer: string) => void): LinkTo {
  return (pointer, text) => {
    const element = h("button", { type: "button", class: "eqa-link" }, text);
    element.addEventListener("click", () => follow(pointer));
    return element;
  };
}

/** The line of the answers that something rests on. */
export interface RestsOn {
  element: HTMLElement;
  show(pointers: readonly string[]): void;
}

/** "Rests on: A1, A2": links to fields. */
export function restsOn(say: Say, name: (pointer: string) => string, link: LinkTo): RestsOn {
  const links = h("span");
  const element = h("p", { class: "eqa-rests" }, say("restsOn"), links);
  let shown = "";
  return {
    element,
    show(pointers: readonly string[]): void {
      setHidden(element, pointers.length === 0);
      if (pointers.join() === shown) return;
      shown = pointers.join();
      links.replaceChildren(...pointers.flatMap((pointer, at) => [at === 0 ? "" : ", ", link(pointer, name(pointer))]));
    },
  };
}

/** The reasons for a suggestion, one after the other. */
export function reasonsList(say: Say, rests: () => RestsOn) {
  const element = h("ol", { class: "eqa-reasons" });

  function row({ end }: Reason) {
    const message = h("p", { class: "eqa-text" });
    const written = citations(say);
    const links = rests();
    return {
      element: h("li", {}, h("strong", { class: "eqa-quiet" }, say(end)), message, links.element, written.element),
      update({ message: sentence, basis, place, rests_on }: Reason): void {
        setText(message, sentence);
        links.show(rests_on);
        written.show([{ basis, place }]);
      },
    };
  }

  return {
    element,
    show(reasons: readonly Reason[]): void {
      // What they rest on distinguishes two reasons of one rule.
      keyed(
        element,
        reasons,
        ({ rule, end, rests_on }) => `${rule} ${end} ${rule === "applicability" ? rests_on.join() : ""}`,
        row,
      );
    },
  };
}
