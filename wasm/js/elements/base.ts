// What all elements have in common: style, texts, a way to announce, and an engine that starts once.

import { EhcpQaError } from "../errors.js";
import type { FrameworkInput, Grader } from "../engine.js";
import type { InitInput, Modules } from "../module.js";
import type { LexiconDocument } from "../documents.js";
import { dispatch } from "../events.js";
import { checkWords, languageOf, sayFrom } from "../sentences.js";
import type { Engine } from "../writing.js";
import { beforePrint, fillDetails, h, setText } from "./dom.js";
import { adoptStyle } from "./style.js";
import { TEXTS, type ReplacedTexts, type Say } from "./texts.js";

/** What all elements of a page share; to be set before the first is in the page. */
export interface Configuration {
  /** A framework; without one, the Shropshire framework of 2023. */
  framework?: FrameworkInput;
  /** A lexicon; without one, the built-in one. */
  lexicon?: LexiconDocument | string;
  /** Where the WebAssembly of each module comes from. Entries that contain the WebAssembly do not need it. */
  modules?: Modules;
  /** @deprecated The same as `modules: { grading }`. */
  gradingWasm?: InitInput | PromiseLike<InitInput>;
  /** @deprecated The same as `modules: { writing }`. */
  wasm?: InitInput | PromiseLike<InitInput>;
}

/** The engines of an entry point. */
export interface Engines {
  grading(configuration: Configuration): Promise<Grader>;
  writing(configuration: Configuration): Promise<Engine>;
}

let configuration: Configuration = {};
let engines: Engines | undefined;
let grading: Promise<Grader> | undefined;
let writing: Promise<Engine> | undefined;

/** Sets what all elements share. */
export function configure(options: Configuration): void {
  configuration = { ...configuration, ...options };
  [grading, writing] = [undefined, undefined];
}

/** Called by each entry point. */
export function provide(given: Engines): void {
  engines = given;
}

/** The engine for grading, started once; after a failure the next element tries again. */
export function gradingEngine(): Promise<Grader> {
  grading ??= engines!.grading(configuration);
  grading.catch(() => (grading = undefined));
  return grading;
}

/** The engine for all the rest, fetched only where an element needs it. */
export function writingEngine(): Promise<Engine> {
  writing ??= engines!.writing(configuration);
  writing.catch(() => (writing = undefined));
  return writing;
}

// Outside a browser the classes can be loaded, if not used.
const Parent = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** Longer than the pause between two answers. */
const QUIET_MS = 1200;
let count = 0;

/**
 * An element of this package. It is built once when it is in the page, and again where its words or its parts change:
 * `start` fetches what it stands on, `build` makes what it shows, and `attached` follows whatever it depends on.
 */
export abstract class Base extends Parent {
  #words: ReplacedTexts = {};
  #say: Say | undefined;
  #phase: "new" | "due" | "built" | "failed" = "new";
  /** Ends what is listened to outside of the element while it stands in a page. */
  #stay: AbortController | undefined;
  #live: HTMLElement | undefined;
  #lastChange: string | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Begins the ids of what is inside. */
  protected readonly idPrefix = `ehcp-qa-${(count += 1)}`;

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
    this.#say ??= sayFrom(TEXTS, this.#words, languageOf(this));
    return this.#say;
  }

  connectedCallback(): void {
    if (this.#phase === "new") setAgain(this);
    adoptStyle(this.getRootNode() as Document | ShadowRoot);
    this.#stay = new AbortController();
    beforePrint(this.ownerDocument, this.#stay.signal, () => fillDetails(this));
    if (this.#phase === "built") this.attached();
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
    this.replaceChildren(h("p", { class: "eqa-text" }, this.say("starting")));
    try {
      await this.start();
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
    this.replaceChildren(h("p", { class: "eqa-problem", role: "alert" }, message));
    dispatch(this, "ehcp-qa-error", { error });
    if (!(error instanceof EhcpQaError)) reportError(error);
  }

  /** Shows what has been built, with a place to announce changes. */
  protected show(...children: (Node | null)[]): void {
    this.#live = h("div", { class: "eqa-hidden", role: "status", "aria-live": "polite", "aria-atomic": "true" });
    this.replaceChildren(...children.filter((child) => child !== null), this.#live);
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
