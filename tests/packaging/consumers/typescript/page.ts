// Every entry that a page may import, and of each something that has a type.

import { Engine, init, type Deadlines } from "ehcp-qa";
import { configure, type ReviewElement } from "ehcp-qa/elements";
import { embed } from "ehcp-qa/embed-host";
import { attach, type FormBinding } from "ehcp-qa/form";
import * as grading from "ehcp-qa/grading";
import * as inline from "ehcp-qa/inline";

export async function page(frame: HTMLIFrameElement): Promise<FormBinding> {
  await Promise.all([init(), grading.init(), inline.init()]);
  configure({});
  embed(frame, { changed: ({ line }) => console.log(line.length) });
  const deadlines: Deadlines = new Engine().timescales({ received: "2024-01-01" });
  const element: ReviewElement | null = document.querySelector("ehcp-qa-review");
  const best: 1 | 2 | 3 | 4 | undefined = new grading.Engine().assess({ framework: "shropshire-2023" }).plan.suggested
    ?.best;
  // @ts-expect-error The module for grading alone has no timescales.
  new grading.Engine().timescales({});
  console.log(deadlines, element?.line, best);
  return attach(document.body);
}
