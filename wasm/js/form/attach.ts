// Binds a form that exists to the engine: reads its fields, and writes results where the page wants them.

import type { Assessment, Review, WordingContext } from "../documents.js";
import { Reopened, setOrClear } from "../edits.js";
import type { FrameworkInput, Grader, ReviewInput } from "../engine.js";
import { EhcpQaError } from "../errors.js";
import { dispatch, type AssessmentDetail } from "../events.js";
import type { InitInput } from "../module.js";
import type { Engine } from "../writing.js";
import { setIn, valueIn, type Value } from "../values.js";
import { languageOf, sayFrom, type Replaced } from "../sentences.js";
import { WORDS, wordsFor } from "../words.js";
import { FIELD, named, valueOf, type FieldProblem, type ValueMap } from "./fields.js";
import { meanings, type Meaning } from "./names.js";
import { OUT, results, writer, type Result } from "./outputs.js";
import { textChecker } from "./wording.js";

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
  words?: Replaced<typeof WORDS>;
  /** The facts known about the child when the texts of sections are checked; never kept. */
  wording?: WordingContext;
  /** A framework; without one, the Shropshire framework of 2023. */
  framework?: FrameworkInput;
  /** Where the WebAssembly comes from, if not from the file beside this module. */
  wasm?: InitInput | PromiseLike<InitInput>;
}

/** The state of a bound form, and the detail of its events. */
export interface FormDetail extends AssessmentDetail {
  /** What the fields hold that could not be taken, and names that do not exist. */
  problems: readonly FieldProblem[];
  /** The names of the fields that now hold something else. */
  fields: readonly string[];
  /** The names of the results that are now others. */
  results: readonly string[];
}

/** A form that is bound. */
export interface FormBinding {
  /** The state of the form; `fields` and `results` are those of the last change. */
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

/** What the fields, and what was found in their texts, come to. */
interface Graded {
  review: Review;
  assessment: Assessment;
  results: ReadonlyMap<string, Result>;
}

/** jQuery, whose `trigger` raises its own events without those of the browser. */
type JQuery = (root: unknown) => {
  on(events: string, run: (event: { originalEvent?: unknown }) => void): void;
  off(events: string): void;
};

const EVENTS = ["input", "change"];
let bindings = 0;

/** Binds a form, with the engines of an entry point. */
export async function bind(engines: Engines, root: ParentNode & Node, options: FormOptions): Promise<FormBinding> {
  const { write, restore } = writer();
  try {
    const engine = await engines.grading(options.framework, options.wasm);
    return follow(engine, () => engines.writing(options.framework), root, options, { write, restore });
  } catch (error) {
    // The page says so, where it has a place for it.
    const places = named(root, OUT, options.outputs ?? {}).get("problems") ?? [];
    for (const place of places)
      write(place, [error instanceof EhcpQaError ? error.message : "The engine could not be started."]);
    throw error;
  }
}

function follow(
  engine: Grader,
  fetchWriting: () => Promise<Engine>,
  root: ParentNode & Node,
  {
    map = {},
    outputs = {},
    values = {},
    keepRemoved = false,
    wording = {},
    words: replaced = {},
    review: given,
  }: FormOptions,
  { write, restore }: ReturnType<typeof writer>,
): FormBinding {
  const { framework } = engine;
  const names = meanings(framework);
  const words = wordsFor(framework, sayFrom(WORDS, replaced, languageOf(root)));
  const base = start(engine, given);
  const page = root.ownerDocument ?? (root as Document);
  const window = page.defaultView ?? globalThis.window;

  let held = new Map<string, Value>();
  let written = new Map<string, Result>();
  let graded: Graded | undefined;
  /** What is wrong with the fields that were refused, by name. */
  const refused = new Map<string, string>();
  /** The values that the open session has been given. */
  let entered: ReadonlyMap<string, Value> = new Map();
  const session = new Reopened(() => {
    entered = new Map();
    return engine.open(base);
  });
  let detail!: FormDetail;
  let isOver = false;

  const texts = textChecker(fetchWriting, (sections) => {
    graded = undefined;
    refresh();
    const lints = texts.lints();
    for (const section of sections) {
      const lint = lints.get(section);
      if (lint !== undefined) dispatch(root, "ehcp-qa-wording", { section, lint });
    }
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
      const value =
        meaning === undefined ? "There is no field of this name." : valueOf(elements, name, meaning, values);
      now.delete(name);
      if (typeof value === "string") problem(name, fields, value);
      else now.set(name, value.is);
    }

    const changed = [...new Set([...held.keys(), ...now.keys()])].filter((name) => held.get(name) !== now.get(name));
    // One click is heard several times over, and but for the first time nothing is new.
    if (graded === undefined || changed.length > 0) graded = grade(now);
    const { review, assessment } = graded;
    for (const name of now.keys()) if (refused.has(name)) problem(name, fields, refused.get(name)!);
    const { stage, year_group } = review.plan ?? {};
    texts.take(textsOf(names, now), { stage: stage ?? null, year_group: year_group ?? null, ...wording });
    const trouble = texts.trouble();
    if (trouble instanceof EhcpQaError) problems.push({ name: "wording", element: null, message: trouble.message });

    const result = new Map(graded.results);
    for (const name of places.keys())
      if (name !== "problems" && !result.has(name)) problem(name, places, "There is no result of this name.");
    result.set(
      "problems",
      problems.map(({ name, message }) => `${name}: ${message}`),
    );
    for (const [name, text] of result) for (const place of places.get(name) ?? []) write(place, text);
    // What has just been written is no news, and what the page changed before it has been read above.
    observer.takeRecords();

    const others = [...result.keys()].filter((name) => !isSame(result.get(name), written.get(name)));
    [held, written] = [now, result];
    if (changed.length === 0 && others.length === 0) return;
    const pointers = changed.flatMap((name) => {
      const { path, isText } = names.get(name)!;
      return isText ? [] : [`/${path.join("/")}`];
    });
    detail = { assessment, review, changed: pointers, problems, fields: changed, results: others };
    dispatch(root, "ehcp-qa-assessment", detail);
  }

  /** Enters what has changed since the last time, each value by itself, and grades the review once. */
  function grade(now: ReadonlyMap<string, Value>): Graded {
    return session.run((open) => {
      for (const name of new Set([...entered.keys(), ...now.keys()])) {
        const { path, isText } = names.get(name)!;
        if (isText || (entered.has(name) && now.has(name) && entered.get(name) === now.get(name))) continue;
        const pointer = `/${path.join("/")}`;
        // Where a field is gone, what the review holds without it counts again.
        const problem = setOrClear(open, pointer, now.has(name) ? now.get(name)! : valueIn(base, pointer));
        if (problem === null) refused.delete(name);
        else refused.set(name, problem.message);
      }
      entered = now;
      const review = reviewOf(base, names, now, refused);
      const [assessment, line] = [open.assessment(), open.line()];
      return { review, assessment, results: results({ assessment, review, line, lints: texts.lints() }, words) };
    });
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
      session.replace(undefined);
      engine.free();
    },
  };
}

/** The review to begin with, which must be right. */
function start(engine: Grader, review: ReviewInput | undefined): Review {
  if (review === undefined) return { framework: engine.framework.id as Review["framework"] };
  engine.open(review).free();
  return (typeof review === "string" ? JSON.parse(review) : structuredClone(review)) as Review;
}

/** The review that fields come to; those that were refused hold nothing. */
function reviewOf(
  base: Review,
  names: ReadonlyMap<string, Meaning>,
  held: ReadonlyMap<string, Value>,
  refused: ReadonlyMap<string, string>,
): Review {
  const review = structuredClone(base);
  for (const [name, value] of held) {
    const { path, isText } = names.get(name)!;
    if (!isText) setIn(review, path, refused.has(name) ? null : value);
  }
  return review;
}

function textsOf(names: ReadonlyMap<string, Meaning>, held: ReadonlyMap<string, Value>): Map<string, string> {
  const texts = [...held].filter(([name]) => names.get(name)?.isText);
  return new Map(texts.map(([name, text]) => [names.get(name)!.path[0]!, String(text ?? "")]));
}

function isSame(one: Result | undefined, other: Result | undefined): boolean {
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
