// A WebAssembly module: found, compiled, instantiated once, and again after a crash.

import type { Problem } from "./documents.js";
import type { RefusalCode } from "./error-codes.js";
import { EhcpQaError, EngineCrashed, refusal } from "./errors.js";
import { fromTape } from "./tape.js";

/** A source of WebAssembly: an address, a response, bytes or a compiled module. */
export type InitInput = string | URL | Request | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module;

/** Where the WebAssembly of each module comes from, if not from the files beside the package's modules. */
export interface Modules {
  /** The module for grading, which `ehcp-qa/grading` stands on. */
  grading?: InitInput | PromiseLike<InitInput>;
  /** The module with wording and the golden thread too, which `ehcp-qa` stands on. */
  writing?: InitInput | PromiseLike<InitInput>;
}

/** What wasm-bindgen makes beside a module. */
export interface Glue {
  initSync(source: { module: WebAssembly.Module }): unknown;
}

/** One module with its instance. */
export class Runtime {
  readonly #glue: Glue;
  #module: WebAssembly.Module | undefined;
  #starting: Promise<void> | undefined;
  #generation = 0;

  constructor(glue: Glue) {
    this.#glue = glue;
  }

  /** The number of the instance. What belongs to an instance with a lower number is gone. */
  instance(): number {
    if (this.#module === undefined) {
      throw new EhcpQaError("not_started", "The engine has not been started: await init() first.");
    }
    return this.#generation;
  }

  /** Starts the engine. Once started, or while starting, further calls change nothing. */
  start(source: () => InitInput | PromiseLike<InitInput>): Promise<void> {
    this.#starting ??= this.#startFrom(source);
    const attempt = this.#starting;
    // After a failure the next call tries again.
    attempt.catch(() => {
      if (this.#starting === attempt) this.#starting = undefined;
    });
    return attempt;
  }

  /** Starts the engine from bytes at hand, without waiting. */
  startSync(bytes: () => BufferSource): void {
    if (this.#module !== undefined) return;
    needWebAssembly();
    this.#instantiate(new WebAssembly.Module(bytes()));
    this.#starting = Promise.resolve();
  }

  /** Makes the error to throw of what came out of the engine. After a crash a new engine is started. */
  failure(thrown: unknown): unknown {
    if (thrown instanceof Uint32Array) return refused(thrown);
    if (this.#module !== undefined && (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError)) {
      this.#instantiate(this.#module);
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

  async #startFrom(source: () => InitInput | PromiseLike<InitInput>): Promise<void> {
    needWebAssembly();
    this.#instantiate(await compile(await source()));
  }

  #instantiate(module: WebAssembly.Module): void {
    try {
      this.#glue.initSync({ module });
    } catch (cause) {
      // WebKit compiles under any policy, and refuses the instance.
      throw blocked(cause) ?? cause;
    }
    this.#module = module;
    this.#generation += 1;
  }
}

/** The error for a refusal, which leaves the engine as words. */
export function refused(words: Uint32Array): EhcpQaError {
  const { code, problems } = fromTape<{ code: RefusalCode; problems: Problem[] }>(words);
  return refusal(code, problems);
}

/** Security modes of browsers take WebAssembly away, and nothing is fetched for a browser that cannot run it. */
function needWebAssembly(): void {
  if (typeof WebAssembly === "object") return;
  throw new EhcpQaError(
    "wasm_unsupported",
    "This browser does not run WebAssembly, which Edge's enhanced security mode and Apple's Lockdown Mode switch off. " +
      "Ask your IT desk to exempt this site.",
  );
}

async function compile(source: InitInput): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return compileBytes(source);
  if (typeof source === "string" || source instanceof URL) return compileResponse(await fetched(source));
  // Named only here, because Node takes 15 ms to load them.
  if (source instanceof Request) return compileResponse(await fetched(source));
  if (source instanceof Response) return compileResponse(source);
  return compileBytes(source as unknown as BufferSource);
}

function compileBytes(bytes: BufferSource, type = ""): Promise<WebAssembly.Module> {
  return WebAssembly.compile(bytes).catch((cause: unknown) => {
    throw notCompiled(cause, type);
  });
}

async function fetched(source: string | URL | Request): Promise<Response> {
  try {
    return await fetch(source);
  } catch (cause) {
    // Neither Node nor a page that is opened from a folder fetches files.
    const isFile = /^file:/i.test(String(source));
    throw notFound(isFile ? NO_FILES : "The engine's .wasm file cannot be fetched.", cause);
  }
}

const NO_FILES =
  "The engine's .wasm file cannot be fetched from a folder. Import ehcp-qa/node in Node and ehcp-qa/inline in a page " +
  "that is opened as a file, or give init() the bytes.";

/** Compiles a response while it arrives, or where its type does not allow that, when it has arrived. */
async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw notFound(`The engine's .wasm file was not found: the server answered ${response.status}.`);
  if (response.bodyUsed) throw notFound("The response with the engine's .wasm file has been read before.");
  const type = response.headers.get("content-type")?.trim().toLowerCase() ?? "";
  if (type === "application/wasm" && typeof WebAssembly.compileStreaming === "function") {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (cause) {
      // A browser that does not stream this response has left it unread.
      if (response.bodyUsed) throw cause instanceof TypeError ? brokenOff(cause) : notCompiled(cause, type);
    }
  }
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw brokenOff(cause);
  });
  return compileBytes(bytes, type);
}

function notFound(message: string, cause?: unknown): EhcpQaError {
  return new EhcpQaError("wasm_not_found", message, [], { cause });
}

function brokenOff(cause: unknown): EhcpQaError {
  return notFound("The download of the engine's .wasm file broke off: try again.", cause);
}

/** The error for bytes that were not compiled. `type` is the type that the server gave them. */
function notCompiled(cause: unknown, type = ""): EhcpQaError {
  const byPolicy = blocked(cause);
  if (byPolicy !== undefined) return byPolicy;
  const isPage = type.startsWith("text/html");
  const hint = isPage ? " The server answered with a page: put the file where the package's modules are." : "";
  return new EhcpQaError("wasm_invalid", `The engine's .wasm file is not WebAssembly.${hint}`, [], { cause });
}

/** The error where a page's policy is the cause. */
function blocked(cause: unknown): EhcpQaError | undefined {
  if (!/content security policy|\bcsp\b|unsafe-eval/i.test(String(cause))) return undefined;
  return new EhcpQaError(
    "wasm_blocked",
    "This page's Content-Security-Policy does not allow WebAssembly: add 'wasm-unsafe-eval' to its script-src.",
    [],
    { cause },
  );
}
