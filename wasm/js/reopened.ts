// A session that is opened again where it was lost with the engine, or freed.

import { EhcpQaError } from "./errors.js";
import type { Session } from "./session.js";

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
