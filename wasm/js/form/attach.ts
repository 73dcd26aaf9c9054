// Binds a form that exists to the engine: reads its fields, and writes results where the page wants them.

import type { Assessment, Review, WordingContext } from "../documents.js";
import type { FrameworkInput, Grader, ReviewInput } from "../engine.js";
import { EhcpQaError } from "../errors.js";
import type { InitInput } from "../module.js";
import type { Engine } from "../writing.js";
import { setIn, type Value } from "../values.js";
import { saying, WORDS, wordsFor, type Word } from "../words.js";
import { FIELD, named, valueOf, type FieldProblem, type ValueMap } from "./fields.js";
import { meanings, type Meaning } from "./names.js";
import { OUT, results, writer, type Result } from "./outputs.js";
import { lookout } from "./wording.js";

/** How a form is bound. */
export interface FormOptions {
  /** Fields by name, as CSS selectors: for pages whose markup cannot be given attributes. */
  map?: Record<string, string>;
  /** Where results are written, by name, as CSS selectors. */
  outputs?: Record<string, string>;
  /** What the values of the page mean, by the name of a field; `*` is for all. */
  values?: Record<string, ValueMap>;
  /** What the review holds that has no field in the page. */
  review?: ReviewInput;
  /** Keeps the answers of fields that are taken out of the page, as for a form in several steps. */
  keepRemoved?: boolean;
  /** Words of results in place of the usual ones. */
  words?: Partial<Record<Word, string>>;
  /** What is known of the child when the texts of sections are looked at; never kept. */
  wording?: WordingContext;
  /** A framework; without one, the Shropshire framework of 2023. */
  framework?: FrameworkInput;
  /** Where the WebAssembly comes from, if not from the file beside this module. */
  wasm?: InitInput | PromiseLike<InitInput>;
}

/** What the events of a bound form tell. */
export interface FormDetail {
  assessment: Assessment;
  review: Review;
  /** What the fields hold that could not be taken, and names that do not exist. */
  problems: readonly FieldProblem[];
  /** The names of the fields that now hold something else. */
  fields: readonly string[];
  /** The names of the results that are now others. */
  results: readonly string[];
}

/** A form that is bound. */
export interface FormBinding {
  /** How things stand; `fields` and `results` are those of the last change. */
  readonly detail: FormDetail;
  /** Reads the fields again: for values that a script has set without an event. */
  refresh(): void;
  /** Lets go of the form, which is then as it was before. */
  detach(): void;
}

/** Where the engines come from. */
export interface Engines {
  grading(framework: FrameworkInput | undefined, wasm: FormOptions["wasm"]): Promise<Grader>;
  writing(framework: FrameworkInput | undefined): Promise<Engine>;
}

interface Filled {
  review: Review;
  refused: { name: string; message: string }[];
}

/** What the fields, and what was found in their texts, come to. */
interface Graded extends Filled {
  assessment: Assessment;
  results: ReadonlyMap<string, Result>;
}

/** jQuery, whose `trigger` raises its own events without those of the browser. */
type JQuery = (root: unknown) => { on(events: string, run: (event: { originalEvent?: unknown }) => void): void; off(events: string): void };

const EVENTS = ["input", "change"];
let bindings = 0;

/** Binds a form, with the engines of an entry point. */
export async function bind(engines: Engines, root: ParentNode & Node, options: FormOptions): Promise<FormBinding> {
  const { write, restore } = writer();
  try {
    const engine = await engines.grading(options.framework, options.wasm);
    return follow(engine, () => engines.writing(options.framework), root, options, { write, restore });
  } catch (error) {
    // Whoever opens the page is told, where it has a place for it.
    const places = named(root, OUT, options.outputs ?? {}).get("problems") ?? [];
    for (const place of places) write(place, [error instanceof EhcpQaError ? error.message : "The engine could not be started."]);
    throw error;
  }
}

function follow(
  engine: Grader,
  fetchWriting: () => Promise<Engine>,
  root: ParentNode & Node,
  { map = {}, outputs = {}, values = {}, keepRemoved = false, wording = {}, words: own = {}, review: given }: FormOptions,
  { write, restore }: ReturnType<typeof writer>,
): FormBinding {
  const { framework } = engine;
  const names = meanings(framework);
  const words = wordsFor(framework, saying(WORDS, own));
  const base = start(engine, given);
  const page = root.ownerDocument ?? (root as Document);
  const window = page.defaultView ?? globalThis.window;

  let held = new Map<string, Value>();
  let written = new Map<string, Result>();
  let graded: Graded | undefined;
  let detail!: FormDetail;
  let isOver = false;

  const texts = lookout(fetchWriting, (sections) => {
    graded = undefined;
    refresh();
    const lints = texts.lints();
    for (const section of sections) tell("ehcp-qa:wording", root, { section, lint: lints.get(section) });
  });

  function refresh(): void {
    if (isOver) return;
    const problems: FieldProblem[] = [];
    const fields = named(root, FIELD, map);
    const places = named(root, OUT, outputs);
    const problem = (name: string, of: ReadonlyMap<string, Element[]>, message: string): void => {
      problems.push({ name, element: of.get(name)?.[0] ?? null, message });
    };

    const now = new Map(keepRemoved ? held : []);
    for (const [name, elements] of fields) {
      const meaning = names.get(name);
      const value = meaning === undefined ? "There is no field of this name." : valueOf(elements, name, meaning, values);
      now.delete(name);
      if (typeof value === "string") problem(name, fields, value);
      else now.set(name, value.is);
    }

    const changed = [...new Set([...held.keys(), ...now.keys()])].filter((name) => held.get(name) !== now.get(name));
    // One click is heard several times over, and but for the first time nothing is new.
    if (graded === undefined || changed.length > 0) graded = grade(now);
    const { review, refused, assessment } = graded;
    for (const { name, message } of refused) problem(name, fields, message);
    const { stage, year_group } = review.plan ?? {};
    texts.take(textsOf(names, now), { stage: stage ?? null, year_group: year_group ?? null, ...wording });
    const trouble = texts.trouble();
    if (trouble instanceof EhcpQaError) problems.push({ name: "wording", element: null, message: trouble.message });

    const result = new Map(graded.results);
    for (const name of places.keys()) if (name !== "problems" && !result.has(name)) problem(name, places, "There is no result of this name.");
    result.set("problems", problems.map(({ name, message }) => `${name}: ${message}`));
    for (const [name, told] of result) for (const place of places.get(name) ?? []) write(place, told);
    // What has just been written is no news, and what the page changed before it has been read above.
    observer.takeRecords();

    const others = [...result.keys()].filter((name) => !isSame(result.get(name), written.get(name)));
    [held, written] = [now, result];
    if (changed.length === 0 && others.length === 0) return;
    detail = { assessment, review, problems, fields: changed, results: others };
    tell("ehcp-qa:assessment", root, detail);
  }

  function grade(now: ReadonlyMap<string, Value>): Graded {
    const { review, refused } = fill(engine, base, names, now);
    const assessment = engine.assess(review);
    return { review, refused, assessment, results: results({ assessment, review, line: engine.toLine(review), lints: texts.lints() }, words) };
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;
  function later(): void {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 0);
  }
  /** At once, so that a script that submits the form sends what holds now; and again when the page's own
   * scripts have had their turn. */
  function changed(): void {
    refresh();
    later();
  }

  const observer = new window.MutationObserver(refresh);
  const listening = new AbortController();
  const { signal } = listening;
  for (const event of EVENTS) root.addEventListener(event, changed, { capture: true, signal });
  root.addEventListener("submit", refresh, { capture: true, signal });
  root.addEventListener("reset", later, { capture: true, signal });
  // A page that comes back from the browser's memory may have its fields filled in again.
  window.addEventListener("pageshow", later, { signal });

  const { jQuery } = window as unknown as { jQuery?: JQuery };
  bindings += 1;
  const scope = `.ehcpQa${bindings}`;
  jQuery?.(root).on(EVENTS.map((event) => event + scope).join(" "), ({ originalEvent }) => {
    if (originalEvent === undefined) changed();
  });

  refresh();
  observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: [FIELD, OUT] });

  return {
    get detail() {
      return detail;
    },
    refresh,
    detach(): void {
      if (isOver) return;
      isOver = true;
      texts.stop();
      observer.disconnect();
      listening.abort();
      jQuery?.(root).off(scope);
      restore();
      engine.free();
    },
  };
}

/** The review to begin with, which must be right. */
function start(engine: Grader, review: ReviewInput | undefined): Review {
  if (review === undefined) return { framework: engine.framework.id as Review["framework"] };
  engine.assess(review);
  return (typeof review === "string" ? JSON.parse(review) : structuredClone(review)) as Review;
}

/** The review that fields come to, and which of them it cannot take: those are left out. */
function fill(engine: Grader, base: Review, names: ReadonlyMap<string, Meaning>, held: ReadonlyMap<string, Value>): Filled {
  const review = structuredClone(base);
  const byPointer = new Map<string, string>();
  for (const [name, value] of held) {
    const { path, isText } = names.get(name)!;
    if (isText) continue;
    setIn(review, path, value);
    byPointer.set(`/${path.join("/")}`, name);
  }
  const refused: Filled["refused"] = [];
  for (const { pointer, message } of engine.check(review)) {
    const name = byPointer.get(pointer);
    if (name === undefined) continue;
    setIn(review, names.get(name)!.path, null);
    refused.push({ name, message });
  }
  return { review, refused };
}

function textsOf(names: ReadonlyMap<string, Meaning>, held: ReadonlyMap<string, Value>): Map<string, string> {
  const texts = [...held].filter(([name]) => names.get(name)?.isText);
  return new Map(texts.map(([name, text]) => [names.get(name)!.path[0]!, String(text ?? "")]));
}

function isSame(one: Result | undefined, other: Result | undefined): boolean {
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

function tell(event: string, root: Node, detail: unknown): void {
  root.dispatchEvent(new CustomEvent(event, { bubbles: true, detail }));
}
