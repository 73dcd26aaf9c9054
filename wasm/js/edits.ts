// Edits by the place of a value in a review, for the form of an element and for the fields of a page.

import { EhcpQaError } from "./errors.js";
import type { Problem, Score } from "./documents.js";
import type { Answer, Detail, Session } from "./session.js";
import type { Value } from "./values.js";

const DETAILS: Record<string, Detail> = {
  "/plan/reference": "reference",
  "/review/reviewer/role": "role",
  "/review/reviewer/id": "id",
  "/review/date": "date",
};

/**
 * Sets the value that a JSON Pointer names.
 * @throws EhcpQaError `invalid_edit`; nothing is changed then.
 */
export function set(session: Session, pointer: string, value: Value): void {
  const [, part = "", id = "", field = "", descriptor] = pointer.split("/");
  const detail = DETAILS[pointer];
  if (detail !== undefined) session.detail(detail, value as string | null);
  else if (pointer === "/review/level") session.level(value as number | null);
  else if (part === "plan") session.context(id, value);
  else if (part === "criteria") session.criterion(id, value as string | null);
  else if (descriptor !== undefined) session.answer(descriptor, value as Answer);
  else if (field === "score") session.score(id, value as Score | null);
  else session.text(id, field, value as string | null);
}

/** Sets a value, or leaves all as it was where it is refused; returns what is wrong with it. */
export function setOrKeep(session: Session, pointer: string, value: Value): Problem | null {
  try {
    set(session, pointer, value);
    return null;
  } catch (error) {
    if (!(error instanceof EhcpQaError) || error.problems.length === 0) throw error;
    return error.problems[0]!;
  }
}

/** Sets a value, or takes it back where it is refused; returns what is wrong with it. */
export function setOrClear(session: Session, pointer: string, value: Value): Problem | null {
  const problem = setOrKeep(session, pointer, value);
  // The record never holds what the page no longer shows: nothing takes the place of what is refused.
  if (problem !== null) set(session, pointer, null);
  return problem;
}

/** A session that is opened again where it was lost with the engine, or freed. */
export class Reopened {
  readonly #open: () => Session;
  #session: Session | undefined;

  constructor(open: () => Session) {
    this.#open = open;
  }

  /** Runs with the session; one that is lost is opened again first. */
  run<T>(run: (session: Session) => T): T {
    this.#session ??= this.#open();
    try {
      return run(this.#session);
    } catch (error) {
      if (!(error instanceof EhcpQaError) || error.code !== "closed") throw error;
      this.#session = this.#open();
      return run(this.#session);
    }
  }

  /** Takes another session in place of the one that is open. */
  replace(session: Session | undefined): void {
    this.#session?.free();
    this.#session = session;
  }
}
