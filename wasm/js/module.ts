// A WebAssembly module: found, compiled, instantiated once, and again after a crash.

import type { Problem } from "./documents.js";
import type { RefusalCode } from "./error-codes.js";
import { EhcpQaError, EngineCrashed, refusal } from "./errors.js";

/** Where the WebAssembly comes from. */
export type InitInput = string | URL | Request | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module;

/** What wasm-bindgen makes beside a module. */
export interface Glue {
  initSync(source: { module: WebAssembly.Module }): unknown;
}

/** One module with its instance. */
export class Runtime {
  readonly #glue: Glue;
  #kept: WebAssembly.Module | undefined;
  #starting: Promise<void> | undefined;
  #generation = 0;

  constructor(glue: Glue) {
    this.#glue = glue;
  }

  /** Counts the instances: what belongs to an earlier one is gone. */
  instance(): number {
    if (this.#kept === undefined) {
      throw new EhcpQaError("not_started", "The engine has not been started: await init() first.");
    }
    return this.#generation;
  }

  /** Starts the engine. Once started, or while starting, further calls change nothing. */
  start(source: () => InitInput | PromiseLike<InitInput>): Promise<void> {
    this.#starting ??= Promise.resolve(source())
      .then(compile)
      .then((module) => this.#instantiate(module));
    const attempt = this.#starting;
    // After a failure the next call tries again.
    attempt.catch(() => {
      if (this.#starting === attempt) this.#starting = undefined;
    });
    return attempt;
  }

  /** Starts the engine from bytes at hand, without waiting. */
  startSync(bytes: () => BufferSource): void {
    if (this.#kept !== undefined) return;
    this.#instantiate(new WebAssembly.Module(bytes()));
    this.#starting = Promise.resolve();
  }

  /** Makes the error to throw of what came out of the engine; after a crash, a new engine is started. */
  failure(thrown: unknown): unknown {
    if (typeof thrown === "string") return refused(thrown);
    if (this.#kept !== undefined && (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError)) {
      this.#instantiate(this.#kept);
      return new EngineCrashed(thrown);
    }
    return thrown;
  }

  /** Calls the engine. */
  call<T>(run: () => T): T {
    try {
      return run();
    } catch (thrown) {
      throw this.failure(thrown);
    }
  }

  #instantiate(module: WebAssembly.Module): void {
    this.#glue.initSync({ module });
    this.#kept = module;
    this.#generation += 1;
  }
}

async function compile(source: InitInput): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  // Compiled from its bytes, and so under whatever type a server sends it.
  const bytes = isBytes(source) ? source : await download(source);
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    if (/content security policy|\bcsp\b|unsafe-eval/i.test(String(cause))) {
      throw new EhcpQaError(
        "wasm_blocked",
        "This page's Content-Security-Policy does not allow WebAssembly: add 'wasm-unsafe-eval' to its script-src.",
        [],
        { cause },
      );
    }
    throw new EhcpQaError("wasm_invalid", "The engine's .wasm file is not WebAssembly.", [], { cause });
  }
}

function isBytes(source: InitInput): source is BufferSource {
  return source instanceof ArrayBuffer || ArrayBuffer.isView(source);
}

/** Fetches the bytes. Only here are `Request` and `Response` named: Node takes 15 ms to load them. */
async function download(source: InitInput): Promise<BufferSource> {
  const isAddress = typeof source === "string" || source instanceof URL;
  const isRequest = typeof Request === "function" && source instanceof Request;
  let response: Response | undefined;
  if (isAddress || isRequest) {
    response = await fetch(source as string | URL | Request).catch((cause: unknown) => {
      throw new EhcpQaError("wasm_not_found", "The engine's .wasm file cannot be fetched.", [], { cause });
    });
  } else if (typeof Response === "function" && source instanceof Response) {
    response = source;
  }
  if (response !== undefined && !response.ok) {
    throw new EhcpQaError(
      "wasm_not_found",
      `The engine's .wasm file was not found: the server answered ${response.status}.`,
    );
  }
  return response === undefined ? (source as BufferSource) : await response.arrayBuffer();
}

/** The error for a refusal, which leaves the engine as JSON text. */
export function refused(text: string): EhcpQaError {
  const { code, problems } = JSON.parse(text) as { code: RefusalCode; problems: Problem[] };
  return refusal(code, problems);
}
