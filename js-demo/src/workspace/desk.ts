// The case that is open, and what the engine makes of it. Each change of the case brings up to date what depends on it.

import { EhcpQaError, type Assessment, type FrameworkDocument, type WordingContext } from "ehcp-qa";
import type { AdviceSource, Case, PlanSource } from "./case.ts";
import type { Run } from "./engine.ts";
import type { Coverage, CoverageChoice, PlanCheck, PlanContext, ProposedItems, TextFindings } from "./shapes.ts";
import type { AdviceView, FactView, PlanView } from "./view.ts";

/** What the engine makes of the case. */
export interface Results {
  plan: PlanView | null;
  check: PlanCheck | null;
  /** What the plan states of itself. */
  facts: readonly FactView[];
  proposed: ProposedItems | null;
  /** Each piece of advice by its name in the case, or why it cannot be read. */
  advices: Readonly<Record<string, AdviceView | { problem: string }>>;
  /** What became of the advice in the plan; `null` without a plan or advice. */
  coverage: Coverage | null;
  /** The findings in texts that were edited on the page, by section, with the texts that they were found in. */
  lints: Readonly<Record<string, TextFindings & { text: string }>>;
  assessment: Assessment | null;
}

const NOTHING: Results = {
  plan: null,
  check: null,
  facts: [],
  proposed: null,
  advices: {},
  coverage: null,
  lints: {},
  assessment: null,
};

export interface Desk {
  readonly case: Case;
  readonly results: Results;
  readonly framework: FrameworkDocument;
  readonly run: Run;
  /** Whether the case differs from its file. */
  readonly isUnsaved: boolean;
  /** Replaces the case, and brings up to date what depends on what is new in it. */
  change(next: Case): Promise<void>;
  /** Opens another case, which is as its file is. Where its plan cannot be read, the case before stays. */
  open(next: Case): Promise<void>;
  /** Takes what the review comes to. */
  assessed(assessment: Assessment): void;
  saved(): void;
}

/** Makes a desk. `changed` is called when the case or the results are others. */
export function makeDesk(run: Run, framework: FrameworkDocument, first: Case, changed: () => void): Desk {
  let now = first;
  let saved = first;
  let results = NOTHING;
  /** The number of the plan that is open, so that answers about the one before are left out. */
  let reading = 0;

  function set(part: Partial<Results>): void {
    results = { ...results, ...part };
    changed();
  }

  async function read(next: Case, source: PlanSource | null): Promise<void> {
    if (source === null) {
      await run("close");
      reading += 1;
      results = { ...NOTHING, assessment: results.assessment, advices: results.advices };
      now = next;
      changed();
      return;
    }
    // Both are asked for at once: the text is shown while the check is still going on.
    const reads = run("read", source, next.choices);
    const checks = run("check", contextOf(next));
    checks.catch(() => {});
    const plan = await reads;
    reading += 1;
    const mine = reading;
    results = { ...NOTHING, assessment: results.assessment, advices: results.advices, plan };
    now = next;
    changed();
    const { check, facts } = await checks;
    if (mine !== reading) return;
    set({ check, facts });
    void run("items").then((proposed) => {
      if (mine === reading) set({ proposed });
    });
    await cover();
  }

  /** Reads the advice of the case that is not open yet, and lets go of what has gone. */
  async function readAdvices(): Promise<void> {
    const due = now.advices.filter(({ id }) => !(id in results.advices));
    const views = await Promise.all(due.map((advice) => readAdvice(run, advice)));
    const read = new Map([...Object.entries(results.advices), ...due.map(({ id }, at) => [id, views[at]!] as const)]);
    // The case may have changed meanwhile.
    const ids = now.advices.map(({ id }) => id);
    await run("keepAdvice", ids);
    set({ advices: Object.fromEntries([...read].filter(([id]) => ids.includes(id))) });
  }

  /** Compares the advice with the plan. Where either changes meanwhile, what was asked last counts. */
  let covering = 0;
  async function cover(): Promise<void> {
    covering += 1;
    const mine = covering;
    const ids = readable(now, results);
    const coverage = results.plan === null || ids.length === 0 ? null : await run("coverage", ids, pairsOf(now, ids));
    if (mine === covering) set({ coverage });
  }

  async function check(): Promise<void> {
    const mine = reading;
    const asked = now;
    const found = await run("check", contextOf(asked));
    if (mine === reading && asked === now) set(found);
  }

  async function lint(before: Case): Promise<void> {
    const known = wordingContextOf(now);
    const isContextNew = JSON.stringify(known) !== JSON.stringify(wordingContextOf(before));
    const sections = Object.keys(now.texts);
    const left = Object.fromEntries(Object.entries(results.lints).filter(([section]) => sections.includes(section)));
    if (Object.keys(left).length !== Object.keys(results.lints).length) set({ lints: left });
    const due = sections.filter((section) => isContextNew || now.texts[section] !== before.texts[section]);
    for (const section of due) {
      const text = now.texts[section] ?? "";
      const found = await run("lint", section, text, known);
      if (now.texts[section] === text) set({ lints: { ...results.lints, [section]: { ...found, text } } });
    }
  }

  async function take(next: Case): Promise<void> {
    const before = now;
    const isAdviceNew = next.advices !== before.advices;
    if (next.source !== before.source || next.choices !== before.choices) {
      await read(next, next.source);
      if (isAdviceNew) {
        await readAdvices();
        await cover();
      }
      if (Object.keys(next.texts).length > 0) await lint({ ...next, texts: {} });
      return;
    }
    now = next;
    // What was compared is about other advice.
    if (isAdviceNew) results = { ...results, coverage: null };
    changed();
    if (isAdviceNew) await readAdvices();
    if (isAdviceNew || next.pairs !== before.pairs) await cover();
    if (now.source !== null && (before.items !== now.items || checked(before) !== checked(now))) await check();
    if (now.texts !== before.texts || Object.keys(now.texts).length > 0) await lint(before);
  }

  return {
    get case() {
      return now;
    },
    get results() {
      return results;
    },
    get isUnsaved() {
      return now !== saved;
    },
    framework,
    run,
    change: take,
    async open(next) {
      await take(next);
      saved = now;
      changed();
    },
    assessed(assessment) {
      set({ assessment });
    },
    saved() {
      saved = now;
      changed();
    },
  };
}

/** What is read of a piece of advice, or why it cannot be. */
async function readAdvice(run: Run, advice: AdviceSource): Promise<AdviceView | { problem: string }> {
  try {
    return await run("readAdvice", advice);
  } catch (error) {
    return { problem: sentenceOf(error) };
  }
}

/** The names of the advice of a case that could be read, in its order. The engine has no other. */
export function readable({ advices }: Case, results: Results): string[] {
  return advices.map(({ id }) => id).filter((id) => !("problem" in (results.advices[id] ?? { problem: "" })));
}

/** What a person says of pairs, by the numbers of the advice that the engine has. */
export function pairsOf({ advices, pairs }: Case, ids: readonly string[]): CoverageChoice[] {
  return pairs.flatMap((pair) => {
    const at = ids.indexOf(advices[pair.advice]?.id ?? "");
    return at === -1 ? [] : [{ ...pair, advice: at }];
  });
}

/** What of a case its check depends on, beside the items. What is dismissed is left out on the page at once. */
function checked(given: Case): string {
  return JSON.stringify(contextOf({ ...given, items: null, dismissed: [] }));
}

/** What the engine is given of a case. What is not known is left out: the plan's own words then count. */
export function contextOf({ review, known, items, dismissed }: Case): PlanContext {
  const { stage, year_group, health_needs, social_care_needs } = review.plan ?? {};
  const { names, people, pronouns, received, issued } = known;
  return {
    ...(stage == null ? {} : { stage }),
    ...(year_group == null ? {} : { year_group }),
    ...(health_needs == null ? {} : { health_needs }),
    ...(social_care_needs == null ? {} : { social_care_needs }),
    ...(names.length === 0 ? {} : { names: [...names] }),
    ...(people.length === 0 ? {} : { people: [...people] }),
    ...(pronouns === "" ? {} : { pronouns }),
    // The weeks are counted from the request.
    ...(received === "" ? {} : { timescales: { received, ...(issued === "" ? {} : { issued }) } }),
    ...(items === null ? {} : { items: items.map((item) => ({ ...item })) }),
    ...(dismissed.length === 0 ? {} : { dismissed: [...dismissed] }),
  };
}

/** The part of it that the check of one section takes. */
export function wordingContextOf(given: Case): WordingContext {
  const { stage, year_group, names, pronouns } = contextOf(given);
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(year_group === undefined ? {} : { year_group }),
    ...(names === undefined ? {} : { names }),
    ...(pronouns === undefined ? {} : { pronouns }),
  } as WordingContext;
}

/** A sentence for an error of the engine; other errors are mistakes of the page and are thrown on. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof EhcpQaError)) throw error;
  return error.problems[0]?.message ?? error.message;
}
