// What all elements have in common: a shadow tree with the style, texts, a build, and a way to announce.

import { EhcpQaError } from "../errors.js";
import { dispatch } from "../events.js";
import { checkWords, languageOf, onLanguage, sayFrom } from "../sentences.js";
import { beforePrint, fillDetails, h, setText } from "./dom.js";
import { onConfigured, sharedWords, started } from "./engines.js";
import { adoptStyle } from "./style.js";
import { TEXTS, type ReplacedTexts, type Say } from "./texts.js";

// Outside a browser the classes can be loaded, if not used.
const Parent = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** Why elements could not start, for those that stand on them. */
const failures = new WeakMap<Element, string>();

/** Why an element cannot work; `undefined` where it can, or is not there yet. */
export const failureOf = (element: Element): string | undefined => failures.get(element);

/** Longer than the pause between two answers. */
const QUIET_MS = 1200;

/**
 * An element of this package. It is built once when it is in the page, and again where its words or its parts change:
 * `start` fetches what it stands on, `build` makes what it shows, and `attached` follows whatever it depends on.
 */
export abstract class Base extends Parent {
  #words: ReplacedTexts = {};
  #say: Say | undefined;
  /** The language of its texts. */
  #language: string | undefined;
  #phase: "new" | "due" | "built" | "failed" = "new";
  /** Ends what is listened to outside of the element while it stands in a page. */
  #stay: AbortController | undefined;
  readonly #tree = this.attachShadow({ mode: "open" });
  /** Holds all that is shown. What it would inherit from the page is set on it again. */
  protected readonly content = h("div", { class: "eqa-content" });
  #live: HTMLElement | undefined;
  #lastChange: string | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.#tree.append(this.content);
  }

  /** The texts that replace the usual ones in this element. */
  get words(): ReplacedTexts {
    return this.#words;
  }

  /** @throws EhcpQaError `invalid_words`, with every name and part that does not exist; what was there stays. */
  set words(words: ReplacedTexts) {
    checkWords(TEXTS, words);
    this.#words = words;
    this.#say = undefined;
    this.rebuild();
  }

  /** Texts in the page's words, whose plural forms are those of the element's language. */
  protected get say(): Say {
    if (this.#say === undefined) {
      this.#language = languageOf(this);
      this.#say = sayFrom(TEXTS, this.#replaced(), this.#language);
    }
    return this.#say;
  }

  /** The texts that are replaced: in all elements, and in this one before them. */
  #replaced(): ReplacedTexts {
    return { ...sharedWords(), ...this.#words };
  }

  /** Whether the page's words are in another language by now. Those that no page has replaced are in English. */
  #isOutdated(): boolean {
    return Object.keys(this.#replaced()).length > 0 && languageOf(this) !== this.#language;
  }

  connectedCallback(): void {
    adoptStyle(this.#tree);
    this.#stay = new AbortController();
    beforePrint(this.ownerDocument, this.#stay.signal, () => fillDetails(this.content));
    onConfigured(this.#stay.signal, () => this.rebuild());
    onLanguage(this, this.#stay.signal, () => {
      if (!this.#isOutdated()) return;
      this.#say = undefined;
      this.rebuild();
    });
    if (this.#phase === "built" && !this.#isOutdated()) this.attached();
    else this.#begin();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#waiting);
    this.#stay?.abort();
    this.detached();
  }

  /** Fetches what the element stands on. */
  protected abstract start(): Promise<void>;

  /** Makes what is shown, from nothing. */
  protected abstract build(): void;

  /** Called when what is built stands in the page: when it is new, and after a move. */
  protected attached(): void {}

  /** Called when it is taken out of the page. */
  protected detached(): void {}

  /** Builds again with what has changed. All that changes at once is one build. */
  protected rebuild(): void {
    if (this.#phase === "built" || this.#phase === "failed") this.#begin();
  }

  #begin(): void {
    if (this.#phase === "due") return;
    this.#phase = "due";
    queueMicrotask(() => void this.#run());
  }

  async #run(): Promise<void> {
    this.#say = undefined;
    failures.delete(this);
    this.content.replaceChildren(h("p", { class: "eqa-text" }, this.say("starting")));
    try {
      setAgain(this);
      await started(() => this.start());
      // The page may have replaced words in the meantime.
      this.#say = undefined;
      this.#phase = "built";
      this.build();
      if (this.isConnected) this.attached();
      dispatch(this, "ehcp-qa-ready", null);
    } catch (error) {
      this.#phase = "failed";
      this.#failed(error);
    }
  }

  /** Shows in plain words why it cannot work; the page around it goes on. */
  #failed(error: unknown): void {
    const message = error instanceof EhcpQaError ? error.message : this.say("failed");
    failures.set(this, message);
    this.content.replaceChildren(h("p", { class: "eqa-problem", role: "alert" }, message));
    dispatch(this, "ehcp-qa-error", { error });
    if (!(error instanceof EhcpQaError)) reportError(error);
  }

  /** What is wrong with an attribute, for people who see the page and in the console for those who made it. */
  protected mistake(message: string): HTMLElement {
    console.warn(`ehcp-qa: ${message}`, this);
    return h("p", { class: "eqa-problem", role: "alert" }, message);
  }

  /** Shows what has been built, with a place to announce changes. */
  protected show(...children: (Node | null)[]): void {
    this.#live = h("div", { class: "eqa-hidden", role: "status", "aria-live": "polite", "aria-atomic": "true" });
    this.content.replaceChildren(...children.filter((child) => child !== null), this.#live);
  }

  /** Announces the outcome of something that the person has just asked for. */
  protected announce(text: string): void {
    clearTimeout(this.#waiting);
    if (this.#live) setText(this.#live, text);
  }

  /** Announces a result once it has been left alone for a while, and only if it is another than the last. */
  protected announceChange(text: string): void {
    this.#lastChange ??= text;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      if (text === this.#lastChange) return;
      this.#lastChange = text;
      if (this.#live) setText(this.#live, text);
    }, QUIET_MS);
  }
}

/** Sets again what a page set before the element was defined: until then such a value hides the property. */
function setAgain(element: HTMLElement): void {
  const values = element as unknown as Record<string, unknown>;
  for (const name of Object.keys(element)) {
    if (!hasSetter(element, name)) continue;
    const value = values[name];
    delete values[name];
    values[name] = value;
  }
}

function hasSetter(element: object, name: string): boolean {
  let prototype: unknown = Object.getPrototypeOf(element);
  while (typeof prototype === "object" && prototype !== null) {
    const property = Object.getOwnPropertyDescriptor(prototype, name);
    if (property !== undefined) return property.set !== undefined;
    prototype = Object.getPrototypeOf(prototype);
  }
  return false;
}
