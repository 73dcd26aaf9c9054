// The page in an iframe. It exchanges messages of version 1 with the page around it, and only where the origin of that
// page is the same or is named by the meta element `ehcp-qa-hosts`:
//
//   from the host  { ehcpQa: 1, type: "open", review?, parts?, words?, disabled? }
//   to the host    { ehcpQa: 1, type: "ready" | "assessment" | "size" | "error", ... }

import type { ReplacedTexts } from "./elements/texts.js";
import "./global.js";
import { EhcpQaError, type Review } from "./inline.js";

const VERSION = 1;
const review = document.querySelector("ehcp-qa-review")!;
const named = document.querySelector<HTMLMetaElement>('meta[name="ehcp-qa-hosts"]')?.content ?? "";
const hosts = new Set([location.origin, ...named.split(/\s+/).filter((origin) => origin.includes("://"))]);
hosts.delete("null");

let host: { page: Window; origin: string } | undefined;

function post(type: string, more: object = {}): void {
  host?.page.postMessage({ ehcpQa: VERSION, type, ...more }, host.origin);
}

function assessed(): void {
  const { assessment, review: now, line } = review;
  if (assessment !== undefined) post("assessment", { review: now, assessment, line });
}

function size(): void {
  post("size", { height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
}

/** Why the page cannot work, for a host that asks later. */
let failure: unknown;

function failed(error: unknown): void {
  if (!(error instanceof EhcpQaError)) throw error;
  post("error", { code: error.code, message: error.message, problems: error.problems });
}

interface Open {
  review?: Review | string;
  parts?: string;
  words?: ReplacedTexts;
  disabled?: boolean;
}

function open({ review: given, parts, words, disabled }: Open): void {
  try {
    if (typeof parts === "string") review.setAttribute("parts", parts);
    review.disabled = disabled === true;
    if (words !== undefined) review.words = words;
    if (given !== undefined) review.value = typeof given === "string" ? given : JSON.stringify(given);
    assessed();
  } catch (error) {
    failed(error);
  }
}

const started = new Promise((resolve) => review.addEventListener("ehcp-qa-ready", resolve, { once: true }));
review.addEventListener("ehcp-qa-error", (event) => {
  failure = (event as CustomEvent<{ error: unknown }>).detail.error;
  failed(failure);
});
review.addEventListener("ehcp-qa-assessment", assessed);
new ResizeObserver(size).observe(document.documentElement);

addEventListener("message", ({ data, origin, source }: MessageEvent<unknown>) => {
  if (source !== parent || source === window || !hosts.has(origin)) return;
  if (typeof data !== "object" || data === null || (data as { ehcpQa?: unknown }).ehcpQa !== VERSION) return;
  if ((data as { type?: unknown }).type !== "open") return;
  host = { page: parent, origin };
  if (failure !== undefined) failed(failure);
  void started.then(() => {
    post("ready");
    open(data as Open);
    size();
  });
});
