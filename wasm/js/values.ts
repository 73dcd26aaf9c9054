// The values of a document by their place.

/** A value of a review; `null` is "not answered". */
export type Value = string | number | boolean | null;

type Tree = { [name: string]: unknown };

/** Sets a value, and makes the objects on the way to it where there are none. */
export function setIn(tree: object, [name = "", ...rest]: readonly string[], value: Value): void {
  const fields = tree as Tree;
  if (rest.length === 0) {
    fields[name] = value;
    return;
  }
  fields[name] ??= {};
  setIn(fields[name] as Tree, rest, value);
}

/** A copy of a tree with one value set. It shares with the tree whatever has not changed. */
export function withValue<T extends object>(tree: T, [name = "", ...rest]: readonly string[], value: Value): T {
  const held = (tree as Tree)[name] ?? {};
  return { ...tree, [name]: rest.length === 0 ? value : withValue(held, rest, value) };
}

/** The value that a JSON Pointer names; `null` where there is none. */
export function valueIn(tree: object, pointer: string): Value {
  let value: unknown = tree;
  for (const name of pointer.slice(1).split("/")) {
    value = typeof value === "object" && value !== null && Object.hasOwn(value, name) ? (value as Tree)[name] : null;
  }
  return (value ?? null) as Value;
}
