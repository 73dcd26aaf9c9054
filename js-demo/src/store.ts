// The one review that the page is about, open in the engine.

import { EhcpQaError, type Assessment, type Engine, type FrameworkDocument, type Problem, type Review, type Session } from "ehcp-qa";

export interface Store {
  readonly framework: FrameworkDocument;
  review(): Review;
  assessment(): Assessment;
  line(): string;
  /** The feedback form drafted from the review, as a page to print. */
  feedbackHtml(): string;
  fromLine(line: string): Review;
  /** Makes one edit, and says what is wrong with it if it is refused. */
  edit(run: (session: Session) => unknown): Problem | null;
  /** Sets what the live session has no edit for: the reference and the details of the review. */
  change(run: (review: Review) => Review): Problem | null;
  /** Takes another review, an object or JSON text. Throws an `EhcpQaError` with every problem. */
  replace(review: Review | string): void;
  /** Takes an empty review. */
  clear(): void;
}

/** Opens an empty review; `changed` is called after every edit, `replaced` when another review is taken. */
export function openStore(engine: Engine, changed: () => void, replaced: () => void): Store {
  const framework = engine.framework;
  let session = engine.open();
  let kept = session.review();

  function take(review?: Review | string): void {
    const next = engine.open(review);
    session.free();
    session = next;
    kept = session.review();
  }

  /** After a crash of the engine, the review as it last stood is opened again. */
  function reopened(error: EhcpQaError): boolean {
    if (error.code !== "engine_crashed" && error.code !== "closed") return false;
    session = engine.open(kept);
    return true;
  }

  function attempt(run: () => void): Problem | null {
    let problem: Problem | null = null;
    try {
      run();
    } catch (error) {
      if (!(error instanceof EhcpQaError)) throw error;
      const [first] = error.problems;
      if (first === undefined && !reopened(error)) throw error;
      problem = first ?? { pointer: "", code: error.code, params: {}, message: error.message };
    }
    kept = session.review();
    changed();
    return problem;
  }

  return {
    framework,
    review: () => kept,
    assessment: () => session.assessment(),
    line: () => engine.toLine(kept),
    feedbackHtml: () => engine.feedbackHtml(engine.feedback(kept)),
    fromLine: (line) => engine.fromLine(line),
    edit: (run) => attempt(() => void run(session)),
    change: (run) => attempt(() => take(run(kept))),
    replace(review) {
      take(review);
      replaced();
    },
    clear() {
      take();
      replaced();
    },
  };
}
