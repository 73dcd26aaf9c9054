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

/** The types that functions of a module take, as wasm-bindgen writes them, with those of `js/arguments.ts`. */
const TYPES = new Map([
  ["string", "string"],
  ["number", "number"],
  ["boolean", "boolean"],
  ["string[]", "strings"],
  ["Uint8Array", "bytes"],
  ["Uint8Array | number[]", "bytes"],
]);
/** What may be left out. */
const OPTIONAL = / \| null(?: \| undefined)?$/;
/** A function with the comment before it that states its types. */
const DOCUMENTED =
  /\/\*\*\n((?: +\*[^\n]*\n| \*[^\n]*\n)*?) *\*\/\n *(?:static |export function |async )*\w+\([^)]*\) \{\n/g;
const PARAMETER = /@param \{([^}]*)\} \[?(\w+)\]?/g;

/** A name of Rust as the API has it. */
const camel = (name) => name.replace(/^_/, "").replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** A check of each argument whose type is stated, before the function does anything with it. */
function checked(source, file) {
  return source.replace(DOCUMENTED, (whole, comment) => {
    const checks = [...comment.matchAll(PARAMETER)].map(([, stated, name]) => {
      // The engine itself reads what may be of any type; an object of its own class comes from the wrapper alone.
      if (stated === "any" || source.includes(`class ${stated} `)) return "";
      const type = TYPES.get(stated.replace(OPTIONAL, ""));
      if (type === undefined) throw new Error(`${file}: no check for an argument of type ${stated}`);
      return `$given(${name}, "${camel(name)}", "${type}", ${OPTIONAL.test(stated)});\n`;
    });
    return whole + checks.join("");
  });
}

function fitted(file) {
  const source = readFileSync(file, "utf8");
  // A module without classes has no finalisers.
  const changes = CHANGES.filter(([from]) => !from.includes(FINALISERS) || source.includes(FINALISERS));
  const changed = changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The glue of wasm-bindgen has changed: ${file} lacks ${from}`);
    return text.replaceAll(from, to);
  }, source);
  return `import { $given } from "../js/arguments.ts";\n${checked(changed, file)}`;
}

/** An esbuild plugin that changes the glue on its way into a bundle. */
export const glue = {
  name: "glue",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pkg[\\/]ehcp_qa\w*\.js$/ }, ({ path }) => ({ contents: fitted(path), loader: "js" }));
  },
};
