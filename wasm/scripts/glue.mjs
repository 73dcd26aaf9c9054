// The glue of wasm-bindgen, as the package needs it.

import { readFileSync } from "node:fs";

// The glue keeps its first instance for ever. After a crash `Runtime` starts another from the same module, so the
// guard goes; and so do the finalisers, which would free memory of the first instance in the second.
// The wrapper's `free` does that work.
const FINALISERS = "FinalizationRegistry";
const CHANGES = [
  ["function initSync(module) {\n    if (wasm !== undefined) return wasm;\n", "function initSync(module) {\n"],
  [`(typeof ${FINALISERS} === 'undefined')`, "(true)"],
  // A document goes to the encoder at once; only short words are faster letter by letter.
  ["for (; offset < len; offset++) {", "for (; len < 64 && offset < len; offset++) {"],
];

function fitted(file) {
  return CHANGES.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`The glue of wasm-bindgen has changed: ${file} lacks ${from}`);
      return text.replaceAll(from, to);
    },
    readFileSync(file, "utf8"),
  );
}

/** An esbuild plugin that changes the glue on its way into a bundle. */
export const glue = {
  name: "glue",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pkg[\\/]ehcp_qa\w*\.js$/ }, ({ path }) => ({ contents: fitted(path), loader: "js" }));
  },
};
