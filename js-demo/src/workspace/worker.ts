// Runs the jobs beside the page, so that the page goes on answering.

import { answerTo } from "./answers.ts";

addEventListener("message", (event: MessageEvent) => {
  void answerTo(event.data).then((answer) => postMessage(answer));
});
