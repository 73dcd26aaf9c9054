// Pages as hosts have them, each under a Content-Security-Policy.

/** What a strict page allows that embeds the package, Trusted Types included. */
export const STRICT = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");
/** The same without Trusted Types, for a page whose scripts write HTML. */
export const UNTYPED = STRICT.split("; ").slice(0, -2).join("; ");
/** The same without WebAssembly. */
export const NO_WASM = STRICT.replace(" 'wasm-unsafe-eval'", "");
/** The same without connections, for the entries that contain the WebAssembly. */
export const NO_CONNECT = STRICT.replace("connect-src 'self'; ", "");

/** The script that defines the elements. */
export const ELEMENTS = `<script type="module" src="/wasm/dist/elements.js"></script>`;

/** A host page, as the server of a test sends it. */
export function hostPage(body, { policy = STRICT, head = "" } = {}) {
  return {
    headers: { "content-security-policy": policy },
    body: `<!doctype html><html lang="en">
<head><meta charset="utf-8"><title>Host</title>${head}</head><body>${body}</body></html>`,
  };
}
