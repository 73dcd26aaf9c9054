// What the package asks of a browser, against what docs/servers.md says: the edition of the language, the features of
// WebAssembly, and the interfaces that scripts name.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "acorn";
import binaryen from "binaryen";

const EDITION = 2022;
const dist = new URL("../../wasm/dist/", import.meta.url);
const guide = readFileSync(new URL("../../docs/servers.md", import.meta.url), "utf8");
const CLASSIC = ["ehcp-qa.global.js", "embed.js"];
const FOR_NODE = /(^|-)node\.js$/;

const [, page] = /<script>([\s\S]*)<\/script>/.exec(readFileSync(new URL("ehcp-qa.html", dist), "utf8"));
const SCRIPTS = [
  ...readdirSync(dist)
    .filter((name) => name.endsWith(".js") && !FOR_NODE.test(name))
    .map((name) => [name, readFileSync(new URL(name, dist), "utf8")]),
  ["ehcp-qa.html", page],
];
const trees = SCRIPTS.map(([name, text]) => {
  const sourceType = [...CLASSIC, "ehcp-qa.html"].includes(name) ? "script" : "module";
  return () => parse(text, { ecmaVersion: EDITION, sourceType });
});

/** The rows of the table of what is needed, each with the versions of its browsers. */
function needed() {
  const [, table] = /\| what the package needs[^\n]*\n\|[-|]*\n([\s\S]*?)\n\n/.exec(guide);
  return table.split("\n").map((row) => {
    const [what, ...versions] = row.slice(2, -2).split(" | ");
    return { what, versions: versions.map(Number) };
  });
}

test("the least browsers are the newest of each column of what is needed", () => {
  const rows = needed();
  assert.equal(rows.length, 11);
  const [chrome, firefox, safari] = [0, 1, 2].map((at) => Math.max(...rows.map(({ versions }) => versions[at])));
  assert.ok(guide.includes(`Chrome and Edge ${chrome}, Firefox ${firefox}, Safari ${safari}.`));
});

test("every script is of the edition that is said", () => {
  assert.ok(guide.includes(`the syntax of ECMAScript ${EDITION} `));
  assert.ok(trees.length > 15);
  for (const tree of trees) tree();
  // So that a parser which takes anything would be noticed.
  assert.throws(() => parse("using a = b;", { ecmaVersion: EDITION, sourceType: "module" }));
});

const { MutableGlobals, SignExt, NontrappingFPToInt, BulkMemory, BulkMemoryOpt, Multivalue, ReferenceTypes } =
  binaryen.Features;
/** The features by their rows; globals that can be changed are as old as the modules of the language. */
const FEATURES = {
  "sign extension": SignExt,
  "conversions that saturate": NontrappingFPToInt,
  "bulk memory": BulkMemory | BulkMemoryOpt,
  "several results": Multivalue,
  "reference types": ReferenceTypes,
};

test("every module has the features of WebAssembly that are said, and no other", () => {
  const prefix = "WebAssembly: ";
  const rows = needed().flatMap(({ what }) => (what.startsWith(prefix) ? [what.slice(prefix.length)] : []));
  assert.deepEqual(rows, Object.keys(FEATURES));
  const features = Object.values(FEATURES).reduce((all, one) => all | one, MutableGlobals);
  const modules = readdirSync(dist).filter((name) => name.endsWith(".wasm"));
  assert.equal(modules.length, 6);
  for (const name of modules) {
    const module = binaryen.readBinary(readFileSync(new URL(name, dist)), features);
    module.setFeatures(features);
    assert.equal(module.validate(), 1, name);
    module.dispose();
  }
});

/** What scripts may construct and what they may ask of a class: all of it is as old as the least browsers. */
const KNOWN = new Set(
  `Array.from Array.isArray ArrayBuffer.isView CSS.escape CSS.supports Intl.PluralRules JSON.parse JSON.stringify
  Math.ceil Math.floor Math.max Math.min Node.DOCUMENT_FRAGMENT_NODE Node.DOCUMENT_NODE
  Node.DOCUMENT_POSITION_PRECEDING Number.MAX_SAFE_INTEGER Number.isFinite Number.isInteger Number.isNaN
  Number.parseInt Object.create Object.defineProperty Object.entries Object.freeze Object.fromEntries
  Object.getOwnPropertyDescriptor Object.getOwnPropertyNames Object.getPrototypeOf Object.hasOwn Object.keys
  Object.prototype Object.values Promise.reject Promise.resolve String.fromCodePoint Symbol.for URL.createObjectURL
  URL.revokeObjectURL Uint8Array.from WebAssembly.Instance WebAssembly.Module WebAssembly.RuntimeError
  WebAssembly.compile WebAssembly.compileStreaming AbortController Array Blob CSSStyleSheet CustomEvent DataView
  Error Event EventTarget Float64Array FormData Int32Array Map MutationObserver Option Promise Proxy RangeError
  RegExp ResizeObserver Set SyntaxError TextDecoder TextEncoder TypeError URL Uint16Array Uint32Array Uint8Array
  WeakMap WeakSet`.split(/\s+/),
);
/** Names of the platform have three letters at least; shorter ones are made by the build. */
const OF_THE_PLATFORM = /^[A-Z]\w{2,}$/;

/** What a tree constructs, and what it asks of a class of the platform. */
function asked(node, found = new Set()) {
  if (Array.isArray(node)) for (const one of node) asked(one, found);
  else if (node !== null && typeof node === "object") {
    const { type, object, property, callee, computed } = node;
    if (type === "MemberExpression" && !computed && OF_THE_PLATFORM.test(object.name))
      found.add(`${object.name}.${property.name}`);
    if (type === "NewExpression" && OF_THE_PLATFORM.test(callee.name)) found.add(callee.name);
    for (const value of Object.values(node)) asked(value, found);
  }
  return found;
}

test("no script asks for an interface that nobody has looked up", () => {
  const found = new Set(trees.flatMap((tree) => [...asked(tree())]));
  assert.ok(found.has("Object.hasOwn") && found.has("MutationObserver"));
  assert.deepEqual(
    [...found].filter((name) => !KNOWN.has(name)),
    [],
  );
});
