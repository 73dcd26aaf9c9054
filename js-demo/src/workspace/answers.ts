// Does the jobs that a page asks for.

import { EhcpQaError } from "ehcp-qa/plan";
import { JOBS } from "./jobs.ts";
import type { Answer, Request } from "./messages.ts";

/** Does a job. An error does not cross as an object of its class, so its fields do. */
export async function answerTo({ id, job, parameters }: Request): Promise<Answer> {
  try {
    const run = JOBS[job] as (...parameters: unknown[]) => unknown;
    return { id, value: await run(...parameters) };
  } catch (error) {
    if (error instanceof EhcpQaError) return { id, code: error.code, message: error.message, problems: error.problems };
    return { id, code: null, message: error instanceof Error ? error.message : String(error), problems: [] };
  }
}
