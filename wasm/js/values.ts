// The values of a document by their place.

/** A value of a review; `null` is "not answered". */
export type Value = string | number | boolean | null;

type Tree = { [name: string]: unknown };

/** Sets a value, with whatever is to hold it. */
export function setIn(tree: object, [name = "", ...rest]: readonly string[], value: Value): void {
  const held = tree as Tree;
  if (rest.length === 0) held[name] = value;
  else setIn((held[name] ??= {}) as Tree, rest, value);
}

/** A copy of a tree with one value set. It shares with the tree whatever has not changed. */
export function withValue<T extends object>(tree: T, [name = "", ...rest]: readonly string[], value: Value): T {
  const held = (tree as Tree)[name] ?? {};
  return { ...tree, [name]: rest.length === 0 ? value : withValue(held, rest, value) };
}

/** The value that a JSON Pointer names; `null` where there is none. */
export function valueIn(tree: object, pointer: string): Value {
  let held: unknown = tree;
  for (const name of pointer.slice(1).split("/")) {
    held = typeof held === "object" && held !== null && Object.hasOwn(held, name) ? (held as Tree)[name] : null;
  }
  return (held ?? null) as Value;
}
