// Binds a form that exists to the engine. At each change the form is read, graded, and the results are written.

import type { MessagesDocument, WordingContext } from "../documents.js";
import type { FrameworkInput, Grader, ReviewInput } from "../engine.js";
import { EhcpQaError } from "../errors.js";
import { dispatch, type AssessmentDetail } from "../events.js";
import type { InitInput, Modules } from "../module.js";
import type { Value } from "../values.js";
import { languageOf, sayFrom, type Replaced } from "../sentences.js";
import { WORDS, wordsFor } from "../words.js";
import type { WritingEngine } from "../writing.js";
import { follow } from "./changes.js";
import type { ValueMap } from "./fields.js";
import { changedNames, FormReview, type Graded } from "./grade.js";
import { meanings, pointerOf, type Meaning } from "./names.js";
import { named, readFields, type FieldProblem } from "./read.js";
import { isSame, resultsOf, type Result } from "./results.js";
import { textChecker } from "./wording.js";
import { OUT, writer, type Writer } from "./write.js";

/** How a form is bound. */
export interface FormOptions {
  /** Fields by name, as CSS selectors: for pages whose markup cannot be given attributes. */
  map?: Record<string, string>;
  /** The places of results by name, as CSS selectors. */
  outputs?: Record<string, string>;
  /** What the values of the page mean, by the name of a field; `*` is for all. */
  values?: Record<string, ValueMap>;
  /** The review to begin with: its values count where the page has no field. */
  review?: ReviewInput;
  /** Keeps the answers of fields that are taken out of the page, as for a form in several steps. */
  keepRemoved?: boolean;
  /** Words of results in place of the usual ones. */
  words?: Replaced<typeof WORDS>;
  /** The facts known about the child when the texts of sections are checked; never kept. */
  wording?: WordingContext;
  /** A framework; without one, the built-in one. */
  framework?: FrameworkInput;
  /** A catalogue of messages, in which results are said; without one, in English. */
  messages?: MessagesDocument | string;
  /** Where the WebAssembly of each module comes from. Entries that contain the WebAssembly do not need it. */
  modules?: Modules;
  /** @deprecated The same as `modules: { grading }`. */
  wasm?: InitInput | PromiseLike<InitInput>;
}

/** The state of a bound form, and the detail of its events. */
export interface FormDetail extends AssessmentDetail {
  /** What the fields hold that could not be taken, and names that do not exist. */
  problems: readonly FieldProblem[];
  /** The names of the fields of the page that have changed. */
  fields: readonly string[];
  /** The names of the results that have changed. */
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

/** Where an entry point gets its engines. */
export interface Engines {
  grading(modules: Modules): Promise<Grader>;
  writing(modules: Modules): Promise<WritingEngine>;
}

/** Binds a form, with the engines of an entry point. */
export async function bind(engines: Engines, root: ParentNode & Node, options: FormOptions): Promise<FormBinding> {
  const places = writer();
  const modules: Modules = { ...(options.wasm === undefined ? {} : { grading: options.wasm }), ...options.modules };
  try {
    if (!isTree(root)) throw new EhcpQaError("invalid_argument", NO_ROOT);
    const engine = await engines.grading(modules);
    return bindWith(engine, () => engines.writing(modules), root, options, places);
  } catch (error) {
    const message = messageOf(error);
    warn(message);
    const page = isTree(root) ? root : globalThis.document;
    if (page !== undefined) {
      const { elements } = named(page, OUT, options.outputs ?? {}, "outputs");
      for (const place of elements.get("problems") ?? []) places.write(place, [message]);
    }
    throw error;
  }
}

const NO_ROOT =
  "attach() was not given an element or a document. A selector that finds nothing gives null: check the one for the form.";

const isTree = (root: unknown): root is ParentNode & Node =>
  typeof (root as ParentNode | null | undefined)?.querySelectorAll === "function";

/** For the developer of the page, to whom its place for problems may not be visible. */
function warn(message: string, ...elements: Element[]): void {
  console.warn(`ehcp-qa: ${message}`, ...elements);
}

/** What a bound form remembers of the last time that it was read. */
interface Last {
  values: ReadonlyMap<string, Value>;
  results: ReadonlyMap<string, Result>;
  detail?: FormDetail;
}

function bindWith(
  engine: Grader,
  fetchWriting: () => Promise<WritingEngine>,
  root: ParentNode & Node,
  options: FormOptions,
  places: Writer,
): FormBinding {
  const { outputs = {}, keepRemoved = false } = options;
  const names = meanings(engine);
  const words = wordsFor(engine.framework, engine.scores, sayFrom(WORDS, options.words, languageOf(root)));
  const form = new FormReview(engine, names, options.review);
  const texts = textChecker(fetchWriting, (sections) => {
    refresh();
    for (const section of sections) {
      const checked = texts.checked().get(section);
      if (checked !== undefined) dispatch(root, "ehcp-qa-wording", { section, lint: checked.lint });
    }
  });
  let last: Last = { values: new Map(), results: new Map() };
  /** What a selector has found once may be taken out of the page, as in a form of several steps. */
  const found = new Set<string>();
  const warned = new Set<string>();
  let isOver = false;

  function refresh(): void {
    if (isOver) return;
    const read = readFields(root, names, options, keepRemoved ? last.values : new Map());
    const { values, fields } = read;

    const graded = form.grade(values);
    texts.take(textsOf(names, values), contextOf(graded, options.wording));

    const { elements: outs, mistakes } = named(root, OUT, outputs, "outputs");
    const results = resultsOf(graded, texts.checked(), words);
    for (const name of [...fields.keys(), ...outs.keys()]) found.add(name);
    const wrong = [...read.mistakes, ...mistakes, ...unknown(outs, results)].filter(
      ({ name, element }) => element !== null || !found.has(name),
    );
    for (const { name, element, message } of wrong) {
      const line = `${name}: ${message}`;
      if (!warned.has(line)) warn(line, ...(element === null ? [] : [element]));
      warned.add(line);
    }
    const problems = [...read.problems, ...refusals(graded, values, fields), ...failures(texts.failure()), ...wrong];
    const messages = problems.map(({ name, message }) => `${name}: ${message}`);
    results.set("problems", messages);
    for (const [name, result] of results) for (const place of outs.get(name) ?? []) places.write(place, result);
    // What has been written here is no change of the page, and what the page changed before it has been read.
    changes.settle();

    const changed = changedNames(last.values, values);
    const others = [...results.keys()].filter((name) => !isSame(results.get(name), last.results.get(name)));
    const isNews = changed.length > 0 || others.length > 0;
    const { assessment, review } = graded;
    const pointers = changed.flatMap((name) => pointerOf(names.get(name)!));
    const detail = isNews
      ? { assessment, review, changed: pointers, problems, fields: changed, results: others }
      : last.detail!;
    last = { values, results, detail };
    if (isNews) dispatch(root, "ehcp-qa-assessment", detail);
  }

  function detach(): void {
    if (isOver) return;
    isOver = true;
    texts.stop();
    changes.stop();
    places.restore();
    form.free();
  }

  const changes = follow(root, refresh);
  try {
    refresh();
  } catch (error) {
    detach();
    throw error;
  }
  return {
    get detail() {
      return last.detail!;
    },
    refresh,
    detach,
  };
}

/** The texts of sections by their ids. */
function textsOf(names: ReadonlyMap<string, Meaning>, values: ReadonlyMap<string, Value>): Map<string, string> {
  const texts = [...values].filter(([name]) => names.get(name)!.isSectionText);
  return new Map(texts.map(([name, text]) => [names.get(name)!.path[0]!, String(text ?? "")]));
}

/** What is known when texts are checked: the facts of the review, and what the page knows beside them. */
function contextOf({ review: { plan } }: Graded, known: WordingContext = {}): WordingContext {
  return { stage: plan?.stage ?? null, year_group: plan?.year_group ?? null, ...known };
}

/** The problems of values that the engine has refused. */
function refusals(
  { refused }: Graded,
  values: ReadonlyMap<string, Value>,
  fields: ReadonlyMap<string, readonly Element[]>,
): FieldProblem[] {
  return [...values.keys()].flatMap((name) => {
    const message = refused.get(name);
    return message === undefined ? [] : [{ name, element: fields.get(name)?.[0] ?? null, message }];
  });
}

/** The problem of a wording engine that cannot be used. */
function failures(failure: unknown): FieldProblem[] {
  return failure === undefined ? [] : [{ name: "wording", element: null, message: messageOf(failure) }];
}

/** The problems of places for results that do not exist. */
function unknown(
  places: ReadonlyMap<string, readonly Element[]>,
  results: ReadonlyMap<string, Result>,
): FieldProblem[] {
  return [...places]
    .filter(([name]) => name !== "problems" && !results.has(name))
    .map(([name, [element]]) => ({ name, element: element ?? null, message: "There is no result of this name." }));
}

function messageOf(error: unknown): string {
  return error instanceof EhcpQaError ? error.message : "The engine could not be started.";
}
