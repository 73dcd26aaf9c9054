// Runs the jobs beside the page, so that the page goes on answering.

import { answerTo } from "./answers.ts";
import { warmUp } from "./jobs.ts";
import type { Request } from "./messages.ts";

/** After so many rounds the first plan is read and checked as fast as the next. */
const ROUNDS = 15;

let isAsked = false;

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  const isStart = data.job === "start";
  isAsked ||= !isStart;
  void answerTo(data).then((answer) => {
    postMessage(answer);
    if (isStart && "value" in answer) setTimeout(warm, 0, ROUNDS);
  });
});

/** Nobody waits for it: it ends when there is work. */
function warm(rounds: number): void {
  if (isAsked || rounds === 0) return;
  warmUp();
  setTimeout(warm, 0, rounds - 1);
}
