// Writes custom-elements.json, which describes the elements to editors and to catalogues of components
// (https://custom-elements-manifest.open-wc.org), from their source. With --check it reports whether it is stale.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";

const file = (name) => new URL(`../${name}`, import.meta.url);

function read(name) {
  const text = readFileSync(file(name), "utf8");
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
}

/** Every node of a kind beneath another. */
function* nodes(root, isKind) {
  for (const child of root.getChildren()) {
    if (isKind(child)) yield child;
    yield* nodes(child, isKind);
  }
}

function only(found, expected) {
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) throw new Error(`there is not one ${expected}`);
  return first;
}

const oneLine = (text) => text.replace(/\s+/g, " ").trim();
const commentOf = (node) => oneLine(ts.getTextOfJSDocComment(node.jsDoc?.at(-1)?.comment) ?? "");
/** A description, where there is one. */
const described = (text) => (text === "" ? {} : { description: text });

/** The detail of each event, and what the comment on it says. */
function eventsOf(source) {
  const interfaces = new Map(
    [...nodes(source, ts.isInterfaceDeclaration)].map((declaration) => [declaration.name.text, declaration]),
  );
  return new Map(
    interfaces.get("EventDetails").members.map((member) => {
      const type = member.type.getText();
      const comment = commentOf(member) || commentOf(interfaces.get(type) ?? member);
      return [member.name.text, { type: { text: `CustomEvent<${type}>` }, description: comment }];
    }),
  );
}

function isPublic(member) {
  const hidden = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.StaticKeyword];
  return (
    member.name !== undefined &&
    !ts.isPrivateIdentifier(member.name) &&
    !member.modifiers?.some(({ kind }) => hidden.includes(kind)) &&
    !/Callback$/.test(member.name.getText())
  );
}

/** The properties and methods of a class, each once. */
function membersOf(declaration) {
  const members = new Map();
  for (const member of declaration.members.filter(isPublic)) {
    const name = member.name.getText();
    if (ts.isMethodDeclaration(member)) {
      members.set(name, {
        kind: "method",
        name,
        parameters: member.parameters.map((parameter) => ({
          name: parameter.name.getText(),
          type: { text: oneLine(parameter.type.getText()) },
        })),
        return: { type: { text: oneLine(member.type.getText()) } },
        ...described(commentOf(member)),
      });
    } else if (ts.isGetAccessor(member)) {
      members.set(name, {
        kind: "field",
        name,
        type: { text: oneLine(member.type.getText()) },
        ...described(commentOf(member)),
        readonly: true,
      });
    } else if (ts.isSetAccessor(member)) {
      delete members.get(name).readonly;
    }
  }
  return [...members.values()];
}

/** The attributes that the comment on a class describes: `@attribute name What it is`. */
function attributesOf(declaration, members) {
  const tags = ts.getJSDocTags(declaration).filter(({ tagName }) => tagName.text === "attribute");
  return tags.map((tag) => {
    const [name, ...words] = oneLine(ts.getTextOfJSDocComment(tag.comment) ?? "").split(" ");
    const field = members.find((member) => member.kind === "field" && member.name === name && !member.readonly);
    return { name, ...described(words.join(" ")), ...(field === undefined ? {} : { fieldName: name }) };
  });
}

const events = eventsOf(read("js/events.ts"));
/** The events that the methods of a class dispatch on the element. */
function eventsIn(declaration) {
  const calls = [...nodes(declaration, ts.isCallExpression)].filter(
    ({ expression, arguments: [target] }) =>
      expression.getText() === "dispatch" && target?.kind === ts.SyntaxKind.ThisKeyword,
  );
  const names = new Set(calls.map(({ arguments: [, name] }) => name.text));
  return [...names].map((name) => {
    if (!events.has(name)) throw new Error(`js/events.ts has no ${name}`);
    return { name, ...events.get(name) };
  });
}

/** The custom properties of the style sheet, with their usual values. */
function cssPropertiesOf({ text }) {
  const properties = new Map();
  for (const [, name, usual] of text.matchAll(/var\((--ehcp-qa-[\w-]+), ((?:[^()]|\([^()]*\))+)\)/g)) {
    if (!properties.has(name)) properties.set(name, { name, default: usual });
  }
  return [...properties.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

const base = only(nodes(read("js/elements/base.ts"), ts.isClassDeclaration), "class in js/elements/base.ts");
const cssProperties = cssPropertiesOf(read("js/elements/style.ts"));
const tags = new Map(
  [...nodes(read("js/elements/define.ts"), ts.isPropertyAssignment)].map(({ name, initializer }) => [
    initializer.getText(),
    name.text,
  ]),
);

function declarationOf(className, tagName) {
  const source = read(`js/elements/${tagName.replace("ehcp-qa-", "")}.ts`);
  const declaration = only(nodes(source, ts.isClassDeclaration), `class in ${source.fileName}`);
  const members = [...membersOf(declaration), ...membersOf(base)];
  const attributes = attributesOf(declaration, members);
  const names = attributes.map(({ name }) => name);
  const used = [
    ...declaration.getText().matchAll(/[gs]etAttribute\("(\w+)"|observedAttributes = \[([^\]]*)\]/g),
  ].flatMap(([, name, observed]) => name ?? [...observed.matchAll(/"(\w+)"/g)].map(([, name]) => name));
  const missing = used.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`${className} does not describe its attribute ${missing.join()}`);
  return {
    kind: "class",
    name: className,
    customElement: true,
    tagName,
    superclass: { name: "HTMLElement" },
    description: commentOf(declaration),
    attributes,
    members,
    events: [...eventsIn(declaration), ...eventsIn(base)],
    cssProperties,
  };
}

const path = "dist/elements.js";
const manifest = {
  schemaVersion: "2.1.0",
  readme: "README.md",
  modules: [
    {
      kind: "javascript-module",
      path,
      declarations: [...tags].map(([className, tagName]) => declarationOf(className, tagName)),
      exports: [...tags].flatMap(([name, tagName]) => [
        { kind: "js", name, declaration: { name, module: path } },
        { kind: "custom-element-definition", name: tagName, declaration: { name, module: path } },
      ]),
    },
  ],
};

const target = file("custom-elements.json");
const text = `${JSON.stringify(manifest, null, 2)}\n`;
if (!process.argv.includes("--check")) writeFileSync(target, text);
else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
  console.error("wasm/custom-elements.json is stale: run `cargo xtask generate`.");
  process.exitCode = 1;
}
