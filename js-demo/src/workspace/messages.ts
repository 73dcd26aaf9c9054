// What the page and the worker send each other.

import { EhcpQaError, type ErrorCode, type Problem } from "ehcp-qa";
import type { Jobs } from "./jobs.ts";

export interface Request {
  id: number;
  job: keyof Jobs;
  parameters: unknown[];
}

export type Answer =
  | { id: number; value: unknown }
  | { id: number; code: ErrorCode | null; message: string; problems: readonly Problem[] };

/** The value of an answer; throws its error. */
export function valueOf(answer: Answer): unknown {
  if ("value" in answer) return answer.value;
  const { code, message, problems } = answer;
  throw code === null ? new Error(message) : new EhcpQaError(code, message, problems);
}
