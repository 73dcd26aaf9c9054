// Builds a document from the words in which the engine returns it, in the layout of `wasm/src/tape.rs`.

const NOTHING = new Int32Array();

let words: Int32Array = NOTHING;
let at = 0;
let texts: string[] = [];
let shapes: string[][] = [];

/** The words before the value. */
const HEAD = 3;

/** The values of the kind that has no others. */
const CONSTANTS = [null, false, true, undefined];

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The document that words stand for. */
export function fromTape<T>(from: Uint32Array): T {
  words = new Int32Array(from.buffer);
  readTables(decoder.decode(new Uint8Array(from.buffer, 4 * words[1]!, words[2])));
  at = HEAD;
  const built = value() as T;
  // Nothing of a document is kept.
  words = NOTHING;
  texts = [];
  return built;
}

function readTables(all: string): void {
  at = words[0]!;
  texts = new Array<string>(words[at++]!);
  let start = 0;
  for (let text = 0; text < texts.length; text += 1) {
    const end = start + words[at++]!;
    texts[text] = all.slice(start, end);
    start = end;
  }
  shapes = new Array<string[]>(words[at++]!);
  for (let shape = 0; shape < shapes.length; shape += 1) {
    const names: string[] = [];
    for (let left = words[at++]!; left > 0; left -= 1) names.push(texts[words[at++]!]!);
    shapes[shape] = names;
  }
}

function value(): unknown {
  const word = words[at++]!;
  const number = word >> 3;
  switch (word & 7) {
    case 0:
      return texts[number];
    case 1:
      return number;
    case 2: {
      const list: unknown[] = [];
      for (let left = number; left > 0; left -= 1) list.push(value());
      return list;
    }
    case 3: {
      const object: Record<string, unknown> = {};
      const names = shapes[number]!;
      for (let name = 0; name < names.length; name += 1) {
        const member = value();
        if (member !== undefined) object[names[name]!] = member;
      }
      return object;
    }
    case 4:
      return Object.fromEntries(Array.from({ length: number }, () => [value(), value()]));
    case 5:
      at += 2;
      return new Float64Array(words.slice(at - 2, at).buffer)[0];
    default:
      return CONSTANTS[number];
  }
}
