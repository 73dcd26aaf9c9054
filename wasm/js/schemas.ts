// The schemas of the documents that people write, closed over a framework: for a page with an editor of JSON.

import * as glue from "../pkg/ehcp_qa_schema.js";
import { $given } from "./arguments.js";
import type { Problem } from "./documents.js";
import type { FrameworkInput } from "./engine.js";
import { EhcpQaError } from "./errors.js";
import { toText } from "./json.js";
import { Runtime } from "./module.js";
import { fromTape } from "./tape.js";

export const runtime = new Runtime({ initSync: glue.initSync });

/** A JSON Schema (2020-12). */
export type JsonSchema = Record<string, unknown>;

/** What the module returns by a framework; without one, by the built-in one. */
function ask<T>(framework: FrameworkInput | undefined, answer: (text: string | undefined) => T): T {
  const text = framework === undefined ? undefined : toText(framework, "invalid_framework");
  runtime.instance();
  return runtime.call(() => answer(text));
}

/**
 * The names of the schemas that there are under a framework, which is the built-in framework unless another
 * is given: those of the documents that people write.
 * @throws EhcpQaError `invalid_framework`, with every problem found.
 */
export function schemaNames(framework?: FrameworkInput): string[] {
  return ask(framework, (text) => fromTape<string[]>(glue.schemaNames(text)));
}

/**
 * The schema of a kind of document, such as `review`, closed over the ids of a framework, each with what it stands for:
 * that which `ehcp-qa schema NAME --framework FILE` prints.
 * @throws EhcpQaError `invalid_framework`, with every problem found, or `invalid_argument` where there is none of this
 * name.
 */
export function schema(name: string, framework?: FrameworkInput): JsonSchema {
  $given(name, "name", "string", false);
  const found = ask(framework, (text) => glue.schema(name, text));
  if (found === undefined) throw noSuch(schemaNames(framework));
  return fromTape<JsonSchema>(found);
}

function noSuch(names: string[]): EhcpQaError {
  const expected = names.join(", ");
  const message = `There is no schema of this name. There are: ${expected}.`;
  const problem: Problem = { pointer: "/name", code: "not_one_of", params: { expected }, message };
  return new EhcpQaError("invalid_argument", message, [problem]);
}
