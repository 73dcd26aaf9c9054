// The engine of the workspace, in a worker of the same origin.

import type { Jobs } from "./jobs.ts";
import { valueOf, type Answer, type Request } from "./messages.ts";
import address from "./worker.ts?worker&url";

/** Does a job and resolves with what comes of it. Jobs are done in the order in which they are given. */
export type Run = <J extends keyof Jobs>(
  job: J,
  ...parameters: Parameters<Jobs[J]>
) => Promise<Awaited<ReturnType<Jobs[J]>>>;

/** The name that the policy of the page allows. It makes one address, that of the worker. */
const POLICY = "ehcp-qa-worker";

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): {
    createScriptURL(address: string): string;
  };
}

function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy(POLICY, { createScriptURL: () => address }).createScriptURL("") ?? address;
}

/** Starts the engine. Where a policy allows no worker, the jobs run in the page. */
export async function startEngine(): Promise<Run> {
  const send = await sender();
  let count = 0;
  const run: Run = async (job, ...parameters) => {
    count += 1;
    return valueOf(await send({ id: count, job, parameters })) as never;
  };
  await run("start");
  return run;
}

async function sender(): Promise<(request: Request) => Promise<Answer>> {
  let worker: Worker;
  try {
    worker = new Worker(workerAddress(), { type: "module" });
  } catch {
    const { answerTo } = await import("./answers.ts");
    return answerTo;
  }
  const waiting = new Map<number, (answer: Answer) => void>();
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener("error", ({ message }) => {
    for (const [id, answer] of waiting) answer({ id, code: null, message, problems: [] });
    waiting.clear();
  });
  return (request) =>
    new Promise((resolve) => {
      waiting.set(request.id, resolve);
      worker.postMessage(request);
    });
}
