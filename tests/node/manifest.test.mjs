// custom-elements.json, which editors read: it is made from the source, and fits the built classes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as elements from "../../wasm/dist/elements.js";

const manifest = JSON.parse(readFileSync(new URL("../../wasm/custom-elements.json", import.meta.url), "utf8"));
const [{ declarations }] = manifest.modules;

/** A property of a class or of what it extends. */
function propertyOf(prototype, name) {
  for (let at = prototype; at !== null; at = Object.getPrototypeOf(at)) {
    const property = Object.getOwnPropertyDescriptor(at, name);
    if (property !== undefined) return property;
  }
  return undefined;
}

test("it is not stale", () => {
  const script = fileURLToPath(new URL("../../wasm/scripts/manifest.mjs", import.meta.url));
  execFileSync(process.execPath, [script, "--check"], { encoding: "utf8" });
});

test("it has every element, with the attributes that are observed and the members that are there", () => {
  assert.deepEqual(
    declarations.map(({ tagName }) => tagName),
    ["ehcp-qa-review", "ehcp-qa-panel", "ehcp-qa-wording", "ehcp-qa-thread", "ehcp-qa-findings"],
  );
  for (const { name, tagName, attributes, members, events } of declarations) {
    const Class = elements[name];
    const described = attributes.map(({ name }) => name);
    for (const attribute of Class.observedAttributes ?? []) assert.ok(described.includes(attribute), attribute);
    for (const member of members) {
      const property = propertyOf(Class.prototype, member.name);
      assert.ok(property !== undefined, `${tagName} ${member.name}`);
      assert.equal(typeof property.value === "function", member.kind === "method", `${tagName} ${member.name}`);
      if (member.kind === "field") {
        assert.equal(property.set === undefined, member.readonly === true, `${tagName} ${member.name}`);
      }
    }
    for (const event of events) assert.match(event.name, /^ehcp-qa-[a-z]+$/);
  }
});

test("every member, attribute and event is described", () => {
  for (const { tagName, attributes, members, events } of declarations) {
    for (const { name, description } of [...attributes, ...members, ...events]) {
      assert.ok(description, `${tagName} ${name}`);
    }
  }
});
