// What all elements have in common: style, texts, a way to announce, and an engine that starts once.

import { EhcpQaError } from "../errors.js";
import type { FrameworkInput, Grader } from "../engine.js";
import type { InitInput } from "../module.js";
import type { LexiconDocument } from "../documents.js";
import type { Engine } from "../writing.js";
import { h, setText } from "./dom.js";
import { dress } from "./style.js";
import { texts, type Say, type Text } from "./texts.js";

/** What all elements of a page share; to be set before the first is in the page. */
export interface Configuration {
  /** A framework; without one, the Shropshire framework of 2023. */
  framework?: FrameworkInput;
  /** A lexicon; without one, the built-in one. */
  lexicon?: LexiconDocument | string | object;
  /** Where the WebAssembly for grading comes from, if not from beside the modules. */
  gradingWasm?: InitInput | PromiseLike<InitInput>;
  /** Where the WebAssembly of the whole comes from, if not from beside the modules. */
  wasm?: InitInput | PromiseLike<InitInput>;
}

/** Where an entry point has its engines from. */
export interface Engines {
  grading(configuration: Configuration): Promise<Grader>;
  writing(configuration: Configuration): Promise<Engine>;
}

let configuration: Configuration = {};
let engines: Engines | undefined;
let grading: Promise<Grader> | undefined;
let writing: Promise<Engine> | undefined;

/** Says what all elements share. */
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

const QUIET_MS = 1200;
let count = 0;

/** An element of this package. */
export abstract class Base extends Parent {
  #words: Partial<Record<Text, string>> = {};
  #started = false;
  #live: HTMLElement | undefined;
  #lastChange: string | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Begins the ids of what is inside. */
  protected readonly idPrefix = `ehcp-qa-${(count += 1)}`;

  /** The texts that replace the usual ones in this element. */
  get words(): Partial<Record<Text, string>> {
    return this.#words;
  }

  set words(words: Partial<Record<Text, string>>) {
    this.#words = words;
    this.rebuild();
  }

  protected get say(): Say {
    return texts(this.#words);
  }

  connectedCallback(): void {
    dress(this.getRootNode());
    if (this.#started) this.attached();
    else {
      this.#started = true;
      this.#begin();
    }
  }

  disconnectedCallback(): void {
    clearTimeout(this.#waiting);
    this.detached();
  }

  /** Builds anew what is shown, with what it holds. */
  protected rebuild(): void {
    if (this.#started) this.#begin();
  }

  #begin(): void {
    this.replaceChildren(h("p", { class: "eqa-text" }, this.say("starting")));
    this.start()
      .then(() => {
        this.attached();
        this.dispatchEvent(new CustomEvent("ehcp-qa-ready", { bubbles: true }));
      })
      .catch((error: unknown) => this.#failed(error));
  }

  /** Says in plain words why it cannot work; the page around it goes on. */
  #failed(error: unknown): void {
    const message = error instanceof EhcpQaError ? error.message : this.say("failed");
    this.replaceChildren(h("p", { class: "eqa-problem", role: "alert" }, message));
    this.dispatchEvent(new CustomEvent("ehcp-qa-error", { bubbles: true, detail: { error } }));
    if (!(error instanceof EhcpQaError)) reportError(error);
  }

  /** Starts the engine and builds what is shown. */
  protected abstract start(): Promise<void>;

  /** Called when what is built stands in the page, for the first time or after a move. */
  protected attached(): void {}

  /** Called when it is taken out of the page. */
  protected detached(): void {}

  /** Shows what has been built, with a place to announce changes. */
  protected show(...children: (Node | null)[]): void {
    this.#live = h("div", { class: "eqa-hidden", role: "status", "aria-live": "polite", "aria-atomic": "true" });
    this.replaceChildren(...children.filter((child) => child !== null), this.#live);
  }

  /** Says something that the person has just asked for. */
  protected announce(text: string): void {
    clearTimeout(this.#waiting);
    if (this.#live) setText(this.#live, text);
  }

  /** Says what things have come to, once they have been left alone for a while and if it is news. */
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
